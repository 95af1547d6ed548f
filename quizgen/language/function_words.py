"""The function words of languages: words that carry no content, and tell languages apart."""

from functools import cache

from quizgen.language.word_lists import entries


def function_words(language: str) -> frozenset[str]:
    """The function words of a language, folded; none where the language is not known."""
    return known().get(language, frozenset())


def languages_with(word: str) -> tuple[str, ...]:
    """The codes of the languages that have a folded word among their function words."""
    return _by_word().get(word, ())


@cache
def _by_word() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in sorted(known().items()):
        found |= {word: (*found.get(word, ()), code) for word in words}
    return found


@cache
def known() -> dict[str, frozenset[str]]:
    """The function words of every language that has a list, by its code."""
    lists = {}
    for line in entries("function_words"):
        code, _, words = line.partition(":")
        lists[code] = frozenset(words.replace("’", "'").split())
    return lists
