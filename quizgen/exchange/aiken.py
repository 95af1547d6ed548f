"""Aiken: a line for the question, a line an option, a line with the letter of the answer."""

import re
from collections.abc import Sequence

from quizgen.exchange.api import Fault, Incoming, Item, Losses, Options, Part, Row
from quizgen.exchange.reading import lines_of
from quizgen.exchange.wording import letter, mixed, one_line, prompt, split_prompt
from quizgen.model.question import Choice, Option, Question, TrueFalse

TITLE = "Aiken"
SUMMARY = "The plainest text for multiple choice; many programs read it."
BINARY = False
KINDS = {"choice": "multiple choice", "truefalse": "a choice of True and False"}
PLACES = frozenset({"control characters"})

_OPTION = re.compile(r"([A-Z])[).][ \t]+(\S.*)")
_ANSWER = re.compile(r"ANSWER:[ \t]*(.*)")
_MOST = 26


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write all items that fit on lines of their own."""
    blocks = []
    for part in parts:
        for item in part.items:
            stem = prompt(item.question).line()
            texts, key = _choices(item, options)
            reason = _impossible(stem, texts)
            if reason:
                losses.whole(item, reason)
                continue
            lines = [f"{letter(at)}) {text}" for at, text in enumerate(texts)]
            blocks.append("\n".join([stem, *lines, f"ANSWER: {letter(texts.index(key))}", ""]))
    return "\n".join(blocks).encode()


def _choices(item: Item, options: Options) -> tuple[list[str], str]:
    question = item.question
    if isinstance(question, TrueFalse):
        return ["True", "False"], str(question.key)
    assert isinstance(question, Choice)
    return [one_line(text) for text in mixed(item, options.seed)], one_line(question.key)


def _impossible(stem: str, texts: Sequence[str]) -> str | None:
    if _OPTION.match(stem):
        return "Aiken would take its first letter for that of an option"
    if stem.startswith("ANSWER:") or len(stem) < 2:
        return "Aiken would not take its text for a question"
    if len(texts) > _MOST:
        return f"Aiken has letters for {_MOST} options"
    if len(set(texts)) < len(texts):
        return "on a line each, two of its options are the same"
    return None


def score(text: str) -> float:
    """Aiken has lines with ``ANSWER:`` and options with capital letters."""
    lines = [line.strip() for line in lines_of(text)]
    found = any(map(_ANSWER.match, lines)) and any(map(_OPTION.match, lines))
    return 0.8 if found else 0.0


def read(text: str) -> Incoming:
    """Read question after question; each ends with its line ``ANSWER:``."""
    rows: list[Row] = []
    faults: list[Fault] = []
    start = 0
    stem: list[str] = []
    options: dict[str, str] = {}
    for number, raw in enumerate(lines_of(text), start=1):
        line = raw.strip()
        if not line:
            continue
        start = start or number
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        if answer:
            found = _question(" ".join(stem), options, answer[1].strip())
            if isinstance(found, str):
                faults.append(Fault(start, found))
            else:
                rows.append(Row(start, found))
            start, stem, options = 0, [], {}
        elif option and stem:
            options[option[1]] = option[2].strip()
        elif options:
            faults.append(Fault(start, "it has no line “ANSWER:” below its options"))
            start, stem, options = number, [line], {}
        else:
            stem.append(line)
    if start:
        faults.append(Fault(start, "it has no line “ANSWER:” below its options"))
    return Incoming(tuple(rows), tuple(faults))


def _question(stem: str, options: dict[str, str], answer: str) -> Question | str:
    """A question, or why it is none."""
    if not stem:
        return "it has options, but no text"
    if len(options) < 2:
        return "it has fewer than two options, as “A) …”"
    name = answer[:1].upper()
    if name not in options:
        return f"its answer “{answer[:40]}” is the letter of none of its options"
    key = options[name]
    wrong = tuple(Option(text) for letter_, text in options.items() if letter_ != name)
    if {text.casefold() for text in options.values()} == {"true", "false"}:
        return TrueFalse(key=key.casefold() == "true", **split_prompt(stem))
    return Choice(key=key, wrong=wrong, **split_prompt(stem))
