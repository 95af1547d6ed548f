"""Checking a bank, beside the programs that people check YAML files with.

Each is a whole process on the same bank, which has no errors, and ends with exit code 0.
yamllint looks at the YAML alone (its relaxed rules); check-jsonschema holds the bank against
the JSON Schema that quizgen writes beside its banks; quizgen does both and looks for flaws in
each question besides.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import samples
from benchmarks.pairs import Missing, Row, process
from benchmarks.rivals import why_not
from quizgen.bank.jsonschema import lay_beside

_ITEMS = 1_000


def rows() -> Iterator[Row | Missing]:
    """The bundled bank, as somebody has it who waits; and a long one."""
    folder = Path(tempfile.mkdtemp())
    many = folder / "many.yaml"
    many.write_text(samples.bank(_ITEMS), encoding="utf-8")
    lay_beside(many)
    schema = next(folder.glob("*.schema.json"))
    rivals = {
        "yamllint": ["yamllint", "-d", "relaxed"],
        "check-jsonschema": ["check_jsonschema", "--schemafile", str(schema)],
    }
    for bank, what in ((samples.BANK, "bundled bank"), (many, f"{_ITEMS:,} items")):
        for rival, words in rivals.items():
            name = f"check, {what}"
            if why := why_not(rival):
                yield Missing(name, rival, why)
                continue
            yield Row(
                name=name,
                against=rival,
                budget=1,
                ours=process([*samples.QUIZGEN, "check", str(bank)]),
                theirs=process([sys.executable, "-m", *words, str(bank)]),
                rounds=5,
            )
