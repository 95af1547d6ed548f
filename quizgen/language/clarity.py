"""Can a sentence be quoted by itself? What a reader would miss without its neighbours.

The signs are those of the item-writing literature on cloze and attribution (sentence
selection of Pino et al. 2008 and Olney 2021): completeness, first and second
persons, addresses, editorial brackets; what points outside is told in ``reference``.
"""

import re
from functools import lru_cache

from quizgen.language import foreign
from quizgen.language.lexicon import is_known
from quizgen.language.words import count, in_other_languages

_REMEMBERED = 4_096  # sentences: every rule asks about the same
_COMPLETE = re.compile(r"[.!?…。！？؟](?:[ \u00a0\u202f]?»)?[\"”’“')\]」』]*$")
_BROKEN_OFF = re.compile(r"(?:--|—|–|-)[\"”’')\]]*$")
_CUT_SHORT = re.compile(r"(?:\.\.\.|…)[\"”’')\]]*$|^\s*(?:\.\.\.|…|--|—|–)")
_FIRST_OR_SECOND = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves|[Yy]ou|[Yy]our|"
    r"[Yy]ours|[Yy]ourself|[Yy]ourselves|[Ll]et['’]s)\b"
)
_YES_OR_NO = re.compile(
    r"(?:Yes\b|No\b|Definitely\b|Probably\b|Maybe\b|Indeed\b|Yeah\b|Nope\b|Not\b|Never\b|Absolutely\b|Certainly\b|Exactly\b|Correct\b|"
    r"Of course\b|Sure\b|Right\b|"
    r"I (?:do|did|have|am|was|would|will)(?: not|n['’]t)?[.,])"
)
_ASKS = re.compile(  # a question whose mark the transcript forgot
    r"(?:(?:So|And|But|Well|Okay|Now),? |If [^,.]{4,60}, )?"
    r"(?:(?:What|Why|How|Who|When|Where|Which (?:\w+ ){0,4}?\w+|Whose \w+|"
    r"How (?:much|many|long|often|soon|far)(?: \w+)?|What about|"
    r"How about) (?:does|do|did|is|are|was|were|can|could|would|will|should|"
    r"has|have|had|might|happens|happened|about)\b|"
    r"(?:Would|Do|Does|Did|Can|Could|Is|Are|Should|Will|Was|Were|Have|Has|Shall|Isn['’]t|Aren['’]t|"
    r"Don['’]t|Doesn['’]t|Didn['’]t|Wasn['’]t|Won['’]t|Wouldn['’]t|Couldn['’]t) (?:we|you|I|it|"
    r"they|he|she|the|there|that|this|these|those|your|anyone|anybody|anything)\b|"
    r"Any (?:\w+ )?(?:updates?|comments?|thoughts|reactions?|plans|chance|word|sense|idea)\b)",
    re.IGNORECASE,
)
_REQUESTS = re.compile(
    r"^(?:(?:And|Also|So|Then|But|Please),? )*(?:tell|explain|describe|comment|elaborate|give|"
    r"share|talk)\b|\bI(?:['’]d| would| also| just)* (?:like|want|wanted) to (?:ask|know|hear|"
    r"get)\b|"
    r"\bplease (?:tell|explain|describe|comment|elaborate|give|share)\b|"
    r"\b(?:second|other|another|follow-up) question\b|\b(?:wonder|wondering|curious)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+), (?!and\b|or\b|the\b|an?\b|who\b|which\b|[A-Z])")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself|yourselves|you['’]\w+)\b", re.IGNORECASE)
_VOCATIVE = re.compile(
    r"^(?:Thank|Thanks|Sir|Madam|Ma['’]am|(?:Mr|Mrs|Ms|Madam|President|Senator|Secretary|Doctor|Dr|"
    r"Professor|Prime Minister|Chairman|Speaker)\.?(?: [A-Z]\w+)?,)|, (?:Mr|Mrs|Ms|Madam|sir|madam|"
    r"ma['’]am)\b[^,]{0,25}[,.?!]|\b(?:Mr|Madam|Mister)\.? ?(?:President|Speaker|"
    r"Chair\w*|Secretary|Minister)\b"
)
_COURTESY = re.compile(
    r"\b(?:thank you|thanks|welcome|good (?:morning|afternoon|evening|night)|hello|goodbye|"
    r"ladies and gentlemen|please (?:introduce|tell us|go|take|welcome)|excuse me|congratulat\w+|"
    r"good luck|"
    r"sorry|pleasure|next question|go ahead|last question|"
    r"take your seats?|can you hear|you['’]re on mute)\b",
    re.IGNORECASE,
)
_LABEL_INSIDE = re.compile(  # the next speaker, in captions; “three towns: Holm, Lund” is a list
    r"(?<=[a-z.…] )[a-z]{3,}: (?![A-ZÀ-Þ][\w’'-]+(?:,| and\b|[.!?]*$))[A-Z]"
)
_SPEAKER_INSIDE = re.compile(  # “Ann Lee, Minister of Ferries: …”, a label left in the text
    r"(?:^|[.!?…–—] )(?:(?:Dr|Prof|Mr|Mrs|Ms)\. )*(?:[A-ZÀ-Þ][\w.’'-]+ ){1,4}?[A-ZÀ-Þ][\w’'-]+"
    r"(?:, (?:[A-ZÀ-Þ][a-zà-ÿ]*\. ?)?[A-ZÀ-Þ][^:?!]{2,90}|,? \([^()]{1,40}\)): "
)
_LISTED = re.compile(r"[:.] - \w")  # points of a note, run together
_ASIDE = re.compile(  # “(which nobody knew)”, “[presidential]”: words of the text, not a note
    r"(?<=\w )\((?![^()]*\b(?:inaudible|unintelligible|indiscernible|laugh\w*|applause|crosstalk|"
    r"sic|phonetic|ph|cheers?|pause|off-?mic|speaks|music)\b)[a-z]+ [\w’']+ [^()\[\]]*\)"
    r"(?=[ ,.;:!?]+\S|[,;:])|"
    r"(?<=\w )\[[a-z]+(?: [a-z]+){0,3}\](?= \w)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\](){}<>|*_#]|``|''|https?://|www\.|\w\.(?:com|org|net|io|fm)\b")
_TORN = re.compile(  # “on- line”, “-eines”, “we do n't , do we”: torn by a line's end or a program
    r"-(?: (?<=[^\W\d]{2}- )(?!(?:and|or|to|und|oder|bis|et|ou|y|o|и|или)\b)[^\W\d_]|"
    r"(?<=\s-)[^\W\d_]{2})|"
    r" (?<=\w )(?:[,.](?=\s|$)|n['’]t\b|['’](?:s|re|ve|ll|m)\b)|"
    r"M(?<!\w.)(?:rs?|s)\.[A-Z]|D(?<!\w.)r\.[A-Z]"
)
_TORN_NUMBER = re.compile(r"\b[a-z]{2,}+\d{3,}\b|\d(?:[a-z]{5,}| some \d)")
_DIGIT = re.compile(r"\d")
_ELIDED = (
    r"['‘’](?:t(?:is|was|were|will|would)|swounds|sblood|zounds|faith|em|cause|bout|round|til)\b"
)
_REPEATS = re.compile(rf"(?!(?i:{_ELIDED}))['‘][A-ZÀ-ÞА-ЯЁ]")  # somebody else's words


@lru_cache(maxsize=_REMEMBERED)
def is_complete(sentence: str) -> bool:
    """Whether the sentence was spoken to its end and starts at its beginning."""
    head = sentence.lstrip("\"“”„«‘'(¿¡ \u00a0\u202f")
    return (
        bool(_COMPLETE.search(sentence))
        and not _BROKEN_OFF.search(sentence)
        and not _CUT_SHORT.search(sentence)
        and bool(head)
        and not head[0].islower()
        and head[0].isalnum()
    )


@lru_cache(maxsize=_REMEMBERED)
def is_question(sentence: str) -> bool:
    """Whether the sentence asks something, its mark forgotten or not."""
    asks = sentence.rstrip("\"”’“») ]\u00a0\u202f'").endswith(("?", "？", "؟"))
    return asks or _asks(sentence)


@in_other_languages(foreign.asks)
def _asks(sentence: str) -> bool:
    return bool(_ASKS.match(sentence))


def is_yes_or_no(sentence: str) -> bool:
    """Whether an answer opens with a bare yes or no, which would answer many a question."""
    return bool(_YES_OR_NO.match(sentence))


@in_other_languages(foreign.nothing)
def requests(sentence: str) -> bool:
    """Whether something is asked for without a question mark (``Tell us about …``)."""
    return bool(_REQUESTS.search(sentence))


@in_other_languages(foreign.speaks_of_itself)
def speaks_of_itself(sentence: str) -> bool:
    """Whether a first or second person gives away who speaks to whom. ``US`` is none."""
    return bool(_FIRST_OR_SECOND.search(sentence))


@in_other_languages(foreign.speaks_of_itself)
def speaks_to_someone(sentence: str) -> bool:
    """Whether it says “you”, which tells on which side of the table its speaker sits."""
    return bool(_SECOND.search(sentence))


@in_other_languages(foreign.addresses_someone)
def addresses_someone(sentence: str) -> bool:
    """Whether the sentence names the person spoken to (``Mr President, …``)."""
    return bool(_VOCATIVE.search(sentence))


def calls_someone(sentence: str) -> bool:
    """Whether it opens with a name and a comma (``Chris, we met …``)."""
    called = _CALLED.match(sentence)
    return called is not None and not is_known(called["name"].casefold())


@in_other_languages(foreign.is_courtesy)
def is_courtesy(sentence: str) -> bool:
    """Whether the sentence is a greeting, thanks or stage business."""
    found = _COURTESY.search(sentence)
    return bool(found) and count(sentence) < 25


@lru_cache(maxsize=_REMEMBERED)
def is_clean(sentence: str) -> bool:
    """Whether it is free of brackets, notes, mark-up, torn words; quotation marks in pairs."""
    if "(" in sentence or "[" in sentence:
        sentence = _ASIDE.sub("", sentence)
    doubles = sum(sentence.count(mark) for mark in '"“”„«»')
    if doubles % 2 or _REPEATS.match(sentence) or _BRACKET.search(sentence):
        return False
    labels = (_LABEL_INSIDE, _SPEAKER_INSIDE) if ": " in sentence else ()
    listed = (_LISTED,) if " - " in sentence else ()
    numbers = (_TORN_NUMBER,) if _DIGIT.search(sentence) else ()
    return not any(pattern.search(sentence) for pattern in (*labels, *listed, *numbers, _TORN))
