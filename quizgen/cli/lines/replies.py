"""From a typed line to an answer: numbers, letters or the words of the options."""

import re
from collections.abc import Sequence

from quizgen.cli.lines.page import options_of
from quizgen.model.question import Choice, Cloze, Match, Multi, Order, Response, TrueFalse
from quizgen.study.folding import fold, same
from quizgen.study.session import Asked

_PUNCTUATED = re.compile(r"\(?([0-9]{1,3}|[A-Za-z])[.):]?")
_BETWEEN = re.compile(r"[\s,;]+")
_YES_NO = {"t": "true", "true": "true", "yes": "true", "y": "true", "right": "true"} | {
    "f": "false", "false": "false", "no": "false", "n": "false", "wrong": "false"
}  # fmt: skip


def response_to(asked: Asked, line: str) -> Response:
    """The answer that ``line`` means; what fits no option is passed on as typed, and is wrong."""
    question, options = asked.question, options_of(asked)
    match question:
        case TrueFalse():
            said = _YES_NO.get(fold(line))
            response: Response = said or option_meant(line, options).casefold()
        case Choice():
            response = option_meant(line, options)
        case Multi():
            response = _several(line, options)
        case Order() | Match():
            response = _several(line, options)
        case Cloze():
            response = _blanks(line, len(question.blanks))
        case _:
            response = line.strip()
    return response


def option_meant(line: str, options: Sequence[str]) -> str:
    """The option with this number, these words or this letter; the line itself if there is none."""
    line = line.strip()
    at = _place(line, options)
    if at is not None and any(c.isdigit() for c in line):
        return options[at]
    for agrees in (str.__eq__, same):
        meant = [option for option in options if agrees(option, line)]
        if len(meant) == 1:
            return meant[0]
    return line if at is None else options[at]


def _place(sign: str, options: Sequence[str]) -> int | None:
    """The place, from 0, of the option that a number or a letter names, if there is one."""
    found = _PUNCTUATED.fullmatch(sign)
    if found is None:
        return None
    name = found[1]
    at = int(name) - 1 if name.isdigit() else ord(name.casefold()) - ord("a")
    return at if 0 <= at < len(options) else None


def _several(line: str, options: Sequence[str]) -> tuple[str, ...]:
    pieces = [piece for piece in _BETWEEN.split(line.strip()) if piece]
    if all(_place(piece, options) is not None for piece in pieces):
        return tuple(option_meant(piece, options) for piece in pieces)
    return tuple(option_meant(piece, options) for piece in line.split(";"))


def _blanks(line: str, number: int) -> tuple[str, ...]:
    if number == 1:
        return (line.strip(),)
    return tuple(piece.strip() for piece in line.split(";"))
