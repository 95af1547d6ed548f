"""Make a bank of questions from a transcript, or refresh the banks made before."""

import argparse
import difflib
import json
import os
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, talk
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import EXIT_FOUND, BankError, UsageError

if TYPE_CHECKING:
    from quizgen.generate.pipeline import Generated

EXAMPLE = "quizgen generate seeds/g20-2017-putin-news-conference.txt"
_BANKS = Path("questions")
_SAMPLES = 3


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``generate``."""
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="transcripts; without one, the banks in questions/ are made anew",
    )
    parser.add_argument("-o", "--output", help="the bank to write, or the folder to write it in")
    parser.add_argument("--count", type=_positive, help="how many questions (default: by length)")
    parser.add_argument("--seed", type=int, help="another seed, other choices (default: 1)")
    parser.add_argument("--rules", type=_names, default=(), help="only these, with commas between")
    parser.add_argument("--without", type=_names, default=(), help="all rules but these")
    parser.add_argument("--dry-run", action="store_true", help="show what would change")
    parser.add_argument("--force", action="store_true", help="overwrite a bank changed by hand")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Make each bank; the worst exit code of all."""
    if not arguments.files:
        return _refresh(arguments)
    if arguments.output and len(arguments.files) > 1 and arguments.output.endswith(".yaml"):
        raise UsageError(
            "several transcripts cannot go into one bank.", fix="Name a folder after -o."
        )
    return max(
        [_make(Path(file), _target(file, arguments.output), arguments) for file in arguments.files]
    )


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("it must be at least 1")
    return number


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _target(file: str, output: str | None) -> Path:
    if output and output.endswith((".yaml", ".yml")):
        return Path(output)
    return Path(output or _BANKS) / f"{Path(file).stem}.yaml"


def _refresh(arguments: argparse.Namespace) -> int:
    from quizgen.bank.reader import read_bank

    codes = [0]
    for path in sorted(_BANKS.glob("*.yaml")):
        bank = read_bank(path).bank
        if bank is not None and bank.source and bank.generate:
            codes.append(_make(path.parent / bank.source, path, arguments))
    if len(codes) == 1:
        raise UsageError(
            f"no bank in {_BANKS}/ names its transcript.",
            fix=f"Name a transcript: {EXAMPLE}",
        )
    return max(codes)


def _make(file: Path, target: Path, arguments: argparse.Namespace) -> int:
    from quizgen.bank.reader import read_bank
    from quizgen.bank.writer import format_bank
    from quizgen.files import atomic
    from quizgen.generate.pipeline import generate
    from quizgen.generate.safety import touched
    from quizgen.rules.registry import load
    from quizgen.transcripts.registry import read_transcript

    transcript = read_transcript(file)
    old = read_bank(target) if target.exists() else None
    settings = _settings(old.bank.generate if old and old.bank else None, arguments)
    made = generate(
        transcript,
        load(settings.rules, settings.without),
        settings,
        bank_id=old.bank.id if old and old.bank else target.stem,
        path=str(target),
        source=Path(os.path.relpath(file, target.parent)).as_posix(),
    )
    if not made.bank.questions:
        raise BankError(
            f"“{file}” gave no question.",
            fix="\n  ".join(
                f"{r.rule}: {r.lacks or dict(r.rejected)}" for r in made.reports.values()
            ),
        )
    text = format_bank(made.bank)
    before = old.file.text if old and old.file else ""
    if text != before and old is not None and not arguments.force and (own := touched(old)):
        raise BankError(
            f"“{target}” was edited by hand and is left as it is:\n  " + "\n  ".join(own[:5]),
            fix="Write to another file with -o, or add --force to overwrite it.",
        )
    if arguments.dry_run:
        return _preview(before, text, target)
    if text != before:
        expect = old.file.digest if old and old.file else atomic.NEW
        atomic.write(target, text, expect=expect, backup=bool(before))
    _report(made, target, changed=text != before, as_json=arguments.format == "json")
    return 0


def _settings(old: GenerateSettings | None, arguments: argparse.Namespace) -> GenerateSettings:
    """What the command line says, else what the bank says, else the defaults."""
    settings = old or GenerateSettings()
    said = {
        name: value
        for name in ("count", "seed", "rules", "without")
        if (value := getattr(arguments, name)) not in {None, ()}
    }
    return replace(settings, **said)


def _preview(before: str, text: str, target: Path) -> int:
    show(
        *difflib.unified_diff(
            before.splitlines(), text.splitlines(), str(target), str(target), lineterm="", n=2
        )
    )
    talk(f"{target}: {'would change' if text != before else 'nothing to change'}")
    return EXIT_FOUND if text != before else 0


def _report(made: "Generated", target: Path, *, changed: bool, as_json: bool) -> None:
    reports = sorted(made.reports.values(), key=lambda report: report.rule)
    if as_json:
        rules = [asdict(report) for report in reports]
        show(json.dumps({"bank": str(target), "count": len(made.bank.questions), "rules": rules}))
        return
    wrote = "wrote" if changed else "nothing new in"
    given = sum(1 for report in reports if report.shipped)
    talk(f"{wrote} {target}: {len(made.bank.questions)} questions by {given} rules")
    asked_for = made.bank.generate.count if made.bank.generate else None
    if asked_for and asked_for > len(made.bank.questions):
        talk(f"  {asked_for} were wanted; the transcript gives no more that are proved and varied")
    for report in reports:
        if not report.shipped:
            reason = report.lacks or ", ".join(f"{n} × {why}" for why, n in report.rejected.items())
            talk(f"  {report.rule} gave nothing: {reason}")
    talk("", "Three of them:")
    step = max(1, len(made.bank.questions) // _SAMPLES)
    for question in made.bank.questions[::step][:_SAMPLES]:
        talk(f"  {question.stem}", *([f"      “{question.quote}”"] if question.quote else []))
        talk(f"      answer: {getattr(question, 'key', '')}")
    talk("", f"Take the quiz: quizgen play {target}")
