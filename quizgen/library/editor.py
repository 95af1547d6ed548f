"""How the learner's own editor is opened at a line of a file."""

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path

_PLUS = frozenset(
    "vi vim nvim view nano pico emacs emacsclient mg joe jed ne micro kak ed ex gvim".split()
)
_COLON = frozenset(["subl", "hx", "helix", "zed"])
_GOTO = frozenset(["code", "codium", "cursor", "code-insiders"])


def editor_command(path: Path, line: int, environment: Mapping[str, str] = os.environ) -> list[str]:
    """The command that opens ``path`` at ``line`` in ``$VISUAL``, ``$EDITOR`` or a usual editor."""
    usual = "notepad" if sys.platform == "win32" else "vi"
    wish = environment.get("VISUAL") or environment.get("EDITOR") or usual
    command = shlex.split(wish, posix=sys.platform != "win32") or [usual]
    name = Path(command[0]).stem
    if name in _PLUS:
        return [*command, f"+{line}", str(path)]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    return [*command, str(path)]
