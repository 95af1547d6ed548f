"""The questions of a QTI 2.1 package: what is shown, how it is scored, what is said."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from quizgen.exchange.api import Item, Options
from quizgen.exchange.markup import xml_text, xml_value
from quizgen.exchange.wording import (
    allowed,
    blank_pieces,
    digits,
    fixed_order,
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


@dataclass(frozen=True, slots=True)
class _Body:
    """What makes an item of its type: declarations, interaction, and the rules of scoring."""

    declared: str
    shown: str
    scored: str
    prompt: str | None = None


_SCORE = (
    '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">'
    "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n"
)


def item_xml(ident: str, namespaces: str, item: Item, options: Options) -> str:
    """An item, from its root element on."""
    question = item.question
    body = _BODIES[question.kind](item, options)
    reasons = _reasons(item, options)
    general = _general(question)
    declared, rules, feedback = body.declared + _SCORE, body.scored, ""
    if general:
        declared += _outcome("FEEDBACK", "single")
        rules += _set("FEEDBACK", '<baseValue baseType="identifier">general</baseValue>')
        feedback += _feedback("FEEDBACK", "general", general)
    if reasons:
        several = "multiple" if isinstance(question, Multi) else "single"
        declared += _outcome("CHOSEN", several)
        rules += _set("CHOSEN", '<variable identifier="RESPONSE"/>')
        feedback += "".join(_feedback("CHOSEN", key, _p(text)) for key, text in reasons.items())
    return (
        f'<assessmentItem {namespaces} identifier="{ident}" title="{xml_value(name(question))}" '
        f'xml:lang="{xml_value(item.bank.language)}" adaptive="false" timeDependent="false">\n'
        f"{declared}<itemBody>\n{body.prompt or _prompt(question)}{body.shown}</itemBody>\n"
        f"<responseProcessing>\n{rules}</responseProcessing>\n{feedback}</assessmentItem>\n"
    )


def _prompt(question: Question) -> str:
    shown = prompt(question)
    return _framed(xhtml(shown.context), xhtml(shown.stem), xhtml(shown.quote))


def _framed(context: str, stem: str, quote: str) -> str:
    return (
        (f'<p class="context">{context}</p>\n' if context else "")
        + f"<p>{stem}</p>\n"
        + (f"<blockquote><p>{quote}</p></blockquote>\n" if quote else "")
    )


def _choosing(item: Item, options: Options) -> _Body:
    question = item.question
    assert isinstance(question, Choice | Multi)
    texts = mixed(item, options.seed)
    keys = (question.key,) if isinstance(question, Choice) else question.keys
    right = [f"c{at}" for at, text in enumerate(texts) if text in keys]
    several = isinstance(question, Multi)
    shuffle = "false" if fixed_order(question) else "true"
    choices = "".join(_choice(f"c{at}", text) for at, text in enumerate(texts))
    shown = (
        f'<choiceInteraction responseIdentifier="RESPONSE" shuffle="{shuffle}" '
        f'maxChoices="{0 if several else 1}">{choices}</choiceInteraction>\n'
    )
    cardinality = "multiple" if several else "single"
    return _Body(_response("RESPONSE", cardinality, "identifier", right), shown, _match_correct())


def _truefalse(item: Item, _: Options) -> _Body:
    assert isinstance(item.question, TrueFalse)
    right = "c0" if item.question.key else "c1"
    shown = (
        '<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">'
        f"{_choice('c0', 'True')}{_choice('c1', 'False')}</choiceInteraction>\n"
    )
    return _Body(_response("RESPONSE", "single", "identifier", [right]), shown, _match_correct())


def _short(item: Item, _: Options) -> _Body:
    assert isinstance(item.question, Short)
    declared = _mapped("RESPONSE", item.question.keys)
    return _Body(declared, f"<p>{_entry('RESPONSE')}</p>\n", _sum(["RESPONSE"]))


def _cloze(item: Item, _: Options) -> _Body:
    question = item.question
    assert isinstance(question, Cloze)
    names = [f"RESPONSE{at}" for at in range(1, len(question.blanks) + 1)]
    declared = "".join(_mapped(one, keys) for one, keys in zip(names, question.blanks, strict=True))
    where, pieces = blank_pieces(question)
    text = xhtml(pieces[0]) + "".join(
        _entry(one) + xhtml(piece) for one, piece in zip(names, pieces[1:], strict=True)
    )
    shown = prompt(question)
    stem = text if where == "stem" else xhtml(shown.stem)
    quote = text if where == "quote" else xhtml(shown.quote)
    return _Body(declared, "", _sum(names), _framed(xhtml(shown.context), stem, quote))


def _number(item: Item, _: Options) -> _Body:
    question = item.question
    assert isinstance(question, Number)
    off = allowed(question)
    how = 'toleranceMode="exact"'
    if off:
        how = f'toleranceMode="absolute" tolerance="{digits(off)} {digits(off)}"'
    equal = (
        f'<equal {how}><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal>'
    )
    declared = _response("RESPONSE", "single", "float", [digits(question.key)])
    return _Body(declared, f"<p>{_entry('RESPONSE')}</p>\n", _if(equal))


def _order(item: Item, options: Options) -> _Body:
    question = item.question
    assert isinstance(question, Order)
    texts = mixed(item, options.seed)
    idents = {text: f"c{at}" for at, text in enumerate(texts)}
    choices = "".join(_choice(ident, text) for text, ident in idents.items())
    shown = (
        '<orderInteraction responseIdentifier="RESPONSE" shuffle="true">'
        f"{choices}</orderInteraction>\n"
    )
    right = [idents[text] for text in question.items]
    return _Body(_response("RESPONSE", "ordered", "identifier", right), shown, _match_correct())


def _match(item: Item, options: Options) -> _Body:
    question = item.question
    assert isinstance(question, Match)
    sides = right_sides_mixed(right_sides(question.pairs, question.extra), item, options.seed)
    rights = {text: f"r{at}" for at, text in enumerate(sides)}
    number = len(question.pairs)
    first = "".join(_side(f"l{at}", left, 1) for at, (left, _) in enumerate(question.pairs))
    second = "".join(_side(ident, text, number) for text, ident in rights.items())
    shown = (
        f'<matchInteraction responseIdentifier="RESPONSE" shuffle="true" '
        f'maxAssociations="{number}">'
        f"<simpleMatchSet>{first}</simpleMatchSet><simpleMatchSet>{second}</simpleMatchSet>"
        "</matchInteraction>\n"
    )
    pairs = [f"l{at} {rights[right]}" for at, (_, right) in enumerate(question.pairs)]
    declared = _response("RESPONSE", "multiple", "directedPair", pairs)
    return _Body(declared, shown, _match_correct())


def _open(item: Item, _: Options) -> _Body:
    assert isinstance(item.question, Open)
    key = item.question.key
    rubric = f'<rubricBlock view="scorer">{_p(key)}</rubricBlock>\n' if key else ""
    shown = '<extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="8"/>\n'
    return _Body(_response("RESPONSE", "single", "string", []), rubric + shown, "")


_BODIES: dict[str, Callable[[Item, Options], _Body]] = {
    "choice": _choosing,
    "multi": _choosing,
    "truefalse": _truefalse,
    "short": _short,
    "cloze": _cloze,
    "number": _number,
    "order": _order,
    "match": _match,
    "open": _open,
}


def _general(question: Question) -> str:
    """What is said after any answer: the explanation, the transcript's words."""
    quoted = "".join(f"<blockquote>{_p(words)}</blockquote>" for words in question.evidence)
    return (_p(question.explanation) if question.explanation else "") + quoted


def _reasons(item: Item, options: Options) -> dict[str, str]:
    """What is said to those who chose a wrong option, by the option's identifier."""
    wrong = getattr(item.question, "wrong", ())
    because = {option.text: option.because for option in wrong if option.because}
    if not because:
        return {}
    texts = enumerate(mixed(item, options.seed))
    return {f"c{at}": because[text] for at, text in texts if text in because}


def xhtml(text: str) -> str:
    """A text as XHTML, its line breaks kept."""
    return xml_text(text).replace("\n", "<br/>")


def _p(text: str) -> str:
    return f"<p>{xhtml(text)}</p>"


def _response(ident: str, cardinality: str, base: str, right: Iterable[str]) -> str:
    values = "".join(f"<value>{value}</value>" for value in right)
    correct = f"<correctResponse>{values}</correctResponse>" if values else ""
    return (
        f'<responseDeclaration identifier="{ident}" cardinality="{cardinality}" '
        f'baseType="{base}">{correct}</responseDeclaration>\n'
    )


def _mapped(ident: str, keys: Sequence[str]) -> str:
    """A typed answer, each of its variants worth the whole, whatever the case."""
    variants = list({one_line(key).casefold(): one_line(key) for key in keys}.values())
    entries = "".join(
        f'<mapEntry mapKey="{xml_value(key)}" mappedValue="1" caseSensitive="false"/>'
        for key in variants
    )
    return (
        f'<responseDeclaration identifier="{ident}" cardinality="single" baseType="string">'
        f"<correctResponse><value>{xml_text(one_line(keys[0]))}</value></correctResponse>"
        f'<mapping lowerBound="0" upperBound="1" defaultValue="0">{entries}</mapping>'
        "</responseDeclaration>\n"
    )


def _choice(ident: str, text: str) -> str:
    return f'<simpleChoice identifier="{ident}">{xhtml(text)}</simpleChoice>'


def _side(ident: str, text: str, most: int) -> str:
    return (
        f'<simpleAssociableChoice identifier="{ident}" matchMax="{most}">{xhtml(text)}'
        "</simpleAssociableChoice>"
    )


def _entry(ident: str) -> str:
    return f'<textEntryInteraction responseIdentifier="{ident}" expectedLength="20"/>'


def _match_correct() -> str:
    return _if('<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>')


def _if(test: str) -> str:
    act = _set("SCORE", '<baseValue baseType="float">1</baseValue>').rstrip()
    return f"<responseCondition><responseIf>{test}{act}</responseIf></responseCondition>\n"


def _sum(names: Sequence[str]) -> str:
    """The score of typed answers: the share of them that is right."""
    mapped = "".join(f'<mapResponse identifier="{one}"/>' for one in names)
    if len(names) == 1:
        return _set("SCORE", mapped)
    number = f'<baseValue baseType="float">{len(names)}</baseValue>'
    return _set("SCORE", f"<divide><sum>{mapped}</sum>{number}</divide>")


def _set(ident: str, value: str) -> str:
    return f'<setOutcomeValue identifier="{ident}">{value}</setOutcomeValue>\n'


def _outcome(ident: str, cardinality: str) -> str:
    return (
        f'<outcomeDeclaration identifier="{ident}" cardinality="{cardinality}" '
        'baseType="identifier"/>\n'
    )


def _feedback(outcome: str, ident: str, content: str) -> str:
    return (
        f'<modalFeedback outcomeIdentifier="{outcome}" identifier="{ident}" showHide="show">'
        f"{content}</modalFeedback>\n"
    )
