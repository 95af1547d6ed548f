"""Which of a JSON file's lists of objects is the transcript, and who says what in it."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from quizgen.transcripts.field_use import (
    Path,
    Roles,
    is_name,
    label_at,
    roles,
    words_at,
)
from quizgen.transcripts.json_records import Records

_NEARLY = 0.8
_FEWEST = 0.5


class Spoken(NamedTuple):
    """A list of objects with the label and the words of each, where it has any."""

    records: Records
    roles: Roles
    labels: Sequence[str | None]
    texts: Sequence[list[str]]

    @property
    def weight(self) -> int:
        """How many characters of speech have a speaker; none where few do."""
        held = [
            (label, words) for label, words in zip(self.labels, self.texts, strict=True) if words
        ]
        named = sum(1 for label, _ in held if label is not None)
        if not named or (named < _FEWEST * len(held) and not self.go_on):
            return 0
        return sum(sum(map(len, words)) for label, words in held if label is not None)

    @property
    def size(self) -> int:
        """How many characters of speech there are."""
        return sum(sum(map(len, words)) for words in self.texts)

    @property
    def go_on(self) -> bool:
        """Whether the first object with words has a speaker, and some later ones go on."""
        return (
            next(
                (label for label, words in zip(self.labels, self.texts, strict=True) if words), None
            )
            is not None
        )


def spoken(records: Records) -> Spoken:
    """Look through a list of objects."""
    objects = records.objects
    if records.keyed:
        pairs = [next(iter(each.items())) for each in objects]
        return Spoken(
            records,
            Roles(None, None, None),
            [name for name, _ in pairs],
            [[said] if said.strip() else [] for _, said in pairs],
        )
    use = roles(objects)
    labels = _labels(objects, use.speaker)
    texts = _texts(objects, use.text)
    if use.text and not any(label and words for label, words in zip(labels, texts, strict=True)):
        labels = _carried(labels, texts)
    if records.groups and len(records.groups) > 1 and use.speaker:
        labels, texts = _without_drafts(records, labels, texts)
    return Spoken(records, use, labels, texts)


def _carried(labels: list[str | None], texts: list[list[str]]) -> list[str | None]:
    """Labels that stand in objects of their own, above those of their words."""
    last, found = None, []
    for label, words in zip(labels, texts, strict=True):
        last = label or last
        found.append(last if words else None)
    return found


def _labels(objects: Sequence[Any], path: Path | None) -> list[str | None]:
    if path is None:
        return [None] * len(objects)
    return [label_at(piece, path) for piece in objects]


def _texts(objects: Sequence[Any], path: Path | None) -> list[list[str]]:
    if path is None:
        return [[] for _ in objects]
    return [words_at(piece, path) for piece in objects]


def _without_drafts(
    records: Records, labels: list[str | None], texts: list[list[str]]
) -> tuple[list[str | None], list[list[str]]]:
    """Leave out lists without a speaker that the last list, which has them, says again whole."""
    starts = [*records.groups, len(labels)]
    last = slice(starts[-2], starts[-1])
    before = slice(0, starts[-2])
    if any(_is_known(label) for label in labels[before]) or not any(map(_is_known, labels[last])):
        return labels, texts
    said = [word for words in texts[before] for word in words]
    again = [word for words in texts[last] for word in words]
    if not said or said != again[: len(said)]:
        return labels, texts
    texts[before] = [[] for _ in texts[before]]
    return labels, texts


def _is_known(label: str | None) -> bool:
    return label not in {None, "0"}


def transcript_of(found: Iterable[Spoken]) -> Spoken | None:
    """The list that holds most speech; of two that hold the same, that of whole sentences."""
    weighed = [(each.weight, each) for each in found]
    most = max((weight for weight, _ in weighed), default=0)
    if not most:
        return None
    near = [each for weight, each in weighed if weight >= _NEARLY * most]
    return max(near, key=_quality)


def _quality(each: Spoken) -> tuple[float, float]:
    labels = {label for label in each.labels if label is not None}
    named = sum(1 for label in labels if is_name(label)) / max(len(labels), 1)
    pieces = sum(1 for words in each.texts if words)
    return round(named, 1), each.size / max(pieces, 1)
