"""Which question drew this answer?

Precondition: an exchange in which one question is asked, and a reply that soon takes up a
    word of it; other questions, put to the same person on other matters, share its words
    with the reply as well.
Stem: “Which question drew this answer from Thomas More?” with the opening of the reply.
Proof: the answer stands once in the transcript, right after the key; every wrong
    question is put in another exchange.
Good: the answer fits the tone of several questions and the matter of one.
Bad: “Thank you.” as the answer (it answers nothing); an answer that shares its words with
    one of the questions only (it gives itself away).
"""

from collections.abc import Iterator

from quizgen.language import clarity, quoting
from quizgen.language.matter import names_its_matter
from quizgen.language.places import DEMONYMS, countries
from quizgen.language.words import WORD, Words, content, has_stems
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.asking import Asked, answers_by_itself, prove_put_before, questions
from quizgen.rules.chance import shuffled
from quizgen.rules.distractors import (
    FEWEST,
    MOST,
    alike_in_length,
    choose_unlike,
    covering,
    gives_itself_away,
    says_nearly,
    words_shared,
)
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence

_SHORTEST_ANSWER, _LONGEST_ANSWER = 6, 45
_LATEST = 3  # sentences of a reply among which its answer begins, and how many it takes
_HEAVY = 5  # so much is said that a “this question” does not matter
_NEAREST = 16
_TELLS_ELSEWHERE = 8  # words
_OPENING = 60  # characters of a reply
_CLEARLY = 2  # telling words of a question
_SHORT = 2  # letters; longer ones in capitals are things of which one thing is asked
_ONE_SUBJECT, _FOLLOWS = 3, 2  # telling words, exchanges
_TELLS, _LONG, _CLEAR = 3, 10, 20  # weight and words of an answer, words of its question


class QuestionDrewAnswer(Rule):
    """Which of the questions an answer was given to."""

    name = "question-drew-answer"
    summary = "which question drew an answer"
    stems = {
        "": "Which question drew this answer from {speaker}?",
        "unnamed": "Which question drew this answer?",
    }
    version = 7
    worth = 0.9
    languages = None

    def lacks(self, material: Material) -> str:
        """There are too few questions that were answered."""
        return "fewer than three questions of like length were put and answered"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """What every reply says first of the matter, with the question that it answers."""
        every = [
            option
            for exchange in material.exchanges
            for option in questions(material, exchange, alone=False)
        ]
        index = Nearby(("question", each.number, each) for each in every)
        for exchange in material.exchanges:
            asked = questions(material, exchange)
            reply = next(iter(exchange.replies), None)
            if not asked or not material.asks_once(exchange):
                continue  # of several questions nobody knows which is answered
            if reply is None or reply.who in material.chairs:
                continue
            [key, *_] = asked
            if not _is_clear(key.text) or clarity.addresses_someone(reply.text[:_OPENING]):
                continue
            near = [
                each
                for each in index.around("question", key.number)
                if _put_to(each, material) == reply.who and not _on_one_subject(each, key, material)
            ]
            found = next(
                (
                    (told, wrong)
                    for told in _answers(material.sentences_of.get(reply.index, ()), key, material)
                    if (wrong := _wrong(near, key, _text(told), material))
                ),
                None,
            )
            if found is None:
                continue
            told, wrong = found
            answer = _text(told)
            shown = " ".join([_opening(told[0]), *(each.text for each in told[1:])])
            question = Choice(
                stem=self.say("", material, speaker=reply.person)
                if reply.person
                else self.say("unnamed", material),
                quote=shown,
                key=key.text,
                wrong=wrong,
                evidence=(key.text, answer),
                speaker=reply.person,
            )
            weight = min(sum(each.weight for each in told), 12) / 30
            leak = 0.1 * words_shared(answer, key.text)
            score = 0.3 * (len(wrong) == MOST) + weight - leak
            yield self.candidate(question, *told, *key.sentences, score=score)

    def prove(self, question: Question, material: Material) -> Proof:
        """The key is put right before the answer, the others in other exchanges."""
        return prove_put_before(
            question,
            material,
            rival="may have drawn the answer too",
            proved="the answer follows this question and none of the others",
        )


def _is_clear(question: str) -> bool:
    """Whether a question names what it asks about."""
    if isinstance(question, Words):  # of another language: by a name, if by anything
        return bool(quoting.names(question))
    return names_its_matter(question) and quoting.weight(question) >= _CLEARLY


def _put_to(asked: Asked, material: Material) -> str | None:
    """Who replies to a question."""
    replies = material.exchange_of[asked.sentences[-1].turn.index].replies
    return replies[0].who if replies else None


def _on_one_subject(asked: Asked, key: Asked, material: Material) -> bool:
    """Whether two questions share more than persons and countries: an answer may fit both.

    Of two that follow each other the second may only ask on.
    """
    one, other = asked.text, key.text
    most = _ONE_SUBJECT - (abs(asked.exchange - key.exchange) <= _FOLLOWS)
    named = [mention.text for mention in material.mentions(one)]
    named += [one[start:end] for start, end, _ in countries(one)]
    named += [word for word in WORD.findall(one) if word in DEMONYMS]
    most -= any(
        word.isupper() and len(word) > _SHORT
        for word in {*WORD.findall(one)} & {*WORD.findall(other)}
    )
    return len((content(one) & content(other)) - content(" ".join(named))) >= most


def _text(told: list[Sentence]) -> str:
    return " ".join(sentence.text for sentence in told)


def _answers(
    sentences: tuple[Sentence, ...], key: Asked, material: Material
) -> Iterator[list[Sentence]]:
    """What a reply says soon that tells which question it answers: the first is the best."""
    for start in range(min(_LATEST, len(sentences))):
        told: list[Sentence] = []
        for sentence in sentences[start : start + _LATEST]:
            told = [*told, sentence]
            words = sum(each.size for each in told)
            if not answers_by_itself(sentence, opens=len(told) == 1) or words > _LONGEST_ANSWER:
                break
            if words >= _SHORTEST_ANSWER and _is_tied(told, key, material):
                yield told


def _is_tied(told: list[Sentence], question: Asked, material: Material) -> bool:
    """Whether an answer shows what was asked: by a word of the question, or by its weight."""
    answer = " ".join(each.text for each in told)
    weight, words = sum(each.weight for each in told), sum(each.size for each in told)
    heavy = weight >= _TELLS and words >= _LONG and question.size >= _CLEAR
    heavy = heavy and told[0].first and not quoting.is_about_the_talk(answer)
    heavy = heavy and question.sentences[0].turn.anonymous
    bare = clarity.is_yes_or_no(answer)
    if not has_stems(material.language):  # nothing can tell a tie
        return weight >= _TELLS and words >= _TELLS_ELSEWHERE
    tie = material.spread.tie(answer, question.text)
    return (tie > bare and weight >= _TELLS) or (heavy and not bare)


def _opening(sentence: Sentence) -> str:
    """How an answer begins; a “You know,” in front of it is left out."""
    return sentence.text if quoting.is_fluent(sentence.text) else sentence.shown


def _wrong(near: list[Asked], key: Asked, answer: str, material: Material) -> tuple[Option, ...]:
    """Questions of other exchanges that are like the key and share the answer's words with it.

    None where the key alone has one of these words; none whose own answer says the same.
    """
    own = words_shared(key.text, answer)
    pool = [
        each.text
        for each in near
        if each.exchange != key.exchange
        and alike_in_length(each.text, key.text, slack=0.5)
        and words_shared(each.text, answer) <= own
        and not _answered_alike(each, answer, material)
    ]
    order = shuffled(pool[:_NEAREST], material.seed, answer) + pool[_NEAREST:]
    wrong = choose_unlike(key.text, covering(key.text, order, answer))
    return () if len(wrong) < FEWEST or gives_itself_away(key.text, wrong, answer) else wrong


def _answered_alike(asked: Asked, answer: str, material: Material) -> bool:
    """Whether the answer to a question says nearly the same as another answer."""
    replies = material.exchange_of[asked.sentences[-1].turn.index].replies[:1]
    said = [s for turn in replies for s in material.sentences_of.get(turn.index, ())[:_LATEST]]
    return any(says_nearly(each.text, answer) for each in said if each.weight >= _TELLS)
