"""What stands beside a question: where one is, a hint, what an answer lacks, news from before."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from quizgen.sitting.sitting import Sitting
from quizgen.study.session import Asked
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.opened import News
from quizgen.tui.screens.session_keys import View
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.answers.area import AnswerArea
from quizgen.tui.widgets.top_line import TopLine

_ROOMY = 18  # lines of a window in which the question need not stand at the top

if TYPE_CHECKING:
    from collections.abc import Callable


class Asides(Screen[None]):
    """The part of a session's screen that helps before an answer is given."""

    sitting: Sitting
    view: View
    news: News | None = None
    helped = False

    if TYPE_CHECKING:

        @property
        def asked(self) -> Asked:
            """The question on show."""

        @property
        def area(self) -> AnswerArea:
            """Where the current question is answered."""

        def kept(self, move: Callable[[], object]) -> bool:
            """Make a move; if the history cannot take it, say so and stay where we are."""

    def head(self) -> None:
        """Say where one is."""
        head = self.query_one(TopLine)
        topic = self.asked.question.topic if self.view is View.VERDICT else None
        head.put(topic or self._place())
        head.count(self.sitting.position, self.sitting.total, done=self.sitting.answered)

    def _place(self) -> str:
        """The bank, and at the first question how much of it the session asks."""
        shelved, total = self.sitting.shelved(), self.sitting.total
        words = [shelved.title] if shelved else []
        if self.sitting.position == 1 and self.sitting.offered > total:
            number = _("{n} of {all} questions").format(n=total, all=self.sitting.offered)
            words.insert(0, number)
        return " · ".join(words) or _("quizgen")

    def tell_news(self) -> list[str]:
        """Say at the first question what there is to say of the time before; what to display."""
        said = [literal(line, "$text-warning") for line in self.news.lines] if self.news else []
        said += [literal(line, "dim") for line in self._left_out()]
        self.query_one(".news", Static).update(Content("\n").join(said))
        return ["news"] if said else []

    def _left_out(self) -> Iterator[str]:
        """Why not all questions are asked, where nobody wished for fewer."""
        number = self.sitting.spoilt
        roomy = self.app.size.height >= _ROOMY
        if self.sitting.position == 1 and number and roomy:
            text = ngettext(
                "{n} question is left out: it would give an answer away, or is like another.",
                "{n} questions are left out: they would give answers away, or are like others.",
                number,
            )
            yield text.format(n=number)

    def allows_aside(self, action: str) -> bool | None:
        """Whether there is a hint that was not shown yet, or a session to go on with."""
        if action == "hint":
            return True if self.sitting.has_hint and not self.helped else None
        return self.news is not None and self.news.resume is not None

    def action_resume(self) -> None:
        """Go on with the session that was left, instead of this one."""
        if self.news is not None and self.news.resume is not None:
            desk_of(self).begin(self.news.resume, instead=True)

    def action_hint(self) -> None:
        """Show a hint."""
        found = []
        if not self.kept(lambda: found.append(self.sitting.hint())) or found[0] is None:
            return
        self.helped = True
        self.refresh_bindings()
        if found[0].struck is not None:
            self.area.strike(found[0].struck)
            return
        self._say(".hint", _("Hint: {hint}").format(hint=found[0].text))

    def tell_missing(self) -> None:
        """Say what an answer still lacks, where the verdict will stand."""
        self._say(".verdict", self.area.incomplete(), "$text-warning")

    def on_answer_area_changed(self, event: AnswerArea.Changed) -> None:
        """What was missing may be there now."""
        event.stop()
        if self.view is View.ASKING:
            self.query_one(".verdict", Static).update("")

    def _say(self, name: str, text: str, style: str = "") -> None:
        line = self.query_one(name, Static)
        line.update(prose(text, style))
        line.display = True
        body = self.query_one(VerticalScroll)
        self.call_after_refresh(lambda: body.scroll_to_widget(line, animate=False))
