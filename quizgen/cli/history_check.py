"""``quizgen history`` and ``quizgen history check``: where the history is and how it fares."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, show_words, talk
from quizgen.model.counted import many

if TYPE_CHECKING:
    from quizgen.history.health import Health
    from quizgen.history.identity import Orphan

_MANY = 50_000
_MOST_ORPHANS = 20


def where(_: argparse.Namespace) -> int:
    """Say where the history is and what it holds, in a few lines."""
    from quizgen.cli.history import database, opened
    from quizgen.history import backups
    from quizgen.history.errors import in_words

    path = database()
    show(f"history   {path}")
    if not path.exists():
        talk("quizgen: nothing is kept there yet.")
        return 0
    with opened() as history:
        totals = history.totals()
        learners = history.learners()
    answers = sum(bank.answers for bank in totals)
    show(
        f"holds     {many(answers, 'answer')} to {many(len(totals), 'bank')} "
        f"by {many(len(learners), 'learner')}"
    )
    good = backups.newest_good(path)
    kept = len(backups.listed(path))
    newest = f", the newest of {in_words(*good)}" if good else ""
    show(f"backups   {kept} in {backups.folder_of(path)}{newest}")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Check the file, its references and the figures; list what no bank holds any more."""
    from quizgen.bank.stamp import item_id
    from quizgen.cli.history import database, opened
    from quizgen.history.health import examine
    from quizgen.library.shelf import load
    from quizgen.model.errors import EXIT_FOUND

    path = database()
    if not path.exists():
        talk(f"quizgen: {path}: nothing is kept there yet.")
        return 0
    with opened() as history:
        answers = sum(bank.answers for bank in history.totals())
        if answers > _MANY and sys.stderr.isatty():
            talk(f"quizgen: looking through {answers:,} answers …")
        health = examine(history, rebuild=arguments.rebuild)
        banks = {
            shelved.bank.id: {item_id(question) for question in shelved.bank.questions}
            for shelved in load()
            if shelved.bank
        }
        orphans = history.orphans(banks)
    if arguments.format == "json":
        figures = {**asdict(health), "orphans": [asdict(one) for one in orphans]}
        show(json.dumps({"history": str(path), **figures}, ensure_ascii=False, indent=2))
    else:
        show_words(f"history      {path}", *_lines(health), *_orphans(orphans))
    return 0 if health.fine else EXIT_FOUND


def _lines(health: "Health") -> list[str]:

    sound = f"damaged ({health.damage[0]})" if health.damage else "sound"
    links = f"{many(health.dangling, 'link')} to nowhere" if health.dangling else "whole"
    differing = many(health.differing, "row")
    if health.rebuilt:
        mended = f"{differing} mended" if health.differing else "they are as they were"
        figures = f"worked out anew from the answers: {mended}"
    elif health.differing:
        figures = f"{differing} not as the answers have it; “history check --rebuild” mends that"
    else:
        figures = "as the answers have it"
    return [
        f"file         {sound} (form {health.version})",
        f"references   {links}",
        f"answers      {health.answers:,}",
        f"figures      {figures}",
        f"backups      {health.backups}",
    ]


def _orphans(orphans: "list[Orphan]") -> list[str]:
    if not orphans:
        return []

    what = many(len(orphans), "answered question")
    lines = [f"not found    {what} in no bank found from here; what is known is kept:"]
    for one in orphans[:_MOST_ORPHANS]:
        lines.append(f"  {one.bank}  {one.item}  {' '.join(one.stem.split())[:60]}")
    if len(orphans) > _MOST_ORPHANS:
        lines.append(f"  … and {len(orphans) - _MOST_ORPHANS} more; --format json lists all")
    return lines
