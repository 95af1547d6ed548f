"""A bank: the questions of one YAML file, and what its head says."""

from dataclasses import dataclass, field

from quizgen.model.question import Question

LARGEST = 20_000_000
"""How many bytes a bank's file may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerateSettings:
    """How a bank is generated, as its ``generate:`` says. None means the default."""

    count: int | None = None
    seed: int = 1
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    wording: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Include:
    """Questions taken from another bank (a path relative to this one), and which of them.

    The bank may be a folder, which stands for all banks in it. ``line`` is where it is named.
    """

    bank: str
    topic: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    rule: tuple[str, ...] = ()
    difficulty: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A bank as read. ``source`` is the transcript's path relative to the bank file.

    ``questions`` are those to ask, ``skip`` ones included; ``retired`` those whose words
    are no longer in the transcript.
    """

    id: str
    title: str
    path: str
    questions: tuple[Question, ...]
    retired: tuple[Question, ...] = ()
    description: str | None = None
    source: str | None = None
    date: str | None = None
    language: str = "en"
    licence: str | None = None
    generate: GenerateSettings | None = None
    include: tuple[Include, ...] = ()
