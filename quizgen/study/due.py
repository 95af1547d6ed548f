"""What a day of due questions asks: what is about to be forgotten first, then a few new ones.

Questions about the same words, or of the same exchange, spoil each other: the first one makes
the second one easy. So of such siblings only one is asked a day, and the others wait.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quizgen.study.schedule import is_due
from quizgen.study.selection import Entry, shingles, strongest

_Sign: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The questions of a day: ``due`` ones, most at risk first, and ``new`` ones.

    ``buried`` are due as well, but wait for another day because a sibling is asked today.
    """

    due: tuple[Entry, ...]
    new: tuple[Entry, ...]
    buried: tuple[Entry, ...]


def agenda(entries: Sequence[Entry], *, today: int, new_left: int, seed: int) -> Agenda:
    """Plan the rest of the study day ``today``; ``new_left`` new questions are still allowed."""
    asked = _Asked()
    for entry in entries:
        if entry.record.card is not None and entry.record.card.day == today:
            asked.add(entry)
    due, buried = [], []
    for entry, _ in sorted(_due(entries, today), key=lambda pair: (-pair[1], pair[0].place)):
        if asked.has_sibling_of(entry):
            buried.append(entry)
        else:
            asked.add(entry)
            due.append(entry)
    fresh = [
        entry
        for entry in entries
        if entry.record.card is None and new_left > 0 and not asked.has_sibling_of(entry)
    ]
    return Agenda(tuple(due), tuple(_without_siblings(fresh, asked, new_left, seed)), tuple(buried))


def _due(entries: Iterable[Entry], today: int) -> Iterator[tuple[Entry, float]]:
    """Due entries with their risk: FSRS's chance to know one falls as this ratio grows."""
    for entry in entries:
        card = entry.record.card
        if card is not None and is_due(card, today):
            yield entry, (today - card.day) / card.stability


def _without_siblings(
    fresh: Sequence[Entry], asked: "_Asked", most: int, seed: int
) -> Iterator[Entry]:
    """New questions in the order in which a practice session would choose them."""
    left = list(fresh)
    while left and most > 0:
        chosen = strongest(left, most, seed)
        if not chosen:
            return
        for entry in chosen:
            if not asked.has_sibling_of(entry):
                asked.add(entry)
                most -= 1
                yield entry
        left = [entry for entry in left if not asked.has_sibling_of(entry)]


class _Asked:
    """The entries of a day, looked up by what makes two of them siblings."""

    def __init__(self) -> None:
        self._signs: set[_Sign] = set()
        self._spans: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)

    def add(self, entry: Entry) -> None:
        self._signs.update(_signs(entry))
        self._signs.add(("item", entry.bank, entry.item))
        self._signs.add(("not with", entry.bank, entry.item))
        self._signs.update(("item", entry.bank, item) for item in entry.question.not_with)
        for bank, turn, start, end in entry.proof:
            self._spans[bank, turn].append((start, end))

    def has_sibling_of(self, entry: Entry) -> bool:
        if ("item", entry.bank, entry.item) in self._signs or any(
            ("not with", entry.bank, item) in self._signs for item in entry.question.not_with
        ):
            return True
        return not self._signs.isdisjoint(_signs(entry)) or any(
            start < other_end and other_start < end
            for bank, turn, start, end in entry.proof
            for other_start, other_end in self._spans.get((bank, turn), ())
        )


def _signs(entry: Entry) -> set[_Sign]:
    """Two entries with a sign in common rest on the same exchange or the same words."""
    signs: set[_Sign] = {
        ("words", entry.bank, words)
        for quote in entry.question.evidence
        for words in shingles(quote)
    }
    if entry.exchange is not None:
        signs.add(("exchange", entry.bank, entry.exchange))
    return signs
