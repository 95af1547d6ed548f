"""A review of one bank: its questions that wait for a look, and decisions written at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizgen.bank.merge.lock import Lock, format_lock, lock_path, read_lock
from quizgen.bank.merge.review import Case, Decision, Flag, Why, cases, decided
from quizgen.bank.merge.update import refuse_broken
from quizgen.bank.reader import ReadBank, read_bank
from quizgen.files import atomic
from quizgen.history.figures import Flags


def reason(case: Case) -> str:
    """Why a question is shown, in a sentence."""
    match case.why:
        case Why.NEW:
            return "new since you last looked."
        case Why.CHANGED:
            return "quizgen has reworded this one."
        case Why.CONFLICT:
            return "you changed this question (-), and quizgen would now write another (+)."
        case Why.GONE:
            return "the transcript no longer holds the words that this question stands on."
        case Why.FLAGGED:
            return _flagged(case.flag)


def _flagged(flag: Flag | None) -> str:
    if flag is None:
        return "flagged."
    times = "once" if flag.count == 1 else f"{flag.count} times"
    said = f": “{'”, “'.join(flag.reasons)}”" if flag.reasons else ""
    return f"flagged {times} by those who took the quiz{said}."


def choices(case: Case) -> dict[str, str]:
    """What can be done with a question: letters and their meanings."""
    offered = {"k": "keep yours" if case.can_take_new else "keep", "e": "edit", "s": "skip for now"}
    if case.can_take_new:
        offered["t"] = "take the new one" if case.why is Why.CONFLICT else "take it out (retire)"
    return offered | {"h": "hide from learners"}


@dataclass(frozen=True, slots=True)
class _Before:
    """A question decided, and how the bank and its lock read before; None if it was put off."""

    id: str
    text: str | None = None
    lock: Lock | None = None


class Review:
    """The questions of a bank that wait, one after the other.

    A decision is in the files when it is made, so that a review can be left at any time.
    """

    def __init__(self, path: Path, flags: Iterable[Flags] = ()) -> None:
        self.path = path
        self._flags = {(each.item, each.content): Flag(each.count, each.reasons) for each in flags}
        self._later: set[str] = set()
        self._before: list[_Before] = []
        self._backed_up = False
        self.decided = 0
        self.reload()

    def reload(self) -> None:
        """Read the bank as it is now.

        Raises:
            BankError: it is broken, so that nothing can be written into it.
            FileError: it cannot be read.
        """
        self._read: ReadBank = read_bank(self.path)
        refuse_broken(self._read)
        self._lock: Lock = read_lock(self.path)
        self._waiting = cases(self._read, self._lock, self._flags)

    @property
    def current(self) -> Case | None:
        """The question to look at now; None when all were looked at."""
        return next((case for case in self._waiting if case.id not in self._later), None)

    @property
    def left(self) -> int:
        """How many questions still wait, those put off included."""
        return len(self._waiting)

    @property
    def position(self) -> int:
        """The number of the current question, from 1, among ``total``."""
        return self.decided + len(self._later) + 1

    @property
    def total(self) -> int:
        """How many questions there were to look at."""
        return self.decided + self.left

    def skip(self) -> None:
        """Leave the current question for another time."""
        if self.current is not None:
            self._before.append(_Before(self.current.id))
            self._later.add(self.current.id)

    def decide(self, decision: Decision) -> None:
        """Write a decision on the current question.

        Raises:
            FileChangedError: the bank was saved meanwhile; nothing was written.
        """
        case, file = self.current, self._read.file
        if case is None or file is None:
            return
        text, lock = decided(self._read, self._lock, case, decision)
        if text != file.text:
            atomic.write(
                self.path, file.encode(text), expect=file.digest, backup=not self._backed_up
            )
            self._backed_up = True
        atomic.write(lock_path(self.path), format_lock(lock))
        self._before.append(_Before(case.id, file.text, self._lock))
        self.decided += 1
        self.reload()

    @property
    def can_undo(self) -> bool:
        """Whether something was decided or put off since the review began."""
        return bool(self._before)

    def undo(self) -> None:
        """Take the last decision back: the files are again as they were before it.

        Raises:
            FileChangedError: the bank was saved by somebody else since; nothing was written.
        """
        if not self._before or self._read.file is None:
            return
        before, file = self._before[-1], self._read.file
        if before.text is not None and before.lock is not None:
            if before.text != file.text:
                atomic.write(self.path, file.encode(before.text), expect=file.digest)
            atomic.write(lock_path(self.path), format_lock(before.lock))
            self.decided -= 1
        self._later.discard(before.id)
        self._before.pop()
        self.reload()

    def edited(self) -> None:
        """Take note that the current question was edited by hand, which settles it.

        Raises:
            BankError: the bank is broken now.
        """
        case, file, lock = self.current, self._read.file, self._lock
        self.reload()
        now = self.current
        if case is None or file is None:
            return
        before = _Before(case.id, file.text, lock)
        if now is None or now.id != case.id:
            self._before.append(before)
            self.decided += 1
            return
        if now.question == case.question and now.lines == case.lines:
            return  # nothing was changed: it still waits
        self.decide(Decision.KEEP)
        self._before[-1] = before
