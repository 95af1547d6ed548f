"""The questions of an exchange as they can be shown, and the proof that one drew an answer."""

from dataclasses import dataclass

from quizgen.language import clarity, quoting, reference
from quizgen.language.exchanges import Exchange
from quizgen.language.floor import is_procedure
from quizgen.language.words import Words, content
from quizgen.model.candidate import Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 6, 42
_LIGHTEST = 3
_HEAVY = 5  # so much is said that a “this question” does not matter
_FEW_SHARED, _PART_SHARED = 2, 3  # telling words, and which part of a question they are


@dataclass(frozen=True)
class Asked:
    """A question, with the sentence before it where it needs that."""

    sentences: tuple[Sentence, ...]

    @property
    def number(self) -> int:
        """The number of the sentence that asks."""
        return self.sentences[-1].number

    @property
    def exchange(self) -> int:
        """The number of its exchange."""
        return self.sentences[-1].exchange

    @property
    def text(self) -> str:
        """Its words as they were said."""
        whole = " ".join(each.text for each in self.sentences)
        first = self.sentences[0].text
        return Words(whole, first.language) if isinstance(first, Words) else whole

    @property
    def size(self) -> int:
        """Its number of words."""
        return sum(each.size for each in self.sentences)


def questions(material: Material, exchange: Exchange, *, alone: bool = True) -> list[Asked]:
    """The questions of an exchange that can be shown by themselves.

    A wrong answer need not stand quite ``alone``.
    """
    found = []
    for turn in exchange.asking:
        for sentence in material.sentences_of.get(turn.index, ()):
            if not _asks(sentence):
                continue
            before = material.before(sentence)
            if not _loose_ends(sentence):
                found.append(Asked((sentence,)))
            elif before and before.can_lead and before.size + sentence.size <= _MOST_WORDS:
                found.append(Asked((before, sentence)))
            elif not alone:
                found.append(Asked((sentence,)))
    return found


def asks_the_same(asked: str, exchange: Exchange) -> bool:
    """Whether another exchange asks so much of the same that its reply would do here as well."""
    wanted = content(asked)
    said = content(" ".join(turn.text for turn in exchange.asking))
    return len(wanted & said) >= max(_FEW_SHARED, len(wanted) / _PART_SHARED)


def answers_by_itself(sentence: Sentence, *, opens: bool) -> bool:
    """Whether a sentence of a reply says something of the matter; ``opens`` if it is the first."""
    said = reference.without_conjunction(sentence.text) if opens else sentence.text
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and quoting.is_fluent(said)
        and not clarity.is_courtesy(sentence.text)
        and not clarity.is_question(sentence.text)
        and not quoting.is_evasive(sentence.text)
        and not is_procedure(sentence.text)
        and (sentence.weight >= _HEAVY or not quoting.is_about_the_talk(sentence.text))
    )


def _asks(sentence: Sentence) -> bool:
    """Whether a sentence is a clear question of the matter, but for a loose end."""
    rest = reference.without_conjunction(sentence.text)
    return (
        clarity.is_question(sentence.text)
        and clarity.is_clean(sentence.text)
        and clarity.is_complete(sentence.text)
        and quoting.is_fluent(rest)
        and not clarity.is_courtesy(sentence.text)
        and not clarity.calls_someone(rest)
        and not is_procedure(rest)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and _loose_ends(sentence) <= 1
        and sentence.weight >= _LIGHTEST
    )


def _loose_ends(sentence: Sentence) -> int:
    """What it lacks to be understood; an opening “So” or “But” takes nothing from a question."""
    rest = reference.without_conjunction(sentence.text)
    return reference.loose_ends(rest) + reference.points_back(rest)


def prove_put_before(question: Question, material: Material, *, rival: str, proved: str) -> Proof:
    """The key is put right before the quoted answer, the other questions in other exchanges.

    ``rival`` says what a question of the same exchange may have done, ``proved`` what holds.
    """
    if not isinstance(question, Choice) or not question.quote:
        return Proof(False, "it is not a choice with a quote")
    answer, asked = material.only_place(question.quote), material.only_place(question.key)
    if answer is None or asked is None:
        return Proof(False, "question or answer does not stand in exactly one place")
    here = material.exchange_of[answer.turn.index]
    if answer.turn not in here.replies[:1] or asked.turn not in here.asking:
        return Proof(False, "the answer does not follow the question")
    for option in question.wrong:
        place = material.only_place(option.text)
        if place is None or material.exchange_of[place.turn.index] == here:
            return Proof(False, f"“{option.text}” {rival}")
    return Proof(True, proved)
