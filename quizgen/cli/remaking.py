"""Bring one bank up to date for ``generate``: what a person did to it stays."""

import argparse
import json
from pathlib import Path

from quizgen.bank.merge.lock import read_lock
from quizgen.bank.merge.plan import Fate, Plan
from quizgen.bank.reader import ReadBank
from quizgen.cli.made import as_data, details, need_questions
from quizgen.cli.making import preview, settings_of, write_beside
from quizgen.cli.verb import show, talk
from quizgen.files import atomic
from quizgen.generate.regenerate import Regenerated, regenerate
from quizgen.model.errors import EXIT_FINE, EXIT_NEEDS_A_LOOK, UsageError
from quizgen.model.transcript import Transcript
from quizgen.rules.registry import load


def update(
    transcript: Transcript,
    target: Path,
    old: ReadBank,
    source: str,
    arguments: argparse.Namespace,
) -> int:
    """Bring the bank at ``target`` up to date, and say what became of it; the exit code."""
    assert old.file is not None
    _same_transcript(old, target, source, arguments)
    settings = settings_of(old, target, arguments)
    made = regenerate(
        transcript,
        load(settings.rules, settings.without),
        settings,
        read=old,
        lock=read_lock(target),
        source=source,
        restore=arguments.restore,
        yes=arguments.yes,
    )
    need_questions(made.generated, transcript, verbose=arguments.verbose)
    before, text = old.file.text, made.update.text
    if arguments.dry_run:
        code = preview(before, text, target)
        _summary(made, target, arguments, changed=False)
        return code or _look(made)
    if text != before:
        atomic.write(target, old.file.encode(text), expect=old.file.digest, backup=True)
    write_beside(target, text, made.update.entries)
    _summary(made, target, arguments, changed=text != before)
    return _look(made)


def _look(made: Regenerated) -> int:
    plan = made.update.plan
    return EXIT_NEEDS_A_LOOK if plan.counts[Fate.LOOK] or plan.held else EXIT_FINE


def _same_transcript(
    old: ReadBank, target: Path, source: str, arguments: argparse.Namespace
) -> None:
    """Stop where only the file names agree: a bank of another transcript, not named by -o."""
    named = old.bank.source if old.bank else None
    if not named or arguments.output == str(target) or named == source:
        return
    other, here = target.parent / named, target.parent / source
    if other.exists() and not other.samefile(here):
        raise UsageError(
            f"“{target}” was made from another transcript, “{other}”.",
            fix=f"Name another bank after -o; “-o {target}” lets this transcript take its place.",
        )


def _summary(
    made: Regenerated, target: Path, arguments: argparse.Namespace, *, changed: bool
) -> None:
    """One line for a bank that was brought up to date, and what wants a person."""
    plan = made.update.plan
    if arguments.format == "json":
        fates = {fate.value: plan.counts[fate] for fate in Fate if plan.counts[fate]}
        count = sum(1 for step in plan.steps if not _aside(step.fate) and not step.retired)
        row = {"bank": str(target), "changed": changed, "count": count, "fates": fates}
        show(json.dumps(row | as_data(made.generated), ensure_ascii=False))
        return
    talk(f"{target}: {counted(plan)}")
    if plan.held:
        talk(
            f"  {plan.held} new questions are held back: without the lock file nobody knows "
            "whether you deleted them before. --yes adds them."
        )
    if plan.counts[Fate.LOOK]:
        talk(f"  See what changed: quizgen review {target}")
    if arguments.verbose:
        talk(*details(made.generated))


def counted(plan: Plan) -> str:
    """What became of the questions, in one line."""
    parts = [f"{plan.counts[fate]} {fate.value}" for fate in Fate if plan.counts[fate]]
    return ", ".join(parts) or "no questions"


def _aside(fate: Fate) -> bool:
    return fate in {Fate.DELETED, Fate.RETIRED}
