"""``quizgen schema``: shown, or written beside a bank."""

import json

from quizgen.bank.jsonschema import schema
from quizgen.bank.writer import SCHEMA_FILE
from quizgen.cli.main import main


def test_it_shows_the_schema(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == schema()


def test_it_writes_the_schema_beside_a_bank_and_says_how_to_name_it(tmp_path, capsys):
    bank = tmp_path / "mine.yaml"
    bank.write_text("questions: []\n", encoding="utf-8")
    assert main(["schema", "--beside", str(bank)]) == 0
    assert json.loads((tmp_path / SCHEMA_FILE).read_text(encoding="utf-8")) == schema()
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"$schema=./{SCHEMA_FILE}" in shown.err


def test_without_that_bank_nothing_is_written(tmp_path, capsys):
    assert main(["schema", "--beside", str(tmp_path / "none.yaml")]) == 2
    assert "there is no file" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_schema_beside_the_bundled_banks_is_this_one():
    from quizgen.bank.jsonschema import schema_text  # noqa: PLC0415
    from quizgen.library.places import bundled_questions  # noqa: PLC0415

    beside = bundled_questions() / "quizgen-bank.schema.json"
    assert beside.read_text(encoding="utf-8") == schema_text()
