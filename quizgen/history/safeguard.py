"""Backups made beside the work: at the start, and every half an hour of it."""

import sqlite3
from pathlib import Path
from threading import Thread

from quizgen.history import backups
from quizgen.history.errors import explain
from quizgen.model.errors import HistoryError


class Safeguard:
    """Watches over one open history. Whatever goes wrong here must not stop a session."""

    def __init__(self, path: Path) -> None:
        self.warning = ""
        self._path = path
        self._watched_at: int | None = None
        self._thread: Thread | None = None

    def watch(self, connection: sqlite3.Connection, at: int) -> None:
        """Start a backup if it is time and something changed; costs next to nothing if not."""
        if self._watched_at is not None and abs(at - self._watched_at) < backups.EVERY:
            return
        if self._thread is not None and self._thread.is_alive():
            return
        self._watched_at = at
        try:
            if (ahead := backups.ahead_of(connection, self._path)) is not None:
                self.warning = (
                    f"{self._path} holds fewer answers than its newest backup. “quizgen history "
                    f"merge {ahead.path}” adds those that are missing."
                )
            newest = backups.newest_of(self._path)
            just_made = newest is not None and abs(at - newest.at) < backups.SOON
            if just_made or not backups.changed(connection, self._path):
                return
        except sqlite3.Error as error:
            self.warning = explain(self._path, error).message
            return
        self._thread = Thread(target=self._take, args=(at,), name="quizgen backup")
        self._thread.start()

    def wait(self) -> None:
        """Come back once no backup is being made."""
        if self._thread is not None:
            self._thread.join()

    def _take(self, at: int) -> None:
        try:
            backups.take(self._path, at=at)
        except HistoryError as error:
            self.warning = f"{error.message} {error.fix}"
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            self.warning = f"no backup of the history could be made: {error}."
