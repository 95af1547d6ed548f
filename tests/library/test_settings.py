"""The learner's settings, in a file that a person may edit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.library.settings import FILE_NAME, Settings, keep_settings, read_settings


def test_without_a_file_all_is_as_usual(sealed):
    assert read_settings() == (Settings(), ())


def test_what_is_kept_is_read_again(sealed):
    wished = Settings(
        learner="Ida: the # first", theme="quizgen-light", second_try=True, exact=True, day_start=0
    )
    keep_settings(wished)
    assert read_settings() == (wished, ())


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20))
def test_any_name_survives(name):
    name = " ".join(name.split()) or "x"
    keep_settings(Settings(learner=name))
    assert read_settings()[0].learner == name


def test_a_change_leaves_comments_and_keys_alone(sealed):
    page = "# mine\nlearner: Bo   # not Ida\nkeymap:\n  session.flag: F\nsecond_try: on\n"
    (sealed / FILE_NAME).write_text(page, encoding="utf-8")
    now, problems = read_settings()
    assert problems == ()
    assert (now.learner, now.second_try, dict(now.keymap)) == ("Bo", True, {"session.flag": "F"})
    keep_settings(now)
    text = (sealed / FILE_NAME).read_text(encoding="utf-8")
    assert text.startswith(
        "# mine\nlearner: Bo   # not Ida\nkeymap:\n  session.flag: F\nsecond_try: yes\n"
    )
    assert read_settings()[0] == now


def test_what_makes_no_sense_is_told_and_passed_over(sealed):
    page = "learner: [Bo]\nday_start: 25\nspeed: fast\nexact: yes\n"
    (sealed / FILE_NAME).write_text(page, encoding="utf-8")
    now, problems = read_settings()
    assert now == Settings(exact=True)
    assert [problem.line for problem in problems] == [1, 2, 3]


def test_a_file_that_is_no_text_is_told(sealed):
    (sealed / FILE_NAME).write_bytes(b"\xff\xfe\x00")
    now, problems = read_settings()
    assert now == Settings()
    assert problems


KEYS = "keymap:\n  # mine\n  session.flag: F   # as in Flag\n  session.undo: [z, u]\nexact: yes\n"


def test_keys_are_read_with_their_places(sealed):
    (sealed / FILE_NAME).write_text(KEYS, encoding="utf-8")
    now, problems = read_settings()
    assert problems == ()
    assert dict(now.keymap) == {"session.flag": "F", "session.undo": "z,u"}
    assert now.key_places == {"session.flag": (3, 3), "session.undo": (4, 3)}


@pytest.mark.parametrize(
    ("wishes", "page"),
    [
        (
            {"session.flag": "F", "session.undo": "z,u"},
            "  # mine\n  session.flag: F   # as in Flag",
        ),
        ({"session.flag": "!"}, '  # mine\n  session.flag: "!"   # as in Flag\nexact'),
        ({"session.undo": "z"}, "  # mine\n  session.undo: z\nexact"),
        (
            {"session.flag": "F", "session.undo": "z", "session.more": "question_mark"},
            "  session.undo: z\n  session.more: question_mark\nexact",
        ),
    ],
)
def test_a_changed_key_leaves_the_lines_of_others_alone(sealed, wishes, page):
    (sealed / FILE_NAME).write_text(KEYS, encoding="utf-8")
    keep_settings(replace(read_settings()[0], keymap=wishes))
    assert page in (sealed / FILE_NAME).read_text(encoding="utf-8")
    assert dict(read_settings()[0].keymap) == wishes


@pytest.mark.parametrize("page", ["", "# mine", "keymap: {session.flag: F}\n", "keymap:\n", KEYS])
@pytest.mark.parametrize("wishes", [{}, {"session.more": "comma"}, {"a b": "#", "c: d": "'"}])
def test_keys_are_kept_whatever_the_page_was(sealed, page, wishes):
    (sealed / FILE_NAME).write_text(page, encoding="utf-8")
    keep_settings(replace(read_settings()[0], keymap=wishes))
    now, problems = read_settings()
    assert problems == ()
    assert dict(now.keymap) == wishes
