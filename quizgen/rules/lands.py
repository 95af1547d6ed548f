"""The countries of a transcript: where each is named, how often, and which come up together."""

from collections import Counter
from functools import cached_property

from quizgen.language.places import countries
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_BESIDE = 1  # exchanges before and after, which still speak of the same


class Lands:
    """Which countries a transcript names, in what sentences."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def places(self) -> dict[str, list[Sentence]]:
        """The sentences that name a country, one for each time, by the country's usual name."""
        found: dict[str, list[Sentence]] = {}
        for sentence in self._material.sentences:
            for *_, name in countries(sentence.text):
                found.setdefault(name, []).append(sentence)
        return found

    def times(self, country: str) -> int:
        """How often a country is named."""
        return len(self.places.get(country, ()))

    @cached_property
    def usual(self) -> int:
        """How often the country is named that all is about; it tells without reading."""
        return max(map(len, self.places.values()), default=0)

    def named_in(self, exchange: int) -> list[str]:
        """The countries named in an exchange, those named most often first."""
        return list(self._by_exchange.get(exchange, ()))

    def named_near(self, exchange: int) -> frozenset[str]:
        """The countries named in an exchange or beside it."""
        around = range(exchange - _BESIDE, exchange + _BESIDE + 1)
        return frozenset(name for number in around for name in self.named_in(number))

    @cached_property
    def _by_exchange(self) -> dict[int, list[str]]:
        found: dict[int, Counter[str]] = {}
        for name, places in self.places.items():
            for place in places:
                found.setdefault(place.exchange, Counter())[name] += 1
        return {
            number: [name for name, _ in names.most_common()] for number, names in found.items()
        }
