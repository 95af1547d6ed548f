"""How a session went, ready to be shown."""

from dataclasses import dataclass

from quizgen.study.session import Answered, Asked, Score, Session


@dataclass(frozen=True, slots=True)
class Missed:
    """An item whose first try was wrong: what was asked, and the answer that was given."""

    asked: Asked
    answer: Answered


@dataclass(frozen=True, slots=True)
class Results:
    """The score by first tries, what was missed in order of asking, and the time spent.

    ``ms`` sums the time of all answers that stand.
    """

    score: Score
    missed: tuple[Missed, ...]
    ms: int


def results_of(session: Session) -> Results:
    """Work the results out from the session's log."""
    missed = set(session.missed)
    return Results(
        score=session.score,
        missed=tuple(
            Missed(asked, answer)
            for answer in session.standing
            if answer.attempt == 1 and (asked := session.items[answer.position]) in missed
        ),
        ms=sum(answer.ms for answer in session.standing),
    )
