"""The keys of a session, and when each of them means something.

Before an answer a digit, a letter or an arrow marks and Enter answers; commands are
Ctrl-chords then. Single letters are commands only while a verdict or something to read is
on show.
"""

from enum import StrEnum

from textual.binding import Binding, BindingType

from quizgen.tui.texts import _


class View(StrEnum):
    """What a session shows: something to read, a question, a card turned over, a verdict."""

    READING = "reading"
    ASKING = "asking"
    REVEALED = "revealed"
    VERDICT = "verdict"


# Which views allow an action; what is not named here is always allowed.
ALLOWED: dict[str, frozenset[View]] = {
    **dict.fromkeys(
        ("answer", "pick", "letter", "move", "shift", "turn", "tick", "hint"),
        frozenset({View.ASKING}),
    ),
    **dict.fromkeys(("go_on", "next", "scroll"), frozenset({View.VERDICT, View.READING})),
    **dict.fromkeys(
        ("undo", "flag", "more", "transcript", "right", "why", "edit", "ease"),
        frozenset({View.VERDICT}),
    ),
    "reveal": frozenset({View.ASKING}),
    "grade": frozenset({View.REVEALED}),
}

TAKE_BACK = Binding(
    "ctrl+z",
    "take_back",
    _("Undo"),
    id="session.take-back",
    show=False,
    priority=True,
    tooltip=_("Take the last answer back, also from the next question"),
)

COMMANDS: list[BindingType] = [
    Binding(
        "enter", "answer", _("Answer"), id="session.answer", tooltip=_("Answer with what is marked")
    ),
    Binding(
        "enter", "go_on", _("Next"), id="session.go-on", tooltip=_("Go on to the next question")
    ),
    Binding("n,space", "next", _("Next"), id="session.next", show=False),
    Binding(
        "ctrl+t",
        "hint",
        _("Hint"),
        id="session.hint",
        priority=True,
        tooltip=_("Help a little; noted with the answer"),
    ),
    TAKE_BACK,
]

AFTER: list[BindingType] = [
    Binding(
        "o",
        "transcript",
        _("Transcript"),
        id="session.transcript",
        tooltip=_("Read the transcript at this place"),
    ),
    Binding("m", "more", _("More"), id="session.more", tooltip=_("Show or fold the words around")),
    Binding(
        "y",
        "why",
        _("Why not mine"),
        id="session.why",
        tooltip=_("What the transcript says of the answer that you gave"),
    ),
    Binding(
        "w",
        "right",
        _("I was right"),
        id="session.right",
        tooltip=_("Note that your answer was right all the same; the teacher sees it"),
    ),
    Binding("u", "undo", _("Undo"), id="session.undo", tooltip=_("Take this answer back")),
    Binding(
        "f",
        "flag",
        _("Flag"),
        id="session.flag",
        tooltip=_("Say that the question is bad, and why"),
    ),
    Binding(
        "z",
        "ease",
        _("Too easy"),
        id="session.ease",
        show=False,
        tooltip=_("Note that this was easy, so that it comes back later than others"),
    ),
    Binding(
        "e", "edit", _("Edit"), id="session.edit", tooltip=_("Open the question in your editor")
    ),
]

RESUME = Binding(
    "ctrl+l",
    "resume",
    _("Go on there"),
    id="session.resume",
    priority=True,
    tooltip=_("Go on with the session that was left before, instead of this one"),
)

LEAVE = Binding(
    "escape",
    "leave",
    _("Leave"),
    id="session.leave",
    priority=True,
    tooltip=_("Stop here; the session can be gone on with later"),
)

MARKING: list[BindingType] = [
    *[
        Binding(
            str(n + 1),
            f"pick({n})",
            _("Mark option {n}").format(n=n + 1),
            show=False,
            id=f"session.pick-{n + 1}",
        )
        for n in range(9)
    ],
    *[
        Binding(
            chr(97 + n),
            f"letter('{chr(97 + n)}')",
            _("Mark option {n}").format(n=chr(97 + n)),
            show=False,
            id=f"session.letter-{chr(97 + n)}",
        )
        for n in range(26)
        if chr(97 + n) not in "jkx"
    ],
    Binding("down,j", "move(1)", _("Mark the next"), show=False, id="session.down"),
    Binding("up,k", "move(-1)", _("Mark the one before"), show=False, id="session.up"),
    Binding(
        "space,x",
        "tick",
        _("Tick"),
        show=False,
        id="session.toggle",
        tooltip=_("Tick an option, or take hold of a line to move it"),
    ),
    Binding(
        "shift+down,J", "shift(1)", _("Move the line down"), show=False, id="session.shift-down"
    ),
    Binding("shift+up,K", "shift(-1)", _("Move the line up"), show=False, id="session.shift-up"),
    Binding("right", "turn(1)", _("Next to pair"), show=False, id="session.turn-right"),
    Binding("left", "turn(-1)", _("Last to pair"), show=False, id="session.turn-left"),
]

SCROLLING: list[BindingType] = [
    Binding("down,j", "scroll(1)", _("Scroll down"), show=False, id="session.scroll-down"),
    Binding("up,k", "scroll(-1)", _("Scroll up"), show=False, id="session.scroll-up"),
    Binding("pagedown,ctrl+d", "page(1)", _("A page down"), show=False, id="session.page-down"),
    Binding("pageup,ctrl+u", "page(-1)", _("A page up"), show=False, id="session.page-up"),
]

HELP = _(
    "Before the answer a digit, a letter or the arrows mark, and Enter answers. The verdict "
    "stays until Enter or n. Every answer is kept at once: you can leave at any time."
)
