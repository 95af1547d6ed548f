"""What stands around a sentence: what makes it understood, what it answers, who is called."""

import re
from typing import TYPE_CHECKING

from quizgen.language import clarity, reference
from quizgen.language.exchanges import Exchange
from quizgen.language.matter import names_its_matter
from quizgen.rules.sentence import LIGHTEST, Sentence, Setting

if TYPE_CHECKING:
    from quizgen.rules.material import Material

_MARK = re.compile("[?？؟]")
_CALLED = re.compile(r"([^\W\d_]+),")
_MOST_LOOSE = 2
_CONDITIONS = {  # “If the boats come, …”, and what then happens
    "en": (
        re.compile(r"\b(?:[Ii]f|[Uu]nless|[Ss]uppose|[Ii]magine|[Ww]ere (?:it|we|they))\b"),
        re.compile(r"\b(?:will|would|could|might)\b|['’](?:ll|d)\b"),
    ),
    "de": (
        re.compile(r"\b(?:[Ww]enn|[Ff]alls|[Ss]ofern)\b"),
        re.compile(r"\b(?:wird|werden|würden?|wäre\w*|könnten?|hätten?)\b"),
    ),
    "fr": (
        re.compile(r"\b(?:[Ss]i|[Ss]['’]ils?)\b"),
        re.compile(r"\b\w+(?:ra|ront|rons|rait|raient|rions)\b"),
    ),
    "es": (
        re.compile(r"\b[Ss]i\b"),
        re.compile(r"\b\w+(?:rá|rán|remos|ría|rían|ríamos)\b"),
    ),
    "ru": (re.compile(r"\b[Ее]сли\b"), re.compile(r"\b(?:бы|буд\w+)\b")),
}
_MOST_BEFORE = 3  # sentences


def setting(sentence: Sentence, material: "Material", most: int) -> Setting | None:
    """What makes a quotable sentence understandable, in ``most`` words; None if nothing does."""
    if not _may_be_quoted(sentence, material):
        return None
    hangs = depends(sentence, material)
    if sentence.stands_alone and not hangs:
        alone = Setting()
        return alone if names_its_matter(alone.around(sentence.text)) else None
    if sentence.loose_ends > _MOST_LOOSE:
        return None
    led = _led(sentence, material, most)
    if led:
        both = Setting(before=led)
        return both if names_its_matter(both.around(sentence.text)) else None
    if not sentence.is_quotable:
        return None
    asked = answered(sentence, material)
    told = not hangs and not sentence.hangs and names_its_matter(sentence.shown)
    return Setting(asked=asked) if asked or told else None


def _may_be_quoted(sentence: Sentence, material: "Material") -> bool:
    """Whether it is well said, and by one who does not preside."""
    return (
        sentence.turn.who not in material.chairs
        and sentence.is_well_said
        and not calls_a_speaker(sentence, material)
    )


def depends(sentence: Sentence, material: "Material") -> bool:
    """Whether what will or would be hangs on an “if” in the sentence before."""
    before = material.before(sentence)
    if before is None:
        return False
    supposes, follows = _CONDITIONS.get(sentence.language, _CONDITIONS["en"])
    own = supposes.search(sentence.text)
    return not own and bool(supposes.search(before.text) and follows.search(sentence.text))


def _led(sentence: Sentence, material: "Material", most: int) -> tuple[Sentence, ...]:
    """The sentences right before that make it understood, if the first stands by itself."""
    led: tuple[Sentence, ...] = ()
    words, at = sentence.size, sentence
    while len(led) < _MOST_BEFORE:
        before = material.before(at)
        if before is None or words + before.size > most or not before.can_follow:
            return ()
        led, words, at = (before, *led), words + before.size, before
        if before.can_lead:
            return led if before.weight >= LIGHTEST else ()
    return ()


def calls_a_speaker(sentence: Sentence, material: "Material") -> bool:
    """Whether it opens with the name of one who speaks too (``Ann, the bridge is closed``)."""
    called = _CALLED.match(reference.without_conjunction(sentence.text))
    return called is not None and any(
        called[1] in each.name.split() for each in material.transcript.people
    )


def answered(sentence: Sentence, material: "Material") -> Sentence | None:
    """The question that a reply's first sentence answers, if it can be shown by itself."""
    exchange = material.exchange_of[sentence.turn.index]
    if not sentence.first or not exchange.replies or sentence.turn != exchange.replies[0]:
        return None
    said = [s for t in exchange.asking[-1:] for s in material.sentences_of.get(t.index, ())]
    asked = [s for s in said if clarity.is_question(s.text)]
    if len(asked) != 1 or asked[0] is not said[-1]:
        return None
    [question] = asked
    fits = clarity.is_clean(question.text) and question.is_fluent and not question.loose_ends
    return question if fits and 5 <= question.size <= 30 else None


def asks_once(exchange: Exchange, material: "Material") -> bool:
    """Whether just one thing is asked in an exchange, so that its reply answers that."""
    said = [s for turn in exchange.asking for s in material.sentences_of.get(turn.index, ())]
    marks = sum(len(_MARK.findall(turn.text)) for turn in exchange.asking)
    asked = [each for each in said if clarity.is_question(each.text)]
    return marks <= 1 == len(asked) and not any(
        clarity.requests(each.text) for each in said if each is not asked[0]
    )
