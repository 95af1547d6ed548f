"""A bank of one's own: choose a transcript, and quizgen makes questions from it."""

import asyncio
import sys
from collections.abc import Iterable
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Static

from quizgen.library.places import bundled_transcripts, learner_questions
from quizgen.library.shelf import shelve
from quizgen.tui.content import literal
from quizgen.tui.texts import _
from quizgen.tui.widgets.key_bar import KeyBar
from quizgen.tui.widgets.menu import Menu, entry
from quizgen.tui.widgets.top_line import TopLine

_SUFFIXES = (".txt", ".vtt", ".srt", ".md", ".json", ".xml", ".html", ".htm", ".csv", ".tsv")
_FOLDERS = ("seeds", "transcripts")
_LOOSE = (".txt", ".vtt", ".srt")
_MADE = (0, 3)  # exit codes with a bank: fine, and fine but for some that want a look


class MakeScreen(Screen[None]):
    """Transcripts that lie about here, and a line for the path of any other."""

    BINDINGS = [
        Binding("tab", "app.focus_next", _("Type a path"), id="make.path"),
        Binding("escape", "app.pop_screen", _("Back"), id="make.back", tooltip=_("To the library")),
    ]
    AUTO_FOCUS = "Menu"
    HELP = _(
        "Choose a transcript: a text file in which every line of a speaker begins with a name and "
        "a colon, or one of the other forms that quizgen reads. The bank is kept in your own "
        "folder."
    )
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self) -> None:
        super().__init__()
        self.files = list(transcripts_about())
        self._busy = False

    def compose(self) -> ComposeResult:
        """Lay out the list, the line for a path, and what is said meanwhile."""
        yield TopLine(_("quizgen: make a quiz from a transcript"))
        with Vertical(classes="body"):
            yield Menu(*[entry(path.name, str(path.parent)) for path in self.files])
            yield Input(placeholder=_("Or the path of a file"), select_on_focus=False)
            with VerticalScroll(can_focus=False):
                yield Static(classes="said")
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask for a path where nothing lies about."""
        if not self.files:
            self.query_one(Menu).display = False
            self.query_one(Input).focus()

    def on_key(self, event: events.Key) -> None:
        """Whoever types at the list means the line for a path."""
        field = self.query_one(Input)
        if event.is_printable and event.character and not field.has_focus:
            event.stop()
            field.focus()
            field.insert_text_at_cursor(event.character)

    def on_option_list_option_selected(self, event: Menu.OptionSelected) -> None:
        """Make a bank from the chosen file."""
        event.stop()
        self.make(self.files[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Make a bank from the file at the path."""
        event.stop()
        if event.value.strip():
            self.make(Path(event.value.strip()).expanduser())

    def make(self, file: Path) -> None:
        """Begin, unless a bank is being made already."""
        if not self._busy:
            self._busy = True
            self.run_worker(self._make(file), exclusive=True)

    async def _make(self, file: Path) -> None:
        """Run ``quizgen generate``, so that the app stays awake and a crash is not its own."""
        target = learner_questions() / f"{file.stem}.yaml"
        said = self.query_one(".said", Static)
        said.update(literal(_("Reading {file} …").format(file=file), "dim"))
        try:
            code, text = await _run("generate", str(file), "-o", str(target))
        except OSError as error:
            code, text = 2, str(error)
        finally:
            self._busy = False
        if not self.is_attached:
            return
        if code in _MADE and target.exists():
            self._open(target)
        else:
            said.update(literal(text.strip() or _("It did not work."), "$text-error"))

    def _open(self, target: Path) -> None:
        from quizgen.tui.screens.bank import BankScreen  # noqa: PLC0415 - only after success

        shelved = shelve(target)
        if shelved.bank is not None:
            self.app.switch_screen(BankScreen(shelved))


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


def transcripts_about() -> Iterable[Path]:
    """The transcripts that come with quizgen, and the files here that may be some."""
    seen: set[Path] = set()
    here = [Path(name) for name in _FOLDERS]
    found = [*_files(Path(), _LOOSE), *(f for folder in here for f in _files(folder, _SUFFIXES))]
    for path in (*found, *_files(bundled_transcripts(), _SUFFIXES)):
        if path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def _files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    try:
        files = [path for path in folder.iterdir() if path.suffix.casefold() in suffixes]
    except OSError:
        return []
    return sorted(path for path in files if path.is_file() and path.stem != "ATTRIBUTION")
