"""What the learner's settings mean for sessions and for the schedule."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from quizgen.history.log import History
from quizgen.library.settings import Settings
from quizgen.model.question import Cloze, Short
from quizgen.sitting.clock import SystemClock
from quizgen.study.session import Asked


def obey(history: History, learner: str, settings: Settings) -> None:
    """Let the schedule of the learner so named begin its days when the settings say."""
    learner_id = history.learner(learner, at=SystemClock().now())
    now = history.preferences(learner_id)
    start = settings.day_start * 60
    if now.day_start != start:
        history.prefer(learner_id, replace(now, day_start=start))


def as_strict(items: Iterable[Asked], *, exact: bool) -> Iterator[Asked]:
    """The items, no slip of a key forgiven in what is typed if ``exact``."""
    for asked in items:
        question = asked.question
        if exact and isinstance(question, Short | Cloze) and question.typos is None:
            question = replace(question, typos=0)
        yield replace(asked, question=question)
