"""Files made to break parsers: never a traceback, never long, never much memory."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.documents.parse import parse

HARMLESS = {"one key again and again", "one long line", "line separators"}

BOMB = "a: &a [x, x]\n" + "".join(
    f"b{n}: &b{n} [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n" for n in range(50)
)
HOSTILE = {
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "dashes": "- " * 100_000,
    "nested items": "questions:\n" + "- [\n" * 100_000,
    "broken items": "questions:\n" + "- a: b: c\n" * 100_000,
    "one broken item at the end": "questions:\n" + "- a: b\n" * 100_000 + "- x: y: z\n",
    "one key again and again": "a: b\n" * 200_000,
    "alias bomb": BOMB,
    "anchors": "&a " * 300_000,
    "quotes": '"' * 1_000_000,
    "open quotes": '- question: "x\n' * 60_000,
    "colons": "questions:\n- a: " + ": x " * 200_000,
    "question marks": "? " * 400_000,
    "python object": "!!python/object/apply:os.system ['exit 1']",
    "documents": "---\n" * 200_000,
    "half a surrogate": "a: \ud800",
    "one long line": "a" * 1_000_000,
    "line separators": "\u2028" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_reported_within_two_seconds(name: str) -> None:
    started = time.process_time()
    document = parse(HOSTILE[name], "x.yaml")
    assert time.process_time() - started < 2
    assert document.problems or name in HARMLESS


YAMLISH = st.lists(
    st.sampled_from(
        ["- ", "question: ", "answer:", "\n", "  ", "\t", '"', "'", "[", "]", "{", "}", "*a", "&a",
         "!x", "%", "#", "|", ">-", ": ", "---", "...", "x", "“", "\r\n", "\x00", "\u2028", "🎓"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(st.one_of(YAMLISH, YAMLISH.map("questions:\n".__add__), st.text()))
def test_no_text_at_all_raises(text: str) -> None:
    document = parse(text, "x.yaml")
    for problem in document.problems:
        assert 0 <= problem.line <= len(document.lines)
        assert problem.message
        assert problem.fix


@given(YAMLISH)
def test_mends_never_overlap_and_stay_inside_the_text(text: str) -> None:
    mends = sorted(parse("questions:\n" + text, "x").mends, key=lambda mend: mend.start)
    for mend, following in pairwise(mends):
        assert mend.end <= following.start
    assert all(0 <= mend.start <= mend.end <= len(text) + 11 for mend in mends)
