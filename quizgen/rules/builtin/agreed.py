"""What was agreed, decided, planned?

Precondition: a quotable sentence in which somebody agreed (decided, plans, promised …) to
    do something, while three sentences of other exchanges say “to do” something as well.
Stem: “How does Thomas More complete this sentence?” with a blank for what was agreed.
Proof: the sentence stands once with the key in the blank, and nowhere with another.
Good: “The two presidents have agreed to ____” – establish a working group.
Bad: “I want to ____” – say a few words (nothing is agreed); “plans to ____” with “the new
    school” (no verb).
"""

import re
from collections.abc import Iterator

from quizgen.language import reference
from quizgen.language.lexicon import is_verb
from quizgen.language.quoting import weight
from quizgen.language.words import content, count
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.distractors import alike_in_length, choose
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby

_FEWEST_WORDS, _MOST_WORDS = 3, 14
_FEWEST_BEFORE = 3
_FEWEST_WRONG = 3
_RESOLVED = re.compile(
    r"\b(?:agreed|agree|decided|plans?|planned|planning|intends?|intended|promised?|pledged?|"
    r"undertook|"
    r"proposed?|refused?|ordered|instructed|urged?|voted|threatened|vowed|offered|"
    r"authori[sz]ed|forbade|obliged|required) (?:\w+ ){0,3}?to (?P<deed>[a-z][^,;:.?!–—]*)(?=[,;.])"
)
_DEED = re.compile(
    r"\b(?:agreed?|decided?|plans?|planned|planning|intend\w*|promised?|pledged?|want(?:s|ed)?|"
    r"need(?:s|ed)?|"
    r"going|tr(?:y|ies|ied|ying)|hopes?|hoped|asked|told|ordered|helped?|able|ready|refused?|"
    r"urged?|"
    r"proposed?|have|has|had|allowed|supposed|obliged|"
    r"required) (?:\w+ ){0,2}?to (?P<deed>[a-z][a-z]+ "
    r"[^,;:.?!–—]*)(?=[,;.?])"
)
_GOES_ON = re.compile(r" (?:and|but|or|so|when|while|because|if|which|who|that|as) ")


class Agreed(Rule):
    """What somebody agreed, decided or plans to do."""

    name = "agreed"
    summary = "what somebody agreed, decided or plans to do"
    stems = {
        "": "How does {speaker} complete this sentence?",
        "topic": "How does {speaker} complete this sentence on {topic}?",
    }
    worth = 0.8
    off = True  # too often another answer completes the sentence as well

    def lacks(self, material: Material) -> str:
        """Nobody agrees, decides or plans anything."""
        return "nobody says what was agreed, decided or planned, or too little else is to be done"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence that says what is to be done."""
        deeds = Nearby(
            ("deed", sentence.number, (sentence, _cut(match["deed"])))
            for sentence in material.sentences
            if sentence.is_statement and sentence.is_fluent
            for match in _DEED.finditer(sentence.text)
            if _tells(_cut(match["deed"]))
        )
        for sentence in material.sentences:
            match = _RESOLVED.search(sentence.text) if sentence.is_quotable else None
            deed = _cut(match["deed"]) if match else ""
            if match is None or not _tells(deed):
                continue
            setting = material.setting(sentence)
            before = sentence.text[: match.start("deed")]
            if setting is None or count(before) < _FEWEST_BEFORE:
                continue
            shown = setting.around(
                f"{before}{BLANK}{sentence.text[match.start('deed') + len(deed) :]}"
            )
            if content(deed) & content(shown):
                continue
            pool = [
                other
                for where, other in deeds.around("deed", sentence.number)
                if where.exchange != sentence.exchange
                and alike_in_length(other, deed, slack=0.5)
                and not content(other) & content(shown)
            ]
            wrong = choose(deed, pool)
            if len(wrong) < _FEWEST_WRONG:
                continue
            topic = material.topic(sentence, deed)
            question = Choice(
                stem=self.say_about(material, sentence, topic),
                quote=shown,
                context=setting.context(material.wording),
                key=deed,
                wrong=wrong,
                evidence=(setting.words(sentence.text),),
                topic=topic,
            )
            yield self.candidate(
                question, sentence, *setting.shown, score=min(sentence.weight, 14) / 20
            )

    def prove(self, question: Question, material: Material) -> Proof:
        """The sentence stands once with the key in the blank, and with no other option."""
        return prove_filled(question, material)


def _cut(deed: str) -> str:
    """A deed up to where a second clause or deed begins."""
    return _GOES_ON.split(deed, maxsplit=1)[0]


def _tells(deed: str) -> bool:
    """Whether a deed says something by itself: a verb and what it is done to."""
    return (
        _FEWEST_WORDS <= count(deed) <= _MOST_WORDS
        and weight(deed) >= 2
        and is_verb(*deed.split()[:2])
        and not reference.loose_ends(deed)
        and not re.search(r"\b(?:I|we|you|be|have|say|ask|it|him|her|them|there|thank)\b", deed)
    )
