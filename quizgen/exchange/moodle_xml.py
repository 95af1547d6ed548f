"""Moodle XML, which holds every type of question, with all that Moodle knows about one.

Texts are HTML and therefore escaped twice; answers to type, right sides of pairs and
names are plain text and escaped once, as Moodle reads them.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.grades import share, share_off
from quizgen.exchange.markup import html, paragraph, quotation, xml_text
from quizgen.exchange.moodle_xml_reading import read, score
from quizgen.exchange.wording import (
    allowed,
    blank_pieces,
    digits,
    fixed_order,
    labels,
    mixed,
    name,
    one_line,
    prompt,
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

__all__ = ["BINARY", "KINDS", "PLACES", "SUMMARY", "TITLE", "read", "score", "write"]

TITLE = "Moodle XML"
SUMMARY = "Moodle's question bank, with everything that it knows."
BINARY = False
KINDS = {
    "choice": "multiple choice",
    "multi": "multiple choice, several answers",
    "truefalse": "true/false",
    "short": "short answer",
    "cloze": "embedded answers (cloze)",
    "number": "numerical, with its tolerance and unit",
    "order": "ordering (Moodle 4.4 and newer)",
    "match": "matching",
    "open": "essay, its answer as information for graders",
}
PLACES = frozenset(
    {"hint", "explanation", "because", "from", "topic", "speaker", "tags", "difficulty", "points"}
)
_TYPES = {
    "choice": "multichoice",
    "multi": "multichoice",
    "truefalse": "truefalse",
    "short": "shortanswer",
    "cloze": "cloze",
    "number": "numerical",
    "order": "ordering",
    "match": "matching",
    "open": "essay",
}


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write all items, each bank as a category of its own."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    for part in parts:
        lines += _category(part)
        for item in part.items:
            keys = item.question.keys if isinstance(item.question, Multi) else ()
            if keys and share(len(keys)) is None:
                losses.whole(item, f"Moodle has no grade for one right choice in {len(keys)}")
                continue
            if _points_lost(item.question):
                losses.part(item, "Moodle gives every blank the same whole points")
            lines += _item(item, options)
    return "\n".join([*lines, "</quiz>", ""]).encode()


def _category(part: Part) -> list[str]:
    title = one_line(part.bank.title).replace("/", "//")
    return [
        '<question type="category">',
        f"  <category>{_plain(f'$course$/top/{title}')}</category>",
        f"  {_element('info', paragraph(part.bank.description or ''))}",
        "</question>",
    ]


def _item(item: Item, options: Options) -> Iterator[str]:
    question = item.question
    yield f'<question type="{_TYPES[question.kind]}">'
    yield f"  <name>{_plain(name(question))}</name>"
    yield f"  {_element('questiontext', _shown(question))}"
    yield f"  {_element('generalfeedback', _feedback(question))}"
    if question.kind != "cloze":
        yield f"  <defaultgrade>{digits(question.points)}</defaultgrade>"
    yield "  <penalty>0.3333333</penalty>"
    yield "  <hidden>0</hidden>"
    yield f"  <idnumber>{xml_text(item.id)}</idnumber>"
    yield from (f"  {line}" for line in _ANSWERS[question.kind](item, options))
    if question.hint:
        yield f"  {_element('hint', paragraph(question.hint))}"
    tags = labels(question)
    if tags:
        yield f"  <tags>{''.join(f'<tag>{_plain(one_line(tag))}</tag>' for tag in tags)}</tags>"
    yield "</question>"


def _shown(question: Question) -> str:
    """The prompt as HTML; in a cloze its answers stand in braces within it."""
    shown = prompt(question)
    context, stem, quote = html(shown.context), html(shown.stem), html(shown.quote)
    if isinstance(question, Cloze):
        where, pieces = blank_pieces(question)
        body = _braced(question, [html(piece) for piece in pieces])
        context, stem, quote = (text.replace("{", "&#123;") for text in (context, stem, quote))
        stem, quote = (stem, body) if where == "quote" else (body, quote)
    return (
        (f'<p class="context">{context}</p>' if context else "")
        + f"<p>{stem}</p>"
        + (f"<blockquote>{quote}</blockquote>" if quote else "")
    )


def _braced(question: Cloze, pieces: Sequence[str]) -> str:
    """The text between the blanks, and for each blank its answers in Moodle's own form."""
    weight = weight_of_blank(question) or 1
    text = pieces[0].replace("{", "&#123;")
    for variants, piece in zip(question.blanks, pieces[1:], strict=True):
        answers = "~=".join(_cloze_answer(variant) for variant in variants)
        text += f"{{{weight}:SHORTANSWER:={answers}}}" + piece.replace("{", "&#123;")
    return text


def _points_lost(question: Question) -> bool:
    cloze = isinstance(question, Cloze) and weight_of_blank(question) is None
    return cloze and question.points != 1


def weight_of_blank(question: Cloze) -> int | None:
    """What each blank is worth, which Moodle knows as whole points only; None if it is none."""
    each = question.points / len(question.blanks)
    return int(each) if each % 1 == 0 and 0 < each < 100 else None


def _cloze_answer(text: str) -> str:
    """Signs that mean something in the braces as numbers; an asterisk keeps its backslash."""
    text = one_line(text).replace("*", "\\*")
    return re.sub(r"[^\w\s]", lambda sign: f"&#{ord(sign[0])};", text)


def _feedback(question: Question) -> str:
    quoted = (quotation(words, "transcript") for words in question.evidence)
    return paragraph(question.explanation or "") + "".join(quoted)


def _choosing(item: Item, options: Options) -> Iterator[str]:
    question = item.question
    assert isinstance(question, Choice | Multi)
    single = isinstance(question, Choice)
    keys = (question.key,) if isinstance(question, Choice) else question.keys
    because = {option.text: option.because for option in question.wrong}
    yield f"<single>{'true' if single else 'false'}</single>"
    yield f"<shuffleanswers>{'false' if fixed_order(question) else 'true'}</shuffleanswers>"
    yield "<answernumbering>abc</answernumbering>"
    right = share(len(keys)) or ""
    wrong = "0" if single else f"-{share_off(len(question.wrong))}" if question.wrong else "0"
    for text in mixed(item, options.seed):
        weight = right if text in keys else wrong
        yield _answer(weight, paragraph(text), because.get(text))


def _truefalse(item: Item, _: Options) -> Iterator[str]:
    assert isinstance(item.question, TrueFalse)
    for value in (True, False):
        weight = "100" if item.question.key is value else "0"
        yield f'<answer fraction="{weight}">{_plain(str(value).lower())}</answer>'


def _short(item: Item, _: Options) -> Iterator[str]:
    assert isinstance(item.question, Short)
    yield "<usecase>0</usecase>"
    for key in item.question.keys:
        text = one_line(key).replace("*", "\\*")
        yield f'<answer fraction="100" format="plain_text">{_plain(text)}</answer>'


def _number(item: Item, _: Options) -> Iterator[str]:
    question = item.question
    assert isinstance(question, Number)
    yield (
        f'<answer fraction="100" format="plain_text">{_plain(digits(question.key))}'
        f"<tolerance>{digits(allowed(question))}</tolerance></answer>"
    )
    if question.unit:
        unit = xml_text(one_line(question.unit))
        yield (
            f"<units><unit><multiplier>1</multiplier><unit_name>{unit}</unit_name></unit></units>"
        )
        yield "<unitgradingtype>0</unitgradingtype>"
        yield "<unitpenalty>0</unitpenalty>"
        yield "<showunits>0</showunits>"  # it may be typed or not; the question names it
        yield "<unitsleft>0</unitsleft>"


def _match(item: Item, _: Options) -> Iterator[str]:
    assert isinstance(item.question, Match)
    yield "<shuffleanswers>true</shuffleanswers>"
    for left, right in (*item.question.pairs, *(("", text) for text in item.question.extra)):
        side = f"<text>{xml_text(paragraph(left))}</text>"
        yield f'<subquestion format="html">{side}<answer>{_plain(right)}</answer></subquestion>'


def _order(item: Item, _: Options) -> Iterator[str]:
    assert isinstance(item.question, Order)
    yield "<layouttype>VERTICAL</layouttype>"
    yield "<selecttype>ALL</selecttype>"
    yield "<selectcount>2</selectcount>"
    yield "<gradingtype>ABSOLUTE_POSITION</gradingtype>"
    yield "<showgrading>SHOW</showgrading>"
    yield "<numberingstyle>none</numberingstyle>"
    yield "<shownumcorrect>1</shownumcorrect>"  # without it Moodle imports nothing at all
    for number, text in enumerate(item.question.items, start=1):
        yield _answer(f"{number}.0000000", paragraph(text), None)


def _open(item: Item, _: Options) -> Iterator[str]:
    assert isinstance(item.question, Open)
    yield "<responseformat>editor</responseformat>"
    yield "<responserequired>1</responserequired>"
    yield "<responsefieldlines>10</responsefieldlines>"
    yield "<attachments>0</attachments>"
    yield "<attachmentsrequired>0</attachmentsrequired>"
    yield _element("graderinfo", paragraph(item.question.key or ""))


_ANSWERS: dict[str, Callable[[Item, Options], Iterator[str]]] = {
    "choice": _choosing,
    "multi": _choosing,
    "truefalse": _truefalse,
    "short": _short,
    "cloze": lambda _, __: iter(()),
    "number": _number,
    "match": _match,
    "order": _order,
    "open": _open,
}


def _answer(weight: str, text: str, because: str | None) -> str:
    said = _element("feedback", html(because)) if because else ""
    return f'<answer fraction="{weight}" format="html"><text>{xml_text(text)}</text>{said}</answer>'


def _element(name: str, source: str) -> str:
    return f'<{name} format="html"><text>{xml_text(source)}</text></{name}>'


def _plain(text: str) -> str:
    return f"<text>{xml_text(text)}</text>"
