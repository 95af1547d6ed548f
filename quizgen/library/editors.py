"""How to open an editor at a line of a file, and wait until it is closed."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from quizgen.model.errors import UsageError

_PLUS = ("vi", "vim", "nvim", "gvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe",
         "jed", "ne", "mcedit", "gedit", "kate", "editor", "sensible-editor")  # fmt: skip
_GOTO = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
_COLON = ("hx", "helix", "subl", "sublime_text", "zed")
_IN_TERMINAL = ("vi", "vim", "nvim", "nano", "pico", "micro", "kak", "joe", "jed", "ne", "mcedit",
                "hx", "helix", "editor", "sensible-editor")  # fmt: skip
_WAITS = (*_GOTO, "subl", "sublime_text", "zed", "gedit")

_SYSTEM = ("sensible-editor", "editor", "nano", "vim", "vi")


def open_at(path: Path, line: int) -> str:
    """Open the user's editor at a line, wait until it is closed; what went wrong with it, if so.

    Raises:
        UsageError: there is no editor, or it cannot be started here.
    """
    chosen = editor()
    _refuse_without_terminal(chosen, f"{path}:{line}")
    words = command(chosen, path, line)
    try:
        done = subprocess.run(words, check=False)  # noqa: S603 - it is the user's own editor
    except OSError as error:
        raise UsageError(
            f"the editor “{words[0]}” cannot be started: {error.strerror or error}.",
            fix="Name another: EDITOR=nano quizgen edit BANK",
        ) from error
    return f"the editor “{words[0]}” ended with {done.returncode}." if done.returncode else ""


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


def _refuse_without_terminal(words: list[str], place: str) -> None:
    """Stop before an editor starts that would wait for keys which nobody can press.

    Raises:
        UsageError: the editor draws in a terminal, and there is none.
    """
    if _name(words) in _IN_TERMINAL and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            f"the editor “{words[0]}” needs a terminal, and there is none here.",
            fix=f"Open {place} yourself, or name an editor with a window: EDITOR='code --wait'",
        )


def command(words: list[str], path: Path, line: int) -> list[str]:
    """The whole command that opens ``path`` at ``line`` with the editor ``words``."""
    name = _name(words)
    waits = {"--wait", "-w", "-W"} & {*words[1:]}
    more = ["--wait"] if name in _WAITS and not waits else []
    if name in _GOTO:
        return [*words, *more, "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*words, *more, f"{path}:{line}"]
    if name in _PLUS:
        return [*words, *more, f"+{line}", str(path)]
    return [*words, str(path)]


def _name(words: list[str]) -> str:
    return Path(words[0]).name.lower().removesuffix(".exe").removesuffix(".cmd")


def _split(words: str) -> list[str]:
    """Split as a shell does; on Windows a path's backslashes are no escapes."""
    try:
        found = shlex.split(words, posix=sys.platform != "win32")
    except ValueError:
        found = words.split()
    return [word.strip('"') for word in found] if sys.platform == "win32" else found
