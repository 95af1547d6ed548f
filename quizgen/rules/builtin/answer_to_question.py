"""How does the reply to this question begin?

Precondition: an exchange with a question or remark and a reply that opens with a whole
    sentence of four to thirty words.
Stem: “How does Thomas More begin the reply to this?” with the question as quote.
    A telling sentence from within the reply to a single question serves as well: “Which of
    these does Thomas More say in reply to this question?”
Proof: the key opens (or is part of) the reply that follows; every wrong one is said in
    another exchange.
Good: replies that are alike in tone, of which one fits the matter.
Bad: a reply that repeats the question's own words (the stem holds the key).
"""

from collections.abc import Iterator

from quizgen.language import clarity, quoting, reference
from quizgen.language.exchanges import Exchange
from quizgen.language.words import has_stems
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.asking import Asked, asks_the_same, questions
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import (
    FEWEST,
    MOST,
    alike_in_length,
    choose_unlike,
    covering,
    gives_itself_away,
    words_shared,
)
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 4, 30
_MOST_SHARED = 2  # words of a question in a part of its reply: enough to tell, not to give away
_CLEAR, _LONG = 20, 10  # words of a question and of a reply
_EARLY = 4  # sentences of a reply that still answer
_LONGEST_REMARK = 1  # sentences; of a longer one nobody knows what is answered


class AnswerToQuestion(Rule):
    """How the reply to a question begins."""

    name = "answer-to-question"
    summary = "how the reply to a question begins"
    stems = {
        "": "How does {speaker} begin the reply to this question?",
        "remark": "How does {speaker} begin the reply to this remark?",
        "part": "Which of these does {speaker} say in reply to this question?",
    }
    version = 5
    worth = 0.7
    languages = None

    def lacks(self, material: Material) -> str:
        """There are too few replies to choose from."""
        return "fewer than three replies begin with a sentence of like length"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """The last thing asked in each exchange, and the openings of all replies."""
        yield from self._parts(material)
        openings = [
            sentences[0]
            for exchange in material.exchanges
            for turn in exchange.replies[:1]
            if exchange.asking
            and (sentences := material.sentences_of.get(turn.index))
            and _opens(sentences[0])
        ]
        index = Nearby((each.turn.person, each.number, each) for each in openings)
        for opening in openings:
            asked = _asked(opening, material) if _says_something(opening) else None
            if asked is None or not opening.turn.person or opening.turn.who in material.chairs:
                continue
            tie = material.spread.tie(asked.text, opening.text)
            if has_stems(material.language) and not _is_tied(opening, asked, tie):
                continue
            bare = clarity.is_yes_or_no(opening.text)
            own = words_shared(opening.text, asked.text)
            near = index.around(opening.turn.person, opening.number)
            pool = [
                other.text
                for other in shuffled(near, material.seed, opening.text)
                if other.exchange != opening.exchange
                and not asks_the_same(asked.text, material.exchange_of[other.turn.index])
                and not (bare and clarity.is_yes_or_no(other.text))
                and alike_in_length(other.text, opening.text, slack=0.6)
                and words_shared(other.text, asked.text) <= own
            ]
            wrong = choose_unlike(opening.text, covering(opening.text, pool, asked.text))
            if len(wrong) < FEWEST or gives_itself_away(opening.text, wrong, asked.text):
                continue
            which = "" if clarity.is_question(asked.text) else "remark"
            question = Choice(
                stem=self.say(which, material, speaker=opening.turn.person),
                quote=asked.text,
                key=opening.text,
                wrong=wrong,
                evidence=(asked.text, opening.text),
                speaker=opening.turn.person,
            )
            told = min(opening.weight, 10) / 20 + 0.3 * (len(wrong) == MOST)
            score = told - 0.1 * asked.loose_ends - 0.1 * reference.loose_ends(opening.text)
            yield self.candidate(question, opening, asked, score=score)

    def _parts(self, material: Material) -> Iterator[Candidate]:
        """A telling sentence from within a reply to one question, among those of others."""
        told = [s for s in material.sentences if s.turn.person and _tells(s)]
        index = Nearby((each.turn.person, each.number, each) for each in told)
        for exchange in material.exchanges:
            asked = _only_question(exchange, material)
            if asked is None or not exchange.replies:
                continue
            within = [
                s
                for s in material.sentences_of.get(exchange.replies[0].index, ())[:_EARLY]
                if s.turn.person and s.turn.who not in material.chairs and _tells(s)
            ]
            for key in sorted(within, key=lambda s: (-min(s.weight, 12), s.number)):
                wrong = self._of_other_replies(key, asked, index, material)
                if len(wrong) < MOST or gives_itself_away(key.shown, wrong, asked.text):
                    continue
                question = Choice(
                    stem=self.say("part", material, speaker=key.turn.person or ""),
                    quote=asked.text,
                    key=key.shown,
                    wrong=wrong,
                    evidence=(asked.text, key.text),
                    speaker=key.turn.person,
                )
                score = min(key.weight, 14) / 20
                yield self.candidate(question, key, *asked.sentences, score=score)

    def _of_other_replies(
        self, key: Sentence, asked: Asked, index: Nearby[Sentence], material: Material
    ) -> tuple[Option, ...]:
        """What the same person says elsewhere, which no more words tie to the question.

        Those come first that share a word with it too.
        """
        tie = material.spread.tie(key.text, asked.text)
        if not 1 <= tie <= _MOST_SHARED:
            return ()
        near = index.around(key.turn.person, key.number)
        pool = {
            other.shown: words_shared(other.text, asked.text)
            for other in shuffled(near, material.seed, key.text)
            if other.exchange != key.exchange
            and not asks_the_same(asked.text, material.exchange_of[other.turn.index])
            and alike_in_length(other.text, key.text, slack=0.5)
            and (other.shown == other.text) == (key.shown == key.text)
        }
        fit = [text for text, shared in pool.items() if shared <= tie]
        return choose_unlike(key.shown, covering(key.shown, fit, asked.text))

    def prove(self, question: Question, material: Material) -> Proof:
        """The key opens the reply to the quote, the others open other replies."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        asked, reply = material.only_place(question.quote), material.only_place(question.key)
        if asked is None or reply is None:
            return Proof(False, "question or reply does not stand in exactly one place")
        here = material.exchange_of[asked.turn.index]
        if asked.turn not in here.asking or reply.turn not in here.replies[:1]:
            return Proof(False, "the key is no part of the reply")
        speaker = question.speaker or reply.turn.person or ""
        opens = {self.say(which, material, speaker=speaker) for which in ("", "remark")}
        if reply.start and question.stem in opens:
            return Proof(False, "the key does not open the reply")
        for option in question.wrong:
            place = material.only_place(option.text)
            if place is None or place.turn in here.turns:
                return Proof(False, f"“{option.text}” may be part of the reply too")
        return Proof(True, "the reply to these words holds the key and none of the others")


def _opens(sentence: Sentence) -> bool:
    return (
        clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and not clarity.is_question(sentence.text)
        and quoting.is_fluent(sentence.text)
        and not quoting.is_evasive(sentence.text)
        and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
    )


def _says_something(opening: Sentence) -> bool:
    return opening.weight >= 2 and not quoting.is_about_the_talk(opening.text)


def _is_tied(opening: Sentence, asked: Sentence, tie: int) -> bool:
    """Whether a reply shows what it answers: a word of it, not most; or weight of its own."""
    if clarity.is_question(asked.text) and not tie:
        told = opening.weight >= 3 and opening.size >= _LONG and asked.size >= _CLEAR
        floor = asked.turn.anonymous and not clarity.is_yes_or_no(opening.text)
        return told and floor
    return tie <= 2


def _asked(opening: Sentence, material: Material) -> Sentence | None:
    """What the reply answers: the last question before it, or else the last sentence."""
    exchange = material.exchange_of[opening.turn.index]
    asking = exchange.asking
    if any("?" in turn.text for turn in asking) and not material.asks_once(exchange):
        return None  # with which of several questions the reply begins, nobody can tell
    said = [
        sentence
        for turn in asking[-1:]
        for sentence in material.sentences_of.get(turn.index, ())
        if clarity.is_complete(sentence.text)
        and clarity.is_clean(sentence.text)
        and not clarity.is_courtesy(sentence.text)
        and quoting.is_fluent(sentence.text)
        and sentence.weight >= 4
        and not reference.loose_ends(sentence.text)
        and not reference.points_back(reference.without_conjunction(sentence.text))
        and 6 <= sentence.size <= 40
    ]
    questions = [sentence for sentence in said if clarity.is_question(sentence.text)]
    if questions or len(material.sentences_of.get(asking[-1].index, ())) > _LONGEST_REMARK:
        return next(iter(reversed(questions)), None)
    return said[-1] if said else None


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence from within a reply says something worth remembering."""
    return sentence.is_quotable and not sentence.hangs and 7 <= sentence.size <= _MOST_WORDS


def _only_question(exchange: Exchange, material: Material) -> Asked | None:
    """The question that a reply follows, if it is the only one and can be shown."""
    if not material.asks_once(exchange):
        return None
    return next(iter(questions(material, exchange)), None)
