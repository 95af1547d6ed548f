"""How a label can stand in a line: regular expressions that propose, and decide nothing.

A shape looks at the start of lines, whole file at once, and yields proposals. Whether a
proposal is a label or speech is decided from the whole file (``evidence``).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quizgen.transcripts.labels import (
    Label,
    clean,
    could_speak,
    is_capitalised,
    is_floor,
    is_office,
    never_speaks,
)
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.notes import kind_of
from quizgen.transcripts.offices import OFFICES
from quizgen.transcripts.patterns import (
    ALONE,
    ANGLE,
    BARE,
    BOLD,
    BRACKETS,
    CAPITALS,
    CIRCLE,
    CLOCK,
    COLON,
    COLUMN,
    DASH,
    DOT,
    GAP,
    HAN,
    LOG,
    NAME_TIME,
    OFFICED,
    RULED,
    SECTION,
    SENT,
    STAMPED,
)
from quizgen.transcripts.starts import Start
from quizgen.transcripts.vocabulary import DIRECTION

_ASIDE = re.compile(r"[ ,]*\([^()]*\)")
_LONGEST_HEADING = 6
_HALVES = frozenset({"am", "pm"})  # of a day: no names
_LONGEST_NICK = 30
_MOST_OF_A_NICK = 3  # words
_LONGEST_LINE = 12  # words that a name with its office has at most
_FROM = ("From ", "from ", "From\t")


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape: its letter, how to find it, and which of the matches are worth a look.

    A text without any of the signs in ``needs`` cannot have the shape: that is found fast.
    """

    letter: str
    pattern: LineStarts
    check: Callable[[re.Match[str]], Label | None]
    needs: tuple[str, ...] = ()


def propose(shape: Shape, text: str) -> Iterator[Start]:
    """Every line of the text that has the shape."""
    if shape.needs and not any(sign in text for sign in shape.needs):
        return
    letter, check = shape.letter, shape.check
    two = "label2" if "label2" in shape.pattern.first.groupindex else ""
    for match in shape.pattern.finditer(text):
        label = check(match)
        if label is not None:
            at = match.start("lead")
            low, high = match.span(two if two and match[two] else "label")
            plain = at == low and match["after"]
            dress = letter if plain else letter + _dress(match)
            yield Start(at, match.end(), label, dress, at if at == low else low, high)


def _dress(match: re.Match[str]) -> str:
    dress = ""
    if match["lead"]:
        parts = match.groupdict()
        if mark := parts.get("mark"):
            dress += mark[0]
        if parts.get("time"):
            dress += "t"
        if bullet := parts.get("bullet"):
            dress += "#" if bullet[0] == "#" else "-"
    if not match["after"]:
        end, text = match.end(), match.string
        if end == len(text) or text[end] in "\r\n":
            dress += "a"
        elif text[end - 1] == ":":  # the wide colon needs no space
            dress += "c"
    return dress


def _colon(match: re.Match[str]) -> Label | None:
    printed = match["label"].strip()
    if match["time"] and printed.startswith(_FROM):
        return None  # a message that was sent
    label = could_speak(printed)
    if label is None and match["mark"] and match["mark"][0] == "*":
        return _silent(printed)
    return label or (_after_time(printed) if match["time"] else None)


def _after_time(printed: str) -> Label | None:
    """A few words after a time, whatever they are: in a chat anything may be a name."""
    label = clean(printed)
    few = 0 < len(label.name) <= _LONGEST_NICK and label.name.count(" ") < _MOST_OF_A_NICK
    return label if few and not never_speaks(label.name) and _opens(label.name) else None


def _silent(printed: str) -> Label | None:
    """What is dressed like a label and never speaks (``**Break:**``): it has no key."""
    label = clean(printed)
    return replace(label, key="") if label.name and never_speaks(label.name) else None


def _bare(match: re.Match[str]) -> Label | None:
    printed, after = match["label"].strip(), match["after"]
    letter = printed[0]
    if after[0] in " \t\xa0":  # no full stop after it
        if len(printed.rstrip("0123456789 ")) > 1:
            return None
        if letter not in "QA":
            return None
    return clean(printed)


def _name_time(match: re.Match[str]) -> Label | None:
    printed = (match["label"] or match["label2"]).strip(" ,-–—|·•\xa0\t")
    return None if printed.casefold().replace(".", "") in _HALVES else could_speak(printed)


def _officed(match: re.Match[str]) -> Label | None:
    """A name in capitals and an office of many words in small letters."""
    label = could_speak(match["label"].strip())
    words = label.name.split() if label else []
    if label is None or not label.name.isupper() or len(words) < 2:
        return None
    printed = match.string[match.start("label") : match.end("office")].rstrip()
    return replace(label, printed=printed, office=match["office"].strip())


def _name_alike(match: re.Match[str]) -> Label | None:
    return could_speak(match["label"].strip(" ,-–—|·•\xa0\t"))


def _bold(match: re.Match[str]) -> Label | None:
    return could_speak(match["label"].strip())


def _dot(match: re.Match[str]) -> Label | None:
    printed = match["label"].strip()
    if DIRECTION.match(printed):
        return None
    name, _, office = _ASIDE.sub("", printed).partition(", ")
    dashed = any(sign in match["after"] for sign in "-–—") and " " in name
    if not 1 < len(name) <= 60 or not name[0].isupper() or not (dashed or _dotted(name)):
        return None
    ends = match["after"].strip() == "" and not match["after"]  # a sentence, not a label
    several = name.startswith("MM")
    played = name.isupper() and office[:1].islower()  # “ANNA, coldly.”
    held = OFFICES.search(office) and bool(_TITLED.match(name) or dashed or name.isupper())
    if office and not played and (not (dashed or held or name.isupper() or several) or ends):
        return None
    return could_speak(printed)


_TITLED = re.compile(
    r"(?:the|mr|mrs|ms|miss|dr|senator|sen|m|mm|mme|mlle|sir|lord|lady|hon|representative|rep|"
    r"chairman|sra?)\.? ",
    re.IGNORECASE,
)


_FULL_NAME = 3


def _dotted(printed: str) -> bool:
    """Whether a name before a full stop is printed as labels are: in capitals, or titled."""
    head, _, place = printed.partition(" of ")
    words = head.partition(" (")[0].split()
    capitals = [word for word in words if len(word) > 1 and word.isupper() and word[-1] != "."]
    if capitals and not place and not words[-1].isupper():
        return False
    known = (
        bool(_TITLED.match(printed))
        or is_floor(printed)
        or is_office(printed)
        or bool(clean(printed).title)
    )
    known = known or all(word[:1].isupper() and len(word) > 1 for word in words[:_FULL_NAME])
    return bool(capitals) or known or " " not in printed


def _dash(match: re.Match[str]) -> Label | None:
    printed = match["label"].strip()
    tight = match["after"] in {"—", "--"}
    if tight and not printed.isupper():
        return None
    return could_speak(printed)


def _angle(match: re.Match[str]) -> Label | None:
    printed = (match["label"] or match["label2"]).strip()
    return clean(printed) if printed else None


def _gap(match: re.Match[str]) -> Label | None:
    return could_speak(match["label"].strip())


def _opens(name: str) -> bool:
    """Whether a name begins with a letter or digit, or is the number of a telephone."""
    return name[0].isalnum() or (name[0] == "+" and name[1:2].isdigit())


def _sent(match: re.Match[str]) -> Label | None:
    return could_speak(match["label"].strip()) or _after_time(match["label"].strip())


def _in_capitals(match: re.Match[str]) -> Label | None:
    label = could_speak(match["label"].strip())
    return label if label and label.name.isupper() else None


def _nick(match: re.Match[str]) -> Label | None:
    label = clean(match["label"])
    return label if any(sign.isalpha() for sign in label.name) else None


def _alone(match: re.Match[str]) -> Label | None:
    printed = match["label"].strip(" \xa0\t_")
    head = printed[:-1].partition(",")[0].partition(" (")[0]
    stopped = printed.endswith(".") and (head.isupper() or match["mark"])
    bare = printed[:-1] if stopped else printed
    if len(bare.split()) > _LONGEST_LINE or (", " in bare.partition(" (")[0] and len(bare) > 60):
        return None
    if bare.isdigit() or (bare[-1:] in ".,-–—…" and not re.search(r"\b[A-Z]\.$", bare)):
        return None
    return could_speak(bare) or (_silent(bare) if bare.count(" ") < _LONGEST_HEADING else None)


def _ruled(match: re.Match[str]) -> Label | None:
    label = clean(match["label"].strip())
    named = is_floor(label.name) or is_capitalised(label.name)
    return label if label.name and named else None


def _brackets(match: re.Match[str]) -> Label | None:
    printed = (match["label"] or match["label2"]).strip()
    return None if kind_of(printed) else could_speak(printed)


SHAPES = {
    "colon": Shape("c", COLON, _colon, (":", "：")),
    "officed": Shape("c", OFFICED, _officed, (",",)),
    "sent": Shape("i", SENT, _sent, ("From", "from")),
    "bare": Shape("q", BARE, _bare),
    "name-time": Shape("n", NAME_TIME, _name_time, tuple(f":{tens}" for tens in range(6))),
    "stamped": Shape("m", STAMPED, _name_alike, tuple(f":{tens}" for tens in range(6))),
    "bold": Shape("b", BOLD, _bold, ("**",)),
    "dot": Shape("d", DOT, _dot, (".",)),
    "dash": Shape("s", DASH, _dash, (" - ", " | ", "–", "—", "--")),
    "angle": Shape("i", ANGLE, _angle, (">",)),
    "brackets": Shape("k", BRACKETS, _brackets, ("【", "〔", "(", "（", "[", "{")),
    "circle": Shape("r", CIRCLE, _gap, ("○", "◯", "●", "◎", "◆", "◇", "■", "□")),
    "section": Shape("p", SECTION, _gap, ("§",)),
    "gap": Shape("g", GAP, _gap, ("\t", "    ", "\xa0\xa0\xa0")),
    "capitals": Shape("u", CAPITALS, _in_capitals),
    "column": Shape("v", COLUMN, _gap, ("  ",)),
    "clock": Shape("w", CLOCK, _nick, tuple(f":{tens}" for tens in range(6))),
    "han": Shape("h", HAN, _gap, ("。",)),
    "log": Shape("l", LOG, _gap),
    "alone": Shape("o", ALONE, _alone),
    "ruled": Shape("x", RULED, _ruled, ("-" * 10,)),
}


def is_bare_floor(label: Label) -> bool:
    """Whether a label is one of the letters of question and answer."""
    return label.name[:1] in {"Q", "A"} and is_floor(label.name) and len(label.name) <= 4
