"""Telling a label from speech: is the text before this colon somebody who speaks?

The test has two steps. ``candidate`` looks at one line; ``accepted`` then looks at how
often the label is used, because a phrase with a colon that occurs once is speech.
"""

import re
from collections import Counter
from dataclasses import dataclass

_LONGEST = 90
_MOST_WORDS = 7
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Hon|Rev|Jr|Sr|St|Ret|Rt|Amb|Adm|Sgt|"
    r"Maj|U\.S|U\.N|U\.K|[A-ZА-Я])\.",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PARTICLES = frozenset(
    """
        of the de da del della van von bin ibn al el la le and & der den du di y for zu
        """.split()
)
_SPEECH = re.compile(
    r"\b(?:said|says?|is|are|was|were|told|asked|will|that|this|these|those|which|because|as|if|"
    r"when|how|what|why|where|my|our|your|their|its?|not|ha(?:s|ve|d)|do(?:es)?|did|can|could|"
    r"would|should|be|one|two|three|first|second|third|only|on|in|to|at|by|with|from|"
    r"the (?:following|question|answer|point|fact|thing|issue|problem|result))\b",
    re.IGNORECASE,
)
_NEVER = frozenset(
    """
        note notes source sources example examples remember conclusion summary title date time
        place location subject topic re from to cc participants present attendees moderators
        agenda contents warning important update transcript editor's note p.s. ps speakers
        panelists duration recorded published links link url website email phone address fig
        figure table secondly firstly thirdly finally however breaking correction
        """.split()
)
_TITLE = re.compile(
    r"^(?:(?:the )?(?:rt\.? )?hon(?:ou?rable)?\.?|mr|mrs|ms|miss|dr|prof(?:essor)?|sen(?:ator)?|"
    r"rep(?:resentative)?|gov(?:ernor)?|sir|dame|lord|lady)\.?\s+(?=\S)",
    re.IGNORECASE,
)
FLOOR = re.compile(
    r"(?:q|a|question(?:er)?s?|remarks?|repl(?:y|ies)|answers?|voices?(?: from (?:the )?\w+)?|"
    r"audience(?: members?| questions?)?|reporters?|journalists?|correspondents?|the press|"
    r"press|media|"
    r"speakers? ?#?\d*|participants? ?#?\d*|panell?ists? ?#?\d*|callers?|operator|interviewer|"
    r"interviewee|moderator|host|guest|narrator|announcer|spokes(?:man|woman|person)|witness|"
    r"the witness|the court|court|(?:several |some |many )?(?:hon\.? )?members|all|both|crowd|"
    r"student|un(?:identified|known|named)\b.*|(?:male|female|man|woman)(?: \w+)?|respondent|"
    r"host ?\d+|"
    r"вопрос|реплика|ответ|из зала|голос|frage|zuruf|question du public)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label at the start of a line; ``end`` is where the text after it begins."""

    printed: str
    name: str
    end: int


def candidate(line: str) -> Label | None:
    """The label before the first colon of ``line``, if that is what it looks like."""
    colon = line.find(":")
    if not 1 <= colon <= _LONGEST:
        return None
    rest = line[colon + 1 :]
    if rest and not rest[0].isspace():  # 14:00, http://
        return None
    printed = line[:colon].strip()
    name = clean(printed)
    if not name or name.casefold() in _NEVER:
        return None
    if not is_floor(name) and not _is_name(printed):
        return None
    return Label(printed, name, colon + 1 + len(rest) - len(rest.lstrip()))


def clean(label: str) -> str:
    """The label without brackets, office after a comma, title and typography."""
    plain = _BRACKETS.sub("", label).replace("\xa0", " ").strip(" \t*_>-–—")
    plain = " ".join(plain.split(",")[0].split())
    return plain if is_floor(plain) else _TITLE.sub("", plain)


def is_floor(name: str) -> bool:
    """Whether a cleaned label names a role of unnamed speakers, never a person."""
    return bool(FLOOR.fullmatch(name))


def _is_name(printed: str) -> bool:
    core = _BRACKETS.sub("", printed).replace("\xa0", " ").strip(" \t*_>-–—")
    if re.search(r"[.!?;…\"“”„]", _ABBREVIATION.sub("", core)):
        return False
    head = core.split(",")[0]
    if _SPEECH.search(head):
        return False
    words = [word for word in head.split() if word.casefold() not in _PARTICLES]
    return 1 <= len(words) <= _MOST_WORDS and all(
        word[0].isupper() or not word[0].isalpha() for word in words
    )


def accepted(labels: list[Label]) -> frozenset[str]:
    """The names, of all labels found in a file, that are speakers and not speech.

    A name is accepted if it is a role of the floor, comes again, or is printed in
    capitals; a name of several words is also accepted once. One word that comes once in
    mixed case is speech (``Second: …``).
    """
    times = Counter(label.name for label in labels)
    return frozenset(
        name
        for name, often in times.items()
        if is_floor(name) or often > 1 or name.isupper() or len(name.split()) > 1
    )
