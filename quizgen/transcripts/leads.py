"""What stands between a label and the first word that is spoken: times and stage directions.

ORLA (aside): (Sits down.) He does not know me.

A bracket there is a direction where its words say so, and where the file is a play: many of
its turns begin with one, or one name has now this bracket, now that.
"""

import re
from collections.abc import Callable, Sequence

from quizgen.transcripts.labels import Label
from quizgen.transcripts.notes import BRACKETED, TIME, notes
from quizgen.transcripts.starts import Start

LEADS = frozenset("(（[\\{♪♫*")
"""The signs that open what is no speech."""

_LONGEST_DIRECTION = 40
_LONGEST_OF_A_PLAY = 120
_TO_WHOM = re.compile(r"(?:[a-z]+ )?to (?:the|his|her|their|[A-Z][\w.]*)\b")
_SAMPLE = 200
_FEWEST = 3
_LONGEST_GAP = 80  # characters between a label and its time
_OFTEN = 0.1

Pieces = list[tuple[int, int]]
Lead = tuple[str, int, int]


class Leads:
    """Takes times and directions off the beginning of turns, as they are used in one text."""

    def __init__(self, text: str, starts: Sequence[Start]) -> None:
        self.text = text
        sample = starts[:_SAMPLE]
        at = [each.text + blank(text[each.text : each.text + _LONGEST_GAP]) for each in sample]
        timed = sum(1 for place in at if TIME.match(text, place))
        opened = sum(1 for place in at if text[place : place + 1] == "(")
        self.timed = timed >= _FEWEST and timed * 2 > len(sample)
        self.play = opened >= max(_FEWEST, _OFTEN * len(sample))

    def of(self, pieces: Pieces, *, chat: bool, timed: bool) -> tuple[list[Lead], Pieces]:
        """The kinds and ranges of what leads a turn, and the pieces without it.

        In a ``chat`` brackets are what somebody writes, and behind a label that is ``timed``,
        as in most chats, where nothing but a bracket is written.
        """
        found: list[Lead] = []
        while pieces:
            low, high = pieces[0]
            lead = self._time(low, high) or self._bracket(low, high, chat=chat, timed=timed)
            if lead is None:
                break
            found.append(lead)
            at = self._beyond(lead, high)
            pieces = [(at, high), *pieces[1:]] if at < high else pieces[1:]
            if pieces and at >= high:
                low, high = pieces[0]
                pieces = [(low + blank(self.text[low:high]), high), *pieces[1:]]
        return found, pieces

    def _beyond(self, lead: Lead, high: int) -> int:
        """Where what follows a lead begins."""
        text, at = self.text, lead[2]
        stops = "" if lead[0] == "time" and text[lead[1]].isdigit() else ".:"
        while at < high and (text[at].isspace() or text[at] in stops):
            at += 1
        return at

    def _time(self, low: int, high: int) -> Lead | None:
        """A time that stands alone, or where all turns have one."""
        if not self.text[low].isdigit():
            return None
        time = TIME.match(self.text, low, high)
        if time and (self.timed or _ends_line(self.text, time.end())):
            return ("time", *time.span())
        return None

    def _bracket(self, low: int, high: int, *, chat: bool, timed: bool) -> Lead | None:
        """A bracket that is a note or a direction."""
        text = self.text
        match = BRACKETED.match(text, low, high) if text[low] in LEADS else None
        if match is None:
            return None
        kind, inside = _known(match), "" if chat else match["round"]
        written = timed and not text[match.end() : high].strip(" .\r\n")
        if kind is None and inside and not written and self._directs(inside, match.end()):
            kind = "direction"
        return (kind, *match.span()) if kind else None

    def _directs(self, inside: str, end: int) -> bool:
        """Whether a bracket in front says how the words are spoken, or what is done first."""
        if len(inside) > _LONGEST_OF_A_PLAY:
            return False
        short = len(inside) <= _LONGEST_DIRECTION
        stopped = short and inside.rstrip()[-1:] == "."
        return self.play or stopped or (short and _is_small(inside)) or _ends_line(self.text, end)


def leading(match: re.Match[str]) -> str | None:
    """The kind of a bracket beside a label, or None where it is no note."""
    inside = match["round"] or ""
    guessed = inside and len(inside) <= _LONGEST_DIRECTION and _is_small(inside)
    return _known(match) or ("direction" if guessed else None)


def _known(match: re.Match[str]) -> str | None:
    """The kind of a bracket whose words say what it is."""
    kind = next((note.kind for note in notes(match.group())), None)
    if kind is None and match["square"] and _TO_WHOM.match(match["square"]):
        return "direction"
    return kind


def _is_small(inside: str) -> bool:
    """Whether what is in a bracket is one word, or begins small, or is in capitals."""
    said = inside.strip()
    return said.isupper() or said[:1].islower() or " " not in said


def asides(starts: Sequence[Start]) -> Callable[[Label, str], bool]:
    """Who knows of a label and a bracket in it whether it says how the words are spoken.

    It does where a name in capitals has brackets that change, as no party and no place does;
    names are single words in a play.
    """
    inside: dict[str, set[str]] = {}
    for each in starts:
        if len(each.label.inside) == 1 and each.label.name.isupper() and not each.label.title:
            inside.setdefault(each.label.key, set()).update(each.label.inside)
    play = any(len(brackets) > 1 and " " not in name for name, brackets in inside.items())

    def aside(label: Label, bracket: str) -> bool:
        capitals = label.name.isupper() and not label.title
        return capitals and (play or bracket[:1].islower())

    return aside


def _ends_line(text: str, at: int) -> bool:
    """Whether nothing follows on the line."""
    return not text[at : at + 80].partition("\n")[0].strip(" .\t\r")


def blank(text: str) -> int:
    """How many blanks a text begins with."""
    return len(text) - len(text.lstrip())
