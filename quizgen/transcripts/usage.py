"""How the labels of one file are used: how often, how printed and dressed, next to what."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from quizgen.transcripts.labels import Label, is_capitalised, is_floor, is_office
from quizgen.transcripts.shapes import is_bare_floor
from quizgen.transcripts.starts import Start
from quizgen.transcripts.vocabulary import PARTICLES, PLACES

ALONE = frozenset({"o", "oa"})
"""The dress of a name alone on its line, without any mark."""

LETTER = 2
"""Labels this short are letters, and count only in company."""

_FEW_INITIALS = 2
_LETTERS = 3  # initials of this length are no sign that labels are printed in capitals
_FEWEST = 2
_WHOLE = 2  # words of a whole name
_FEW = 5
_DENSE = 0.7
_SURE = 0.4
_SMALL = 0.4
_SANDWICHED = 0.25
_PARAGRAPHED = 0.3  # as many blank lines to a line part paragraphs, fewer part sections
_GAPS = re.compile(r"\n[ \t\r]*\n\s*")
_LETTERED = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
_LOOKED_AT = 100_000  # characters in which a label's words are looked for in small letters
_LINE_END = 6  # characters in which the last sign of a line is found
_FEWEST_APART = 4
_SAMPLE = 12
_MOSTLY = 0.5
_RARELY = 0.1
_CAPITALS = 0.8
_NUMBERED = re.compile(r"[qa]\d{1,3}")
_DEEP = re.compile(r"(?:\A|\n)[ \t]{2,}\S")
_DEEPER = 2  # characters of an indent
_LABELS = 60
_NEARLY_ALL = 0.9
_FEW_MORE = 1.3
_FILE = re.compile(
    r"[\w./-]*\w\.(?:wav|mp[34]|m4a|ogg|webm|mov|txt|pdf|docx?|html?|vtt|srt|json"
    r"|csv|jpe?g|png|zip)[ \t]*(?=[\r\n]|\Z)",
    re.IGNORECASE,
)
_FACT = re.compile(rf"{_FILE.pattern}|[\d.,]*\d[ \t]*(?=[\r\n]|\Z)", re.IGNORECASE)
_QUOTES = frozenset('“"«„‘')
RARE_FLOOR = frozenset(
    """
    all both others other several group answer answers remark remarks person member media press
    floor chorus crowd reply replies man men woman women subject patient client user representative
    multiple everyone everybody official officials
    """.split()
)
"""Roles that are also words of ordinary speech: once, they prove nothing."""


@dataclass(slots=True)
class Word:
    """All that is known of one label: how often, how dressed, how printed.

    ``run_on`` counts those of the places looked at that are under a line that goes on,
    ``facts`` those where a number or the name of a file follows and nothing else.
    """

    label: Label
    times: int = 0
    dresses: Counter[str] = field(default_factory=Counter)
    quoted: int = 0
    capitals: int = 0
    run_on: int = 0
    looked_at: int = 0
    facts: int = 0


class Usage:
    """How the labels of one file are used: how often, how dressed, which are surely labels.

    ``named`` come in the order of the text; ``groups`` has them by key and dress.
    """

    def __init__(
        self, named: Sequence[Start], text: str, always: frozenset[str] = frozenset()
    ) -> None:
        self.text, self.always = text, always
        self.declared = {
            short.casefold()
            for each in named
            if each.label.inside
            for short in (each.label.initials, *each.label.inside)
        }
        self.words: dict[str, Word] = {}
        self.groups: dict[tuple[str, str], list[Start]] = {}
        for each in named:
            self.groups.setdefault((each.label.key, each.dress), []).append(each)
        self._count(len(named))
        self.numbered = Counter(key[0] for key in self.words if _NUMBERED.fullmatch(key))
        self.strong = {key for key, word in self.words.items() if self._is_strong(key, word)}
        self._describe()
        self.dense = self._is_dense(named)
        self.sandwiched = self._sandwiched(named)
        self.indented = self._indented(named)

    def _count(self, total: int) -> None:
        words, text = self.words, self.text
        for (key, dress), members in self.groups.items():
            word = words.get(key)
            if word is None:
                word = words[key] = Word(members[0].label)
            word.times += len(members)
            word.dresses[dress] += len(members)
            name = members[0].label.name
            if name.isupper() and len(name) > _LETTERS:
                word.capitals += len(members)
            quoted = sum(1 for e in members[:_SAMPLE] if text[e.text : e.text + 1] in _QUOTES)
            word.quoted += quoted
            word.run_on += sum(1 for e in members[:_SAMPLE] if _runs_on(text, e.at))
            word.looked_at += len(members[:_SAMPLE])
            fact = _FACT if len(members) > 1 else _FILE
            word.facts += sum(1 for e in members[:_SAMPLE] if fact.match(text, e.text))
        small = sum(w.times for w in words.values() if not is_capitalised(w.label.name))
        self.small = small / max(total, 1)

    def _is_strong(self, key: str, word: Word) -> bool:
        """Whether a label is surely one: a role, a titled name, or a name that comes again."""
        label = word.label
        if key in self.always or key in self.declared or label.initials:
            return True
        if is_floor(label.name):
            if _NUMBERED.fullmatch(key) and self.numbered[key[0]] > 1:
                return True
            return word.times > 1 or (key not in RARE_FLOOR and len(key) > LETTER)
        return word.times > 1 and (is_office(label.name) or self._comes_as_name(word))

    def _comes_as_name(self, word: Word) -> bool:
        """Whether a label that comes again is printed as names are in this file."""
        name = word.label.name
        if not is_capitalised(name):
            return self.small > _SMALL and " " not in name
        return word.dresses.keys() <= ALONE or not self.ordinary(name, word.times)

    def _describe(self) -> None:
        """What is usual in this file: capitals, dress, single words, small letters."""
        strong = [self.words[key] for key in self.strong]
        total = sum(word.times for word in strong)
        named = [word for word in strong if not is_bare_floor(word.label)]
        self.total = total
        many = sum(word.times for word in named) or 1
        spelled = sum(w.times for w in named if len(w.label.name) > _LETTERS) or 1
        looked_at = sum(word.looked_at for word in strong) or 1
        self.quoting = sum(word.quoted for word in strong) / looked_at
        self.capitals = sum(word.capitals for word in named) / spelled
        short = (w.times for w in named if len(w.label.name) <= 4 and w.label.name.isupper())
        self.initials = sum(short) / many
        self.parties = sum(1 for word in self.words.values() if is_party(word.label))
        self.singles = sum(word.times for word in named if " " not in word.label.name) / many
        dresses: Counter[str] = Counter()
        for word in named:
            for dress, times in word.dresses.items():
                dresses[plain(dress)] += times
        most = dresses.most_common(1)
        self.main_dress, often = most[0] if most else ("", 0)
        self.dress_share = often / many
        alone = sum(n for w in named for d, n in w.dresses.items() if "a" in d[1:])
        self.alone = alone / many
        self.marked = sum(n for dress, n in dresses.items() if set("*t_") & set(dress[1:])) / many
        self.lines = self.text.count("\n", 0, _LOOKED_AT) + 1

    def _is_dense(self, named: Sequence[Start]) -> bool:
        """Whether nearly every line, or every paragraph, begins with what looks like a label."""
        places = [each.at for each in named if each.label.key in self.strong]
        if len(places) < _FEWEST:
            return False
        low, high = places[0], min(places[-1] + 1, places[0] + _LOOKED_AT)
        first, last = (bisect_left(named, place, key=lambda each: each.at) for place in (low, high))
        inside = self.text[low:high]
        lines = sum(1 for line in inside.split("\n") if line.strip())
        paragraphs = len(_GAPS.findall(inside)) + 1
        units = paragraphs if paragraphs > _PARAGRAPHED * lines else lines
        labels, strong = last - first, bisect_left(places, high)
        return labels >= _DENSE * units and strong >= _SURE * labels

    def _sandwiched(self, named: Sequence[Start]) -> frozenset[str]:
        """The labels that come once, on a line between two lines that begin with sure labels."""
        once = [group[0] for (key, _), group in self.groups.items() if self.words[key].times == 1]
        sure = {each.at for each in named if each.label.key in self.strong} if once else set()
        if len(sure) < _FEWEST:
            return frozenset()
        found, text = [], self.text
        for each in once:
            above = text.rfind("\n", 0, max(each.at - 1, 0)) + 1
            below = text.find("\n", each.text) + 1
            small = self.small > _SANDWICHED and not is_capitalised(each.label.name)
            if above in sure and (small or below in sure):
                found.append(each.label.key)
        return frozenset(found)

    def in_sentences(self, word: Word) -> bool:
        """Whether a label stands in the middle of sentences only, where the others do not."""
        alike = word.times < _FEW and word.run_on == word.looked_at
        name = word.label.name
        role = (is_floor(name) or is_office(name)) and (name.isupper() or self.capitals < _CAPITALS)
        return alike and not role and self._begin_apart

    @cached_property
    def _begin_apart(self) -> bool:
        """Whether labels do not stand under a line that goes on, but for a few that always do."""
        strong = [self.words[key] for key in self.strong]
        apart = [word for word in strong if word.run_on < word.looked_at]
        total = sum(word.looked_at for word in apart)
        run_on = sum(word.run_on for word in apart)
        enough = sum(word.times for word in apart) >= max(_FEWEST_APART, self.total * _MOSTLY)
        return enough and run_on <= _RARELY * total

    def _indented(self, named: Sequence[Start]) -> frozenset[str]:
        """The labels that always stand at an indent, where sure labels do and few other lines."""
        sure = [each for each in named[:_LABELS] if each.label.key in self.strong]
        deep = sum(1 for each in sure if _is_deep(each))
        if len(sure) < _FEWEST_APART or deep < _NEARLY_ALL * len(sure):
            return frozenset()
        low = {each.label.key for each in named if not _is_deep(each)}
        places = [each for each in named if _is_deep(each) and each.at < _LOOKED_AT]
        lines = len(_DEEP.findall(self.text[:_LOOKED_AT]))
        enough = lines <= _FEW_MORE * len(places)
        return frozenset(each.label.key for each in places) - low if enough else frozenset()

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """The words in small letters, but for those that are printed as labels themselves."""
        found = Counter(w for w in _LETTERED.findall(self.text[:_LOOKED_AT]) if w.islower())
        for members in self.groups.values():
            own = (e.label.name for e in takewhile(lambda e: e.at < _LOOKED_AT, members))
            for name, times in Counter(own).items():
                if name.islower():
                    found.subtract(dict.fromkeys(_LETTERED.findall(name), times))
        return frozenset(word for word, times in found.items() if times > 0)

    @cached_property
    def _capitals_tell(self) -> bool:
        """Whether capitals set labels apart: those that come again are nearly all printed so.

        Initials tell only where nearly all labels are such, and several.
        """
        again = [word for word in self.words.values() if word.times > 1]
        short = [word for word in again if len(word.label.name) <= _LETTERS]
        initials = sum(word.times for word in short if word.label.name.isupper())
        if len(short) > _FEW_INITIALS and initials >= _CAPITALS * sum(w.times for w in again):
            return True
        spelled = [word for word in again if len(word.label.name) > _LETTERS]
        total = sum(word.times for word in spelled)
        return sum(word.capitals for word in spelled) >= _CAPITALS * max(total, 1)

    def ordinary(self, name: str, times: int) -> bool:
        """Whether all words of a name are ordinary words of this text: ``Second``, ``Break``.

        A name that comes again in capitals, as the others do, is none of them: ``MILLER``.
        """
        words = [w for w in re.split(r"[\s\-/]+", name) if w.casefold() not in PARTICLES]
        if len(words) == 1 and words[0].casefold() in PLACES and not name.isupper():
            return times < 4
        if times > 3 or not words or (times > 1 and name.isupper() and self._capitals_tell):
            return False
        return all(word.casefold().strip(".'’") in self._small_words for word in words)

    def comes_again_short(self, key: str) -> bool:
        """Whether a whole name comes again by one of its words or by its initials."""
        words = key.split()
        if len(words) < _WHOLE:
            return False
        initials = [word[0] for word in words]
        short = (words[-1], words[0], "".join(initials), ".".join(initials))
        return any(one in self.words and self.words[one].times > 1 for one in short)

    @cached_property
    def names_once(self) -> int:
        """How many names come once and could be a person's."""
        return sum(
            1
            for word in self.words.values()
            if word.times == 1
            and (" " in word.label.name or word.label.title)
            and is_capitalised(word.label.name)
        )


def is_party(label: Label) -> bool:
    """Whether a party, a state or a firm stands in brackets after a name."""
    named = " " in label.name and is_capitalised(label.name)
    return named and bool(label.inside) and label.inside[0][:1].isupper()


def plain(dress: str) -> str:
    """A dress without what depends on the words that follow."""
    return dress[:1] + dress[1:].replace("a", "").replace("c", "")


def _is_deep(each: Start) -> bool:
    """Whether a label stands at an indent."""
    return each.low - each.at >= _DEEPER


def _runs_on(text: str, at: int) -> bool:
    """Whether the line above a place is not blank and ends in the middle of a sentence."""
    above = text[max(at - _LINE_END, 0) : at]
    bare = above.rstrip()
    last = bare[-1:]
    return above.count("\n", len(bare)) == 1 and (last.islower() or last in {",", ";"})
