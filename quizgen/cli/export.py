"""Carry banks to another program: a learning platform, flash cards, a spreadsheet, paper.

BANK is a file, a folder, or the name of a bank that the library lists. Questions marked
“skip: true” stay at home. What the format cannot hold is listed with its line; the rest is
written all the same, and the exit code is 1 unless --allow-loss says that this is fine.
docs/formats.md says what each format carries.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.choosing import add_filters
from quizgen.cli.verb import VISIBLE, positive, talk
from quizgen.files.shell import in_shell
from quizgen.model.counted import many
from quizgen.model.errors import EXIT_FINE, EXIT_FOUND, FileError, UsageError

if TYPE_CHECKING:
    from quizgen.exchange.api import Item, Loss, Options
    from quizgen.library.shelf import ShelvedBank
    from quizgen.model.bank import Bank
    from quizgen.model.question import Question

EXAMPLE = "quizgen export questions/g20-2017-putin-news-conference.yaml --to html -o quiz.html"
PAGES = ("html", "markdown")
UPDATING = ("anki", "anki-text")
MOST_VARIANTS = 26
EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


class _Formats(str):
    """Help that names the formats where it is shown; which can be written, only they can tell."""

    __slots__ = ()

    def __mod__(self, _: object) -> str:
        """The help itself: argparse fills its placeholders so."""
        from quizgen.exchange.registry import all_written

        return f"{self}{', '.join(all_written())}"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments to its parser."""
    add = parser.add_argument
    add("banks", nargs="+", metavar="BANK", help="a file, a folder, or a bank's name")
    add("--to", required=True, metavar="FORMAT", help=_Formats("one of: "))
    add("-o", "--output", metavar="FILE", help="where to write; without it, standard output")
    add("--allow-loss", action="store_true", help="exit with 0 even if something is left out")
    add("--count", type=positive, metavar="N", help="only so many questions, the strongest")
    add_filters(parser)
    add("--seed", type=int, default=1, metavar="N", help="another number mixes options otherwise")
    add("--variants", type=positive, metavar="N", help="html, markdown: versions A, B, C …")
    add("--passages", action="store_true", help="html, markdown: with the transcript's words")


def run(arguments: argparse.Namespace) -> int:
    """Write the banks' questions in the format that ``--to`` names."""
    from quizgen.exchange.registry import carry, written

    target = written(arguments.to)
    _usable(arguments, binary=target.BINARY)
    shelved = _banks(arguments.banks)
    chosen = [(bank, _chosen(bank, arguments)) for one in shelved if (bank := one.bank)]
    chosen = [(bank, questions) for bank, questions in chosen if questions]
    if not chosen:
        raise _nothing_left(shelved, arguments)
    data, losses = carry(arguments.to, chosen, _options(arguments, shelved))
    _put(data, arguments.output, [one.path for one in shelved])
    total = sum(len(questions) for _, questions in chosen)
    _report(losses, total, target.TITLE, arguments.output)
    nameless = sum(one.id is None for _, questions in chosen for one in questions)
    if nameless and arguments.to in UPDATING:
        talk(f"  {nameless} without an id will be new notes once reworded; “quizgen check --fix”.")
    return EXIT_FOUND if losses and not arguments.allow_loss else EXIT_FINE


def _usable(arguments: argparse.Namespace, *, binary: bool) -> None:
    """Refuse what cannot be before anything is read."""
    if binary and arguments.output is None and sys.stdout.isatty():
        raise UsageError(
            f"{arguments.to} is a package, which a terminal cannot show.",
            fix="Name a file: -o FILE.",
        )
    if (arguments.variants or arguments.passages) and arguments.to not in PAGES:
        raise UsageError(
            "versions and passages are for pages to print.", fix=f"Use --to {' or '.join(PAGES)}."
        )
    if (arguments.variants or 1) > MOST_VARIANTS:
        raise UsageError(f"there are letters for {MOST_VARIANTS} versions.", fix="Ask for fewer.")


def _banks(names: Sequence[str]) -> list["ShelvedBank"]:
    """The banks that are meant, and those that they include."""
    from quizgen.library.resolve import resolve
    from quizgen.model.errors import BankError

    found = [shelved for name in names for shelved in resolve(name)]
    for shelved in found:
        if shelved.bank is None:
            raise BankError(
                f"“{shelved.path}” cannot be used.",
                fix=f"See: quizgen check {in_shell(shelved.path)}",
                problems=shelved.problems,
            )
        if shelved.errors:
            talk(f"quizgen: {shelved.path}: what is broken stays behind; see “quizgen check”.")
    return [part for shelved in found for part in shelved.parts]


def _nothing_left(shelved: Sequence["ShelvedBank"], arguments: argparse.Namespace) -> UsageError:
    from quizgen.study.facets import unmet
    from quizgen.study.selection import Filters

    questions = [one for part in shelved if part.bank for one in part.bank.questions]
    if not questions:
        return UsageError(
            "there is no question to export.",
            fix="“quizgen check” says what is wrong with the bank.",
        )
    why, instead = unmet(questions, Filters.of(arguments))
    return UsageError(f"no question is left to export: {why}.", fix=instead)


def _chosen(bank: "Bank", arguments: argparse.Namespace) -> list["Question"]:
    """The questions of a bank that are wanted, in the order of the bank."""
    from quizgen.study.selection import Entry, Filters, select
    from quizgen.study.session import Mode

    filters = Filters.of(arguments)
    wanted = [one for one in bank.questions if not one.skip and filters.let_pass(one)]
    if arguments.count is None or arguments.count >= len(wanted):
        return wanted
    entries = [
        Entry(bank=bank.id, item=str(at), question=question, place=(at,))
        for at, question in enumerate(wanted)
    ]
    strongest = select(entries, Mode.PRACTICE, count=arguments.count, seed=arguments.seed)
    return [wanted[at] for at in sorted(entry.place[0] for entry in strongest)]


def _options(arguments: argparse.Namespace, shelved: Sequence["ShelvedBank"]) -> "Options":
    from quizgen.exchange.api import Options

    return Options(
        seed=arguments.seed,
        variants=arguments.variants or 1,
        saved=_saved([one.path for one in shelved]),
        passage=_passages(shelved) if arguments.passages else None,
    )


def _saved(paths: Sequence[Path]) -> int:
    """When the banks were last saved; a build that must be reproduced may say it instead."""
    said = os.environ.get(EPOCH_VARIABLE, "")
    if said.isdecimal():
        return int(said)
    return max(int(path.stat().st_mtime) for path in paths)


def _passages(shelved: Sequence["ShelvedBank"]) -> Callable[["Item"], Sequence[str]]:
    """Finds the sentences around a question's words in its transcript."""
    from quizgen.sitting.sources import Sources

    sources = Sources(shelved)
    for one in shelved:
        if one.bank and sources.transcript(one.bank.id) is None:
            talk(f"quizgen: {one.path}: its transcript is not there; only quoted words are shown.")

    def passage(item: "Item") -> list[str]:
        found = sources.passages(item.bank.id, item.question)
        if not found:
            return list(item.question.evidence)
        return [" ".join(part for part in (p.before, p.proof, p.after) if part) for p in found]

    return passage


def _put(data: bytes, output: str | None, banks: Sequence[Path]) -> None:
    """Write to the file, whose old content is kept beside it; or to standard output."""
    if output is None:
        _show(data)
        return
    from quizgen.files import atomic

    target = Path(output)
    if target.is_dir():
        raise FileError(f"“{target}” is a folder.", fix="Name a file in it after -o.")
    if any(target.exists() and target.samefile(bank) for bank in banks):
        raise UsageError(f"“{target}” is the bank itself.", fix="Name another file after -o.")
    old = target.read_bytes() if target.exists() else None
    if old == data:
        return
    atomic.write(target, data, backup=old is not None)
    if old is not None:
        talk(f"quizgen: {target} was there already; the old one is {target.name}.bak.")


def _show(data: bytes) -> None:
    """Put out bytes as they are; on a terminal without what it would obey."""
    if sys.stdout.isatty():
        sys.stdout.write(data.decode().translate(VISIBLE))
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _report(losses: Sequence["Loss"], total: int, title: str, output: str | None) -> None:
    for loss in losses:
        talk(str(loss))
    out = sum(loss.whole for loss in losses)
    number = many(total, "question")
    carried = f"{total - out} of {number}" if out else number
    talk(f"quizgen: {carried} as {title}" + (f" in {output}" if output else ""))
    if losses:
        talk("  What is listed above could not go along; --allow-loss says that this is fine.")
