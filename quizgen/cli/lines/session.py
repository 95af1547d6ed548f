"""The loop of line mode: ask, read a line, write the answer down, say what became of it."""

from collections.abc import Iterable
from typing import TextIO

from quizgen.cli.lines import page
from quizgen.cli.lines.replies import response_to
from quizgen.model.question import TrueFalse
from quizgen.sitting.sitting import Sitting
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked, Phase
from quizgen.tui.texts import _


class LineSession:
    """One sitting over two streams. ``run`` plays it to its end or to the end of input."""

    help: tuple[str, ...] = page.HELP

    def __init__(
        self, sitting: Sitting, source: TextIO, sink: TextIO, *, second_try: bool = False
    ) -> None:
        """``second_try`` asks once more after a wrong answer, where that is fair."""
        self.sitting = sitting
        self._second_try = second_try
        self._missed_at_first: Verdict | None = None
        self._source = source
        self._sink = sink
        self.left = False
        self.staying = False
        self.commands = {
            "hint": self._hint,
            "undo": self._undo,
            "right": self._right,
            "easy": self._easy,
            "flag": self._flag,
            "why": self._why,
            "quit": self._quit,
            "help": self._help,
        }
        self._last: tuple[Asked, str] | None = None

    def run(self) -> None:
        """Ask until the session is over, then print the results."""
        while self.sitting.phase is not Phase.DONE and not self.left:
            self.ask()
        if self._missed_at_first:  # it is kept, and every answer kept has its line
            self.say([page.verdict_line(self.asked, self._missed_at_first)])
        self.say(page.result_lines(self.sitting.results()))
        if self.sitting.phase is not Phase.DONE:
            self.say(page.left_lines(self.sitting.session))
        self.say([page.kept_line(self.sitting.history.path)])

    @property
    def asked(self) -> Asked:
        """The item that is being asked."""
        asked = self.sitting.current
        assert asked is not None
        return asked

    def ask(self) -> None:
        """Put the current question, and leave with it answered, exchanged or given up."""
        asked = self.asked
        if exchange := self.sitting.reading():
            self.say(page.reading_lines(exchange))
        place = (self.sitting.position, self.sitting.total)
        self.say(page.question_lines(asked, *place, with_options=self.shows_options(asked)))
        self.sitting.shown()
        self.staying = True
        while self.staying and self.sitting.phase is not Phase.DONE and not self.left:
            self.take(self.prompt(asked))

    def shows_options(self, asked: Asked) -> bool:
        """Whether the options stand under the question."""
        return True

    def prompt(self, asked: Asked) -> str:
        """What to type, in one line."""
        return page.prompt(asked)

    def take(self, prompt: str) -> None:
        """Prompt for a line and do what it says."""
        self.say([prompt])
        line = self._source.readline()
        if not line:  # the end of the input; an empty line still has its line break
            self.ended()
        elif line.strip().startswith(":"):
            self._command(line.strip()[1:])
        elif line.strip():
            self.answer(line)

    def ended(self) -> None:
        """Stop: there is no more input."""
        self.left = True

    def answer(self, line: str) -> None:
        """Judge a line as the answer, and go on; one line says so, by what the first try was."""
        asked = self.asked
        response = response_to(asked, line)
        verdict = self.sitting.answer(response)
        if self._second_try and self.sitting.may_retry:
            self._missed_at_first = verdict
            self.sitting.retry()
            self.say([page.once_more_line(asked, response)])
            return
        self.say([page.verdict_line(asked, verdict, second=self._missed_at_first is not None)])
        self._missed_at_first = None
        if isinstance(response, str) and not isinstance(asked.question, TrueFalse):
            self.say(page.because_lines(asked.question, response))
        self.say(page.passage_lines(self.sitting.passages(), asked.question.evidence))
        self._last = None if verdict.right or not isinstance(response, str) else (asked, response)
        self.staying = False
        self.sitting.advance()

    def _command(self, words: str) -> None:
        name, _, rest = words.strip().partition(" ")
        command = self.commands.get(name.casefold(), self._unknown)
        command(rest.strip())

    def _hint(self, _rest: str) -> None:
        self.say([page.hint_line(self.sitting.hint())])

    def _undo(self, _rest: str) -> None:
        if not self.sitting.can_undo:
            self.say([_("- There is no answer to take back yet.")])
            return
        self.sitting.undo()
        self.staying = False
        self._missed_at_first = None
        self.say([_("- Taken back. Here is the question again.")])

    def _right(self, _rest: str) -> None:
        if not self.sitting.can_undo:
            self.say([_("- There is no answer yet.")])
            return
        self.sitting.override()
        self.say([_("- Noted: you hold your last answer to be right.")])

    def _easy(self, _rest: str) -> None:
        if not self.sitting.can_undo:
            self.say([_("- There is no answer yet.")])
            return
        self.sitting.ease()
        self.say([_("- Noted: your last answer was easy to give.")])

    def _flag(self, reason: str) -> None:
        self.sitting.flag(reason)
        self.say([_("- Noted: this question is flagged.")])

    def _why(self, _rest: str) -> None:
        """Say what the transcript has about the wrong answer that was given last."""
        found = self._last and self.sitting.contrast(self._last[1], self._last[0])
        if found:
            self.say([_("- About your answer, the transcript has this:")])
            self.say(page.passage_lines([found], ()))
        else:
            self.say([_("- The transcript does not say more about your last answer.")])

    def _quit(self, _rest: str) -> None:
        self.left = True

    def _help(self, _rest: str) -> None:
        self.say(self.help)

    def _unknown(self, _rest: str) -> None:
        self.say([_("- There is no such command."), *self.help])

    def say(self, lines: Iterable[str]) -> None:
        """Print lines, at once."""
        for line in lines:
            print(line, file=self._sink)
        self._sink.flush()
