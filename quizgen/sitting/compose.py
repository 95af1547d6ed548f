"""From banks to the items of a session: what may be asked, where it stands, what was known."""

from collections.abc import Iterable, Iterator, Sequence

from quizgen.bank.stamp import item_id
from quizgen.library.shelf import ShelvedBank
from quizgen.model.errors import UsageError
from quizgen.model.question import Question
from quizgen.sitting.sources import Sources
from quizgen.study.due import agenda
from quizgen.study.facets import unmet
from quizgen.study.options import shown_options
from quizgen.study.schedule import said
from quizgen.study.selection import Entry, Filters, Record, Records, select
from quizgen.study.session import Asked, Mode

__all__ = ["askable", "compose", "item_id"]

_UNPLACED = 10**6  # items without a place in the transcript come after those that have one


def compose(
    banks: Sequence[ShelvedBank],
    sources: Sources,
    records: Records,
    *,
    mode: Mode,
    count: int | None,
    filters: Filters,
    seed: int,
    today: int = 0,
    new_left: int = 0,
) -> tuple[Asked, ...]:
    """Choose the items of a session and lay out their options.

    ``today`` is the learner's study day and ``new_left`` how many new items it still allows;
    both matter in the mode ``due`` alone.

    Raises:
        UsageError: nothing is left to ask.
    """
    entries = askable(banks, sources, records, filters)
    if mode is Mode.DUE:
        chosen = _due(entries, banks, today=today, new_left=new_left, seed=seed)[:count]
    else:
        chosen = select(entries, mode, count=count, seed=seed, one_kind=bool(filters.rule))
    if not chosen:
        raise UsageError(
            "nothing was missed here so far.", fix="Leave out “--mode missed” to take a new quiz."
        )
    return tuple(
        Asked(e.bank, e.item, e.question, shown_options(e.question, seed, e.item)) for e in chosen
    )


def offered(banks: Iterable[ShelvedBank], filters: Filters) -> int:
    """How many items the banks hold that the filters let pass, each counted once."""
    return len(
        {
            (shelved.bank.id, item_id(question))
            for shelved in banks
            if shelved.bank
            for question in shelved.bank.questions
            if not question.skip and filters.let_pass(question)
        }
    )


def _due(
    entries: Sequence[Entry],
    banks: Sequence[ShelvedBank],
    *,
    today: int,
    new_left: int,
    seed: int,
) -> tuple[Entry, ...]:
    plan = agenda(entries, today=today, new_left=new_left, seed=seed)
    if plan.due or plan.new:
        return (*plan.due, *plan.new)
    ahead = [entry.record.card.due for entry in entries if entry.record.card]
    later = [day for day in ahead if day > today]
    when = f" The next question is due on {said(min(later), today)}." if later else ""
    raise UsageError(
        f"nothing is due in {_named(banks)} today.{when}",
        fix="“--mode cram” repeats without touching the schedule; “--mode practice” asks anew.",
    )


def askable(
    banks: Sequence[ShelvedBank], sources: Sources, records: Records, filters: Filters
) -> list[Entry]:
    """All items that may be asked, each once.

    Raises:
        UsageError: there are none.
    """
    entries = _each_once(
        entry
        for shelved in banks
        if shelved.bank
        for entry in _entries(shelved.bank.id, shelved.bank.questions, sources, records, filters)
    )
    sources.keep()
    if entries:
        return entries
    questions = [one for shelved in banks if shelved.bank for one in shelved.bank.questions]
    if filters == Filters() or not questions:
        raise UsageError(
            f"there is nothing to ask in {_named(banks)}.",
            fix="“quizgen check” says what is wrong with the bank.",
        )
    why, instead = unmet(questions, filters)
    raise UsageError(f"there is nothing to ask in {_named(banks)}: {why}.", fix=instead)


def _entries(
    bank: str,
    questions: Sequence[Question],
    sources: Sources,
    records: Records,
    filters: Filters,
) -> Iterator[Entry]:
    for position, question in enumerate(questions):
        if question.skip or not filters.let_pass(question):
            continue
        item = item_id(question)
        placing = sources.placing(bank, question)
        exchange = placing.exchange
        yield Entry(
            bank=bank,
            item=item,
            question=question,
            place=(_UNPLACED, 0, 0, position)
            if exchange is None
            else (exchange, placing.turn, placing.start, position),
            proof=tuple((bank, *words) for words in placing.proof),
            shown=tuple((bank, *words) for words in placing.shown),
            exchange=exchange,
            record=records.get((bank, item), Record()),
        )


def _each_once(entries: Iterable[Entry]) -> list[Entry]:
    """An item that two banks bring in, which one of them picked from the other, counts once."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        found.setdefault((entry.bank, entry.item), entry)
    return list(found.values())


def _named(banks: Sequence[ShelvedBank]) -> str:
    return " and ".join(f"“{shelved.title}”" for shelved in banks) or "no bank at all"
