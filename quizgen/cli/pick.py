"""Pick questions from banks into a bank of its own: an exam, a sheet for Tuesday.

Questions of one bank are copied as they are; they keep their ids and the new file the
bank's id, so that what was learnt before still counts. With several banks, or with --link,
the new file names the questions (“include:”) and they stay where they are.
"""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.choosing import add_filters
from quizgen.cli.verb import positive, show, talk
from quizgen.files.shell import in_shell
from quizgen.model.bank import Bank, Include
from quizgen.model.counted import many
from quizgen.model.errors import EXIT_FINE, UsageError

if TYPE_CHECKING:
    from quizgen.library.shelf import ShelvedBank
    from quizgen.model.question import Question

EXAMPLE = "quizgen pick questions/g20-2017-putin-news-conference.yaml --count 8 -o exam.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``pick`` understands."""
    add = parser.add_argument
    add("banks", nargs="+", metavar="BANK", help="a file, a folder, or a bank's name")
    add("-o", "--output", metavar="FILE", help="the new bank (default: show it)")
    add("--count", type=positive, metavar="N", help="how many questions (default: all that fit)")
    add_filters(parser)
    add("--seed", type=int, default=1, metavar="N", help="another number, another choice")
    add("--title", help="what to call the new bank")
    add("--link", action="store_true", help="name the questions instead of copying them")
    add("--force", action="store_true", help="write over FILE if it exists")


def run(arguments: argparse.Namespace) -> int:
    """Choose, then write the new bank or show it."""
    from quizgen.bank.jsonschema import lay_beside
    from quizgen.bank.writer import format_bank
    from quizgen.files import atomic
    from quizgen.library.resolve import resolve

    target = Path(arguments.output) if arguments.output else None
    if target and target.exists() and not arguments.force:
        raise UsageError(
            f"“{target}” exists already.", fix="Name another file after -o, or add --force."
        )
    banks = [part for name in arguments.banks for one in resolve(name) for part in one.parts]
    chosen = _chosen(banks, arguments)
    bank = _linked if arguments.link or len(chosen) > 1 else _copied
    text = format_bank(bank(chosen, target, arguments.title))
    number = many(sum(len(questions) for _, questions in chosen), "question")
    if target is None:
        show(text.removesuffix("\n"))
        return EXIT_FINE
    atomic.write(target, text, backup=arguments.force)
    lay_beside(target)
    talk(
        f"wrote {target}: {number}",
        f"Take it: quizgen play {in_shell(target)}",
    )
    return EXIT_FINE


def _chosen(
    banks: list["ShelvedBank"], arguments: argparse.Namespace
) -> list[tuple["ShelvedBank", tuple["Question", ...]]]:
    """The banks that questions are picked from, each with those in the order of the file."""
    from quizgen.bank.stamp import item_id
    from quizgen.sitting.compose import askable
    from quizgen.sitting.sources import Sources
    from quizgen.study.selection import Filters, strongest

    filters = Filters.of(arguments)
    entries = askable(banks, Sources(banks), {}, filters)
    if arguments.count:
        entries = list(strongest(entries, arguments.count, arguments.seed, one_kind=True))
    wanted = {(one.bank, one.item) for one in entries}
    if arguments.count and len(wanted) < arguments.count:
        fit = "fits" if len(wanted) == 1 else "fit"
        talk(f"quizgen: only {len(wanted)} {fit}; none may answer another.")
    found = []
    for shelved in banks:
        if shelved.bank is None:
            continue
        own = tuple(
            question
            for question in shelved.bank.questions
            if (shelved.bank.id, item_id(question)) in wanted
        )
        wanted -= {(shelved.bank.id, item_id(question)) for question in own}
        if own:
            found.append((shelved, own))
    return found


def _copied(
    chosen: list[tuple["ShelvedBank", tuple["Question", ...]]],
    target: Path | None,
    title: str | None,
) -> Bank:
    """A bank of the questions themselves, under the id of the bank that they are from."""
    ((shelved, questions),) = chosen
    assert shelved.bank is not None
    source = shelved.transcript_path
    return replace(
        shelved.bank,
        path=str(target or ""),
        title=title or shelved.bank.title,
        source=_seen_from(target, source) if source else None,
        questions=tuple(_bare(question, questions) for question in questions),
        retired=(),
        generate=None,
        include=(),
    )


def _bare(question: "Question", others: tuple["Question", ...]) -> "Question":
    """A question without the names of questions that stay behind."""
    there = {other.id for other in others}
    return replace(question, not_with=tuple(name for name in question.not_with if name in there))


def _linked(
    chosen: list[tuple["ShelvedBank", tuple["Question", ...]]],
    target: Path | None,
    title: str | None,
) -> Bank:
    """A bank that names the questions of other banks."""
    name = target.stem if target else "picked"
    includes = []
    for shelved, questions in chosen:
        ids = tuple(question.id for question in questions if question.id)
        if len(ids) < len(questions):
            raise UsageError(
                f"“{shelved.path}” has questions without an id, which cannot be named.",
                fix=f"Give them ids: quizgen check --fix {in_shell(shelved.path)}",
            )
        includes.append(Include(bank=_seen_from(target, shelved.path), ids=ids))
    return Bank(
        id=name, title=title or name, path=str(target or ""), questions=(), include=tuple(includes)
    )


def _seen_from(target: Path | None, path: Path) -> str:
    folder = target.parent if target else Path()
    return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
