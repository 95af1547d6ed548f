"""Who is who within one transcript: names, titles and offices that mean the same person.

Two mentions are one person only where the text itself says so: by the family name (unless two
first names, or a Mr and a Mrs, go with it), by a name beside an office (“French President
Emmanuel Macron”, “Mr Macron, the French President”), by the list of participants, or where one
person alone bears the title of the only such office that is spoken of.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from quizgen.language.families import Families
from quizgen.language.names import Mention, mentions, surname
from quizgen.language.offices import Office, and_its_country, office_of
from quizgen.model.transcript import Speaker

_APPOSED = re.compile(r", (?:the |our |their )?")
_ENDS = re.compile(r"$|[,.;:!?)](?! and\b)")
_INITIALS = 2  # letters that are no name to look for
_NEAR = 8  # characters to the next of a list


class People:
    """The persons of a transcript: built from its sentences and speakers, asked by mention."""

    def __init__(self, texts: Iterable[str], speakers: Iterable[Speaker] = ()) -> None:
        self._speakers = tuple(each for each in speakers if not each.anonymous)
        names = (surname(each.name) for each in self._speakers)
        self.surnames = frozenset(name for name in names if len(name) > _INITIALS)
        self._known: dict[str, tuple[Mention, ...]] = {}
        self._texts = tuple(text for text in texts if self.mentions(text))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The persons that a text mentions; looked for once in each text."""
        found = self._known.get(text)
        if found is None:
            every = mentions(text, self.surnames)
            found = self._known[text] = tuple(self._whole(text, each) for each in every)
        return found

    def _whole(self, text: str, mention: Mention) -> Mention:
        """A speaker's name with its first name, even where that is a word (“Bill”)."""
        if mention.title or mention.first or mention.surname is None:
            return mention
        for speaker in self._speakers:
            start = mention.end - len(speaker.name)
            if 0 <= start < mention.start and text[start : mention.end] == speaker.name:
                first = speaker.name.split()[0]
                return replace(mention, start=start, text=speaker.name, first=first)
        return mention

    def who(self, mention: Mention) -> str | None:
        """The person of a mention, by a name for this transcript; None where nobody can tell."""
        if mention.surname is None:
            office = office_of(mention.text)
            return self._holders.get(office) if office else None
        return self._families.person(mention.surname, mention.first, mention.title)

    def named(self, name: str) -> str | None:
        """The person whom a name or an office means that stands by itself, as an option does."""
        for mention in self.mentions(name):
            if mention.surname is None or mention.text == name:
                return self.who(mention)
        first = name.split(maxsplit=1)[0] if " " in name else ""
        return self._families.person(surname(name), first, "")

    def one_person(self, one: str, other: str) -> bool:
        """Whether two names or offices mean the same person, or may do so."""
        a, b = self.named(one), self.named(other)
        if a and b:
            return a == b
        offices = {each for each in (office_of(one), office_of(other)) if each}
        if not offices:
            return surname(one) == surname(other)
        [office, *more] = offices
        return not more and (a == b or self._may_hold(office, a or b))

    def all_differ(self, names: Iterable[str]) -> bool:
        """Whether no two of the names mean the same person."""
        texts = list(names)
        return not any(
            self.one_person(one, other) for at, one in enumerate(texts) for other in texts[:at]
        )

    def titles(self, person: str) -> frozenset[str]:
        """The titles and offices under which a person is mentioned."""
        return self._titles.get(person, frozenset())

    def _may_hold(self, office: Office, person: str | None) -> bool:
        return person is None or office[1] in self.titles(person)

    @cached_property
    def _families(self) -> Families:
        heard = [each for text in self._texts for each in self.mentions(text)]
        named = [(each.surname, each.first, each.title) for each in heard if each.surname]
        for speaker in self._speakers:
            first = speaker.name.split()[0] if " " in speaker.name else ""
            named.append((surname(speaker.name), first, ""))
        return Families(named)

    @cached_property
    def _titles(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for mention in (each for text in self._texts for each in self.mentions(text)):
            if mention.surname and mention.title and (person := self.who(mention)):
                found[person].add(mention.title)
        return {person: frozenset(titles) for person, titles in found.items()}

    @cached_property
    def _holders(self) -> dict[Office, str]:
        """Who holds an office, where the transcript says so of one person only."""
        said: dict[Office, set[str]] = defaultdict(set)
        for speaker in self._speakers:
            office = office_of(speaker.office or "")
            if office and (person := self.named(speaker.name)):
                said[office].add(person)
        spoken_of: set[Office] = set()
        for text in self._texts:
            spoken_of.update(filter(None, (office_of(m.text) for m in self.mentions(text))))
            for office, person in self._told(text):
                said[office].add(person)
        for office in sorted(spoken_of - said.keys()):
            rivals = [each for each in spoken_of - said.keys() if each[1] == office[1]]
            held = set[str]().union(*said.values())
            bearers = [each for each in self._titles if office[1] in self.titles(each)]
            free = [each for each in bearers if each not in held]
            if len(rivals) == 1 and len(free) == 1:
                said[office] = set(free)
        return {office: who.pop() for office, who in said.items() if len(who) == 1}

    def _told(self, text: str) -> Iterator[tuple[Office, str]]:
        """The offices that a sentence gives to persons whom it names."""
        found = self.mentions(text)
        for mention in found:
            office = office_of(mention.text) if mention.surname else None
            if office and (person := self.who(mention)):
                yield office, person
        for number, (one, two) in enumerate(pairwise(found)):
            listed = number + 2 < len(found) and found[number + 2].start - two.end < _NEAR
            if listed or not _APPOSED.fullmatch(text[one.end : two.start]):
                continue
            office = office_of(one.text if one.surname is None else two.text)
            named = two if one.surname is None else one
            ends = _ENDS.match(text, two.end)
            if office and ends and named.surname and (person := self.who(named)):
                yield office, person
        for each in and_its_country(text):
            after = next((m for m in found if 0 <= m.start - each.end <= 1), None)
            if after and after.surname and (person := self.who(after)):
                yield each.office, person
