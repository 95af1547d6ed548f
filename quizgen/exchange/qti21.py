"""QTI 2.1: a package with a file a question and a test of all, for TAO, Inspera and others."""

import hashlib
import re
from collections.abc import Iterator, Sequence

from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.archive import package
from quizgen.exchange.markup import xml_text, xml_value
from quizgen.exchange.qti21_items import item_xml
from quizgen.exchange.wording import digits, labels, one_line

TITLE = "QTI 2.1"
SUMMARY = "A package for TAO, Inspera, Blackboard and other assessment systems."
BINARY = True
KINDS = {
    "choice": "choice interaction",
    "multi": "choice interaction, several answers",
    "truefalse": "choice interaction",
    "short": "text entry",
    "cloze": "text entries within the text",
    "number": "text entry, with its tolerance",
    "order": "order interaction",
    "match": "match interaction",
    "open": "extended text, its answer for scorers",
}
PLACES = frozenset(
    {"explanation", "because", "from", "topic", "speaker", "tags", "difficulty", "points"}
)

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = (
    '<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" '
    'xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_v1p2" identifier="{name}">\n'
    "<metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>\n"
    "<organizations/>\n<resources>\n"
)
_QTI = (
    'xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 '
    'http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"'
)
_SCORE = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>\n'
_SUM = (
    '<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum>'
    '<testVariables variableIdentifier="SCORE" weightIdentifier="POINTS"/>'
    "</sum></setOutcomeValue></outcomeProcessing>\n"
)


def write(parts: Sequence[Part], options: Options, _losses: Losses) -> bytes:
    """Write the items, a test with a section for each bank, and the manifest."""
    items = [(identifier(item), item) for part in parts for item in part.items]
    files = [(f"items/{name}.xml", _item(name, item, options)) for name, item in items]
    title = " + ".join(part.bank.title for part in parts)
    name = _safe("-".join(["test", *(part.bank.id for part in parts)]))
    manifest = "".join(_manifest(name, items))
    return package(
        [("imsmanifest.xml", manifest), (f"{name}.xml", _test(name, title, parts)), *files]
    )


def identifier(item: Item) -> str:
    """The identifier of an item: its bank's and its own id, as XML may name a thing."""
    return _safe(f"{item.bank.id}_{item.id}")


def _safe(text: str) -> str:
    plain = re.sub(r"[^A-Za-z0-9_.-]", "_", text)
    if plain == text and (plain[0].isalpha() or plain[0] == "_"):
        return plain
    mark = hashlib.blake2b(text.encode(), digest_size=4).hexdigest()
    return f"q_{plain}" if plain == text else f"q_{plain}_{mark}"


def _item(name: str, item: Item, options: Options) -> str:
    return f"{_XML}{item_xml(name, _QTI, item, options)}"


def _test(name: str, title: str, parts: Sequence[Part]) -> str:
    sections = "".join(
        f'<assessmentSection identifier="section{at}" title="{xml_value(part.bank.title)}" '
        f'visible="true">\n{"".join(map(_reference, part.items))}</assessmentSection>\n'
        for at, part in enumerate(parts, start=1)
    )
    return (
        f'{_XML}<assessmentTest {_QTI} identifier="{name}" title="{xml_value(title)}">\n{_SCORE}'
        '<testPart identifier="part1" navigationMode="nonlinear" submissionMode="individual">\n'
        f"{sections}</testPart>\n{_SUM}</assessmentTest>\n"
    )


def _reference(item: Item) -> str:
    name = identifier(item)
    weight = f'<weight identifier="POINTS" value="{digits(item.question.points)}"/>'
    return (
        f'<assessmentItemRef identifier="{name}" href="items/{name}.xml">{weight}'
        "</assessmentItemRef>\n"
    )


def _manifest(name: str, items: Sequence[tuple[str, Item]]) -> Iterator[str]:
    yield f"{_XML}{_MANIFEST.format(name=f'manifest-{name}')}"
    yield f'<resource identifier="{name}" type="imsqti_test_xmlv2p1" href="{name}.xml">\n'
    yield f'<file href="{name}.xml"/>\n'
    yield from (f'<dependency identifierref="{key}"/>\n' for key, _ in items)
    yield "</resource>\n"
    for key, item in items:
        href = f"items/{key}.xml"
        yield (
            f'<resource identifier="{key}" type="imsqti_item_xmlv2p1" href="{href}">\n'
            f'{_metadata(item)}<file href="{href}"/>\n</resource>\n'
        )
    yield "</resources>\n</manifest>\n"


def _metadata(item: Item) -> str:
    """Labels and difficulty in the words of learning object metadata."""
    question = item.question
    language = item.bank.language
    words = "".join(
        f"<imsmd:keyword>{_lang(one, language)}</imsmd:keyword>" for one in labels(question)
    )
    general = f"<imsmd:general>{words}</imsmd:general>" if words else ""
    hard = ""
    if question.difficulty:
        source, value = _lang("LOMv1.0", "x-none"), _lang(_HARD[question.difficulty], "x-none")
        hard = (
            f"<imsmd:educational><imsmd:difficulty><imsmd:source>{source}</imsmd:source>"
            f"<imsmd:value>{value}</imsmd:value></imsmd:difficulty></imsmd:educational>"
        )
    inner = general + hard
    return f"<metadata><imsmd:lom>{inner}</imsmd:lom></metadata>\n" if inner else ""


_HARD = {"easy": "easy", "medium": "medium", "hard": "difficult"}


def _lang(text: str, language: str) -> str:
    words = xml_text(one_line(text))
    return f'<imsmd:langstring xml:lang="{xml_value(language)}">{words}</imsmd:langstring>'
