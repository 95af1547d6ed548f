"""Persons that a text mentions, and which mentions mean the same person.

Only forms that cannot be anything else are taken: a title and a name (``Mr Trump``,
``President al-Assad``), a full name whose surname is known from such a form or from a
speaker, and an office with its country (``the French President``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.language import offices
from quizgen.language.lexicon import is_known
from quizgen.language.places import PLACES

_TITLES = """
    Mr Mrs Ms Miss Dr Prof Professor President Chancellor Premier Senator Sen Congressman
    Congresswoman Representative Rep Governor Gov Secretary Minister Ambassador General Gen
    Colonel Col Captain Capt Lieutenant Sergeant Admiral Judge Justice King Queen Prince
    Princess Pope Archbishop Bishop Mayor Councillor Lord Lady Sir Dame Herr Frau Monsieur
    Madame
    """.split()
_LONG_TITLES = ("Prime Minister", "Vice President", "Foreign Minister", "Madam Speaker")
_OFFICE_WORDS = frozenset(offices.NAMES.replace("|", " ").split())
_PARTICLES = "al|el|ben|bin|ibn|de|del|della|da|di|la|le|van|von|der|den|dos|du|ter"
_PARTICLE = rf"(?:(?:{_PARTICLES})[- ])"
_PART = rf"{_PARTICLE}*[A-ZÀ-Þ](?:(?![’']s\b)[\w’'-])*(?:(?![’']s\b)[\wà-ÿ])"
_NAME = rf"{_PART}(?:[ ](?:[A-Z]\.[ ])?{_PART}){{0,2}}"
_TITLE = "|".join([*_LONG_TITLES, *(rf"{title}\.?" for title in _TITLES)])
_ROLES = frozenset(  # “Mr Speaker” and “Madam Chair” are nobody's names
    "Speaker Chair Chairman Chairwoman Chairperson Moderator Deputy Commissioner Justice".split()
)
_TITLED = re.compile(rf"\b(?P<title>{_TITLE})[ ](?P<name>{_NAME})")
_NO_FAMILY_NAME = frozenset(  # “Justice Department”, “Ambassador Bridge”, “General Assembly”
    """
        Department Bridge Committee Council Office Officer Street Court Board Bureau Commission
        Center Centre Hospital Hotel Airport Station Park House Palace Castle Island Assembly
        Secretary Counsel Manager Election Elections Act Bill Report Service Services College
        University School Cup Award Prize Post Law Affairs Staff Minister Meeting Conference
        """.split()
)
_POSSESSIVE = re.compile(r"[’']s?$")
_ARTICLE = re.compile(r"^(?:al|el)-(?=\w)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person as a text mentions one, without a possessive ending.

    ``surname`` is folded; it is None for an office (``French President``), whose holder the
    text need not name. ``first`` is the first name as printed, where one stands there. Who is
    meant within one transcript, ``people`` tells.
    """

    start: int
    end: int
    text: str
    title: str
    surname: str | None
    first: str = ""


def mentions(text: str, surnames: Iterable[str] = ()) -> list[Mention]:
    """The persons that ``text`` mentions, in order, none inside another.

    ``surnames`` are further names that stand for a person without a title.
    """
    found = [*_titled(text), *_offices(text), *_plain(text, surnames)]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def surname(name: str) -> str:
    """The folded family name of a full name, without “van” or “al-” before it."""
    last = _POSSESSIVE.sub("", name).split()[-1].casefold().replace("’", "'")
    return _ARTICLE.sub("", last)


def _first(name: str) -> str:
    """The first name in a full one; empty where only the family name stands there."""
    first, *rest = name.split()
    return first if rest and first not in _PARTICLES.split("|") else ""


def _titled(text: str) -> Iterator[Mention]:
    for match in _TITLED.finditer(text):
        name = _POSSESSIVE.sub("", match["name"])
        words = name.split()
        if words[0] in _OFFICE_WORDS | _ROLES or words[-1] in _NO_FAMILY_NAME:
            continue
        end = match.start("name") + len(name)
        yield _named(text, match.start(), end, match["title"], name)


def _offices(text: str) -> Iterator[Mention]:
    for found in offices.of_a_country(text):
        named = _TITLED.match(text, found.named)
        if named:  # US President Donald Trump
            name = _POSSESSIVE.sub("", named["name"])
            end = named.start("name") + len(name)
            yield _named(text, found.start, end, found.office[1], name)
        else:
            words = text[found.start : found.end]
            yield Mention(found.start, found.end, words, found.office[1], None)


def _plain(text: str, surnames: Iterable[str]) -> Iterator[Mention]:
    known = surnames if isinstance(surnames, frozenset) else frozenset(surnames)
    if not known:
        return
    for match in re.finditer(rf"\b{_NAME}", text):
        name = _POSSESSIVE.sub("", match.group())
        end = match.start() + len(name)
        if surname(name) not in known:
            continue
        first = name.split()[0]
        if first != name and (first in PLACES or is_known(first) or first.isupper()):
            name = name.split()[-1]  # a capitalised word before it that is no part of it
        yield _named(text, end - len(name), end, "", name)


def _named(text: str, start: int, end: int, title: str, name: str) -> Mention:
    return Mention(start, end, text[start:end], title, surname(name), _first(name))
