"""Changes to the page of settings: a value, the keys; comments and all else stay as they are."""

import re
from collections.abc import Mapping as Wishes

from quizgen.documents.nodes import Mapping, Node, Scalar, content_end
from quizgen.documents.parse import parse
from quizgen.documents.pieces import line_end
from quizgen.documents.scalars import inline

_KEYMAP = "keymap"


def with_value(text: str, name: str, value: str) -> str:
    """The page with ``value``, as YAML has it, for the setting ``name``."""
    now = _root(text).get(name)
    if now is not None:
        return _instead(text, now, value)
    line = re.compile(rf"^{name}:[^\n]*", re.MULTILINE)
    if line.search(text):  # on a page that cannot be read as a whole
        return line.sub(lambda _found: f"{name}: {value}", text, count=1)
    return _with_end(text) + f"{name}: {value}\n"


def with_keys(text: str, wishes: Wishes[str, str]) -> str:
    """The page with these keys for actions, every other one having its own keys again."""
    entry = _root(text).entries.get(_KEYMAP)
    if entry is None:
        return _with_end(text) + _block(wishes) if wishes else text
    key, keymap = entry
    if not isinstance(keymap, Mapping) or keymap.flow or not wishes:
        rest = text[_line_below(text, keymap) :]
        return text[: key.start] + _block(wishes) + rest
    text = _with_end(text)
    pairs = list(keymap.pairs())
    end = _line_below(text, pairs[-1][1])
    new = [name for name in wishes if name not in keymap.entries]
    indent = " " * (keymap.column - 1)
    text = text[:end] + "".join(f"{indent}{_line(name, wishes[name])}" for name in new) + text[end:]
    for one, value in reversed(pairs):
        wish = wishes.get(one.value)
        if wish is None:
            start = text.rfind("\n", 0, one.start) + 1
            text = text[:start] + text[_line_below(text, value) :]
        elif not isinstance(value, Scalar) or value.value != wish:
            text = _instead(text, value, inline(wish))
    return text


def _root(text: str) -> Mapping:
    root = parse(text, "").root
    return root if isinstance(root, Mapping) else Mapping({}, 0, 0, 0, 0)


def _instead(text: str, node: Node, value: str) -> str:
    room = "" if text[: node.start].endswith((" ", "\n")) else " "  # nothing stood there
    return text[: node.start] + room + value + text[max(content_end(node, text), node.start) :]


def _line_below(text: str, node: Node) -> int:
    return line_end(text, content_end(node, text))


def _block(wishes: Wishes[str, str]) -> str:
    lines = "".join(f"  {_line(name, keys)}" for name, keys in wishes.items())
    return f"{_KEYMAP}:\n{lines}" if wishes else ""


def _line(name: str, keys: str) -> str:
    return f"{inline(name)}: {inline(keys)}\n"


def _with_end(text: str) -> str:
    return text if text.endswith("\n") or not text else text + "\n"
