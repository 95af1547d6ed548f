"""Collect the problems of one bank file, each with its line for a caret to point into."""

from quizgen.bank.codes import CODES
from quizgen.documents.nodes import Document, Mapping, Mend, Node, Scalar, excerpt
from quizgen.model.problem import Problem

MOST = 1_000
"""How many problems of one file are reported."""


class Report:
    """Problems and mends, in the order found."""

    def __init__(self, document: Document) -> None:
        self.path = document.path
        self.text = document.text
        self.lines = document.lines
        self.problems: list[Problem] = list(document.problems)
        self.mends: list[Mend] = list(document.mends)

    @property
    def full(self) -> bool:
        """Whether so much is wrong that no more is taken in."""
        return len(self.problems) >= MOST

    def add(self, code: str, node: Node | None, message: str, fix: str = "") -> None:
        """Report a problem at a node, or of the file as a whole."""
        line, column = (node.line, node.column) if node else (0, 0)
        self.at(code, line, column, message, fix)

    def at(self, code: str, line: int, column: int, message: str, fix: str = "") -> None:
        """Report a problem at a line and column, both from 1."""
        if not self.full:
            level, _ = CODES[code]
            problem = Problem(
                self.path, line, column, level, code, message, fix, excerpt(self.lines, line)
            )
            self.problems.append(problem)

    def mend(self, start: int, end: int, text: str) -> None:
        """Offer to write ``text`` from one offset to another, which is surely what was meant."""
        self.mends.append(Mend(start, end, text))

    def repeated(self, mapping: Mapping) -> bool:
        """Report the fields that stand twice; tell whether there are any."""
        for first, second in mapping.repeated:
            message = f"“{short(second)}” stands here for the second time"
            fix = f"The first one is in line {first.line}. Delete one of them."
            self.add("duplicate-key", second, message, fix)
        return bool(mapping.repeated)


def short(node: Scalar | str, most: int = 40) -> str:
    """A text as a message can show it: one line, not too long."""
    text = " ".join((node if isinstance(node, str) else node.value).split())
    return text if len(text) <= most else f"{text[: most - 1]}…"
