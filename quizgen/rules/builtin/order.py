"""Which of these subjects comes up first?

Precondition: at least three subjects that are named in one exchange only, at least two
    exchanges apart, and not in the title, in a transcript of at most 10,000 words.
    Outside English, where subjects cannot be told from what is said, the headings that the
    transcript prints are its subjects.
Stem: “Which of these subjects comes up first?”
Proof: the words of every option come together in one exchange only, and the key's is the
    earliest; headings are printed once each, the key's before the others.
Good: subjects that each have one place in the conversation.
Bad: a subject that the title names, or that comes up again and again; lines that nobody
    would remember.
"""

from collections.abc import Iterator
from dataclasses import replace

from quizgen.language.topics import announced, empty_stems, printed_heading
from quizgen.language.words import Words, content, count
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence

_OPTIONS = 3
_APART = 2
_ROOT = 4  # letters that “Kurds” and “Kurdish” share
_MOST_QUESTIONS = 2
_LONGEST = 10_000  # words of a transcript whose course can be kept in mind


class Order(Rule):
    """Which of several subjects comes up first."""

    name = "order"
    version = 4
    summary = "which of several subjects comes up first"
    stems = {"": "Which of these subjects comes up first?"}
    worth = 0.5
    languages = None

    def lacks(self, material: Material) -> str:
        """Too few subjects have one place."""
        return "fewer than three subjects come up in one place each, far enough apart"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Up to two questions, from subjects that all differ."""
        if sum(count(turn.text) for turn in material.transcript.turns) > _LONGEST:
            return
        line = _line(material) if material.language == "en" else _headings(material)
        used: set[str] = set()
        for _ in range(_MOST_QUESTIONS):
            chosen: list[tuple[str, Sentence]] = []
            free = [entry for entry in line if entry[0] not in used]
            gap = max(
                _APART, (free[-1][1].exchange - free[0][1].exchange) // _OPTIONS if free else 0
            )
            for text, sentence in free:
                far = not chosen or sentence.exchange - chosen[-1][1].exchange >= gap
                if far and not any(content(text) & content(other) for other, _ in chosen):
                    chosen.append((text, sentence))
            chosen = chosen[:_OPTIONS]
            if len(chosen) < _OPTIONS:
                return
            used.update(text for text, _ in chosen)
            question = Choice(
                stem=self.say("", material),
                key=chosen[0][0],
                wrong=tuple(Option(text) for text, _ in chosen[1:]),
                evidence=tuple(sentence.text for _, sentence in chosen),
            )
            candidate = self.candidate(question, *(sentence for _, sentence in chosen))
            yield replace(candidate, sentences=frozenset())  # it shows none of their words

    def prove(self, question: Question, material: Material) -> Proof:
        """Every option comes up in one exchange only, the key's before the others."""
        if not isinstance(question, Choice):
            return Proof(False, "it is not a choice")
        printed = {} if material.language == "en" else dict(_headings(material))
        places: dict[str, int] = {}
        for text in question.options:
            found = [printed[text].exchange] if text in printed else _exchanges(text, material)
            if len(found) != 1:
                return Proof(False, f"“{text}” does not come up in exactly one exchange")
            places[text] = found[0]
        first = min(question.options, key=lambda text: places[text])
        if first != question.key or len(set(places.values())) != len(places):
            return Proof(False, f"“{first}” comes up first")
        return Proof(True, "the key comes up before the others, each in one exchange only")


def _exchanges(text: str, material: Material) -> list[int]:
    """The exchanges in which a subject comes up."""
    return material.spread.exchanges_with(content(text))


def _line(material: Material) -> list[tuple[str, Sentence]]:
    """The subjects that have one place, in the order in which they come up."""
    title = content(material.transcript.title or "")
    found: dict[str, Sentence] = {}
    for number, texts in material.subjects.items():
        for text in texts:
            found.setdefault(text, material.sentences[number])
    return [
        (text, sentence)
        for text, sentence in sorted(found.items(), key=lambda pair: pair[1].number)
        if len(material.spread.exchanges_with(content(text))) == 1
        and not content(text) & title
        and material.only_place(sentence.text)
        and _is_taken_up(text, sentence, material)
    ]


def _headings(material: Material) -> list[tuple[str, Sentence]]:
    """The headings that are printed once, each with the first sentence below it."""
    found: dict[str, list[Sentence]] = {}
    last: str | None = None
    for turn in material.transcript.turns:
        below = material.sentences_of.get(turn.index)
        heading = printed_heading(turn.heading)
        if below and heading and turn.heading != last:
            found.setdefault(Words(heading, material.language), []).append(below[0])
        last = turn.heading
    title = content(material.transcript.title or "")
    return [
        (text, places[0])
        for text, places in found.items()
        if len(places) == 1 and not content(text) & title and material.only_place(places[0].text)
    ]


def _is_taken_up(heading: str, sentence: Sentence, material: Material) -> bool:
    """Whether an exchange is about a subject: announced, or in the question and the reply."""
    if announced(sentence.text) or sentence.turn.heading:
        return True
    exchange = material.exchange_of[sentence.turn.index]
    telling = {stem[:_ROOT] for stem in content(heading) - empty_stems()}
    sides = (exchange.asking, exchange.replies)
    return all(
        telling & {stem[:_ROOT] for turn in side for stem in content(turn.text)} for side in sides
    )
