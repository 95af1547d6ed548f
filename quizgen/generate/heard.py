"""A transcript as the checks of questions ask for it: how often words are said, and where."""

from quizgen.rules.material import Material


class Heard:
    """What can be told of any words from the transcript's index."""

    def __init__(self, material: Material) -> None:
        self.material = material

    def holds(self, quote: str) -> bool:
        """Whether the words stand in one turn."""
        return bool(self.material.concordance.find(quote))

    def exchanges_with(self, words: str) -> int:
        """In how many exchanges the words stand."""
        places = self.material.concordance.find(words)
        return len({self.material.exchange_of[place.turn.index].number for place in places})

    def frequency(self, words: str) -> int:
        """How often the words stand in the transcript."""
        return len(self.material.concordance.find(words))
