"""Of whom is this said?

Precondition: a quotable sentence that opens with a person named by title or full name and
    says what that person is or did, with nobody else named in it, while at least two others
    are named in the transcript.
Stem: “Of whom does Thomas More say this?” with a blank for the person.
Proof: the sentence stands once with the key, names nobody else, and no two options mean
    the same person.
Good: “____ is a well-regarded man, he received the Order of Friendship.”
Bad: “He is a direct person.” (nobody is named). Where the sentence names its one person and
    goes on with “he” or “she”, that clause is quoted instead. Behind its subject, a sentence
    that stands alone may name one person too: “Who is missing from what Thomas More says?”
"""

import re
from collections.abc import Iterator

from quizgen.language import quoting
from quizgen.language.names import Mention
from quizgen.language.places import countries, peoples
from quizgen.language.senses import kind
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Choice, Option, Question
from quizgen.rules.api import Rule
from quizgen.rules.blank import BLANK
from quizgen.rules.chance import shuffled
from quizgen.rules.material import Material
from quizgen.rules.persons import names_by_office, others
from quizgen.rules.sentence import Sentence

_FEWEST_WORDS, _MOST_WORDS = 8, 40
_FEWEST_WRONG = 2
_LIGHTEST = 4  # telling words of what is said of the person
_TELLING = 6  # of what is said around one
_OPENING = 4  # characters before a name that opens a sentence
_ADDRESSED = re.compile(r"[,;:.!?]")  # behind a name after a comma: it is whom one speaks to
_OWNS = re.compile(r"[’']s?\b")
_DOES = re.compile(
    r"^ (?:also |just |never |always |recently |already |then |himself |herself )?"
    r"(?:is|was|has|had|will|would|can|could|does|did|wants?|believes?|thinks?|became|received|"
    r"made|took|gave|went|came|led|signed|served|met|visited|won|lost|died|left|joined|"
    r"worked|built|wrote|got|ran|holds?|knows?|plays?|works?|leads?|runs?|needs?|decided|agreed|"
    r"started|began|asked|helped|voted|supported|opposed|called)\b"
)
_WORD = re.compile(r"[A-Za-z-]+")
_CLAUSE = re.compile(
    r"[;,] (?:and )?(?P<said>s?he (?:is|was|has|had|will|would|can|never|"
    r"always) [^;.!?]{12,140})(?=[;.])"
)
_BUSY = re.compile(r"^ (?:is|was|has been|will be)(?: \w+)? \w+ing\b|^ (?:can|could|will|would) ")
_SAYING = re.compile(r"^ (?:\w+ )?(?:said|says|told|tells|asked|announced|wrote)\b")


class WhoIsDescribed(Rule):
    """Of whom something is said."""

    name = "who-is-described"
    summary = "of whom something is said"
    stems = {
        "": "Of whom does {speaker} say this?",
        "named": "Who is missing from what {speaker} says?",
    }
    version = 2
    worth = 0.9

    def lacks(self, material: Material) -> str:
        """Too few persons are spoken of."""
        return "no sentence that can be quoted opens with one of at least three named persons"

    def propose(self, material: Material) -> Iterator[Candidate]:
        """Every sentence that opens with the person it is about."""
        for sentence in material.sentences:
            if sentence.turn.who in material.chairs:
                continue
            mention, clause, which = _subject(sentence, material), None, ""
            if mention is None:
                clause = _clause(sentence)
                mention = _antecedent(sentence, clause, material) if clause else None
            if mention is None:
                mention, clause, which = _named(sentence, material), None, "named"
            if mention is None:
                continue
            quote = f"… {clause['said']} …" if clause else _blanked(sentence, mention)
            wrong = others(mention, sentence, material)
            person = material.people.who(mention)
            if len(wrong) < _FEWEST_WRONG or names_by_office(quote, person, material):
                continue
            question = Choice(
                stem=self.say(which, material, speaker=material.describe(sentence.turn)),
                quote=quote,
                key=mention.text,
                wrong=tuple(map(Option, shuffled(wrong, sentence.text))),
                evidence=(sentence.text,),
                topic=material.topic(sentence, mention.text),
            )
            score = min(sentence.weight, 14) / 20 - 0.2 * bool(which)
            yield self.candidate(question, sentence, score=score)

    def prove(self, question: Question, material: Material) -> Proof:
        """The filled sentence stands once and names nobody but the key."""
        if not isinstance(question, Choice) or not question.quote:
            return Proof(False, "it is not a choice with a quote")
        place = material.only_place(question.quote.replace(BLANK, question.key))
        sentence = material.sentence_at(place) if place else None
        if sentence is None:
            return Proof(False, "the words do not stand in exactly one place")
        named = {mention.surname for mention in material.mentions(sentence.text)}
        if question.key not in sentence.text or len(named) != 1:
            return Proof(False, "the sentence does not name the key and nobody else")
        if not material.people.all_differ(question.options):
            return Proof(False, "two options mean the same person")
        return Proof(True, f"the sentence speaks of {question.key} and of nobody else")


def _subject(sentence: Sentence, material: Material) -> Mention | None:
    """The one person that the sentence opens with, if a verb follows."""
    found = material.mentions(sentence.text)
    fits = _FEWEST_WORDS <= sentence.size <= _MOST_WORDS and not sentence.loose_ends
    if len(found) != 1 or not sentence.is_quotable or not fits:
        return None
    if found[0].surname is None or found[0].start > _OPENING:
        return None
    after = sentence.text[found[0].end :]
    if quoting.weight(after) < _LIGHTEST:
        return None
    does = _DOES.match(after) and not _SAYING.match(after) and not _BUSY.match(after)
    return found[0] if does and _is_another(found[0], sentence, material) else None


def _named(sentence: Sentence, material: Material) -> Mention | None:
    """The one person that a sentence names behind its subject, unless all speak of that one."""
    if not _FEWEST_WORDS <= sentence.size <= _MOST_WORDS or not sentence.stands_alone:
        return None
    found = material.mentions(sentence.text)
    if len(found) != 1 or found[0].surname is None or found[0].start <= _OPENING:
        return None
    mention = found[0]
    person = material.people.who(mention)
    usual = max(map(len, material.persons.values()), default=0)
    if person is None or len(material.persons.get(person, ())) == usual:
        return None
    around = sentence.text[: mention.start] + sentence.text[mention.end :]
    if peoples(around) or any(countries(around)):
        return None  # whose country it is, everybody knows
    owns = _OWNS.match(sentence.text[mention.end :])
    before = sentence.text[: mention.start].rstrip()
    if before.endswith((",", ";")) and _ADDRESSED.match(sentence.text[mention.end :]):
        return None
    fits = quoting.weight(around) >= _TELLING and not owns
    return mention if fits and _is_another(mention, sentence, material) else None


def _is_another(mention: Mention, sentence: Sentence, material: Material) -> bool:
    """Whether it is known who is mentioned, and that this is not the speaker."""
    return material.people.who(mention) not in {None, material.speaks(sentence)}


def _blanked(sentence: Sentence, mention: Mention) -> str:
    return sentence.text[: mention.start] + BLANK + sentence.text[mention.end :]


def _clause(sentence: Sentence) -> re.Match[str] | None:
    """A fluent clause of the sentence that says what he or she is or did."""
    match = _CLAUSE.search(sentence.text) if sentence.is_statement else None
    return match if match and quoting.is_fluent(match["said"]) else None


def _antecedent(sentence: Sentence, clause: re.Match[str], material: Material) -> Mention | None:
    """The one person of the sentence, named before a clause that says “he” or “she”."""
    found = material.mentions(sentence.text)
    if len(found) != 1 or found[0].surname is None or found[0].end > clause.start():
        return None
    if not _is_another(found[0], sentence, material):
        return None
    other = any(
        kind(word) == "person" for word in _WORD.findall(sentence.text[: clause.start()])
        if word.islower() and word != "person"
    )  # fmt: skip
    return None if other else found[0]
