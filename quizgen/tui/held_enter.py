"""Tells a key that is pressed again from one that is still held down.

Terminals send a held Enter as many: after about half a second, then thirty a second.
A learner who holds Enter a moment too long must not lose the verdict for it, while one
who knows the answer should be able to go on at once. So the first moment after a verdict
is deaf; for a little longer an Enter waits to see whether a repeat follows; and repeats
are told by their speed.
"""

from dataclasses import dataclass
from enum import Enum


class Press(Enum):
    """What to make of an Enter."""

    IGNORE = "ignore"
    WAIT = "wait"
    GO = "go"


DEAF = 0.3
"""Seconds after a verdict appeared in which an Enter says nothing."""
REPEATING = 0.15
"""Seconds within which one Enter follows another only if the key is held down."""
DOUBTFUL = 1.2
"""Seconds after a verdict in which an Enter may be the first repeat of a held key."""


@dataclass(slots=True)
class HeldEnter:
    """Judges every Enter by when it comes; times are seconds of a monotonic clock."""

    shown_at: float = float("-inf")
    pressed_at: float = float("-inf")

    def shown(self, now: float) -> None:
        """Something to read has appeared, perhaps by an Enter that is still held."""
        self.shown_at = now
        self.pressed_at = now

    def press(self, now: float) -> Press:
        """Judge an Enter. After ``WAIT`` ask ``quiet`` when ``REPEATING`` has passed."""
        gap, since = now - self.pressed_at, now - self.shown_at
        self.pressed_at = now
        if since < DEAF or gap < REPEATING:
            return Press.IGNORE
        return Press.WAIT if since < DOUBTFUL else Press.GO

    def quiet(self, pressed_at: float) -> bool:
        """Whether no other Enter has come since the one at ``pressed_at``."""
        return self.pressed_at == pressed_at
