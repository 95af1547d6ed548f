"""A question as a card of HTML: what stands on its front, what on its back."""

import re
from collections.abc import Iterable

from quizgen.exchange.api import Item
from quizgen.exchange.markup import html, paragraph, quotation
from quizgen.exchange.wording import (
    allowed,
    blank_pieces,
    digits,
    mixed,
    one_line,
    prompt,
    reasons,
    right_sides,
    right_sides_mixed,
)
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    Short,
    TrueFalse,
)

_MEDIA = re.compile(r"\[(?=sound:|latex\]|\$|anki:)", re.IGNORECASE)
_ASKS = {
    "multi": "Name all that are right.",
    "truefalse": "True or false?",
    "order": "Put them in order.",
}


def guid(item: Item) -> str:
    """What Anki knows the note by, for ever: the ids of the bank and the question."""
    return f"{item.bank.id}/{item.id}"


def tags(question: Question) -> list[str]:
    """Labels as Anki's tags, which hold no blanks; quizgen's own nest by two colons."""
    found = list(question.tags)
    if question.topic:
        found.append(f"topic::{question.topic}")
    if question.speaker:
        found.append(f"speaker::{question.speaker}")
    if question.difficulty:
        found.append(f"difficulty::{question.difficulty}")
    return ["_".join(tag.split()) for tag in found]


def front(question: Question) -> str:
    """The prompt; its class says of which type the question is."""
    shown = prompt(question)
    ask = _ASKS.get(question.kind, "")
    return safe(
        paragraph(shown.context, "context")
        + paragraph(shown.stem, question.kind)
        + quotation(shown.quote)
        + paragraph(ask, "ask")
    )


def gaps(question: Cloze) -> str:
    """The prompt with Anki's own marks for its blanks, and nothing else that looks like one."""
    where, pieces = blank_pieces(question)
    text = apart(html(pieces[0]))
    for number, (variants, piece) in enumerate(
        zip(question.blanks, pieces[1:], strict=True), start=1
    ):
        text += _gap(number, variants[0]) + apart(html(piece))
    shown = prompt(question)
    stem = text if where == "stem" else apart(html(shown.stem))
    quote = text if where == "quote" else apart(html(shown.quote))
    return safe(
        apart(paragraph(shown.context, "context"))
        + f'<p class="cloze">{stem}</p>'
        + (f"<blockquote>{quote}</blockquote>" if quote else "")
    )


def choices(item: Item, seed: int) -> str:
    """What there is to choose from, mixed; letters for options."""
    question = item.question
    match question:
        case Choice() | Multi():
            return safe(f'<ol type="A">{_listed(mixed(item, seed), "option")}</ol>')
        case Order():
            return safe(f"<ul>{_listed(mixed(item, seed), 'thing')}</ul>")
        case Match():
            sides = right_sides_mixed(right_sides(question.pairs, question.extra), item, seed)
            lefts = _listed((left for left, _ in question.pairs), "left")
            return safe(f"<ul>{lefts}</ul><ul>{_listed(sides, 'side')}</ul>")
    return ""


def answer(question: Question) -> str:
    """The right answer."""
    found = ""
    match question:
        case Choice():
            found = paragraph(question.key, "answer")
        case TrueFalse():
            found = paragraph("True" if question.key else "False", "answer")
        case Multi():
            found = f"<ul>{_listed(question.keys, 'answer')}</ul>"
        case Short():
            found = paragraph(question.keys[0], "answer")
        case Number():
            found = paragraph(digits(question.key), "answer")
        case Order():
            found = f"<ol>{_listed(question.items, 'answer')}</ol>"
        case Match():
            found = _defined(question.pairs, "pairs")
        case Open():
            found = paragraph(question.key or "", "answer")
        case Cloze():
            found = ""  # the blanks themselves show it
    return safe(found)


def more(question: Question) -> str:
    """What else is right, the explanation, and why the wrong options are wrong."""
    also = ""
    if isinstance(question, Short) and len(question.keys) > 1:
        also = f"<p>Also right:</p><ul>{_listed(question.keys[1:], 'also')}</ul>"
    if isinstance(question, Cloze):
        rows = [
            (str(at), text)
            for at, blank in enumerate(question.blanks, start=1)
            for text in blank[1:]
        ]
        also = "<p>Also right:</p>" + _defined(rows, "also") if rows else ""
    if isinstance(question, Number) and question.tolerance:
        also = paragraph(f"± {digits(allowed(question))}", "tolerance")
    why = _defined(((one.text, one.because or "") for one in reasons(question)), "because")
    return safe(also + paragraph(question.explanation or "", "explanation") + why)


def source(question: Question) -> str:
    """The transcript's words."""
    return safe("".join(quotation(one_line(words), "transcript") for words in question.evidence))


def safe(source: str) -> str:
    """HTML in which Anki finds no media and no formulas."""
    return _MEDIA.sub("&#91;", source) if "[" in source else source


def apart(source: str) -> str:
    """Keep apart what Anki would read as the marks of a blank."""
    return re.sub(r"([{}:])(?=\1)", "\\1\u200b", source)


def _gap(number: int, text: str) -> str:
    """A blank in Anki's own form; its text must not touch the signs around it."""
    inner = apart(html(text))
    inner = f"\u200b{inner}" if inner.startswith(":") else inner
    inner = f"{inner}\u200b" if inner.endswith("}") else inner
    return f"{{{{c{number}::{inner}}}}}"


def _listed(texts: Iterable[str], kind: str) -> str:
    return "".join(f'<li class="{kind}">{html(text)}</li>' for text in texts)


def _defined(rows: Iterable[tuple[str, str]], kind: str) -> str:
    listed = "".join(
        f'<dt class="{kind}">{html(name)}</dt><dd class="{kind}">{html(text)}</dd>'
        for name, text in rows
    )
    return f"<dl>{listed}</dl>" if listed else ""
