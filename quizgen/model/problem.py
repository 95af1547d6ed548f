"""A problem is a value: where, how bad, what, and how to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad a problem is. Only errors change an exit code."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong with a file.

    ``line`` and ``column`` count from 1, in characters of the decoded file; 0 means the
    file as a whole. ``code`` is a short readable name (``unknown-key``), ``message``
    one sentence, ``fix`` one sentence that says what to write instead.
    """

    path: str
    line: int
    column: int
    level: Level
    code: str
    message: str
    fix: str = ""
    excerpt: str = ""
    """The line of the file, without its line break, for printing a caret under."""

    def __str__(self) -> str:
        """``file:line:col: level: message (code)``, the form that editors jump to."""
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message} ({self.code})"
