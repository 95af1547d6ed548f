"""The budgets: what is measured, against what, and how many times as long it may take."""

import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from benchmarks.pairs import Row, process

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "g20-2017-putin-news-conference.txt"
BANK = ROOT / "questions" / "g20-2017-putin-news-conference.yaml"
QUIZGEN = (sys.executable, "-m", "quizgen")
LIBRARIES = "import nupunkt, rapidfuzz.fuzz; nupunkt.sent_spans('One word. Another word.')"
MANY = 10_000


def rows() -> Iterator[Row]:
    """Every budget, cheapest to measure first."""
    yield Row(
        name="--version",
        against="python -c pass",
        budget=6,
        ours=process([*QUIZGEN, "--version"]),
        theirs=process([sys.executable, "-c", "pass"]),
    )
    yield Row(
        name="check, bundled bank",
        against='python -c "import yaml"',
        budget=5,
        ours=process([*QUIZGEN, "check", str(BANK)]),
        theirs=process([sys.executable, "-c", "import yaml"]),
    )
    yield _generating()
    yield _reading()
    yield _loading()


def _generating() -> Row:
    bank = Path(tempfile.mkdtemp()) / "bank.yaml"
    return Row(
        name="generate, whole process",
        against="its libraries, imported and used once",
        budget=2,
        ours=process([*QUIZGEN, "generate", str(SEED), "-o", str(bank)]),
        theirs=process([sys.executable, "-c", LIBRARIES]),
        rounds=7,
    )


def _reading() -> Row:
    from quizgen.transcripts.registry import parse  # noqa: PLC0415 - a row imports what it measures

    text = SEED.read_text(encoding="utf-8") * 20
    label = re.compile(r"^([A-Z][\w.' -]{0,40}): ?(.*)$", re.MULTILINE)
    return Row(
        name="reading, line-based",
        against="one label regex over the same text",
        budget=6,
        ours=lambda: parse(text, "many.txt"),
        theirs=lambda: [match.groups() for match in label.finditer(text)],
    )


def _loading() -> Row:
    from quizgen.bank.reader import parse_bank  # noqa: PLC0415 - a row imports what it measures

    items = "".join(
        f"\n- question: Which number is the {n}th?\n  answer: It is {n}\n"
        f"  wrong:\n  - It is {n + 1}\n  - It is {n + 2}\n  id: a{n:07}\n"
        for n in range(MANY)
    )
    text = f"quizgen: 1\nid: many\ntitle: Many\n\nquestions:\n{items}"
    return Row(
        name=f"{MANY:,} items, load and validate",
        against="yaml.load, C loader",
        budget=0.5,
        ours=lambda: parse_bank(text, "many.yaml"),
        theirs=lambda: yaml.load(text, yaml.CSafeLoader),
        rounds=5,
    )
