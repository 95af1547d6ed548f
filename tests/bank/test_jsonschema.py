"""The JSON Schema says of fields what the reader says; an acceptance test tries it in an editor."""

import json

import pytest

from quizgen.bank.fields import BANK, DEFAULTS, GENERATE, INCLUDE, ITEM, OPTION, Shape
from quizgen.bank.jsonschema import lay_beside, schema, schema_text
from quizgen.bank.writer import SCHEMA_FILE, format_bank
from quizgen.documents.nodes import Mapping, Sequence
from quizgen.documents.parse import parse
from tests.bank.examples import BANK as EXAMPLE

DEFINED = schema()["definitions"]
GROUPS = {
    "bank": (schema(), BANK),
    "question": (DEFINED["question"], ITEM),
    "option": (DEFINED["option"]["anyOf"][1], OPTION),
    "defaults": (DEFINED["defaults"], DEFAULTS),
    "generate": (DEFINED["generate"], GENERATE),
    "include": (DEFINED["include"], INCLUDE),
}


def references(node):
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


@pytest.mark.parametrize("name", GROUPS)
def test_a_group_knows_the_readers_fields_and_no_others(name):
    group, fields = GROUPS[name]
    assert list(group["properties"]) == [field.name for field in fields]
    assert group["additionalProperties"] is False
    for field in fields:
        assert group["properties"][field.name]["description"].startswith(field.doc)


def test_every_shape_is_used_and_explained():
    used = {field.shape for _, fields in GROUPS.values() for field in fields}
    assert used == set(Shape)


def test_every_reference_leads_somewhere():
    found = set(references(schema()))
    assert found
    assert found == {f"#/definitions/{name}" for name in DEFINED}


def test_a_written_bank_holds_only_fields_of_the_schema():
    root = parse(format_bank(EXAMPLE), "x.yaml").root
    assert isinstance(root, Mapping)
    assert root.entries.keys() <= schema()["properties"].keys()
    items = root.get("questions")
    assert isinstance(items, Sequence)
    written = {key for item in items.items for key in item.entries}
    assert written <= DEFINED["question"]["properties"].keys()
    assert len(written) > 20


def test_the_text_is_json_that_says_its_draft():
    assert json.loads(schema_text()) == schema()
    assert schema()["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_it_is_laid_beside_a_bank_once(tmp_path):
    lay_beside(tmp_path / "bank.yaml")
    laid = tmp_path / SCHEMA_FILE
    assert laid.read_text(encoding="utf-8") == schema_text()
    before = laid.stat().st_mtime_ns
    lay_beside(tmp_path / "bank.yaml")
    assert laid.stat().st_mtime_ns == before


def test_an_outdated_one_is_replaced(tmp_path):
    (tmp_path / SCHEMA_FILE).write_text("{}", encoding="utf-8")
    lay_beside(tmp_path / "bank.yaml")
    assert (tmp_path / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
