"""A program in a terminal of its own, watched until it has painted what it is to show.

The terminal is a pseudo-terminal of the system; nothing of the program is changed, so that
any program can be watched in the same way.
"""

import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl

from benchmarks.pairs import Work

COLUMNS, ROWS = 120, 40
_PATIENCE = 60  # seconds
_ESCAPE = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]P_^].*?(?:\x07|\x1b\\)|\x1b.", re.DOTALL)


def until_painted(command: Sequence[str], words: str, env: Mapping[str, str]) -> Work:
    """The work of starting ``command`` and waiting until ``words`` stand on its screen.

    It is killed then, so that what it does when it ends is not timed. ``env`` is added to
    this process's environment. The words must be drawn in one piece, in one style.

    The work raises:
        TimeoutError: the words did not come within a minute, or the program ended before.
    """
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    kept |= terminal | env

    def run() -> None:
        ours, its = pty.openpty()
        ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        with subprocess.Popen(
            command, stdin=its, stdout=its, stderr=its, env=kept, start_new_session=True
        ) as program:
            os.close(its)
            try:
                _watch(ours, words.encode())
            finally:
                program.kill()
                os.close(ours)

    return run


def _watch(screen: int, words: bytes) -> None:
    """Read until the words have come.

    Raises:
        TimeoutError: they did not come.
    """
    drawn, until = b"", time.monotonic() + _PATIENCE
    while words not in _ESCAPE.sub(b"", drawn):
        ready, _, _ = select.select([screen], [], [], max(0, until - time.monotonic()))
        try:
            more = os.read(screen, 65_536) if ready else b""
        except OSError:  # Linux says so where the program has ended
            more = b""
        if not more:
            raise TimeoutError(f"“{words.decode()}” was not painted: {drawn[-500:]!r}")
        drawn += more
