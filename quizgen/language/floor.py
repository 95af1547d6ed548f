"""The conduct of a meeting: who has the floor to give, and what is said of the meeting itself."""

import re

from quizgen.language.spotting import Phrases

_ROLES = (
    "chair chairman chairwoman chairperson president vice-president speaker moderator operator "
    "host interviewer narrator judge court clerk witness minister secretary prosecutor coordinator "
    "commentator announcer presenter facilitator"
).split()
_BOUNDS = frozenset(
    "assistant deputy acting vice first prime foreign the under junior senior chief".split()
)
_CHAIR = re.compile(
    r"(?:acting |deputy |the |madam |mr\.? )*"
    r"(?:chair(?:man|woman|person)?|president|vice-president|"
    r"speaker|moderator|operator|coordinator|presiding officer|announcer|facilitator)"
    r"|(?:alters|vize)?präsident(?:in)?|vorsitzende[r]?|moderator(?:in)?|sitzungsleit\w+"
    r"|(?:l[ae] |m\. le |mme la )?président(?:e)?|modérateur|animateur|animatrice"
    r"|(?:el |la |señora? )*president[ea]|moderador(?:a)?"
    r"|председатель(?:ствующий)?|ведущ(?:ий|ая)|председательствующая",
    re.IGNORECASE,
)
_BEFORE_A_NAME = re.compile(
    r"(?:(?:alters|vize)?präsident(?:in)?|vorsitzende[r]?|(?:acting |deputy |vice[- ])?"
    r"(?:chair(?:man|woman|person)?|speaker|moderator)|председательствующ(?:ий|ая)|ведущ(?:ий|ая))"
    r" (?!of\b|der\b|des\b)[^\W\d]{2}",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:the )?(?:acting |deputy |vice[- ])?(?:chair(?:man|woman|person)?|moderator|operator|"
    r"presiding officer|conference coordinator|debate moderator)(?:$|,)",
    re.IGNORECASE,
)
_PROCEDURE = Phrases(
    r"\b(?:forward-looking|safe harbou?r|listen-only|webcast|conference call|investor relations|"
    r"conference calls?|mailing list|joint meeting|(?:adjust|change|move|set) the date|"
    r"press release|risk factors|question-and-answer session|question and answer|Q&A|"
    r"non-(?:GAAP|IFRS) (?:financial )?measures|this call|"
    r"(?:today|tonight)['’]s (?:format|agenda|call|meeting|session|topic|debate|programme?|"
    r"event|hearing|show)|agenda|pull requests?|PRs?\b(?= (?:to|for))|"
    r"(?:the|this|our|next|last|first) (?:meeting|debate|segment|session|sitting|panel) "
    r"(?:is|was|will|are|of|has|today|on (?:Mon|Tues|Wednes|Thurs|Fri)day)|"
    r"\d+-minute (?:debate|segment|session|discussion)|six segments|point of order|the floor|"
    r"next speaker|the minutes|quorum|adjourn\w*|recess|call to order|second(?:ed)? the motion|"
    r"unanimous consent|yields? back|strike the last word|press (?:you )?for specifics|"
    r"record(?:ed|ing) (?:of|on|and)|raise your hands?|mute[ds]?|chat window|"
    r"any (?:other|more|further) (?:comments?|questions?|thoughts|updates?)|"
    r"(?:could|can|shall|should) (?:we|you) (?:start|begin) with|"
    r"do we want to (?:discuss|talk|start|begin|move|cover)|breakout room|"
    r"(?:now|next) (?:go|turn|move|come) to|hon\.? member for|"
    r"thank (?:my|the|our) (?:hon\.? |hono[u]?rable )?(?:colleague|member|friend|gentleman|lady)|"
    r"(?:please )?rely on us|us chairs|"
    r"our meetings|(?:next|last|previous|this) (?:meeting|call)|action items?|"
    r"(?:call|meeting) minutes|"
    r"sponsor\w*|(?:promo|discount|coupon|offer) codes?|use (?:the )?code|at checkout|free trial|"
    r"sign up|learn more|check out|"
    r"\d+ ?(?:%|per ?cent) off|(?:our|the) (?:friends|partners) at|presented by|made possible by|"
    r"support for (?:this|the) (?:show|podcast|program(?:me)?)|link in the|rate and review|patreon|"
    r"dot com|download the app|our website|"
    r"brought to you by|subscrib\w+)\b"
    r"|\b(?:downlink|uplink|do you read|how do you (?:copy|read)|stand(?:ing)? by|roger|wilco|"
    r"loud and clear|high gain|omni|VHF|read(?: you)? back|checklist|checkpoint)\b"
    r"|[.,] over[.!]?$|[.,] out[.]$"
)
_GIVES = Phrases(
    r"\b(?:you have (?:up to )?\w+ (?:minutes|seconds)|(?:like|want|wish) to (?:respond|reply|"
    r"answer|comment)|your (?:time|response|turn|thoughts)|next question|last question|the floor|"
    r"(?:now )?recogni[sz]e (?:the|mr|ms|mrs|dr|senator|representative)|is recognized|go ahead|"
    r"over to|(?:go|turn) to|same question|move on|let['’]s (?:go|move|turn|start|begin|hear|talk)|"
    r"let me (?:ask|follow|turn|interrupt|let)|comes? from)\b"
)


def gives_the_floor(words: str) -> bool:
    """Whether words hand on the right to speak."""
    return _GIVES.are_in(words)


def is_role(name: str) -> bool:
    """Whether a speaker is called by a role alone, which takes an article inside a sentence."""
    return name.casefold() in _ROLES


def is_bare_role(name: str) -> bool:
    """Whether a name is an office with what bounds it, and nobody's: “Assistant Minister”."""
    *bounds, last = name.casefold().split()
    return bool(bounds) and last in _ROLES and all(word in _BOUNDS for word in bounds)


def presides(label: str, office: str | None = None) -> bool:
    """Whether a label or an office is that of one who gives the floor to others."""
    plain = re.sub(r"^the | \(.*\)$", "", label.strip(" .:*_"), flags=re.IGNORECASE)
    return bool(
        _CHAIR.fullmatch(plain)
        or _BEFORE_A_NAME.match(plain)
        or (office and _OFFICE.match(office.strip()))
    )


def is_procedure(sentence: str) -> bool:
    """Whether a sentence is about the meeting, the call or the line, and not the matter."""
    return _PROCEDURE.are_in(sentence)
