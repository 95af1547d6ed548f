"""Logs of chats, and minutes taken down in one: ``<nick> text``.

12:01:10 <ada> scribenick: ada
12:01:30 <ada> Charles: I have read the draft.
12:01:52 <ada> ... and I agree with it.
12:02:08 <grace> q+
12:02:20 <grace> I have a question
14:17:12 [grace]
The nick may stand in brackets, the words under it.

12:02:31 -!- alan [~alan@example] has joined #meeting

The scribe's nick is not who speaks: the speaker stands in the line. Robots, commands to
them, and people who come and go say nothing.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from quizgen.model.transcript import Transcript
from quizgen.transcripts import furniture
from quizgen.transcripts.build import transcript
from quizgen.transcripts.chatter import COMMAND, DECLARES, EVENT, HEADER, HEADING, ROBOT
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import clean, never_speaks
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.patterns import STAMP
from quizgen.transcripts.shapes import SHAPES, Shape, propose
from quizgen.transcripts.starts import Start
from quizgen.transcripts.unspoken import apart
from quizgen.transcripts.view import Builder, View, plain

NAME = "irc"
_LINE = re.compile(r"^[^\r\n]*\S[^\r\n]*", re.MULTILINE)
_SCRIBED = re.compile(r"(?P<name>[^\s:<>\"?!,;][^:<>\"?!,;]{0,30}?):[ \t]+(?=\S)")
_IN_BRACKETS = Shape(
    "i",
    LineStarts(
        rf"(?P<lead>[ \t]*+(?P<time>{STAMP})[ \t]+)\[(?P<label>[^\]\s]{{1,40}})\]"
        r"(?P<after>[ \t]*(?:\r?\n[ \t]*)?)(?=\S)"
    ),
    lambda match: clean(match["label"]),
)
_NEXT = re.compile(r"[ \t]+(?=\d{1,2}:\d{2}(?::\d{2})? (?:<[^<>\s]{1,40}>|\* \S))")
_GOES_ON = re.compile(r"(?:\.\.\.?|…)[ \t]*")
_OFTEN = 5


def score(text: str) -> float:
    """How sure the form is of the text: the share of lines that begin with a nick."""
    if text.lstrip("\ufeff \t\r\n")[:1] == "<" and "</" in text:
        return 0.0
    if "<" not in text and "[" not in text:
        return 0.0
    text = _by_lines(text).text
    found = sum(1 + text.count("\n", each.at, each.text) for each in _messages(text))
    lines = sum(1 for _ in _LINE.finditer(text)) if found > 2 else 0
    return min(found / lines, 1.0) if lines else 0.0


def read(text: str, path: str) -> Transcript:
    """Read a log; every message is a turn, except what robots and scribes say."""
    view = _by_lines(text)
    text = view.text
    log = _Log(text)
    lines = _messages(text)
    log.scribes = _scribes(text, lines)
    for each in lines:
        log.message(each)
    log.others(lines)
    cuts = apart([*log.cuts, *furniture.cuts(text)], log.starts)
    return transcript(view, path, NAME, log.starts, cuts)


def _messages(text: str) -> list[Start]:
    """The lines of a log that say whose they are; a robot tells a log with nicks in brackets."""
    found = [each for each in propose(SHAPES["angle"], text) if "<" in text[each.at : each.text]]
    if found:
        return found
    found = list(propose(_IN_BRACKETS, text))
    return found if any(ROBOT.fullmatch(each.label.name) for each in found) else []


def _by_lines(text: str) -> View:
    """A log with a line for every message, where it came as one line."""
    enough = max(_OFTEN, 2 * text.count("\n"))
    if text.count("<") + text.count("*") < enough:
        return plain(text)  # found fast: each message has one of them
    breaks = list(_NEXT.finditer(text))
    if len(breaks) < enough:
        return plain(text)
    builder, at = Builder(text), 0
    for match in breaks:
        builder.keep(at, match.start())
        builder.join("\n", match.start())
        at = match.end()
    builder.keep(at, len(text))
    return builder.view()


def _end(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _scribes(text: str, lines: list[Start]) -> frozenset[str]:
    """The nicks that take down what others say: they say so, or it can be seen."""
    found = set()
    said: Counter[str] = Counter()
    scribed: dict[str, Counter[str]] = {}
    for each in lines:
        words = text[each.text : _end(text, each.text)]
        declared = DECLARES.match(words)
        if declared:
            found.add(declared["nick"].casefold())
        said[each.label.key] += 1
        match = _SCRIBED.match(words)
        if match and not never_speaks(match["name"]) and match["name"][0].isalpha():
            scribed.setdefault(each.label.key, Counter())[match["name"].casefold()] += 1
    for nick, names in scribed.items():
        if sum(n for n in names.values() if n > 1) >= max(_OFTEN, 0.4 * said[nick]):
            found.add(nick)
    return frozenset(found)


@dataclass(slots=True)
class _Log:
    """Collects the turns of a log, and what is no turn."""

    text: str
    scribes: frozenset[str] = frozenset()
    starts: list[Start] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    heading: str | None = None
    taken_down: bool = False

    def message(self, each: Start) -> None:
        """Look at one message."""
        text = self.text
        end = _end(text, each.text)
        words = text[each.text : end]
        topic = HEADING.match(words)
        if topic:
            self.heading = topic["topic"].strip()
        if topic or not words.strip() or self._unspoken(each, words):
            self.cuts.append(Cut(each.at, end, "log"))
        elif each.label.key in self.scribes:
            self._scribed(each, words, end)
        else:
            self.starts.append(each._replace(heading=self.heading))
            self.taken_down = False

    def _unspoken(self, each: Start, words: str) -> bool:
        if (
            ROBOT.fullmatch(each.label.name)
            or (EVENT.match(words) and words.lstrip()[:1] not in set("*<-"))
            or COMMAND.match(words.strip())
        ):
            return True
        return bool(HEADER.match(words) or DECLARES.match(words))

    def _scribed(self, each: Start, words: str, end: int) -> None:
        match = _SCRIBED.match(words)
        if match:
            low = each.text + match.start("name")
            label = clean(match["name"])
            high = low + len(match["name"])
            text = each.text + match.end()
            self.starts.append(Start(each.at, text, label, "i", low, high, self.heading))
            self.taken_down = True
            return
        more = _GOES_ON.match(words)
        if self.taken_down and more:
            self.cuts.append(Cut(each.at, each.text + more.end(), ""))
        elif words.strip()[0] in "([" and words.strip()[-1] in ")]":
            self.cuts.append(Cut(each.at, end, "direction"))
        else:
            self.starts.append(each._replace(heading=self.heading))
            self.taken_down = False

    def others(self, lines: list[Start]) -> None:
        """The lines without a nick: who comes and goes, and notes that stand apart."""
        at = [each.at for each in lines]
        known = set(at)
        if not self.starts:
            return
        end, alone = self.starts[0].at, False
        for match in _LINE.finditer(self.text, self.starts[0].at):
            parted = self.text.count("\n", end, match.start()) > 1
            alone = match.start() not in known and (parted or alone)
            end = match.end()
            line = match.group()
            bare = re.sub(r"^[\[(]?[\d:T .-]+[\])]?[ \t]*", "", line)
            if match.start() not in known and EVENT.match(bare):
                self.cuts.append(Cut(match.start(), match.end(), "log"))
            elif alone:
                self.cuts.append(Cut(match.start(), match.end(), "unlabelled"))
