"""Write ``quizgen/tui/locale/quizgen.pot``: every text of the interface, for translators.

    python tools/catalogue.py                 the template, from the source
    python tools/catalogue.py FILE.po         and FILE.mo beside it, from a translation

A translation is used from ``quizgen/tui/locale/LANGUAGE/LC_MESSAGES/quizgen.mo``, or, while
one is at work on it, from such a folder anywhere that ``QUIZGEN_LOCALES`` names.
"""

import ast
import re
import struct
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEMPLATE = ROOT / "quizgen" / "tui" / "locale" / "quizgen.pot"
_HEAD = (
    "Project-Id-Version: quizgen\\n",
    "MIME-Version: 1.0\\n",
    "Content-Type: text/plain; charset=UTF-8\\n",
    "Content-Transfer-Encoding: 8bit\\n",
    "Plural-Forms: nplurals=2; plural=(n != 1);\\n",
)
_MAGIC = 0x950412DE
_ENTRY = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+(".*")$|^(".*")$')

Texts = dict[tuple[str, str | None], list[str]]


def texts() -> Texts:
    """Every text with its plural form, and the files that hold it."""
    found: Texts = {}
    for path in sorted((ROOT / "quizgen").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if "quizgen.tui.texts import" not in source:
            continue
        for call in ast.walk(ast.parse(source)):
            for text in _texts_of(call):
                places = found.setdefault(text, [])
                place = path.relative_to(ROOT).as_posix()
                if place not in places:
                    places.append(place)
    return found


def _texts_of(node: ast.AST) -> Iterator[tuple[str, str | None]]:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return
    values = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
    strings = [value for value in values if isinstance(value, str)]
    if node.func.id == "_" and strings:
        yield strings[0], None
    elif node.func.id == "ngettext" and len(strings) >= 2:
        yield strings[0], strings[1]


def template(found: Texts) -> str:
    """The catalogue without translations."""
    parts = ['msgid ""\nmsgstr ""\n' + "".join(f'"{line}"\n' for line in _HEAD)]
    for (one, many), places in sorted(found.items(), key=lambda entry: (entry[1], entry[0])):
        lines = [f"#: {' '.join(places)}", *(["#, python-brace-format"] if "{" in one else [])]
        lines.append(f"msgid {_quoted(one)}")
        if many is None:
            lines.append('msgstr ""')
        else:
            lines += [f"msgid_plural {_quoted(many)}", 'msgstr[0] ""', 'msgstr[1] ""']
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def compiled(messages: Mapping[str, str]) -> bytes:
    """A catalogue as gettext reads it; a key with a plural is both forms around a zero byte."""
    head = "".join(_HEAD).replace("\\n", "\n")
    rows = sorted({"": head, **messages}.items())
    keys = [key.encode() for key, _ in rows]
    values = [value.encode() for _, value in rows]
    tables = 28 + 16 * len(rows)
    offsets, blob = [], b""
    for group in (keys, values):
        for raw in group:
            offsets.append((len(raw), tables + len(blob)))
            blob += raw + b"\0"
    head_size = struct.pack("<7I", _MAGIC, 0, len(rows), 28, 28 + 8 * len(rows), 0, 0)
    return head_size + b"".join(struct.pack("<2I", *pair) for pair in offsets) + blob


def read_po(text: str) -> dict[str, str]:
    """The messages of a translation, by the keys that ``compiled`` takes."""
    messages: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", text):
        fields: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            found = _ENTRY.match(line.strip())
            if not found or line.startswith("#"):
                continue
            name = found[1] or name
            fields[name] = fields.get(name, "") + ast.literal_eval(found[2] or found[3])
        if fields.get("msgid"):
            many = fields.get("msgid_plural")
            key = fields["msgid"] if many is None else f"{fields['msgid']}\0{many}"
            forms = [value for field, value in fields.items() if field.startswith("msgstr")]
            if all(forms):
                messages[key] = "\0".join(forms)
    return messages


def _quoted(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'


def main() -> None:
    """Write the template, or compile a translation."""
    if len(sys.argv) > 1:
        path = Path(sys.argv[1])
        messages = read_po(path.read_text(encoding="utf-8"))
        path.with_suffix(".mo").write_bytes(compiled(messages))
        return
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_text(template(texts()), encoding="utf-8")


if __name__ == "__main__":
    main()
