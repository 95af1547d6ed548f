"""A name alone on its line, the words under it: plays, calls with investors, web pages.

HAMLET
Who's there?

Enter FRANCISCO

FRANCISCO
Nay, answer me.

**Ada Byron**
*Analytical Engines, Department of Mills*

Markdown's bold type or a heading may mark the name, and a line with a firm may follow.

Charles Babbage -- Chief Executive Officer

So may an office or a constituency (North West) (Ind) after it.

--------------------
Ada Byron,  Engines, Inc. - Chief Executive Officer    [2]
--------------------

It may stand between two rules.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from quizgen.transcripts.forms import name_colon
from quizgen.transcripts.furniture import Cut, directions, is_scene
from quizgen.transcripts.labels import is_capitalised, is_floor, is_office
from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.notes import TIME
from quizgen.transcripts.patterns import RULED_HEADING
from quizgen.transcripts.starts import Start
from quizgen.transcripts.usage import RARE_FLOOR
from quizgen.transcripts.vocabulary import DIRECTION

NAME = "name-alone"
_RULED = "x"
_LIST = 3  # so many names one under the other are a list of people
_MOST_WORDS = 6
_INDENT = 80
_OFTEN = 2  # more often than this, a line of a name's shape is one
_MOSTLY = 0.7
_LONGEST_ROLE = 14
_LONGEST_CARD = 400  # characters in which the first sentence under it ends
_LONGEST_CARD_LINES = 4
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_HEADINGS = frozenset({"questions", "answers", "remarks", "replies", "press", "media"})
_VERSE = frozenset("o oh ah ay aye nay and but or nor for yet lo alas hark thy".split())
_ENTRANCE = re.compile(r"^.{0,80}\b[Ee]nter\b.{0,120}", re.MULTILINE)
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[.?!…。][\"”’')\]]*(?:\s|$)|[?!]")
_SLUG = re.compile(r"^[ \t]*(?:INT|EXT|INT\.?/EXT|I/E)[. ]", re.MULTILINE)
_TRANSITION = re.compile(r"(?:CUT|FADE|DISSOLVE|SMASH|MATCH|WIPE|TITLE|SUPER|THE END|INTERCUT)\b")
_ITALIC = re.compile(r"[ \t]*(?:\*[^*\r\n]+\*|_[^_\r\n]+_)[ \t\\]*")


def _sift(proposals: list[Start], text: str) -> Sifted:
    """Drop what is in a name's place and is none: headings, directions, lists of people."""
    ruled = [each for each in proposals if each.dress[0] == _RULED]
    if len({each.label.key for each in ruled}) >= _OFTEN:
        heads = [Cut(*m.span("heading"), "heading") for m in RULED_HEADING.finditer(text)]
        return Sifted(ruled, always=frozenset(each.label.key for each in ruled), cuts=heads)
    if len(_SLUG.findall(text)) >= _OFTEN:
        return _screenplay(proposals, text)
    roles = _cards(proposals, text) or list(_roles(proposals, text))
    under = {cut.start for cut in roles}
    entering = _entering(text)
    silent = [
        one
        for one, two in zip_longest(proposals, proposals[1:])
        if not one.label.key and (_stands_alone(one, text) or _is_above(one, two, text))
    ]
    proposals = [each for each in proposals if each.label.key]
    likely = [each for each in proposals if each.at not in under and _likely(each, text)]
    constant = _constant([each for each in proposals if each.at not in under], text)
    repeated = [Cut(each.at, each.text, "") for each in proposals if each.label.key in constant]
    likely = [each for each in likely if each.label.key not in constant]
    often = Counter(each.label.key for each in likely)
    likely = [e for e in likely if e.label.key not in _HEADINGS or often[e.label.key] > 1]
    if not constant:
        likely = [each for each in likely if _apart(each, text, often[each.label.key], entering)]
    times = Counter(each.label.key for each in likely)
    kept = _without_runs(likely, text, roles, times)
    kept = sorted([*_spoken(kept, text, times), *silent])
    return Sifted(kept, cuts=[*roles, *repeated, *directions(text)])


def _constant(likely: list[Start], text: str) -> frozenset[str]:
    """The word that stands above every name, as ``Speaker`` does in some exports."""
    above: Counter[str] = Counter()
    for one, two in pairwise(likely):
        if one.label.key != two.label.key and not text[one.text : two.at].strip():
            above[one.label.key] += 1
    times = Counter(each.label.key for each in likely)
    return frozenset(
        key
        for key, often in above.items()
        if often >= _LIST and often >= _MOSTLY * times[key] and often * 3 > len(likely)
    )


def _stands_alone(each: Start, text: str) -> bool:
    """Whether a heading stands between blank lines."""
    under = text[each.text : each.text + 4].replace("\r", "")
    return under[:2] == "\n\n" and _blank_above(text, each.at)


def _is_above(one: Start, two: Start | None, text: str) -> bool:
    """Whether nothing stands between a line that never speaks, in capital letters, and a name."""
    if two is None or not two.label.key or not is_capitalised(one.label.name):
        return False
    return " " in one.label.name.replace("-", " ") and not text[one.text : two.at].strip()


def _screenplay(proposals: list[Start], text: str) -> Sifted:
    """The names of a screenplay: capitals after a blank line, the words right under them."""
    kept = []
    for each in (one for one in proposals if one.label.key):
        label = each.label
        capitals = label.name.isupper() and not is_scene(label.printed)
        above = text[: each.at].rstrip(" \t\r")[-2:] if each.at > 2 else "\n\n"
        under = text[each.text : each.text + 3].replace("\r", "")
        beneath = under[:1] == "\n" and under[1:2] not in {"\n", ""}
        blank = above.replace("\r", "").endswith("\n\n") or _blank_above(text, each.at)
        if capitals and blank and beneath and not _TRANSITION.match(label.printed):
            kept.append(each)
    return Sifted(kept, always=frozenset(e.label.key for e in kept), screenplay=True)


def _blank_above(text: str, at: int) -> bool:
    before = text.rfind("\n", 0, max(at - 1, 0))
    return not text[before + 1 : at].strip()


def _cards(proposals: list[Start], text: str) -> list[Cut]:
    """The lines under names that stand with them between blank lines: a party, a place.

    They are such where nearly all paragraphs of a few short lines are, and speech follows.
    """
    cuts: list[Cut] = []
    cards = paragraphs = 0
    for each in proposals:
        above = text[max(each.at - 3, 0) : each.at].replace("\r", "").rstrip(" \t")
        if above and not above.endswith("\n\n") and each.at > len(above):
            continue
        paragraphs += 1
        gap = _BLANK_LINE.search(text, each.text)
        lines = text[each.text : gap.start()].split("\n")[1:] if gap else []
        after = text[gap.end() : gap.end() + _LONGEST_CARD] if gap else ""
        short = all(len(line.split()) <= _MOST_WORDS and line.strip() for line in lines)
        if (
            gap is None
            or not 1 < len(lines) < _LONGEST_CARD_LINES
            or not short
            or any(_SENTENCE.search(line) for line in lines)
            or not _SENTENCE.search(after)
        ):
            continue
        cards += 1
        at = text.find("\n", each.text) + 1
        for line in lines:
            cuts.append(Cut(at, at + len(line.rstrip()), "office"))
            at += len(line) + 1
    return cuts if cards >= _LIST and cards >= _MOSTLY * paragraphs else []


def _roles(proposals: list[Start], text: str) -> Iterator[Cut]:
    """The lines right under names that say a firm or an office, where such lines are usual."""
    found = []
    for each in proposals:
        start = text.find("\n", each.text) + 1
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        line = text[start:end].strip()
        after = text[end : end + 3].replace("\r", "")
        short = len(line.split()) <= _LONGEST_ROLE and not _SENTENCE.search(line)
        found.append(
            (Cut(start, end, "office"), line, bool(line) and short and after[:2] == "\n\n")
        )
    usual = sum(1 for _, _, fits in found if fits) > _MOSTLY * max(len(found), 1)
    again = Counter(line for _, line, _ in found if not _SENTENCE.search(line))
    names = {each.label.printed for each in proposals} if again else set()
    for cut, line, fits in found:
        same = again[line] >= _LIST and line not in names and line[:1].isalpha()
        if cut.start and line and ((fits and usual) or same or _ITALIC.fullmatch(line)):
            yield cut._replace(kind="page") if same and "|" in line else cut


def _without_runs(
    likely: list[Start], text: str, roles: list[Cut], times: Counter[str]
) -> list[Start]:
    """Of names one under the other without a word between, the last is the speaker."""
    ends = {cut.start: cut.end for cut in roles}
    kept: list[Start] = []
    run: list[Start] = []
    for each in likely:
        low = run[-1].text if run else 0
        line = text.find("\n", low) + 1
        low = ends.get(line, low)
        if run and text[low : each.at].strip():
            kept += _last(run, times)
            run = []
        run.append(each)
    return kept + _last(run, times) if run and text[run[-1].text :].strip() else kept


def _last(run: list[Start], times: Counter[str]) -> list[Start]:
    if len(run) >= _LIST:
        return run[-1:]
    return [each for each in run[:-1] if times[each.label.key] > 1] + run[-1:]


def _spoken(kept: list[Start], text: str, times: Counter[str]) -> list[Start]:
    """Drop what precedes the first names that have sentences under them and come again."""
    bounds = [*(each.at for each in kept), len(text)]
    says = [
        bool(_SENTENCE.search(text, each.text, end))
        for each, end in zip(kept, bounds[1:], strict=True)
    ]
    first = next((n for n, one in enumerate(kept) if times[one.label.key] > 1 and says[n]), None)
    if first is None:
        return kept
    while first and says[first - 1] and _is_full(kept[first - 1]):
        first -= 1
    return kept[first:]


def _is_full(each: Start) -> bool:
    """Whether a label is a whole name with a title or a place, as at its first mention."""
    label = each.label
    return bool(label.title or label.inside or label.office) or is_office(label.name)


def _entering(text: str) -> frozenset[str]:
    """The words of the lines that say who enters."""
    lines = _ENTRANCE.findall(text)
    return frozenset(word for line in lines for word in _WORD.findall(line.casefold()))


def _apart(each: Start, text: str, times: int, entering: frozenset[str]) -> bool:
    """Whether a name in small letters stands apart from the line above, or is known to enter."""
    label = each.label
    if label.name.isupper() or times > _OFTEN or set("*#_") & set(each.dress):
        return True
    if times == 1 and entering:
        last = label.key.split()[-1]
        return any(word.startswith(last) for word in entering)
    above = text[max(each.at - 3, 0) : each.at].rstrip(" \t")
    if not above or above.count("\n") > 1 or above.replace("\r", "") in {"\n\n", "\n"}:
        return True
    line = text[text.rfind("\n", 0, max(each.at - 1, 0)) + 1 : each.at].strip(" \t\r\n[]()")
    return bool(TIME.fullmatch(line)) or above.strip()[-1:] in set(".?!…。？！\"”)]—-:’'")


def _goes_on(each: Start, text: str) -> bool:
    """Whether the line right under a word goes on in small letters, as a verse does."""
    under = text[each.text : each.text + _INDENT]
    return under.count("\n", 0, len(under) - len(under.lstrip())) == 1 and (
        under.lstrip()[:1].islower()
    )


def _likely(each: Start, text: str) -> bool:
    label = each.label
    if label.key in _VERSE:
        return False
    if (is_floor(label.name) or is_office(label.name)) and is_capitalised(label.name):
        return label.key not in RARE_FLOOR or not _goes_on(each, text)
    line = text[each.at : each.text]
    if is_scene(line) or DIRECTION.match(line.strip(" \t#*_")):
        return False
    if not is_capitalised(label.name) or len(label.name.split()) > _MOST_WORDS:
        return False
    return not label.printed.endswith((",", ";", "-"))


FORM = LineForm(NAME, ("ruled", "alone"), 0.9, sift=_sift)


def score(text: str) -> float:
    """How sure the form is of the text; where names alone end in a colon, others are none."""
    sure = FORM.score(text)
    with_colon = name_colon.FORM.decide(text)[0].speaking if sure else []
    alone = sum(1 for each in with_colon if "a" in each.dress[1:])
    return 0.0 if alone >= _LIST and alone > _MOSTLY * len(with_colon) else sure


read = FORM.read
read_named = FORM.read_named
