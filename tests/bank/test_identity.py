"""Ids: the same words give the same id, other words another one, and no id is a word."""

import re
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.identity import ALPHABET, new_id, normalised


@given(st.text(), st.text())
def test_an_id_is_eight_signs_that_spell_no_word_and_no_number(family: str, origin: str) -> None:
    assert re.fullmatch(rf"[a-z][{ALPHABET}]{{7}}", new_id(family, origin, set()))


def test_an_id_does_not_depend_on_the_machine_or_the_day() -> None:
    assert new_id("who-said", "We have agreed.", set()) == "hgqq4zp5"
    program = "from quizgen.bank.identity import new_id as n; print(n('a', 'b', set()))"
    command = [sys.executable, "-c", program]
    seen = {
        subprocess.run(
            command, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_typography_does_not_change_an_id() -> None:
    plain = new_id("cloze", "He asked: it's a “no”", set())
    assert new_id("cloze", 'he asked  it’s a "NO"...', set()) == plain


def test_rule_words_and_digits_do() -> None:
    ids = {
        new_id("cloze", "in 1863", set()),
        new_id("cloze", "in 1864", set()),
        new_id("frame", "in 1863", set()),
    }
    assert len(ids) == 3


def test_a_taken_id_is_avoided_always_in_the_same_way() -> None:
    first = new_id("cloze", "words", set())
    second = new_id("cloze", "words", {first})
    assert second != first
    assert new_id("cloze", "words", {first}) == second


def test_normalised_words_have_neither_case_nor_punctuation() -> None:
    assert normalised("  The “U.S.” – №5, ﬁne_") == "the u s no5 fine"
