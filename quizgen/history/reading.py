"""What can be asked of a history; nothing here writes."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import tzinfo
from pathlib import Path

from quizgen.history import figures, progress
from quizgen.history.errors import explained
from quizgen.history.identity import Orphan, orphans
from quizgen.study.schedule import Preferences, Workload, study_day
from quizgen.study.selection import Record
from quizgen.study.session import Score
from quizgen.study.statistics import Retention


class Reading:
    """The reading half of a ``History``. ``zone`` None is wherever this machine is."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, zone: tzinfo | None = None
    ) -> None:
        self.path = path
        self.zone = zone
        self._connection = connection

    def learner_id(self, name: str) -> str | None:
        """The id of the learner called ``name``, or None."""
        with explained(self.path):
            row = self._connection.execute(
                "SELECT id FROM learners WHERE name = ?", (name,)
            ).fetchone()
        return row[0] if row else None

    def last_time(self, learner: str, bank: str) -> Score | None:
        """How the latest session with questions of ``bank`` went for the learner so named."""
        with explained(self.path):
            return figures.last_time(self._connection, learner, bank)

    def unfinished(self, learner: str) -> list[figures.Unfinished]:
        """The sessions with answers and without an end of the learner so named, newest first."""
        with explained(self.path):
            return figures.unfinished(self._connection, learner)

    def totals(self, learner: str | None = None) -> list[figures.BankTotals]:
        """Sessions, answers and scores by bank, of one learner (by name) or of all."""
        with explained(self.path):
            return figures.totals(self._connection, learner)

    def session_count(self, learner: str | None = None) -> int:
        """How many sessions have an answer, of one learner (by name) or of all."""
        with explained(self.path):
            return figures.session_count(self._connection, learner)

    @property
    def reader(self) -> sqlite3.Connection:
        """The open database, for the other modules of this package to read."""
        return self._connection

    def learners(self) -> dict[str, str]:
        """The names of all learners by their ids, by name."""
        with explained(self.path):
            return dict(self._connection.execute("SELECT id, name FROM learners ORDER BY name"))

    # Study; learners by id, days as study days

    def flags(self, bank: str) -> list[figures.Flags]:
        """What all learners flagged in a bank, by item and version."""
        with explained(self.path):
            return figures.flags(self._connection, bank)

    def preferences(self, learner_id: str) -> Preferences:
        """What the learner wishes."""
        with explained(self.path):
            return progress.preferences(self._connection, learner_id)

    def today(self, learner_id: str, *, at: int) -> int:
        """The learner's study day at the moment ``at``."""
        wishes = self.preferences(learner_id)
        return study_day(at, day_start=wishes.day_start, zone=self.zone)

    def records(self, learner_id: str, banks: Iterable[str]) -> dict[tuple[str, str], Record]:
        """What is known of the learner and each item of ``banks`` that was ever answered."""
        with explained(self.path):
            return progress.records(self._connection, learner_id, banks)

    def new_left(self, learner_id: str, *, at: int) -> int:
        """How many new questions the learner's day still allows in due mode."""
        today = self.today(learner_id, at=at)
        with explained(self.path):
            return progress.new_left(self._connection, learner_id, today)

    def workload(
        self, learner_id: str, banks: Mapping[str, Collection[str]], *, at: int
    ) -> dict[str, Workload]:
        """What is due, and how many new items are allowed, of the items of each bank."""
        today = self.today(learner_id, at=at)
        with explained(self.path):
            return progress.workload(self._connection, learner_id, banks, today)

    def forecast(
        self, learner_id: str, banks: Iterable[str] | None = None, *, at: int, days: int = 14
    ) -> tuple[int, ...]:
        """How many cards are due today and on each day after it."""
        today = self.today(learner_id, at=at)
        with explained(self.path):
            return progress.forecast_of(self._connection, learner_id, banks, today, days)

    def calendar(self, learner_id: str) -> list[progress.Day]:
        """What was done on each day with an answer, in order."""
        with explained(self.path):
            return progress.calendar(self._connection, learner_id)

    def scores(self, learner_id: str, bank: str, *, count: int = 20) -> list[progress.SessionScore]:
        """The latest sessions of a bank, oldest first."""
        with explained(self.path):
            return progress.scores(self._connection, learner_id, bank, count)

    def retention(self, learner_id: str) -> list[Retention]:
        """By day: of what was met before, how much was still known at the day's first try."""
        with explained(self.path):
            return progress.retention(self._connection, learner_id)

    def breakdown(
        self, learner_id: str | None, *grounds: progress.Ground
    ) -> dict[progress.Ground, list[progress.Share]]:
        """First tries by topic, speaker, rule or bank, weakest first; None is all learners."""
        with explained(self.path):
            return progress.breakdown(self._connection, learner_id, grounds)

    def orphans(self, banks: Mapping[str, Collection[str]]) -> list[Orphan]:
        """What was answered and is in none of these banks: keys of items by bank id."""
        with explained(self.path):
            return orphans(self._connection, banks)

    def item_history(self, learner_id: str, bank: str, item: str) -> list[progress.Given]:
        """All answers of the learner to an item, under whatever name it then had."""
        with explained(self.path):
            return progress.item_history(self._connection, learner_id, (bank, item))
