"""Patterns of many phrases, of which a text has few: told by their first letters, not one by one.

``re`` tries the branches of a long alternation in turn wherever a word begins or ends, and
where case does not matter it must begin each of them to see that it fails. A branch that
opens with a set of letters is passed over at once. So the phrases are put into a tree by
their first letters, as in a dictionary: at each place all but one of the branches fall away.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

_MOST_TOGETHER = 3  # phrases that are still tried one by one
_DEEPEST = 3  # letters that are told apart


class Phrases:
    """Words and phrases to be found in any case; compiled when they are first looked for.

    ``pattern`` is a regular expression without capturing groups, read as ``re`` does with
    ``IGNORECASE``. Of two phrases that begin at the same place the longer one may be found
    where ``re`` would find the one that is named first.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def are_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return self._compiled.search(text) is not None

    def places(self, text: str) -> Iterator[re.Match[str]]:
        """Where they stand in a text."""
        return self._compiled.finditer(text)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(by_first_letters(self.pattern))


def by_first_letters(pattern: str) -> str:
    """The same alternation as a tree, which matches in any case without ``IGNORECASE``."""
    words: list[str] = []
    others: list[str] = []
    for each in alternatives(pattern):
        (words if each.startswith(r"\b") else others).append(each)
    opened = [(head, rest) for each in words for head, rest in _opened(each[2:])]
    tree = [rf"\b(?:{_tree(opened, 0)})"] if opened else []
    return "|".join([*tree, *(f"(?i:{each})" for each in others)])


def alternatives(pattern: str) -> list[str]:
    """The branches of a pattern, split at each ``|`` outside brackets."""
    found, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _end_of_set(pattern, at)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*found, pattern[start:]]


def _end_of_set(pattern: str, at: int) -> int:
    """Where the set of letters that opens at ``at`` closes."""
    at += 2 if pattern[at + 1] == "^" else 1
    at += 1 if pattern[at] == "]" else 0
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at


def _opened(branch: str) -> list[tuple[str, str]]:
    """The branches that a branch is short for, each as plain letters and the rest.

    ``(?:a|the) boat`` is short for ``a boat`` and ``the boat``.
    """
    head = re.match(r"(?:[a-zA-Z ](?![?*+{]))*", branch)
    plain = head.group() if head else ""
    if plain or not branch.startswith("(?:"):
        return [(plain.lower(), branch[len(plain) :])]
    end = _end_of_group(branch)
    if branch[end : end + 1] in {"?", "*", "+", "{"}:
        return [("", branch)]
    by_letter: dict[str, list[str]] = defaultdict(list)
    for inner in alternatives(branch[3 : end - 1]):
        for letters, rest in _opened(inner):
            by_letter[letters[:1]].append(letters[1:] + rest)
    return [(letter, f"(?:{'|'.join(each)}){branch[end:]}") for letter, each in by_letter.items()]


def _end_of_group(branch: str) -> int:
    """Where the group that opens a branch ends."""
    depth, at = 0, 0
    while True:
        sign = branch[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _end_of_set(branch, at)
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        at += 1
        if not depth:
            return at


def _tree(phrases: list[tuple[str, str]], depth: int) -> str:
    """The phrases as one alternation, those together that begin alike."""
    if len(phrases) <= _MOST_TOGETHER or depth == _DEEPEST:
        return f"(?i:{'|'.join(head + rest for head, rest in phrases)})"
    groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for head, rest in phrases:
        groups[head[:1]].append((head[1:], rest))
    bare = groups.pop("", [])
    parts = [f"{_letter(letter)}(?:{_tree(group, depth + 1)})" for letter, group in groups.items()]
    return "|".join([*parts, *([f"(?i:{'|'.join(rest for _, rest in bare)})"] if bare else [])])


def _letter(letter: str) -> str:
    """A letter in both cases."""
    return letter if letter == letter.upper() else f"[{letter}{letter.upper()}]"
