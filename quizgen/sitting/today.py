"""What today asks of a learner over all banks: so many due, so many new, about so many minutes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.history.log import History
from quizgen.history.progress import Day
from quizgen.library.shelf import ListedBank
from quizgen.study.schedule import Workload

_USUAL_SECONDS = 20.0
_FEWEST, _MOST = 4.0, 60.0  # a walk away from the keyboard says nothing of the questions
_DAYS = 14


@dataclass(frozen=True, slots=True)
class Today:
    """A day. ``banks`` hold its questions; ``begun`` says whether anything was ever answered."""

    due: int
    new: int
    minutes: int
    banks: tuple[ListedBank, ...]
    begun: bool

    @property
    def empty(self) -> bool:
        """Whether nothing is to be done."""
        return not (self.due or self.new)


def plan_today(history: History, learner: str, banks: Sequence[ListedBank], *, at: int) -> Today:
    """Work out the day of the learner so named."""
    learner_id = history.learner_id(learner)
    if learner_id is None:
        return Today(0, 0, 0, (), begun=False)
    banks = [one for one in banks if not one.summary.includes]  # what they include is there itself
    items = {one.summary.id: one.summary.items for one in banks if one.summary.id}
    load = history.workload(learner_id, items, at=at)
    days = history.calendar(learner_id)
    allowed = history.new_left(learner_id, at=at)
    due = sum(one.due for one in load.values())
    new = min(sum(one.new for one in load.values()), allowed)
    return Today(
        due=due,
        new=new,
        minutes=max(round((due + new) * seconds_each(days) / 60), 1),
        banks=tuple(_sources(banks, load, allowed)),
        begun=bool(days),
    )


def seconds_each(days: Sequence[Day]) -> float:
    """How long a question took on the latest days."""
    latest = days[-_DAYS:]
    answers = sum(day.answers for day in latest)
    if not answers:
        return _USUAL_SECONDS
    return min(max(sum(day.ms for day in latest) / answers / 1000, _FEWEST), _MOST)


def _sources(
    banks: Sequence[ListedBank], load: dict[str, Workload], allowed: int
) -> Iterable[ListedBank]:
    """The banks with something due, and as many others as the new questions need."""
    for one in banks:
        work = load.get(one.summary.id or "")
        if work is None:
            continue
        if work.due or (work.new and allowed > 0):
            allowed -= work.new
            yield one
