"""A name and a full stop, as parliaments' records and printed plays have it.

Mr. ADAMS. Mr. President, I rise to speak.

The PRESIDING OFFICER. Without objection, it is so ordered.

M. le président. La parole est à Mme Martin. (Très bien !) Mme Martin. Merci.

Ada Byron, on behalf of the Group. – (FR) Mr President, I agree.

OLIVIA. What kind of man is he?
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from quizgen.transcripts.furniture import Cut, directions
from quizgen.transcripts.labels import Label, could_speak, is_floor, is_office
from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.linestarts import LineStarts, begin
from quizgen.transcripts.starts import Start
from quizgen.transcripts.vocabulary import SCENE

NAME = "name-dot"
_ENDS = frozenset(".!?…:)]}»”\"’'—–-_*")
_MID_LINE = re.compile(
    r"(?<=[.!?)…»])[ \xa0]+(?P<label>(?:MM?|Mme|Mlle)\.?[ \xa0](?:le |la |les |de |du |des |d['’])?"
    r"[^\W\d_][\w'’-]+(?: (?:de |du |des |d['’])?[A-ZÀ-Þ][\w'’-]+){0,3}"
    r"|(?:Voix|Une voix|Un membre|Un député|Plusieurs \w+|Sur \w+ bancs)(?: [\w'’-]+){1,6})"
    r"\.[ \xa0]+(?P<dash>[–—-][ \xa0]+)?(?=[A-ZÀ-Þ])"
)
_SCENE = LineStarts(SCENE.pattern, SCENE.flags)
_LONGEST_HEADING = 60
_HALF = 0.5
_DASHES = frozenset({"–", "—", "-", "--"})
_MOSTLY = 0.8


def _sift(proposals: list[Start], text: str) -> Sifted:
    """Drop names that end a sentence of the line above; add those in the middle of a line.

    Names alone above the first scene of a play are its cast.
    """
    first = next((begin(match) for match in _SCENE.finditer(text)), 0)
    listed = (e for e in proposals if e.at < first and ("a" in e.dress[1:] or e.label.office))
    cast = {each.at for each in listed}
    kept = [each for each in proposals if each.at not in cast and _begins(each, text)]
    kept = _without_ends(kept, text)
    more = list(_mid_line(text, dashed=_dashed(kept, text))) if kept else []
    moves = list(directions(text))
    found = sorted([*kept, *more]) if more else kept
    cuts = [*(moves if len(moves) > 1 else ()), *_scenes(found, text)]
    return Sifted(found, cuts=cuts)


def _without_ends(kept: list[Start], text: str) -> list[Start]:
    """Without words that come once and may end a sentence, where labels do not look like that."""
    times = Counter(each.label.key for each in kept)
    plain = {
        each.at
        for each in kept
        if _is_plain(each.label) and not _DASHES & set(text[each.high : each.text])
    }
    again = sum(1 for each in kept if each.at in plain and times[each.label.key] > 1)
    if again * 2 >= len(kept):
        return kept
    return [each for each in kept if each.at not in plain or times[each.label.key] > 1]


def _is_plain(label: Label) -> bool:
    """Whether a label is two words or more in small letters, as the end of a sentence may be."""
    name = label.name
    role = is_floor(name) or is_office(name)
    return (
        " " in name
        and "." not in name
        and not (name.isupper() or label.title or label.office or role)
    )


def _scenes(starts: list[Start], text: str) -> Iterator[Cut]:
    """The headings of scenes, and who is in them: capitals up to the next name."""
    heads = [match for match in _SCENE.finditer(text) if match.end() < len(text)]
    places = [each.at for each in starts]
    for match in heads if len(heads) > 1 else ():
        low = begin(match)
        end = text.find("\n", match.end())
        end = end if end >= 0 else len(text)
        if end - low > _LONGEST_HEADING:
            continue
        yield Cut(low, end, "heading")
        after = bisect_left(places, low)
        high = places[after] if after < len(places) else end
        letters = [sign for sign in text[end:high] if sign.isalpha()]
        capitals = sum(1 for sign in letters if sign.isupper())
        if letters and capitals > _HALF * len(letters):
            yield Cut(end + 1, end + len(text[end:high].rstrip()), "direction")


def _begins(each: Start, text: str) -> bool:
    """Whether a sentence, a paragraph or a heading in capitals ends above a name."""
    above = text[max(each.at - 80, 0) : each.at].rstrip(" \t\r")
    bare = above.rstrip()
    if not bare or above.count("\n", len(bare)) > 1:
        return True
    heading = bare.rpartition("\n")[2].isupper() and bare[-1].isalpha()
    return heading or bare[-1] in _ENDS or (not bare[-1].isalpha() and bare[-1] not in ",;")


def _dashed(kept: list[Start], text: str) -> bool:
    """Whether a dash follows nearly every label."""
    dashes = sum(1 for each in kept if text[each.high : each.text].strip(" .\xa0") in _DASHES)
    return dashes > _MOSTLY * len(kept)


def _mid_line(text: str, *, dashed: bool) -> Iterator[Start]:
    for match in _MID_LINE.finditer(text):
        if dashed and not match["dash"]:
            continue
        label = could_speak(match["label"])
        if label is not None:
            low = match.start("label")
            yield Start(low, match.end(), label, "d", *match.span("label"))


FORM = LineForm(NAME, ("dot",), 0.9, sift=_sift)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
