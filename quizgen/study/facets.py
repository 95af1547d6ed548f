"""By what a bank's questions can be chosen, and how many each choice leaves. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from quizgen.model.question import Question
from quizgen.study.selection import Filters

_MOST_NAMED = 20
GROUNDS = ("topic", "speaker", "rule", "difficulty", "tag")


@dataclass(frozen=True, slots=True)
class Facet:
    """One value that can be chosen, and how many questions have it besides what is chosen."""

    ground: str
    value: str
    count: int
    chosen: bool


def facets(questions: Sequence[Question], filters: Filters) -> tuple[Facet, ...]:
    """All values by ground; a ground with only one value tells nothing and is left out.

    The count of a value is what it would leave with the choices on the other grounds.
    """
    return tuple(one for ground in GROUNDS for one in _of(ground, questions, filters))


def toggled(filters: Filters, facet: Facet) -> Filters:
    """The filters with a value chosen, or not chosen any more."""
    now: tuple[str, ...] = getattr(filters, facet.ground)
    if any(value.casefold() == facet.value.casefold() for value in now):
        left = tuple(value for value in now if value.casefold() != facet.value.casefold())
    else:
        left = (*now, facet.value)
    return replace(filters, **{facet.ground: left})


def passing(questions: Iterable[Question], filters: Filters) -> list[Question]:
    """The questions that can be asked with these filters."""
    return [one for one in questions if not one.skip and filters.let_pass(one)]


def unmet(questions: Iterable[Question], filters: Filters) -> tuple[str, str]:
    """Which wish no question fulfils, and what could be wished for instead."""
    every = [one for one in questions if not one.skip]
    for ground in GROUNDS:
        there = sorted({value for one in every for value in _values(one, ground)}, key=_folded)
        known = {value.casefold(): value for value in there}
        for wish in getattr(filters, ground):
            if wish.casefold() not in known:
                return f"no question has the {ground} “{wish}”", _instead(wish, ground, known)
    return "no question fulfils all conditions together", "Name fewer conditions."


def _instead(wish: str, ground: str, known: Mapping[str, str]) -> str:
    if not known:
        return f"Leave out the {ground}: no question here has one."
    close = get_close_matches(wish.casefold(), known, 1)
    names = [f"“{value}”" for value in known.values()]
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    hint = f"Did you mean “{known[close[0]]}”? " if close else ""
    return f"{hint}There is: {', '.join(names[:_MOST_NAMED])}{more}."


def _of(ground: str, questions: Sequence[Question], filters: Filters) -> Iterator[Facet]:
    others = replace(filters, **{ground: ()})
    every = {value for one in questions if not one.skip for value in _values(one, ground)}
    chosen = {value.casefold() for value in getattr(filters, ground)}
    if len(every) < 2 and not chosen:
        return
    left = passing(questions, others)
    counts = Counter(value for one in left for value in _values(one, ground))
    order = ("easy", "medium", "hard") if ground == "difficulty" else sorted(every, key=_folded)
    for value in order:
        if value in every:
            yield Facet(ground, value, counts[value], value.casefold() in chosen)


def _values(question: Question, ground: str) -> tuple[str, ...]:
    match ground:
        case "tag":
            return question.tags
        case "rule":
            return (question.made.rule,) if question.made else ()
        case _:
            value = getattr(question, ground)
            return (value,) if value else ()


def _folded(value: str) -> str:
    return value.casefold()
