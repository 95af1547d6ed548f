"""See how it went so far: scores by bank, what is due, what was kept in mind, what is weak.

The score counts first tries; what an exam left open is no try. “Held right” are answers that
you say were right, “flagged” the questions that you called bad; neither changes the score. With
--items, what the answers of all learners say about each question, and what to do about it.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, show_words, talk

if TYPE_CHECKING:
    from quizgen.history.log import History

EXAMPLE = "quizgen stats --items questions/g20-2017-putin-news-conference.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``stats`` understands."""
    add = parser.add_argument
    add("banks", nargs="*", metavar="BANK", help="only these banks: a file, a folder, or a name")
    add("--learner", metavar="NAME", help="one learner alone (default: all)")
    add("--items", action="store_true", help="analyse each question, with advice in words")
    add("--dates", action="store_true", help="when each question comes back, and why then")
    add(
        "--format",
        choices=("text", "json", "csv"),
        default="text",
        metavar="text|json|csv",
        help="text for people (default), json or csv for programs",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the figures."""
    from quizgen.cli import stats_dates, stats_items, stats_overview
    from quizgen.cli.history import known_learner
    from quizgen.history.open import FILE_NAME, open_history
    from quizgen.library.places import data_folder
    from quizgen.library.shelf import load

    path = data_folder() / FILE_NAME
    if not path.exists():
        if arguments.format == "json":
            show(stats_overview.as_json(stats_overview.nothing(path)))
        talk("quizgen: no answers so far. “quizgen play” takes a first quiz.")
        return 0
    with open_history(path.parent) as history:
        if arguments.learner is not None and arguments.format == "text":  # programs get nothing
            known_learner(history, arguments.learner)
        if arguments.dates:
            stats_dates.show_dates(history, _shelved(arguments.banks) or load(), arguments)
        elif arguments.items:
            stats_items.show_items(history, _shelved(arguments.banks), arguments)
        else:
            _overview(history, path, arguments)
    return 0


def _overview(history: "History", path: Path, arguments: argparse.Namespace) -> None:
    from quizgen.cli import stats_overview as overview
    from quizgen.cli.history import now
    from quizgen.cli.history_files import as_csv

    chosen = [shelved.bank.id for shelved in _shelved(arguments.banks) or () if shelved.bank]
    figures = overview.gather(history, path, arguments.learner, chosen or None, at=now())
    if arguments.format == "json":
        show(overview.as_json(figures))
    elif not figures.banks:
        talk("quizgen: no answers so far. “quizgen play” takes a first quiz.")
    elif arguments.format == "csv":
        show(as_csv(overview.table(figures)).rstrip("\n"))
    else:
        show_words(*overview.lines(figures))


def _shelved(names: list[str]):  # type: ignore[no-untyped-def] # noqa: ANN202
    from quizgen.library.resolve import resolve

    return [shelved for name in names for shelved in resolve(name)] or None
