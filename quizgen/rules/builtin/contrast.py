"""What, and not something else?

Precondition: a speaker sets one thing against another: “Our servicemen – not advisers –
    are present”.
Stem: “Which word does Thomas More set against “advisers” here?” with a blank.
Proof: the sentence stands once with the key in the blank; the first wrong option is the
    speaker's own rejected term.
Good: the rejected term is what a careless listener would have kept.
Bad: “not only … but also” (both are right).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.language.phrases import Phrase, is_telling, noun_phrases
from quizgen.language.senses import sort
from quizgen.language.words import content
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, NO_BLANK, with_blank
from quizgen.rules.distractors import FEWEST, choose
from quizgen.rules.material import Material
from quizgen.rules.nearby import Nearby
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 8, 45
_ARTICLE = re.compile(r"\b(an?) $", re.IGNORECASE)
_TERM = r"[\w’'-]+(?: [\w’'-]+)?"
_SETS_AGAINST = re.compile(r"not |rather than |instead of ")  # cheap, and rarely found
_PATTERNS = (
    re.compile(
        rf"(?P<key>{_TERM})(?P<cut> ?[–—-]+ ?not (?:an? |the )?(?P<other>{_TERM}) ?[–—-]+ ?)"
    ),
    re.compile(
        rf"(?P<key>{_TERM})(?P<cut>, (?:and )?not (?:an? |the )?(?P<other>{_TERM}))(?=[,.;])"
    ),
    re.compile(
        rf"(?P<key>{_TERM})(?P<cut> (?:rather than|instead of) (?:an? |the )?(?P<other>{_TERM}))"
        r"(?=[,.;])"
    ),
)


class Contrast(Rule):
    """Which of two things a speaker means, and which one not."""

    name = "contrast"
    summary = "which of two things a speaker means"
    stems = {"": "Which word completes what {speaker} says?"}
    version = 3
    worth = 1.0

    def lacks(self, material: Material) -> str:
        """Nobody sets one thing against another."""
        return "nobody says “this, not that”"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every contrast between two noun phrases."""
        found = [
            (sentence, match)
            for sentence in material.sentences
            if _SETS_AGAINST.search(sentence.text) and _FEWEST_WORDS <= sentence.size <= _MOST_WORDS
            for pattern in _PATTERNS
            for match in pattern.finditer(sentence.text)
            if sentence.is_quotable
        ]
        alike = [(sentence, terms) for sentence, match in found if (terms := _Terms.of(match))]
        nouns = _nouns(material) if alike else Nearby[tuple[Sentence, Phrase]](())
        for sentence, terms in alike:
            question = self._question(sentence, terms, nouns, material)
            if question:
                yield self.candidate(question, sentence, score=0.3)

    def _question(
        self,
        sentence: Sentence,
        terms: "_Terms",
        nouns: Nearby[tuple[Sentence, Phrase]],
        material: Material,
    ) -> Choice | None:
        match, said = terms.match, terms.said
        key, other = said.text, terms.rejected.text
        start = match.start("key") + match["key"].rindex(key)
        text = sentence.text
        rest = text[match.end("cut") :].lstrip()
        gap = " " if rest[:1].isalnum() else ""  # “guided by ____ […], whenever …”
        quote = f"{text[:start]}{BLANK} […]{gap}{rest}"
        if content(key) & content(quote) or len(quote.split()) < 6:
            return None
        near = nouns.around(_build(said), sentence.number)
        words = [
            phrase.text
            for there, phrase in near
            if there.turn is not sentence.turn and _fits_article(text[:start], phrase.text)
        ]
        wrong = choose(key, [other, *words])
        if len(wrong) < FEWEST:
            return None
        return Choice(
            stem=self.say("", material, speaker=material.describe(sentence.turn)),
            quote=quote,
            key=key,
            wrong=wrong,
            evidence=(text,),
            topic=material.topic(sentence, key),
        )

    def prove(self, question: Question, material: Material) -> Proof:
        """The words before and after the cut stand once, the key and its contrast between."""
        asked = with_blank(question)
        if asked is None:
            return NO_BLANK
        before, _, after = (asked.quote or "").partition(BLANK)
        places = [material.only_place(words) for words in asked.evidence]
        whole = " ".join(asked.evidence)
        if not places or None in places:
            return Proof(False, "the sentence does not stand in exactly one place")
        if f"{before}{asked.key}" not in whole or after.replace("[…]", "").strip() not in whole:
            return Proof(False, "the sentence does not say the key where the blank is")
        rejected = [option.text for option in asked.wrong if f"{option.text}" in whole]
        if not any(re.search(rf"\b(?:not|than|of)\b[^.]*{re.escape(t)}", whole) for t in rejected):
            return Proof(False, "no wrong option is what the speaker rejects")
        return Proof(True, f"the speaker says “{asked.key}”, not “{rejected[0]}”")


@dataclass(frozen=True, slots=True)
class _Terms:
    """The words that set one thing against another, and both things."""

    match: re.Match[str]
    said: Phrase
    rejected: Phrase

    @classmethod
    def of(cls, match: re.Match[str]) -> "_Terms | None":
        """What a pattern found, if it is two terms that look alike."""
        said, rejected = _noun(match["key"]), _noun(match["other"])
        fit = said and rejected and _are_alike(said, rejected)
        return cls(match, said, rejected) if said and rejected and fit else None


def _noun(term: str) -> Phrase | None:
    """The noun phrase that ends a term, if it is a telling one."""
    found = [phrase for phrase in noun_phrases(term) if is_telling(phrase)]
    return found[-1] if found and term.endswith(found[-1].text) else None


def _fits_article(before: str, term: str) -> bool:
    """Whether a term may follow an “a” or “an” that stands before the blank."""
    article = _ARTICLE.search(before)
    return article is None or (article[1].casefold() == "an") == (term[0] in "aeiou")


def _are_alike(said: Phrase, rejected: Phrase) -> bool:
    """Whether two terms look alike; that they can be compared, the speaker says."""
    return (
        said.plural == rejected.plural
        and abs(said.size - rejected.size) <= 1
        and said.text[0].islower() == rejected.text[0].islower()
        and not content(said.text) & content(rejected.text)
    )


def _build(phrase: Phrase) -> tuple[object, ...]:
    """What another term must share with the right one."""
    return phrase.size, phrase.plural, sort(phrase.head), phrase.text[0].islower()


def _nouns(material: Material) -> Nearby[tuple[Sentence, Phrase]]:
    """All telling nouns, by what they share and where they stand."""
    return Nearby(
        (_build(phrase), sentence.number, (sentence, phrase))
        for sentence in material.sentences
        for phrase in sentence.phrases
        if is_telling(phrase)
    )
