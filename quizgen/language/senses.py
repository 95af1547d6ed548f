"""What a common noun names: a person, a group, an act … so that answers are of one kind.

The kinds are the lexicographer files of WordNet, by a noun's commonest sense. A plural is
looked up by its singular.
"""

from functools import cache

from quizgen.language.word_lists import entries

_IRREGULAR = {
    "people": "person",
    "children": "child",
    "women": "woman",
    "media": "press",
    "wives": "wife",
    "lives": "life",
}

_SHORTEST_PLURAL = 3
_HISSES = frozenset({"s", "x", "z", "ch", "sh"})  # the ends of words, and none by themselves
_ANY_OF_KIND = frozenset({"person", "animal", "food", "plant"})


@cache
def kind(noun: str) -> str | None:
    """What ``noun`` names, or None if that is not known; of ``co-author`` the last part."""
    word = noun.casefold().rsplit("-", 1)[-1]
    known = _nouns()
    return next((known[form][0] for form in (word, *_singulars(word)) if form in known), None)


@cache
def narrow_kind(noun: str) -> str | None:
    """The narrower kind of a noun: what is said of one could be said of another of it."""
    word = noun.casefold().rsplit("-", 1)[-1]
    known = _nouns()
    return next((known[form][1] for form in (word, *_singulars(word)) if form in known), None)


def sort(noun: str) -> str | None:
    """What must agree for one noun to stand for another.

    That is the kind of persons, animals, food and plants, and the narrower kind of anything
    else: a tunnel is no hook, though people make both.
    """
    wide = kind(noun)
    return wide if wide in _ANY_OF_KIND else narrow_kind(noun)


def singular(noun: str) -> str:
    """The singular of a noun in lower case, as far as the word list knows it."""
    word = noun.casefold()
    known = _nouns()
    return next((form for form in _singulars(word) if form in known), word)


def _singulars(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [_IRREGULAR[word]]
    if word.endswith("men") and len(word) > len("men"):
        return [f"{word[:-3]}man"]
    if not word.endswith("s") or len(word) < _SHORTEST_PLURAL:
        return []
    found = []
    if word.endswith("ies") and len(word) > len("oies") and word[-4] not in "aeiou":
        found.append(f"{word[:-3]}y")
    if word.endswith(("ses", "xes", "zes", "ches", "shes")) and word[:-2] not in _HISSES:
        found.append(word[:-2])
    return found if word.endswith("ss") else [*found, word[:-1]]


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    known: dict[str, tuple[str, str]] = {}
    for line in entries("nouns"):
        wide, narrow, *group = line.split()
        known.update(dict.fromkeys(group, (wide, narrow)))
    return known
