"""Phrases in a tree are found where the plain expression finds them."""

import re

import pytest

from quizgen.language.spotting import Phrases, alternatives, by_first_letters

PATTERNS = [
    r"\bferry\b",
    r"\b(?:ferry|ferries|ferryman|ferret|fell|the ferry)\b",
    r"\b(?:a|an|the|of|to|at|and),\s",
    r"\b(?:my|your|the|this) (?:\w+ )?(?:boats?|ferr(?:y|ies))\b(?! of)",
    r"\b(?:a |the )?(?:boat|bridge|ferry)s?\b",
    r"\b(?:u+m+|er+m?|hm+|right\?|don['’]t)\b",
    r"\b(?:[Ii]f I|\d+ boats|boat[)|(]s|boat(?:man|woman)?)\b",
    r"\b(?:boats|boat) (?:is|are)\b|, ferry|^so\b|\bso (?:late|long)\b",
    r"[.,] over[.!]?$|\b(?:roger|copy|stand(?:ing)? by|over and out|read back)\b",
]
TEXTS = [
    "",
    "The ferry, and the ferryman, fell.",
    "MY OLD BOAT IS HERE",
    "this ferry of ours, the bridges",
    "Umm, right? I don’t think so, errm.",
    "if I had 12 boats",
    "A boat|s and a boat)s for a boatwoman",
    "so late, ferry! Boats are late",
    "Roger, standing by, over.",
    "the theatre, a-ferry, an, of, and,  ferries",
    "Straße: THE, boats; ferryboat",
]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("text", TEXTS)
def test_phrases_are_found_where_the_plain_expression_finds_them(pattern: str, text: str) -> None:
    plain = [match.start() for match in re.finditer(pattern, text, re.IGNORECASE)]
    assert [match.start() for match in Phrases(pattern).places(text)] == plain
    assert Phrases(pattern).are_in(text) == bool(plain)


def test_brackets_sets_and_escapes_hold_a_pattern_together() -> None:
    pattern = r"a(?:b|c)|[|\]]x|[^]|]|\|d|(?:e|(?:f|g))"
    assert alternatives(pattern) == ["a(?:b|c)", r"[|\]]x", "[^]|]", r"\|d", "(?:e|(?:f|g))"]


def test_many_phrases_are_told_apart_by_their_first_letters() -> None:
    tree = by_first_letters(r"\b(?:north|east|south|west|somewhere) of here\b")
    assert tree.startswith(r"\b(?:[nN]")
    assert "[sS]" in tree
