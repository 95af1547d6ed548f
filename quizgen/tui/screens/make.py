"""A bank of one's own: choose a transcript, and quizgen makes questions from it."""

import asyncio
import os
import sys
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from quizgen.library.choosing import bank_for, completed, meant
from quizgen.library.shelf import shelve
from quizgen.tui.content import literal
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine

_MADE = (0, 3)  # exit codes with a bank: fine, and fine but for some that want a look


class MakeScreen(Screen[None]):
    """Transcripts that lie about here, and a line for the path of any other."""

    BINDINGS = [
        Binding(
            "tab",
            "complete",
            _("Complete"),
            id="make.path",
            priority=True,
            tooltip=_("Complete the path as far as it is clear; else go to the list or back"),
        ),
        Binding("escape", "app.pop_screen", _("Back"), id="make.back", tooltip=_("To the library")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _(
        "Choose a transcript: a text file in which every line of a speaker begins with a name and "
        "a colon, or one of the other forms that quizgen reads. Type words of its name, or a path: "
        "the list follows, and Enter opens a folder. The bank is kept in your own folder."
    )
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self) -> None:
        super().__init__()
        self.files: list[Path] = []
        self._busy = False

    def compose(self) -> ComposeResult:
        """Lay out the list, the line for a path, and what is said meanwhile."""
        yield TopLine(_("quizgen: make a quiz from a transcript"))
        with Vertical(classes="body"):
            yield Input(placeholder=_("Type words of a name, or a path"), select_on_focus=False)
            yield Static(classes="said")
            yield Menu()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is about; ask for a path where nothing is."""
        self._fill()
        if not self.files:
            self.query_one(Input).focus()

    def _fill(self) -> None:
        """List what the line for a path may mean."""
        self.files = meant(self.query_one(Input).value)
        self.query_one(Menu).put(_row(path) for path in self.files)

    def on_key(self, event: events.Key) -> None:
        """Whoever types at the list means the line for a path."""
        field = self.query_one(Input)
        if event.is_printable and event.character and not field.has_focus:
            event.stop()
            field.focus()
            field.insert_text_at_cursor(event.character)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Follow what is typed."""
        event.stop()
        self.query_one(".said", Static).update("")
        self._fill()

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Make a bank from the chosen file, or look into the chosen folder."""
        event.stop()
        self._take(self.files[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the file or the folder at the path, or the only one that can be meant."""
        event.stop()
        typed = event.value.strip()
        path = Path(typed).expanduser()
        if typed and path.exists():
            self._take(path)
        elif len(self.files) == 1:
            self._take(self.files[0])
        elif self.files:
            self.query_one(Menu).focus()
        else:
            text = _("There is no transcript “{path}”, and nothing that begins so.")
            self._say(text.format(path=typed), "$text-warning")

    def action_complete(self) -> None:
        """Complete what is typed; if nothing can be added, go to the list or back."""
        field, menu = self.query_one(Input), self.query_one(Menu)
        if not field.has_focus:
            field.focus()
            return
        longer = completed(field.value)
        if field.value and longer != field.value:
            self._type(longer)
        elif self.files:
            menu.focus()

    def _type(self, path: str) -> None:
        field = self.query_one(Input)
        field.value = path
        field.cursor_position = len(path)

    def _take(self, path: Path) -> None:
        if path.is_dir():
            self._type(f"{path}{os.sep}".replace(os.sep * 2, os.sep))
        else:
            self.make(path)

    def _say(self, text: str, style: str) -> None:
        self.query_one(".said", Static).update(literal(text, style))

    def make(self, file: Path) -> None:
        """Begin, unless a bank is being made already."""
        if not self._busy:
            self._busy = True
            self.run_worker(self._make(file), exclusive=True)

    async def _make(self, file: Path) -> None:
        """Run ``quizgen generate``, so that the app stays awake and a crash is not its own."""
        target = bank_for(file)
        self._say(_("Reading {file} …").format(file=file), "dim")
        try:
            code, text = await _run("generate", str(file), "-o", str(target))
        except OSError as error:
            code, text = 2, str(error)
        finally:
            self._busy = False
        if not self.is_attached:
            return
        if code in _MADE and target.exists():
            self._open(file, target)
        else:
            self._say(_plain(text) or _("It did not work."), "$text-error")

    def _open(self, file: Path, target: Path) -> None:
        from quizgen.tui.screens.bank import BankScreen  # noqa: PLC0415 - only after success

        shelved = shelve(target)
        if shelved.bank is not None:
            made = _("✓ Made of {file}, and kept in {target}").format(file=file, target=target)
            self.app.switch_screen(BankScreen(shelved, news=made))


def _plain(said: str) -> str:
    """What ``quizgen generate`` said, without what concerns the command line alone."""
    lines = said.strip().removeprefix("quizgen: ").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("--"))


def _row(path: Path) -> Content:
    """A file with its folder, or a folder."""
    folder = _("in this folder") if path.parent == Path() else str(path.parent)
    return entry(f"{path.name}{os.sep if path.is_dir() else ''}", folder, room=False)


async def _run(*words: str) -> tuple[int, str]:
    """Run a verb of quizgen; its exit code and what it says."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "quizgen",
        *words,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _out, said = await process.communicate()
    return process.returncode or 0, said.decode("utf-8", "replace")
