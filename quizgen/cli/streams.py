"""The three standard streams: there, in UTF-8, and not in the way when they are closed or full."""

import os
import sys

_STREAMS = (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))


def prepare() -> None:
    """Give each closed stream to nobody, and print any character whatever the console has.

    Without that the next file that is opened would take a closed stream's number, and what is
    said to standard error would go into it; Python's ``print`` would say it on standard output.
    """
    while (number := _nobody()) <= 2:
        os.set_inheritable(number, True)  # an editor that is started wants its streams as well
    os.close(number)
    for name, mode in _STREAMS:
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(_nobody(), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def silence() -> None:
    """Give what can no longer be written to nobody, so that ending does not fail once more."""
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                os.dup2(_nobody(), stream.fileno())


def _nobody() -> int:
    return os.open(os.devnull, os.O_RDWR)
