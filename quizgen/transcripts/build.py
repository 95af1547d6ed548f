"""From labels found in a view to a transcript: turns, speakers, notes, headings, doubts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizgen.model.problem import Level, Problem
from quizgen.model.transcript import Speaker, Transcript, Turn
from quizgen.transcripts import metadata
from quizgen.transcripts.evidence import Decision
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.namesakes import told_apart
from quizgen.transcripts.people import People
from quizgen.transcripts.starts import Start
from quizgen.transcripts.turns import Lines, Turns
from quizgen.transcripts.view import View


def transcript(
    view: View,
    path: str,
    form: str,
    starts: list[Start],
    cuts: Sequence[Cut],
    *,
    decision: Decision | None = None,
    title: str | None = None,
    roles: Mapping[str, str] | None = None,
) -> Transcript:
    """Put a transcript together from the places where its turns start.

    ``roles`` says what labels stand for, where the form knows it.
    The list of ``starts`` is used up: those of a long text are gone when its turns are there.
    """
    text, starts = view.text, told_apart(starts)
    head = _head(text, starts[0].at if starts else len(text), cuts)
    facts = metadata.facts(head)
    doubtful = decision.doubtful if decision else []
    people = People.of(
        starts,
        text,
        head,
        roles=decision.roles if decision else roles or {},
        roster=facts.people,
        title=title or facts.title or "",
    )
    problems = (
        *_doubts(view, path, doubtful, starts),
        *people.problems(path, Lines(view.source), starts, view),
    )
    preamble = (0, view.start(starts[0].at) if starts else len(view.source))
    turns = tuple(Turns(view, starts, cuts, people))
    return Transcript(
        path=path,
        text=view.source,
        form=form,
        turns=turns,
        speakers=tuple(_speakers(turns, people)),
        title=title or facts.title,
        date=facts.date,
        place=facts.place,
        preamble=preamble,
        problems=problems,
    )


def _head(text: str, end: int, cuts: Sequence[Cut]) -> str:
    """What stands before the first turn, without the signs that say nothing."""
    parts, at = [], 0
    for cut in cuts:
        if cut.end > end:
            break
        if not cut.kind:
            parts.append(text[at : cut.start])
            at = cut.end
    return "".join([*parts, text[at:end]])


def _speakers(turns: Sequence[Turn], people: People) -> Iterator[Speaker]:
    """Whoever speaks, in the order of first appearance."""
    groups = Counter((turn.who, turn.label, turn.anonymous) for turn in turns)
    times: Counter[str] = Counter()
    labels: dict[str, dict[str, None]] = {}
    named: set[str] = set()
    for (who, label, anonymous), often in groups.items():
        times[who] += often
        labels.setdefault(who, {})[label] = None
        if not anonymous:
            named.add(who)
    for who, often in times.items():
        office = people.office(who, labels[who]) if who in named else None
        yield Speaker(who, tuple(labels[who]), who not in named, often, office)


def _doubts(
    view: View, path: str, doubtful: Iterable[Start], starts: Sequence[Start]
) -> Iterator[Problem]:
    lines = Lines(view.source)
    first = starts[0].at if starts else 0
    for each in doubtful:
        if each.at < first or not each.label.printed[:1].isupper() or len(each.label.printed) > 40:
            continue
        yield Problem(
            path=path,
            line=lines.of(view.start(each.low)),
            column=1,
            level=Level.NOTE,
            code="doubtful-label",
            message=f"“{each.label.printed}:” was taken for speech, not for a speaker",
            fix="a speaker's label comes at least twice, or has a first and a last name",
        )
