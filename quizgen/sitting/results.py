"""How a session went, ready to be shown."""

import re
from dataclasses import dataclass

from quizgen.study.folding import fold
from quizgen.study.session import Answered, Asked, Mode, Phase, Score, Session

_GAPS = re.compile(r"_{3,}|…")


@dataclass(frozen=True, slots=True)
class Missed:
    """An item whose first try was wrong: what was asked, and the answer that was given."""

    asked: Asked
    answer: Answered


@dataclass(frozen=True, slots=True)
class Results:
    """The score by first tries, what was missed in order of asking, and the time spent.

    ``ms`` sums the time of all answers that stand; ``not_answered`` are the items of an
    exam that was handed in without an answer to them.
    """

    score: Score
    missed: tuple[Missed, ...]
    ms: int
    not_answered: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """First tries that have a topic, a speaker or the like in common."""

    name: str
    right: int
    answered: int


def parts_of(session: Session, ground: str) -> tuple[Part, ...]:
    """How a session went by topic, speaker, rule or difficulty, weakest first.

    Nothing where there is but one of them: that is the score itself.
    """
    found: dict[str, list[bool]] = {}
    for answer in session.standing:
        question = session.items[answer.position].question
        made = question.made.rule if question.made else None
        name = made if ground == "rule" else getattr(question, ground)
        if answer.attempt == 1 and name:
            found.setdefault(name, []).append(answer.verdict.right)
    parts = (Part(name, sum(tries), len(tries)) for name, tries in found.items())
    ranked = sorted(parts, key=lambda part: (part.right / part.answered, part.name))
    return tuple(ranked) if len(ranked) > 1 else ()


def results_of(session: Session) -> Results:
    """Work the results out from the session's log."""
    missed = set(session.missed)
    return Results(
        score=session.score,
        missed=tuple(
            Missed(asked, answer)
            for answer in session.first_standing
            if (asked := session.items[answer.position]) in missed
        ),
        ms=sum(answer.ms for answer in session.standing),
        not_answered=tuple(session.items[at] for at in session.unanswered)
        if session.mode is Mode.EXAM and session.phase is Phase.DONE
        else (),
    )


def says(text: str, words: str) -> bool:
    """Whether ``text`` holds ``words`` already, whatever stands in their blanks and gaps."""
    folded = f" {fold(text)} "
    return all(f" {fold(part)} " in folded for part in _GAPS.split(words) if fold(part))
