"""Files made to break parsers: never a traceback, never long."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.documents.parse import parse

HARMLESS = {"one key again and again", "one long line", "line separators"}


def _bomb(n: int) -> str:
    return "a: &a [x, x]\n" + "".join(f"b{i}: &b{i} [{'*a, ' * 9}]\n" for i in range(n // 1000))


HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets": lambda n: "[" * n,
    "braces": lambda n: "{" * n,
    "dashes": lambda n: "- " * n,
    "nested items": lambda n: "questions:\n" + "- [\n" * n,
    "broken items": lambda n: "questions:\n" + "- a: b: c\n" * n,
    "one broken item at the end": lambda n: "questions:\n" + "- a: b\n" * n + "- x: y: z\n",
    "one key again and again": lambda n: "a: b\n" * n,
    "alias bomb": _bomb,
    "anchors": lambda n: "&a " * n,
    "quotes": lambda n: '"' * (10 * n),
    "open quotes": lambda n: '- question: "x\n' * n,
    "colons": lambda n: "questions:\n- a: " + ": x " * n,
    "question marks": lambda n: "? " * n,
    "python object": lambda n: "!!python/object/apply:os.system ['exit 1']" + " " * n,
    "documents": lambda n: "---\n" * n,
    "half a surrogate": lambda n: "a" * n + ": \ud800",
    "one long line": lambda n: "a" * (10 * n),
    "line separators": lambda n: "\u2028" * n,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_reported_and_time_grows_with_length_alone(
    name: str, grows_evenly: Callable[[Callable[[int], object], int], None]
) -> None:
    document = parse(HOSTILE[name](100_000), "x.yaml")  # brackets: enough to kill PyYAML's loader
    assert document.problems or name in HARMLESS
    grows_evenly(lambda size: parse(HOSTILE[name](size), "x.yaml"), 12_000)


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
