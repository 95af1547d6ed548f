"""The head of a transcript: labels there that list people or facts, and open no turn."""

import re
from collections.abc import Sequence

from quizgen.transcripts.labels import is_floor
from quizgen.transcripts.starts import Start
from quizgen.transcripts.usage import Usage
from quizgen.transcripts.vocabulary import PARTICLES

_LOOKED_AT = 30
_LONGEST_FACT = 12
_WIDE = 5  # characters from a label to a column of its own
_NAMELIKE = re.compile(r"[^.!?…:]{2,80}(?:\b[A-Z]\.[^.!?…:]{1,40})?")
_ENDS = re.compile(r"[.!?…。！？—–-][\s\"”»’')\]]*$|[.?!] [^\W\d_a-z]")

_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


def listed_in_head(
    speaking: Sequence[Start], text: str, usage: Usage
) -> tuple[list[Start], dict[str, str]]:
    """The labels in the head of the file that list people or facts: they are no turns.

    Beside them comes who holds a role, or bears initials, where they say so.
    """
    listed: list[Start] = []
    roles: dict[str, str] = {}
    punctuated, wide = _punctuated(speaking, text), _wide(speaking)
    for at, each in enumerate(speaking):
        after = speaking[at + 1].at if at + 1 < len(speaking) else len(text)
        value, beyond = _value(each, text), text[each.text : after].strip()
        short = usage.comes_again_short(each.label.key)
        again = short or usage.words[each.label.key].times > 1
        narrow = wide and each.text - each.high < _WIDE
        fact = narrow or (not again and _is_fact(each, value, beyond, punctuated=punctuated))
        named = _is_name(value, two=again)
        role = named and not again and is_floor(each.label.name)
        row = named and bool(listed) and _follows(listed[-1], each, text)
        listing = role or row or (named and beyond in {value, ""})
        turn = short and (not fact or (value[:1].isupper() and _is_apart(each, text)))
        if turn or not (fact or listing):
            break
        if named:
            roles[each.label.key] = value
        listed.append(each)
    return ([], {}) if len(speaking) - len(listed) < 2 else (listed, roles)


def _is_apart(each: Start, text: str) -> bool:
    """Whether a blank line follows, as it does after turns and hardly in a list."""
    end = text.find("\n", each.text)
    return end >= 0 and not text[end + 1 : text.find("\n", end + 1) + 1].strip()


def _follows(above: Start, each: Start, text: str) -> bool:
    """Whether a label is on the line under another one of a list, and a blank line follows."""
    return text.count("\n", above.text, each.at) == 1 and _is_apart(each, text)


def _wide(speaking: Sequence[Start]) -> bool:
    """Whether what is said stands in a column of its own, far behind the labels."""
    sample = speaking[:_LOOKED_AT]
    return sum(1 for each in sample if each.text - each.high >= _WIDE) * 2 > len(sample)


def _punctuated(speaking: Sequence[Start], text: str) -> bool:
    """Whether what is said ends with the marks of sentences, as it does not in every file."""
    values = [_value(each, text) for each in speaking[:_LOOKED_AT]]
    ended = sum(1 for value in values if _is_ended(value))
    return ended * 2 > len(values)


def _is_fact(each: Start, value: str, beyond: str, *, punctuated: bool) -> bool:
    """Whether what follows a label that comes once is a fact or a list, and no speech."""
    if not beyond:
        return not is_floor(each.label.name)
    if _is_list(value) or lists_names(beyond):
        return True
    lines = [line.strip() for line in beyond.splitlines() if line.strip()]
    short = all(len(line.split()) <= _LONGEST_FACT for line in lines)
    return punctuated and short and not any(_is_ended(line) for line in lines)


def _is_ended(line: str) -> bool:
    """Whether a sentence ends in a line; a note in brackets may follow it."""
    return bool(_ENDS.search(line) or _ENDS.search(_NOTE.sub("", line)))


def _value(each: Start, text: str) -> str:
    """What stands after a label, up to the end of its line, or the next line if that is empty."""
    end = text.find("\n", each.text)
    line = text[each.text : end if end >= 0 else len(text)].strip()
    if line or end < 0:
        return line
    following = text.find("\n", end + 1)
    return text[end + 1 : following if following >= 0 else len(text)].strip()


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


def lists_names(said: str) -> bool:
    """Whether nothing but names stands on the lines of a text, two or more."""
    lines = [line.strip().rstrip(".,;") for line in said.splitlines() if line.strip()]
    return len(lines) > 1 and all(_is_name(line, two=True) for line in lines)


def _is_list(value: str) -> bool:
    """Whether a value lists names: ``Manu Sporny, Daniel Burnett and Phil Archer``."""
    if not value or value[-1] in "?!…" or len(value) < 4:
        return False
    parts = [part.strip() for part in re.split(r"[,;]| and ", value) if part.strip()]
    return len(parts) > 1 and all(_is_name(part.rstrip("."), two=False) for part in parts)
