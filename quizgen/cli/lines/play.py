"""Line mode over the standard streams: the loop that suits the mode of a session."""

import sys

from quizgen.cli.lines.session import LineSession
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Mode


def play_lines(sitting: Sitting, *, second_try: bool = False) -> None:
    """Play ``sitting`` over the standard streams."""
    if hasattr(sys.stdin, "reconfigure"):
        encoding = None if sys.stdin.isatty() else "utf-8"
        sys.stdin.reconfigure(encoding=encoding or sys.stdin.encoding, errors="replace")
    loop = lines_for(sitting.session.mode)
    loop(sitting, sys.stdin, sys.stdout, second_try=second_try).run()


def lines_for(mode: Mode) -> type[LineSession]:
    """The loop for a mode."""
    match mode:
        case Mode.EXAM:
            from quizgen.cli.lines.exam import ExamLines

            return ExamLines
        case Mode.CARDS:
            from quizgen.cli.lines.cards import CardLines

            return CardLines
        case _:
            return LineSession
