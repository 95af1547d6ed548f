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


def setting(sentence: Sentence, material: "Material", most: int) -> Setting | None:
    """What makes a quotable sentence understandable, in ``most`` words; None if nothing does."""
    presides = sentence.turn.who in material.chairs
    if presides or not sentence.is_well_said or calls_a_speaker(sentence, material):
        return None
    if sentence.stands_alone:
        alone = Setting()
        return alone if names_its_matter(alone.around(sentence.text)) else None
    if sentence.loose_ends > _MOST_LOOSE:
        return None
    before = material.before(sentence)
    if before and before.can_lead and before.size + sentence.size <= most:
        both = Setting(before=before)
        named = before.weight >= LIGHTEST and names_its_matter(both.around(sentence.text))
        return both if named else None
    if not sentence.is_quotable:
        return None
    asked = answered(sentence, material)
    return None if asked is None and sentence.hangs else Setting(asked=asked)


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
