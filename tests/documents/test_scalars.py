"""Writing scalars: every text reads back as itself, for every YAML parser we know."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from quizgen.documents.parse import parse
from quizgen.documents.scalars import WIDTH, block, inline, plain

WORDS = st.lists(st.sampled_from(["He", "said:", "no", "#1", "it's", '"x"', "—", "a", "“b”"]))
PROSE = WORDS.map(" ".join)
LINES = st.lists(PROSE).map("\n".join)
ANY = st.one_of(PROSE, LINES, st.text(st.characters(exclude_categories=["Cs"])))


@given(ANY)
@example("no")
@example("12:30")
@example("2017-07-08")
@example(" lead and trail ")
@example("\ttab")
@example("one\n\n  two\n")
@example("a\x85b\u2028c\ufeff\x00")
@example("word " * 60)
@example("x: " * 60)
@example("a  b " * 60)
@example(("a b " * 30 + "\n") * 2 + "c")
@example("# comment " * 20)
@example("- " * 100 + "x")
def test_every_text_reads_back_as_itself(text: str) -> None:
    written = (
        f"key: {block(text, column=5, indent=2)}\n"
        f"list:\n- {block(text, column=2, indent=2)}\n- - {block(text, column=4, indent=4)}\n"
        f"flow: [{inline(text, flow=True)}, end]\n"
        f"line: {inline(text)}\n"
    )
    expected = {"key": text, "list": [text, [text]], "flow": [text, "end"], "line": text}
    assert yaml.load(written, yaml.SafeLoader) == expected
    assert yaml.load(written, yaml.CSafeLoader) == expected
    document = parse(written, "x.yaml")
    assert document.problems == ()


@given(PROSE)
def test_prose_is_folded_at_the_width(text: str) -> None:
    lines = block(text, column=12, indent=4).split("\n")
    for line in lines[1:]:
        assert len(line) <= WIDTH or " " not in line.strip()


@pytest.mark.parametrize(
    "text",
    ["no", "On", "~", "null", "1863", "010", "1_000", "0x1F", "1e3", ".5", "12:30", "190:20:30",
     "2024-01-05", "=", "<<", "y", "N", "", "- x", "#1", "a #1", "a: b", "a:", "'tis", "*x", "&y",
     "@ann", "%50", "!x", "[sic]", "{x}", "| x", "> x", "`x`", '"x"', "? x", ", x", "--- x", " a"],
)  # fmt: skip
def test_what_yaml_would_misread_is_never_bare(text: str) -> None:
    assert not plain(text)


@pytest.mark.parametrize(
    "text", ["Mr Tillerson", "14:00 o'clock", "It’s “so”", "a,b", "C#", "…and then", "http://x.y/z"]
)
def test_ordinary_text_stays_bare(text: str) -> None:
    assert inline(text) == text


def test_quotes_are_chosen_so_that_nothing_need_be_escaped() -> None:
    assert inline("He said: it's so") == '''"He said: it's so"'''
    assert inline('He said: "no"') == """'He said: "no"'"""
