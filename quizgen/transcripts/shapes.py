"""How a label can stand in a line: regular expressions that propose, and decide nothing.

A shape looks at the start of lines, whole file at once, and yields proposals. Whether a
proposal is a label or speech is decided from the whole file (``evidence``).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from quizgen.transcripts.labels import Label, clean, could_speak, is_floor, never_speaks
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.notes import kind_of
from quizgen.transcripts.starts import Start
from quizgen.transcripts.vocabulary import DIRECTION

_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ T]+)?"
STAMP = r"\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,3})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
TIMES = rf"{_DAY}{STAMP}(?: ?(?:-|–|—|-->|to) ?{STAMP})?"
_BLANK = r"[ \t\xa0\u3000\u200b\ufeff\f]"
_LEAD = rf"(?P<lead>{_BLANK}*+(?:(?P<bullet>[-*•·‣+–—>]|\#{{1,6}}|\d{{1,3}}[.)]){_BLANK}++)?+"
_TIMED = rf"(?P<time>[\[(<{{]?{TIMES}[\])>}}]?[ \t\xa0,|–—-]*+:?[ \t\xa0]*+)"
_MARK = r"(?P<mark>\*{1,3}+|_{1,3}+|>>+ ?+)"
_INSIDE = r"\((?:[^()\r\n]|\([^()\r\n]{0,100}\)){0,120}\)|\[[^\[\]\r\n]{0,120}\]"
_OTHER = r"\r\n:：*|<>{}\"“”„«»?!;=。，、！？；「」"  # what no name holds
_NICKNAME = r"[\"“][^\W\d_a-z][\w .'’-]{1,20}[\"”](?= [^\W\d_a-z])"
_RUN = rf"[^()\[\]{_OTHER}]{{1,200}}+(?=[(\[*:：\"“])"  # longer ones, and others, go no further
_LABEL = rf"(?P<label>(?![#/])(?:{_RUN}|{_INSIDE}|{_NICKNAME}){{1,6}}+|\?{{1,3}})"
_CLOSED = rf"(?:\*{{1,3}}+{_BLANK}*+(?:{_INSIDE})?+{_BLANK}*+)?+"

_LONGEST_HEADING = 6
_LONGEST_LINE = 12  # words that a name with its office has at most

_EOL = r"(?=[\r\n]|\Z)"
_STARS = r"\*{0,3}"
_PARTED = r"[ \t\xa0]*[|–—,·•@:-]?[ \t\xa0]*"
_FORM_OF_ADDRESS = (
    r"(?:[Tt]he|THE|(?i:m[rsm]|mrs|mme|mlle|miss|dr|sen|rep|hon|lt|gen|col|sir|prof|sra?)|[MOA])"
)

COLON = LineStarts(
    rf"(?![\r\n]){_LEAD}{_TIMED}?+{_MARK}?+){_LABEL}{_CLOSED}[:：](?P<close>[*_]{{0,3}}+)"
    rf"(?P<after>[^\S\r\n]++|{_EOL}|(?=[^\W\d_])|(?=[(\[“\"«—–-]))",
)
_FROM = ("From ", "from ", "From\t")
SENT = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<time>{TIMES})[ \t]+[Ff]rom[ \t]+)(?P<label>[^{_OTHER}]{{1,60}}?)"
    rf"(?:[ \t]+(?:[Tt]o|[Pp]rivately)\b[^:\r\n]{{0,90}})?[ \t]*:(?P<after>[ \t]+|{_EOL})",
)
BARE = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<mark>\*{{1,3}}+)?+)"
    rf"(?P<label>(?:[QAPRDFВО]|Question|Answer)[ ]?\d{{0,3}}){_STARS}+"
    r"(?P<after>[.\-–—)]{1,2}+[ \t\xa0]++|[ \t\xa0]++)(?=\S)",
)
NAME_TIME = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<bullet>[-*•>#]{{1,6}}{_BLANK}++)?+(?P<mark>\*{{1,3}}+)?+)"
    rf"(?:(?P<label>[^{_OTHER}\d\[(][^{_OTHER}\[(]{{0,60}}?(?:\([^()\r\n\d]{{0,60}}\))?+)"
    rf"{_STARS}{_PARTED}{_STARS}[\[(]?{TIMES}[\])]?{_STARS}:?"
    rf"|[\[(]?{TIMES}[\])]?{_STARS}{_PARTED}{_STARS}(?P<label2>[^{_OTHER}]{{1,60}}){_STARS}:?)"
    rf"(?P<after>{_BLANK}*\\?{_EOL})",
)
BOLD = LineStarts(
    rf"{_LEAD}{_TIMED}?+)\*\*(?P<label>[^\r\n:：*]{{1,60}}+)\*\*(?P<after>[ \t\xa0]++)(?=\S)",
)
DOT = LineStarts(
    rf"(?P<lead>{_BLANK}*+[_*]{{0,2}}+)(?P<label>(?:{_FORM_OF_ADDRESS}\.?[ \xa0]++)*+"
    r"(?:[^\W\d_](?:[^\W_]|['’\-])*+(?:\.[^\W\d_])*+\.?[ \xa0]++){0,9}?"
    r"[^\W\d_](?:[^\W_]|['’\-])*(?:\.[^\W\d_])?"
    r"(?: of (?:[A-Z]\w+ ?){1,3})?"
    r"(?:[ ,]*\((?:[^()\r\n]|\r?\n(?=\S)){0,80}\))?(?:, [^.:\r\n]{3,90})?)"
    r"[_*]{0,2}\.[_*]{0,2}"
    rf"(?P<after>[ \xa0]*(?:—|–|--|-)[ \t\xa0]*(?=\S)|[ \t\xa0]++(?=\S)|[ \t\xa0]*{_EOL})",
)
DASH = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<bullet>[•*]{_BLANK}++)?+{_TIMED}?+(?P<mark>\*{{1,3}}+)?+)"
    rf"(?P<label>(?:[^{_OTHER}—–.()]|\([^()\r\n]{{0,160}}\)|(?<=\b[A-Z]R|RA|Sr|Dr)\.){{1,80}}?"
    r"(?: - [A-ZÀ-Þ][A-ZÀ-Þ.'’]+(?: [A-ZÀ-Þ.'’]+){0,5}(?= - )){0,2}+)"
    rf"{_STARS}(?P<after>[ \t\xa0]+(?:—|–|--?)[ \t\xa0]+|[—–][ \t\xa0]+|—|--"
    r"|(?:(?<=\b[A-Z][A-Z])|(?<=\b[A-Z][A-Z][A-Z]))-(?=[A-Z“\"]))(?=\S)",
)
ANGLE = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<time>[\[(]?(?:\d{{4}}-\d\d-\d\d[T ])?{TIMES}[\])]?[ \t]*)?+)"
    r"(?:<[@+%~& ]?(?P<label>[^<>\s/!?][^<>\r\n/]{0,40})>"
    r"|(?P<label2>[^\W\d]\w{0,20}(?: \w{1,20})?)>)(?P<after>[ \t]*)",
)
LOG = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<time>[\dO][\dO_ .:]{{5,14}}[\dO_])[ \t]+)"
    r"(?P<label>[A-Z]{2,4}(?:[-/][A-Z0-9]{1,4})?)(?P<after>[ \t]+)(?=\S)",
)
CAPITALS = LineStarts(
    rf"(?P<lead>{_BLANK}*+)(?P<label>[A-ZÀ-Þ][A-ZÀ-Þ'’.-]{{1,14}}"
    r"(?: [A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,14}){0,2})"
    r"(?P<after>[ \t]{1,3})(?=[\"“'(\[]?(?:[A-ZÀ-Þ][a-zß-ÿ'’]|[AIO][ ,'’!—]))",
)
HAN = LineStarts(
    r"(?P<lead>[ \t\u3000]*+)(?P<label>[\u4e00-\u9fff々ァ-ヶー]{1,8})(?P<after>[ \u3000]{1,2})"
    r"(?=[\u3041-\u30ff\u4e00-\u9fff0-9０-９「『（(])",
)
GAP = LineStarts(
    rf"(?P<lead>{_BLANK}*+{_TIMED}?+)(?P<label>[^\W\d_][^{_OTHER}\t]{{0,40}}?)"
    r"(?P<after>\t+| {4,}|\xa0{3,})(?=\S)",
)
ALONE = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<bullet>\#{{1,6}} ++)?+(?P<mark>\*{{1,3}}+|_{{1,2}}+)?+)"
    rf"(?P<label>[^\W_](?:[^{_OTHER}]{{0,80}}?))(?P<close>{_STARS}|_{{0,2}})"
    rf"(?:(?<=[_*])[ \t]+(?:{_INSIDE}))?+"
    rf"(?P<after>[ \t\xa0]*\\?{_EOL})",
)


BRACKETS = LineStarts(
    rf"(?P<lead>[ \t\xa0\u3000]*+)(?:[【〔](?P<label>[^【】〔〕\r\n]{{1,40}}+)[】〕]"
    rf"|[(（\[](?P<label2>[^()（）\[\]{_OTHER}]{{1,40}}+)[)）\]])(?P<after>[ \t\u3000]*)(?=\S)",
)


CIRCLE = LineStarts(
    r"(?P<lead>[ \t\u3000]*+[○◯●◎◆◇■□])[ \t]*"
    rf"(?P<label>[^\s{_OTHER}]{{1,30}}?(?: [^\s{_OTHER}]{{1,12}})?"
    r"(?:[(（][^()（）\r\n]{1,30}[)）])?)"
    r"(?P<after>\u3000+|\t+| {2,})(?=\S)",
)


SECTION = LineStarts(
    r"(?P<lead>[ \t]*+§)[ \t]*(?P<label>[^\r\n§]{2,70}?(?:\)(?=\S)|\)(?=[ \t])"
    r"|[a-z](?<!Mc)(?<!Mac)(?=[A-Z“\"])))(?P<after>[ \t]*)(?=\S)",
)


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
    return label


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
    return could_speak((match["label"] or match["label2"]).strip(" ,-–—|·•\xa0\t"))


def _bold(match: re.Match[str]) -> Label | None:
    return could_speak(match["label"].strip())


def _dot(match: re.Match[str]) -> Label | None:
    printed = match["label"].strip()
    if DIRECTION.match(printed):
        return None
    name, _, office = printed.partition(", ")
    dashed = any(sign in match["after"] for sign in "-–—") and " " in name
    if not 1 < len(name) <= 60 or not name[0].isupper() or not (dashed or _dotted(name)):
        return None
    ends = match["after"].strip() == "" and not match["after"]  # a sentence, not a label
    several = name.startswith("MM")
    if office and (not (dashed or name.isupper() or several) or ends):
        return None
    return could_speak(printed)


_TITLED = re.compile(
    r"(?:the|mr|mrs|ms|miss|dr|senator|sen|m|mm|mme|mlle|sir|lord|lady|hon|representative|rep|"
    r"chairman|sra?)\.? ",
    re.IGNORECASE,
)


def _dotted(printed: str) -> bool:
    """Whether a name before a full stop is printed as labels are: in capitals, or titled."""
    head, _, place = printed.partition(" of ")
    words = head.partition(" (")[0].split()
    capitals = [word for word in words if len(word) > 1 and word.isupper() and word[-1] != "."]
    if capitals and not place and not words[-1].isupper():
        return False
    known = bool(_TITLED.match(printed)) or is_floor(printed)
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


def _alone(match: re.Match[str]) -> Label | None:
    printed = match["label"].strip(" \xa0\t_")
    stopped = printed.endswith(".") and (printed[:-1].isupper() or match["mark"])
    bare = printed[:-1] if stopped else printed
    if len(bare.split()) > _LONGEST_LINE or (", " in bare.partition(" (")[0] and len(bare) > 60):
        return None
    if bare.isdigit() or (bare[-1:] in ".,-–—…" and not re.search(r"\b[A-Z]\.$", bare)):
        return None
    return could_speak(bare) or (_silent(bare) if bare.count(" ") < _LONGEST_HEADING else None)


def _brackets(match: re.Match[str]) -> Label | None:
    printed = (match["label"] or match["label2"]).strip()
    return None if kind_of(printed) else could_speak(printed)


SHAPES = {
    "colon": Shape("c", COLON, _colon, (":", "：")),
    "sent": Shape("i", SENT, _gap, ("From", "from")),
    "bare": Shape("q", BARE, _bare),
    "name-time": Shape("n", NAME_TIME, _name_time, tuple(f":{tens}" for tens in range(6))),
    "bold": Shape("b", BOLD, _bold, ("**",)),
    "dot": Shape("d", DOT, _dot, (".",)),
    "dash": Shape("s", DASH, _dash, (" - ", "–", "—", "--")),
    "angle": Shape("i", ANGLE, _angle, (">",)),
    "brackets": Shape("k", BRACKETS, _brackets, ("【", "〔", "(", "（", "[")),
    "circle": Shape("r", CIRCLE, _gap, ("○", "◯", "●", "◎", "◆", "◇", "■", "□")),
    "section": Shape("p", SECTION, _gap, ("§",)),
    "gap": Shape("g", GAP, _gap, ("\t", "    ", "\xa0\xa0\xa0")),
    "capitals": Shape("u", CAPITALS, _gap),
    "han": Shape("h", HAN, _gap, ("。",)),
    "log": Shape("l", LOG, _gap),
    "alone": Shape("o", ALONE, _alone),
}


def is_bare_floor(label: Label) -> bool:
    """Whether a label is one of the letters of question and answer."""
    return label.name[:1] in {"Q", "A"} and is_floor(label.name) and len(label.name) <= 4
