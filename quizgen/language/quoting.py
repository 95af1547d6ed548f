"""Is a sentence worth quoting? Fluent, about the matter and not about the talk, with weight.

Speech is full of words that a teacher would never print: fillers, restarts, remarks about
the conversation itself. And a whole, clean sentence may still say nothing.
"""

import re

from quizgen.language import foreign
from quizgen.language.floor import is_procedure
from quizgen.language.lexicon import has_verb
from quizgen.language.spotting import Phrases
from quizgen.language.words import STOP, WORD, content, in_other_languages

_FILLER = Phrases(
    r"\b(?:u+m+|u+h+|er+m?|hm+|mhm|you know|I mean|kind of|sort of|kinda|sorta|gonna|wanna|gotta|"
    r"stuff|whatever|or something|or anything|and so on|and so forth|etc|et cetera|blah|okay|yeah|"
    r"yep|yup|nope|wow|oh|huh|a bunch|"
    r"basically|anyways?|right\?|I guess|I suppose|if I (?:am|['’]m) not mistaken|if I "
    r"(?:remember|recall)(?: it)? (?:correctly|right(?:ly)?)|so to speak|a lot of times)\b"
    r"|,? like,|\blike (?:I|you|we|he|she|they|a|the|this|that|it)['’]?\b.*\blike\b"
)
_RESTART = re.compile(
    r"\b(?!that|had|very|more|many|long|far)([A-Za-z]++(?: [A-Za-z]++)?)[,\s—–-]++\1\b"
    r"|\b(is|was|are|were) (?:this|that|it|there) \2\b"
    r"|\.\.\.|…|\b(?:and|but|the|a|to|of|I|we)\s*[—–,]\s",
    re.IGNORECASE,
)
_DASH = re.compile(r"[—–]|-(?:-|\s)|[,;]\s*-")  # without one nothing is broken off
_BROKEN_OFF = re.compile(
    r"\b(\w++(?: \w++)?) [—–-] [^—–]{1,30} [—–-] \1\b"
    r"|(?<=\w)\s*--|[,;]\s*[—–-]"
    r"|\b(?:an?|the|of|to|with|in|for|from|by|at|on|and|but|or|that|if|because|is|are|was|were|has|"
    r"have|had|will|would|can|could|should|I|we|he|she|they|my|our|your|his|her|its|their|very)"
    r"(?:\s*(?:—|--)|\s+–)"  # nobody pauses behind these words
    r"|\b([a-z’']{4,})(?: [\w’']+){0,3}\s*(?:—|--|\s–)\s*\2\b",
    re.IGNORECASE,
)
_UNEDITED = re.compile(r"(?<![\w.])i(?:['’](?:m|ve|ll|d))?(?![\w.'’])")  # captions without capitals
_ABOUT_THE_TALK = Phrases(
    r"\blet me\b|\blet['’]s\b|\bas (?:I|you|we)(?:['’](?:ve|d))? (?:have |had |just |already )*"
    r"(?:said|mentioned|talked|discussed|announced|"
    r"know|"
    r"see|told|remember|heard|noted|recall)\b|\bI (?:just |also |only |really |do )*(?:want|"
    r"wanted|would "
    r"like|wish|have|need|must|should|can)(?:ed)? (?:to )?(?:say|ask|add|mention|point|thank|"
    r"emphasi[sz]e|"
    r"stress|repeat|note|begin|start|return|go back|draw|tell|remind|answer|comment|hear|turn|"
    r"touch|know|address|raise|discuss|acknowledge|commend|congratulate|"
    r"explain|speak|talk|share|finish|conclude|give)\b|\bI['’]d (?:just |also |really )*(?:like|"
    r"love) to\b"
    r"|\bI (?:repeat|reiterate|apologi[sz]e|yield|beg)\b|\b(?:my|your|his|her|their|this|that|"
    r"the|first|"
    r"second|third|next|last|another|final|same|previous|a) (?:\w+ )?(?:questions?|answers?|"
    r"slides?|point|remarks?|"
    r"agenda item|speaker|comment)\b(?! of)|\byou(?:['’]ve| have| just| also)* (?:mentioned|said|"
    r"asked|described|spoke|spoken|raised|referred|quoted|told|noted|pointed|talked)\b|"
    r"\bto follow up\b"
    r"|\b(?:come|get|go|going|coming|getting) back to\b|\bmov(?:e|ing) on\b|\bgo ahead\b|"
    r"\b(?:I am|I['’]m|we are|we['’]re) (?:speaking|"
    r"talking|referring|asking|wondering|curious|guessing)\b|\bI (?:was|"
    r"am) (?:just )?(?:wondering|asking)\b|"
    r"\b(?:this week|today|tonight|this time),? (?:we(?:['’]re| are| will|['’]ll)|I(?:['’]m| am)) "
    r"(?:discuss|talk|cover|look|explor|interview|join|speak)\w*|\bconversation to (?:listen|hear)|"
    r"\bI(?: have|['’]ve)?(?: just| already)? (?:mentioned|said|told you|brought up)\b"
    r"(?= (?:earlier|before|already|at the)|[,.])|"
    r"\b(?:first of all|first off|firstly),? (?:look|listen|just)\b|\bright (?:person|people|"
    r"entity|place|office|one) to (?:talk|speak|ask)\b|\bspeaking of\b|"
    r"\breading list\b|\bgood quotes?\b|[,—–-] ?I don['’]t know[.,]|"
    r"\bquick updates?\b|\bgive an? (?:\w+ )?update\b|\b(?:anyone|anybody|someone|"
    r"somebody) (?:from|wants?|else)\b|"
    r"\bI don['’]t know (?:if|whether)\b|\bso to say\b|\bto be honest\b|\b(?:talk|speak|hear|"
    r"read|ask|tell|say) (?:a (?:bit|"
    r"little) )?(?:more )?about "
    r"(?:this|that|it)\b|\bhow are you\b|\bthat['’]?s? (?:why|how|what|where|it)\b|"
    r"\bif you (?:will|like|want|wish|look)\b|\bhere (?:today|tonight|with (?:us|me))\b|"
    r"\bjoin(?:ing|ed)? us\b|"
    r"\bwe(?: will|['’]ll| are going to|['’]re going to) (?:now |also |just |then )?(?:hear|"
    r"proceed|continue|start|begin|finish|open with|close with|discuss|talk|cover|go over|get to|"
    r"move on)\b|"
    r"\bthis (?:is(?: not|n['’]t)?) an? (?:presentation|lecture|interview|seminar|workshop|"
    r"class|podcast|panel)\b|^(?:just )?(?:to|a) (?:quick )?(?:note|clarify|add|be clear|"
    r"follow up)\b|\bI(?:['’]m| am) just \w+ing\b|"
    r"\bwhat I (?:want|would like|am going|wanted)(?: you)? to\b|"
    r"\b(?:reporting|live) from\b|\bis working now\b|"
    r"\b(?:standing|sitting) (?:next to|beside) me\b|\bour (?:colleague|correspondent)\b|"
    r"\b(?:podcast|episode|listeners|"
    r"sponsor|show notes|newsletter|subscribe|follow (?:us|along|me)|get in touch|stay tuned|"
    r"tune in|"
    r"transcript)s?\b"
)
_EVADES = Phrases(
    r"\b(?:check (?:and|with|on|in|back|that)|have to (?:ask|check|see|look)|updates?|preview|"
    r"specifics|"
    r"get into|follow up|looking into|look into (?:it|this|that)|don['’]t know|do not know|"
    r"no idea|not sure|"
    r"I don['’]t have|we don['’]t have anything|hard (?:for me )?to say|can['’]t say|"
    r"I can (?:only )?imagine|"
    r"too kind|appreciate (?:you|it|that)|few thoughts|good (?:question|point))\b"
)
_GUESSES = Phrases(
    r"\bI (?:believe|think|guess|suppose|reckon|assume|recall)\b|\b(?:not mistaken|as far as I|"
    r"if I (?:remember|recall)|something like|give or take|on average|imagine|suppose|"
    r"for example|for instance|let['’]s say)\b"
)
_OPENS_LOOSELY = re.compile(
    r"^(?:Well|Like|Again|Sure|Look|Listen|Right|Actually|Whereas|Versus|Okay|Yes|No|Anyway|Plus|"
    r"Because|"
    r"Not (?:just|only|that|to mention)|"
    r"Or|So(?! far\b)|Hey|Please|Understood|Exactly|Absolutely|Correct|True|Fine|Speaking of)\b"
)
# Commas where nobody speaks one, and “like” where it compares nothing: careless captions.
_STRAY_COMMA = (
    r"\b(?:a|an|the|of|to|with|for|at|by|from|had|have|has|is|are|was|were|be|been|my|our|your|"
    r"their|its|very|some|any|specific),\s"
)
_CARELESS = Phrases(
    rf"{_STRAY_COMMA}|"
    r"\b(?:the|a|an|of|to) (?:I|we|you) (?:think|guess|mean)\b|"
    r",\s(?:say|like|effectively|I guess|I suppose|right)\s?,|"
    r"\b(?:a|the|some|about|there(?:['’]s| is| are| was)|effectively|just) like\b|"
    r"\b(?:says?|said|goes|going), (?:I|we|you|he|she|it|they)(?:['’]\w+)? |\bso \w+ so \w+\b|"
    r"\b(?:an?|the) (?:I|we|they|he|she)\b"
)
_STRAYS = Phrases(_STRAY_COMMA)
_COARSE = re.compile(
    r"\b(?:fuck\w*|shit\w*|bullshit|dick|butts?|porn\w*|ass|asshole|bitch\w*|damn|crap\w*|"
    r"piss\w*)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[A-Z][\w.]{0,14}:\s")
_INTRODUCES = re.compile(  # “Ann Lee with the Post. Many people …”
    r"^(?:[A-ZÀ-Þ][\w’'-]+ ){2,3}(?:with|from|of|at|for) (?:the )?(?:[A-ZÀ-Þ][\w’'-]* ?){1,4}[.,] "
)
_NO_SUBJECT = re.compile(  # notes and loose talk: “Seems to work”, “Should have a page on it”
    r"(?:seems|looks|sounds|appears|depends|makes|works|needs|means|feels|turns|hope|hoping|should|"
    r"could|would|might|must|started|worked|went|got|gets|had|has|wants?|trying|adds?|added|"
    r"goes|comes|came)\b(?! \w+ to know\b)",
    re.IGNORECASE,
)
_DASHES = re.compile(r"\s[—–-]+\s|—")
_NEW_BEGINNING = re.compile(
    r"(?:\s[—–-]+\s|—)(?:and |but |so |or )?(?:we|I|he|she|it|they|you|that|is|was)\b"
)
_MUCH = 7  # telling words that make up for a name
_NAME = re.compile(r"(?<!^)(?<![.!?:“\"] )\b(?!I\b|I['’])[A-ZÀ-Þ][\w’'-]+")
_NUMBER = re.compile(r"\b\d[\d.,]*\b")
_LIGHT = frozenset(
    """
        able actually again ago believe best better big bit call come course day different difficult
        easy end exactly fact fine find follow form general give great happen hard help hope idea
        important interest interested issue keep kind know level life lot matter mean need new
        number often ok particular person place point possible probably problem question real reason
        result sense serious set side simple situation situations sort start state stuff sure talk
        tell term time today tomorrow topic true try turn understand used way week work world wrong
        year yesterday
        """.split()
)


@in_other_languages(foreign.is_fluent)
def is_fluent(sentence: str) -> bool:
    """Whether the sentence is free of fillers, stutters and restarts."""
    if any(phrases.are_in(sentence) for phrases in (_FILLER, _CARELESS)):
        return False
    if any(pattern.search(sentence) for pattern in (_COARSE, _UNEDITED, _RESTART)):
        return False
    return not _DASH.search(sentence) or not (
        _BROKEN_OFF.search(sentence) or _breaks_off_once(sentence)
    )


def has_stray_comma(sentence: str) -> bool:
    """Whether a comma stands where nobody pauses (``the, harbour``), as machines put them."""
    return _STRAYS.are_in(sentence)


def _breaks_off_once(sentence: str) -> bool:
    """Whether a single dash is followed by a new beginning (``We can't — we still don't``)."""
    dashes = _DASHES.findall(sentence)
    return len(dashes) == 1 and bool(_NEW_BEGINNING.search(sentence))


@in_other_languages(foreign.is_evasive)
def is_evasive(sentence: str) -> bool:
    """Whether an answer puts the matter off (``I will have to check``) or says nothing of it."""
    return _EVADES.are_in(sentence)


def is_guess(sentence: str) -> bool:
    """Whether a speaker is not sure of the numbers and years of a sentence."""
    return _GUESSES.are_in(sentence)


def is_anchored(words: str) -> bool:
    """Whether words are about something that a reader can tell: a name, a number, or much said."""
    return bool(names(words) or _NUMBER.search(words)) or weight(words) >= _MUCH


@in_other_languages(foreign.is_whole)
def is_whole(sentence: str) -> bool:
    """Whether it has a finite verb, no label left in it, and no opening of idle talk."""
    return (
        not _LABEL.match(sentence)
        and not _INTRODUCES.match(sentence)
        and not _NO_SUBJECT.match(sentence)
        and not _OPENS_LOOSELY.match(sentence[:1].upper() + sentence[1:])
        and has_verb(WORD.findall(sentence))
    )


@in_other_languages(foreign.is_about_the_talk)
def is_about_the_talk(sentence: str) -> bool:
    """Whether the sentence speaks of the conversation itself (``let me answer …``)."""
    return _ABOUT_THE_TALK.are_in(sentence) or is_procedure(sentence)


@in_other_languages(foreign.weight)
def weight(sentence: str) -> int:
    """How much a sentence says: its telling words, names and numbers counting twice."""
    telling = {
        word.casefold()
        for word in WORD.findall(sentence)
        if len(word) > 3 and word.casefold() not in STOP and word.casefold() not in _LIGHT
    }
    return len(telling) + len(names(sentence)) + len(_NUMBER.findall(sentence))


def names(sentence: str) -> frozenset[str]:
    """The capitalised words inside a sentence: names, in most languages that have case."""
    return frozenset(match.group() for match in _NAME.finditer(sentence))


def alike(one: str, other: str) -> int:
    """How many telling stems two texts share."""
    return len(content(one) & content(other))
