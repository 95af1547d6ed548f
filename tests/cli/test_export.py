"""``quizgen export``: what it writes, says and answers."""

import os
import subprocess
import sys

import pytest

from quizgen.cli.main import main

BANK = """\
quizgen: 1
id: rivers
title: Rivers
questions:
- question: Which is the longest?
  answer: Nile
  wrong: [Rhine, Po]
  topic: Length
  difficulty: easy
  id: k7f2m9qz
- question: Put them in order.
  order: [Po, Rhine, Nile]
  id: m2n3p4q5
- question: What flows through Rome?
  answer: Tiber
  skip: true
  id: r2t3v4w5
"""


@pytest.fixture
def bank(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "rivers.yaml"
    place.write_text(BANK, encoding="utf-8")
    return place


def test_to_decides_and_not_the_name_of_the_file(bank, tmp_path):
    assert main(["export", "rivers.yaml", "--to", "moodle-xml", "-o", "rivers.gift"]) == 0
    assert (tmp_path / "rivers.gift").read_text(encoding="utf-8").startswith("<?xml")


def test_what_is_left_out_is_listed_with_its_line_and_exit_code_1(bank, tmp_path, capsys):
    assert main(["export", "rivers.yaml", "--to", "gift", "-o", "out.gift"]) == 1
    said = capsys.readouterr().err
    assert "rivers.yaml:11: m2n3p4q5: left out: GIFT has no things to put in order" in said
    assert "1 of 2 questions as GIFT in out.gift" in said
    assert "Nile" in (tmp_path / "out.gift").read_text(encoding="utf-8")


def test_loss_may_be_allowed(bank, capsys):
    assert main(["export", "rivers.yaml", "--to", "gift", "-o", "out.gift", "--allow-loss"]) == 0
    assert "left out" in capsys.readouterr().err


def test_text_goes_to_standard_output_and_talk_does_not(bank, capfdbinary):
    assert main(["export", "rivers.yaml", "--to", "json"]) == 0
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"{")
    assert b"2 questions as JSON" in err


def test_a_question_to_be_skipped_stays_at_home(bank, capfdbinary):
    main(["export", "rivers.yaml", "--to", "csv"])
    assert b"Tiber" not in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (["--topic", "length"], "Nile"),
        (["--difficulty", "easy"], "Nile"),
        (["--count", "1"], None),
    ],
)
def test_the_filters_are_those_of_play(bank, capfdbinary, words, kept):
    assert main(["export", "rivers.yaml", "--to", "csv", *words]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert len(lines) == 2
    assert kept is None or kept in lines[1]


def test_nothing_left_is_said(bank, capsys):
    assert main(["export", "rivers.yaml", "--to", "csv", "--tag", "none"]) == 2
    assert "no question is left" in capsys.readouterr().err


def test_an_old_file_is_kept_beside_the_new_one(bank, tmp_path, capsys):
    (tmp_path / "out.csv").write_text("mine", encoding="utf-8")
    assert main(["export", "rivers.yaml", "--to", "csv", "-o", "out.csv"]) == 0
    assert (tmp_path / "out.csv.bak").read_text(encoding="utf-8") == "mine"
    assert "out.csv.bak" in capsys.readouterr().err
    assert main(["export", "rivers.yaml", "--to", "csv", "-o", "out.csv"]) == 0
    assert not list(tmp_path.glob("*.bak.*"))


def test_the_bank_itself_is_never_written_over(bank, capsys):
    assert main(["export", "rivers.yaml", "--to", "json", "-o", "./rivers.yaml"]) == 2
    assert "the bank itself" in capsys.readouterr().err
    assert bank.read_text(encoding="utf-8") == BANK


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--to", "moodle"], "there is no format “moodle”"),
        (["--to", "hascard"], "can be read, but not written"),
        (["--to", "gift", "--variants", "3"], "pages to print"),
        (["--to", "gift", "--passages"], "pages to print"),
        (["--to", "html", "--variants", "27"], "26 versions"),
    ],
)
def test_what_cannot_be_is_refused(bank, capsys, words, message):
    assert main(["export", "rivers.yaml", *words]) == 2
    assert message in capsys.readouterr().err


def test_only_what_can_be_written_is_offered(bank, capsys):
    assert main(["export", "rivers.yaml", "--to", "hascart"]) == 2
    said = capsys.readouterr().err
    assert "gift" in said
    assert "hascard" not in said
    assert main(["export", "--help"]) == 0
    assert "hascard" not in capsys.readouterr().out


def test_a_bank_that_is_none_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.yaml").write_text("[", encoding="utf-8")
    assert main(["export", "bad.yaml", "--to", "csv"]) == 2
    assert "cannot be used" in capsys.readouterr().err


def test_several_banks_go_together(bank, tmp_path, capfdbinary):
    other = BANK.replace("id: rivers", "id: more").replace("Rivers", "More")
    (tmp_path / "more.yaml").write_text(other, encoding="utf-8")
    assert main(["export", "rivers.yaml", "more.yaml", "--to", "moodle-xml"]) == 0
    assert capfdbinary.readouterr().out.count(b'type="category"') == 2


def test_what_a_bank_includes_goes_along(bank, tmp_path, capfdbinary):
    (tmp_path / "all.yaml").write_text(
        "quizgen: 1\nid: all\ntitle: All\ninclude:\n- bank: rivers.yaml\n  ids: [k7f2m9qz]\n",
        encoding="utf-8",
    )
    assert main(["export", "all.yaml", "--to", "gift"]) == 0
    out = capfdbinary.readouterr().out
    assert b"top/Rivers" in out
    assert out.count(b"[id:") == 1


def test_an_apkg_is_as_new_as_its_bank_unless_the_build_says_otherwise(bank, monkeypatch, tmp_path):
    made = []
    for at, stamp in ((1_700_000_000, None), (1_700_000_060, None), (1_700_000_060, "1700000000")):
        os.utime(bank, (at, at))
        if stamp:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", stamp)
        target = tmp_path / f"{at}{stamp}.apkg"
        assert main(["export", "rivers.yaml", "--to", "anki", "-o", str(target)]) == 0
        made.append(target.read_bytes())
    assert made[0] == made[2] != made[1]


def test_questions_that_could_not_be_updated_in_anki_are_counted(bank, capsys):
    bank.write_text(BANK.replace("  id: m2n3p4q5\n", ""), encoding="utf-8")
    assert main(["export", "rivers.yaml", "--to", "anki", "-o", "out.apkg"]) == 0
    assert "1 without an id" in capsys.readouterr().err


def test_passages_come_from_the_transcript(capfdbinary):
    bank = "questions/g20-2017-putin-news-conference.yaml"
    assert main(["export", bank, "--to", "html", "--passages", "--count", "2"]) == 0
    out, err = capfdbinary.readouterr()
    assert out.count(b'<div class="passage">') == 2
    assert b"transcript is not there" not in err


def test_export_loads_neither_the_interface_nor_rules(bank):
    program = (
        "import sys; from quizgen.cli.main import main; main(sys.argv[1:]); "
        "print(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", program, "export", "rivers.yaml", "--to", "csv"],
        capture_output=True,
        text=True,
        check=True,
    ).stderr.split()
    assert not {"textual", "rich", "quizgen.rules", "nupunkt"} & {*loaded}
