"""Where words stand in a transcript: every occurrence of any phrase, without searching it all.

An inverted index of the transcript's words (folded, without punctuation). A phrase is
looked up by its rarest word and compared there, so the cost is that of the hits.
"""

from array import array
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.language.words import WORD, fold
from quizgen.model.transcript import Turn

_SHINGLE = 3


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a phrase: its turn, and its range of the turn's text."""

    turn: Turn
    start: int
    end: int


class Concordance:
    """The words of all turns, indexed. Building it is linear in the text."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self._turns = turns
        self._words: list[str] = []
        self._starts = array("q")
        self._ends = array("q")
        self._first = array("q")  # number of the first word of each turn
        self._at: dict[str, array[int]] = defaultdict(lambda: array("q"))
        folded: dict[str, str] = {}
        for turn in turns:
            self._first.append(len(self._words))
            for match in WORD.finditer(turn.text):
                said = match.group()
                word = folded.get(said) or folded.setdefault(said, _word(said))
                self._at[word].append(len(self._words))
                self._words.append(word)
                self._starts.append(match.start())
                self._ends.append(match.end())

    def frequency(self, word: str) -> int:
        """How often a word (in any form of typography) occurs in the transcript."""
        return len(self._at.get(_word(word), ()))

    def find(self, phrase: str) -> list[Occurrence]:
        """All places of ``phrase``, word by word, within one turn each."""
        wanted = [_word(word) for word in WORD.findall(phrase)]
        return [self._occurrence(at, len(wanted)) for at in self._hits(wanted)]

    def _hits(self, wanted: list[str]) -> Iterator[int]:
        if not wanted or any(word not in self._at for word in wanted):
            return
        rarest = min(range(len(wanted)), key=lambda number: len(self._at[wanted[number]]))
        for at in self._at[wanted[rarest]]:
            start = at - rarest
            stop = start + len(wanted)
            here = start >= 0 and self._words[start:stop] == wanted
            if here and self._turn(start) == self._turn(stop - 1):
                yield start

    def _turn(self, word: int) -> int:
        return bisect_right(self._first, word) - 1

    def _occurrence(self, at: int, size: int) -> Occurrence:
        turn = self._turns[self._turn(at)]
        return Occurrence(turn, self._starts[at], self._ends[at + size - 1])

    def echoes(self, phrase: str, *, likeness: float = 85.0) -> list[Occurrence]:
        """Places that say nearly the same as ``phrase``, the phrase's own places included.

        Shingles of three words find where to look; ``rapidfuzz.fuzz.ratio`` (0–100) over a
        window of the phrase's length decides.
        """
        from rapidfuzz import fuzz  # noqa: PLC0415 - only generating and re-proving need it

        wanted = [_word(word) for word in WORD.findall(phrase)]
        target = " ".join(wanted)
        found = []
        for start in sorted(self._shared(wanted)):
            stop = min(start + len(wanted), self._end_of_turn(start))
            window = " ".join(self._words[start:stop])
            if fuzz.ratio(target, window) >= likeness:
                found.append(self._occurrence(start, stop - start))
        return found

    def _shared(self, wanted: list[str]) -> set[int]:
        """Where a window would start that shares a shingle with the wanted words."""
        starts: Counter[int] = Counter()
        for offset in range(max(len(wanted) - _SHINGLE + 1, 1)):
            for hit in self._hits(wanted[offset : offset + _SHINGLE]):
                start = max(hit - offset, self._first[self._turn(hit)])
                starts[start] += 1
        return set(starts)

    def _end_of_turn(self, word: int) -> int:
        turn = self._turn(word)
        return self._first[turn + 1] if turn + 1 < len(self._first) else len(self._words)


def _word(word: str) -> str:
    return fold(word).replace("'", "")
