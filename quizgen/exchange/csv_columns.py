"""Which columns of a table mean what, by the names that people give them."""

import re
from collections.abc import Sequence

_NAMES = {
    "id": "id identifier guid uid ref",
    "type": "type kind questiontype qtype itemtype",
    "question": "question prompt stem questiontext text term front q ask item",
    "context": "context introduction",
    "quote": "quote quotation passage",
    "answer": "answer correct correctanswer correctoption rightanswer key solution "
    "definition back a answers correctanswers answerkey correctchoice",
    "wrong": "wrong incorrect distractor wronganswer incorrectanswer distractors wronganswers",
    "choice": "choice option alternative answeroption possibleanswer options choices",
    "because": "because reason",
    "left": "left",
    "right": "right rightside",
    "extra": "extra",
    "tolerance": "tolerance margin errormargin",
    "unit": "unit units",
    "hint": "hint clue tip",
    "explanation": "explanation feedback rationale comment generalfeedback explain",
    "topic": "topic category subject theme chapter section",
    "speaker": "speaker",
    "tags": "tags tag labels keywords",
    "difficulty": "difficulty level",
    "points": "points score marks mark weight",
    "shuffle": "shuffle",
    "typos": "typos",
    "from": "from source evidence",
}
_BY_NAME = {alias: name for name, aliases in _NAMES.items() for alias in aliases.split()}
_LETTER = re.compile(r"(option|choice|answer)?([a-h])", re.IGNORECASE)


def columns_of(header: Sequence[str]) -> dict[int, tuple[str, int]]:
    """What the columns hold, by their names, and their numbers, 0 where they have none."""
    found: dict[int, tuple[str, int]] = {}
    for at, name in enumerate(header):
        plain = re.sub(r"[^a-z]", "", name.casefold())
        number = re.search(r"\d{1,3}", name)
        if plain in _BY_NAME and not (plain == "a" and _letters(header)):
            found[at] = _BY_NAME[plain], int(number[0]) if number else 0
        elif number is None and (letter := _LETTER.fullmatch(plain)):
            found[at] = "choice", ord(letter[2].casefold()) - ord("a") + 1
    return _settled(found)


def _settled(found: dict[int, tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """Read names that mean something else beside others.

    ``answer 1`` … ``answer 4`` are options where another column names the right one,
    ``right`` is the answer where nothing stands on the left, and a single column of options
    holds a list of them.
    """
    names = [name for name, _ in found.values()]
    numbers = {number for name, number in found.values() if name == "answer"}
    options = 0 in numbers and len(numbers) > 1 and not {"choice", "wrong"} & {*names}
    settled = {}
    for at, (name, number) in found.items():
        meant = name
        if name == "answer" and options and number:
            meant = "choice"
        elif name == "right" and "left" not in names:
            meant = "answer"
        elif name in {"choice", "wrong"} and names.count(name) == 1 and not number:
            meant = f"{name} list"
        settled[at] = meant, number
    return settled


def _letters(header: Sequence[str]) -> bool:
    """Whether the header has columns A, B, C for the options."""
    return {"a", "b", "c"} <= {name.strip().casefold() for name in header}
