"""How a session went: the score, by what it was lost, what was missed, and what to do next."""

from collections.abc import Iterator
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quizgen.library.passages import Unplaced
from quizgen.model.question import Response
from quizgen.sitting.results import Missed, parts_of, says
from quizgen.sitting.sitting import Sitting
from quizgen.study.grading import expected
from quizgen.study.session import Asked, Mode
from quizgen.tui.content import literal, prose
from quizgen.tui.desk import desk_of
from quizgen.tui.kinds import kind_name
from quizgen.tui.screens.scrolling import Scrolling, scrolling_keys
from quizgen.tui.sparks import spark
from quizgen.tui.texts import _, ngettext
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.passage_block import unplaced_content
from quizgen.tui.widgets.share_line import share_line
from quizgen.tui.widgets.top_line import TopLine

_SESSIONS = 10
_GROUNDS = (
    ("topic", _("By topic")),
    ("speaker", _("By speaker")),
    ("rule", _("By kind of question")),
    ("difficulty", _("By difficulty")),
)


class ResultsScreen(Scrolling):
    """The end of a session; everything in it is in the history already."""

    BINDINGS = [
        Binding(
            "r",
            "retry",
            _("Retry the missed"),
            id="results.retry",
            tooltip=_("Ask again what was wrong"),
        ),
        Binding("enter,escape,q", "leave", _("Done"), id="results.leave", tooltip=_("Back")),
        Binding(
            "d",
            "details",
            _("Details"),
            id="results.details",
            tooltip=_("By topic, speaker, kind of question and difficulty"),
        ),
        *scrolling_keys("results"),
    ]
    HELP = _("The score counts first tries. It is kept already; nothing is lost by leaving.")
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.results = sitting.results()

    def compose(self) -> ComposeResult:
        """Lay out the score, its parts, the missed ones and the way on."""
        yield TopLine(_("quizgen: how it went"))
        with VerticalScroll(classes="body", can_focus=False):
            yield Static(self._score(), classes="score")
            yield Static(Content("\n\n").join(self._parts()), classes="parts")
            yield from self._review()
            yield Static(
                literal(_("The score is kept. Make your own: press n in the library.")),
                classes="quiet",
            )
        yield KeyBar()

    def _review(self) -> Iterator[Static]:
        """What was missed; of an exam every question, in the order of the paper."""
        session = self.sitting.session
        if session.mode is not Mode.EXAM:
            for missed in self.results.missed:
                yield Static(self._missed(missed), classes="missed")
            return
        for at, asked in enumerate(session.items):
            answer = session.answer_at(at)
            if answer is None:
                yield Static(self._open(asked), classes="open")
            elif answer.verdict.right:
                yield Static(self._asked(asked, []), classes="right")
            else:
                yield Static(self._missed(Missed(asked, answer)), classes="missed")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Retry only where something was missed, details only where there are some."""
        if action == "details":
            return any(parts_of(self.sitting.session, ground) for ground, _title in _GROUNDS)
        return action != "retry" or bool(self.results.missed)

    def _score(self) -> Content:
        score = self.results.score
        unanswered = len(self.results.not_answered)
        text = _("{right} of {answered} right").format(right=score.right, answered=score.answered)
        if not score.answered:
            text = _("Nothing was answered")
        beside = []
        if unanswered:
            said = ngettext("{n} of {all} not answered", "{n} of {all} not answered", unanswered)
            beside.append(said.format(n=unanswered, all=score.total))
        if score.again:
            said = ngettext("{n} taken back", "{n} taken back", score.again)
            beside.append(said.format(n=score.again))
        if score.overridden:
            beside.append(_("{n} you hold to be right").format(n=score.overridden))
        if score.flagged:
            beside.append(
                ngettext("{n} flagged", "{n} flagged", score.flagged).format(n=score.flagged)
            )
        line = literal(text + (f"  ({', '.join(beside)})" if beside else ""))
        return line + self._before()

    def _before(self) -> Content:
        """The sessions before, where this one was about one bank."""
        session, history = self.sitting.session, desk_of(self).history
        banks = {asked.bank for asked in session.items}
        if len(banks) != 1:
            return literal("")
        scores = history.scores(session.learner, banks.pop(), count=_SESSIONS)
        before = [one for one in scores if one.session != session.id]
        if not before:
            return literal("")
        last = _("last time {right} of {answered}").format(
            right=before[-1].right, answered=before[-1].answered
        )
        line = spark([one.right / one.answered for one in scores])
        return literal(f"  · {last}  {line}", "not bold dim")

    def _parts(self) -> Iterator[Content]:
        for ground, title in _GROUNDS:
            parts = parts_of(self.sitting.session, ground)
            width = self.app.size.width
            if parts:
                name = kind_name if ground == "rule" else str
                lines = [
                    share_line(name(part.name), part.right, part.answered, width=width)
                    for part in parts
                ]
                yield Content("\n").join([literal(title, "bold"), *lines])

    def _missed(self, missed: Missed) -> Content:
        given = _given(missed.answer.response, self.sitting.session.mode)
        lines = [] if given is None else [literal("✗ ", "$text-error") + prose(given)]
        return self._asked(missed.asked, lines)

    def _open(self, asked: Asked) -> Content:
        return self._asked(asked, [literal(_("not answered"), "dim")])

    def _asked(self, asked: Asked, lines: list[Content]) -> Content:
        """A question with its answer, and the words that prove it unless they are there already."""
        question = asked.question
        answer = expected(question)
        passage = next(iter(self.sitting.passages(asked)), None)
        proof = passage.proof if passage else " … ".join(question.evidence)
        parts = [prose(question.stem, "bold")]
        if question.quote and not says(proof, question.quote):
            parts.append(prose(question.quote, "dim"))
        parts += lines
        parts.append(literal("✓ ", "$text-success") + prose(answer))
        if self._unproved(asked):
            parts.append(unplaced_content(Unplaced(proof), at_hand=True))
        elif proof and not says(f"{question.stem} {answer}", proof):
            parts.append(prose(proof, "dim"))
        return Content("\n").join(parts)

    def _unproved(self, asked: Asked) -> bool:
        """Whether the transcript holds nothing of what the bank quotes from it."""
        sitting = self.sitting
        if sitting.transcript(asked) is None or sitting.passages(asked):
            return False
        return any(quoted.line is None for quoted in sitting.unplaced(asked))

    def action_details(self) -> None:
        """Show or hide the score by topic and so on."""
        parts = self.query_one(".parts", Static)
        parts.toggle_class("-shown")
        parts.scroll_visible(animate=False)

    def action_retry(self) -> None:
        """Ask the missed ones again."""
        desk_of(self).begin(self.sitting.again, instead=True)

    def action_leave(self) -> None:
        """Back to where the session was started from."""
        self.app.pop_screen()


def _given(response: Response, mode: Mode) -> str | None:
    """What was answered, as far as it says something."""
    if mode is Mode.CARDS:
        return None
    return response if isinstance(response, str) else "; ".join(response)
