"""The head of a transcript: labels there that list people or facts, and open no turn."""

import re
from collections.abc import Sequence

from quizgen.transcripts.labels import is_floor
from quizgen.transcripts.shapes import Proposal
from quizgen.transcripts.usage import Usage
from quizgen.transcripts.vocabulary import PARTICLES


def listed_in_head(
    speaking: Sequence[Proposal], text: str, usage: Usage
) -> tuple[list[Proposal], dict[str, str]]:
    """The labels in the head of the file that list people or facts: they are no turns."""
    listed: list[Proposal] = []
    roles: dict[str, str] = {}
    for at, each in enumerate(speaking):
        value = _value(each, text)
        word = usage.words[each.label.key]
        again = word.times > 1
        after = speaking[at + 1].at if at + 1 < len(speaking) else len(text)
        beyond = text[each.text : after].strip()
        only = beyond == value or not value
        if value and _is_name(value, two=again) and only and (again or not _solo(speaking, usage)):
            roles[each.label.key] = value
        elif again or not (_is_list(value) or not (beyond or is_floor(each.label.name))):
            break
        listed.append(each)
    if len(listed) == len(speaking):
        return [], {}
    return listed, roles


def _solo(speaking: Sequence[Proposal], usage: Usage) -> bool:
    return all(usage.words[each.label.key].times == 1 for each in speaking)


def _value(each: Proposal, text: str) -> str:
    """What stands after a label, up to the end of its line, or the next line if that is empty."""
    end = text.find("\n", each.text)
    line = text[each.text : end if end >= 0 else len(text)].strip()
    if line or end < 0:
        return line
    following = text.find("\n", end + 1)
    return text[end + 1 : following if following >= 0 else len(text)].strip()


_NAMELIKE = re.compile(r"[^.!?…:]{2,80}(?:\b[A-Z]\.[^.!?…:]{1,40})?")


def _is_name(value: str, *, two: bool) -> bool:
    """Whether a value is a name, such as who moderates."""
    bare = re.sub(r"\([^)]*\)", "", value).split(",")[0].strip()
    words = [word for word in bare.split() if word.casefold() not in PARTICLES]
    return (
        bool(_NAMELIKE.fullmatch(value))
        and (2 if two else 1) <= len(words) <= 6
        and all(word[0].isupper() for word in words)
        and not (len(words) == 1 and "," in value)
    )


def _is_list(value: str) -> bool:
    """Whether a value lists names: ``Manu Sporny, Daniel Burnett and Phil Archer``."""
    if not value or value[-1] in "?!…" or len(value) < 4:
        return False
    parts = [part.strip() for part in re.split(r"[,;]| and ", value) if part.strip()]
    return len(parts) > 1 and all(_is_name(part.rstrip("."), two=False) for part in parts)
