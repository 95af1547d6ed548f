"""Which belongs to which?

Three forms: questions and the answers that they drew, where one person answers; speakers and
their words, where at least three named people speak; speakers and their offices, where the
transcript says of three of them what they are.

Precondition: three questions, each the only one of its turn, whose replies begin with a
    sentence that says something; or three speakers with a quotable sentence each that stands
    alone and does not give its speaker away; or three offices, each of one speaker only.
Stem: “Match each question with the beginning of its answer.”
Proof: each answer opens the reply to its question; each statement is said by its speaker
    and by nobody else; each office stands beside its holder's name and beside no other.
Good: answers that are alike in tone and differ in matter.
Bad: pairs that shared names give away.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizgen.language import clarity, quoting
from quizgen.language.claims import is_about_oneself, stands
from quizgen.language.exchanges import Exchange
from quizgen.language.words import content, has_stems
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Match as Matching
from quizgen.model.question import Question
from quizgen.rules.api import Rule
from quizgen.rules.chance import draw
from quizgen.rules.holders import holders
from quizgen.rules.material import Material
from quizgen.rules.persons import gives_away
from quizgen.rules.sentence import Sentence

_PAIRS, _MOST_OFFICES = 3, 4
_MOST_QUESTIONS = 2
_FEWEST_WORDS, _MOST_WORDS = 5, 26
_LIGHTEST = 4
_MOST_SHARED = 1  # more would give the answer away

Pairs = list[tuple[Sentence, Sentence]]


class Match(Rule):
    """Which answer belongs to which question, which words or office to which speaker."""

    name = "match"
    summary = "which answer belongs to which question, which words or office to which speaker"
    stems = {
        "answers": "Match each question with the beginning of {speaker}’s answer.",
        "speakers": "Match each speaker with what he or she says.",
        "offices": "Match each speaker with his or her office.",
    }
    version = 3
    worth = 0.65
    languages = None

    def lacks(self, material: Material) -> str:
        """Too few clear questions and answers, and too few speakers."""
        return "fewer than three clear answers, three people clearly heard or three known offices"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Up to two questions of each form, one about offices."""
        yield from self._answers(material)
        yield from self._speakers(material)
        yield from self._offices(material)

    def _answers(self, material: Material) -> Iterator[Candidate]:
        by_person: dict[str, Pairs] = {}
        for exchange in material.exchanges:
            pair = _answered(exchange, material)
            if pair:
                by_person.setdefault(pair[1].turn.person or "", []).append(pair)
        for person, pairs in by_person.items():
            for number in range(_MOST_QUESTIONS):
                some = pairs[number::_MOST_QUESTIONS] if len(pairs) > 5 else pairs
                chosen = _apart(some, tied=has_stems(material.language))
                if len(chosen) < _PAIRS or (number and len(pairs) <= 5):
                    break
                question = Matching(
                    stem=self.say("answers", material, speaker=person),
                    pairs=tuple((asked.text, reply.text) for asked, reply in chosen),
                    evidence=tuple(each.text for pair in chosen for each in pair),
                    speaker=person,
                )
                yield self.candidate(question, *(each for pair in chosen for each in pair))

    def _speakers(self, material: Material) -> Iterator[Candidate]:
        if material.is_rough:
            return
        asks = material.voices.mostly_asks
        people = [name for name in material.heard if not asks(name)]
        told: dict[str, list[Sentence]] = {}
        for sentence in material.sentences:
            if sentence.turn.who in material.chairs:
                continue
            if sentence.turn.person in people and _gives_nothing_away(sentence, people, material):
                told.setdefault(sentence.turn.person or "", []).append(sentence)
        ranked = sorted(told, key=lambda name: (-len(told[name]), name))
        for number in range(_MOST_QUESTIONS):
            chosen: list[tuple[str, Sentence]] = []
            for name in ranked[: 2 * _PAIRS]:
                left = sorted(
                    told[name], key=lambda s: (-min(s.weight, 10), draw(material.seed, s.text))
                )
                for sentence in left[number : number + 6]:
                    if all(not content(sentence.text) & content(s.text) for _, s in chosen):
                        chosen.append((name, sentence))
                        break
            chosen = chosen[:_PAIRS]
            if len(chosen) < _PAIRS:
                return
            question = Matching(
                stem=self.say("speakers", material),
                pairs=tuple((name, sentence.shown) for name, sentence in chosen),
                evidence=tuple(sentence.text for _, sentence in chosen),
            )
            yield self.candidate(question, *(sentence for _, sentence in chosen))

    def _offices(self, material: Material) -> Iterator[Candidate]:
        spoken = Counter(turn.person for turn in material.transcript.turns)
        known = [each for each in holders(material) if spoken[each.name] and not each.gendered]
        known.sort(key=lambda each: -spoken[each.name])
        chosen = known[:_MOST_OFFICES]
        if len(chosen) < _PAIRS or not material.sentences:
            return
        question = Matching(
            stem=self.say("offices", material),
            pairs=tuple((each.name, each.office) for each in chosen),
            evidence=tuple(each.words for each in chosen),
        )
        words = " ".join(each.name for each in chosen)
        made = self.candidate(question, material.sentences[0], words=words)
        yield replace(made, sentences=frozenset())  # it shows none of their words

    def prove(self, question: Question, material: Material) -> Proof:
        """Each left side belongs to its right side and to no other."""
        if not isinstance(question, Matching):
            return Proof(False, "it is not a matching")
        names = {speaker.name for speaker in material.transcript.people}
        lefts = [left for left, _ in question.pairs]
        if len(set(lefts)) != len(lefts):
            return Proof(False, "a left side comes twice")
        held = {each.name: each.office for each in holders(material)}
        if question.pairs and all(right in held.values() for _, right in question.pairs):
            wrong = [name for name, office in question.pairs if held.get(name) != office]
            return Proof(not wrong, f"the transcript does not say so of {wrong[0]}" if wrong else
                         "each office is said of its holder and of nobody else")  # fmt: skip
        if names.issuperset(lefts):
            for name, words in question.pairs:
                voices = {place.turn.person for place in material.concordance.echoes(words)}
                if voices != {name}:
                    return Proof(False, f"“{words}” is not said by {name} alone")
            return Proof(True, "each statement is its speaker's alone")
        return _prove_answers(question, material)


def _prove_answers(question: Matching, material: Material) -> Proof:
    exchanges = set()
    for asked, reply in question.pairs:
        put, given = material.only_place(asked), material.only_place(reply)
        if put is None or given is None:
            return Proof(False, "a question or an answer does not stand in exactly one place")
        here = material.exchange_of[given.turn.index]
        if put.turn not in here.asking or given.turn not in here.replies[:1] or given.start:
            return Proof(False, f"“{reply}” does not open the reply to “{asked}”")
        exchanges.add(here.number)
    distinct = len(exchanges) == len(question.pairs)
    return Proof(distinct, "each answer opens the reply to its question" if distinct else
                 "two pairs come from one exchange")  # fmt: skip


def _answered(exchange: Exchange, material: Material) -> tuple[Sentence, Sentence] | None:
    """The one question of an exchange and the sentence that opens the reply, if both tell."""
    if not exchange.asking or not exchange.replies or not exchange.replies[0].person:
        return None
    if not material.asks_once(exchange):
        return None
    asked = [
        sentence
        for turn in exchange.asking
        for sentence in material.sentences_of.get(turn.index, ())
        if clarity.is_question(sentence.text)
    ]
    opening = material.sentences_of.get(exchange.replies[0].index, ())[:1]
    if (
        asked[0].loose_ends
        or not opening
        or not _is_told(opening[0])
        or not _is_told(asked[0], most=42)
    ):
        return None
    if clarity.is_question(opening[0].text):
        return None
    told = opening[0].weight >= 2 and not quoting.is_about_the_talk(opening[0].text)
    return (asked[0], opening[0]) if told and asked[0].weight >= _LIGHTEST else None


def _is_told(sentence: Sentence, most: int = _MOST_WORDS) -> bool:
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and quoting.is_fluent(sentence.text)
        and not quoting.is_evasive(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= most
    )


def _apart(pairs: Pairs, *, tied: bool) -> Pairs:
    """Three pairs that no shared word ties to each other."""
    chosen: Pairs = []
    for asked, reply in pairs:
        crossed = any(
            content(reply.text) & content(other.text) or content(answer.text) & content(asked.text)
            for other, answer in chosen
        )
        tie = len(content(asked.text) & content(reply.text))
        if (1 <= tie <= _MOST_SHARED or not tied) and not crossed:
            chosen.append((asked, reply))
    return chosen[:_PAIRS]


def _gives_nothing_away(sentence: Sentence, people: list[str], material: Material) -> bool:
    return (
        sentence.is_option
        and stands(sentence.text) > 0
        and not is_about_oneself(sentence.text)
        and 8 <= sentence.size <= _MOST_WORDS
        and not gives_away(sentence.text, people, material, between_two=False)
    )
