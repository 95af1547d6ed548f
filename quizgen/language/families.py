"""The persons behind family names: one, or several told apart by first name or by title."""

from collections import defaultdict
from collections.abc import Iterable

_WOMENS = frozenset("Mrs Ms Miss Madam Lady Dame Queen Princess Frau Madame Congresswoman".split())
_MENS = frozenset("Mr Sir King Lord Prince Herr Monsieur Congressman Pope".split())

Named = tuple[str, str, str]
"""A folded family name, a first name or “”, a title or “”."""


def is_womans(title: str) -> bool:
    """Whether a title is a woman's."""
    return title.rstrip(".") in _WOMENS


class Families:
    """The family names of a transcript, as they are mentioned."""

    def __init__(self, named: Iterable[Named]) -> None:
        self._firsts: dict[str, set[str]] = defaultdict(set)
        self._sexes: dict[str, set[str]] = defaultdict(set)
        self._sex_of: dict[tuple[str, str], str] = {}
        for family, first, title in named:
            if first:
                self._firsts[family].add(_fold(first))
            if sex := _sex(title):
                self._sexes[family].add(sex)
                self._sex_of[family, _fold(first)] = sex

    def person(self, family: str, first: str, title: str) -> str | None:
        """Who is meant: the family name, with what tells its bearers apart; None if unclear."""
        firsts = _distinct(self._firsts.get(family, set()))
        if len(firsts) > 1:
            return self._of_several(family, firsts, first, title)
        if len(self._sexes.get(family, ())) > 1:
            sex = _sex(title) or (self._sex_of.get((family, _fold(first)), "") if first else "")
            return f"{sex} {family}" if sex else None
        return family

    def _of_several(self, family: str, firsts: list[str], first: str, title: str) -> str | None:
        sex = _sex(title)
        if first:
            meant = [one for one in firsts if _same(one, _fold(first))]
        else:
            meant = [one for one in firsts if sex and self._sex_of.get((family, one)) == sex]
        return f"{meant[0]} {family}" if len(meant) == 1 else None


def _sex(title: str) -> str:
    return "f" if is_womans(title) else "m" if title.rstrip(".") in _MENS else ""


def _fold(first: str) -> str:
    return first.casefold().rstrip(".")


def _same(one: str, other: str) -> bool:
    """Whether two first names may be one: the same, or the beginning of the other."""
    return one.startswith(other) or other.startswith(one)


def _distinct(firsts: set[str]) -> list[str]:
    """The first names that are not the beginning of another."""
    return sorted(
        one for one in firsts if not any(one != other and other.startswith(one) for other in firsts)
    )
