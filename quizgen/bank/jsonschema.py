"""The JSON Schema of banks, by which editors complete fields and underline slips.

Made from the table of fields that the reader goes by. Draft-07, the newest that the YAML
language server knows. It says which fields there are and what their values look like;
what only the whole question can tell (a missing answer, equal options) is for
``quizgen check``, whose messages say it better.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from quizgen.bank.fields import (
    BANK,
    DEFAULTS,
    DIFFICULTIES,
    GENERATE,
    INCLUDE,
    ITEM,
    KINDS,
    OPTION,
    Field,
    Shape,
)
from quizgen.bank.writer import SCHEMA_FILE
from quizgen.files import atomic, text

Schema: TypeAlias = dict[str, Any]

_TEXT = {"$ref": "#/definitions/text"}
_TEXTS = {"$ref": "#/definitions/texts"}
_ID = {"type": ["string", "number"], "pattern": r"^\S{1,64}$"}
_COUNT = {"type": "integer", "minimum": 0}


def _list_of(schema: Schema, least: int = 0) -> Schema:
    return {"type": "array", "items": schema, **({"minItems": least} if least else {})}


def _one_or_list(schema: Schema) -> Schema:
    return {"anyOf": [schema, _list_of(schema)]}


def _fields(fields: tuple[Field, ...], *required: str) -> Schema:
    """A group of fields: each with its doc for the editor to show, and no others."""
    return {
        "type": "object",
        "properties": {field.name: _described(field) for field in fields},
        "additionalProperties": False,
        **({"required": list(required)} if required else {}),
    }


def _described(field: Field) -> Schema:
    where = f" Only for: {', '.join(field.kinds)}." if field.kinds else ""
    shape = _SHAPES[field.shape]
    # draft-07 ignores whatever stands beside a $ref
    return {"description": field.doc + where, **({"allOf": [shape]} if "$ref" in shape else shape)}


_SHAPES: dict[Shape, Schema] = {
    Shape.TEXT: _TEXT,
    Shape.TEXTS: _TEXTS,
    Shape.LABELS: _TEXTS,
    Shape.FLAG: {"enum": [True, False, "yes", "no", "on", "off"]},
    Shape.COUNT: _COUNT,
    Shape.AMOUNT: {"type": "number"},
    Shape.TOLERANCE: {
        "anyOf": [
            {"type": "number", "minimum": 0},
            {"type": "string", "pattern": r"^\d+(\.\d+)? ?%$"},
        ]
    },
    Shape.DIFFICULTY: {"enum": list(DIFFICULTIES)},
    Shape.KIND: {"enum": list(KINDS)},
    Shape.ID: _ID,
    Shape.IDS: _one_or_list(_ID),
    Shape.ANSWER: _TEXTS,
    Shape.OPTIONS: _one_or_list({"$ref": "#/definitions/option"}),
    Shape.BLANKS: _list_of(_TEXTS, 1),
    Shape.PAIRS: _list_of({**_list_of(_TEXT, 2), "maxItems": 2}, 2),
    Shape.MADE: {"type": "string"},
    Shape.VERSION: {"const": 1},
    Shape.GENERATE: {"$ref": "#/definitions/generate"},
    Shape.DEFAULTS: {"$ref": "#/definitions/defaults"},
    Shape.INCLUDE: _one_or_list({"anyOf": [_TEXT, {"$ref": "#/definitions/include"}]}),
    Shape.QUESTIONS: {"type": ["array", "null"], "items": {"$ref": "#/definitions/question"}},
}


def schema() -> Schema:
    """The schema of a whole bank."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A bank of questions for quizgen, version 1",
        **_fields(BANK),
        "definitions": {
            "text": {"type": ["string", "number", "boolean"]},  # 1863 is as good an answer
            "texts": _one_or_list(_TEXT),
            "option": {"anyOf": [_TEXT, _fields(OPTION, "wrong")]},
            "question": _fields(ITEM, "question"),
            "defaults": _fields(DEFAULTS),
            "include": _fields(INCLUDE, "bank"),
            "generate": _fields(GENERATE),
        },
    }


@cache
def schema_text() -> str:
    """The schema as a file holds it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def lay_beside(bank: Path) -> None:
    """Write the schema into the bank's folder, unless this very one is there already.

    Raises:
        FileError: the folder cannot be written.
    """
    place = bank.with_name(SCHEMA_FILE)
    if not place.exists() or text.read(place).text != schema_text():
        atomic.write(place, schema_text())
