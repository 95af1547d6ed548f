"""Make one bank for ``generate``: new, or brought up to date, with a summary of it."""

import argparse
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.bank.jsonschema import lay_beside
from quizgen.bank.merge.lock import Entry, Lock, format_lock, lock_path, new_entry, read_lock
from quizgen.bank.writer import SCHEMA_FILE, format_bank
from quizgen.cli.reporters import many
from quizgen.cli.verb import show, talk
from quizgen.files import atomic
from quizgen.generate.pipeline import Generated, generate
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import EXIT_FINE, EXIT_FOUND, BankError
from quizgen.model.transcript import Transcript
from quizgen.rules.registry import load
from quizgen.transcripts.registry import read_transcript

if TYPE_CHECKING:  # no bank is read where there is none
    from quizgen.bank.reader import ReadBank

_SAMPLES = 3
_MOST_LINES = 12


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
    need_questions(made, transcript)
    text = format_bank(made.bank)
    before = old.file.text if old and old.file else ""
    if arguments.dry_run:
        return preview(before, text, target)
    if text != before:
        expect = old.file.digest if old and old.file else atomic.NEW
        atomic.write(target, text, expect=expect, backup=bool(before))
    write_beside(target, text, tuple(map(new_entry, made.bank.questions)))
    _report_new(made, target, changed=text != before, as_json=arguments.format == "json")
    return EXIT_FINE


def write_beside(target: Path, text: str, entries: tuple[Entry, ...]) -> None:
    """The lock file, and the schema that the bank's first line names."""
    place = lock_path(target)
    lines = format_lock(Lock(entries, seen=read_lock(target).seen))
    if not place.exists() or place.read_bytes() != lines.encode():
        atomic.write(place, lines)
    if SCHEMA_FILE in text:
        lay_beside(target)


def need_questions(made: Generated, transcript: Transcript) -> None:
    """Stop where the transcript gave nothing, and say why of every rule."""
    if not made.bank.questions:
        reasons = (f"{r.rule}: {r.lacks or dict(r.rejected)}" for r in made.reports.values())
        raise BankError(f"“{transcript.path}” gave no question.", fix="\n  ".join(reasons))


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


def rules(made: Generated) -> list[dict[str, object]]:
    """What became of each rule's candidates, for JSON."""
    return [asdict(report) for _, report in sorted(made.reports.items())]


def _report_new(made: Generated, target: Path, *, changed: bool, as_json: bool) -> None:
    reports = sorted(made.reports.values(), key=lambda report: report.rule)
    if as_json:
        import json

        row = {"bank": str(target), "changed": changed, "count": len(made.bank.questions)}
        show(
            json.dumps(
                row | {"rules": rules(made), "coverage": asdict(made.coverage)}, ensure_ascii=False
            )
        )
        return
    wrote = "wrote" if changed else "nothing new in"
    given = sum(1 for report in reports if report.shipped)
    number = len(made.bank.questions)
    talk(f"{wrote} {target}: {many(number, 'question')} by {many(given, 'rule')}")
    asked_for = made.bank.generate.count if made.bank.generate else None
    if asked_for and asked_for > len(made.bank.questions):
        talk(f"  {asked_for} were wanted; the transcript gives no more that are proved and varied")
    covered = made.coverage
    talk(f"  {covered.asked} of {covered.exchanges} exchanges that say something are asked about")
    for lines, why in (
        (covered.nothing, "no words that stand alone"),
        (covered.no_room, "other questions came first"),
    ):
        if lines:
            more = ", …" if len(lines) > _MOST_LINES else ""
            talk(f"    {why}: line {', '.join(map(str, lines[:_MOST_LINES]))}{more}")
    for report in reports:
        if not report.shipped:
            why = ", ".join(f"{n} × {why}" for why, n in report.rejected.items())
            talk(f"  {report.rule} gave nothing: {report.lacks or why or 'others came first'}")
    if made.note:
        talk(f"  {made.note}")
    talk("", "Three of them:" if number > _SAMPLES else "They are:" if number > 1 else "It is:")
    step = max(1, len(made.bank.questions) // _SAMPLES)
    for question in made.bank.questions[::step][:_SAMPLES]:
        talk(f"  {question.stem}", *([f"      “{question.quote}”"] if question.quote else []))
        talk(f"      answer: {getattr(question, 'key', '')}")
    talk("", f"Take the quiz: quizgen play {target}")
