"""What an exchange is about, as a heading that a person would write.

Headings are taken from the words themselves. Best are frames in which speakers announce a
subject (``the situation in Ukraine``, ``the issue of the Kurds``, ``the Kurdish issue``);
then names and phrases of several words that the exchange repeats and the rest of the
transcript hardly has. A topic heading printed in the transcript beats both. No heading is
better than a poor one.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import zip_longest

from quizgen.language.exchanges import Exchange
from quizgen.language.lexicon import is_known, tags
from quizgen.language.names import mentions
from quizgen.language.phrases import Phrase, is_telling, noun_phrases
from quizgen.language.places import PLACES
from quizgen.language.sentences import spans
from quizgen.language.spotting import Phrases
from quizgen.language.words import bare, content, count

_FRAME_HEADS = frozenset(
    """
        situation issue problem question crisis conflict war future relations relationship
        interference cooperation agreement talks negotiations role reform development fight
        protection policy security rights status settlement dispute debate impact effects
        consequences risk risks threat cost costs price prices growth decline rise fall history
        origins causes management regulation control use access support investment funding
        treatment prevention law laws rules sanctions elections election attack attacks death
        murder closure construction expansion shortage strike case scandal investigation inquiry
        programme program project plan plans proposal budget tax taxes reform reforms strategy
        """.split()
)
_OPENING_HEADS = frozenset({"situation", "issue", "problem", "question", "case", "matter"})
# Behind a name these may as well be verbs: “Putin attacks”.
_MAY_BE_VERBS = frozenset(
    """
        attack attacks support supports control controls access use uses plan plans talks strike
        strikes fight fights cost costs price prices rise rises fall falls decline impact effects
        question issue problem case cases investment taxes tax law rules rule threat role status
        process election elections
        """.split()
)
_SET_PHRASES = frozenset({"case", "course", "role", "use"})  # “in the case of”
_IN = re.compile(r"\b[Ii]n (?:the )?$")
_OPENS_OBJECT = re.compile(
    r"(?<=ing) (?!(?:in|of|and|or|for|at|on|to|from|with|by|as|is|are|was|were|has|have|will|that|"
    r"which|who)\b)\w"
)
_LINKS = frozenset({"in", "of", "with", "between", "on", "for", "against", "over", "into", "about"})
_NEEDS_LINK = frozenset({"situation", "role", "use", "case", "question", "future", "history"})
_BRACKETED = re.compile(r"\s*[\[(][^\])]*[\])]")
_ANNOUNCED = re.compile(
    r"^(?:As regards|As for|As to|Regarding|Concerning|With regard to|With respect to|Turning to|"
    r"When it comes to|Speaking of|In terms of|On the (?:issue|question|subject|topic) of)\s+"
    r"(?P<subject>[^,;:?]{3,60}?)\s*,",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r" (?:of|for|and) (?:the )?[A-Z]")  # the name is longer than the phrase
_LONGEST = 7
_SHARE_ELSEWHERE = 0.34


_NO_HEADING = Phrases(
    r"\b(?:I|you|we|he|she|it|they|my|your|our|his|her|its|their|this|that|these|those|what|"
    r"which|who|how|first|second|third|last|next|same|other|such|many|much|more|most|several|"
    r"certain|own|new|good|great|big|little|long|whole|different|important|particular|"
    r"specific|real|actual|entire|general|clear|full|free|wrong|right|current|few|some|any|"
    r"so-called|like|doing|being|having|making|required|serious|thorough|possible|yesterday|today|tomorrow|ago|behalf|"
    r"Mr|Mrs|Ms|Dr)\b"
)


class Kind(Enum):
    """How a heading was found: what it is worth, how often its words must be said."""

    ANNOUNCED = (4.0, 1)
    FRAME = (3.0, 1)
    NAMED_FRAME = (2.5, 1)
    NAME = (1.0, 2)
    DESCRIBED = (0.8, 3)

    def __init__(self, worth: float, repeated: int) -> None:
        self.worth = worth
        self.repeated = repeated

    def __lt__(self, other: "Kind") -> bool:
        return self.worth < other.worth


@dataclass(frozen=True, slots=True)
class Label:
    """A heading; ``stems`` are its telling word stems, ``weight`` says how sure it is."""

    text: str
    stems: frozenset[str]
    weight: float


def announced(sentence: str) -> tuple[str, int] | None:
    """The subject that a sentence announces (``As regards X, …``), and where it ends."""
    match = _ANNOUNCED.match(sentence)
    if (
        match is None
        or not _is_full(match["subject"])
        or not is_heading(match["subject"])
        or re.search(r"\s[–—-]", match["subject"])
    ):
        return None
    return match["subject"], match.end()


def subjects(sentence: str) -> list[str]:
    """The subjects that a sentence puts a name to, as headings.

    Announced ones (``As regards X, …``) and frames whose parts say enough: ``the situation
    in Ukraine``, ``interference in the US election``, ``the Kurdish issue``.
    """
    plain = _BRACKETED.sub("", sentence)
    said = announced(plain)
    found = [said[0]] if said else []
    found += [
        text
        for text, kind in _frames(plain, noun_phrases(plain))
        if kind in {Kind.FRAME, Kind.NAMED_FRAME} and _says_enough(text, kind)
    ]
    kept = [text for text in found if is_heading(text) and count(text) <= _LONGEST]
    return [_capitalised(text) for text in dict.fromkeys(kept)]


def _is_full(text: str) -> bool:
    """Whether an announced subject is more than one common word with an article."""
    if re.match(r"[a-z]+ing\b", text):
        return False
    return len(content(text)) > 1 or bool(re.match(r"(?:the )?[A-Z]", text))


def _says_enough(text: str, kind: Kind) -> bool:
    named = bool(re.search(r"(?<!^)\b[A-Z]", text)) or text[0].isupper()
    cut = bool(re.search(r"\bbetween\b|\b[A-Z]$", text))
    acts = kind is Kind.NAMED_FRAME and text.rsplit(maxsplit=1)[-1] in _MAY_BE_VERBS
    bare_opening = kind is Kind.FRAME and text.split(maxsplit=1)[0] in _OPENING_HEADS
    full = (named or text.startswith("the ")) and count(text) > 1
    return full and not cut and not acts and not bare_opening


_GENERIC = re.compile(
    r"(?:intro|outro|introduction|conclusion|summary|overview|further reading|q ?& ?a|questions|"
    r"discussion|agenda|attendees|announcements|background|notes|action items|misc\w*|part|chapter|"
    r"section|other|welcome|closing|opening|next steps|links|resources|references|appendix)\b.*",
    re.IGNORECASE,
)


def printed_heading(text: str | None) -> str | None:
    """A heading of the transcript's own, if it names a subject in plain words."""
    if not text or re.search(r"[()\[\]{}<>#*_/|\d?!]", text) or _GENERIC.fullmatch(text.strip()):
        return None
    plain = text.strip().rstrip(":.")
    telling = len(content(plain)) > 1 and 1 < count(plain) <= _LONGEST
    return plain if telling and is_heading(plain) else None


def within(heading: str) -> str:
    """A heading inside a sentence: ``the situation in Ukraine``, but ``Panama Papers``."""
    first, _, rest = heading.partition(" ")
    lower = first.casefold()
    common = first[1:].islower() and is_known(lower) and first not in PLACES
    return f"{lower} {rest}" if (common and rest[:1].islower()) or lower == "the" else heading


def labels(exchanges: Sequence[Exchange]) -> dict[int, Label]:
    """The best heading of each exchange that has one, by its number; no heading twice."""
    texts = {each.number: [turn.text for turn in each.turns] for each in exchanges}
    spread = Counter(stem for each in texts.values() for stem in content(" ".join(each)))
    offers = [
        (label, each.number)
        for each in exchanges
        for label in _offers(each, spread, len(exchanges))
    ]
    offers.sort(key=lambda offer: (-offer[0].weight, offer[1], offer[0].text))
    chosen: dict[int, Label] = {}
    for label, number in offers:
        taken = frozenset[str]().union(*(other.stems for other in chosen.values()))
        if number not in chosen and not label.stems & taken:
            chosen[number] = label
    return dict(sorted(chosen.items()))


def _offers(exchange: Exchange, spread: Counter[str], total: int) -> Iterator[Label]:
    heading = next((turn.heading for turn in exchange.turns if turn.heading), None)
    if heading and 1 <= count(heading) <= _LONGEST:
        yield Label(heading, content(heading), 100.0)
    said = bare(_BRACKETED.sub("", " ".join(turn.text for turn in exchange.turns)))
    asked, replied = (
        content(" ".join(turn.text for turn in turns))
        for turns in (exchange.asking, exchange.replies)
    )
    for text, kind in sorted(_headings(exchange)):
        stems = content(text) - empty_stems()
        telling = {stem for stem in stems if spread[stem] <= max(1, total * _SHARE_ELSEWHERE)}
        times = said.count(bare(text).removeprefix("the "))
        if not telling or count(text) > _LONGEST or times < kind.repeated:
            continue
        rarity = sum(math.log((1 + total) / spread[stem]) for stem in sorted(telling))
        shared = 2.0 if telling & asked & replied else 1.0
        yield Label(
            _capitalised(text), stems, kind.worth * shared * (1 + math.log(times or 1)) * rarity
        )


@cache
def empty_stems() -> frozenset[str]:
    """Stems of heads that say nothing of their subject: ``situation`` and its like."""
    return content(" ".join(sorted(_OPENING_HEADS | _NEEDS_LINK)))


def _headings(exchange: Exchange) -> set[tuple[str, Kind]]:
    """Possible headings of an exchange, and of which kind each is."""
    found: set[tuple[str, Kind]] = set()
    for turn in exchange.turns:
        for start, end in spans(turn.text):
            sentence = _BRACKETED.sub("", " ".join(turn.text[start:end].split()))
            said = announced(sentence)
            opens = turn in exchange.asking or start == 0
            if said and opens:
                found.add((said[0], Kind.ANNOUNCED))
            persons = [(each.start, each.end) for each in mentions(sentence)]
            phrases = noun_phrases(sentence)
            found.update(_frames(sentence, phrases))
            for phrase in phrases:
                if not any(a < phrase.end and phrase.start < b for a, b in persons):
                    found.update(_names(phrase))
    return {(text, kind) for text, kind in found if is_heading(text)}


def _names(phrase: Phrase) -> Iterator[tuple[str, Kind]]:
    """A phrase of several words that nouns alone make up: ``Panama Papers``."""
    if phrase.size > 1 and is_telling(phrase):
        described = tags(phrase.text.split())[0].startswith("JJ") and phrase.text[0].islower()
        yield phrase.text, Kind.DESCRIBED if described else Kind.NAME


def is_heading(text: str) -> bool:
    """Whether a person would use the text as a heading: no pronoun, no vague adjective."""
    return not _NO_HEADING.are_in(text)


def _frames(sentence: str, phrases: Sequence[Phrase]) -> Iterator[tuple[str, Kind]]:
    for phrase, after in zip_longest(phrases, phrases[1:]):
        head = phrase.head.casefold()
        if head not in _FRAME_HEADS or (
            head in _SET_PHRASES and _IN.search(sentence, 0, phrase.start)
        ):
            continue
        subject = _linked(sentence, phrase, after)
        if subject:
            yield subject, Kind.FRAME
        elif phrase.size > 1 and head not in _NEEDS_LINK and not _is_aside(sentence, phrase):
            named = phrase.text.split()[0][0].isupper()
            article = "the " if head in _OPENING_HEADS else ""
            yield article + phrase.text, Kind.NAMED_FRAME if named else Kind.DESCRIBED


def _is_aside(sentence: str, phrase: Phrase) -> bool:
    """Whether a phrase is part of a longer name, or stands in a comparison or a date."""
    before = sentence[: phrase.start].split()[-2:]
    in_name = before[-1:] == ["of"] and before[0][0].isupper()
    in_name = in_name or bool(_GOES_ON.match(sentence[phrase.end :]))
    return in_name or bool({"during", "since", "like", "than", "before", "after"} & set(before))


def _linked(sentence: str, phrase: Phrase, after: Phrase | None) -> str | None:
    """``situation in Ukraine``: the phrase, a preposition, and the phrase after it."""
    if after is None or _OPENS_OBJECT.match(sentence, after.end):
        return None  # “the security of opening a channel”
    if not (after.proper or is_telling(after)) or phrase.size > 2:
        return None
    between = sentence[phrase.end : after.start].split()
    links = between[:1] and between[0] in _LINKS and between[1:] in ([], ["the"])
    owns = sentence[after.end : after.end + 1] in {"'", "’"}  # countries' internal affairs
    owns = owns or bool(_GOES_ON.match(sentence[after.end :]))
    vague = phrase.head in _NEEDS_LINK and phrase.before != "the"
    if not links or owns or vague:
        return None
    article = "the " if phrase.before == "the" else ""
    return article + sentence[phrase.start : after.end]


def _capitalised(text: str) -> str:
    text = re.sub(r"[’']s$", "", text)
    return text[0].upper() + text[1:]
