"""List the rules that make questions, what each one asks, and the words it asks in.

Rules that look at the words understand some languages only; the others work in any
language whose speakers can be told apart. --wording shows every stem as a wording file to
change and to give to “quizgen generate --wording”.
"""

import argparse
import json
from typing import TYPE_CHECKING

from quizgen.cli.verb import FORMS, show

if TYPE_CHECKING:
    from quizgen.rules.api import Rule

EXAMPLE = "quizgen rules\n  quizgen rules --wording --language de > words.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``rules``."""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", metavar="text|json", help=FORMS
    )
    parser.add_argument(
        "--wording", action="store_true", help="show the stems of all rules, as a wording file"
    )
    parser.add_argument(
        "--language", metavar="CODE", help="the language of --wording, as de (default: en)"
    )


def run(arguments: argparse.Namespace) -> int:
    """List the installed rules, or their words."""
    from quizgen.rules.registry import load

    if arguments.wording:
        _show_wording(arguments.language or "en")
        return 0
    if arguments.language is not None:
        from quizgen.model.errors import UsageError

        raise UsageError("--language is the language of the words.", fix="Add --wording.")
    rules = load(with_off=True)
    if arguments.format == "json":
        show(json.dumps([_as_data(rule) for rule in rules], ensure_ascii=False, indent=2))
        return 0
    for rule in rules:
        notes = "" if rule.languages else " (any language)"
        notes += " (off: use it with --rules)" if rule.off else ""
        show(f"{rule.name:<22} {rule.summary}{notes}")
    return 0


def _as_data(rule: "Rule") -> dict[str, object]:
    """A rule for programs; ``languages`` is null where it understands any."""
    return {
        "name": rule.name,
        "version": rule.version,
        "asks": rule.summary,
        "off": rule.off,
        "languages": list(rule.languages) if rule.languages else None,
        "stems": {rule.stem_name(which): words for which, words in rule.stems.items()},
    }


def _show_wording(language: str) -> None:
    from quizgen.documents.scalars import inline
    from quizgen.language.detect import language_name
    from quizgen.model.errors import UsageError
    from quizgen.rules.wording_file import languages, shipped, stems

    if language not in languages():
        known = ", ".join(f"{code} ({language_name(code)})" for code in languages())
        raise UsageError(
            f"quizgen has no words in “{language}”.",
            fix=f"It has them in {known}; begin with one of these and translate.",
        )
    show(f"# Words for questions in {language_name(language)}. Keep what you change, delete the")
    show("# rest; the places in curly brackets are filled in.")
    for name, words in (stems() if language == "en" else shipped(language)).items():
        show(f"{name}: {inline(words)}")
