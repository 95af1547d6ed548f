"""What is exported is what other programs take it for: XML, spreadsheets, JSON, pages."""

import io
import json
import os
import re
import subprocess
import zipfile

import jsonschema
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.bank.jsonschema import schema
from quizgen.exchange.api import Options
from quizgen.exchange.registry import carry
from quizgen.model.question import Choice, Option
from tests.bank.examples import QUESTIONS
from tests.exchange.banks import bank_of, questions

OUTSIDE = dict(os.environ)  # before the tests are sealed: a browser wants a home of its own
GIVEN = [one for one in QUESTIONS if not one.skip]
BROWSER = (
    "chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update --no-pdf-header-footer"
).split()


def written(name, given_, **options):
    return carry(name, [(bank_of(*given_), given_)], Options(**options))[0]


def xml_files(name, given_):
    data = written(name, given_)
    if name == "moodle-xml":
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [one for one in archive.namelist() if one.endswith((".xml", ".rels"))]
        return [archive.read(one) for one in names]


@pytest.mark.parametrize("name", ["canvas", "kahoot", "moodle-xml", "qti21"])
@settings(max_examples=5)
@given(st.lists(questions(), min_size=10, max_size=20))
def test_xmllint_finds_nothing_wrong(name, tmp_path_factory, given_):
    folder = tmp_path_factory.mktemp("xml")
    files = []
    for at, content in enumerate(xml_files(name, [*GIVEN, *given_])):
        files.append(folder / f"{at}.xml")
        files[-1].write_bytes(content)
    done = subprocess.run(
        ["xmllint", "--nonet", "--noout", *files], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@settings(max_examples=10)
@given(st.lists(questions(), max_size=10))
def test_json_is_what_the_schema_of_banks_says(given_):
    data = written("json", [*GIVEN, *given_])
    jsonschema.Draft7Validator(schema()).validate(json.loads(data))


def test_the_spreadsheet_opens_with_formulas_as_text_and_seconds_as_numbers():
    question = Choice(stem="=1+1?", key="=2", wrong=(Option("<b>"), Option("+3")))
    book = openpyxl.load_workbook(io.BytesIO(written("kahoot", [question])))
    head, row = ([cell.value for cell in line] for line in book.active["B8:H9"])
    assert head[0].startswith("Question")
    assert row[0] == "=1+1?"
    assert sorted(filter(None, row[1:5])) == ["+3", "<b>", "=2"]
    assert row[5] == 30
    assert row[int(row[6])] == "=2"
    assert book.active["B9"].data_type == "s"


@pytest.fixture
def browser(tmp_path):
    def run(page, *words):
        place = tmp_path / "page.html"
        place.write_bytes(page)
        home = tmp_path / "browser"
        subprocess.run(
            [*BROWSER, f"--user-data-dir={home}", *words, place.as_uri()],
            env=OUTSIDE | {"HOME": str(home)},
            capture_output=True,
            timeout=120,
            check=True,
        )

    return run


def pages(browser, tmp_path, page):
    """The text of each page that the browser prints."""
    target = tmp_path / "page.pdf"
    browser(page, f"--print-to-pdf={target}")
    text = subprocess.run(
        ["pdftotext", "-layout", target, "-"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout
    return text.split("\f")[:-1]


def test_the_key_is_printed_on_a_page_of_its_own(browser, tmp_path):
    printed = pages(browser, tmp_path, written("html", GIVEN))
    (first,) = [at for at, page in enumerate(printed) if "Answers:" in page]
    assert printed[first].lstrip().startswith("Answers:")
    quiz = "".join(printed[:first])
    assert "Name:" in quiz
    assert quiz.count("Which of these were agreed?") == 1
    assert "He spoke of the ferry" not in quiz
    assert "He spoke of the ferry" in "".join(printed[first:])


def test_no_question_is_torn_between_two_pages(browser, tmp_path):
    given_ = [
        Choice(
            stem=f"Question number {n}?",
            key=f"begin {n}",
            wrong=(Option(f"middle {n}"), Option(f"end {n}")),
            fixed=(f"begin {n}", f"middle {n}", f"end {n}"),
        )
        for n in range(60)
    ]
    printed = pages(browser, tmp_path, written("html", given_))
    quiz = printed[: next(at for at, page in enumerate(printed) if "Answers:" in page)]
    assert len(quiz) > 3
    for n in range(60):
        assert sum(bool(re.search(rf"number {n}\?", page)) for page in quiz) == 1
        (on,) = [page for page in quiz if re.search(rf"number {n}\?", page)]
        assert re.search(rf"end {n}\b", on)


def test_the_page_shows_hostile_text_and_runs_none_of_it(browser, tmp_path):
    hostile = '<script>document.title="ran"</script><img src=x onerror="document.title=1">'
    question = Choice(stem=hostile, key="مرحبا", wrong=(Option("🙂"),))
    (first, *_) = pages(browser, tmp_path, written("html", [question]))
    assert "<script>document.title=" in first


def test_the_page_has_ink_on_it(browser, tmp_path):
    shot = tmp_path / "page.png"
    browser(written("html", GIVEN), f"--screenshot={shot}", "--window-size=900,1200")
    assert shot.stat().st_size > 20_000
