"""With which two?

Precondition: a quotable sentence that names two offices (“the French President and the
    German Chancellor”) or two countries in a row, while the transcript names others of each
    kind.
Stem: “Which two are missing from what Thomas More says?” with one blank for both.
Proof: the sentence stands once with the key and with no other pair; the options are all
    four combinations of two firsts and two seconds, so that none stands out.
Good: “a meeting with ____” – the French President and the German Chancellor.
Bad: four unlike pairs, of which the longest is right.
"""

import re
from collections import Counter
from collections.abc import Iterator

from quizgen.language.names import Mention
from quizgen.language.places import PLACES, countries, names_region
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK, prove_filled
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.sentence import Sentence, Setting

_FEWEST_WORDS, _MOST_WORDS = 9, 40
_FEWEST_OTHERS, _NEAREST = 2, 5
_BETWEEN = re.compile(r"^ and (?:the )?$")

_ARTICLE = re.compile(r"\b[Tt]he $")

Named = tuple[int, int, str]


class Pair(Rule):
    """Which two persons or countries a speaker names together."""

    name = "pair"
    summary = "which two offices or countries a speaker names together"
    stems = {
        "": "Which two are missing from what {speaker} says?",
        "topic": "Which two are missing from what {speaker} says on {topic}?",
    }
    worth = 0.75

    def lacks(self, material: Material) -> str:
        """No two of a kind are named in a row, or too few others."""
        return "no sentence names two offices or countries in a row, with others to choose from"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every pair in a sentence that can be quoted."""
        offices = _counted(m.text for s in material.sentences for m in _offices(s, material))
        lands = _counted(text for s in material.sentences for *_, text in _lands(s))
        for sentence in material.sentences:
            if not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS:
                continue
            setting = material.setting(sentence)
            if setting is None:
                continue
            held = [(m.start, m.end, m.text) for m in _offices(sentence, material)]
            for named, known in ((held, offices), (_lands(sentence), lands)):
                question = self._question(sentence, setting, named, known, material)
                if question:
                    score = min(sentence.weight, 14) / 20
                    yield self.candidate(question, sentence, *setting.shown, score=score)
                    break

    def _question(
        self,
        sentence: Sentence,
        setting: Setting,
        named: list[Named],
        known: list[str],
        material: Material,
    ) -> Choice | None:
        text = sentence.text
        if known and set(known) <= set(PLACES) and names_region(text):
            return None  # the region leaves out the countries elsewhere
        if len(named) != 2 or not _BETWEEN.match(text[named[0][1] : named[1][0]]):
            return None
        found = _ARTICLE.search(text[: named[0][0]])
        article = found.group() if found else ""
        start, end = named[0][0] - len(article), named[1][1]
        shown = setting.around(f"{text[:start]}{BLANK}{text[end:]}")
        one, two = named[0][2], named[1][2]
        others: list[str] = []
        for each in known:
            if len(others) < _NEAREST and each not in shown:
                others += [each] if material.people.all_differ([one, two, *others, each]) else []
        if len(others) < _FEWEST_OTHERS:
            return None
        other, another = shuffled(others, material.seed, text)[:_FEWEST_OTHERS]
        link = text[named[0][1] : named[1][0]]
        wrong = [
            f"{article}{first}{link}{second}"
            for first, second in ((one, another), (other, two), (other, another))
        ]
        topic = material.topic(sentence, text[start:end])
        return Choice(
            stem=self.say_about(material, sentence, topic),
            quote=shown,
            context=setting.context(material.wording),
            key=text[start:end],
            wrong=tuple(Option(each) for each in wrong),
            evidence=(setting.words(text),),
            topic=topic,
        )

    def prove(self, question: Question, material: Material) -> Proof:
        """The sentence stands once with the key in the blank, and with no other pair."""
        return prove_filled(question, material)


def _offices(sentence: Sentence, material: Material) -> list[Mention]:
    return [each for each in material.mentions(sentence.text) if each.surname is None]


def _lands(sentence: Sentence) -> list[Named]:
    return [(a, b, sentence.text[a:b]) for a, b, name in countries(sentence.text)
            if sentence.text[a:b] == name and not name.startswith("United")]  # fmt: skip


def _counted(names: Iterator[str]) -> list[str]:
    return [name for name, _ in Counter(names).most_common()]
