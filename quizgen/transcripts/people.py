"""Which labels are the same person: full names and surnames, initials, offices, slips of the pen.

A speaker keeps the label's own name; the person is whoever the label resolves to. A role
of the floor is a person only where the transcript itself says who holds it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from quizgen.model.problem import Level, Problem
from quizgen.transcripts import metadata
from quizgen.transcripts.joint import are_joint
from quizgen.transcripts.labels import Label, clean, is_capitalised, is_floor, is_office
from quizgen.transcripts.slips import slips
from quizgen.transcripts.spelling import titled
from quizgen.transcripts.vocabulary import DIRECTION, PARTICLES, SPEECH, TITLE_WORDS

if TYPE_CHECKING:
    from quizgen.transcripts.starts import Start
    from quizgen.transcripts.view import View

_HEAD = 20_000
_OF_A_FAMILY = frozenset(  # “Young Siward” is not Siward, nor “Lady Macbeth” Macbeth
    """
    young old elder younger little lady mrs ms miss mother father aunt uncle sister brother
    """.split()
)
_OFFICES = frozenset(  # capitalised before a family name, and no first name
    """
    administrator advisor adviser envoy spokesman spokeswoman spokesperson superintendent leader
    treasurer correspondent comptroller
    """.split()
)
_LOOKED_AT = 100_000
_LONGEST_INITIALS = 3
_SEVERAL = 3
_SHORTEST = 5  # letters that the end of a label has at least, to be another
_IN_WORD = re.compile(r"\w")
_NAME = r"[^\W\d_a-zß-öø-ÿа-яё][\w’'-]+"
_WORD = re.compile(r"(?<![\w/-])[^\W\d_]+(?![\w/-])")
_PAIRS = re.compile(rf"\b(?=({_NAME})(?: [A-Z]\.)?[ \xa0]({_NAME})\b)")
_REVERSED = re.compile(r"^[ \t]*([A-Z][A-Z’'-]{2,}), ([A-Z][A-Z’'-]+|[A-Z][a-z]+)\b", re.MULTILINE)


class Lines(Protocol):
    """Whoever knows the line of an offset."""

    def of(self, offset: int) -> int:
        """The line, from 1."""


@dataclass(slots=True)
class People:
    """The persons behind the labels of one transcript."""

    named: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)
    slips: dict[str, tuple[str, str]] = field(default_factory=dict)
    examiner: dict[int, str] = field(default_factory=dict)
    head: str = ""
    roles: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        starts: Sequence["Start"],
        text: str,
        head: str,
        *,
        roles: Mapping[str, str],
        roster: Mapping[str, str],
        title: str = "",
    ) -> "People":
        """Find out who is who from all labels, the head of the file and its list of people."""
        labels = _labels(starts)
        times = Counter(start.label.key for start in starts)
        people = cls(head=head[:_HEAD])
        stated = f"{title}\n{head[:_HEAD]}"
        resolver = _Resolver(labels, times, (stated, text[:_LOOKED_AT]), roles, roster)
        people.named = resolver.run()
        people.roles = frozenset(resolver.floor)
        people.slips = resolver.slips
        people.offices = resolver.offices
        return people

    def person(self, label: Label) -> str | None:
        """Who speaks under a label, or None where nobody can know."""
        return self.named.get(label.key)

    def known_as(self, name: str) -> str:
        """The full name of somebody whom a form named, where it knew the family name alone."""
        return name if " " in name else self.named.get(name.casefold(), name)

    def anonymous(self, label: Label) -> bool:
        """Whether a label is a role of the floor."""
        return is_floor(label.name) or len(label.name) < 2 or label.key in self.roles

    def office(self, name: str, labels: Iterable[str]) -> str | None:
        """What the transcript calls a person: in the label itself, a list or the introduction."""
        for printed in labels:
            label = clean(printed)
            if label.office and not is_floor(label.office):
                return label.office
        if name.casefold() in self.offices:
            return self.offices[name.casefold()]
        for printed in labels:
            title = clean(printed).title
            if len(title.split()) > 1 and title.split()[0][0].isupper():
                return title
        return metadata.introduced(self.head, name)

    def problems(
        self, path: str, lines: Lines, starts: Sequence["Start"], view: "View"
    ) -> Iterator[Problem]:
        """A warning for each label that was taken for a slip of the pen."""
        told = set()
        for start in starts:
            key = start.label.key
            if key in self.slips and key not in told:
                told.add(key)
                slip, meant = self.slips[key]
                yield Problem(
                    path=path,
                    line=lines.of(view.start(start.low or start.at)),
                    column=1,
                    level=Level.WARNING,
                    code="label-slip",
                    message=f"the label “{slip}” was read as “{meant}”, which it nearly is",
                    fix="if they are two people, say so under “aliases” in the corrections file",
                )


def _labels(starts: Sequence["Start"]) -> dict[str, Label]:
    """For each key the label that tells most of its person, in the spelling that comes most."""
    found: dict[str, Label] = {}
    spelled: Counter[str] = Counter(start.label.name for start in starts)
    for start in starts:
        label = start.label
        known = found.setdefault(label.key, label)
        if label is known:
            continue
        capital = label.name[:1].isupper() and known.name.islower()
        often = capital and spelled[label.name] >= spelled[known.name]
        if label.initials or (label.inside and not known.inside) or often:
            found[label.key] = label
    for name in {start.person: None for start in starts if start.person}:
        if " " not in name:
            found.setdefault(name.casefold(), clean(name))
    return found


class _Resolver:
    """Merges the keys of labels, surest evidence first."""

    def __init__(
        self,
        labels: dict[str, Label],
        times: Counter[str],
        texts: tuple[str, str],
        roles: Mapping[str, str],
        roster: Mapping[str, str],
    ) -> None:
        self.labels, self.times = labels, times
        self.head, self.text = texts[0], "\n".join(texts)
        self.roles = metadata.legend(texts[0]) | dict(roles)
        self.offices = {name.casefold(): office for name, office in roster.items() if office}
        self.roster = list(roster)
        self.slips: dict[str, tuple[str, str]] = {}
        self.people = {
            key: label
            for key, label in labels.items()
            if key and not is_floor(label.name) and not is_office(label.name)
        }
        self.floor = {key for key, holder in self.roles.items() if is_floor(clean(holder).name)}
        for key in self.floor | {key for key in self.people if len(key) < 2}:
            if not any(label.initials.casefold() == key for label in labels.values()):
                self.people.pop(key, None)

    def run(self) -> dict[str, str]:
        """The person of every key that is one."""
        full = self._full_names()
        found = {key: self._resolve(key, label, full) for key, label in self.people.items()}
        for key, label in self.labels.items():
            if key in self.people:
                continue
            holder = self._holder(key, label)
            if holder:
                found[key] = found.get(clean(holder).key, clean(holder).name)
        self.slips = slips(self.times, self.people, found)
        return found | {key: meant for key, (_, meant) in self.slips.items()}

    def _full_names(self) -> dict[str, list[str]]:
        """Full names by surname, by first name and by initials: labels first, then lists."""
        found: dict[str, list[str]] = {}
        names = [label.name for label in self.people.values()]
        names += [clean(name).name for name in [*self.roster, *self.roles.values()]]
        for name in dict.fromkeys(names):
            words = [w for w in name.split() if w.strip(".")]
            if len(max(words, key=len, default="").strip(".")) < 2:
                continue  # initials alone
            titled = words[:1] and words[0].casefold() in TITLE_WORDS
            titled = titled or bool(words[1:] and words[0].casefold() in _OF_A_FAMILY)
            if len(words) < 2 or titled or not is_capitalised(name) or are_joint(name, self.people):
                continue
            keys = {words[-1].casefold(), words[0].casefold(), " ".join(words[-2:]).casefold()}
            keys.add("".join(word[0] for word in words).casefold())
            keys.add(f"{words[0]} {words[-1]}".casefold())
            keys.add(f"{words[0][0]}. {words[-1]}".casefold())
            for key in keys:
                if key != name.casefold():
                    found.setdefault(key, []).append(name)
        for label in self.people.values():
            if label.initials:
                found[label.initials.casefold().rstrip(".")] = [label.name]
        return {key: _distinct(values) for key, values in found.items()}

    def _resolve(self, key: str, label: Label, full: dict[str, list[str]]) -> str:
        if key in self.roles:
            return clean(self.roles[key]).name
        name = label.name
        if are_joint(name, self.people):
            initials = max(map(len, name.replace(",", " ").split())) <= _LONGEST_INITIALS
            return name if initials else self._mixed(name)
        spelled = full.get(key) or full.get(key.replace(".", "").replace(" ", ""), [])
        longer = [each for each in spelled if each.casefold() != key]
        if len(longer) == 1 and (len(key) > 1 or longer[0] in self._declared()):
            return self._mixed(longer[0])
        words = key.split(" ")
        for at in range(1, len(words) - 1):  # a title that stayed, and a full name
            ending = " ".join(words[at:])
            known = ending in self.people and len(ending) > _SHORTEST
            if known and name not in full.get(ending, ()):
                return self.people[ending].name
        if not longer and len(name.split()) == 1 and len(name) > 3:
            whole = self._written_out(name)
            if whole:
                return whole
        return self._mixed(name)

    def _declared(self) -> list[str]:
        return [label.name for label in self.people.values() if label.initials]

    @cached_property
    def _first_names(self) -> dict[str, set[str]]:
        """The first names that the text puts before each family name."""
        found: dict[str, set[str]] = {}
        small = {word for word in _WORD.findall(self.text) if word.islower()}
        often = Counter(_PAIRS.findall(self.text))
        stated = set(_PAIRS.findall(self.head))
        for first, last in (pair for pair in often if often[pair] > 1 or pair in stated):
            word = first.casefold()
            name = not (
                word in TITLE_WORDS
                or word in _OF_A_FAMILY
                or word in _OFFICES
                or word in PARTICLES
                or word in SPEECH
                or word in small
            )
            if name and not DIRECTION.match(first) and first.isupper() == last.isupper():
                found.setdefault(last.casefold(), set()).add(first)
        for last, first in _REVERSED.findall(self.text):
            found.setdefault(last.casefold(), set()).add(first.capitalize())
        return found

    def _written_out(self, surname: str) -> str | None:
        """The full name that the text gives for a surname, if it gives just one.

        What is a label itself is no first name: two labels in a row speak together.
        """
        firsts = self._first_names.get(surname.casefold(), ())
        found = {k: first for first in firsts if (k := first.casefold()) not in self.people}
        if len(found) != 1:
            return None
        first = found.popitem()[1]
        given = self._mixed(first) if len(first) != _LONGEST_INITIALS else titled(first)
        return f"{given} {self._mixed(surname)}"

    def _mixed(self, name: str) -> str:
        """A name printed in capitals, in the letters that the text itself writes it in."""
        if not name.isupper() or (self._initialled and len(name) <= _LONGEST_INITIALS):
            return name
        small, at = name.lower(), self._lowered.find(name.lower())
        while at >= 0:
            end = at + len(small)
            found = self.text[at:end]
            if not found.isupper() and is_capitalised(found) and _is_whole(self.text, at, end):
                return found
            at = self._lowered.find(small, end)
        if len(name) <= _LONGEST_INITIALS:
            return name
        return titled(name)

    @cached_property
    def _initialled(self) -> bool:
        """Whether most labels are initials, so that ``ES`` is no name that the text writes Es."""
        short = sum(1 for n in self.people if len(n) <= _LONGEST_INITIALS)
        return short >= _SEVERAL and short * 2 > len(self.people)

    @cached_property
    def _lowered(self) -> str:
        """The text in small letters, each at its place."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(low if len(low := sign.lower()) == 1 else sign for sign in self.text)

    def _holder(self, key: str, label: Label) -> str | None:
        """Who holds a role or an office: the head says so, or brackets beside the label."""
        if key in self.floor:
            return None
        if key in self.roles:
            return self.roles[key]
        for inside in label.inside:
            first, _, rest = inside.partition(". ")
            name = clean(inside if not rest or clean(first).key in TITLE_WORDS else first).name
            if len(name.split()) > 1 and is_capitalised(name) and not name.isupper():
                return name
            title = clean(inside).title.split()[-1:]
            if title and title[0].strip(".").casefold() in TITLE_WORDS and name:
                return self._mixed(name) if " " in name else name
        return None


def _is_whole(text: str, low: int, high: int) -> bool:
    """Whether a range is a word, or several: no letter or digit goes on before or after it."""
    return not any(
        _IN_WORD.match(text[at - 1 : at]) and _IN_WORD.match(text[at : at + 1])
        for at in (low, high)
        if at
    )


def _distinct(names: list[str]) -> list[str]:
    """Names that differ: of two spellings of one name the longer, mixed-case one counts."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(name.casefold(), name)
    return list(kept.values())
