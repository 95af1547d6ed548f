"""Labels that only their use tells from speech: no colon, no capitals, no type sets them apart.

12:03 mira did the pump arrive?
12:03 tobias not yet
12:04 mira then we start with the valves

What opens the lines of a conversation is one of a few words; they take turns there, and
hardly come anywhere else. What opens other lines is another word nearly every time.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from quizgen.transcripts.labels import Label, clean, could_speak, never_speaks
from quizgen.transcripts.starts import Start
from quizgen.transcripts.vocabulary import ONE_SELF, PARTICLES, SPEECH

_FEWEST = 6
_TWICE = 2
_AGAIN = 0.7  # of the places, those whose words open another line too
_OPENED = 0.5  # of the lines or paragraphs, those that such a word opens
_TAKES_TURNS = 0.25
_OFTEN = 0.6  # of the places in a dress of its own, those after another's words
_RARELY = 0.5  # in a chat people are called by the names that open its lines
_SPOKEN = 0.1
_MORE_SPOKEN = 0.2
_MOSTLY = 0.8
_LOOKED_AT = 400  # characters of a turn
_ODD = re.compile(r"[{}=$\\@~]|\w[(_]\w|::|</|\(\)|\w\.\w{2,}")
_FEW = 0.25
_DASHES = frozenset("-–—")
_BOLD = "b"  # the dress of a name in bold type
_WORDS = re.compile(
    r"[^\W\d_]{2,}(?:[ ,.?!…](?:\s|\Z|[^\W\d_]|[\"”’)|])|\s*\Z)|[\u3040-\u9fff\uac00-\ud7af]{2}"
)
_ASKS = re.compile(r"[?？؟]|か。|[吗嗎呢]|까")
_SELF_CJK = re.compile(r"저는|제가|우리|私|僕|我|您|你")
_SELF = ONE_SELF | {"i"}
_WORD = re.compile(r"\w+")
_NEXT = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*(?=[ \t]+\S)")
_MOST_NAMES = 3  # words of a name


def take_turns(found: Sequence[Start], text: str) -> bool:
    """Whether words stand where they were found as labels do: they come again and take turns.

    However many lines there are, what stands around the words sets these places apart; so
    what follows has to read as what people say to each other.
    """
    times = Counter(each.label.key for each in found)
    again = {key for key, number in times.items() if number >= _TWICE and _names(key)}
    total = sum(times[key] for key in again)
    turns = sum(1 for one, two in pairwise(found) if one.label.key != two.label.key)
    return (
        len(again) >= _TWICE
        and total >= _AGAIN * len(found)
        and turns >= _OFTEN * (len(found) - 1)
        and sum(1 for each in found if could_speak(each.label.printed)) >= _MOSTLY * len(found)
        and any(_ASKS.search(words) for words in _said(found, text))
        and _are_sentences(found, text)
        and _talk(found, text, _MORE_SPOKEN)
    )


def are_terms(found: Sequence[Start], text: str) -> bool:
    """Whether words in bold type with a dash behind them are the terms of a list: nobody asks."""
    marked = [each for each in found if each.dress[0] == _BOLD or "*" in each.dress]
    dashed = sum(1 for each in marked if not _DASHES.isdisjoint(text[each.high : each.text]))
    terms = dashed * 2 > len(found)
    return terms and not take_turns(found, text)


def _are_sentences(found: Sequence[Start], text: str) -> bool:
    """Whether words and marks of sentences follow, and nothing that programs are made of."""
    said = [words[:_LOOKED_AT] for words in _said(found, text)]
    odd = sum(1 for words in said if len(_ODD.findall(words)) > 1)
    plain = sum(1 for words in said if _WORDS.search(words))
    return plain >= _MOSTLY * len(said) and odd <= _FEW * len(said)


def _said(found: Sequence[Start], text: str) -> list[str]:
    """What follows each of the places, up to the next."""
    bounds = [*(each.at for each in found[1:]), len(text)]
    return [text[each.text : end] for each, end in zip(found, bounds, strict=True)]


def recurring(found: Sequence[Start], text: str, *, units: int) -> list[Start]:
    """What was found, if it is used as labels are in a conversation of so many ``units``.

    Units are the lines or paragraphs that a label could open; otherwise nothing is kept.
    """
    times = Counter(each.label.name for each in found)
    again = {name for name, number in times.items() if number >= _TWICE and _names(name)}
    total = sum(times[name] for name in again)
    turns = sum(1 for one, two in pairwise(found) if one.label.key != two.label.key)
    fits = (
        len(again) >= _TWICE
        and len(found) >= max(_FEWEST, _OPENED * units)
        and total >= _AGAIN * len(found)
        and turns >= _TAKES_TURNS * len(found)
        and _elsewhere(times, again, text) <= _RARELY * total
        and _talk(found, text, _SPOKEN)
    )
    return list(found) if fits else []


def _names(word: str) -> bool:
    """Whether a word may name who speaks: it is none that joins others, and no log's level."""
    folded = word.casefold()
    return folded not in SPEECH and folded not in PARTICLES and not never_speaks(word)


def _talk(found: Sequence[Start], text: str, share: float) -> bool:
    """Whether people speak to each other: they ask, or say I, you and we."""
    said = _said(found, text)
    spoken = sum(
        1
        for words in said
        if _ASKS.search(words)
        or _SELF_CJK.search(words)
        or not _SELF.isdisjoint(_WORD.findall(words.casefold()))
    )
    return spoken >= max(_TWICE, share * len(said))


def _elsewhere(times: Counter[str], again: set[str], text: str) -> int:
    """How often words that open lines come in the middle of others."""
    words = Counter(_WORD.findall(text))
    return sum(
        max(min(words[word] for word in parts) - times[name], 0)
        for name in again
        if (parts := _WORD.findall(name))
    )


def whole_names(found: Sequence[Start], text: str) -> list[Start]:
    """The same places, with the words that always follow a word taken into its name.

    After ``12:03 Ana`` always comes ``Ruiz``: that is no chance, if it comes three times.
    """
    for _ in range(_MOST_NAMES - 1):
        after: dict[str, Counter[str]] = {}
        for each in found:
            following = _NEXT.match(text, each.text)
            word = following.group() if following else ""
            after.setdefault(each.label.key, Counter())[word] += 1
        more = {
            key: next(iter(words))
            for key, words in after.items()
            if len(words) == 1 and words.total() > _TWICE and "" not in words
        }
        if not more:
            break
        found = [_longer(e, text, more[k]) if (k := e.label.key) in more else e for e in found]
    return list(found)


def _longer(each: Start, text: str, word: str) -> Start:
    """A place with one more word in its name."""
    high = each.text + len(word)
    label = _joined(text[each.low : high])
    at = high + len(text[high:]) - len(text[high:].lstrip(" \t"))
    return each._replace(label=label, text=at, high=high)


def _joined(printed: str) -> Label:
    label = clean(printed)
    return replace(label, name=" ".join(printed.split()))
