"""What becomes of a folder of transcripts, told as it happens and summed up at the end."""

import json
import time
from collections import Counter
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from quizgen.cli.progress import Progress, in_words
from quizgen.cli.verb import show, talk
from quizgen.model.counted import many
from quizgen.model.errors import EXIT_COULD_NOT, EXIT_FINE, EXIT_FOUND, EXIT_NEEDS_A_LOOK

_Row: TypeAlias = Callable[[], Mapping[str, object]]  # called only where rows are put out
_MOST_LINES = 20


class State(StrEnum):
    """What became of a file."""

    WRITTEN = "written"
    UPDATED = "brought up to date"
    SAME = "as before"
    BEFORE = "finished before"
    WOULD_CHANGE = "would change"
    REFUSED = "without a bank"


class CorpusReport:
    """Counts the files of a run, moves its progress line, and knows its exit code.

    ``as_json`` puts out a line for every file as well.
    """

    def __init__(self, total: int, progress: Progress, *, as_json: bool) -> None:
        self._total, self._progress, self._as_json = total, progress, as_json
        self._states: Counter[State] = Counter()
        self._refused: list[str] = []
        self._looks: list[str] = []
        self._began = time.monotonic()

    def bank(self, state: State, target: Path, size: int, row: _Row, *, look: bool) -> None:
        """A bank is as it should be; ``look`` if a person should decide about something in it."""
        if look:
            self._looks.append(str(target))
        self._count(state, size, row, skipped=state is State.BEFORE)

    def refuse(self, file: Path, size: int, why: str, *, skipped: bool) -> None:
        """No bank could be made of a file; ``skipped`` if that was known without any work."""
        self._refused.append(why.partition("\n")[0])
        row = {"file": str(file), "error": why}
        self._count(State.REFUSED, size, lambda: row, skipped=skipped)

    def _count(self, state: State, size: int, row: _Row, *, skipped: bool) -> None:
        self._states[state] += 1
        bad = self._states[State.REFUSED]
        self._progress.step(size, skipped=skipped, note=f"{bad:,} {State.REFUSED}" if bad else "")
        if self._as_json:
            self._progress.clear()
            show(json.dumps(row(), ensure_ascii=False))

    def stopped(self) -> None:
        """Say how far a run was that a person stopped."""
        self._progress.clear()
        talk(
            f"quizgen: {self._states.total():,} of {many(self._total, 'file')} done; what was made "
            "is whole. The same command goes on from here."
        )

    def sum_up(self) -> int:
        """Say what became of the files and which want a person; the exit code."""
        self._progress.clear()
        states = ", ".join(f"{count:,} {state}" for state, count in self._states.items())
        talk(f"{many(self._total, 'file')} in {in_words(time.monotonic() - self._began)}: {states}")
        _list(f"{State.REFUSED}:", self._refused)
        _list("with questions that want a look (quizgen review BANK):", self._looks)
        if self._states[State.REFUSED] == self._total:
            return EXIT_COULD_NOT
        if self._states[State.WOULD_CHANGE]:
            return EXIT_FOUND
        return EXIT_NEEDS_A_LOOK if self._refused or self._looks else EXIT_FINE


def _list(head: str, lines: list[str]) -> None:
    if lines:
        talk(f"  {head}", *(f"    {line}" for line in lines[:_MOST_LINES]))
    if len(lines) > _MOST_LINES:
        talk(f"    … and {len(lines) - _MOST_LINES:,} more; all of them: --format json")
