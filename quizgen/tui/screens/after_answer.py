"""What can be seen and done once an answer is given: the proof, and all that one may say of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.library.editors import open_at
from quizgen.model.errors import BankError, UsageError
from quizgen.model.question import Choice, Cloze, Number, Open, Question, Short
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Answered, Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.screens.session_keys import View
from quizgen.tui.texts import _
from quizgen.tui.widgets.passage_block import PassageBlock, passage_content

if TYPE_CHECKING:
    from collections.abc import Callable


class AfterAnswer(Screen[None]):
    """The half of a session's screen that is about the answer on show."""

    sitting: Sitting
    view: View
    whole: bool
    _folded = False

    if TYPE_CHECKING:

        @property
        def asked(self) -> Asked:
            """The question on show."""

        def edited(self) -> None:
            """Show the question as it reads now."""

        def kept(self, move: Callable[[], object]) -> bool:
            """Make a move; if the history cannot take it, say so and stay where we are."""

    def show_verdict(self, answer: Answered) -> None:
        """Say the verdict; the page is laid out anew only where it needs more than its line."""
        verdict = self.query_one(".verdict", Static)
        content = verdict_content(self.asked.question, answer)
        verdict.update(content, layout=content.cell_length > verdict.content_size.width)

    def show_proof(self, answer: Answered) -> list[str]:
        """Fill the parts that tell why; the names of those to display."""
        question = self.asked.question
        parts = list(self.proving)
        because = _because(question, answer)
        if because or question.explanation:
            parts.append("explanation")
            texts = [prose(text) for text in (because, question.explanation) if text]
            self.query_one(".explanation", Static).update(Content("\n\n").join(texts))
        self.prove()
        return parts

    @property
    def proving(self) -> list[str]:
        """What is displayed of the proof: nothing where the question quotes no words."""
        return ["PassageBlock"] if self.asked.question.evidence else []

    def prove(self) -> None:
        """Show the proving words, folded or with all that is around them."""
        self._folded = self.query_one(PassageBlock).put(
            self.sitting.passages(),
            self.sitting.unfound(),
            at_hand=self.sitting.transcript() is not None,
            whole=self.whole,
        )

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

    def tell_noted(self) -> None:
        """Say under the question what the learner has noted of it and of the answer on show.

        A toast would cover the proof, and be gone when somebody looks again.
        """
        line = self.query_one(".noted", Static)
        said = list(self._noted())
        line.update(literal("\n".join(said), "$text-warning"))
        line.display = bool(said)

    def _noted(self) -> Iterator[str]:
        session = self.sitting.session
        if (reason := session.flagged.get(session.position)) is not None:
            yield _("⚑ You flagged this question: {reason}").format(reason=reason)
        answer = session.last_answer
        if self.view is not View.VERDICT or answer is None:
            return
        if answer.id in session.overridden:
            yield _("You hold your answer to be right; the teacher sees it.")
        if answer.id in session.eased:
            yield _("You found this easy: it comes back later.")

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


def verdict_content(question: Question, answer: Answered) -> Content:
    """The verdict in words, with its symbol, and the right answer where that was not given.

    It brings its colour along: a class of its own would look the style sheet up anew.
    """
    style = "$text-success" if answer.verdict.right else "$text-error"
    expected = answer.verdict.expected
    if isinstance(question, Open):
        said = _("✓ Noted – compare it with this: {answer}") if expected else _("✓ Noted")
        return prose(said.format(answer=expected), style)
    if answer.verdict.right and answer.verdict.misspelt:
        return prose(_("✓ Right – only it is spelt {answer}").format(answer=expected), style)
    if answer.verdict.right:
        return literal(_("✓ Right"), style)
    rest = _(" – the answer is {answer}").format(answer=expected)
    return literal(_("✗ Wrong"), style) + prose(rest, style)


def _because(question: Question, answer: Answered) -> str | None:
    """Why the chosen option is wrong, where the bank says so."""
    if isinstance(question, Choice):
        return next((one.because for one in question.wrong if one.text == answer.response), None)
    return None
