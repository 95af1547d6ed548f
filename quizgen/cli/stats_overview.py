"""What ``quizgen stats`` shows of a learner, or of all: gathered once, then put in any form."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.plots import bar, sparkline
from quizgen.history.figures import BankTotals
from quizgen.history.progress import Day, Ground, Share
from quizgen.model.counted import many
from quizgen.study.schedule import date_of
from quizgen.study.statistics import Retention, weekly
from quizgen.tui.plots import Tried, shares_over_time

if TYPE_CHECKING:
    from quizgen.history.log import History

_GROUNDS: tuple[Ground, ...] = ("topic", "speaker", "rule")
_WIDTH = 78  # columns of a plot
_DAYS = 28
_WEAKEST = 5
_ENOUGH = 3  # so many tries before something is called weak
_HEAD = ("bank", "sessions", "answers", "right", "held right", "flagged", "last")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures; those from ``days`` on are empty where several learners are looked at."""

    path: Path
    learner: str | None = None
    sessions: int = 0
    banks: tuple[BankTotals, ...] = ()
    grounds: dict[Ground, list[Share]] = field(default_factory=dict)
    today: int = 0
    days: tuple[Day, ...] = ()
    forecast: tuple[int, ...] = ()
    retention: tuple[Retention, ...] = ()


def nothing(path: Path) -> Figures:
    """The figures where no history is."""
    return Figures(path=path)


def gather(
    history: "History", path: Path, learner: str | None, banks: list[str] | None, *, at: int
) -> Figures:
    """Read the figures of the learner so named, or of all; of some banks, or of all."""
    learners = history.learners()
    ids = {name: key for key, name in learners.items()}
    if learner is None and len(ids) == 1:
        learner = next(iter(ids))
    key = ids.get(learner) if learner is not None else None
    totals = history.totals(learner)
    figures = Figures(
        path=path,
        learner=learner,
        sessions=history.session_count(learner),
        banks=tuple(one for one in totals if banks is None or one.bank in banks),
    )
    if learner is not None and key is None:
        return figures
    figures = replace(figures, grounds=history.breakdown(key, *_GROUNDS))
    if key is None:
        return figures
    return replace(
        figures,
        today=history.today(key, at=at),
        days=tuple(history.calendar(key)),
        forecast=history.forecast(key, banks, at=at),
        retention=tuple(history.retention(key)),
    )


def lines(figures: Figures) -> list[str]:
    """The figures as tables and small plots."""
    shown = _columns([_HEAD, *map(_row, figures.banks)])
    if figures.days:
        shown += ["", *_time(figures), *_memory(figures), *_course(figures)]
    for ground, shares in figures.grounds.items():
        shown += _weakest(ground, shares)
    return shown


def as_json(figures: Figures) -> str:
    """The figures for programs; days are dates."""
    body = {
        "history": str(figures.path),
        "learner": figures.learner,
        "sessions": figures.sessions,
        "answers": sum(bank.answers for bank in figures.banks),
        "first_tries": sum(bank.first_tries for bank in figures.banks),
        "right": sum(bank.right for bank in figures.banks),
        "banks": [{**asdict(bank), "score": _share(bank)} for bank in figures.banks],
        "days": [{**asdict(one), "day": _date(one.day)} for one in figures.days],
        "due": [
            {"day": _date(figures.today + ahead), "due": due}
            for ahead, due in enumerate(figures.forecast)
        ],
        "retention": [{**asdict(one), "day": _date(one.day)} for one in figures.retention],
        **{
            f"{ground}s": [asdict(one) for one in shares]
            for ground, shares in figures.grounds.items()
        },
    }
    return json.dumps(body, ensure_ascii=False, indent=2)


def table(figures: Figures) -> list[list[object]]:
    """The banks as rows of cells."""
    heads = ["bank", "sessions", "answers", "first tries", "right", "score", "held right"]
    rows: list[list[object]] = [[*heads, "flagged", "last"]]
    for one in figures.banks:
        share = _share(one)
        rows.append(
            [
                *(one.bank, one.sessions, one.answers, one.first_tries, one.right),
                *("" if share is None else share, one.overridden, one.flagged),
                _moment(one.last_at).strftime("%Y-%m-%d"),
            ]
        )
    return rows


def _time(figures: Figures) -> list[str]:
    days = {one.day: one for one in figures.days}
    last = [days.get(figures.today - back) for back in range(_DAYS - 1, -1, -1)]
    today = days.get(figures.today)
    spent = sum(one.ms for one in figures.days)
    plot = sparkline([one.answers if one else 0 for one in last])
    done = many(today.answers if today else 0, "answer")
    return [
        f"today        {done}, {_minutes(today.ms if today else 0)}",
        f"all in all   {_minutes(spent)} on {many(len(days), 'day')}",
        f"four weeks   {plot}  answers a day",
    ]


def _memory(figures: Figures) -> list[str]:
    due, later = figures.forecast[0], figures.forecast[1:]
    plot = sparkline(figures.forecast)
    shown = [f"due          {due} today, {sum(later)} in the {len(later)} days after  {plot}"]
    reviews = sum(one.reviews for one in figures.retention)
    if not reviews:
        return [*shown, "kept in mind nothing came back on a later day so far"]
    kept = sum(one.kept for one in figures.retention)
    line = f"kept in mind {kept / reviews:.0%} of {reviews} questions that came back on a later day"
    return [*shown, line]


def _course(figures: Figures) -> list[str]:
    """Scores and what was kept in mind, over time."""
    scores = [Tried(one.day, one.right, one.tries) for one in figures.days]
    shown = ["", "right at the first try, by day", *shares_over_time(scores, width=_WIDTH)]
    kept = [Tried(one.day, one.kept, one.reviews) for one in weekly(figures.retention)]
    plot = shares_over_time(kept, width=_WIDTH, step=7)
    return [*shown, "", "still known when it came back, by week", *plot] if plot else shown


def _weakest(ground: Ground, shares: Sequence[Share]) -> list[str]:
    known = [one for one in shares if one.tries >= _ENOUGH][:_WEAKEST]
    if not known:
        return []
    rows = [(one.name, f"{one.right} of {one.tries}", bar(one.right / one.tries)) for one in known]
    return ["", f"by {ground}, the weakest first", *_columns(rows)]


def _share(bank: BankTotals) -> float | None:
    return round(bank.right / bank.first_tries, 4) if bank.first_tries else None


def _row(bank: BankTotals) -> tuple[str, ...]:
    share = f" ({bank.right / bank.first_tries:.0%})" if bank.first_tries else ""
    return (
        bank.bank,
        str(bank.sessions),
        str(bank.answers),
        f"{bank.right} of {bank.first_tries}{share}",
        str(bank.overridden),
        str(bank.flagged),
        f"{_moment(bank.last_at):%Y-%m-%d}",
    )


def _columns(rows: Iterable[tuple[str, ...]]) -> list[str]:
    rows = list(rows)
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def _moment(at: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(at / 1000).astimezone()


def _date(day: int) -> str:
    return date_of(day).isoformat()


def _minutes(ms: int) -> str:
    hours, minutes = divmod(round(ms / 60_000), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
