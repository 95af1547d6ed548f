"""Give an item that a teacher laid out, or added fields to, new values in its own layout.

Only the values that make the question are written, each in its place; comments, order,
quotes and the teacher's fields stay. Where that cannot be done (a field too many, a
comment inside a list whose length changes) the item is left to a person.
"""

import re
from collections.abc import Iterator

from quizgen.bank.merge.notes import as_question
from quizgen.bank.reader import parse_bank
from quizgen.bank.splices import spliced
from quizgen.bank.stamp import content_fingerprint
from quizgen.bank.writer import format_item
from quizgen.documents.nodes import Mapping, Mend, Node, Scalar, Sequence, content_end
from quizgen.documents.scalars import block, inline
from quizgen.model.question import Question

_CONTENT = (
    "question", "type", "quote", "choices", "answer", "wrong", "blanks", "tolerance", "unit",
    "order", "pairs", "extra", "from", "made",
)  # fmt: skip
_HEAD = "questions:\n"


class _CannotError(Exception):
    """This value cannot be written without touching what is a teacher's."""


def revalued(lines: str, question: Question) -> str | None:
    """An item's lines, as they stand in the file, with the values of ``question``; or None."""
    text = _HEAD + lines
    old = _mapping(text)
    new = _mapping(_HEAD + format_item(question))
    if old is None or new is None:
        return None
    try:
        mends = [mend for key in _CONTENT for mend in _field(key, old, new, text)]
    except _CannotError:
        return None
    body = spliced(text, mends)[len(_HEAD) :]
    written = as_question(body)
    if written is None or content_fingerprint(written) != content_fingerprint(question):
        return None
    return body


def _mapping(text: str) -> Mapping | None:
    root = parse_bank(text, "").document.root
    items = root.get("questions") if isinstance(root, Mapping) else None
    first = items.items[0] if isinstance(items, Sequence) and items.items else None
    return first if isinstance(first, Mapping) else None


def _field(key: str, old: Mapping, new: Mapping, text: str) -> Iterator[Mend]:
    was, now = old.get(key), new.get(key)
    if was is not None and now is not None:
        yield from _value(was, now, text, flow=old.flow)
    elif (was is None) != (now is None):
        raise _CannotError


def _value(was: Node, now: Node, text: str, *, flow: bool) -> Iterator[Mend]:
    if isinstance(was, Scalar) and isinstance(now, Scalar):
        if was.value.strip() != now.value.strip():
            yield _scalar(was, now.value.strip(), text, flow=flow)
    elif isinstance(was, Sequence) and isinstance(now, Sequence):
        yield from _list(was, now, text, flow=flow or was.flow)
    elif isinstance(was, Mapping) and isinstance(now, Mapping):
        if was.entries.keys() != now.entries.keys():
            raise _CannotError
        for key, (_, value) in was.entries.items():
            yield from _value(value, now.entries[key][1], text, flow=flow or was.flow)
    else:
        raise _CannotError


def _scalar(was: Scalar, words: str, text: str, *, flow: bool) -> Mend:
    """A scalar stays on its line; a block scalar stays a block, its header's comment kept."""
    if was.style not in ("|", ">"):
        return Mend(was.start, was.end, inline(words, flow=flow))
    end = content_end(was, text)
    header, *body = text[was.start : end].splitlines(keepends=True)
    first = next((line for line in body if line.strip()), "")
    indent = len(first) - len(first.lstrip(" ")) or 4
    comment = re.search(r"[ \t]+#.*", header)
    written, *rest = block(words, column=indent, indent=indent).split("\n")
    lines = [written + (comment[0].rstrip() if comment else ""), *rest]
    return Mend(was.start, end, _newline(header).join(lines))


def _list(was: Sequence, now: Sequence, text: str, *, flow: bool) -> Iterator[Mend]:
    if len(was.items) == len(now.items):
        for one, other in zip(was.items, now.items, strict=True):
            yield from _value(one, other, text, flow=flow)
        return
    texts = [item.value.strip() for item in now.items if isinstance(item, Scalar)]
    start, end = was.items[0].start, content_end(was.items[-1], text)
    inside = text[start:end]
    if len(texts) != len(now.items) or re.search(r"(^|\s)#", inside):
        raise _CannotError
    if flow:
        yield Mend(start, end, ", ".join(inline(words, flow=True) for words in texts))
        return
    column = was.column + 1
    between = f"\n{' ' * (was.column - 1)}- "
    written = between.join(block(words, column=column, indent=column) for words in texts)
    yield Mend(start, end, written.replace("\n", _newline(text)))


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
