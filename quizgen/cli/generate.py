"""Make a bank of questions from a transcript, or bring banks up to date.

A bank that exists is brought up to date: what you edited, added or deleted in it stays as
you left it. FILE may also be such a bank, which names its transcript. Without FILE every bank
in questions/ that names one is done, with the settings that stand in it. The exit code is 3
if some questions want your look (“quizgen review”); with --dry-run it is 1 if something would
change.

Of a folder every transcript is done, its sub-folders' too. The run may be stopped: the same
command goes on where it was. What is no transcript is told at the end, and the exit code is
then 3, or 2 if no bank could be made at all.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from quizgen.cli.verb import FORMS, positive, talk
from quizgen.files.shell import in_shell
from quizgen.model.errors import FileError, QuizgenError, UsageError

EXAMPLE = "quizgen generate seeds/g20-2017-putin-news-conference.txt"
_BANKS = Path("questions")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``generate``."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="transcripts, or a folder of them; without one, the banks in questions/ are brought "
        "up to date",
    )
    add = parser.add_argument
    add("-o", "--output", metavar="BANK", help="the bank to write, or the folder to write it in")
    add("--count", type=positive, metavar="N", help="how many questions (default: by length)")
    add("--seed", type=int, metavar="N", help="another number, other choices (default: 1)")
    add("--rules", type=_names, default=(), metavar="RULE,…", help="only these rules")
    add("--without", type=_names, default=(), metavar="RULE,…", help="all rules but these")
    add("--wording", metavar="FILE", help="a file with words for the questions")
    add("--language", metavar="CODE", help="the language of the questions, as en or de")
    add(
        "--jobs",
        type=positive,
        metavar="N",
        help="do so many transcripts at once (1; of a folder as many as there are processors)",
    )
    add(
        "--cluster",
        metavar="ADDRESS",
        help="do a folder on the Dask cluster with this scheduler, or on a “local” one",
    )
    add("--dry-run", action="store_true", help="show what would change; write nothing")
    add(
        "--restore",
        type=_names,
        default=(),
        metavar="ID,…",
        help="bring back questions that were deleted",
    )
    add(
        "--yes",
        action="store_true",
        help="add questions even if they may have been deleted before (the lock file is lost)",
    )
    add(
        "--force",
        action="store_true",
        help="make the bank anew; what was edited in it goes (the old file is kept as NAME.bak)",
    )
    add("--verbose", action="store_true", help="say of every rule why it gave nothing, and where")
    add("--format", choices=("text", "json"), default="text", metavar="text|json", help=FORMS)


def run(arguments: argparse.Namespace) -> int:
    """Make each bank; the worst exit code of all."""
    folders = [Path(file) for file in arguments.files if Path(file).is_dir()]
    if folders:
        return _corpus(folders, arguments)
    if arguments.output and len(arguments.files) > 1 and _is_bank(arguments.output):
        raise UsageError(
            "several transcripts cannot go into one bank.", fix="Name a folder after -o."
        )
    if arguments.cluster:
        raise UsageError("a cluster does a folder of transcripts.", fix="Name a folder.")
    pairs = [_pair(file, arguments.output) for file in arguments.files]
    code = 0
    if not pairs:
        pairs, code = _sources()
    _one_bank_each(pairs)
    if len(pairs) == 1:
        from quizgen.cli.making import make

        return make(*pairs[0], arguments)
    from quizgen.cli.making import make_several

    return max(code, make_several(pairs, arguments, _told))


def _corpus(folders: Sequence[Path], arguments: argparse.Namespace) -> int:
    """A bank of every transcript in a folder."""
    if len(arguments.files) > 1:
        raise UsageError(
            f"“{folders[0]}” is a folder; a folder is done alone.", fix="Name it and nothing else."
        )
    if arguments.output and _is_bank(arguments.output):
        raise UsageError(
            "a folder of transcripts cannot go into one bank.", fix="Name a folder after -o."
        )
    from quizgen.cli.corpus import Corpus

    corpus = Corpus(folders[0], Path(arguments.output or _BANKS), arguments)
    processes = min(arguments.jobs or os.cpu_count() or 1, corpus.total)
    if arguments.cluster:
        from quizgen.cli.cluster import crew_of

        with crew_of(arguments.cluster, processes) as crew:
            return corpus.make(crew)
    from quizgen.cli.workers import crew_here

    return corpus.make(crew_here(processes))


def _one_bank_each(pairs: Sequence[tuple[Path, Path]]) -> None:
    """Stop before two transcripts go into one bank, of which only the last would be left."""
    seen: dict[Path, Path] = {}
    for file, target in pairs:
        other = seen.setdefault(target, file)
        if other != file:
            raise UsageError(
                f"“{other}” and “{file}” would both go into “{target}”.",
                fix="Make them one after the other, each with a bank of its own after -o.",
            )


def _told(error: QuizgenError) -> int:
    """Say what went wrong with one bank of several."""
    talk(f"quizgen: {error.message}", *([f"  {error.fix}"] if error.fix else []))
    return error.exit_code


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _is_bank(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def _target(file: str, output: str | None) -> Path:
    if output and _is_bank(output):
        return Path(output)
    return Path(output or _BANKS) / f"{Path(file).stem}.yaml"


def _pair(file: str, output: str | None) -> tuple[Path, Path]:
    """A transcript and its bank; of a bank that is named itself, the transcript that it names."""
    from quizgen.bank.reader import read_bank

    path = Path(file)
    bank = read_bank(path).bank if _is_bank(file) and path.is_file() else None
    if bank is None:
        return path, _target(file, output)
    if not bank.source:
        raise UsageError(
            f"“{file}” is a bank, and names no transcript.",
            fix=f"Name the transcript, and the bank after -o: {EXAMPLE} -o {in_shell(file)}",
        )
    source = Path(os.path.normpath(path.parent / bank.source))
    return source, _target(str(source), output) if output else path


def _sources() -> tuple[list[tuple[Path, Path]], int]:
    """The transcripts and banks of ``questions/``, and the exit code of what cannot be read."""
    from quizgen.bank.reader import read_bank
    from quizgen.library.places import banks_in

    found, code = [], 0
    for path in banks_in(_BANKS):
        try:
            bank = read_bank(path).bank
        except FileError as error:
            code = max(code, _told(error))
            continue
        if bank is not None and bank.source and bank.generate:
            found.append((Path(os.path.normpath(path.parent / bank.source)), path))
    if not found:
        raise UsageError(
            f"no bank in {_BANKS}/ names its transcript and how it is generated.",
            fix=f"Name a transcript: {EXAMPLE}",
        )
    return found, code
