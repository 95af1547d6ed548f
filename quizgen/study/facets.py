"""By what a bank's questions can be chosen, and how many each choice leaves. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.model.question import Question
from quizgen.study.selection import Filters

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
