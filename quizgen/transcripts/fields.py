"""The names that programs give to the fields of a transcript, commonest first, and their times."""

import re
from functools import lru_cache

SPEAKER = tuple(
    """
    speaker speakername speakerlabel name who participant author person speakerid speakertag from
    role user username nick sender character voice talker member spk sprecher source actor agent
    party caller sprecherin redner rednerin locutor locutora oradora locuteur intervenant hablante
    orador interlocutor спикер
    """.split()
)
TEXT = tuple(
    """
    text content utterance transcript body message sentence speech quote line dialogue caption
    punctuatedword words word display transcription elements said value statement description msg
    utf8 paragraph texte texto testo inhalt beitrag aussage текст
    """.split()
)
TIME = tuple(
    """
    start starttime begin ts startts offset time timestamp startms fromtime starttimestamp
    begintime startsec offsetseconds startseconds tstartms offsetinticks tc zeit heure hora tempo
    время from
    """.split()
)
TITLE = tuple("title name meeting meeting_title topic subject episode headline".split())
HEADING = tuple("title heading headline topic subject agenda agendaitem section".split())
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,3}):(\d{2}(?:[.,]\d+)?)")
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\d{10}(?:\d{3})?(?:\.|\Z)")
_PLAIN = re.compile(r"[\W_]+")


@lru_cache(maxsize=1024)
def plain(name: str) -> str:
    """The name of a field as programs agree on it: ``speaker_name``, ``speakerName`` are one."""
    return _PLAIN.sub("", name).casefold()


@lru_cache(maxsize=1024)
def rank(name: str, names: tuple[str, ...]) -> float:
    """How surely a field's name says what it holds: from 1 for the commonest down to a half."""
    folded = plain(name)
    return 1 - 0.5 * names.index(folded) / len(names) if folded in names else 0.0


def seconds(value: str) -> float | None:
    """A time as seconds: a number, or hours, minutes and seconds with colons."""
    match = _CLOCK.search(value) if ":" in value else None
    if match:
        hours, minutes, rest = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + float(rest.replace(",", "."))
    try:
        number = float(value.strip().rstrip("s"))
    except ValueError:
        return None
    return number if abs(number) < 1e12 else None


def is_dated(value: str) -> bool:
    """Whether a time is one of the calendar, as messages have, not of a recording."""
    return bool(_DATED.match(value))
