"""Wording files: a teacher's own words for the stems of rules, as YAML.

A key is the name of a stem – a rule's name, or with a dot one of its variants, as
``quizgen rules --wording`` lists them – and its value the stem, with the same places in
curly brackets as the one it replaces::

    who-said: Whose words are these?
    question-drew-answer: Which question was {speaker} answering?
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path
from string import Formatter

from quizgen.documents.nodes import Document, Node, Scalar, excerpt
from quizgen.documents.nodes import Mapping as Fields
from quizgen.files.text import read
from quizgen.model.errors import RuleError
from quizgen.model.problem import Level, Problem
from quizgen.rules.registry import load
from quizgen.rules.wording import OPTIONAL, SHARED, places

_LIMIT = 1_000_000
_SHOWN = 20


def stems() -> dict[str, str]:
    """Every stem of the installed rules in its own words, and the phrases that rules share."""
    known = dict(SHARED)
    for rule in load(with_off=True):
        known.update((rule.stem_name(which), words) for which, words in rule.stems.items())
    return known


def shipped(language: str) -> dict[str, str]:
    """Quizgen's own stems in a language; none where it has no file for it."""
    place = files("quizgen.rules").joinpath("stems", f"{language}.yaml")
    if not place.is_file():
        return {}
    from quizgen.documents.parse import parse  # noqa: PLC0415 - loads yaml

    document = parse(place.read_text(encoding="utf-8"), str(place))
    return {key.value: _words(node) for key, node in _entries(document)}


def languages() -> list[str]:
    """The languages in which quizgen can put questions."""
    folder = files("quizgen.rules").joinpath("stems")
    return sorted(["en", *(Path(each.name).stem for each in folder.iterdir())])


def read_wording(path: str | Path, text: str | None = None) -> dict[str, str]:
    """The stems of a wording file; ``text`` is what it holds, where it was read already.

    Raises:
        FileError: the file is missing or cannot be read.
        RuleError: it is no wording file, names an unknown stem, or lacks a place in one.
    """
    from quizgen.documents.parse import parse  # noqa: PLC0415 - loads yaml

    if text is None:
        text = read(Path(path), limit=_LIMIT).text
    document = parse(text, str(path))
    found = tuple(sorted((*document.problems, *_problems(document, stems()))))
    if found:
        lines = "\n  ".join(f"{problem}\n    {problem.fix}" for problem in found[:_SHOWN])
        raise RuleError(
            f"the wording file “{path}” cannot be used:\n  {lines}",
            fix="“quizgen rules --wording” shows every stem and its places.",
        )
    return {key.value: _words(node) for key, node in _entries(document)}


def _entries(document: Document) -> Iterator[tuple[Scalar, Node]]:
    if isinstance(document.root, Fields):
        yield from document.root.pairs()


def _words(node: Node) -> str:
    """A stem's words; a no-break space, which French needs, is kept."""
    return re.sub(r"[ \t\r\n]+", " ", node.value).strip() if isinstance(node, Scalar) else ""


def _problems(document: Document, known: Mapping[str, str]) -> Iterator[Problem]:
    root = document.root
    if not isinstance(root, Fields):
        if not document.problems:
            fix = "Write a line for each stem, such as “who-said: Whose words are these?”."
            yield _problem(document, root, "no-wording", "there are no stems in this file", fix)
        return
    for first, second in root.repeated:
        message = f"“{second.value}” stands here for the second time"
        fix = f"The first one is in line {first.line}. Delete one of them."
        yield _problem(document, second, "duplicate-key", message, fix)
    for key, node in root.pairs():
        if key.value not in known:
            yield _unknown(document, key, known)
        elif not _words(node):
            message = f"“{key.value}” should be one text that is not empty"
            yield _problem(document, node, "wrong-shape", message, "Write the stem's words.")
        else:
            yield from _misplaced(document, node, key.value, known[key.value])


def _unknown(document: Document, key: Scalar, known: Mapping[str, str]) -> Problem:
    rule, _, which = key.value.partition(".")
    own = [name for name in known if name.partition(".")[0] == rule]
    close = get_close_matches(key.value, known, 1)
    if own and which:
        message = f"the rule “{rule}” has no stem “{which}”"
        fix = f"It has: {', '.join(own)}."
    else:
        message = f"there is no rule, and no stem, called “{key.value}”"
        fix = f"Did you mean “{close[0]}”?" if close else "“quizgen rules” lists the rules."
    return _problem(document, key, "unknown-stem", message, fix)


def _misplaced(document: Document, node: Node, name: str, own: str) -> Iterator[Problem]:
    """The places that a stem lacks, or has and should not have."""
    wanted = places(own)
    listed = ", ".join(f"{{{place}}}" for place in sorted(wanted)) or "no places"
    fix = f"The stem has {listed}."
    try:
        parts = list(Formatter().parse(_words(node)))
    except ValueError:
        fix = f"{fix} A bracket that is meant as such is written twice: {{{{ or }}}}."
        yield _problem(document, node, "broken-place", "a curly bracket is not closed", fix)
        return
    there = {place for _, place, _, _ in parts if place is not None}
    if any(form or conversion for _, _, form, conversion in parts):
        message = "a place is a name in curly brackets and nothing else"
        yield _problem(document, node, "broken-place", message, fix)
    for place in sorted(there - wanted):
        message = f"“{name}” has no place {{{place}}}"
        yield _problem(document, node, "unknown-place", message, fix)
    for place in sorted(wanted - there) if name not in OPTIONAL else ():
        message = f"“{name}” lacks its place {{{place}}}"
        yield _problem(document, node, "missing-place", message, fix)


def _problem(document: Document, node: Node | None, code: str, message: str, fix: str) -> Problem:
    line, column = (node.line, node.column) if node else (0, 0)
    shown = excerpt(document.lines, line)
    return Problem(document.path, line, column, Level.ERROR, code, message, fix, shown)
