"""What stands under a question that is answered: the verdict, what was noted, the proof."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.model.question import Choice, Open, Question
from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Answered, Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.screens.session_keys import View
from quizgen.tui.texts import _
from quizgen.tui.widgets.passage_block import PassageBlock


class ShowsVerdict(Screen[None]):
    """The part of a session's screen below the place to answer."""

    sitting: Sitting
    view: View
    whole: bool
    _folded = False

    if TYPE_CHECKING:

        @property
        def asked(self) -> Asked:
            """The question on show."""

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
            self.sitting.unplaced(),
            at_hand=self.sitting.transcript() is not None,
            whole=self.whole,
        )

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

    def reveal(self) -> None:
        """Scroll so that verdict and proof are seen, the verdict on top if there is not room."""
        if self.view is not View.VERDICT:
            return
        verdict, proof = self.query_one(".verdict", Static), self.query_one(PassageBlock)
        body = self.query_one(VerticalScroll)
        last = proof if proof.display else verdict
        top, bottom = verdict.virtual_region.y, last.virtual_region.bottom
        body.scroll_to(y=min(top, max(bottom - body.size.height, 0)), animate=False)


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
