"""What made people laugh?

Precondition: the transcript marks laughter or applause right after a short sentence, and
    the same speaker has three other quotable short sentences without such a mark.
Stem: “Which of these words of Thomas More's does the transcript mark with laughter?”
Proof: the mark follows the key within its turn, and none of the others.
Good: a quip among plain statements of like length.
Bad: laughter somewhere in a long speech.
"""

from collections.abc import Iterator

from quizgen.language import reference
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.model.transcript import Note
from quizgen.rules.api import Rule
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import alike_in_length, choose
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 5, 24
_FEWEST_WRONG = 3
_KINDS = ("laughter", "applause")
_NEAR = 4  # characters between the sentence and the mark


class Stage(Rule):
    """Which words the transcript marks with laughter or applause."""

    name = "stage"
    summary = "which words the transcript marks with laughter or applause"
    stems = {
        "laughter": "After which of these words of {speaker} does the transcript note laughter?",
        "applause": "After which of these words of {speaker} does the transcript note applause?",
    }
    worth = 0.6
    languages = None

    def lacks(self, material: Material) -> str:
        """No such mark, or too few sentences like the marked one."""
        return "the transcript marks neither laughter nor applause after a quotable sentence"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every marked sentence of a named speaker."""
        plain: dict[str, list[Sentence]] = {}
        marked: list[tuple[Sentence, str]] = []
        for sentence in material.sentences:
            if not sentence.turn.person or not _fits(sentence):
                continue
            if sentence.turn.who in material.chairs:
                continue
            kind = _mark(sentence)
            if kind:
                marked.append((sentence, kind))
            elif not sentence.turn.notes:
                plain.setdefault(sentence.turn.person, []).append(sentence)
        for sentence, kind in marked:
            person = sentence.turn.person or ""
            near = sorted(plain.get(person, ()), key=lambda s: abs(s.number - sentence.number))[:30]
            pool = [s.text for s in near if alike_in_length(s.text, sentence.text, slack=0.5)]
            wrong = choose(sentence.text, shuffled(pool[:9], material.seed, sentence.text))
            if len(wrong) < _FEWEST_WRONG:
                continue
            question = Choice(
                stem=self.say(kind, material, speaker=person),
                key=sentence.text,
                wrong=wrong,
                evidence=(sentence.text,),
                speaker=person,
            )
            yield self.candidate(question, sentence)

    def prove(self, question: Question, material: Material) -> Proof:
        """The mark follows the key and none of the others."""
        if not isinstance(question, Choice):
            return Proof(False, "it is not a choice")
        marks = []
        for text in question.options:
            place = material.only_place(text)
            sentence = material.sentence_at(place) if place else None
            if sentence is None:
                return Proof(False, f"“{text}” does not stand in exactly one place")
            marks.append(_mark(sentence))
        key = question.options.index(question.key)
        others = [mark for at, mark in enumerate(marks) if at != key]
        mark, speaker = marks[key], question.speaker or ""
        wrong = {self.say(kind, material, speaker=speaker) for kind in self.stems if kind != mark}
        if mark is None or question.stem in wrong or any(others):
            return Proof(False, "the mark does not follow the key alone")
        return Proof(True, f"the transcript marks {mark} after these words only")


def _fits(sentence: Sentence) -> bool:
    return (
        sentence.is_statement
        and sentence.is_fluent
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
        and not reference.points_back(sentence.text)
    )


def _mark(sentence: Sentence) -> str | None:
    """The kind of the mark right behind a sentence, if there is one."""
    return next((note.kind for note in sentence.turn.notes if _follows(note, sentence)), None)


def _follows(note: Note, sentence: Sentence) -> bool:
    return note.kind in _KINDS and 0 <= note.start - sentence.place[1] <= _NEAR
