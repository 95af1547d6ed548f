"""An exam in lines: no verdict before it is handed in, then one for every answer.

Answers are kept and can be changed. The end of the input hands the exam in if every
question has its answer; otherwise it stays open, and ``--resume`` goes on with it.
"""

from typing import TextIO

from quizgen.cli.lines import page
from quizgen.cli.lines.replies import response_to
from quizgen.cli.lines.session import LineSession
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Phase
from quizgen.tui.texts import _

_HELP = (
    _("- Type your answer and press Enter; it is kept, and judged when you hand in."),
    _("- :go and a number turns to that question, where you can answer anew."),
    _("- :later marks a question to come back to, :list shows how all of them stand."),
    _("- :submit hands in, :flag and a reason marks a bad question, :quit stops for now."),
)


class ExamLines(LineSession):
    """Questions in any order, all judged at the end."""

    help = _HELP

    def __init__(
        self, sitting: Sitting, source: TextIO, sink: TextIO, *, second_try: bool = False
    ) -> None:
        """An exam gives no second try, whatever ``second_try`` says: answers can be changed."""
        super().__init__(sitting, source, sink)
        for name in ("hint", "undo", "right", "easy", "why"):
            del self.commands[name]
        self.commands |= {
            "go": self._go,
            "later": self._later,
            "list": self._list,
            "submit": self._submit,
        }
        self._turned = False

    def run(self) -> None:
        """Ask until all is handed in, then judge every answer."""
        while self.sitting.phase is not Phase.DONE and not self.left:
            if self.sitting.session.unanswered or self._turned:
                self.ask()
            else:
                self.take(_("All is answered. Type :submit to hand in, or :go and a number:"))
        if self.sitting.phase is Phase.DONE:
            self._review()
        else:
            if not self.sitting.session.standing:
                self.say([_("Nothing was answered.")])
            self.say(page.left_lines(self.sitting.session))
        self.say([page.kept_line(self.sitting.history.path)])

    def ask(self) -> None:
        """Put the current question, with the time that is left."""
        self._turned = False
        if (left := self.sitting.left) is not None:
            self.say([_("- {time} left.").format(time=page.duration(left))])
        super().ask()

    def answer(self, line: str) -> None:
        """Keep the answer and turn to the next open question."""
        if self.sitting.keep_time():
            self.say([_("- Time is up: this answer came too late, the exam was handed in.")])
            return
        self.sitting.answer(response_to(self.asked, line))
        self.say([_("- Kept.")])
        self.staying = False
        if (place := self.sitting.session.next_open) is not None:
            self.sitting.go(place)

    def take(self, prompt: str) -> None:
        """Prompt for a line, unless the time is up."""
        if self.sitting.keep_time():
            self.say([_("- Time is up: the exam was handed in.")])
            return
        super().take(prompt)

    def ended(self) -> None:
        """Hand in if all is answered, else stop for now."""
        if self.sitting.session.unanswered:
            self.left = True
        else:
            self.sitting.finish()

    def _go(self, number: str) -> None:
        if not number.isdecimal() or not 1 <= int(number) <= self.sitting.total:
            self.say([_("- Say which question, from 1 to {n}.").format(n=self.sitting.total)])
            return
        self.sitting.go(int(number) - 1)
        self._turned, self.staying = True, False

    def _later(self, _rest: str) -> None:
        self.sitting.mark()
        marked = self.sitting.session.position in self.sitting.session.marked
        self.say([_("- Marked for later.") if marked else _("- Not marked any more.")])

    def _list(self, _rest: str) -> None:
        self.say(page.standing_lines(self.sitting.session))

    def _submit(self, _rest: str) -> None:
        self.sitting.finish()

    def _review(self) -> None:
        session = self.sitting.session
        for at, asked in enumerate(session.items):
            answer = session.answer_at(at)
            self.say([page.stem_line(asked, at + 1, self.sitting.total)])
            if answer is None:
                self.say([page.unanswered_line(asked)])
            else:
                self.say([page.verdict_line(asked, answer.verdict)])
            self.say(page.passage_lines(self.sitting.passages(asked), asked.question.evidence))
        self.say(page.result_lines(self.sitting.results()))
