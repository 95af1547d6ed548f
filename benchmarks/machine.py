"""Where something was measured."""

import os
import platform
import re
from dataclasses import asdict, dataclass
from pathlib import Path

import quizgen


@dataclass(frozen=True, slots=True)
class Machine:
    """The processor, how many cores of it may be used, the system, Python and quizgen."""

    processor: str
    cores: int
    memory_gb: float
    system: str
    python: str
    quizgen: str


def here() -> dict[str, object]:
    """This machine, for a file of results."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return asdict(
        Machine(
            _processor(),
            _cores(),
            round(memory, 1),
            f"{platform.system()} {platform.machine()}",
            f"{platform.python_implementation()} {platform.python_version()}",
            quizgen.__version__,
        )
    )


def _cores() -> int:
    allowed = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(allowed(0)) if allowed else os.cpu_count() or 1


def _processor() -> str:
    place = Path("/proc/cpuinfo")
    if place.exists():
        found = re.search(
            r"^model name\s*: *(.+)$", place.read_text(encoding="utf-8"), re.MULTILINE
        )
        if found:
            return found[1]
    return platform.processor() or platform.machine()
