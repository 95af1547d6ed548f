"""What a session is made of: the items it asks, and the events that are written down."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from quizgen.model.question import Question, Response
from quizgen.study.grading import Verdict


class Mode(StrEnum):
    """What a session is for; ``learn`` reads an exchange first, ``exam`` shows no verdict."""

    LEARN = "learn"
    PRACTICE = "practice"
    EXAM = "exam"
    DUE = "due"
    MISSED = "missed"
    CRAM = "cram"
    CARDS = "cards"


class Phase(StrEnum):
    """Where a session stands: waiting for an answer, showing a verdict, or finished."""

    ASKING = "asking"
    VERDICT = "verdict"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as this session puts it: from which bank, its options as shown.

    ``item`` is the id that history hangs on. ``options`` is empty where the answer is
    typed; for ``order`` it holds the items as first shown, for ``match`` the right sides.
    """

    bank: str
    item: str
    question: Question
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer given to the item at ``position``, as raw as it came.

    ``at`` is milliseconds since 1970 UTC, ``ms`` how long the learner took, ``attempt``
    counts from 1.
    """

    id: str
    position: int
    response: Response
    verdict: Verdict
    at: int
    ms: int
    hinted: bool
    attempt: int


@dataclass(frozen=True, slots=True)
class Undone:
    """The answer with the id ``answer`` was taken back."""

    id: str
    answer: str
    at: int


@dataclass(frozen=True, slots=True)
class Overridden:
    """The learner says that the answer with the id ``answer`` was right all the same."""

    id: str
    answer: str
    at: int


@dataclass(frozen=True, slots=True)
class Flagged:
    """The learner says that the item at ``position`` is a bad question, and why."""

    id: str
    position: int
    reason: str
    at: int


@dataclass(frozen=True, slots=True)
class Unflagged:
    """The learner takes back what was said of the item at ``position``."""

    id: str
    position: int
    at: int


@dataclass(frozen=True, slots=True)
class Hinted:
    """A hint was shown for the item at ``position``."""

    id: str
    position: int
    at: int


@dataclass(frozen=True, slots=True)
class Marked:
    """In an exam the item at ``position`` was marked for later, or the mark taken away."""

    id: str
    position: int
    marked: bool
    at: int


@dataclass(frozen=True, slots=True)
class Turned:
    """In an exam the learner turned to the item at ``position``."""

    id: str
    position: int
    at: int


@dataclass(frozen=True, slots=True)
class Reworded:
    """The item at ``position`` was edited, and is asked as ``asked`` from now on."""

    id: str
    position: int
    asked: Asked
    at: int


@dataclass(frozen=True, slots=True)
class Eased:
    """The learner says that the answer with the id ``answer`` was easy to give."""

    id: str
    answer: str
    at: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The session ended: after its last item, or because the learner left it."""

    id: str
    at: int


Event: TypeAlias = (
    Answered
    | Undone
    | Overridden
    | Flagged
    | Unflagged
    | Hinted
    | Marked
    | Turned
    | Reworded
    | Eased
    | Finished
)
