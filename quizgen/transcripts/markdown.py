r"""The signs of Markdown that stand in what is said and that nobody says.

It is snake\_case. See [the manual](https://example.org/m) and [this][1].

Stars of bold and italic type stay: they tell labels and directions.
"""

import re
from collections.abc import Iterator

from quizgen.transcripts.metadata import front_end
from quizgen.transcripts.patterns import TIMES

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|\r?$)", re.MULTILINE)
_ADDRESS = r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:[ \t]+\"[^\"\n]{0,300}\")?\)"
_LINK = re.compile(
    rf"(?P<picture>!)?\[(?P<said>(?:\\.|[^\[\]\\\n]){{0,500}})\](?:{_ADDRESS}|\[(?P<mark>[^\[\]\n]{{1,100}})\])"
)
_DEFINED = re.compile(r"^ {0,3}\[(?P<mark>[^\[\]\n]{1,100})\]:[ \t]+\S+[^\n]{0,300}$", re.MULTILINE)
_GO_ON = frozenset("([")
_TIME = re.compile(rf"\(?{TIMES}\)?")


def signs(text: str) -> list[tuple[int, int]]:
    """The ranges of escapes, of links without the words that they hold, and of pictures."""
    front = front_end(text)  # has escapes of its own
    found = [match.span() for match in _ESCAPE.finditer(text, front)] if "\\" in text else []
    if not _may_link(text):
        return found
    links = sorted(_links(text, front))
    bounds = [*links, (len(text), len(text))]
    apart, at = [], 0
    for low, high in found:  # an escape in an address goes with it
        while bounds[at][1] <= low:
            at += 1
        if high <= bounds[at][0]:
            apart.append((low, high))
    return sorted([*apart, *links])


def _may_link(text: str) -> bool:
    """Whether a bracket or a parenthesis follows a closing bracket; one sign is found fast."""
    at = text.find("]")
    while at >= 0 and text[at + 1 : at + 2] not in _GO_ON:
        at = text.find("]", at + 1)
    return at >= 0


def _links(text: str, front: int) -> Iterator[tuple[int, int]]:
    defined = list(_DEFINED.finditer(text, front))
    marks = {match["mark"].casefold() for match in defined}
    for match in defined:
        yield match.span()
    for match in _LINK.finditer(text, front):
        low, high = match.span()
        if match["mark"] is not None and match["mark"].casefold() not in marks:
            continue
        if match["picture"]:
            yield low, high
        elif _TIME.fullmatch(match["said"]):
            yield match.end("said") + 1, high  # the brackets tell that it is a time
        else:
            yield low, low + 1
            yield match.end("said"), high
