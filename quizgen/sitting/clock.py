"""The two clocks of a sitting: what time it is, and how long something took."""

import time
from typing import Protocol


class Clock(Protocol):
    """Where a sitting gets its times from; tests bring one of their own."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC."""

    def ticks(self) -> int:
        """Milliseconds from any fixed moment; never goes back, whoever sets the clock."""


class SystemClock:
    """The clock of the machine."""

    def now(self) -> int:
        """Milliseconds since 1970 UTC."""
        return time.time_ns() // 1_000_000

    def ticks(self) -> int:
        """Milliseconds that never go back."""
        return time.monotonic_ns() // 1_000_000
