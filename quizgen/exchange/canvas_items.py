"""The questions of a Canvas package, each as an item of QTI 1.2."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import ROUND_DOWN, Decimal

from quizgen.exchange.api import Item, Options
from quizgen.exchange.markup import html, paragraph, quotation, xml_text, xml_value
from quizgen.exchange.wording import (
    GAP,
    allowed,
    as_pairs,
    digits,
    filled,
    labels,
    mixed,
    name,
    one_line,
    prompt,
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

_TYPES = {
    "choice": "multiple_choice_question",
    "multi": "multiple_answers_question",
    "truefalse": "true_false_question",
    "short": "short_answer_question",
    "number": "numerical_question",
    "order": "matching_question",
    "match": "matching_question",
    "open": "essay_question",
}
_RIGHT = '<setvar action="Set" varname="SCORE">100</setvar>'
_OUTCOME = (
    '<outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE" vartype="Decimal"/></outcomes>'
)


def item_xml(item: Item, ident: str, options: Options) -> str:
    """An item: metadata, what is shown, how it is scored, what is said."""
    question = item.question
    several = isinstance(question, Cloze) and len(question.blanks) > 1
    kind = (
        "fill_in_multiple_blanks_question"
        if several
        else _TYPES.get(question.kind, "short_answer_question")
    )
    shown, scored = _BODIES[question.kind](item, options)
    said = dict(_said(question))
    reasons = _reasons(item, options)
    conditions = [_condition("<other/>", _display("general_fb"), on=True)] if said else []
    conditions += [
        _condition(_equal("response1", option), _display(f"{option}_fb"), on=True)
        for option in reasons
    ]
    feedback = {**said, **{f"{option}_fb": text for option, text in reasons.items()}}
    return (
        f'<item ident="{ident}" title="{xml_value(name(question))}">\n'
        f"<itemmetadata><qtimetadata>{''.join(_metadata(item, kind))}</qtimetadata>"
        "</itemmetadata>\n"
        f"<presentation>\n{_material(_prompt(question))}\n{shown}</presentation>\n"
        f"<resprocessing>\n{_OUTCOME}\n{''.join(conditions)}{scored}</resprocessing>\n"
        + "".join(_feedback(key, text) for key, text in feedback.items())
        + "</item>\n"
    )


def _metadata(item: Item, kind: str) -> Iterator[str]:
    question = item.question
    fields = [("question_type", kind), ("points_possible", digits(question.points))]
    fields.append(("quizgen_id", item.id))
    if question.difficulty:
        fields.append(("qmd_levelofdifficulty", question.difficulty))
    fields += [("qmd_keywords", label) for label in labels(question)]
    for label, entry in fields:
        yield (
            f"<qtimetadatafield><fieldlabel>{label}</fieldlabel>"
            f"<fieldentry>{xml_text(one_line(entry))}</fieldentry></qtimetadatafield>"
        )


def _prompt(question: Question) -> str:
    if isinstance(question, Cloze):
        several = len(question.blanks) > 1
        names = [f"[{one}]" for one in blank_names(question)] if several else [GAP]
        shown = filled(question, names)
    else:
        shown = prompt(question)
    return paragraph(shown.context) + paragraph(shown.stem) + quotation(shown.quote)


def blank_names(question: Cloze) -> list[str]:
    """Names for the blanks that stand nowhere in the question's own text."""
    text = prompt(question).plain()
    stem = "blank"
    while f"[{stem}" in text:
        stem += "x"
    return [f"{stem}{at}" for at in range(1, len(question.blanks) + 1)]


def _choosing(item: Item, options: Options) -> tuple[str, str]:
    question = item.question
    assert isinstance(question, Choice | Multi)
    keys = (question.key,) if isinstance(question, Choice) else question.keys
    texts = mixed(item, options.seed)
    right = [f"a{at}" for at, text in enumerate(texts) if text in keys]
    wrong = [f"a{at}" for at, text in enumerate(texts) if text not in keys]
    shown = _choices("response1", ((f"a{at}", text) for at, text in enumerate(texts)), question)
    if isinstance(question, Choice):
        return shown, _condition(_equal("response1", right[0]), _RIGHT)
    tests = [_equal("response1", one) for one in right]
    tests += [f"<not>{_equal('response1', one)}</not>" for one in wrong]
    return shown, _condition(f"<and>{''.join(tests)}</and>", _RIGHT)


def _truefalse(item: Item, _: Options) -> tuple[str, str]:
    assert isinstance(item.question, TrueFalse)
    shown = _choices("response1", (("true", "True"), ("false", "False")), item.question)
    key = "true" if item.question.key else "false"
    return shown, _condition(_equal("response1", key), _RIGHT)


def _short(item: Item, _: Options) -> tuple[str, str]:
    assert isinstance(item.question, Short)
    return _typed(item.question.keys)


def _cloze(item: Item, _: Options) -> tuple[str, str]:
    """One blank is a short answer; several stand in the text by their names in brackets."""
    question = item.question
    assert isinstance(question, Cloze)
    if len(question.blanks) == 1:
        return _typed(question.blanks[0])
    shown = scored = ""
    shares = _shares(len(question.blanks))
    for name_, variants, share in zip(blank_names(question), question.blanks, shares, strict=True):
        labelled = [(f"{name_}_{at}", one_line(text)) for at, text in enumerate(variants)]
        answers = "".join(_label(key, text, "text/plain") for key, text in labelled)
        shown += (
            f'<response_lid ident="response_{name_}"><material><mattext>{name_}</mattext>'
            f"</material><render_choice>{answers}</render_choice></response_lid>\n"
        )
        scored += "".join(
            _condition(_equal(f"response_{name_}", key), share, on=True) for key, _ in labelled
        )
    return shown, scored


def _shares(number: int) -> list[str]:
    """What each part adds to the score, a hundred in all."""
    worth = (Decimal(100) / number).quantize(Decimal("0.01"), ROUND_DOWN)
    amounts = [*[worth] * (number - 1), 100 - worth * (number - 1)]
    return [f'<setvar action="Add" varname="SCORE">{one:.2f}</setvar>' for one in amounts]


def _typed(keys: Sequence[str]) -> tuple[str, str]:
    shown = (
        '<response_str ident="response1" rcardinality="Single"><render_fib>'
        '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str>\n'
    )
    tests = "".join(_equal("response1", xml_text(one_line(key))) for key in keys)
    return shown, _condition(tests, _RIGHT)


def _number(item: Item, _: Options) -> tuple[str, str]:
    question = item.question
    assert isinstance(question, Number)
    off = allowed(question)
    key, low, high = (digits(n) for n in (question.key, question.key - off, question.key + off))
    shown = (
        '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal">'
        '<response_label ident="answer1"/></render_fib></response_str>\n'
    )
    test = (
        f"<or>{_equal('response1', key)}<and>"
        f'<vargte respident="response1">{low}</vargte>'
        f'<varlte respident="response1">{high}</varlte></and></or>'
    )
    return shown, _condition(test, _RIGHT)


def _match(item: Item, options: Options) -> tuple[str, str]:
    question = item.question
    assert isinstance(question, Match)
    return _pairs(item, question.pairs, question.extra, options)


def _order(item: Item, options: Options) -> tuple[str, str]:
    assert isinstance(item.question, Order)
    return _pairs(item, as_pairs(item.question), (), options)


def _pairs(
    item: Item, pairs: Sequence[tuple[str, str]], extra: Sequence[str], options: Options
) -> tuple[str, str]:
    sides = right_sides_mixed(right_sides(pairs, extra), item, options.seed)
    idents = {text: f"a{at}" for at, text in enumerate(sides)}
    answers = "".join(_label(ident, text, "text/plain") for text, ident in idents.items())
    shares = _shares(len(pairs))
    shown = scored = ""
    for at, (left, right) in enumerate(pairs):
        shown += (
            f'<response_lid ident="response_{at}">{_material(html(left))}'
            f"<render_choice>{answers}</render_choice></response_lid>\n"
        )
        scored += _condition(_equal(f"response_{at}", idents[right]), shares[at], on=True)
    return shown, scored


def _open(_item: Item, _: Options) -> tuple[str, str]:
    shown = (
        '<response_str ident="response1" rcardinality="Single"><render_fib>'
        '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str>\n'
    )
    return shown, _condition("<other/>", "")


_BODIES: dict[str, Callable[[Item, Options], tuple[str, str]]] = {
    "choice": _choosing,
    "multi": _choosing,
    "truefalse": _truefalse,
    "short": _short,
    "cloze": _cloze,
    "number": _number,
    "match": _match,
    "order": _order,
    "open": _open,
}


def _said(question: Question) -> Iterator[tuple[str, str]]:
    """What is said after any answer."""
    quoted = "".join(quotation(words) for words in question.evidence)
    key = question.key if isinstance(question, Open) else None
    text = paragraph(key or "") + paragraph(question.explanation or "") + quoted
    if text:
        yield "general_fb", text


def _reasons(item: Item, options: Options) -> dict[str, str]:
    """What is said to those who chose a wrong option, by the option's name."""
    wrong = getattr(item.question, "wrong", ())
    because = {option.text: option.because for option in wrong if option.because}
    if not because:
        return {}
    return {
        f"a{at}": html(because[text])
        for at, text in enumerate(mixed(item, options.seed))
        if text in because
    }


def _choices(ident: str, options: Iterable[tuple[str, str]], question: Question) -> str:
    several = "Multiple" if isinstance(question, Multi) else "Single"
    shown = "".join(_label(key, html(text), "text/html") for key, text in options)
    return (
        f'<response_lid ident="{ident}" rcardinality="{several}">'
        f"<render_choice>{shown}</render_choice></response_lid>\n"
    )


def _label(ident: str, text: str, kind: str) -> str:
    return f'<response_label ident="{ident}">{_material(text, kind)}</response_label>'


def _material(text: str, kind: str = "text/html") -> str:
    return f'<material><mattext texttype="{kind}">{xml_text(text)}</mattext></material>'


def _equal(respident: str, value: str) -> str:
    return f'<varequal respident="{respident}">{value}</varequal>'


def _condition(test: str, act: str, *, on: bool = False) -> str:
    go = "Yes" if on else "No"
    return (
        f'<respcondition continue="{go}"><conditionvar>{test}</conditionvar>{act}</respcondition>\n'
    )


def _display(link: str) -> str:
    return f'<displayfeedback feedbacktype="Response" linkrefid="{link}"/>'


def _feedback(ident: str, text: str) -> str:
    return f'<itemfeedback ident="{ident}"><flow_mat>{_material(text)}</flow_mat></itemfeedback>\n'
