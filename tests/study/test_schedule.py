"""When things are due: whole study days, the same for everybody, whatever the clock does."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from fsrs import Card as TheirCard
from fsrs import Rating
from fsrs import Scheduler as Theirs
from hypothesis import given
from hypothesis import strategies as st

from quizgen.study.schedule import (
    Grade,
    Scheduler,
    date_of,
    explain,
    forecast,
    grade_of,
    is_due,
    study_day,
)

BERLIN, TOKYO, HONOLULU = map(ZoneInfo, ("Europe/Berlin", "Asia/Tokyo", "Pacific/Honolulu"))
FOUR = 240
TODAY = study_day(int(datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp() * 1000), day_start=0)


def ms(*parts: int, zone: ZoneInfo = BERLIN) -> int:
    return int(datetime(*parts, tzinfo=zone).timestamp() * 1000)  # type: ignore[arg-type,misc]


def day(*parts: int, zone: ZoneInfo = BERLIN, day_start: int = FOUR) -> str:
    found = study_day(ms(*parts, zone=zone), day_start=day_start, zone=zone)
    return date_of(found).isoformat()


def always(grade: Grade, times: int, retention: float = 0.9) -> list[int]:
    """The days between the answers of one who answers on the day, always alike."""
    scheduler, card, gaps = Scheduler(retention), None, []
    for _ in range(times):
        card = scheduler.after(card, grade, card.due if card else TODAY)
        gaps.append(card.due - card.day)
    return gaps


def test_the_days_are_those_of_fsrs() -> None:
    assert always(Grade.GOOD, 4) == [2, 11, 46, 163]
    assert always(Grade.EASY, 4) == [8, 66, 397, 1875]
    assert always(Grade.HARD, 4) == [1, 3, 7, 12]
    assert always(Grade.AGAIN, 3) == [1, 1, 1]


def test_who_wishes_to_know_more_is_asked_sooner() -> None:
    assert always(Grade.GOOD, 3, 0.95) < always(Grade.GOOD, 3) < always(Grade.GOOD, 3, 0.8)


@given(st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 400)), min_size=1, max_size=30))
def test_a_card_is_what_py_fsrs_makes_of_the_same_answers(steps: list[tuple[Grade, int]]) -> None:
    theirs = Theirs(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, moment = TheirCard(card_id=1), datetime(2020, 1, 1, tzinfo=UTC)
    first = (moment - datetime(1970, 1, 1, tzinfo=UTC)).days
    at, reviews = first, []
    for grade, gap in steps:
        at += gap
        card, _ = theirs.review_card(card, Rating(grade), moment + timedelta(days=at - first))
        reviews.append((grade, at))
    ours = Scheduler(0.9).replay(reviews)
    assert ours is not None
    assert (ours.stability, ours.difficulty) == (card.stability, card.difficulty)
    assert date_of(ours.due) == card.due.date()
    assert (ours.first, ours.day, ours.reps) == (first + steps[0][1], at, len(steps))
    assert ours.lapses == sum(grade is Grade.AGAIN for grade, _ in steps)


@given(st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 40_000_000)), max_size=12))
def test_no_clock_is_mad_enough_to_break_a_date(reviews: list[tuple[Grade, int]]) -> None:
    card = Scheduler(0.9).replay(reviews)
    for today in (0, TODAY):
        assert explain(card, today, retention=0.9).startswith(("Due", "New"))


def test_right_is_good_wrong_again_and_help_makes_it_hard() -> None:
    usual = {"mode": "practice", "response": None, "hinted": False, "attempt": 1, "eased": False}
    assert grade_of(right=True, **usual) is Grade.GOOD  # type: ignore[arg-type]
    assert grade_of(right=False, **usual) is Grade.AGAIN  # type: ignore[arg-type]
    assert grade_of(right=True, **{**usual, "hinted": True}) is Grade.HARD  # type: ignore[arg-type]
    assert grade_of(right=True, **{**usual, "attempt": 2}) is Grade.HARD  # type: ignore[arg-type]
    assert grade_of(right=True, **{**usual, "eased": True}) is Grade.EASY  # type: ignore[arg-type]
    assert grade_of(right=False, **{**usual, "eased": True}) is Grade.AGAIN  # type: ignore[arg-type]
    assert grade_of(right=True, **{**usual, "mode": "cram"}) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("grade", Grade)
def test_in_cards_the_learner_grades(grade: Grade) -> None:
    said = grade.name.lower()
    found = grade_of(
        mode="cards", response=said, right=said != "again", hinted=True, attempt=1, eased=False
    )
    assert found is grade


def test_a_night_belongs_to_the_day_before() -> None:
    assert day(2026, 3, 10, 23, 59) == day(2026, 3, 11, 3, 59) == "2026-03-10"
    assert day(2026, 3, 11, 4, 0) == "2026-03-11"
    assert day(2026, 3, 11, 0, 0, day_start=0) == "2026-03-11"


def test_summer_time_makes_no_day_longer_or_shorter() -> None:
    for month, date in ((3, 29), (10, 25)):  # the clocks change in the night to these Sundays
        days = [
            study_day(ms(2026, month, date + ahead, hour, 5), day_start=FOUR, zone=BERLIN)
            for ahead in (-1, 0, 1)
            for hour in (4, 23)
        ]
        assert days == [days[0] + ahead for ahead in (0, 0, 1, 1, 2, 2)]
    assert day(2026, 3, 29, 3, 30) == "2026-03-28"  # one hour after 1:30
    assert day(2026, 10, 25, 2, 30) == "2026-10-24"  # there are two of these


def test_a_journey_changes_the_day_to_the_one_of_the_place() -> None:
    moment = ms(2026, 6, 1, 20, 0)  # in Berlin; the next morning in Tokyo
    assert date_of(study_day(moment, day_start=FOUR, zone=TOKYO)).isoformat() == "2026-06-01"
    later = moment + 3_600_000 * 2
    assert date_of(study_day(later, day_start=FOUR, zone=TOKYO)).isoformat() == "2026-06-02"
    assert date_of(study_day(later, day_start=FOUR, zone=HONOLULU)).isoformat() == "2026-06-01"


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    """py-fsrs counts 24 hours: without study days this would be the same day to it."""
    scheduler = Scheduler(0.9)
    evening = study_day(ms(2026, 6, 1, 23, 0), day_start=FOUR, zone=BERLIN)
    morning = study_day(ms(2026, 6, 2, 8, 0), day_start=FOUR, zone=BERLIN)
    first = scheduler.after(None, Grade.GOOD, evening)
    assert scheduler.after(first, Grade.GOOD, morning).due - morning > first.due - evening


def test_a_clock_set_back_costs_nothing() -> None:
    scheduler = Scheduler(0.9)
    ahead = scheduler.after(None, Grade.GOOD, TODAY + 1500)  # the clock was four years ahead
    assert is_due(ahead, TODAY)
    assert "clock was wrong" in explain(ahead, TODAY, retention=0.9)
    mended = scheduler.after(ahead, Grade.GOOD, TODAY)
    assert TODAY < mended.due < TODAY + 30
    assert not is_due(mended, TODAY)


def test_the_forecast_counts_what_is_overdue_for_today() -> None:
    dates = [(TODAY + ahead, TODAY - 9) for ahead in (-7, 0, 1, 1, 99)]
    assert forecast(dates, TODAY, 3) == (2, 2, 0)
    assert forecast([(TODAY + 900, TODAY + 800)], TODAY, 3) == (1, 0, 0)


def test_every_date_is_explained() -> None:
    scheduler = Scheduler(0.9)
    missed = scheduler.after(None, Grade.AGAIN, TODAY)
    assert explain(None, TODAY, retention=0.9).startswith("New")
    assert explain(missed, TODAY, retention=0.9) == (
        "Due tomorrow, on 25 November: it was missed today, so it comes back after a day."
    )
    known = scheduler.after(missed, Grade.GOOD, TODAY + 1)
    known = scheduler.after(known, Grade.GOOD, TODAY + 3)
    assert explain(known, TODAY + 5, retention=0.9) == (
        "Due in 4 days, on 3 December: it was known on 27 November (asked 3 times, missed once); "
        "after 6 days the chance that you still know it is down to about 90%."
    )
    assert explain(known, known.due, retention=0.9).startswith("Due today: ")
    assert explain(known, known.due + 60, retention=0.9).startswith("Due since 3 December 2026: ")


def test_the_chance_to_know_it_falls_to_what_was_wished() -> None:
    scheduler = Scheduler(0.8)
    card = scheduler.after(None, Grade.EASY, TODAY)
    assert scheduler.chance(card, TODAY) == 1
    assert scheduler.chance(card, card.due) == pytest.approx(0.8, abs=0.01)
