"""Make banks for ``generate``, one or several, and tell what became of each."""

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from quizgen.cli.made import silent, tell
from quizgen.cli.verb import show, talk
from quizgen.files.text import of_bytes, read
from quizgen.generate.delivery import deliver, fetch, refuse_other_source
from quizgen.generate.job import Job, Made, NoQuestionsError, Wishes, do
from quizgen.model.errors import EXIT_FINE, EXIT_FOUND, EXIT_NEEDS_A_LOOK, QuizgenError

TYPE_CHECKING = False
if TYPE_CHECKING:  # a single bank needs no crew
    from quizgen.generate.crew import Outcome


def words_of(arguments: argparse.Namespace) -> str | None:
    """The text of the wording file that the command line names, if it names one.

    Raises:
        FileError: the wording file cannot be read.
        RuleError: something in it is wrong.
    """
    if not arguments.wording:
        return None
    from quizgen.rules.wording_file import read_wording

    text = read(arguments.wording).text
    read_wording(arguments.wording, text)  # once here, not as the failure of every transcript
    return text


def wishes_of(arguments: argparse.Namespace, words: str | None, folder: Path) -> Wishes:
    """What the command line asks for, for banks in ``folder``; ``words`` are ``words_of`` it."""
    wording = None
    if words is not None:  # typed as seen from here, kept as seen from the bank
        wording = Path(os.path.relpath(arguments.wording, folder)).as_posix()
    return Wishes(
        count=arguments.count,
        seed=arguments.seed,
        rules=arguments.rules,
        without=arguments.without,
        wording=wording,
        words=words,
        language=arguments.language,
        restore=arguments.restore,
        yes=arguments.yes,
        force=arguments.force,
    )


def make(file: Path, target: Path, arguments: argparse.Namespace) -> int:
    """Make the bank ``target`` from the transcript ``file``, and tell it; the exit code."""
    job = fetch(file, target, wishes_of(arguments, words_of(arguments), target.parent))
    try:
        return _finish(job, do(job), arguments)
    except NoQuestionsError as error:
        raise silent(error, verbose=arguments.verbose) from error


def make_several(
    pairs: Sequence[tuple[Path, Path]],
    arguments: argparse.Namespace,
    failed: Callable[[QuizgenError], int],
) -> int:
    """Make several banks, told in the order of ``pairs``; the worst exit code.

    ``failed`` tells of one that could not be made, and gives its exit code.
    """
    from quizgen.cli.workers import crew_here

    words = words_of(arguments)
    come: dict[Path, Outcome | QuizgenError] = {}

    def jobs() -> Iterator[Job]:
        for file, target in pairs:
            try:
                yield fetch(file, target, wishes_of(arguments, words, target.parent))
            except QuizgenError as error:
                come[target] = error

    def told(outcome: "Outcome | QuizgenError") -> int:
        try:
            if isinstance(outcome, QuizgenError):
                raise outcome
            return _finish(outcome.job, outcome.result(), arguments)
        except NoQuestionsError as error:
            return failed(silent(error, verbose=arguments.verbose))
        except QuizgenError as error:
            return failed(error)

    team = crew_here(min(arguments.jobs or 1, len(pairs)))
    code = 0
    with closing(team.run(jobs())) as outcomes:
        for _, target in pairs:
            while target not in come and (outcome := next(outcomes, None)):
                come[outcome.job.target] = outcome
            code = max(code, told(come.pop(target)))
    return code


def _finish(job: Job, made: Made, arguments: argparse.Namespace) -> int:
    """Write what a job came to, unless only a preview is wanted, and tell it; the exit code."""
    meant = arguments.output == str(job.target)
    if arguments.dry_run:
        if not meant:
            refuse_other_source(job, made)
        code = _preview(job, made)
        if made.fates is not None:
            tell(job, made, arguments, changed=False)
        return code or _look(made)
    changed = deliver(job, made, same_source=not meant)
    tell(job, made, arguments, changed=changed)
    return _look(made)


def _look(made: Made) -> int:
    return EXIT_NEEDS_A_LOOK if made.wants_a_look else EXIT_FINE


def _preview(job: Job, made: Made) -> int:
    """Show what would change; the exit code."""
    import difflib

    name = str(job.target)
    before, after = (of_bytes(name, data).text for data in (job.bank or b"", made.bank))
    show(*difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, "", "", 2, ""))
    talk(f"{name}: {'would change' if before != after else 'nothing to change'}")
    return EXIT_FOUND if before != after else EXIT_FINE
