"""What a rule works on: a transcript as sentences, exchanges, persons and topics.

Everything is computed once, when first asked for, and shared by all rules.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from quizgen.language import clarity
from quizgen.language.exchanges import Exchange, askers, exchanges
from quizgen.language.names import Mention, mentions, surname
from quizgen.language.phrases import Phrase, noun_phrases
from quizgen.language.sentences import spans
from quizgen.language.topics import Label, labels
from quizgen.language.words import bare, content, count
from quizgen.model.transcript import Transcript, Turn
from quizgen.rules.concordance import Concordance, Occurrence
from quizgen.rules.wording import Wording


@dataclass(frozen=True)
class Sentence:
    """One sentence of a turn; ``start`` and ``end`` are offsets into the turn's text."""

    number: int
    turn: Turn
    exchange: int
    start: int
    end: int
    first: bool

    @cached_property
    def text(self) -> str:
        """The sentence as printed, line breaks inside it shown as spaces."""
        return " ".join(self.turn.text[self.start : self.end].split())

    @cached_property
    def size(self) -> int:
        """Its number of words."""
        return count(self.text)

    @cached_property
    def place(self) -> tuple[int, int]:
        """Its range in the transcript's file."""
        return self.turn.source_offset(self.start), self.turn.source_offset(self.end)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """Its noun phrases."""
        return noun_phrases(self.text)

    @cached_property
    def is_statement(self) -> bool:
        """Whether it is a whole, clean declarative sentence that says something."""
        return (
            clarity.is_complete(self.text)
            and clarity.is_clean(self.text)
            and not clarity.is_question(self.text)
            and not clarity.is_courtesy(self.text)
        )

    @cached_property
    def loose_ends(self) -> int:
        """How many words in it point to something outside it."""
        return clarity.loose_ends(self.text) + clarity.points_back(self.text)


class Material:
    """A transcript prepared for rules; ``seed`` makes every choice in it repeatable."""

    def __init__(
        self, transcript: Transcript, *, seed: int = 1, wording: Wording | None = None
    ) -> None:
        self.transcript = transcript
        self.seed = seed
        self.wording = wording or Wording()

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The exchanges, numbered from 1."""
        return exchanges(self.transcript)

    @cached_property
    def exchange_of(self) -> dict[int, Exchange]:
        """The exchange of each turn, by the turn's index."""
        return {turn.index: each for each in self.exchanges for turn in each.turns}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order spoken; notes such as ``(Laughter.)`` are none."""
        found: list[Sentence] = []
        for turn in self.transcript.turns:
            exchange = self.exchange_of[turn.index].number
            notes = [(note.start, note.end) for note in turn.notes]
            for at, (start, end) in enumerate(spans(turn.text)):
                low, high = turn.source_offset(start), turn.source_offset(end)
                if not any(a <= low and high <= b for a, b in notes):
                    found.append(Sentence(len(found), turn, exchange, start, end, at == 0))
        return tuple(found)

    @cached_property
    def sentences_of(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of each turn, by the turn's index."""
        grouped: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            grouped.setdefault(sentence.turn.index, []).append(sentence)
        return {index: tuple(group) for index, group in grouped.items()}

    @cached_property
    def concordance(self) -> Concordance:
        """Where any words stand."""
        return Concordance(self.transcript.turns)

    def only_place(self, words: str) -> Occurrence | None:
        """The one place of the words; None if there is none, or more than one."""
        places = self.concordance.find(words)
        return places[0] if len(places) == 1 else None

    def said_by(self, words: str) -> frozenset[str]:
        """The speakers who say the words, or nearly the words."""
        return frozenset(place.turn.who for place in self.concordance.echoes(words))

    @cached_property
    def askers(self) -> frozenset[str]:
        """The speakers whose part it is to ask."""
        return askers(self.transcript)

    @cached_property
    def floor(self) -> frozenset[str]:
        """The role labels of unnamed speakers."""
        return frozenset(s.name for s in self.transcript.speakers if s.anonymous)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The family names of all named speakers, folded."""
        return frozenset(surname(speaker.name) for speaker in self.transcript.people)

    def mentions(self, text: str) -> list[Mention]:
        """The persons that a text mentions."""
        return mentions(text, self.surnames)

    @cached_property
    def persons(self) -> dict[str, list[tuple[Sentence, Mention]]]:
        """Every person mentioned by name, by folded surname, with all mentions."""
        found: dict[str, list[tuple[Sentence, Mention]]] = {}
        for sentence in self.sentences:
            for mention in self.mentions(sentence.text):
                if mention.surname:
                    found.setdefault(mention.surname, []).append((sentence, mention))
        return found

    @cached_property
    def topics(self) -> dict[int, Label]:
        """What each exchange is about, by its number, where a heading can be told."""
        return labels(self.exchanges)

    def topic(self, sentence: Sentence, key: str = "") -> str | None:
        """The heading of a sentence's exchange, unless it would give the key away."""
        label = self.topics.get(sentence.exchange)
        return label.text if label and not content(key) & content(label.text) else None

    def describe(self, turn: Turn) -> str:
        """Who speaks, for a stem: a name, or “a questioner” for the floor."""
        return self.wording.say("a-questioner") if turn.anonymous else turn.who


def origin(*words: str) -> str:
    """The words from which an item's id is born: no case, no punctuation, no speaker."""
    return " | ".join(bare(part) for part in words)


def numbers(sentences: Iterable[Sentence]) -> frozenset[int]:
    """The numbers of the sentences."""
    return frozenset(sentence.number for sentence in sentences)
