"""Every failure a user can meet, as a tree that knows its exit code.

``QuizgenError`` (2: could not; nothing was written)
├── ``UsageError`` – the command line asked for something impossible
├── ``FileError`` – a file cannot be found, read, decoded or written
│   └── ``FileChangedError`` (4) – somebody saved the file meanwhile
├── ``TranscriptError`` – a file was read, but is not a transcript quizgen understands
├── ``BankError`` – a bank that cannot be used at all; carries its problems
├── ``RuleError`` – a rule or a wording file is unknown or broken
└── ``HistoryError`` – the learner's history cannot be opened or written

A message says what is wrong and where; ``fix`` says how to mend it. Anything that is
not a ``QuizgenError`` is a bug in quizgen.
"""

from collections.abc import Iterable

from quizgen.model.problem import Problem

EXIT_FINE = 0
EXIT_FOUND = 1
EXIT_COULD_NOT = 2
EXIT_NEEDS_A_LOOK = 3
EXIT_CHANGED = 4
EXIT_INTERRUPTED = 130


class QuizgenError(Exception):
    """A failure to report in one message, without a traceback."""

    exit_code = EXIT_COULD_NOT

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message}\n{self.fix}" if self.fix else self.message


class UsageError(QuizgenError):
    """The command line asked for something that cannot be."""


class FileError(QuizgenError):
    """A file cannot be found, read, decoded or written."""


class FileChangedError(FileError):
    """The file changed between reading and writing; nothing was written."""

    exit_code = EXIT_CHANGED


class TranscriptError(QuizgenError):
    """The file was read, but no reader understands it as a transcript."""


class BankError(QuizgenError):
    """The bank cannot be used; ``problems`` lists all that is wrong with it."""

    def __init__(self, message: str, *, fix: str = "", problems: Iterable[Problem] = ()) -> None:
        super().__init__(message, fix=fix)
        self.problems = tuple(problems)


class RuleError(QuizgenError):
    """A rule or a wording file is unknown or broken."""


class HistoryError(QuizgenError):
    """The learner's history cannot be opened or written; it is left as it was."""
