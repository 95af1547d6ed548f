"""Can a sentence be quoted by itself? What a reader would miss without its neighbours.

The signs are those of the item-writing literature on cloze and attribution (sentence
selection of Pino et al. 2008 and Olney 2021): completeness, openings that point back,
pronouns without an antecedent, first and second persons, editorial brackets.
"""

import re

from quizgen.language.words import count

_COMPLETE = re.compile(r"[.!?…][\"”’')\]]*$")
_BROKEN_OFF = re.compile(r"(?:--|—|–|-)[\"”’')\]]*$")
_POINTS_BACK = re.compile(
    r"^(?:He|She|It|They|This|That|These|Those|There|Here|Which|And|But|So|Also|Or|Then|Yes|No|"
    r"Because|Such|Another|Both|Neither|However|Therefore|Hence|Thus|Moreover|Besides|"
    r"Nevertheless|Still|Yet|Otherwise|Instead|Again|Well|Now|Okay|OK|Yeah|Nor|Secondly|"
    r"Thirdly|Finally|Likewise|Similarly|For (?:instance|example)|In (?:addition|other words)|"
    r"By the way|Of course|That['’]s|It['’]s|There['’]s|He['’]s|She['’]s|They['’]re|"
    r"His|Her|Its|Their|Him|Them|Let)\b"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|"
    r"themselves|it['’]s|he['’]s|she['’]s|they['’](?:re|ve|ll|d))\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those|such)\b|\bthat(?=[.,;!?]|\s+(?:is|was|will|would|has|had|can|could|"
    r"should|may|might|means?|makes?|does|did)\b)|\bthe (?:same|latter|former|above|other|others)\b"
    r"|\b(?:here|there|then|so)(?=[.,;!?])|\b(?:do|does|did|done) (?:so|that|this|it)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    r"\bit (?:is|was|will be|would be|has been|seems?|appears?|turns out|takes|took|"
    r"makes sense)\b|\b(?:make|find|believe) it\b|\bthere (?:is|are|was|were|will|has|have|had|"
    r"can|could|should|must|may|might)\b",
    re.IGNORECASE,
)
_ANTECEDENT = re.compile(
    r"(?<!^)\b[A-ZÀ-Þ][\w’'-]+|\b\w{3,}s\b|^(?:The|A|An|Our|My|Your|Mr|Mrs|Ms)\b"
)
_FIRST_OR_SECOND = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves|[Yy]ou|[Yy]our|"
    r"[Yy]ours|[Yy]ourself|[Yy]ourselves|[Ll]et['’]s)\b"
)
_VOCATIVE = re.compile(
    r"^(?:Thank|Thanks|Sir|Madam|Ma['’]am|(?:Mr|Mrs|Ms|Madam|President|Senator|Secretary|Doctor|Dr|"
    r"Professor|Prime Minister|Chairman|Speaker)\.?(?: [A-Z]\w+)?,)|, (?:Mr|Mrs|Ms|Madam|sir|madam|"
    r"ma['’]am)\b[^,]{0,25}[,.?!]|\b(?:Mr|Madam)\.? (?:President|Speaker|Chair\w*|Secretary)\b"
)
_COURTESY = re.compile(
    r"\b(?:thank you|thanks|welcome|good (?:morning|afternoon|evening|night)|hello|goodbye|"
    r"ladies and gentlemen|please|excuse me|sorry|pleasure|next question|go ahead|last question|"
    r"take your seats?|can you hear|you['’]re on mute)\b",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\](){}<>|*_#]|https?://|www\.")


def is_complete(sentence: str) -> bool:
    """Whether the sentence was spoken to its end and starts at its beginning."""
    head = sentence.lstrip("\"“”„«‘'(")
    return (
        bool(_COMPLETE.search(sentence))
        and not _BROKEN_OFF.search(sentence)
        and not re.search(r"(?:\.\.\.|…)[\"”’')\]]*$|^\s*(?:\.\.\.|…|--|—|–)", sentence)
        and bool(head)
        and (head[0].isupper() or head[0].isdigit())
    )


def is_question(sentence: str) -> bool:
    """Whether the sentence asks something."""
    return sentence.rstrip("\"”’') ]").endswith("?")


def points_back(sentence: str) -> bool:
    """Whether the sentence opens with a word that points to the one before it."""
    return bool(_POINTS_BACK.match(sentence.lstrip("\"“”„«‘'")))


def loose_ends(sentence: str) -> int:
    """How many words refer to something that the sentence itself does not name.

    A pronoun counts if nothing before it in the sentence could be meant; ``this``,
    ``such`` and their like always count; ``it is clear that`` and ``there is`` do not.
    """
    plain = _EXPLETIVE.sub(lambda match: "x" * len(match.group()), sentence)
    pronouns = sum(
        not _ANTECEDENT.search(plain[: match.start()]) for match in _PRONOUN.finditer(plain)
    )
    return pronouns + sum(1 for _ in _DEMONSTRATIVE.finditer(plain))


def speaks_of_itself(sentence: str) -> bool:
    """Whether a first or second person gives away who speaks to whom. ``US`` is none."""
    return bool(_FIRST_OR_SECOND.search(sentence))


def addresses_someone(sentence: str) -> bool:
    """Whether the sentence names the person spoken to (``Mr President, …``)."""
    return bool(_VOCATIVE.search(sentence))


def is_courtesy(sentence: str) -> bool:
    """Whether the sentence is a greeting, thanks or stage business."""
    found = _COURTESY.search(sentence)
    return bool(found) and count(sentence) < 25


def is_clean(sentence: str) -> bool:
    """Whether it is free of brackets, notes, mark-up and addresses, quotes in pairs."""
    doubles = sum(sentence.count(mark) for mark in '"“”„«»')
    return not _BRACKET.search(sentence) and doubles % 2 == 0
