"""A review: what waits is shown once, each decision is in the file, and nothing else moves."""

import io
import sys
from pathlib import Path

import pytest

from quizgen.bank.merge.lock import Lock, Look, format_lock, lock_path, read_lock
from quizgen.bank.merge.review import Decision, Why
from quizgen.bank.reader import read_bank
from quizgen.bank.stamp import content_fingerprint
from quizgen.cli.main import main
from quizgen.history.figures import Flags
from quizgen.history.open import open_history
from quizgen.library.places import data_folder
from quizgen.library.reviewing import Review
from quizgen.library.shelf import shelve
from quizgen.model.errors import FileChangedError
from quizgen.sitting.sitting import Sitting
from quizgen.sitting.sources import Sources
from quizgen.study.session import Mode
from quizgen.tui.review_app import ReviewApp

from .speech import FRESH, SENTENCES, asked, bring_up_to_date, made

CHANGED = "The old bridge across the Arl was shut on the third of May because of its rotten piers."
FRESH_NOW = (asked(CHANGED), *FRESH[1:])


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank with a conflict: its first question was edited, and its sentence changed."""
    text, lock = made()
    entries = tuple(_seen(entry) for entry in lock.entries)
    text = text.replace("Which word is missing", "Which one word is missing", 1)
    text = text.replace("  topic: The bridge\n", "  topic: The bridge\n  tags: [mine]\n", 1)
    update = bring_up_to_date(text, FRESH_NOW, Lock(entries))
    path = tmp_path / "bridge.yaml"
    path.write_text(update.text, encoding="utf-8")
    lock_path(path).write_text(format_lock(Lock(update.entries)), encoding="utf-8")
    (tmp_path / "bridge.txt").write_text(
        "Mayor Holm: " + " ".join((CHANGED, *SENTENCES[1:])) + "\n\nQuestion: Why?\n",
        encoding="utf-8",
    )
    return path


def _seen(entry):
    from dataclasses import replace  # noqa: PLC0415

    return replace(entry, look=None)


def _again(path: Path) -> object:
    """What the next run makes of the bank."""
    text = path.read_text(encoding="utf-8")
    update = bring_up_to_date(text, FRESH_NOW, read_lock(path))
    assert update.text == text
    return update.plan.counts


def test_to_keep_ends_the_conflict_and_leaves_the_teachers_words(bank):
    review = Review(bank)
    assert review.current.why is Why.CONFLICT
    assert review.left == review.total == 1
    shown = [str(row) for row in review.current.rows()]
    assert "- question: Which one word is missing from what the mayor says?" in shown
    assert "+ question: Which word is missing from what the mayor says?" in shown
    assert "  answer: the" in shown
    assert any(line.startswith("+ from: ") and "third of May" in line for line in shown)
    before = bank.read_text(encoding="utf-8").splitlines()
    review.decide(Decision.KEEP)
    after = bank.read_text(encoding="utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert [line.split()[0] for line in gone] == ["#~", "made:"]
    assert len(after) == len(before) - 1
    assert review.current is None
    assert "yours" in {str(fate) for fate in _again(bank)}


def test_to_take_the_new_one_keeps_the_teachers_tags(bank):
    review = Review(bank)
    review.decide(Decision.TAKE_NEW)
    question = read_bank(bank).bank.questions[0]
    assert question.stem == "Which word is missing from what the mayor says?"
    assert "third of May" in question.quote
    assert question.tags == ("mine",)
    assert {str(fate) for fate in _again(bank)} == {"kept"}
    assert read_lock(bank).entries[0].look is None


def test_to_hide_writes_skip_and_keeps_the_rest(bank):
    Review(bank).decide(Decision.HIDE)
    question = read_bank(bank).bank.questions[0]
    assert question.skip
    assert question.stem.startswith("Which one word")
    _again(bank)


def test_what_is_put_off_waits_for_the_next_time(bank):
    review = Review(bank)
    review.skip()
    assert (review.current, review.left) == (None, 1)
    assert Review(bank).current is not None


@pytest.mark.parametrize("decision", list(Decision))
def test_a_decision_is_taken_back_to_the_byte(bank, decision):
    files = (bank, lock_path(bank))
    review, before = Review(bank), [file.read_bytes() for file in files]
    assert not review.can_undo
    review.decide(decision)
    assert [file.read_bytes() for file in files] != before
    review.undo()
    assert [file.read_bytes() for file in files] == before
    assert (review.decided, review.left, review.can_undo) == (0, 1, False)
    assert review.current is not None


def test_what_was_put_off_or_edited_comes_back(bank):
    review, before = Review(bank), bank.read_bytes()
    review.skip()
    review.undo()
    assert review.current is not None
    bank.write_bytes(before.replace(b"Which one word", b"Which single word", 1))
    review.edited()
    assert review.current is None
    review.undo()
    assert bank.read_bytes() == before
    assert review.current is not None


def test_nothing_is_taken_back_from_a_bank_saved_meanwhile(bank):
    review = Review(bank)
    review.decide(Decision.KEEP)
    saved = bank.read_bytes() + b"# more\n"
    bank.write_bytes(saved)
    with pytest.raises(FileChangedError):
        review.undo()
    assert bank.read_bytes() == saved
    assert review.can_undo


def test_an_edit_settles_and_no_edit_does_not(bank):
    review = Review(bank)
    review.edited()
    assert review.current is not None
    text = bank.read_text(encoding="utf-8").replace("Which one word", "Which single word", 1)
    bank.write_text(text, encoding="utf-8")
    review.edited()
    assert review.current is None
    assert "Which single word" in bank.read_text(encoding="utf-8")
    _again(bank)


def test_a_question_whose_words_are_gone_is_pinned_or_retired(tmp_path):
    for decision, expected in ((Decision.KEEP, "mine"), (Decision.TAKE_NEW, "retired")):
        text, lock = made()
        text = text.replace("Which word is missing", "Which one word is missing", 1)
        update = bring_up_to_date(text, FRESH[1:], Lock(tuple(map(_seen, lock.entries))))
        path = tmp_path / f"{expected}.yaml"
        path.write_text(update.text, encoding="utf-8")
        lock_path(path).write_text(format_lock(Lock(update.entries)), encoding="utf-8")
        review = Review(path)
        assert review.current.why is Why.GONE
        review.decide(decision)
        written = path.read_text(encoding="utf-8")
        assert "#~" not in written
        assert ("made: mine" in written) is (expected == "mine")
        assert len(read_bank(path).bank.retired) == (expected == "retired")
        again = bring_up_to_date(written, FRESH[1:], read_lock(path))
        assert again.text == written


def test_new_ones_are_shown_until_they_were_looked_at(tmp_path):
    text, lock = made(FRESH[:3])
    path = tmp_path / "b.yaml"
    path.write_text(text, encoding="utf-8")
    lock_path(path).write_text(format_lock(lock), encoding="utf-8")
    assert {entry.look for entry in lock.entries} == {None}
    update = bring_up_to_date(text, FRESH[:4], lock)
    path.write_text(update.text, encoding="utf-8")
    lock_path(path).write_text(format_lock(Lock(update.entries)), encoding="utf-8")
    assert read_lock(path).entries[3].look is Look.NEW
    review = Review(path)
    assert (review.current.why, review.total) == (Why.NEW, 1)
    review.decide(Decision.KEEP)
    assert path.read_text(encoding="utf-8") == update.text
    assert Review(path).current is None


def test_flags_are_shown_until_a_teacher_took_note_and_again_if_there_are_more(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_text(
        "quizgen: 1\nquestions:\n- question: Q?\n  answer: a\n  wrong: [b]\n  id: mine1\n",
        encoding="utf-8",
    )
    content = content_fingerprint(read_bank(path).bank.questions[0])
    flags = [Flags("mine1", content, 2, ("too easy",)), Flags("mine1", "another1", 9, ())]
    review = Review(path, flags)
    assert review.current.why is Why.FLAGGED
    assert review.current.flag.reasons == ("too easy",)
    review.decide(Decision.KEEP)
    assert Review(path, flags).current is None
    assert Review(path, [Flags("mine1", content, 3, ())]).current is not None


def test_a_bank_saved_meanwhile_is_not_written_over(bank):
    review = Review(bank)
    bank.write_text(bank.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    with pytest.raises(FileChangedError):
        review.decide(Decision.KEEP)
    assert bank.read_text(encoding="utf-8").endswith("# more\n")


def test_line_by_line_what_was_put_off_is_taken_back(tmp_path, monkeypatch, capsys):
    path = tmp_path / "b.yaml"
    questions = "".join(
        f"- question: Q{n}?\n  answer: a\n  wrong: [b]\n  id: mine{n}\n" for n in (1, 2)
    )
    path.write_text(f"quizgen: 1\nid: b\nquestions:\n{questions}", encoding="utf-8")
    with open_history(data_folder()) as history:
        sitting = Sitting.start([shelve(path)], history=history, count=2, seed=1, mode=Mode.LEARN)
        sitting.flag("unclear")
        sitting.answer("a")
        sitting.advance()
        sitting.flag("unclear")
    monkeypatch.setattr(sys, "stdin", io.StringIO("h\nu\nk\nk\n"))
    assert main(["review", str(path), "--plain"]) == 0
    assert "u take the last decision back" in capsys.readouterr().out
    assert "skip: true" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "outcome",
    [("k\n", 0, 0), ("take\n", 0, 0), ("s\n", 3, 1), ("", 3, 1), ("x\n\nq\n", 3, 1)],
)
def test_line_by_line(bank, outcome, monkeypatch, capsys):
    typed, code, left = outcome
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert main(["review", str(bank), "--plain"]) == code
    out, err = capsys.readouterr()
    assert "1 of 1, line " in out
    assert "| > The old bridge across the Arl was shut on the third of May" in out
    assert f"{left} left" in err
    assert main(["review", str(bank), "--plain"]) == (3 if left else 0)
    assert ("nothing waits" in capsys.readouterr().err) is (not left)


def test_flags_of_learners_reach_the_review(bank, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("k\n"))
    main(["review", str(bank), "--plain"])
    with open_history(data_folder()) as history:
        sitting = Sitting.start([shelve(bank)], history=history, count=1, seed=1)
        flagged = sitting.current.question.stem
        sitting.flag("unclear")
    capsys.readouterr()
    monkeypatch.setattr(sys, "stdin", io.StringIO("k\n"))
    assert main(["review", str(bank), "--plain"]) == 0
    out = capsys.readouterr().out
    assert "flagged once by those who took the quiz: “unclear”." in out
    assert flagged in out


async def test_full_screen(bank):
    with open_history(data_folder()) as history:
        shelved = shelve(bank)
        opened = []

        def edit(path, line):
            opened.append((path, line))
            text = path.read_text(encoding="utf-8").replace("Which one", "Which [single]", 1)
            path.write_text(text, encoding="utf-8")

        app = ReviewApp(Review(bank), Sources([shelved]), shelved, history, edit)
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert "you changed this question" in str(screen.query_one(".why").render())
            shown = [line.render().plain for line in screen.query("Hanging")]
            assert any(line.startswith("+ question") for line in shown)
            assert screen.check_action("take", ())
            await pilot.press("e")
            await pilot.pause()
        assert opened[0][0] == bank
    assert "Which [single] word" in bank.read_text(encoding="utf-8")
    assert Review(bank).current is None


async def test_in_full_screen_the_last_decision_is_taken_back_by_key_and_mouse(bank):
    before = bank.read_bytes()
    with open_history(data_folder()) as history:
        shelved = shelve(bank)
        app = ReviewApp(Review(bank), Sources([shelved]), shelved, history, lambda *_: None)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            screen = app.screen
            assert not screen.check_action("undo", ())
            await pilot.press("h")
            await pilot.pause()
            assert bank.read_bytes() != before
            assert "That was all: 1 question decided." in str(screen.query_one(".why").render())
            bar = screen.query_one("KeyBar")
            await pilot.click("KeyBar", offset=(bar.render().plain.index("Undo") + 2, 0))
            await pilot.pause()
            assert bank.read_bytes() == before
            assert "you changed this question" in str(screen.query_one(".why").render())
            await pilot.press("s", "u")
            await pilot.pause()
            assert screen.review.current is not None
            await pilot.press("question_mark")
            await pilot.pause()
            told = "\n".join(line.render().plain for line in app.screen.query("_Line"))
            assert "nobody is asked it" in " ".join(told.split())
    assert Review(bank).left == 1


async def test_full_screen_says_what_went_wrong_and_stays(bank):
    with open_history(data_folder()) as history:
        shelved = shelve(bank)
        app = ReviewApp(Review(bank), Sources([shelved]), shelved, history, lambda *_: None)
        async with app.run_test(size=(60, 20)) as pilot:
            await pilot.pause()
            bank.write_text(bank.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
            await pilot.press("k")
            await pilot.pause()
            assert "changed by another program" in str(next(iter(app._notifications)).message)
            assert app.screen.review.current is not None
            await pilot.press("q")
            await pilot.pause()
        assert app.return_code == 0
