"""Which of the proposed labels are speakers: decided from the whole file, not from a line.

What counts: how often a label comes, how it is printed and dressed compared with the
others, whether its words are ordinary ones in this very text, what follows it, and
whether it stands in the head of the file, where lists of people stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from quizgen.transcripts.heads import listed_in_head
from quizgen.transcripts.joint import are_joint
from quizgen.transcripts.labels import is_capitalised, is_floor, is_office
from quizgen.transcripts.starts import Start
from quizgen.transcripts.usage import ALONE, LETTER, Usage, Word, is_party, plain
from quizgen.transcripts.vocabulary import PARTICLES, PLACES

_HALF = 0.5
_FEW = 5
_MOSTLY = 0.8
_NEARLY_ALL = 0.95
_LONGEST_INITIALS = 4
_NO_NAMES = frozenset({"the", "right", "first"})


@dataclass(frozen=True, slots=True)
class Decision:
    """The labels that speak, those that look like it and were taken for speech, the silent ones.

    ``roles`` says who holds a role or bears initials, where the head of the file says so.
    """

    speaking: list[Start]
    doubtful: list[Start]
    silent: list[Start]
    roles: dict[str, str] = field(default_factory=dict)


def decide(
    proposals: Sequence[Start],
    text: str,
    *,
    always: frozenset[str] = frozenset(),
    trusting: bool = False,
) -> Decision:
    """Tell labels from speech; ``always`` are keys that are known to speak.

    Whoever is ``trusting`` knows that labels stand in this shape: a name once is enough.
    """
    silent = [each for each in proposals if not each.label.key]
    named = [each for each in proposals if each.label.key] if silent else list(proposals)
    usage = Usage(named, text, always)
    judge = _Judge(usage, trusting=trusting)
    quiet = {pair for pair in usage.groups if not judge.speaks(*pair)}
    speaking = [e for e in named if (e.label.key, e.dress) not in quiet] if quiet else named
    doubtful = [each for pair in quiet for each in usage.groups[pair]]
    listed, roles = listed_in_head(speaking, text, usage)
    if listed:
        gone = {each.at for each in listed}
        speaking = [each for each in speaking if each.at not in gone]
    mark = usage.main_dress[1:2]
    silent = [
        e
        for e in silent
        if (mark and e.dress[1:2] == mark) or e.dress[0] == usage.main_dress[:1] == "o"
    ]
    return Decision(speaking, sorted(doubtful), silent, roles)


class _Judge:
    """Gives a verdict on each label, once, and on each place where it stands."""

    def __init__(self, usage: Usage, *, trusting: bool) -> None:
        self.usage, self.trusting = usage, trusting
        self.verdicts = {key: self._verdict(key, word) for key, word in usage.words.items()}

    def _verdict(self, key: str, word: Word) -> bool:
        usage, name = self.usage, word.label.name
        if key in usage.always or are_joint(name, usage.words):
            return True
        if (
            word.facts == word.looked_at
            or usage.in_sentences(word)
            or not (
                self._says_more(word) and self._dressed_alike(word) and self._placed_alike(word)
            )
        ):
            return False
        if key in usage.strong:
            return self._printed_alike(word)
        if is_floor(name) or is_office(name):
            return self._in_company(word)
        timed = usage.marked >= _MOSTLY and any("t" in dress for dress in word.dresses)
        short = timed and usage.total > 3 and name.count(" ") < 3
        if short or (key in usage.indented and name[:1].isupper()):
            return True
        titled = word.label.title.endswith(".") and name[name.rfind(" ") + 1].isupper()
        sure = titled or is_capitalised(name)  # “Mr. arap Soi”
        return self._is_name(word) if sure else self._small_enough(word)

    def _is_name(self, word: Word) -> bool:
        if word.times < 2:
            sure = self.trusting and not self.usage.ordinary(word.label.name, 1)
            return sure or self._speaks_once(word)
        ordinary = self.usage.ordinary(word.label.name, word.times)
        return self._printed_alike(word) and not ordinary

    def _says_more(self, word: Word) -> bool:
        """Whether more than a quotation follows, as it does after what a speech cites."""
        many = word.times > 2 or is_floor(word.label.name) or bool(word.label.title)
        many = many or self.usage.quoting >= _HALF or is_party(word.label)
        marked = any(mark in dress for dress in word.dresses for mark in "*t")
        return word.quoted < word.times or many or marked

    def _dressed_alike(self, word: Word) -> bool:
        """Whether a label has the dress that nearly all have, or has a good reason not to."""
        usage, main = self.usage, self.usage.main_dress
        if usage.dress_share < _MOSTLY or usage.total < 4:
            return True
        dresses = {plain(dress) for dress in word.dresses}
        if main in dresses:
            return True
        if len(main) == 1 and all({"-", "#"} & set(dress) for dress in dresses):
            return False
        bold = any("*" in dress for dress in dresses) and " " in word.label.name
        return word.times > 1 or is_floor(word.label.name) or bold

    def _placed_alike(self, word: Word) -> bool:
        """Whether the words follow where they usually do: on the label's line, or under it."""
        usage = self.usage
        if usage.total < 8 or word.times > 2 or next(iter(word.dresses))[0] != "c":
            return True
        if usage.alone >= _NEARLY_ALL:
            return any("a" in dress[1:] for dress in word.dresses)
        beside = any("a" not in dress[1:] for dress in word.dresses)
        usual = usage.alone > 1 - _NEARLY_ALL or usage.marked >= _MOSTLY
        return beside or usual or is_floor(word.label.name)

    def _printed_alike(self, word: Word) -> bool:
        """Whether a label that comes again is printed as the others are."""
        usage, label = self.usage, word.label
        if is_floor(label.name) or label.title:
            return True
        if usage.capitals >= _MOSTLY and usage.total > 3 and not label.name.isupper():
            alone = all(dress[:1] == "o" for dress in word.dresses)
            return word.times > (1 if alone else 2)
        tight = all("c" in dress[1:] for dress in word.dresses)  # no space after the colon
        caseless = label.name.lower() == label.name.upper()  # such scripts put no blank there
        return not tight or caseless or word.times > 2

    def _small_enough(self, word: Word) -> bool:
        """Whether a label in small letters may speak: where nearly all labels are such."""
        usage = self.usage
        name = word.label.name
        if name[0].isupper() and usage.ordinary(name, word.times):
            return False  # “The wheel:”
        words = len(name.split())
        alike = usage.dense or word.label.key in usage.sandwiched
        if (alike and usage.small > 0.25 and words == 1) or "-" in usage.main_dress:
            return words == 1 or word.times > 1
        if word.times < 2 or words > 2:
            return False
        share = 40 if usage.small > 0.6 else 15
        return usage.small > 0.25 and word.times * share > usage.lines

    def _in_company(self, word: Word) -> bool:
        """Whether a letter alone, or a rare role, stands beside labels that surely speak."""
        usage, name = self.usage, word.label.name
        if (self.trusting and not self._cites(word)) or word.label.key in usage.indented:
            return True
        if usage.total + (usage.names_once if is_office(name) else 0) < 2 or self._cites(word):
            return False
        printed = usage.marked >= _MOSTLY or (usage.capitals >= _MOSTLY and name.isupper())
        sure = usage.dense or word.label.key == "q" or is_office(name)
        return sure or word.times > 1 or (printed and len(name) > LETTER)

    def _cites(self, word: Word) -> bool:
        """Whether quotations follow a rare label, as they do not follow the others."""
        return bool(word.quoted) and word.times < _FEW and self.usage.quoting < _HALF

    def _speaks_once(self, word: Word) -> bool:
        """Whether a name that comes once is a speaker."""
        usage, label, name = self.usage, word.label, word.label.name
        numbered = any(sign.isdigit() for sign in name) and not name.isupper()
        if numbered or usage.total + usage.names_once < 2:
            return False
        if usage.initials >= _MOSTLY and usage.total > 3 and not name.isupper():
            return usage.comes_again_short(label.key)
        titled = label.title.casefold().strip(".") not in {"", *_NO_NAMES}
        if titled or is_office(name) or (usage.parties > 1 and is_party(label)):
            return True
        if name.isupper() and len(name) > 1:
            short = usage.initials >= 0.5 and len(name) <= _LONGEST_INITIALS
            known = any(other.endswith(f" {label.key}") for other in usage.words)
            alike = usage.capitals >= 0.5 or usage.dense or known
            return short or alike or (usage.total < 3 and " " in name)
        if usage.capitals >= _MOSTLY and usage.total > 2:
            whole = all(part[0].isupper() for part in name.split())
            return self._among_capitals(word) or (whole and usage.comes_again_short(label.key))
        return self._is_new_name(name)

    def _among_capitals(self, word: Word) -> bool:
        """A name in small letters, once, where the others are printed in capitals."""
        name = word.label.name
        if word.dresses.keys() <= ALONE:
            return name.count(" ") < 2 and len(name) > 3 and not name.endswith(("ing", "s"))
        return any(name.casefold().endswith(key) for key in self.usage.strong if len(key) > 3)

    def _is_new_name(self, name: str) -> bool:
        """A name in mixed letters, once: its words are no ordinary ones, and no place's."""
        usage = self.usage
        hyphened = "-" in name and any(part.islower() for part in name.split("-"))
        if hyphened or usage.ordinary(name, 1):
            return False
        words = [word for word in name.split() if word.casefold() not in PARTICLES]
        if len(words) > 1:
            return len(words) <= 5 and not any(word.casefold() in PLACES for word in words)
        usual = usage.marked >= _MOSTLY or usage.singles >= 0.5 or usage.dense
        usual = usual or name.casefold() in usage.sandwiched or "-" in usage.main_dress
        return (usual and usage.total > (1 if usage.dense else 3)) or any(
            name.casefold() in key.split() for key in usage.words if " " in key
        )

    def speaks(self, key: str, printed: str) -> bool:
        """The verdict on all places of one dress: the label speaks, and stands as elsewhere."""
        usage = self.usage
        if not self.verdicts.get(key):
            return False
        if key in usage.always or usage.dress_share < _MOSTLY or usage.total < 4:
            return True
        dress = plain(printed)
        if dress == usage.main_dress or (key in usage.strong and len(dress) > 1):
            return True
        dresses = usage.words[key].dresses
        if "c" in printed[1:]:
            return all("c" in other[1:] for other in dresses)
        if len(dress) == 1 and "*" in usage.main_dress:
            usual = any(plain(other) == usage.main_dress for other in dresses)
            name = usage.words[key].label.name
            return not usual or is_floor(name) or " " in name
        return True
