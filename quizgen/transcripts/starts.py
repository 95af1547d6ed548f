"""Where a turn starts, or could: a label, and the places of its line, its name and its text."""

from typing import NamedTuple

from quizgen.transcripts.labels import Label


class Start(NamedTuple):
    """A place where a turn may start; one object serves from the first look to the turn.

    ``at`` is the offset of the label's line, ``text`` of what follows the label, ``low`` to
    ``high`` the printed name. ``dress`` says how the label is printed. A form that knows
    them gives the ``heading`` above and the ``person`` who speaks.
    """

    at: int
    text: int
    label: Label
    dress: str
    low: int
    high: int
    heading: str | None = None
    person: str | None = None
