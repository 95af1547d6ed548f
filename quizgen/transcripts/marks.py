"""Names made from the marks of speakers, where a file of markup lists no names for them.

``#ByronAda.1815`` holds a name, and does not say which half of it is the family's. The
notes that announce a speaker (``Ada Byron:``) do, for one mark and so for all.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from quizgen.model.problem import Level, Problem
from quizgen.model.transcript import Transcript
from quizgen.transcripts.labels import clean

_PARTS = re.compile(r"[_.:\s]+")
_NUMBER = re.compile(r"[\W\d_]+$")
_BEGINNINGS = frozenset({"Mc", "Mac", "O", "D"})
_SHORTEST = 2


def names(marks: Iterable[str], announced: Mapping[str, str]) -> dict[str, str]:
    """A readable name for every mark that holds one; ``announced`` are labels printed by marks."""
    words = {mark: found for mark in marks if (found := _words(mark))}
    said = {mark: clean(label).name for mark, label in announced.items()}
    same = {
        mark: said[mark]
        for mark, parts in words.items()
        if mark in said and _folded(said[mark].split()) == _folded(parts)
    }
    last_first = sum(1 if _is_last_first(words[mark], name) else -1 for mark, name in same.items())
    if last_first > 0:
        words = {mark: [*parts[1:], parts[0]] for mark, parts in words.items()}
    return {mark: same.get(mark) or " ".join(parts) for mark, parts in words.items()}


def doubted(transcript: Transcript, made: Mapping[str, str]) -> Transcript:
    """The transcript with one doubt about all names that were made from marks."""
    first = next((turn for turn in transcript.turns if turn.label in made), None)
    if first is None:
        return transcript
    doubt = Problem(
        path=transcript.path,
        line=first.line,
        column=1,
        level=Level.NOTE,
        code="name-from-mark",
        message=f"no list names the speakers: the mark “{first.label}” was read as "
        f"“{made[first.label]}”, others in the same way",
        fix="say who they are under “aliases” in the corrections file, where this is wrong",
    )
    return replace(transcript, problems=(*transcript.problems, doubt))


def _words(mark: str) -> list[str]:
    """The words of a mark that begins each with a capital, or parts them; none elsewhere."""
    found: list[str] = []
    for part in _PARTS.split(_NUMBER.sub("", mark)):
        at = 0
        for here in range(1, len(part)):
            if part[here].isupper() and part[here - 1].islower():
                found.append(part[at:here])
                at = here
        found.append(part[at:])
    while (at := next((n for n, word in enumerate(found[:-1]) if word in _BEGINNINGS), -1)) >= 0:
        found[at : at + 2] = [found[at] + found[at + 1]]
    named = all(len(word) >= _SHORTEST and word.replace("-", "").isalpha() for word in found)
    capital = all(word[:1].isupper() for word in found)
    return found if named and capital and len(found) >= _SHORTEST else []


def _folded(words: list[str]) -> list[str]:
    return sorted(word.casefold() for word in words)


def _is_last_first(words: list[str], name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1].casefold() == words[0].casefold()
