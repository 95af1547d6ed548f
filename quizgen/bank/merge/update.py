"""Bring a bank up to date: plan, write, and make sure that nothing of a teacher's is lost."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field

from quizgen.bank.merge.fate import Fate
from quizgen.bank.merge.head import head_mends
from quizgen.bank.merge.layout import Layout, lay_out, shifted
from quizgen.bank.merge.lock import Entry, Lock
from quizgen.bank.merge.notes import MARK
from quizgen.bank.merge.plan import Plan, Step, Today, plan
from quizgen.bank.merge.splice import applied
from quizgen.bank.reader import ReadBank, parse_bank
from quizgen.documents.collector import collector_off
from quizgen.files.shell import in_shell
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import BankError
from quizgen.model.problem import Level


@dataclass(frozen=True, slots=True)
class Update:
    """A bank's new text, its lock's new entries, and the plan behind them."""

    text: str = field(repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    plan: Plan


def updated(
    read: ReadBank, lock: Lock, today: Today, settings: GenerateSettings, source: str
) -> Update:
    """Work out the bank as it should be now; nothing is written anywhere.

    Raises:
        BankError: the bank is broken outside its questions, or written in a way that
            cannot be changed without touching what is a teacher's.
    """
    refuse_broken(read)
    with collector_off():
        layout = lay_out(read)
        refuse_broken(read, layout)
        made = plan(read, layout, lock, today)
        text = applied(made, layout, head_mends(read, settings, source))
        if text != layout.text:
            _verify(read, layout, made, text)
    return Update(text, made.entries, made)


def refuse_broken(read: ReadBank, layout: Layout | None = None) -> None:
    """Stop at errors: as YAML anywhere; outside the questions once these are known."""
    inside = _spans(layout) if layout is not None and read.errors else []
    for problem in read.problems:
        if problem.level is not Level.ERROR:
            continue
        in_item = any(first <= problem.line <= last for first, last in inside)
        if read.document.problems or read.bank is None or (layout is not None and not in_item):
            raise BankError(
                f"{problem.path}:{problem.line}: {problem.message}; the bank is left as it is.",
                fix=f"Mend it first: quizgen check {in_shell(problem.path)}\n"
                f"  At that line it opens with: quizgen edit {in_shell(problem.path)}",
                problems=read.problems,
            )


def _spans(layout: Layout) -> list[tuple[int, int]]:
    """The first and last line of every item, its dash's to that of its last word."""
    return [
        (bisect_right(layout.starts, slot.body), bisect_left(layout.starts, slot.end))
        for listing in (layout.questions, layout.retired)
        for slot in listing.slots
    ]


def _verify(read: ReadBank, layout: Layout, made: Plan, text: str) -> None:
    """Read the new text and compare: whatever is not quizgen's must be there, byte for byte."""
    again = parse_bank(text, read.document.path)
    sound = again.bank is not None and not again.document.problems
    if not sound or again.errors > read.errors:
        raise _unsafe(read)
    found = lay_out(again)
    bodies = Counter(
        slot.text(found.text).rstrip()
        for listing in (found.questions, found.retired)
        for slot in listing.slots
    )
    wanted = Counter(
        _expected(step, layout).rstrip() for step in made.steps if step.fate is not Fate.DELETED
    )
    if wanted != bodies or _comments(layout.text) - _comments(text):
        raise _unsafe(read)


def _expected(step: Step, layout: Layout) -> str:
    """The lines of an item as they should be now, at the left margin."""
    if step.body is None:
        assert step.slot is not None
        return step.slot.text(layout.text)
    column = step.slot.column if step.slot else layout.questions.column
    return shifted(step.body, -column)


def _comments(text: str) -> Counter[str]:
    lines = (line.strip() for line in text.splitlines())
    return Counter(line for line in lines if line.startswith("#") and not line.startswith(MARK))


def _unsafe(read: ReadBank) -> BankError:
    return BankError(
        f"{read.document.path}: this bank is laid out in a way into which quizgen cannot write "
        "without touching your lines; it is left as it is.",
        fix="Write every question on lines of its own, beginning with “- question: ”.",
    )
