"""A name and a full stop, as parliaments' records and printed plays have it.

Mr. ADAMS. Mr. President, I rise to speak.

The PRESIDING OFFICER. Without objection, it is so ordered.

M. le président. La parole est à Mme Martin. (Très bien !) Mme Martin. Merci.

Ada Byron, on behalf of the Group. – (FR) Mr President, I agree.

OLIVIA. What kind of man is he?
"""

import re
from collections.abc import Iterator

from quizgen.transcripts.furniture import directions
from quizgen.transcripts.labels import could_speak
from quizgen.transcripts.lines import LineForm, Sifted
from quizgen.transcripts.starts import Start

NAME = "name-dot"
_ENDS = frozenset(".!?…:)]}»”\"’'—–-_*")
_MID_LINE = re.compile(
    r"(?<=[.!?)…»])[ \xa0]+(?P<label>(?:MM?|Mme|Mlle)\.?[ \xa0](?:le |la |les |de |du |des |d['’])?"
    r"[^\W\d_][\w'’-]+(?: (?:de |du |des |d['’])?[A-ZÀ-Þ][\w'’-]+){0,3}"
    r"|(?:Voix|Une voix|Un membre|Un député|Plusieurs \w+|Sur \w+ bancs)(?: [\w'’-]+){1,6})"
    r"\.[ \xa0]+(?P<dash>[–—-][ \xa0]+)?(?=[A-ZÀ-Þ])"
)
_DASHES = frozenset({"–", "—", "-", "--"})
_MOSTLY = 0.8


def _sift(proposals: list[Start], text: str) -> Sifted:
    """Drop names that end a sentence of the line above; add those in the middle of a line."""
    kept = [each for each in proposals if _begins(each, text)]
    more = list(_mid_line(text, dashed=_dashed(kept, text))) if kept else []
    moves = list(directions(text))
    return Sifted(sorted([*kept, *more]) if more else kept, cuts=moves if len(moves) > 1 else ())


def _begins(each: Start, text: str) -> bool:
    above = text[max(each.at - 80, 0) : each.at].rstrip(" \t\r")
    bare = above.rstrip()
    if not bare or above.count("\n", len(bare)) > 1:
        return True
    return bare[-1] in _ENDS or (not bare[-1].isalpha() and bare[-1] not in ",;")


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
