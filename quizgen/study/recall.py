"""Which questions can be answered from memory alone, and which need their options to be seen.

A card shows the question without its options: to recall tells more than to recognise. That
makes sense where the answer is a name or a few words that the question asks for. It makes
none where the question speaks of its options, or where the answer is a whole sentence.
"""

import re

from quizgen.model.question import Choice, Match, Multi, Order, Question

_LONGEST = 4  # words that one may be expected to find by oneself
_OF_ITS_OPTIONS = re.compile(
    r"\b(?:(?:of|from|among|between) (?:these|those|the)|following|below"
    r"|welche\w* (?:\w+ )?(?:dieser|davon)|folgende\w*"
    r"|de est[oa]s|siguientes?|de ces|suivante?s|из (?:этих|них)|следующ\w+)\b",
    re.IGNORECASE,
)


def needs_options(question: Question) -> bool:
    """Whether nobody can answer ``question`` without seeing what there is to choose from."""
    match question:
        case Multi() | Order() | Match():
            return True
        case Choice():
            spoken_of = _OF_ITS_OPTIONS.search(question.stem) is not None
            return spoken_of or len(question.key.split()) > _LONGEST
        case _:
            return False
