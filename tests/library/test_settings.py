"""The learner's settings, in a file that a person may edit."""

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
    assert text.startswith("# mine\nlearner: Bo\nkeymap:\n  session.flag: F\nsecond_try: yes\n")
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
