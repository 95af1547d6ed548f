"""What can be done once an answer is given: to ask more of the proof, to object, to edit."""

from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.widgets import Static

from quizgen.library.editors import open_at
from quizgen.model.errors import BankError, UsageError
from quizgen.model.question import Choice, Cloze, Number, Short
from quizgen.study.session import Answered
from quizgen.tui.content import literal
from quizgen.tui.screens.verdict import ShowsVerdict
from quizgen.tui.texts import _
from quizgen.tui.widgets.passage_block import passage_content

if TYPE_CHECKING:
    from collections.abc import Callable


class AfterAnswer(ShowsVerdict):
    """What the learner can do about the answer on show."""

    if TYPE_CHECKING:

        def edited(self) -> None:
            """Show the question as it reads now."""

        def kept(self, move: Callable[[], object]) -> bool:
            """Make a move; if the history cannot take it, say so and stay where we are."""

    def allows_after_answer(self, action: str) -> bool:
        """Whether one of the actions of this class makes sense for the answer on show."""
        last = self.sitting.session.last_answer
        match action:
            case "right":
                return last is not None and self._may_be_right(last)
            case "ease":
                known = last is not None and last.verdict.right and last.attempt == 1
                return known and last is not None and last.id not in self.sitting.session.eased
            case "more":
                return self._folded
            case "why":
                return last is not None and self._has_why(last)
            case "transcript":
                return self.sitting.transcript() is not None
            case _:
                return True

    def _may_be_right(self, answer: Answered) -> bool:
        """Whether it is for the learner to say that a typed answer was right all the same."""
        typed = isinstance(self.asked.question, Short | Cloze | Number)
        noted = answer.id in self.sitting.session.overridden
        return typed and not answer.verdict.right and not noted

    def _has_why(self, answer: Answered) -> bool:
        """Whether the transcript may have something on a wrong option that was chosen."""
        given = answer.response
        if answer.verdict.right or not isinstance(given, str):
            return False
        return isinstance(self.asked.question, Choice) and self.sitting.has_contrast(given)

    async def action_flag(self) -> None:
        """Note that the question is bad, and why."""
        from quizgen.tui.screens.flag import FlagScreen  # noqa: PLC0415 - seldom shown

        def note(reason: str | None) -> None:
            if reason == FlagScreen.TAKE_BACK:
                self.kept(self.sitting.unflag)
            elif reason is not None:
                self.kept(lambda: self.sitting.flag(reason))
            self.tell_noted()

        session = self.sitting.session
        await self.app.push_screen(FlagScreen(session.flagged.get(session.position)), note)

    def action_right(self) -> None:
        """Note that the answer was right all the same."""
        if self.kept(self.sitting.override):
            self.tell_noted()
            self.refresh_bindings()

    def action_ease(self) -> None:
        """Note that the answer was easy."""
        if self.kept(self.sitting.ease):
            self.tell_noted()
            self.refresh_bindings()

    def action_more(self) -> None:
        """Show or hide the sentences around the proof."""
        self.whole = not self.whole
        self.prove()

    def action_why(self) -> None:
        """Show the transcript's own words about the wrong answer that was given."""
        answer = self.sitting.session.last_answer
        if answer is None or not isinstance(answer.response, str):
            return
        line = self.query_one(".why", Static)
        found = self.sitting.contrast(answer.response)
        if found is None:
            text = literal(_("The transcript does not say more about this answer."), "dim")
        else:
            head = literal(_("About your answer, the transcript has this:"), "bold")
            text = head + literal("\n") + passage_content(found, whole=False)
        line.update(text)
        line.display = True
        self.call_after_refresh(lambda: line.scroll_visible(animate=False))

    def action_edit(self) -> None:
        """Open the question in the learner's editor, and take it as it then reads."""
        shelved = self.sitting.shelved()
        if shelved is None or shelved.read_only:
            self.notify(
                _("This bank is read-only. “quizgen edit” makes a copy that is yours."),
                markup=False,
            )
            return
        try:
            with self.app.suspend():
                open_at(shelved.path, self.sitting.line)
            self.sitting.reload()
        except SuspendNotSupported:
            self.notify(_("There is no editor here."), severity="error", markup=False)
        except (BankError, UsageError) as error:
            self.notify(str(error), severity="error", timeout=15, markup=False)
        else:
            self.edited()

    async def action_transcript(self) -> None:
        """Open the whole transcript at the proof."""
        from quizgen.tui.screens.transcript import TranscriptScreen  # noqa: PLC0415 - on demand

        transcript = self.sitting.transcript()
        if transcript is not None:
            await self.app.push_screen(TranscriptScreen(transcript, self.sitting.passages()))
