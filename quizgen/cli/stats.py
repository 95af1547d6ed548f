"""See how it went so far: sessions, answers and scores, bank by bank.

The score counts first tries. “Held right” are answers that you say were right, “flagged”
the questions that you called bad; neither changes the score.
"""

import argparse
import datetime as dt
import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, talk

if TYPE_CHECKING:
    from quizgen.history.figures import BankTotals

EXAMPLE = "quizgen stats --format json"
_HEAD = ("bank", "sessions", "answers", "right", "held right", "flagged", "last")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what ``stats`` understands."""
    parser.add_argument("--learner", metavar="NAME", help="one learner alone (default: all)")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Print the figures."""
    from quizgen.history.open import FILE_NAME, open_history
    from quizgen.library.places import data_folder

    path = data_folder() / FILE_NAME
    totals: list[BankTotals] = []
    sessions = 0
    if path.exists():
        with open_history(path.parent) as history:
            totals = history.totals(arguments.learner)
            sessions = history.session_count(arguments.learner)
    if arguments.format == "json":
        show(_json(path, sessions, totals))
    elif totals:
        show(*_table([_HEAD, *map(_row, totals)]))
    else:
        talk("quizgen: no answers so far. “quizgen play” takes a first quiz.")
    return 0


def _json(path: Path, sessions: int, totals: list["BankTotals"]) -> str:
    figures = {
        "history": str(path),
        "sessions": sessions,
        "answers": sum(bank.answers for bank in totals),
        "first_tries": sum(bank.first_tries for bank in totals),
        "right": sum(bank.right for bank in totals),
        "banks": [{**asdict(bank), "score": _share(bank)} for bank in totals],
    }
    return json.dumps(figures, ensure_ascii=False, indent=2)


def _share(bank: "BankTotals") -> float | None:
    return round(bank.right / bank.first_tries, 4) if bank.first_tries else None


def _row(bank: "BankTotals") -> tuple[str, ...]:
    share = f" ({bank.right / bank.first_tries:.0%})" if bank.first_tries else ""
    moment = dt.datetime.fromtimestamp(bank.last_at / 1000).astimezone()
    return (
        bank.bank,
        str(bank.sessions),
        str(bank.answers),
        f"{bank.right} of {bank.first_tries}{share}",
        str(bank.overridden),
        str(bank.flagged),
        f"{moment:%Y-%m-%d}",
    )


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
