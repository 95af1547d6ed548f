"""Subtitles whose cues say who speaks: WebVTT, SubRip, SBV, SubStation, TextGrid, STM.

WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Ada Byron>Hello, and welcome to</v>

2
00:00:04.000 --> 00:00:06.000
<v Ada Byron>the first meeting.</v>

00:00:06.500 --> 00:00:08.000
Charles Babbage: A name and a colon do as well.

Cues that follow each other under one name are one turn; sentences run on over them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.model.transcript import Transcript
from quizgen.transcripts.build import transcript
from quizgen.transcripts.captions import Cue, are_cues, cues
from quizgen.transcripts.evidence import decide
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import Label, clean, could_speak
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.notes import kind_of
from quizgen.transcripts.shapes import SHAPES, propose
from quizgen.transcripts.starts import Start
from quizgen.transcripts.tags import Markup, Tag
from quizgen.transcripts.timed_lines import are_named, named_cues
from quizgen.transcripts.view import Builder, View

NAME = "captions"
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>")
_TAG = re.compile(
    r"[<{&](?:(?<=<)(?:/?(?:v|c|i|b|u|lang|ruby|rt|font)\b[^>\r\n]*|\d[\d:.]*)>"
    r"|(?<=\{)\\[^}\r\n]*\}|(?<=&)[#\w]+;)"
)
_DOUBLED = re.compile('""')
_CHEVRON = re.compile(r"(?:(?<=\n)|\A)[ \t]*(?:-[ \t]*)?>>+[ \t]*")
_SEPARATOR = "\n"
_FEWEST = 2
_BRACKETED = LineStarts(r"(?P<lead>[ \t]*)[(\[](?P<label>[^()\[\]\n:]{2,40})[)\]][ \t]*(?=\n|\Z)")


def score(text: str) -> float:
    """How sure the form is of the text: timing lines say so."""
    if text.lstrip("\ufeff \r\n").startswith("WEBVTT"):
        return 1.0
    return 1.0 if are_cues(text) or are_named(text) else 0.0


def read(text: str, path: str) -> Transcript:
    """Read subtitles; without a name in any cue there are no turns."""
    view, voices = _view(text)
    if voices:
        starts = [Start(a, c, clean(view.text[a:b]), "", a, b) for a, b, c in voices]
        return _merged(view, starts, path)
    found = list(propose(SHAPES["colon"], view.text))
    bare = [each for each in propose(SHAPES["bare"], view.text) if each.dress != "qa"]
    proposals = sorted({each.at: each for each in [*bare, *found]}.values())
    decision = decide(proposals, view.text)
    if len(decision.speaking) < _FEWEST:
        named = [*propose(SHAPES["brackets"], view.text), *_alone(view.text)]
        proposals = sorted({each.at: each for each in named}.values())
        keys = frozenset(each.label.key for each in proposals)
        again = len(proposals) > len(keys) > 1  # names in brackets come again, other things do not
        decision = decide(proposals, view.text, always=keys if again else frozenset())
    starts = decision.speaking if len(decision.speaking) >= _FEWEST else _over_cues(view, text)
    if starts:
        starts += _changes(view.text, starts)
        starts.sort(key=lambda start: start.at)
    return _merged(view, starts, path)


def _over_cues(view: View, text: str) -> list[Start]:
    """Names that fill the first line of every cue; none where they do not come again."""
    found, at = [], 0
    for cue in cues(text):
        said = [text[low:high].strip() for low, high in cue.lines]
        if len(said) < _FEWEST or (label := could_speak(said[0])) is None:
            return []
        at = view.text.find(said[0], at)
        if at < 0:
            return []
        found.append(Start(at, at + len(said[0]) + 1, label, "oa", at, at + len(said[0])))
        at += len(said[0])
    names = {each.label.key for each in found}
    return found if 1 < len(names) <= max(len(found) // 2, _FEWEST) else []


def _alone(text: str) -> Iterator[Start]:
    """Names in brackets on a line of their own."""
    for match in _BRACKETED.finditer(text):
        label = None if kind_of(match["label"]) else could_speak(match["label"])
        if label is not None:
            low = match.start("lead")
            yield Start(low, match.end(), label, "k", *match.span("label"))


def _changes(text: str, starts: list[Start]) -> list[Start]:
    """Where ``>>`` says that somebody else speaks, and not who."""
    named = {start.at for start in starts}
    return [
        Start(match.start(), match.end(), Label(">>", ">>", ">>"), "", *match.span())
        for match in _CHEVRON.finditer(text)
        if match.start() not in named
    ]


def _view(text: str) -> tuple[View, list[tuple[int, int, int]]]:
    """The words of all cues, a line each; and where the voices of WebVTT begin."""
    builder, markup = Builder(text), Markup(text)
    voices: list[tuple[int, int, int]] = []
    for cue in named_cues(text) if are_named(text) else cues(text):
        if cue.label is not None and cue.lines:
            _voice(builder, cue.label, voices)
        for low, high in cue.lines:
            if builder.length and builder.last != " ":
                builder.join(_SEPARATOR, low)
            _line(builder, markup, (low, high), cue, voices)
    return builder.view(), voices


def _voice(builder: Builder, label: tuple[int, int], voices: list[tuple[int, int, int]]) -> None:
    """Put the speaker of a cue, who stands elsewhere, before its words."""
    low, high = label
    name = builder.source[low:high].replace("_", " ").strip()
    if builder.length:
        builder.join(_SEPARATOR, low)
    begin = builder.length
    builder.add(name, low, high)
    builder.join(" ", high)
    voices.append((begin, builder.length - 1, builder.length))


def _line(
    builder: Builder,
    markup: Markup,
    line: tuple[int, int],
    cue: Cue,
    voices: list[tuple[int, int, int]],
) -> None:
    text, (at, high) = markup.text, line
    while at < high and text[at] in " \t":
        at += 1
    if text[at:high].strip() in {"-", "–"}:
        return
    for match in (_DOUBLED if cue.doubled else _TAG).finditer(text, at, high):
        builder.add(text[at : match.start()], at, match.start(), cue.time)
        at = match.end()
        voice = _VOICE.match(match.group())
        if voice:
            low = match.start() + voice.start(1)
            begin = builder.length
            builder.add(voice[1], low, low + len(voice[1]))
            builder.join(" ", match.end())
            voices.append((begin, builder.length - 1, builder.length))
        elif cue.doubled:
            builder.add('"', *match.span(), cue.time)
        elif match.group()[0] == "&":
            markup.add(builder, Tag("text", "", *match.span()), time=cue.time)
    builder.add(text[at:high], at, high, cue.time)


def _merged(view: View, starts: list[Start], path: str) -> Transcript:
    """One turn for cues that follow each other under one name; line breaks become blanks.

    In a file of tiers what follows in time may stand before: that is a turn of its own.
    """
    kept: list[Start] = []
    cuts: list[Cut] = []
    before = 0
    for start in starts:
        place, last = view.start(start.text), before
        before = place
        same = kept and kept[-1].label.key == start.label.key and place >= last
        if same and start.label.key not in {">>", "q"}:
            cuts.append(Cut(start.at, start.text, ""))
        else:
            kept.append(start)
    joined = replace(view, text=view.text.replace(_SEPARATOR, " "))
    return transcript(joined, path, NAME, kept, cuts)
