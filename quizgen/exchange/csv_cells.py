"""The cells of a table: several texts in one, and nothing that a spreadsheet computes."""

import re
from collections.abc import Sequence
from decimal import Decimal

from quizgen.bank.kinds import NUMBER

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_KEPT = re.compile(r"'+[=+\-@\t\r]")


def tags_cell(tags: Sequence[str]) -> str | None:
    """Tags in one cell; a line behind a single one says that its comma divides nothing."""
    cell = joined(tags)
    return f"{cell} |" if cell and len(tags) == 1 and re.search(r"[,;\\]", cell) else cell


def joined(texts: Sequence[str]) -> str | None:
    """Several texts in one cell, with upright lines between them."""
    return " | ".join(re.sub(r"[\\|]", r"\\\g<0>", text) for text in texts) or None


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula; numbers stay what they are."""
    if _FORMULA.match(text) and not NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def plain(cell: str) -> str:
    """A cell's text, without the apostrophe that kept it from being a formula."""
    return (cell[1:] if _KEPT.match(cell) else cell).strip()


def parts(cell: str) -> tuple[str, ...]:
    """The texts of a cell between upright lines."""
    pieces = re.findall(r"(?:\\.|[^\\|])+", cell, re.DOTALL)
    texts = (re.sub(r"\\(.)", r"\1", piece, flags=re.DOTALL).strip() for piece in pieces)
    return tuple(text for text in texts if text)


def tags(cell: str) -> tuple[str, ...]:
    """The tags of a cell, between upright lines, commas or semicolons."""
    return (
        parts(cell)
        if "|" in cell
        else tuple(tag.strip() for tag in re.split(r"[,;]", cell) if tag.strip())
    )


def difficulty(word: str) -> str | None:
    """One of the three words for difficulty, if it is one."""
    return word.casefold() if word.casefold() in {"easy", "medium", "hard"} else None


def amount(text: str, otherwise: Decimal) -> Decimal:
    """The number of a cell, if it is one."""
    return Decimal(text.replace("−", "-")) if NUMBER.fullmatch(text) else otherwise
