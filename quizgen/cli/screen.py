"""Whether there is a screen to draw on."""

import os
import sys


def wants_lines() -> bool:
    """Whether the session should run line by line: no terminal, or one that cannot draw."""
    if os.environ.get("TERM") == "dumb":
        return True
    return not (sys.stdin and sys.stdin.isatty() and sys.stdout and sys.stdout.isatty())
