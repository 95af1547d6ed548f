"""How to open an editor at a line of a file, and wait until it is closed."""

import os
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from quizgen.model.errors import UsageError

_PLUS = ("vi", "vim", "nvim", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe",
         "jed", "ne", "mcedit", "gedit", "kate", "editor", "sensible-editor")  # fmt: skip
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
_COLON = ("hx", "helix", "subl", "sublime_text", "zed")
_WAITS = (*_GOTO, "subl", "sublime_text", "zed", "gedit")

_SYSTEM = ("sensible-editor", "editor", "nano", "vim", "vi")


def editor(find: Callable[[str], str | None] = shutil.which) -> list[str]:
    """The words of the command: ``$VISUAL``, ``$EDITOR``, VS Code, or the system's own.

    Raises:
        UsageError: there is none.
    """
    for name in ("VISUAL", "EDITOR"):
        words = _split(os.environ.get(name, ""))
        if words:
            return words
    if find("code"):
        return ["code"]
    if sys.platform == "win32":
        return ["notepad"]
    if sys.platform == "darwin":
        return ["open", "-W", "-t"]
    for name in _SYSTEM:
        if find(name):
            return [name]
    raise UsageError("no editor was found.", fix="Name yours, as in: EDITOR=nano quizgen edit BANK")


def command(words: list[str], path: Path, line: int) -> list[str]:
    """The whole command that opens ``path`` at ``line`` with the editor ``words``."""
    name = Path(words[0]).name.lower().removesuffix(".exe").removesuffix(".cmd")
    waits = {"--wait", "-w", "-W"} & {*words[1:]}
    more = ["--wait"] if name in _WAITS and not waits else []
    if name in _GOTO:
        return [*words, *more, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, *more, f"{path}:{line}"]
    if name in _PLUS:
        return [*words, *more, f"+{line}", str(path)]
    return [*words, str(path)]


def _split(words: str) -> list[str]:
    """Split as a shell does; on Windows a path's backslashes are no escapes."""
    try:
        found = shlex.split(words, posix=sys.platform != "win32")
    except ValueError:
        found = words.split()
    return [word.strip('"') for word in found] if sys.platform == "win32" else found
