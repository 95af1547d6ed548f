"""``quizgen stats --items``: what the answers say about each question, and where it stands."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, show_words, talk

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.library.shelf import ShelvedBank


def show_items(
    history: "History", banks: "list[ShelvedBank] | None", arguments: argparse.Namespace
) -> None:
    """Print the analysis of the questions of some banks, or of all that were answered."""
    from quizgen.cli.history_files import as_csv
    from quizgen.cli.item_lines import item_lines
    from quizgen.history import class_tables as tables
    from quizgen.library.shelf import load

    places = _places(history, banks or load())
    given = tables.tries(history, learner=arguments.learner, everyone_once=True)
    if banks is not None:
        given = [one for one in given if tables.label(one.name) in places]
    analysis = tables.analysis(history, given)
    questions = {tables.label(one.name): one.question for one in given}
    if arguments.format == "json":
        items = [
            {
                "place": places.get(one.item),
                "question": questions[one.item].stem,
                **asdict(one),
                "facility": round(one.facility, 4),
            }
            for one in analysis.items
        ]
        whole = asdict(analysis.whole)
        show(json.dumps({"test": whole, "items": items}, ensure_ascii=False, indent=2))
    elif not analysis.items:
        talk("quizgen: none of these questions was answered so far.")
    elif arguments.format == "csv":
        show(as_csv(tables.items_table(analysis, questions, places)).rstrip("\n"))
    else:
        show_words(*item_lines(analysis, questions, places))


def _places(history: "History", banks: "Iterable[ShelvedBank]") -> dict[str, str]:
    """Where each question stands, ``file:line``, by the name that the analysis has for it."""
    from quizgen.bank.stamp import item_id
    from quizgen.history.class_tables import label
    from quizgen.history.derived import root_of

    places: dict[str, str] = {}
    for shelved in banks:
        for question in shelved.bank.questions if shelved.bank else ():
            assert shelved.bank is not None
            name = root_of(history.reader, (shelved.bank.id, item_id(question)))
            line = f":{question.place.line}" if question.place else ""
            places.setdefault(label(name), f"{shelved.path}{line}")
    return places
