"""Which of these comes first?

Precondition: at least three headings, or three quotable sentences of one speaker, that
    stand in exchanges at least two apart.
Stem: “Which of these topics comes up first in the debate?” or “Which of these does Thomas
    More say first?”
Proof: every option occurs in one exchange only, and the key's is the earliest.
Good: subjects that each have one place in the conversation.
Bad: a subject that the title names, or that comes up again and again.
"""

from collections.abc import Iterator

from quizgen.language import clarity
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material, Sentence

_FEWEST = 3
_APART = 2
_FEWEST_WORDS, _MOST_WORDS = 5, 16
_MOST_QUESTIONS = 2


class Order(Rule):
    """Which of several things comes first."""

    name = "order"
    summary = "which of several things comes first"
    stems = {"": "Which of these does {speaker} say first?"}
    worth = 0.6

    def lacks(self, material: Material) -> str:
        """Too few short sentences in places far enough apart."""
        return "too few short quotable sentences stand far enough apart"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Up to two questions for each named speaker, from sentences that all differ."""
        for person in material.transcript.people:
            quotes = [s for s in material.sentences if s.turn.person == person.name and _fits(s)]
            one_each: dict[int, Sentence] = {}
            for sentence in shuffled_sentences(quotes, material):
                one_each.setdefault(sentence.exchange, sentence)
            line = [one_each[number] for number in sorted(one_each)]
            for number in range(_MOST_QUESTIONS):
                chosen = line[number::_APART][:3]
                if len(chosen) < _FEWEST:
                    continue
                key, *later = chosen
                question = Choice(
                    stem=self.say("", material, speaker=person.name),
                    key=key.text,
                    wrong=tuple(Option(each.text) for each in later),
                    evidence=tuple(each.text for each in chosen),
                    speaker=person.name,
                )
                yield self.candidate(question, *chosen)

    def prove(self, question: Question, material: Material) -> Proof:
        """All options stand once, and the key before the others."""
        if not isinstance(question, Choice):
            return Proof(False, "it is not a choice")
        places = {text: material.only_place(text) for text in question.options}
        lost = [text for text, place in places.items() if place is None]
        if lost:
            return Proof(False, f"“{lost[0]}” does not stand in exactly one place")
        order = sorted(
            question.options,
            key=lambda text: (places[text].turn.index, places[text].start),  # type: ignore[union-attr]
        )
        if order[0] != question.key:
            return Proof(False, f"“{order[0]}” comes first")
        return Proof(True, "the key stands before the others, and each stands once")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.is_statement
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and not clarity.points_back(sentence.text)
        and sentence.loose_ends <= 1
    )


def shuffled_sentences(sentences: list[Sentence], material: Material) -> list[Sentence]:
    """Sentences by how well they stand alone, then by chance."""
    rank = {
        text: at for at, text in enumerate(shuffled([s.text for s in sentences], material.seed))
    }
    return sorted(sentences, key=lambda each: (each.loose_ends, rank[each.text]))
