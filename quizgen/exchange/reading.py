"""What the readers of foreign formats share: giving up on a row, feedback, categories."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from quizgen.exchange.api import Fault, Incoming, Row

T = TypeVar("T")

LONGEST_ANSWER = 60
"""What stands on the back of a card is an answer to type if it is no longer than this."""


MOST_ANSWERS = 500
"""A row with more answers than this was not written for people."""


class UnreadableError(Exception):
    """A row cannot come in; the message is the fault's reason."""


def limited(answers: list[T]) -> list[T]:
    """The answers of a row, unless there are too many.

    Raises:
        UnreadableError: there are.
    """
    if len(answers) > MOST_ANSWERS:
        raise UnreadableError(f"it has more than {MOST_ANSWERS} answers")
    return answers


def told(common: dict[str, Any], said: Iterable[str]) -> dict[str, Any]:
    """The common fields, with what is said about the right answers in the explanation."""
    parts = [common.get("explanation"), *dict.fromkeys(said)]
    return {**common, "explanation": "\n\n".join(part for part in parts if part) or None}


def by_category(
    rows: Sequence[tuple[Row, str]], faults: Sequence[Fault], categories: Iterable[str]
) -> Incoming:
    """A single category is the file's title; several are the questions' topics."""
    found = set(categories)
    if len(found) > 1:
        return Incoming(tuple(_on_topic(row, category) for row, category in rows), tuple(faults))
    return Incoming(tuple(row for row, _ in rows), tuple(faults), next(iter(found), None) or None)


def _on_topic(row: Row, category: str) -> Row:
    return Row(row.line, replace(row.question, topic=row.question.topic or category or None))


def lines_of(text: str) -> list[str]:
    """The lines of a text; only line feeds and carriage returns end one."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
