"""The options by which a verb takes some questions of a bank only."""

import argparse

DIFFICULTIES = ("easy", "medium", "hard")
FILTERS = {
    "topic": "only questions on this topic",
    "speaker": "only questions on this speaker",
    "rule": "only questions that this rule made",
    "difficulty": "only easy, medium or hard questions",
    "tag": "only questions with this tag",
}
"""The options by name, and their help. Each may be given several times."""


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Add the options that ``study.selection.Filters.of`` reads."""
    for name, summary in FILTERS.items():
        known = DIFFICULTIES if name == "difficulty" else None
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            choices=known,
            metavar="LEVEL" if known else None,
            help=summary,
        )
