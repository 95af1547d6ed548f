"""The names that programs give to the fields of a transcript, commonest first."""

import re
from functools import lru_cache
from typing import NamedTuple

SPEAKER = tuple(
    """
    speaker speaker_name speakerName speakername speaker_label speakerLabel Speaker name Name who
    participant author person speaker_id speakerId speaker_tag speakerTag from role user username
    nick sender character voice talker member spk sprecher
    source actor agent party caller
    redner locuteur intervenant hablante orador interlocutor спикер
    """.split()
)
TEXT = tuple(
    """
    text content utterance transcript body message sentence speech quote line dialogue caption words
    word punctuated_word Text Content transcription elements said value statement description msg
    paragraph texte texto testo inhalt beitrag aussage текст
    """.split()
)
TIME = tuple(
    """
    start start_time startTime begin ts start_ts offset time timestamp startMs from_time
    start_timestamp Start starttime begin_time start_sec offset_seconds startSeconds Time tc
    zeit heure hora tempo время
    """.split()
)
TITLE = tuple("title name meeting meeting_title topic subject episode headline".split())
_CLOCK = re.compile(r"(?:(\d{1,6}):)?(\d{1,3}):(\d{2}(?:[.,]\d+)?)")


class Fields(NamedTuple):
    """Those of an object's fields that may hold a speaker, a text, a time; and all that no text."""

    speaker: tuple[str, ...]
    text: tuple[str, ...]
    time: tuple[str, ...]
    others: tuple[str, ...]


@lru_cache(maxsize=256)
def fields(keys: tuple[str, ...]) -> Fields:
    """Tell an object's fields by their names, the commonest names first; most objects are alike."""
    known = set(keys)
    speaker, text, time = (
        tuple(name for name in names if name in known) for names in (SPEAKER, TEXT, TIME)
    )
    return Fields(speaker, text, time, tuple(name for name in keys if name not in text))


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
