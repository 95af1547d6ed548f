"""``quizgen stats --dates``: when each question comes back, and why then."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, show_words, talk
from quizgen.study.schedule import Card, date_of, explain

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.library.shelf import ShelvedBank


@dataclass(frozen=True, slots=True)
class Dated:
    """A question of a bank, where it stands, and its card."""

    item: str
    place: str
    stem: str
    card: Card


def show_dates(
    history: "History", banks: "Iterable[ShelvedBank]", arguments: argparse.Namespace
) -> None:
    """Print the questions of the banks that have a date, the soonest first."""
    from quizgen.cli.history import now
    from quizgen.cli.history_files import as_csv

    learner = _learner(history, arguments.learner)
    today = history.today(learner, at=now())
    retention = history.preferences(learner).retention
    dated = sorted(_dated(history, learner, banks), key=lambda one: (one.card.due, one.place))
    rows = [(one, explain(one.card, today, retention=retention)) for one in dated]
    if arguments.format == "json":
        found = [
            {
                "item": one.item,
                "place": one.place,
                "question": one.stem,
                "due": date_of(one.card.due).isoformat(),
                "why": why,
            }
            for one, why in rows
        ]
        show(json.dumps(found, ensure_ascii=False, indent=2))
    elif not rows:
        talk("quizgen: no question of these banks has a date yet; each answer gives it one.")
    elif arguments.format == "csv":
        heads: list[object] = ["due", "question id", "place", "question", "why"]
        cells = [[date_of(a.card.due), a.item, a.place, a.stem, why] for a, why in rows]
        show(as_csv([heads, *cells]).rstrip("\n"))
    else:
        for one, why in rows:
            show_words(f"{one.place}: {one.stem}", f"  {why}")


def _learner(history: "History", name: str | None) -> str:
    """The learner so named, or the only one there is."""
    from quizgen.cli.history import known_learner

    learners = history.learners()
    if name is None and len(learners) == 1:
        return next(iter(learners))
    return known_learner(history, name or "me")


def _dated(history: "History", learner: str, banks: "Iterable[ShelvedBank]") -> "Iterable[Dated]":
    from quizgen.bank.stamp import item_id

    for shelved in banks:
        if shelved.bank is None:
            continue
        records = history.records(learner, [shelved.bank.id])
        for question in shelved.bank.questions:
            item = item_id(question)
            record = records.get((shelved.bank.id, item))
            if record is not None and record.card is not None:
                line = f":{question.place.line}" if question.place else ""
                stem = " ".join(question.stem.split())
                yield Dated(item, f"{shelved.path}{line}", stem, record.card)
