"""A page to print: the quiz, and its answers on a page of their own."""

from collections.abc import Iterator, Sequence

from quizgen.exchange.api import FIELDS, Losses, Options, Part
from quizgen.exchange.markup import html, xml_value
from quizgen.exchange.sheets import Entry, Sheet, sheets
from quizgen.exchange.wording import digits, letter

TITLE = "HTML"
SUMMARY = "A page to print, the answers on a page of their own; open it in a browser."
BINARY = False
KINDS = {
    "choice": "lettered options",
    "multi": "lettered options",
    "truefalse": "True and False",
    "short": "a line to write on",
    "cloze": "gaps to write in",
    "number": "a line to write on",
    "order": "boxes for the numbers",
    "match": "two columns",
    "open": "lines to write on",
}
PLACES = frozenset(FIELDS)

_CSS = """
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font: 12pt/1.45 Georgia, "Times New Roman", serif; color: #000; background: #fff;
  max-width: 46em; margin: 2em auto; padding: 0 1em; overflow-wrap: break-word; }
h1 { font-size: 1.5em; line-height: 1.2; margin: 0 0 .3em; }
h2 { font-size: 1.2em; margin: 0 0 .8em; }
.who { display: flex; gap: 2em; margin: 0 0 1.8em; }
.who span { flex: 2; border-bottom: 1px solid #000; padding-bottom: .2em; }
.who span + span { flex: 1; }
.question { break-inside: avoid; margin: 0 0 1.5em; display: grid;
  grid-template-columns: 2.2em 1fr; }
.number { font-weight: bold; }
.question p { margin: 0 0 .4em; }
.context, .ask, .points { color: #444; }
.ask, .points { font-style: italic; }
blockquote { margin: .3em 0 .6em; padding-left: .8em; border-left: 3px solid #999; }
.passage { background: #f3f3f3; padding: .6em .8em; margin: 0 0 .7em; grid-column: 1 / -1;
  break-inside: avoid; }
.passage p { margin: 0 0 .4em; }
.options { list-style: none; margin: .3em 0 0; padding: 0; }
.options li { display: grid; grid-template-columns: 2em 1fr; margin: .15em 0; }
.columns { display: grid; grid-template-columns: 1fr 1fr; gap: 1.5em; }
.box { display: inline-block; width: 1.3em; height: 1.3em; border: 1px solid #000; }
.line { border-bottom: 1px solid #999; height: 1.9em; }
.key dl { margin: 0; display: grid; grid-template-columns: 2.2em 1fr; }
.key dt { font-weight: bold; }
.key dd { margin: 0 0 .7em; break-inside: avoid; }
.key p { margin: 0; }
.key .more { color: #333; font-size: .88em; }
.key .id { color: #666; font-size: .8em; font-family: monospace; }
.sheet + .sheet, .key { break-before: page; }
@media screen { .key, .sheet + .sheet { border-top: 1px dashed #999; padding-top: 2em;
  margin-top: 3em; } }
@media print { body { max-width: none; margin: 0; padding: 0; font-size: 11pt; } }
@page { margin: 18mm 16mm; }
"""


def write(parts: Sequence[Part], options: Options, _losses: Losses) -> bytes:
    """Write all versions one behind the other, each with its key."""
    made = sheets(parts, options)
    language = parts[0].bank.language if parts else "en"
    return "".join(_page(made, language)).encode()


def _page(made: Sequence[Sheet], language: str) -> Iterator[str]:
    title = html(made[0].title)
    yield f'<!DOCTYPE html>\n<html lang="{xml_value(language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta http-equiv="Content-Security-Policy" '
    yield "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n<style>{_CSS}</style>\n</head>\n<body>\n"
    for sheet in made:
        yield from _sheet(sheet)
        yield from _key(sheet)
    yield "</body>\n</html>\n"


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f'<section class="sheet">\n<h1 dir="auto">{_named(sheet)}</h1>\n'
    yield '<div class="who"><span>Name:</span><span>Date:</span></div>\n'
    yield from (_question(entry) for entry in sheet.entries)
    yield "</section>\n"


def _named(sheet: Sheet) -> str:
    return html(f"{sheet.title} – {sheet.version}" if sheet.version else sheet.title)


def _question(entry: Entry) -> str:
    shown = entry.prompt
    points = entry.item.question.points
    worth = f"({digits(points)} points)" if points != 1 else ""
    passage = "".join(_p(paragraph) for paragraph in entry.passage)
    return (
        '<div class="question">'
        + (f'<div class="passage">{passage}</div>' if passage else "")
        + f'<div class="number">{entry.number}.</div><div>'
        + _p(shown.context, "context")
        + _p(shown.stem)
        + (f'<blockquote dir="auto">{html(shown.quote)}</blockquote>' if shown.quote else "")
        + _p(worth, "points")
        + _p(entry.ask, "ask")
        + _answers(entry)
        + "</div></div>\n"
    )


def _answers(entry: Entry) -> str:
    if entry.lines:
        return '<div class="line"></div>' * entry.lines
    if not entry.options:
        return ""
    if entry.item.question.kind == "order":
        rows = zip(['<span class="box"></span>'] * len(entry.options), entry.options, strict=True)
        lettered = [(f"{mark}", f"{letter(at)} {text}") for at, (mark, text) in enumerate(rows)]
        return _list(lettered)
    options = _list([(letter(at), text) for at, text in enumerate(entry.options)])
    if not entry.lefts:
        return options
    lefts = _list([(str(at), text) for at, text in enumerate(entry.lefts, start=1)])
    return f'<div class="columns">{lefts}{options}</div>'


def _list(rows: Sequence[tuple[str, str]]) -> str:
    """Rows of a mark, which is HTML, and a text."""
    listed = "".join(
        f'<li><span>{mark}</span><span dir="auto">{html(text)}</span></li>' for mark, text in rows
    )
    return f'<ol class="options">{listed}</ol>'


def _key(sheet: Sheet) -> Iterator[str]:
    yield f'<section class="key">\n<h2 dir="auto">Answers: {_named(sheet)}</h2>\n<dl>\n'
    for entry in sheet.entries:
        more = "".join(_p(text, "more") for text in entry.more)
        ident = f'<span class="id">{html(entry.item.id)}</span>'
        yield (f"<dt>{entry.number}.</dt><dd>{_p(entry.answer)}{more}{ident}</dd>\n")
    yield "</dl>\n</section>\n"


def _p(text: str, kind: str = "") -> str:
    if not text:
        return ""
    named = f' class="{kind}"' if kind else ""
    return f'<p{named} dir="auto">{html(text)}</p>'
