"""Why?

Precondition: a quotable sentence that ends on “because” and a reason of four to eighteen
    words, while at least three sentences of other exchanges give reasons of like length
    that would fit behind “because” as well.
Stem: “Which reason does Thomas More give?” with a blank after “because”.
Proof: the sentence stands once with the key; the other reasons stand elsewhere.
Good: reasons that are all of the conversation, of which one belongs to this claim.
Bad: a reason that repeats the words of the claim (it gives itself away).
"""

import re
from collections.abc import Iterator

from quizgen.language import clarity, reference
from quizgen.language.quoting import weight
from quizgen.language.words import content, count
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.distractors import alike_in_length, choose
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 4, 18
_FEWEST_BEFORE = 5
_FEWEST_WRONG = 3
_REASON = re.compile(r"^(?P<claim>[^?]+?)[,;–—]?\s+because (?P<reason>(?!of\b)[^?;:–—]+)\.$")


class Because(Rule):
    """Why something is so, in the words of who says it."""

    name = "because"
    summary = "which reason a speaker gives"
    stems = {
        "": "Which reason does {speaker} give?",
        "topic": "Which reason does {speaker} give on {topic}?",
    }
    worth = 0.8
    off = True  # too often another answer completes the sentence as well

    def lacks(self, material: Material) -> str:
        """Too few reasons are given."""
        return "fewer than four sentences that can be quoted end on “because …”"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence that ends on its reason."""
        given = [(s, match) for s in material.sentences if (match := _reason(s))]
        reasons = Nearby(
            (_build(match["reason"]), sentence.number, (sentence, match["reason"]))
            for sentence, match in given
        )
        for sentence, match in given:
            setting = material.setting(sentence)
            if not sentence.is_quotable or setting is None:
                continue
            if count(match["claim"]) < _FEWEST_BEFORE:
                continue
            reason = match["reason"]
            claim = sentence.text[: match.start("reason")]
            shown = setting.around(f"{claim}{BLANK}.")
            if len(content(reason) & content(shown)) > 1:
                continue
            pool = [
                other
                for where, other in reasons.around(_build(reason), sentence.number)
                if where.exchange != sentence.exchange and alike_in_length(other, reason, slack=0.5)
            ]
            wrong = choose(reason, pool)
            if len(wrong) < _FEWEST_WRONG:
                continue
            topic = material.topic(sentence, reason)
            question = Choice(
                stem=self.say_about(material, sentence, topic),
                quote=shown,
                context=setting.context(material.wording),
                key=reason,
                wrong=wrong,
                evidence=(setting.words(sentence.text),),
                topic=topic,
            )
            yield self.candidate(
                question, sentence, *setting.shown, score=min(sentence.weight, 14) / 20
            )

    def prove(self, question: Question, material: Material) -> Proof:
        """The claim is followed by the key, and by none of the other reasons."""
        return prove_filled(question, material)


def _reason(sentence: Sentence) -> re.Match[str] | None:
    match = _REASON.match(sentence.text) if sentence.is_well_said else None
    if match is None or match["claim"].count("because") or match["reason"].count("because"):
        return None
    reason = match["reason"]
    fits = _FEWEST_WORDS <= count(reason) <= _MOST_WORDS and weight(reason) >= 2
    hangs = reference.loose_ends(reason) or reason.split()[0] in {"it", "that", "this", "there"}
    return match if fits and not hangs else None


def _build(reason: str) -> str:
    """What reasons must share to be told apart by what they say alone: the first person."""
    return "own" if clarity.speaks_of_itself(reason) else "other"
