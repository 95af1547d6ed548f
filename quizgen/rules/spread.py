"""Which words are said in which exchanges: what ties two texts together, and what does not."""

from collections.abc import Sequence

from quizgen.language.exchanges import Exchange
from quizgen.language.words import Words, content

_FEW = 3
_SHARE = 20  # of so many exchanges, a rare word may be said in one


class Spread:
    """The stems of every exchange, and the exchanges of every stem."""

    def __init__(self, exchanges: Sequence[Exchange], language: str = "en") -> None:
        texts = {each.number: " ".join(turn.text for turn in each.turns) for each in exchanges}
        self._said = {
            number: content(text if language == "en" else Words(text, language))
            for number, text in texts.items()
        }
        found: dict[str, set[int]] = {}
        for number, stems in self._said.items():
            for each in stems:
                found.setdefault(each, set()).add(number)
        self._exchanges = {each: frozenset(numbers) for each, numbers in found.items()}
        self._most = max(_FEW, len(exchanges) // _SHARE)

    def said_in(self, exchange: int) -> frozenset[str]:
        """The stems of all that is said in an exchange."""
        return self._said[exchange]

    def exchanges_with(self, stems: frozenset[str]) -> list[int]:
        """The exchanges in which all of the stems are said, in order."""
        sets = [self._exchanges.get(stem, frozenset[int]()) for stem in sorted(stems)]
        return sorted(frozenset.intersection(*sets)) if sets else []

    def tie(self, one: str, other: str) -> int:
        """How many telling stems two texts share; none if all of them are said everywhere."""
        shared = content(one) & content(other)
        rare = any(len(self._exchanges.get(each, ())) <= self._most for each in shared)
        return len(shared) if rare else 0
