"""A sentence as rules weigh it: whether it can be quoted, and what must be shown with it."""

from dataclasses import dataclass, field
from functools import cached_property

from quizgen.language import clarity, quoting, reference
from quizgen.language.broken import is_broken
from quizgen.language.matter import names_its_matter
from quizgen.language.phrases import Phrase, noun_phrases
from quizgen.language.quotations import is_quoted
from quizgen.language.words import Words, count
from quizgen.model.transcript import Turn
from quizgen.rules.wording import Wording

LIGHTEST = 5
"""Telling words, names and numbers that a sentence must have to be worth quoting."""


@dataclass(frozen=True)
class Setting:
    """What must be shown with a sentence: those right before it, or the question it answers."""

    before: "tuple[Sentence, ...]" = ()
    asked: "Sentence | None" = None

    def words(self, text: str) -> str:
        """The text of the sentence with what stands before it, as it was said."""
        if not self.before:
            return text
        whole = " ".join([*(each.text for each in self.before), text])
        return Words(whole, text.language) if isinstance(text, Words) else whole

    def around(self, text: str) -> str:
        """The same as it is shown: an opening “And” or “But” left out."""
        whole = self.words(text)
        rest = reference.without_conjunction(whole)
        return whole if rest == whole else f"… {rest}"

    @property
    def shown(self) -> "tuple[Sentence, ...]":
        """The sentences that are shown besides."""
        return self.before

    @property
    def question(self) -> str:
        """The words of the question that is shown, if one is."""
        return self.asked.text if self.asked else ""

    def context(self, wording: Wording) -> str | None:
        """The line that shows what was asked."""
        return wording.say("asked", question=self.asked.text) if self.asked else None


@dataclass(frozen=True)
class Sentence:
    """One sentence of a turn; ``start`` and ``end`` are offsets into the turn's text."""

    number: int
    turn: Turn
    exchange: int
    start: int
    end: int
    first: bool
    language: str = field(default="en", repr=False)

    @cached_property
    def text(self) -> str:
        """The sentence as printed, line breaks inside it shown as spaces."""
        printed = " ".join(self.turn.text[self.start : self.end].split())
        return printed if self.language == "en" else Words(printed, self.language)

    @cached_property
    def size(self) -> int:
        """Its number of words."""
        return count(self.text)

    @cached_property
    def place(self) -> tuple[int, int]:
        """Its range in the transcript's file."""
        return self.turn.source_offset(self.start), self.turn.source_offset(self.end)

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Its noun phrases."""
        return noun_phrases(self.text)

    @cached_property
    def is_statement(self) -> bool:
        """Whether it is a whole, clean declarative sentence of the speaker's own words."""
        return (
            not self.is_quoted
            and clarity.is_complete(self.text)
            and clarity.is_clean(self.text)
            and not clarity.is_question(self.text)
            and not clarity.is_courtesy(self.text)
        )

    @cached_property
    def is_quoted(self) -> bool:
        """Whether the speaker repeats somebody else's words: all of it is in quotation marks."""
        return is_quoted(self.turn.text, self.start, self.end)

    @cached_property
    def weight(self) -> int:
        """How much it says: its telling words, names and numbers."""
        return quoting.weight(self.text)

    @cached_property
    def is_fluent(self) -> bool:
        """Whether it is free of fillers and restarts and does not speak of the talk itself."""
        told = reference.without_conjunction(self.text)
        return (
            quoting.is_fluent(told) and not is_broken(told) and not quoting.is_about_the_talk(told)
        )

    @cached_property
    def is_quotable(self) -> bool:
        """Whether a teacher would print it: a whole, fluent statement that says something."""
        return self.weight >= LIGHTEST and self.is_well_said

    @cached_property
    def is_well_said(self) -> bool:
        """Whether it is whole, fluent and addressed to nobody by name."""
        return (
            self.is_statement
            and self.is_fluent
            and quoting.is_whole(reference.without_conjunction(self.text))
            and not clarity.addresses_someone(self.text)
            and not clarity.calls_someone(reference.without_conjunction(self.text))
        )

    @cached_property
    def stands_alone(self) -> bool:
        """Whether it can be quoted and understood without its neighbours."""
        return self.is_quotable and not self.loose_ends

    @cached_property
    def shown(self) -> str:
        """The sentence as an option or a quote shows it: an opening “And” or “So” left out."""
        rest = reference.without_conjunction(self.text)
        return self.text if rest == self.text else f"… {rest}"

    @cached_property
    def is_option(self) -> bool:
        """Whether it can stand among statements of others: quotable, and its matter named in it."""
        return self.is_quotable and not self.hangs and names_its_matter(self.shown)

    @cached_property
    def hangs(self) -> bool:
        """Whether it hangs on the sentence before it by more than an “And” or “But”."""
        return bool(reference.loose_ends(self.text)) or reference.points_back(
            reference.without_conjunction(self.text)
        )

    @cached_property
    def can_follow(self) -> bool:
        """Whether it may be shown before another sentence where those before it are shown."""
        return self.is_statement and self.is_fluent and not clarity.addresses_someone(self.text)

    @cached_property
    def can_lead(self) -> bool:
        """Whether it may stand before another sentence to make that understood."""
        return (
            self.can_follow
            and quoting.is_whole(reference.without_conjunction(self.text))
            and not reference.loose_ends(self.text)
            and not reference.points_back(reference.without_conjunction(self.text))
        )

    @cached_property
    def loose_ends(self) -> int:
        """How many words in it point to something outside it."""
        return reference.loose_ends(self.text) + reference.points_back(self.text)
