"""The line-based form that fits a view best: for what a container holds."""

from collections.abc import Callable, Sequence

from quizgen.model.transcript import Transcript
from quizgen.transcripts.doubt import unsure
from quizgen.transcripts.excerpts import excerpt
from quizgen.transcripts.forms import (
    bold_name,
    bracketed_name,
    name_alone,
    name_colon,
    name_dash,
    name_dot,
    name_gap,
    name_time,
)
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.lines import LineForm
from quizgen.transcripts.view import View

_PLAIN = 0.7
_FORMS: tuple[tuple[Callable[[str], float], LineForm], ...] = (
    (name_colon.score, name_colon.FORM),
    (name_time.score, name_time.FORM),
    (bold_name.score, bold_name.FORM),
    (name_alone.score, name_alone.FORM),
    (name_dot.score, name_dot.FORM),
    (bracketed_name.score, bracketed_name.FORM),
    (name_dash.score, name_dash.FORM),
    (name_gap.score, name_gap.FORM),
)


def best(
    view: View,
    path: str,
    form: str,
    *,
    title: str | None = None,
    main: Callable[[Sequence[int]], tuple[int, int]] | None = None,
    cuts: Sequence[Cut] = (),
) -> Transcript:
    """Read a view in the form of lines that fits it best.

    ``main`` tells, from where the labels stand, which range of the view is no boilerplate;
    ``cuts`` are ranges that nobody says.
    """
    looked_at = excerpt(view.text)
    scores: list[tuple[float, LineForm]] = []
    for score_of, each in _FORMS:
        scores.append((score_of(looked_at), each))
        if scores[0][0] > _PLAIN:
            break  # so many names and colons leave no room for another form
    scores.sort(key=lambda pair: -pair[0])
    first: Transcript | None = None
    for score, each in scores:
        if not score and first is not None:
            break
        found = each.read_view(view, path, form, title, main=main, cuts=cuts)
        if unsure(found) is None:
            return found
        first = first or found
    assert first is not None
    return first
