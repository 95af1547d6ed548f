"""Brings the tables of docs/formats.md up to date: ``python tools/formats_page.py``."""

from pathlib import Path

from quizgen.exchange.table import tables

PAGE = Path(__file__).parents[1] / "docs" / "formats.md"
START, END = "<!-- tables: made by tools/formats_page.py -->\n", "<!-- end of tables -->\n"

before, _, rest = PAGE.read_text(encoding="utf-8").partition(START)
_, _, after = rest.partition(END)
PAGE.write_text(f"{before}{START}{tables()}{END}{after}", encoding="utf-8")
