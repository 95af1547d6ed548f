"""Find the flaws of a bank's questions, each at the place where it stands in the file."""

from collections.abc import Iterator
from collections.abc import Sequence as Several

from quizgen.bank.reader import ReadBank
from quizgen.documents.collector import collector_off
from quizgen.documents.nodes import Mapping, Node, Scalar, Sequence, excerpt
from quizgen.language.detect import detect
from quizgen.model.problem import Level, Problem
from quizgen.model.question import Question
from quizgen.quality.facts import Facts
from quizgen.quality.flaws import rows_for
from quizgen.quality.in_bank import IN_BANK

_SAMPLE = 100  # questions by which the language of a bank is told


def flawed(read: ReadBank) -> tuple[Problem, ...]:
    """Warnings about the questions that are asked, sorted by place.

    Of a question that quizgen made only what would have kept it out of the bank counts.
    """
    if read.bank is None:
        return ()
    with collector_off():
        language = language_of(read)
        asked = [question for question in read.bank.questions if not question.skip]
        facts = [Facts(each, each.made.rule if each.made else None, language) for each in asked]
        places = Places(read)
        known = {(problem.line, problem.column) for problem in read.problems}
        found = [*_in_questions(facts, places), *_in_bank(facts, places)]
        new = (problem for problem in found if (problem.line, problem.column) not in known)
        return tuple(sorted(new))


def language_of(read: ReadBank) -> str:
    """The language that the bank names, or else the one its questions are seen to be in."""
    root = read.document.root
    if read.bank is None or not isinstance(root, Mapping):
        return "en"
    if "language" in root.entries:
        return read.bank.language
    sample = read.bank.questions[:_SAMPLE]
    return detect("\n".join(f"{each.stem} {each.quote or ''}" for each in sample)) or "en"


def _in_questions(questions: Several[Facts], places: "Places") -> Iterator[Problem]:
    for facts in questions:
        for row in rows_for(facts):
            if (row.hard or facts.by_hand) and (found := row.check(facts)):
                node = places.of(facts.question, found.field, found.option)
                yield places.warning(row.code, node, found.message, row.fix)


def _in_bank(questions: Several[Facts], places: "Places") -> Iterator[Problem]:
    whole = [facts for facts in questions if not facts.too_long]
    for row in IN_BANK:
        for question, found in row.check(whole):
            node = places.of(question, found.field, found.option) if question else None
            yield places.warning(row.code, node, found.message, row.fix)


class Places:
    """Where the fields and options of a bank's questions stand in its file."""

    def __init__(self, read: ReadBank) -> None:
        self._path = read.document.path
        self._lines = read.document.lines
        root = read.document.root
        self._root = root if isinstance(root, Mapping) else None
        self._items: dict[tuple[int, int], Mapping] = {}
        for key in ("questions", "retired"):
            listed = self._root.get(key) if self._root else None
            for item in listed.items if isinstance(listed, Sequence) else ():
                if isinstance(item, Mapping):
                    self._items[item.line, item.column] = item

    def of(self, question: Question, field: str, option: str | None = None) -> Node | None:
        """The node of a field's value, or of one text in it; else of the whole question."""
        place = question.place
        item = self._items.get((place.line, place.column)) if place else None
        if item is None:
            return None
        if option is not None:
            for name in (field, "wrong", "choices", "answer", "order"):
                if (node := _holding(item.get(name), option)) is not None:
                    return node
        return item.get(field) or item

    def head(self, field: str) -> Node | None:
        """The node of one of the bank's own fields."""
        return self._root.get(field) if self._root else None

    def warning(self, code: str, node: Node | None, message: str, fix: str) -> Problem:
        """A warning at a node, or about the file as a whole."""
        return self.problem(Level.WARNING, code, node, message, fix)

    def problem(
        self, level: Level, code: str, node: Node | None, message: str, fix: str
    ) -> Problem:
        """A problem at a node, or of the file as a whole."""
        line, column = (node.line, node.column) if node else (0, 0)
        shown = excerpt(self._lines, line)
        return Problem(self._path, line, column, level, code, message, fix, shown)


def _holding(node: Node | None, text: str) -> Node | None:
    """The scalar that is ``text``, in a value or one level or two below it."""
    if isinstance(node, Scalar):
        return node if node.value.strip() == text else None
    if isinstance(node, Mapping):
        return _holding(node.get("wrong"), text)
    if isinstance(node, Sequence):
        found = (_holding(item, text) for item in node.items)
        return next((each for each in found if each is not None), None)
    return None
