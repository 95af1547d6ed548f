"""``quizgen stats``: nothing yet, a table, and figures for programs."""

import json
import subprocess
import sys
from pathlib import Path

from quizgen.cli.main import main
from quizgen.history.open import open_history

BANK = """\
quizgen: 1
id: bridge-talk
questions:
- question: When did they meet?
  answer: On Monday
  wrong: [On Tuesday, On Sunday]
  id: mmmmmmmm
- question: The council will vote on Friday.
  answer: true
  id: vvvvvvvv
- question: Who wants to build the bridge?
  answer: Mr Lund
  id: wwwwwwww
"""


def quizgen(*words: object, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "quizgen", *map(str, words)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_nothing_yet(sealed: Path) -> None:
    done = quizgen("stats")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no answers so far" in done.stderr
    assert not (sealed / "history.db").exists()


def test_after_a_session(tmp_path: Path) -> None:
    bank = tmp_path / "talk.yaml"
    bank.write_text(BANK, encoding="utf-8")
    quizgen("play", bank, "--mode", "learn", typed="On Monday\nfalse\nMr Lund\n")
    head, row, *more = quizgen("stats").stdout.splitlines()
    assert head.startswith("bank         sessions  answers  right         held right  flagged")
    assert row.startswith("bridge-talk  1         3        2 of 3 (67%)  0           0        2")
    figures = json.loads(quizgen("stats", "--format", "json").stdout)
    assert (figures["sessions"], figures["answers"], figures["right"]) == (1, 3, 2)
    assert figures["banks"][0]["bank"] == "bridge-talk"
    assert figures["banks"][0]["score"] == 0.6667
    assert any(line.startswith("today        3 answers") for line in more)
    assert any(line.startswith("due          0 today, 3 in the 13 days after") for line in more)
    assert [day["answers"] for day in figures["days"]] == [3]
    assert [ahead["due"] for ahead in figures["due"]][:3] == [0, 1, 2]
    table = quizgen("stats", "--format", "csv").stdout.splitlines()
    assert table[1].startswith("bridge-talk,1,3,3,2,0.6667,0,0,")
    assert quizgen("stats", bank).stdout.splitlines()[:2] == [head, row]
    nobody = json.loads(quizgen("stats", "--learner", "nobody", "--format", "json").stdout)
    assert nobody["banks"] == []


def test_a_damaged_history_is_said_and_left_alone(sealed: Path) -> None:
    (sealed / "history.db").write_bytes(b"junk" * 999)
    done = quizgen("stats")
    assert (done.returncode, done.stdout) == (2, "")
    assert "damaged" in done.stderr
    assert (sealed / "history.db").read_bytes() == b"junk" * 999


def test_every_date_is_explained(tmp_path: Path) -> None:
    bank = tmp_path / "talk.yaml"
    bank.write_text(BANK, encoding="utf-8")
    quizgen("play", bank, "--mode", "learn", typed="On Monday\nfalse\n")
    soon, why, later, reason = quizgen("stats", bank, "--dates").stdout.splitlines()
    assert soon == f"{bank}:8: The council will vote on Friday."
    assert why.startswith("  Due tomorrow, on ")
    assert why.endswith(": it was missed today, so it comes back after a day.")
    assert later == f"{bank}:4: When did they meet?"
    assert reason.startswith("  Due in 2 days, on ")
    assert "the chance that you still know it is down to about 90%" in reason
    dates = json.loads(quizgen("stats", bank, "--dates", "--format", "json").stdout)
    assert [one["item"] for one in dates] == ["vvvvvvvv", "mmmmmmmm"]
    assert quizgen("stats", bank, "--dates", "--format", "csv").stdout.startswith("due,question id")
    assert quizgen("stats", bank, "--dates", "--learner", "x").returncode == 2


def test_a_learner_whom_nobody_knows_is_no_learner_without_answers(capsys, sealed):
    open_history(sealed).close()
    for words in (["stats"], ["stats", "--items"], ["stats", "--dates"], ["history", "export"]):
        assert main([*words, "--learner", "Zoe"]) == 2
        assert "there is no learner “Zoe”" in capsys.readouterr().err
