"""``quizgen history export`` and ``merge``: the history as files, and the results of a class."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, talk
from quizgen.model.counted import many

if TYPE_CHECKING:
    from quizgen.history.class_tables import Table

Add = Callable[[str, Callable[[argparse.Namespace], int], str, str], argparse.ArgumentParser]


def configure(add: Add) -> None:
    """Add the actions that read or write files."""
    export = add(
        "export", _export, "write answers to a file, or to standard output", "export -o all.json"
    )
    export.add_argument("--learner", metavar="NAME", help="one learner alone (default: all)")
    export.add_argument(
        "--format",
        choices=("json", "csv"),
        default="json",
        metavar="json|csv",
        help="json: all of it, for “history merge”; csv: a row for each first try",
    )
    export.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write (default: show it)"
    )
    merge = add(
        "merge",
        _merge,
        "enter results that were handed in (or another history) and table them",
        "merge class/*.json -o class.csv --items items.csv",
    )
    merge.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="results handed in, or exports",
    )
    merge.add_argument(
        "--into", metavar="NAME", help="all of it is this learner's, from another machine"
    )
    merge.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where the CSV goes: a row an attempt"
    )
    merge.add_argument(
        "--answers", type=Path, metavar="FILE", help="also write a CSV with a row an answer"
    )
    merge.add_argument(
        "--items", type=Path, metavar="FILE", help="also write a CSV with a row a question"
    )


def _export(arguments: argparse.Namespace) -> int:
    from quizgen.cli.history import known_learner, opened
    from quizgen.files.atomic import write
    from quizgen.history import results
    from quizgen.history.class_tables import answers_table, tries

    with opened() as history:
        learner = None
        if arguments.learner is not None:
            learner = known_learner(history, arguments.learner)
        if arguments.format == "csv":
            text = as_csv(answers_table(tries(history, learner=arguments.learner)))
        else:
            sessions = results.all_sessions(history, learner)
            text = results.dumps(results.sessions_of(history, sessions))
    if arguments.output is None:
        show(text.rstrip("\n"))
    else:
        write(arguments.output, text)
    return 0


def _merge(arguments: argparse.Namespace) -> int:
    from quizgen.cli.history import now, opened
    from quizgen.cli.item_lines import item_lines
    from quizgen.files.atomic import write
    from quizgen.history import class_tables as tables
    from quizgen.history.merge import merge

    with opened() as history:
        merged = merge(history, arguments.files, at=now(), into=arguments.into)
        sessions = {session for one in merged for session in one.sessions}
        given = tables.tries(history, sessions=sessions)
        analysis = tables.analysis(history, given)
    for one in merged:
        new = many(one.entered.answers, "new answer") if one.entered.answers else "nothing new"
        talk(f"quizgen: {one.path}: {many(len(one.sessions), 'session')}, {new}.")
    questions = {tables.label(one.name): one.question for one in given}
    attempts = as_csv(tables.attempts_table(given))
    if arguments.output is None:
        show(attempts.rstrip("\n"))
    else:
        write(arguments.output, attempts)
    if arguments.answers is not None:
        write(arguments.answers, as_csv(tables.answers_table(given)))
    if arguments.items is not None:
        write(arguments.items, as_csv(tables.items_table(analysis, questions, {})))
    if analysis.items:
        talk("", *item_lines(analysis, questions, {}))
    return 0


def as_csv(table: "Table") -> str:
    """A table as CSV."""
    import csv
    import io

    from quizgen.history.class_tables import spread

    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(spread(table))
    return text.getvalue()
