"""What a check found, and where in the question it shows."""

from dataclasses import dataclass

SOFT_COST = 0.5
"""What a soft flaw takes off the value of a generated question."""


@dataclass(frozen=True, slots=True)
class Found:
    """A message for teachers; ``field`` is a field of the bank, ``option`` one of its texts."""

    message: str
    field: str = "question"
    option: str | None = None


def on_option(message: str, option: str) -> Found:
    """Something about one option, which may stand under ``answer``, ``wrong`` or ``choices``."""
    return Found(message, "wrong", option)


def short(text: str, most: int = 50) -> str:
    """A text as a message can show it: one line, not too long."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
