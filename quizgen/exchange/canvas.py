"""Canvas: a zip of QTI 1.2, as both Canvas's Classic and New Quizzes import it.

Canvas tells types of question apart by ``question_type``; its matching, short answers and
blanks are arrangements of the same few elements of QTI. All texts to show are HTML.
"""

import hashlib
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.archive import package
from quizgen.exchange.canvas_items import item_xml
from quizgen.exchange.markup import paragraph, xml_text, xml_value
from quizgen.exchange.wording import digits

TITLE = "Canvas"
SUMMARY = "A zip of QTI 1.2 for Canvas: Course Settings, Import Course Content."
BINARY = True
KINDS = {
    "choice": "multiple choice",
    "multi": "multiple answers",
    "truefalse": "true/false",
    "short": "fill in the blank",
    "cloze": "fill in (multiple) blanks",
    "number": "numerical answer",
    "order": "matching with 1st, 2nd, 3rd, since Canvas has no ordering",
    "match": "matching",
    "open": "essay, its answer as feedback",
}
PLACES = frozenset(
    {"explanation", "because", "from", "topic", "speaker", "tags", "difficulty", "points"}
)

_QTI = (
    '<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://www.imsglobal.org/xsd/ims_qtiasiv1p2 '
    'http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd">'
)
_META = (
    '<quiz xmlns="http://canvas.instructure.com/xsd/cccv1p0" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://canvas.instructure.com/xsd/cccv1p0 '
    'https://canvas.instructure.com/xsd/cccv1p0.xsd"'
)
_MANIFEST = (
    '<manifest identifier="{name}" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1">'
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write a package with an assessment for each bank."""
    files: list[tuple[str, str]] = []
    resources: list[str] = []
    for part in parts:
        ident = identifier("assessment", part.bank.id)
        for item in part.items:
            if item.question.kind == "order":
                losses.part(item, "Canvas has no ordering: it became matching with 1st, 2nd …")
        files.append((f"{ident}/{ident}.xml", "".join(_assessment(part, ident, options))))
        files.append((f"{ident}/assessment_meta.xml", _meta(part, ident)))
        resources.append(_resource(ident))
    name = identifier("package", *(part.bank.id for part in parts))
    manifest = (
        f"{_XML}{_MANIFEST.format(name=name)}\n"
        "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>\n"
        f"<organizations/>\n<resources>\n{''.join(resources)}</resources>\n</manifest>\n"
    )
    return package([("imsmanifest.xml", manifest), *files])


def identifier(*parts: str) -> str:
    """An identifier that any program takes, always the same for the same thing."""
    return "g" + hashlib.blake2b("\n".join(parts).encode(), digest_size=16).hexdigest()


def _assessment(part: Part, ident: str, options: Options) -> Iterator[str]:
    yield f"{_XML}{_QTI}\n"
    yield f'<assessment ident="{ident}" title="{xml_value(part.bank.title)}">\n'
    yield "<qtimetadata><qtimetadatafield><fieldlabel>cc_maxattempts</fieldlabel>"
    yield "<fieldentry>1</fieldentry></qtimetadatafield></qtimetadata>\n"
    yield '<section ident="root_section">\n'
    yield from (item_xml(item, _ident(item), options) for item in part.items)
    yield "</section>\n</assessment>\n</questestinterop>\n"


def _ident(item: Item) -> str:
    return identifier("item", item.bank.id, item.id)


def _meta(part: Part, ident: str) -> str:
    points = sum((item.question.points for item in part.items), start=Decimal(0))
    return (
        f'{_XML}{_META} identifier="{ident}">\n'
        f"<title>{xml_text(part.bank.title)}</title>\n"
        f"<description>{xml_text(paragraph(part.bank.description or ''))}</description>\n"
        "<shuffle_answers>true</shuffle_answers>\n<quiz_type>assignment</quiz_type>\n"
        f"<points_possible>{digits(points)}</points_possible>\n"
        "<allowed_attempts>1</allowed_attempts>\n</quiz>\n"
    )


def _resource(ident: str) -> str:
    return (
        f'<resource identifier="{ident}" type="imsqti_xmlv1p2" href="{ident}/{ident}.xml">\n'
        f'<file href="{ident}/{ident}.xml"/>\n<dependency identifierref="{ident}_meta"/>\n'
        f"</resource>\n"
        f'<resource identifier="{ident}_meta" type="associatedcontent/imscc_xmlv1p1/'
        f'learning-application-resource" href="{ident}/assessment_meta.xml">\n'
        f'<file href="{ident}/assessment_meta.xml"/>\n</resource>\n'
    )
