"""``quizgen play --submit FILE.json``: the sessions of this sitting, to be handed in."""

from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import talk
from quizgen.history import results
from quizgen.history.merge import NOBODY
from quizgen.model.counted import many
from quizgen.model.errors import FileError, QuizgenError

if TYPE_CHECKING:
    from quizgen.history.log import History
    from quizgen.sitting.sitting import Sitting


class Submission:
    """A file to be written at the end; a wrong one is said at the beginning.

    Raises:
        FileError: the file is there and is no results file, or its folder is not there.
    """

    def __init__(self, path: Path, history: "History") -> None:
        self._path = path
        self._history = history
        if path.exists():
            results.read_results(path)
        elif not path.absolute().parent.is_dir():
            raise FileError(f"{path}: there is no such folder.", fix="Name a file in one there is.")
        self._before = set(results.all_sessions(history))

    def hand_in(self, sitting: "Sitting") -> None:
        """Write what was answered: the session taken up, and those that followed from it.

        Raises:
            FileError: the file cannot be written, or was changed into something else meanwhile.
        """
        learner = sitting.session.learner
        mine = results.all_sessions(self._history, learner)
        sessions = [key for key in mine if key == sitting.session.id or key not in self._before]
        tables = results.sessions_of(self._history, sessions)
        if not tables["answers"]:
            talk(f"quizgen: nothing was answered, so {self._path} was not written.")
            return
        try:
            held = results.hand_in(self._path, tables)
        except QuizgenError as error:
            kept = "Your answers are kept: “quizgen history export -o FILE.json” writes them all."
            raise FileError(error.message, fix=f"{error.fix} {kept}".strip()) from error
        name = tables["learners"][0]["name"]
        number = many(held, "session")
        talk(f"quizgen: {self._path} now holds {number} of “{name}”; hand it in as it is.")
        if name == NOBODY:
            talk(f"  It will be filed under “{self._path.stem}”; --learner NAME says who you are.")
