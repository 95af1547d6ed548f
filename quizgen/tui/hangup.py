"""Ending with the terminal, also where nobody tells the app that it was closed.

The system sends its signal to the program that the terminal started. If that is a shell or
``make``, the app below it goes on without hearing of it, reading from nowhere. Every answer
is on the disk already, so it may end as that signal would have ended it.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_SECONDS = 1.0


@contextmanager
def ended_by_hangup() -> Iterator[None]:
    """While this lasts, end the process soon after its terminal is gone, if it has one."""
    hangup = getattr(signal, "SIGHUP", None)  # Windows ends such programs by itself
    done = threading.Event()
    if hangup is not None and sys.stdin is not None and sys.stdin.isatty():
        watch = (sys.stdin.fileno(), hangup, done)
        threading.Thread(target=_watch, args=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _watch(terminal: int, hangup: int, done: threading.Event) -> None:
    while not done.is_set():
        if not os.isatty(terminal):
            os.kill(os.getpid(), hangup)
            return
        time.sleep(_SECONDS)
