"""Look at what is new, changed, in conflict or flagged in a bank, one by one, and decide.

Every decision is written at once: keep a question, edit it in your editor, put it off, take
quizgen's new version, or hide it (skip: true). On a terminal the full-screen app opens; with
--plain, or without a terminal, it goes line by line. The exit code is 3 if some are left.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, talk
from quizgen.model.counted import many
from quizgen.model.errors import EXIT_FINE, EXIT_NEEDS_A_LOOK, QuizgenError

if TYPE_CHECKING:
    from quizgen.library.reviewing import Review
    from quizgen.sitting.sources import Sources

EXAMPLE = "quizgen review questions/g20-2017-putin-news-conference.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``review`` understands."""
    parser.add_argument("bank", metavar="BANK", help="a file, or a bank's name")
    parser.add_argument("--plain", action="store_true", help="line by line, not full-screen")


def run(arguments: argparse.Namespace) -> int:
    """Show what waits until all is decided or the teacher stops."""
    from quizgen.cli.screen import settings_for, wants_lines
    from quizgen.history.open import open_history
    from quizgen.library.copies import own_copy
    from quizgen.library.places import data_folder
    from quizgen.library.resolve import resolve_one
    from quizgen.library.reviewing import Review
    from quizgen.sitting.sources import Sources

    shelved = resolve_one(arguments.bank)
    path = own_copy(shelved.path, by_name=not Path(arguments.bank).exists())
    with open_history(data_folder()) as history:
        flags = history.flags(shelved.bank.id) if shelved.bank else []
        review = Review(path, flags)
        sources = Sources([shelved])
        if review.current is None:
            talk(f"{path}: nothing waits for a look.")
            return EXIT_FINE
        if arguments.plain or wants_lines():
            _lines(review, sources, shelved.bank.id if shelved.bank else "")
        else:
            from quizgen.tui.review_app import run_review

            run_review(review, sources, shelved, history, _edit, settings=settings_for(None))
    talk(f"{path}: {many(review.decided, 'question')} decided, {review.left} left.")
    return EXIT_NEEDS_A_LOOK if review.left else EXIT_FINE


def _lines(review: "Review", sources: "Sources", bank: str) -> None:
    """Line by line: the question, then a letter."""
    talk(f"{review.path}: {many(review.total, 'question')} to look at. Type a letter and Enter.")
    while review.current is not None:
        _show(review, sources, bank)
        choice = _choice(review)
        if choice is None:
            return
        try:
            _do(review, choice)
        except QuizgenError as error:
            talk(f"quizgen: {error.message}", *([f"  {error.fix}"] if error.fix else []))
            if error.exit_code == 4:
                raise


def _show(review: "Review", sources: "Sources", bank: str) -> None:
    from quizgen.cli.lines.page import passage_lines
    from quizgen.cli.lines.printable import printable
    from quizgen.library.reviewing import reason

    case = review.current
    assert case is not None
    show("", f"{review.position} of {review.total}, line {case.question_line}: {reason(case)}")
    about = case.now or case.question
    show(*passage_lines(sources.passages(bank, about), about.evidence))
    show(*(printable(str(row)) for row in case.rows()))


def _choice(review: "Review") -> str | None:
    """One of the letters offered; None at the end of the input or to stop."""
    from quizgen.library.reviewing import choices

    case = review.current
    assert case is not None
    offered = choices(case)
    if review.can_undo:
        offered["u"] = "take the last decision back"
    while True:
        show(", ".join(f"{letter} {words}" for letter, words in offered.items()) + ", q stop:")
        sys.stdout.flush()
        line = sys.stdin.readline() if sys.stdin else ""
        word = line.strip().lower()
        if not line or word in {"q", "quit"}:
            return None
        if word[:1] in offered and (len(word) == 1 or offered[word[0]].startswith(word)):
            return word[0]
        show("Type one of the letters.")


def _do(review: "Review", choice: str) -> None:
    from quizgen.bank.merge.review import Decision

    case = review.current
    assert case is not None
    if choice == "e":
        _edit(review.path, case.question_line)
        review.edited()
    elif choice == "s":
        review.skip()
    elif choice == "u":
        review.undo()
    else:
        decisions = {"k": Decision.KEEP, "t": Decision.TAKE_NEW, "h": Decision.HIDE}
        review.decide(decisions[choice])


def _edit(path: Path, line: int) -> None:
    from quizgen.cli.edit import open_editor

    open_editor(path, line)
