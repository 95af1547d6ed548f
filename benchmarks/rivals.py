"""Programs that people would use instead of a part of quizgen, and where they are here."""

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from benchmarks.samples import ROOT

_OWN = ROOT / "build" / "rivals"  # tools/rivals.py makes an environment there for each


def program(name: str) -> str | None:
    """The path of an installed program: in an environment of its own, or beside Python."""
    own = _OWN / name / Path(sys.executable).parent.name / name
    return str(own) if own.exists() else shutil.which(name, path=str(Path(sys.executable).parent))


def why_not(name: str) -> str | None:
    """Why a package or a program cannot be measured; None where it is there."""
    if find_spec(name.replace("-", "_")) or program(name):
        return None
    reason = _OWN / f"{name}.why"
    if reason.exists():
        return f"it could not be installed: {reason.read_text(encoding='utf-8').strip()}"
    return "it is not installed (make bench installs it)"
