"""From quoted words to their place: the passage of a transcript that proves an answer.

A pure function of the transcript and the words serves the verdict, the reader, the check
and the export alike. Turn and line are looked up here each time and stored nowhere, so a
line inserted in the transcript changes nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.model.transcript import Transcript, Turn

_GAP = re.compile(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*")
_ATOM = re.compile(r"\s+|[\"“”„‟«»″]|['‘’‚‛`´′]|[-‐‑‒–—―−]|.", re.DOTALL)
_LONGEST_GAP = 2000
_LONGEST_ASKED = 300
_WORD = re.compile(r"\w+")
_STEM = 5


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentences that hold some quoted words, in their surroundings.

    ``start`` and ``end`` are the offsets of ``proof`` in ``turn.text``; ``before`` and
    ``after`` are one sentence either side, empty at the edge of the turn; ``marks`` are
    ranges of ``proof``, the quoted words; ``asked`` is the question that the turn
    answers, if one was put; ``line`` is the line of the file where the proof begins;
    ``shown_start`` and ``shown_end`` are the offsets in ``turn.text`` of all three parts.
    """

    turn: Turn
    start: int
    end: int
    before: str
    proof: str
    after: str
    marks: tuple[tuple[int, int], ...]
    asked: str | None
    line: int
    shown_start: int
    shown_end: int

    @property
    def words(self) -> str:
        """All that is shown: a sentence before, the proof, a sentence after."""
        return " ".join(part for part in (self.before, self.proof, self.after) if part)


@dataclass(frozen=True, slots=True)
class Place:
    """Where quoted words stand: the turn, and the ranges of its text that they cover."""

    turn: Turn
    ranges: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """The offset in ``turn.text`` where the words begin."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """The offset in ``turn.text`` where they end."""
        return self.ranges[-1][1]


def find(transcript: Transcript, evidence: str | Sequence[str]) -> Passage | None:
    """The passage of the first of the quoted words that the transcript holds, or None."""
    return next(iter(find_all(transcript, evidence)), None)


def find_all(transcript: Transcript, evidence: str | Sequence[str]) -> tuple[Passage, ...]:
    """The passages of all quoted words, in the order quoted; what is not found is left out.

    Words of the same or the next sentence share a passage.
    """
    quotes = (evidence,) if isinstance(evidence, str) else tuple(evidence)
    places = [place for quote in quotes if (place := locate(transcript, quote)) is not None]
    return tuple(_passage(transcript, group) for group in _neighbours(places))


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Quoted words that nobody says: in a title or a date on ``line``, or nowhere (None)."""

    words: str
    line: int | None = None


def unplaced(transcript: Transcript, quotes: Sequence[str]) -> tuple[Unplaced, ...]:
    """Those of the quoted words that stand in no turn of the transcript."""
    return tuple(
        Unplaced(quote, _line_beside(transcript, quote))
        for quote in quotes
        if locate(transcript, quote) is None
    )


def _line_beside(transcript: Transcript, quote: str) -> int | None:
    """The line where words stand in the file, whoever says them."""
    patterns = _patterns(quote, whole=True)
    ranges = _in_order(transcript.text, patterns) if patterns else ()
    return transcript.text.count("\n", 0, ranges[0][0]) + 1 if ranges else None


def locate(transcript: Transcript, quote: str) -> Place | None:
    """The first place of one quotation; quotes, dashes, case and spacing may differ.

    An ``…`` in the quotation stands for words left out within one turn. Whole words are
    preferred: ``no`` is found in ``no time`` before it is found in ``now``.
    """
    for whole in (True, False):
        patterns = _patterns(quote, whole=whole)
        for turn in transcript.turns if patterns else ():
            if ranges := _in_order(turn.text, patterns):
                return Place(turn, ranges)
    return None


@lru_cache(maxsize=512)
def _patterns(quote: str, *, whole: bool) -> tuple[re.Pattern[str], ...]:
    """One pattern for each piece of a quotation between its gaps."""
    pieces = [piece for piece in _GAP.split(quote.strip()) if piece]
    return tuple(_pattern(piece, whole=whole) for piece in pieces)


def _pattern(piece: str, *, whole: bool) -> re.Pattern[str]:
    words = "".join(map(_tolerant, _ATOM.findall(piece)))
    before = r"(?<!\w)" if whole and _WORD.match(piece[0]) else ""
    after = r"(?!\w)" if whole and _WORD.match(piece[-1]) else ""
    return re.compile(f"{before}{words}{after}", re.IGNORECASE)


def _in_order(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[tuple[int, int], ...]:
    """The first ranges that match one pattern after the other, near each other; or nothing.

    Every pattern goes over the text once, so that many gaps in a quotation cost no more
    than few: one regular expression with a gap in each place would try every combination.
    """
    places: list[list[tuple[int, int]]] = []
    for pattern in patterns:
        places.append([found.span() for found in pattern.finditer(text)])
        if not places[-1]:
            return ()
    chains = (_chain(first, places[1:]) for first in places[0])
    return next((chain for chain in chains if chain), ())


def _chain(
    first: tuple[int, int], places: list[list[tuple[int, int]]]
) -> tuple[tuple[int, int], ...]:
    """``first`` and after it the nearest place of each further piece; nothing if one is far."""
    chain = [first]
    for spans in places:
        end = chain[-1][1]
        at = bisect_left(spans, (end, end))
        if at == len(spans) or spans[at][0] - end > _LONGEST_GAP:
            return ()
        chain.append(spans[at])
    return tuple(chain)


def _tolerant(atom: str) -> str:
    if atom.isspace():
        return r"\s+"
    if atom in '"“”„‟«»″':
        return '["“”„‟«»″]'
    if atom in "'‘’‚‛`´′":
        return "['‘’‚‛`´′]"
    if atom in "-‐‑‒–—―−":
        return "[-‐‑‒–—―−]"
    return re.escape(atom)


@lru_cache(maxsize=256)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    from quizgen.language.detect import detect  # noqa: PLC0415 - needed when a passage is shown
    from quizgen.language.sentences import spans  # noqa: PLC0415 - loads a model of 50 ms

    return tuple(spans(text, detect(text) or "en"))


def _around(turn: Turn, start: int, end: int) -> tuple[int, int]:
    """The numbers of the first and last sentence that the range touches."""
    sentences = _sentences(turn.text)
    touched = [i for i, (low, high) in enumerate(sentences) if low < end and start < high]
    return (touched[0], touched[-1]) if touched else (0, len(sentences) - 1)


def _neighbours(places: list[Place]) -> list[list[Place]]:
    groups: list[list[Place]] = []
    for place in places:
        if groups and _adjoin(groups[-1], place):
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _adjoin(group: list[Place], place: Place) -> bool:
    turn = group[0].turn
    if place.turn is not turn:
        return False
    first, last = _around(turn, min(p.start for p in group), max(p.end for p in group))
    low, high = _around(turn, place.start, place.end)
    return low <= last + 1 and first <= high + 1


def _passage(transcript: Transcript, places: list[Place]) -> Passage:
    turn = places[0].turn
    sentences = _sentences(turn.text)
    low, high = _around(turn, min(p.start for p in places), max(p.end for p in places))
    start, end = sentences[low][0], sentences[high][1]
    ranges = sorted({span for place in places for span in place.ranges})
    return Passage(
        turn=turn,
        start=start,
        end=end,
        before=_text(turn, low - 1),
        proof=turn.text[start:end],
        after=_text(turn, high + 1),
        marks=tuple((max(a - start, 0), min(b, end) - start) for a, b in ranges),
        asked=asked_before(transcript, turn, turn.text[start:end]),
        line=line_of(transcript, turn.source_offset(start)),
        shown_start=sentences[max(low - 1, 0)][0],
        shown_end=sentences[min(high + 1, len(sentences) - 1)][1],
    )


def _text(turn: Turn, number: int) -> str:
    sentences = _sentences(turn.text)
    if not 0 <= number < len(sentences):
        return ""
    start, end = sentences[number]
    return turn.text[start:end]


def line_of(transcript: Transcript, offset: int) -> int:
    """The line of the file, from 1, that holds the character at ``offset``."""
    return transcript.text.count("\n", 0, offset) + 1


def asked_before(transcript: Transcript, turn: Turn, words: str) -> str | None:
    """The question of the turn before ``turn`` that ``words`` of it answer, if one is clear.

    Of several questions it is the one that shares most words with the answer.
    """
    at = next((i for i, other in enumerate(transcript.turns) if other is turn), 0)
    before = transcript.turns[at - 1] if at else None
    if before is None or before.who == turn.who:
        return None
    sentences = (before.text[start:end] for start, end in _sentences(before.text))
    questions = [one for one in sentences if one.endswith("?") and len(one) <= _LONGEST_ASKED]
    if len(questions) < 2:
        return questions[0] if questions else None
    said = _telling(words)
    best = max(questions, key=lambda question: len(_telling(question) & said))
    return best if _telling(best) & said else None


def _telling(text: str) -> set[str]:
    """The longer words of ``text`` by their first letters, so that endings do not matter."""
    return {word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) >= _STEM}
