"""The loop of line mode: ask, read a line, write the answer down, say what became of it."""

import sys
from collections.abc import Iterable
from typing import TextIO

from quizgen.cli.lines import page
from quizgen.cli.lines.replies import response_to
from quizgen.model.question import TrueFalse
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Phase


class LineSession:
    """One sitting over two streams. ``run`` plays it to its end or to the end of input."""

    def __init__(self, sitting: Sitting, source: TextIO, sink: TextIO) -> None:
        self._sitting = sitting
        self._source = source
        self._sink = sink
        self._left = False
        self._commands = {
            "hint": self._hint,
            "undo": self._undo,
            "right": self._right,
            "flag": self._flag,
            "quit": self._quit,
            "help": self._help,
        }

    def run(self) -> None:
        """Ask until the session is over, then print the results."""
        while self._sitting.phase is not Phase.DONE and not self._left:
            self._ask()
        self._say(page.result_lines(self._sitting.results()))
        self._say([f"- Kept in {self._sitting.history.path}"])

    def _ask(self) -> None:
        """Put the current question, and leave with it answered, exchanged or given up."""
        asked = self._sitting.current
        assert asked is not None
        if exchange := self._sitting.reading():
            self._say(page.reading_lines(exchange))
        self._say(page.question_lines(asked, self._sitting.position, self._sitting.total))
        self._sitting.shown()
        while self._sitting.current is asked and not self._left:
            self._say([page.prompt(asked)])
            self._take(self._source.readline())

    def _take(self, line: str) -> None:
        if not line:  # the end of the input; an empty line still has its line break
            self._left = True
        elif line.strip().startswith(":"):
            self._command(line.strip()[1:])
        elif line.strip():
            self._answer(line)

    def _answer(self, line: str) -> None:
        asked = self._sitting.current
        assert asked is not None
        response = response_to(asked, line)
        verdict = self._sitting.answer(response)
        self._say([page.verdict_line(asked, verdict)])
        if isinstance(response, str) and not isinstance(asked.question, TrueFalse):
            self._say(page.because_lines(asked.question, response))
        self._say(page.passage_lines(self._sitting.passages(), asked.question.evidence))
        self._sitting.advance()

    def _command(self, words: str) -> None:
        name, _, rest = words.strip().partition(" ")
        command = self._commands.get(name.casefold(), self._unknown)
        command(rest.strip())

    def _hint(self, _: str) -> None:
        self._say([page.hint_line(self._sitting.hint())])

    def _undo(self, _: str) -> None:
        if not self._sitting.can_undo:
            self._say(["- There is no answer to take back yet."])
            return
        self._sitting.undo()
        self._say(["- Taken back. Here is the question again."])

    def _right(self, _: str) -> None:
        if not self._sitting.can_undo:
            self._say(["- There is no answer yet."])
            return
        self._sitting.override()
        self._say(["- Noted: you hold your last answer to be right."])

    def _flag(self, reason: str) -> None:
        self._sitting.flag(reason)
        self._say(["- Noted: this question is flagged."])

    def _quit(self, _: str) -> None:
        self._left = True

    def _help(self, _: str) -> None:
        self._say(page.HELP)

    def _unknown(self, _: str) -> None:
        self._say(["- There is no such command.", *page.HELP])

    def _say(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(line, file=self._sink)
        self._sink.flush()


def play_lines(sitting: Sitting) -> None:
    """Play ``sitting`` over the standard streams."""
    if hasattr(sys.stdin, "reconfigure"):
        encoding = None if sys.stdin.isatty() else "utf-8"
        sys.stdin.reconfigure(encoding=encoding or sys.stdin.encoding, errors="replace")
    LineSession(sitting, sys.stdin, sys.stdout).run()
