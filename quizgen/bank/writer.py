"""Write questions as YAML that reads as if a person had typed it.

Fields stand in one order, machine lines last; prose is folded at 88 columns; lists have
their dashes under their key; free text is never put inside brackets.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from quizgen.bank.kinds import guessed_kind
from quizgen.documents.scalars import block, inline, plain
from quizgen.model.bank import Bank, GenerateSettings, Include
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

SCHEMA_FILE = "quizgen-bank.schema.json"
"""The name of the JSON Schema that lies beside new banks."""

_REMEMBERED = 128  # items: a new one is written into the bank and into its lock file
_DEPTH = 2  # columns by which an item's fields stand in
_OWN_LINE = "   # quizgen's line"


@lru_cache(maxsize=_REMEMBERED)
def format_item(question: Question, newline: str = "\n") -> str:
    """Write one item of the list ``questions:``, from its dash to its last line break."""
    fields = [line for field in _fields(question) for line in field]
    text = f"- {fields[0].lstrip()}\n" + "".join(f"{line}\n" for line in fields[1:])
    return text.replace("\n", newline)


def format_bank(bank: Bank, newline: str = "\n") -> str:
    """Write a whole bank as a new file."""
    parts = ["\n".join(_head(bank)) + "\n", _listed("questions", bank.questions)]
    if bank.retired:
        parts.append(_listed("retired", bank.retired))
    return "\n".join(parts).replace("\n", newline)


def _listed(key: str, questions: Sequence[Question]) -> str:
    if not questions:
        return f"{key}: []\n"
    return "\n".join([f"{key}:\n", *(format_item(question) for question in questions)])


def _head(bank: Bank) -> Iterator[str]:
    yield f"# yaml-language-server: $schema=./{SCHEMA_FILE}"
    yield "quizgen: 1"
    yield from _text("id", bank.id, 0)
    yield from _text("title", bank.title, 0)
    yield from _text("description", bank.description, 0)
    yield from _text("source", bank.source, 0)
    yield from _text("date", bank.date, 0)
    if bank.language != "en":
        yield from _text("language", bank.language, 0)
    yield from _text("licence", bank.licence, 0)
    if bank.generate is not None:
        yield f"generate: {format_generate(bank.generate)}"
    if bank.include:
        yield "include:"
        yield from (line for include in bank.include for line in _include(include))


def format_generate(settings: GenerateSettings) -> str:
    """Write the settings in braces."""
    values = {
        "count": None if settings.count is None else str(settings.count),
        "seed": str(settings.seed),
        "rules": _names(settings.rules),
        "without": _names(settings.without),
        "wording": settings.wording and inline(settings.wording, flow=True),
        "language": settings.language and inline(settings.language, flow=True),
    }
    return "{" + ", ".join(f"{key}: {value}" for key, value in values.items() if value) + "}"


def _include(include: Include) -> Iterator[str]:
    yield f"- bank: {inline(include.bank)}"
    for key in ("topic", "speaker", "rule", "difficulty", "tag", "ids"):
        yield from _texts(key, getattr(include, key))


def _fields(question: Question) -> Iterator[list[str]]:
    """Each field of an item as its lines, the first one being the stem's."""
    yield _text("question", question.stem)
    if guessed_kind(question) != question.kind:
        yield [f"  type: {question.kind}"]
    yield _text("context", question.context)
    yield _text("quote", question.quote)
    yield from _answer_fields(question)
    yield _text("hint", question.hint)
    yield _text("explanation", question.explanation)
    yield _text("topic", question.topic)
    yield _text("speaker", question.speaker)
    yield _labels("tags", question.tags)
    yield _text("difficulty", question.difficulty)
    yield [f"  points: {decimal(question.points)}"] if question.points != 1 else []
    yield [] if question.shuffle else ["  shuffle: false"]
    yield [f"  typos: {question.typos}"] if question.typos is not None else []
    yield _text("note", question.note)
    yield ["  skip: true"] if question.skip else []
    yield _texts("from", question.evidence)
    yield _text("id", question.id)
    yield _labels("was", question.was)
    yield _labels("not-with", question.not_with)
    yield [f"  made: {question.made}{_OWN_LINE}"] if question.made else []


def _answer_fields(question: Question) -> Iterator[list[str]]:
    match question:
        case Choice():
            yield from _choosing([question.key], question.wrong, question.fixed, several=False)
        case Multi():
            yield from _choosing(question.keys, question.wrong, question.fixed, several=True)
        case TrueFalse():
            yield [f"  answer: {'true' if question.key else 'false'}"]
        case Short():
            yield _texts("answer", question.keys)
        case Cloze():
            yield from _blanks(question)
        case Number():
            yield from _number(question)
        case Order():
            yield ["  order:", *(line for text in question.items for line in _element(text))]
        case Match():
            yield ["  pairs:", *(line for pair in question.pairs for line in _pair(pair))]
            yield _list("extra", question.extra)
        case Open():
            yield _text("answer", question.key)


def _choosing(
    keys: Sequence[str], wrong: Sequence[Option], fixed: Sequence[str], *, several: bool
) -> Iterator[list[str]]:
    answer = _list("answer", keys) if several else _text("answer", keys[0])
    if not fixed:
        yield answer
        lines = [line for option in wrong for line in _option(option)]
        yield ["  wrong:", *lines] if lines else []
        return
    reasons = {option.text: option for option in wrong}
    shown = [reasons.get(text, Option(text)) for text in fixed]
    yield ["  choices:", *(line for option in shown for line in _option(option))]
    yield answer


def _option(option: Option) -> list[str]:
    if option.because is None:
        return _element(option.text)
    wrong = block(option.text, column=11, indent=6)
    because = block(option.because, column=13, indent=6)
    return f"  - wrong: {wrong}\n    because: {because}".split("\n")


def _blanks(question: Cloze) -> Iterator[list[str]]:
    if len(question.blanks) == 1 and len(question.blanks[0]) == 1:
        yield _text("answer", question.blanks[0][0])
        return
    yield ["  blanks:", *(line for blank in question.blanks for line in _blank(blank))]


def _blank(variants: tuple[str, ...]) -> list[str]:
    return _element(variants[0]) if len(variants) == 1 else _row(variants)


def _pair(pair: tuple[str, str]) -> list[str]:
    return _row(pair)


def _row(texts: Sequence[str]) -> list[str]:
    lines = [
        line for text in texts for line in f"    - {block(text, column=6, indent=6)}".split("\n")
    ]
    return ["  - " + lines[0].lstrip(), *lines[1:]]


def _number(question: Number) -> Iterator[list[str]]:
    yield [f"  answer: {decimal(question.key)}"]
    if question.tolerance:
        percent = "%" if question.percent else ""
        yield [f"  tolerance: {decimal(question.tolerance)}{percent}"]
    yield _text("unit", question.unit)


def _text(key: str, text: str | None, depth: int = _DEPTH) -> list[str]:
    if text is None:
        return []
    start = f"{' ' * depth}{key}: "
    return (start + block(text, column=len(start), indent=depth + 2)).split("\n")


def _texts(key: str, texts: Sequence[str]) -> list[str]:
    """One text stands beside its key, several as a list below it."""
    return _text(key, texts[0]) if len(texts) == 1 else _list(key, texts)


def _list(key: str, texts: Sequence[str]) -> list[str]:
    if not texts:
        return []
    return [f"  {key}:", *(line for text in texts for line in _element(text))]


def _element(text: str) -> list[str]:
    return f"  - {block(text, column=4, indent=4)}".split("\n")


def _labels(key: str, labels: Sequence[str]) -> list[str]:
    """Short labels, which need no quotes, in brackets on one line; others as a list."""
    if labels and all(plain(label, flow=True) for label in labels):
        return [f"  {key}: [{', '.join(labels)}]"]
    return _list(key, labels)


def _names(names: Iterable[str]) -> str:
    listed = ", ".join(inline(name, flow=True) for name in names)
    return f"[{listed}]" if listed else ""


def decimal(number: Decimal) -> str:
    """Write a number the way people do: no exponent, no needless zeros."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
