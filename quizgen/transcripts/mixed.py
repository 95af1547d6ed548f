"""Labels that end in a full stop, in a text whose labels have a colon: the same hand set both.

Mrs. Hill:  Are you late?

Mr. Reed.  I am never late.
"""

import re
from collections.abc import Sequence

from quizgen.transcripts.linestarts import LineStarts, begin
from quizgen.transcripts.starts import Start

_FEWEST = 2
_MOST = 40  # speakers of whom such labels are looked for
_LOOKED_AT = 200_000  # characters


def with_full_stops(text: str, speaking: Sequence[Start]) -> list[Start]:
    """Add the lines that begin with the name of somebody who speaks, and a full stop.

    Two or more are wanted: one may be a sentence that only names somebody.
    """
    labels = {text[each.low : each.high]: each.label for each in speaking}
    head = text[:_LOOKED_AT]
    printed = [name for name in labels if len(labels) <= _MOST and f"\n{name}. " in head]
    if not printed:
        return list(speaking)
    names = "|".join(map(re.escape, sorted(printed, key=len, reverse=True)))
    pattern = LineStarts(rf"(?P<label>{names})\.[ \t]{{1,4}}(?=[^\W\d_a-z])")
    taken = {each.at for each in speaking}
    more = [
        Start(begin(match), match.end(), labels[match["label"]], "d", *match.span("label"))
        for match in pattern.finditer(text)
        if begin(match) not in taken
    ]
    return sorted([*speaking, *more]) if len(more) >= _FEWEST else list(speaking)
