"""List the rules that make questions, and what each one asks."""

import argparse
import json

from quizgen.cli.verb import show

EXAMPLE = "quizgen rules"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``rules``."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """List the installed rules."""
    from quizgen.rules.registry import load

    rules = load()
    if arguments.format == "json":
        known = [{"name": r.name, "version": r.version, "asks": r.summary} for r in rules]
        show(json.dumps(known, ensure_ascii=False, indent=2))
        return 0
    for rule in rules:
        show(f"{rule.name:<22} {rule.summary}")
    return 0
