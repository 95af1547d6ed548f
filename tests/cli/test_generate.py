"""Making banks and bringing them up to date, through the command."""

import difflib
import json
import os
import shutil
from pathlib import Path

import pytest

from quizgen.bank.reader import read_bank
from quizgen.cli.main import main
from quizgen.files import atomic

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "g20-2017-putin-news-conference.txt"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with a transcript of its own and nothing else."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    shutil.copy(SEED, tmp_path / "seeds" / "talk.txt")
    return tmp_path


@pytest.fixture
def bank(here, capsys):
    """The bank of the transcript, in ``questions/``."""
    assert main(["generate", "seeds/talk.txt"]) == 0
    capsys.readouterr()
    return here / "questions" / "talk.yaml"


def _edit(path, old, new):
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_a_new_bank_has_its_lock_and_its_schema_beside_it(bank):
    names = sorted(path.name for path in bank.parent.iterdir())
    assert names == ["quizgen-bank.schema.json", "talk.lock.json", "talk.yaml"]


def test_without_a_file_every_bank_is_brought_up_to_date_and_nothing_is_new(bank, capsys):
    shutil.copy(bank.parents[1] / "seeds" / "talk.txt", bank.parents[1] / "seeds" / "other.txt")
    assert main(["generate", "seeds/other.txt", "--count", "8"]) == 0
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in bank.parent.iterdir()}
    capsys.readouterr()
    assert main(["generate"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in said] == ["questions/other.yaml", str(
        bank.relative_to(bank.parents[1]))]  # fmt: skip
    assert said[0].endswith(": 8 kept")
    assert {p: (p.read_bytes(), p.stat().st_mtime_ns) for p in bank.parent.iterdir()} == before
    assert main(["generate", "--dry-run"]) == 0


def test_a_teachers_work_survives_a_changed_transcript(bank, here, capsys):
    _edit(bank, "answer: Vladimir Putin", "answer: Mr Putin")
    _edit(
        bank, "questions:\n", "questions:\n# by hand\n- question: Q?\n  answer: a\n  wrong: [b]\n"
    )
    talk = here / "seeds" / "talk.txt"
    _edit(talk, "preparing the ground", "preparing the new ground")
    before = bank.read_text(encoding="utf-8")
    assert main(["generate", "--dry-run"]) == 1
    out, err = capsys.readouterr()
    assert "+  answer: preparing the new ground" in out or "preparing the new ground" in out
    assert "would change" in err
    assert bank.read_text(encoding="utf-8") == before
    assert main(["generate"]) == 0
    after = bank.read_text(encoding="utf-8")
    gone = [line[1:] for line in difflib.ndiff(before.splitlines(), after.splitlines())
            if line.startswith("- ")]  # fmt: skip
    assert gone
    assert "# by hand\n- question: Q?\n  answer: a\n  wrong: [b]\n" in after
    assert "answer: Mr Putin" in after
    assert (bank.parent / "talk.yaml.bak").read_text(encoding="utf-8") == before
    assert main(["generate", "--dry-run"]) == 0


def test_a_conflict_is_noted_and_ends_with_three(bank, here, capsys):
    _edit(bank, "  answer: Poland\n", "  answer: the Poland\n")
    _edit(here / "seeds" / "talk.txt", "a rather tough rhetoric", "a very tough rhetoric")
    assert main(["generate"]) == 3
    assert "1 needs a look" in (said := capsys.readouterr().err)
    assert f"quizgen review {Path('questions/talk.yaml')}" in said
    text = bank.read_text(encoding="utf-8")
    assert text.count("\n#~ the transcript changed here") == 1
    assert "  answer: the Poland\n" in text
    assert main(["generate"]) == 3
    assert bank.read_text(encoding="utf-8") == text


def test_a_deleted_question_stays_deleted_until_restored(bank, capsys):
    whole = bank.read_text(encoding="utf-8")
    first = read_bank(bank).bank.questions[0].id
    start = whole.index("- question:")
    bank.write_text(
        whole[:start] + whole[whole.index("- question:", start + 1) :], encoding="utf-8"
    )
    shorter = bank.read_text(encoding="utf-8")
    assert main(["generate"]) == 0
    assert bank.read_text(encoding="utf-8") == shorter
    assert "1 stays deleted" in capsys.readouterr().err
    assert main(["generate", "seeds/talk.txt", "--restore", "nosuch"]) == 2
    assert f"Deleted are: {first}." in capsys.readouterr().err
    assert main(["generate", "seeds/talk.txt", "--restore", first]) == 0
    assert bank.read_text(encoding="utf-8") == whole


def test_a_broken_question_is_not_told_among_the_deleted_ones(bank, capsys):
    whole = bank.read_text(encoding="utf-8")
    first = read_bank(bank).bank.questions[0].id
    bank.write_text(whole.replace("answer:", "- answer:", 1), encoding="utf-8")
    assert main(["generate", "seeds/talk.txt", "--restore", "nosuch"]) == 2
    assert "Deleted are: none." in capsys.readouterr().err
    assert main(["generate", "seeds/talk.txt", "--restore", first]) == 2
    assert f"“{first}” was not deleted" in capsys.readouterr().err


def test_a_lost_lock_loses_nothing_and_brings_nothing_back(bank, capsys):
    text = bank.read_text(encoding="utf-8")
    (bank.parent / "talk.lock.json").write_text("<<<<<<< ours", encoding="utf-8")
    assert main(["generate"]) == 0
    assert bank.read_text(encoding="utf-8") == text
    assert json.loads((bank.parent / "talk.lock.json").read_text(encoding="utf-8"))["items"]
    assert "held back" not in capsys.readouterr().err


def test_a_smaller_count_retires_and_a_larger_one_brings_back(bank):
    ids = {question.id for question in read_bank(bank).bank.questions}
    assert main(["generate", "seeds/talk.txt", "--count", "10"]) == 0
    fewer = read_bank(bank).bank
    assert (len(fewer.questions), fewer.generate.count) == (10, 10)
    assert {question.id for question in (*fewer.questions, *fewer.retired)} == ids
    assert main(["generate", "seeds/talk.txt", "--count", "30"]) == 0
    assert {question.id for question in read_bank(bank).bank.questions} == ids


@pytest.mark.parametrize("count", ["8", "30"])
def test_a_transcript_that_grows_and_shrinks_settles_at_once(here, count):
    talk, bank = here / "seeds" / "talk.txt", here / "questions" / "talk.yaml"
    whole = talk.read_text(encoding="utf-8")
    paragraphs = whole.split("\n\n")
    talk.write_text("\n\n".join(paragraphs[: len(paragraphs) // 2]), encoding="utf-8")
    assert main(["generate", "seeds/talk.txt", "--count", count]) == 0
    first = {question.id for question in read_bank(bank).bank.questions}
    for text in (whole, "\n\n".join(paragraphs[3:]), whole):
        talk.write_text(text, encoding="utf-8")
        assert main(["generate"]) == 0
        once = bank.read_bytes()
        assert main(["generate"]) == 0
        assert bank.read_bytes() == once
    held = read_bank(bank).bank
    assert first <= {question.id for question in (*held.questions, *held.retired)}
    assert len(held.questions) <= int(count)


def test_a_bank_that_cannot_be_read_is_refused_and_the_others_are_made(bank, capsys):
    broken = bank.with_name("a.yaml")
    text = bank.read_text(encoding="utf-8").replace("answer: Vladimir", "answer: so: Vladimir", 1)
    broken.write_text(text, encoding="utf-8")
    broken.with_name("b.yaml").write_bytes(b"\xff\xfe\x00")
    assert main(["generate"]) == 2
    said = capsys.readouterr().err
    assert "Mend it first: quizgen check" in said
    assert f"{Path('questions/talk.yaml')}: " in said
    assert broken.read_text(encoding="utf-8") == text
    assert not broken.with_name("a.lock.json").exists()


def test_a_bank_saved_by_the_teacher_meanwhile_is_left_alone(bank, here, monkeypatch, capsys):
    _edit(here / "seeds" / "talk.txt", "preparing the ground", "preparing the new ground")
    write = atomic.write

    def slow(path, data, **more):
        if Path(path).name == bank.name:
            _edit(bank, "questions:\n", "questions:   # just saved\n")
        write(path, data, **more)

    monkeypatch.setattr(atomic, "write", slow)
    lock = (bank.parent / "talk.lock.json").read_bytes()
    assert main(["generate"]) == 4
    assert "questions:   # just saved" in bank.read_text(encoding="utf-8")
    assert "our personal" not in bank.read_text(encoding="utf-8")
    assert (bank.parent / "talk.lock.json").read_bytes() == lock


def test_a_file_of_the_same_name_does_not_take_over_a_bank(bank, here, capsys):
    (here / "more").mkdir()
    shutil.copy(here / "seeds" / "talk.txt", here / "more" / "talk.txt")
    assert main(["generate", "more/talk.txt"]) == 2
    assert "made from another transcript" in capsys.readouterr().err
    name = str(Path("questions/talk.yaml"))
    assert main(["generate", "more/talk.txt", "-o", name]) == 0
    assert "source: ../more/talk.txt\n" in bank.read_text(encoding="utf-8")


def test_force_makes_a_bank_anew(bank):
    whole = bank.read_text(encoding="utf-8")
    _edit(bank, "answer: Vladimir Putin", "answer: Mr Putin")
    assert main(["generate", "seeds/talk.txt", "--force"]) == 0
    assert bank.read_text(encoding="utf-8") == whole


def test_byte_order_mark_and_windows_lines_survive(bank, here):
    text = bank.read_text(encoding="utf-8")
    bank.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = bank.read_bytes()
    assert main(["generate"]) == 0
    assert bank.read_bytes() == before
    _edit(here / "seeds" / "talk.txt", "preparing the ground", "preparing the new ground")
    assert main(["generate"]) == 0
    after = bank.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf# yaml")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert b"preparing the new ground" in after


def test_the_summary_can_be_read_by_a_program(bank, capsys):
    assert main(["generate", "--format", "json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert row["fates"] == {"kept": row["count"]}
    assert row["changed"] is False
    assert {"rule", "candidates", "shipped"} <= set(row["rules"][0])


def test_the_banks_in_the_repository_are_up_to_date(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(["generate", "--dry-run"]) == 0
    for bank in Path("questions").glob("*.yaml"):
        if read_bank(bank).bank.generate:
            assert bank.with_name(f"{bank.stem}.lock.json").exists()


def test_an_interrupted_write_leaves_the_old_bank(bank, here, monkeypatch):
    _edit(here / "seeds" / "talk.txt", "preparing the ground", "preparing the new ground")
    before = bank.read_bytes()

    def broken(handle):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", broken)
    assert main(["generate"]) == 130
    assert bank.read_bytes() == before


def test_the_result_comes_first_and_the_rules_that_gave_nothing_only_where_asked(here, capsys):
    assert main(["generate", "seeds/talk.txt", "--count", "40"]) == 0
    short = capsys.readouterr().err.splitlines()
    assert short[0].startswith("wrote ")
    assert short[-1].endswith(" gave nothing; --verbose says why.")
    assert not [line for line in short if " gave nothing: " in line]
    assert main(["generate", "seeds/talk.txt", "--count", "40", "--force", "--verbose"]) == 0
    said = capsys.readouterr().err.splitlines()
    rules = [line for line in said if " gave nothing: " in line]
    assert said.index(rules[0]) > said.index(
        f"Take the quiz: quizgen play {Path('questions/talk.yaml')}"
    )
    assert f"{len(rules)} rules gave nothing" in short[-1]


def test_a_transcript_that_gives_nothing_says_what_its_sentences_lack(tmp_path, capsys):
    talk = tmp_path / "talk.txt"
    lines = ["Ann Lee: Did he?", "Bob Roe: He did.", "Ann Lee: Why was that?", "Bob Roe: Money."]
    talk.write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    words = ["generate", str(talk), "-o", str(tmp_path / "bank.yaml")]
    assert main(words) == 2
    said = capsys.readouterr().err
    assert "of 4 sentences 0 can be quoted by themselves; 2 are questions" in said
    assert "stage: " not in said
    assert main([*words, "--verbose"]) == 2
    assert "stage gave nothing: " in capsys.readouterr().err


def test_a_bank_that_is_named_is_brought_up_to_date_from_its_own_transcript(here, capsys):
    assert main(["generate", "seeds/talk.txt", "-o", "banks/mine.yaml"]) == 0
    before = Path("banks/mine.yaml").read_bytes()
    capsys.readouterr()
    assert main(["generate", "banks/mine.yaml"]) == 0
    assert "kept" in capsys.readouterr().err
    assert Path("banks/mine.yaml").read_bytes() == before
    assert not Path("questions").exists()


def test_a_bank_without_a_transcript_says_what_to_name(here, capsys):
    Path("own.yaml").write_text("questions:\n- question: Q?\n  answer: a\n", encoding="utf-8")
    assert main(["generate", "own.yaml"]) == 2
    assert "“own.yaml” is a bank, and names no transcript" in (said := capsys.readouterr().err)
    assert "-o own.yaml" in said


def test_rules_that_are_off_are_named_where_they_alone_would_ask(tmp_path, capsys):
    talk = tmp_path / "talk.txt"
    said = [
        "The bridge at Holm was closed because the winter flood had broken the middle arch.",
        "The market moved to Lund because the old square could not hold the summer cattle.",
        "The mill burned down because the young miller had forgotten the oven chimney.",
        "The school lost its teacher because the poor county had halved the monthly wages.",
    ]
    talk.write_text("".join(f"Bob Roe: So?\n\nAnn Lee: {each}\n\n" for each in said), "utf-8")
    target = str(tmp_path / "talk.yaml")
    assert main(["generate", str(talk), "-o", target]) == 2
    told = capsys.readouterr().err
    assert "--rules because would give" in told
    assert main(["generate", str(talk), "-o", target, "--rules", "because"]) == 0
