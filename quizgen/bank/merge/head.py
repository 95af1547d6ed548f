"""Note in a bank's head how it is generated now: only the values that changed."""

from collections.abc import Iterator
from dataclasses import fields

from quizgen.bank.reader import ReadBank
from quizgen.bank.writer import format_generate
from quizgen.documents.nodes import Mapping, Mend, Scalar, Sequence, content_end
from quizgen.documents.pieces import line_end
from quizgen.documents.scalars import inline
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import BankError


def head_mends(read: ReadBank, settings: GenerateSettings, source: str) -> list[Mend]:
    """What to write in the head so that a plain ``generate`` does the same again.

    Raises:
        BankError: ``generate:`` is written so that a value cannot be put in.
    """
    root = read.document.root
    assert read.bank is not None
    assert isinstance(root, Mapping)
    return [*_source(read, root, source), *_generate(read, root, settings)]


def _source(read: ReadBank, root: Mapping, source: str) -> Iterator[Mend]:
    node = root.get("source")
    assert read.bank is not None
    if read.bank.source == source:
        return
    if isinstance(node, Scalar) and node.style not in ("|", ">"):
        yield Mend(node.start, node.end, _gap(node, read) + inline(source))
    elif node is None:
        yield _line(read, root, f"source: {inline(source)}")


def _generate(read: ReadBank, root: Mapping, settings: GenerateSettings) -> Iterator[Mend]:
    assert read.bank is not None
    old = read.bank.generate
    if old == settings:
        return
    node = root.get("generate")
    if node is None or (isinstance(node, Scalar) and not node.value):
        line = f"generate: {format_generate(settings)}"
        yield _line(read, root, line) if node is None else Mend(node.end, node.end, line[9:])
        return
    for field in fields(GenerateSettings):
        value = getattr(settings, field.name)
        if value != getattr(old or GenerateSettings(), field.name):
            yield _setting(read, node, field.name, value)


def _setting(read: ReadBank, node: object, name: str, value: object) -> Mend:
    text = _value(value)
    if not isinstance(node, Mapping):
        raise _cannot(read, name)
    old = node.get(name)
    if isinstance(old, Scalar) and old.style not in ("|", ">"):
        return Mend(old.start, old.end, _gap(old, read) + text)
    if isinstance(old, Sequence) and old.flow:
        return Mend(old.start, old.end, text)
    if old is None and node.flow:
        comma = ", " if node.entries else ""
        return Mend(node.end - 1, node.end - 1, f"{comma}{name}: {text}")
    if old is None:
        at = line_end(read.document.text, content_end(node, read.document.text))
        return Mend(at, at, f"{' ' * (node.column - 1)}{name}: {text}{read.newline}")
    raise _cannot(read, name)


def _gap(node: Scalar, read: ReadBank) -> str:
    """An empty value stands right behind its colon."""
    return " " if read.document.text[node.start - 1] == ":" else ""


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(inline(name, flow=True) for name in value)}]"
    return inline(value, flow=True) if isinstance(value, str) else str(value)


def _line(read: ReadBank, root: Mapping, words: str) -> Mend:
    """A new line of the head: above the questions, below what else the head holds."""
    text = read.document.text
    above = [
        node
        for key, node in root.pairs()
        if key.value in {"quizgen", "id", "title", "description", "source", "date", "licence"}
    ]
    if not above:
        return Mend(0, 0, f"{words}{read.newline}")
    at = max(line_end(text, content_end(node, text)) for node in above)
    lead = "" if text[at - 1] in "\r\n" else read.newline
    return Mend(at, at, f"{lead}{words}{read.newline}")


def _cannot(read: ReadBank, name: str) -> BankError:
    return BankError(
        f"{read.document.path}: “{name}” under “generate:” cannot be changed where it stands.",
        fix="Write the settings as generate: {count: 30, seed: 1}, or change it by hand.",
    )
