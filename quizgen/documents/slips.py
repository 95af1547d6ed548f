"""The slips that make a line unreadable, and the line as it was meant.

A slip is recognised by how the line looks, not by what the parser complains about: a
parser stops at the next sign that it cannot place, which is often far behind.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.documents.scalars import quoted

_LINE = re.compile(
    r"""(?x) (?P<lead> \s* (?:-\s+)* )
        (?: (?P<key> [A-Za-z][\w-]{0,40} ) : (?P<gap> \s+ ) )?
        (?P<value> .*? ) (?P<comment> \s+\#\s.* | \s* ) $"""
)
_GLUED_KEY = re.compile(r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z][A-Za-z-]*):(?P<value>[^\s/].*)$")
_GLUED_DASH = re.compile(r"(?P<lead>\s*)-(?P<value>[^\s\-].*)$")
_CURLY = "“”„‟«»‘’"
_WORDS = re.compile(rf"[\w(…{_CURLY}]")
_FIELD = re.compile(r"[A-Za-z][\w-]{0,40}:(?:\s|$)")
_BULLET = re.compile(
    r"(?P<lead>\s*)(?P<sign>[*•·–—+]|\d{1,3}[.)])\s+(?P<rest>[A-Za-z][\w-]{0,40}:\s.*)$"
)
_NO_COLON = re.compile(
    r"(?P<lead>\s*(?:-\s+)*)(?P<key>[A-Za-z][\w-]{0,40})\s*(?P<sign>[;=])\s*(?P<value>.*)$"
)
_ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"  # look like a space, or like nothing
_ODD_SPACE = re.compile(f"[{_ODD}]")
_BEFORE_TEXT = re.compile(rf"[\s{_ODD}]*(?:-[\s{_ODD}]+)*(?:[A-Za-z][\w-]{{0,40}}:[\s{_ODD}]+)?")
_BLOCK = re.compile(r"[|>][-+0-9]*$")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip in one line. ``column`` counts from 1; ``meant`` is the line mended.

    ``sure`` says that nothing else can have been meant.
    """

    column: int
    code: str
    message: str
    fix: str
    meant: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Line:
    """A line taken apart: what stands before its value, the value, a comment behind."""

    before: str
    value: str
    after: str
    keyed: bool

    @property
    def column(self) -> int:
        return len(self.before) + 1

    def instead(self, value: str) -> str:
        return f"{self.before}{value}{self.after}"


def slips(line: str, fields_at: int | None = None, dash_at: int | None = None) -> Iterator[Slip]:
    """Every slip that this line may hold, the likeliest first.

    ``fields_at`` is the column (from 0) at which the fields of its item stand, ``dash_at`` that
    of the dash above it in a list of the item, if there are any.
    """
    yield from _tab(line)
    yield from _odd_space(line)
    yield from _bullet(line)
    match = _LINE.match(line)
    if match and match["value"]:
        before = line[: match.start("value")]
        keyed = match["key"] is not None or "-" in match["lead"]
        taken = _Line(before, match["value"], match["comment"], keyed)
        for look in _LOOKS:
            yield from look(taken)
    yield from _glued(line)
    yield from _no_colon(line)
    if dash_at is not None:
        yield from _dash_depth(line, dash_at)
    if fields_at is not None:
        yield from _indentation(line, fields_at)


def glued(line: str, fields_at: int) -> Slip | None:
    """The slip that joins a field at this column to its neighbours, where it has one.

    Several such lines are read as one text, so that mending a single one of them does not help.
    """
    if line[:fields_at].strip(f" -{chr(0xA0)}") or line[fields_at : fields_at + 1] in ("", "-"):
        return None
    return next(iter((*_odd_space(line), *_glued(line), *_no_colon(line))), None)


def _show(meant: str) -> str:
    shown = meant.strip()
    return shown if len(shown) <= 160 else f"{shown[:150]} …"


def _quote_it(line: _Line, code: str, message: str, at: int = 0) -> Slip:
    meant = line.instead(quoted(line.value))
    return Slip(line.column + at, code, message, f"Put the text in quotes: {_show(meant)}", meant)


def _colon(line: _Line) -> Iterator[Slip]:
    found = re.search(r":(?=\s|$)", line.value)
    if not found or line.value[0] in "\"'[{" or not line.keyed:
        return
    message = "a colon followed by a space stands in text without quotes"
    if line.value[0] in _CURLY:
        message += "; curly quotes are letters to YAML"
    yield _quote_it(line, "colon-in-text", message, found.start())


def _double_quote(line: _Line) -> Iterator[Slip]:
    if line.value[0] != '"':
        return
    closed = re.match(r'"(?:[^"\\]|\\.)*"', line.value)
    if closed and closed.end() < len(line.value):
        message = "the text goes on behind its closing quotation mark"
        yield _quote_it(line, "quote-in-text", message, closed.end())
    elif closed and "\\" in line.value:
        inner = line.value[1:-1].replace("'", "''")
        meant = line.instead(f"'{inner}'")
        fix = f"Use single quotes, in which it is an ordinary sign: {_show(meant)}"
        at = line.column + line.value.index("\\")
        message = "a backslash has a special meaning in double quotes"
        yield Slip(at, "backslash", message, fix, meant)
    elif not closed:
        yield _open_quote(line, '"')


def _single_quote(line: _Line) -> Iterator[Slip]:
    if line.value[0] != "'":
        return
    closed = re.match(r"'(?:[^']|'')*'(?!')", line.value)
    if closed and closed.end() < len(line.value):
        message = "the text goes on behind its closing quotation mark"
        yield _quote_it(line, "quote-in-text", message, closed.end())
    elif not closed:
        message = "an apostrophe at the start of a text is a quotation mark to YAML"
        yield _quote_it(line, "open-quote", message)


def _open_quote(line: _Line, sign: str) -> Slip:
    meant = line.instead(line.value + sign)
    fix = f"Close it, or put quotes round the whole text: {_show(meant)}"
    message = f"the quotation mark ({sign}) is not closed"
    return Slip(line.column, "open-quote", message, fix, meant, sure=False)


def _bracket(line: _Line) -> Iterator[Slip]:
    pairs = {"[": "]", "{": "}"}
    closing = pairs.get(line.value[0])
    if closing is None or line.value.endswith(closing):
        return
    kind = "list" if closing == "]" else "group of fields"
    if closing in line.value:
        message = f"a text that begins with `{line.value[0]}` is a {kind} to YAML"
        yield _quote_it(line, "leading-sign", message)
        return
    meant = line.instead(line.value + closing)
    fix = f"Close it with `{closing}`: {_show(meant)}"
    message = f"`{line.value[0]}` is not closed"
    yield Slip(line.column, "open-bracket", message, fix, meant, sure=False)


def _leading_sign(line: _Line) -> Iterator[Slip]:
    sign = line.value[0]
    if sign not in "*&!@`%|>" or _BLOCK.match(line.value):
        return
    yield _quote_it(line, "leading-sign", f"a text cannot begin with `{sign}` unless it is quoted")


_LOOKS: tuple[Callable[[_Line], Iterator[Slip]], ...] = (
    _leading_sign,
    _double_quote,
    _single_quote,
    _bracket,
    _colon,
)


def _tab(line: str) -> Iterator[Slip]:
    blank = line[: len(line) - len(line.lstrip())]
    dashed = re.match(r"\s*-\s*\t\s*", line)
    lead = dashed[0] if dashed else blank
    if "\t" in lead:
        meant = lead.replace("-\t", "- ").replace("\t", "  ") + line[len(lead) :]
        fix = "Use spaces; most editors can be told to type spaces for the Tab key."
        yield Slip(lead.index("\t") + 1, "tab", "the line is indented with a tab", fix, meant)


def _odd_space(line: str) -> Iterator[Slip]:
    """A sign before the text that looks like a space, as word processors write them."""
    before = _BEFORE_TEXT.match(line)
    found = _ODD_SPACE.search(before[0]) if before else None
    if before is None or found is None:
        return
    meant = _ODD_SPACE.sub(" ", before[0]) + line[before.end() :]
    name = unicodedata.name(found[0], "sign").lower()
    message = f"a {name} stands here, which is no space to YAML"
    fix = f"Delete it and type a plain space: {_show(meant)}"
    yield Slip(found.start() + 1, "control-character", message, fix, meant)


def _bullet(line: str) -> Iterator[Slip]:
    if match := _BULLET.match(line):
        at = match.start("rest")  # where it stays, above the other fields
        meant = f"{match['lead']}-".ljust(at) + match["rest"]
        message = f"a question begins with a dash, not with “{match['sign']}”"
        fix = f"Write a dash and a space: - {_show(match['rest'])}"
        yield Slip(len(match["lead"]) + 1, "leading-sign", message, fix, meant)


def _no_colon(line: str) -> Iterator[Slip]:
    if match := _NO_COLON.match(line):
        meant = f"{match['lead']}{match['key']}: {match['value']}".rstrip()
        message = f"“{match['sign']}” stands behind the field's name instead of a colon"
        fix = f"Write a colon and a space: {_show(meant)}"
        yield Slip(match.start("sign") + 1, "space-missing", message, fix, meant, sure=False)


def _glued(line: str) -> Iterator[Slip]:
    if match := _GLUED_KEY.match(line):
        meant = f"{match['lead']}{match['key']}: {match['value']}"
        fix = f"Put a space behind the colon: {_show(meant)}"
        at = match.end("key") + 1
        yield Slip(at, "space-missing", "there is no space behind the colon", fix, meant)
    if match := _GLUED_DASH.match(line):
        meant = f"{match['lead']}- {match['value']}"
        fix = f"Put a space behind the dash: {_show(meant)}"
        at = len(match["lead"]) + 1
        yield Slip(at, "space-missing", "there is no space behind the dash", fix, meant)


def _names_a_field(text: str) -> bool:
    """Whether a line begins with a field's name, be it with a slip behind."""
    return any(form.match(text) for form in (_FIELD, _GLUED_KEY, _NO_COLON))


def _dash_depth(line: str, dash_at: int) -> Iterator[Slip]:
    text = line.lstrip()
    indent = len(line) - len(text)
    if text.startswith("- ") and indent != dash_at:
        way = "further left" if indent < dash_at else "further right"
        message = f"this dash stands {way} than the one above it"
        fix = f"Begin it in column {dash_at + 1}, under that dash."
        yield Slip(indent + 1, "indentation", message, fix, " " * dash_at + text)


def _indentation(line: str, fields_at: int) -> Iterator[Slip]:
    text = line.lstrip()
    indent = len(line) - len(text)
    if _WORDS.match(text) and indent <= fields_at and not _names_a_field(text):
        message = "this line goes on with the text above, but does not stand below it"
        fix = f"Begin it in column {fields_at + 3} or further right."
        meant = " " * (fields_at + 2) + text
        yield Slip(indent + 1, "indentation", message, fix, meant)
    if text and not text.startswith(("-", "#")) and indent != fields_at:
        way = "further left" if indent < fields_at else "further right"
        message = f"this field stands {way} than the others of its question"
        fix = f"Begin it in column {fields_at + 1}, under the other fields."
        meant = " " * fields_at + text
        yield Slip(indent + 1, "indentation", message, fix, meant)
