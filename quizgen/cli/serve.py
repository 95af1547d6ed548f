"""Open quizgen in a browser on this machine, for those who have no terminal at hand.

Everyone who opens the page is asked for a name; a history is kept for each. The page is
offered to this machine alone. Wants the extra “serve”: pip install "quizgen[serve]".
"""

import argparse
import shlex
import sys

from quizgen.cli.verb import talk

EXAMPLE = "quizgen serve --port 8000"
LOOPBACK = "127.0.0.1"
_LAST_PORT = 65_535


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``serve`` understands."""
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="N", help="the port to listen on (8000)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until stopped."""
    from quizgen.model.errors import UsageError

    try:
        from textual_serve.server import Server
    except ImportError as error:
        raise UsageError(
            "serving needs the package “textual-serve”, which is not installed.",
            fix='Install it with quizgen: pip install "quizgen[serve]".',
        ) from error
    _need_free(arguments.port)
    talk(f"quizgen: open http://{LOOPBACK}:{arguments.port} in a browser; Ctrl-C stops.")
    Server(served_command(), host=LOOPBACK, port=arguments.port, title="quizgen").serve()
    return 0


def served_command() -> str:
    """The command that a visitor's page runs."""
    words = [sys.executable, "-m", "quizgen", "--ask-name"]
    return shlex.join(words)


def _need_free(port: int) -> None:
    """Say at once if another program listens on the port."""
    import socket

    from quizgen.model.errors import UsageError

    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            raise UsageError(
                f"port {port} cannot be used: {error.strerror}.", fix="Name another one by --port."
            ) from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is no port")
    return int(text)
