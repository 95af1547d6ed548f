"""Make one bank for ``generate``: new, or brought up to date, with a summary of it."""

import argparse
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.jsonschema import lay_beside
from quizgen.bank.merge.lock import Entry, Lock, format_lock, lock_path, new_entry, read_lock
from quizgen.bank.writer import SCHEMA_FILE, format_bank
from quizgen.cli.made import need_questions, report_new
from quizgen.cli.verb import show, talk
from quizgen.files import atomic
from quizgen.generate.pipeline import generate
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import EXIT_FINE, EXIT_FOUND
from quizgen.model.transcript import Transcript
from quizgen.rules.registry import load
from quizgen.transcripts.registry import read_transcript

if TYPE_CHECKING:  # no bank is read where there is none
    from quizgen.bank.reader import ReadBank


def make(file: Path, target: Path, arguments: argparse.Namespace) -> int:
    """Make the bank ``target`` from the transcript ``file``; the exit code."""
    transcript = read_transcript(file)
    old = _read(target) if target.exists() else None
    source = Path(os.path.relpath(file, target.parent)).as_posix()
    if old is not None and not arguments.force:
        from quizgen.cli.remaking import update

        return update(transcript, target, old, source, arguments)
    return _anew(transcript, target, old, source, arguments)


def _read(bank: Path) -> "ReadBank":
    from quizgen.bank.reader import read_bank

    return read_bank(bank)


def _anew(
    transcript: Transcript,
    target: Path,
    old: "ReadBank | None",
    source: str,
    arguments: argparse.Namespace,
) -> int:
    settings = settings_of(old, target, arguments)
    made = generate(
        transcript,
        load(settings.rules, settings.without),
        settings,
        bank_id=old.bank.id if old and old.bank else target.stem,
        path=str(target),
        source=source,
    )
    need_questions(made, transcript, verbose=arguments.verbose)
    text = format_bank(made.bank)
    before = old.file.text if old and old.file else ""
    if arguments.dry_run:
        return preview(before, text, target)
    if text != before:
        expect = old.file.digest if old and old.file else atomic.NEW
        atomic.write(target, text, expect=expect, backup=bool(before))
    write_beside(target, text, tuple(map(new_entry, made.bank.questions)))
    report_new(
        made,
        target,
        changed=text != before,
        as_json=arguments.format == "json",
        verbose=arguments.verbose,
    )
    return EXIT_FINE


def write_beside(target: Path, text: str, entries: tuple[Entry, ...]) -> None:
    """The lock file, and the schema that the bank's first line names."""
    place = lock_path(target)
    lines = format_lock(Lock(entries, seen=read_lock(target).seen))
    if not place.exists() or place.read_bytes() != lines.encode():
        atomic.write(place, lines)
    if SCHEMA_FILE in text:
        lay_beside(target)


def settings_of(
    old: "ReadBank | None", target: Path, arguments: argparse.Namespace
) -> GenerateSettings:
    """What the command line says, else what the bank says, else the defaults."""
    settings = (old.bank.generate if old and old.bank else None) or GenerateSettings()
    if arguments.wording:  # typed as seen from here, kept as seen from the bank
        wording = Path(os.path.relpath(arguments.wording, target.parent)).as_posix()
        settings = replace(settings, wording=wording)
    said = {
        name: value
        for name in ("count", "seed", "rules", "without", "language")
        if (value := getattr(arguments, name)) not in {None, ()}
    }
    return replace(settings, **said)


def preview(before: str, text: str, target: Path) -> int:
    """Show what would change; the exit code."""
    import difflib

    show(
        *difflib.unified_diff(
            before.splitlines(), text.splitlines(), str(target), str(target), lineterm="", n=2
        )
    )
    talk(f"{target}: {'would change' if text != before else 'nothing to change'}")
    return EXIT_FOUND if text != before else EXIT_FINE
