"""Parts of speech from a lexicon and a few rules of context; no model.

The lexicon gives a word its likeliest tag (Brill 1992); what stands before a word corrects
the commonest mistakes. Tags are those of the Penn Treebank, with ``NNP`` for
every capitalised word inside a sentence.
"""

import itertools
import re
from functools import cache, lru_cache

from quizgen.language.word_lists import entries

_NOUNS_THAT_FOLLOW = frozenset({"NN", "NNS", "NNP", "JJ"})
_SUBJECTS = frozenset({"i", "we", "you", "they", "he", "she", "who", "to", "not", "n't", "let's"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_SUBJECT_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_OPENS_OBJECT = frozenset({"DT", "CD", "PRP$"})  # “bridges need seven arches”
_AUXILIARIES = frozenset(
    """
        is are was were am has have had do does did will would can could shall should may might
        must isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't can't
        couldn't it's that's he's she's there's we're they're you're i'm i've we've they've
        it’s that’s he’s she’s there’s we’re they’re you’re i’m i’ve we’ve they’ve don’t doesn’t
        didn’t won’t can’t couldn’t isn’t aren’t wasn’t weren’t cannot let i'll we'll i’ll we’ll
        i'd i’d who’s who's
        """.split()
)
_SUFFIXES = (
    (re.compile(r".+ly"), "RB"),
    (re.compile(r".+ing"), "VBG"),
    (re.compile(r".+ed"), "VBN"),
    (re.compile(r".+(ous|ful|ive|able|ible|less|ish|ical)"), "JJ"),
    (re.compile(r".*[^su i]s"), "NNS"),
)


def tags(words: list[str]) -> list[str]:
    """The part of speech of each word of one sentence."""
    found: list[str] = []
    for at, word in enumerate(words):
        tag = _tag(word, initial=at == 0)
        before = words[at - 1].casefold() if at else ""
        if tag in {"NN", "VBP"} and (before in _SUBJECTS or (found and found[-1] == "MD")):
            tag = "VB"
        found.append(tag)
    return [_participle(found, at) for at in range(len(found))]


def _participle(found: list[str], at: int) -> str:
    """A participle between a determiner and a noun describes the noun."""
    tag = found[at]
    if tag in {"VBG", "VBN"} and 0 < at < len(found) - 1:
        opens = found[at - 1] in {"DT", "PRP$", "JJ", "POS"}
        if opens and found[at + 1] in _NOUNS_THAT_FOLLOW:
            return "JJ"
    return tag


@lru_cache(maxsize=32_768)
def _tag(word: str, *, initial: bool) -> str:
    lower = word.casefold().replace("’", "'")
    known = _lexicon().get(lower)
    if word[0].isdigit():
        return "CD"
    if word[0].isupper() and word != "I" and not (initial and known):
        return "NNP"
    if known:
        return known
    if "-" in lower:
        return _tag(lower.rsplit("-", 1)[1] or "x", initial=False)
    return next((tag for ending, tag in _SUFFIXES if ending.fullmatch(lower)), "NN")


def is_verb(word: str, after: str = "") -> bool:
    """Whether a word behind “to” is a verb: by itself, or by the article that follows it."""
    tag = _lexicon().get(word, "NN")
    follows = _lexicon().get(after, "") in {"DT", "PRP$"}
    return tag in {"VB", "VBP"} or (tag == "NN" and follows)


def has_verb(words: list[str]) -> bool:
    """Whether a sentence has a finite verb with a subject, as far as words and tags tell."""
    if words[:2] == ["Not", "only"]:  # “Not only do they sing”, not “Not only the singing”
        return any(map(_is_auxiliary, words[2:3]))
    if any(map(_is_auxiliary, words)):
        return True
    found = tags(words)
    if found[:1] == ["VBG"]:  # “Getting angry in the market”
        return False
    finite = any(  # “Spent years at sea” has no subject, “the affects of the sea” no verb
        tag in _FINITE and before not in {"DT", "PRP$"} for before, tag in itertools.pairwise(found)
    )
    found = [tag for tag in found if tag != "RB"]  # “I also served”
    following = zip(found, found[1:], [*found[2:], ""], strict=False)
    return finite or any(
        one in _SUBJECT_TAGS
        and (two in {"VBN", "VB"} or (two == "NN" and three in _OPENS_OBJECT | {"TO"}))
        for one, two, three in following
    )


def _is_auxiliary(word: str) -> bool:
    return word.casefold() in _AUXILIARIES and not (word.isupper() and len(word) > 1)


def tag_of(word: str) -> str:
    """The likeliest tag of a word by itself; ``NN`` for an unknown one."""
    return _lexicon().get(word.casefold(), "NN")


def is_known(word: str) -> bool:
    """Whether the lexicon has this word (in lower case)."""
    return word.casefold() in _lexicon()


@cache
def _lexicon() -> dict[str, str]:
    known = {}
    for line in entries("english"):
        tag, *group = line.split()
        known.update(dict.fromkeys(group, tag))
    return known
