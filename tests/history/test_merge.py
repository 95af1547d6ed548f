"""Results that were handed in: read as they are, entered once, tabled for the teacher."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.history import class_tables, results
from quizgen.history.forget import forget
from quizgen.history.log import History
from quizgen.history.merge import merge
from quizgen.history.open import FILE_NAME, open_history
from quizgen.history.rebuild import differences
from quizgen.model.errors import FileError, UsageError
from quizgen.study.session import Asked, Mode, Session

from .talks import DAY, MET, NOON, TALK, answers, take


def handed_in(folder: Path, name: str, *sessions: tuple[str, ...], learner: str = "") -> Path:
    """The file of a student with these sessions, from a machine of their own."""
    path = folder / f"{name}.json"
    with open_history(folder / name) as history:
        for number, given in enumerate(sessions):
            session = take(history, *given, learner=learner or name, at=NOON + number * DAY)
            results.hand_in(path, results.sessions_of(history, [session.id]))
    return path


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [
        handed_in(tmp_path, "anna", ("On Monday", "Mr Lund")),
        handed_in(tmp_path, "ben", ("On Sunday", "nobody"), ("On Monday", "nobody")),
        handed_in(tmp_path, "cleo", ("On Monday",), learner="me"),
    ]


def table(history: History, paths: list[Path]) -> list[list[str]]:
    merged = merge(history, paths, at=NOON)
    sessions = {key for one in merged for key in one.sessions}
    return list(
        class_tables.spread(
            class_tables.attempts_table(class_tables.tries(history, sessions=sessions))
        )
    )


def test_where_one_was_and_what_was_edited_travel_along(tmp_path: Path) -> None:
    edited = Asked("talk", "met", replace(MET, stem="On which day did they meet?"), MET.options)
    with open_history(tmp_path / "anna") as history:
        items = tuple(Asked("talk", one.id or "", one) for one in TALK)
        session = Session("s", history.learner("anna", at=NOON), Mode.EXAM, 1, items, started=NOON)
        history.start(session, at=NOON)
        for number, move in enumerate(
            (
                lambda s, stamp: s.go(1, **stamp),
                lambda s, stamp: s.mark(**stamp),
                lambda s, stamp: s.go(0, **stamp),
                lambda s, stamp: s.reload(edited, **stamp),
            )
        ):
            session = move(session, {"id": f"e{number}", "at": NOON + number})
            history.append(session)
        path = tmp_path / "anna.json"
        results.hand_in(path, results.sessions_of(history, ["s"]))
    with open_history(tmp_path / "teacher") as teacher:
        merge(teacher, [path], at=NOON)
        merge(teacher, [path], at=NOON)
        there = teacher.load("s")
        assert there.events == session.events
        assert (there.items, there.position) == (session.items, 0)
    forget(tmp_path / "anna" / FILE_NAME, "anna")
    with open_history(tmp_path / "anna") as history:
        rows = history.reader.execute("SELECT count(*) FROM questions").fetchone()
        assert rows == (0,)


def test_every_attempt_of_everybody_is_a_row(tmp_path: Path, files: list[Path]) -> None:
    with open_history(tmp_path / "teacher") as history:
        head, *rows = table(history, files)
        assert head[8:] == ["met When did they meet?", "wants Who wants the bridge?"]
        assert [(row[0], row[1], row[4], row[5], *row[8:]) for row in rows] == [
            ("anna", "1", "2", "2", "1", "1"),
            ("ben", "1", "0", "2", "0", "0"),
            ("ben", "2", "1", "2", "1", "0"),
            ("cleo", "1", "1", "1", "1", ""),
        ]
        assert differences(history.reader) == 0


def test_merging_twice_changes_nothing(tmp_path: Path, files: list[Path]) -> None:
    with open_history(tmp_path / "teacher") as history:
        first = table(history, files)
    before = answers(tmp_path / "teacher")
    with open_history(tmp_path / "teacher") as history:
        assert table(history, files[::-1]) == first
        assert [one.entered.answers for one in merge(history, files, at=NOON)] == [0, 0, 0]
    assert answers(tmp_path / "teacher") == before
    assert len(before) == 7


def test_only_the_first_attempt_is_analysed(tmp_path: Path, files: list[Path]) -> None:
    with open_history(tmp_path / "teacher") as history:
        merge(history, files, at=NOON)
        given = class_tables.tries(history)
        once = class_tables.tries(history, everyone_once=True)
        assert len(once) == 5
        figures = {one.item: one for one in class_tables.analysis(history, once).items}
        assert class_tables.analysis(history, given).items == tuple(figures.values())
        assert (figures["talk/met"].right, figures["talk/met"].answers) == (2, 3)
        assert (figures["talk/wants"].right, figures["talk/wants"].answers) == (1, 2)
        ben = class_tables.tries(history, learner="ben", banks=["talk"])
        assert [one.right for one in ben] == [False, False, True, False]


def test_cards_say_nothing_about_a_question(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        take(history, "good", "again", mode=Mode.CARDS)
        given = class_tables.tries(history)
        assert [one.right for one in given] == [True, False]
        assert class_tables.analysis(history, given).items == ()


def test_the_raw_verdicts_are_in_the_file(files: list[Path]) -> None:
    body = json.loads(files[1].read_text(encoding="utf-8"))
    assert body["quizgen-results"] == 1
    assert [(row["response"], row["right"]) for row in body["answers"]] == [
        ('"On Sunday"', 0),
        ('"nobody"', 0),
        ('"On Monday"', 1),
        ('"nobody"', 0),
    ]
    assert "retention" not in body["learners"][0]


def test_two_learners_of_one_name_stay_two(tmp_path: Path) -> None:
    one = handed_in(tmp_path / "x", "tom", ("On Monday",))
    other = handed_in(tmp_path / "y", "tom", ("no",), ("no", "no"))
    spoilt(one, sessions=[], session_items=[], events=[], answers=[], finishes=[])
    with open_history(tmp_path / "teacher") as history:
        rows = table(history, [one, other])
        assert list(history.learners().values()) == ["tom", "tom (2)"]
    assert [row[0] for row in rows[1:]] == ["tom (2)", "tom (2)"]


def test_a_whole_history_can_be_merged(tmp_path: Path, files: list[Path]) -> None:
    with open_history(tmp_path / "ben") as history:
        sessions = results.all_sessions(history)
        path = tmp_path / "all.json"
        path.write_text(results.dumps(results.sessions_of(history, sessions)), encoding="utf-8")
    with open_history(tmp_path / "new") as history:
        (done,) = merge(history, [path], at=NOON)
        assert done.entered.answers == 4
        (again,) = merge(history, [tmp_path / "ben" / "history.db"], at=NOON)
        assert again.entered.answers == 0
        assert history.load(sessions[0]).score.answered == 2
    assert answers(tmp_path / "new") == answers(tmp_path / "ben")


def test_ones_own_answers_of_another_machine_become_ones_own_again(tmp_path: Path) -> None:
    old = handed_in(tmp_path, "laptop", ("On Monday", "nobody"), learner="me")
    with open_history(tmp_path / "new") as history:
        take(history, "On Sunday", at=NOON + 9 * DAY)
        merge(history, [old], at=NOON, into="me")
        merge(history, [tmp_path / "laptop" / "history.db"], at=NOON, into="me")
        assert list(history.learners().values()) == ["me"]
        assert sum(one.answers for one in history.totals("me")) == 3
        assert differences(history.reader) == 0


def test_of_several_learners_none_is_made_one(tmp_path: Path, files: list[Path]) -> None:
    with open_history(tmp_path / "class") as history:
        merge(history, files, at=NOON)
    with open_history(tmp_path / "new") as history:
        with pytest.raises(UsageError, match="“anna”, “ben”, “cleo”"):
            merge(history, [tmp_path / "class" / "history.db"], at=NOON, into="me")
        assert history.session_count() == 0


def spoilt(path: Path, **changes: object) -> None:
    body = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(body | changes), encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"quizgen-results": 2}',
        '{"quizgen-results": 1, "answers": {}}',
        '{"quizgen-results": 1, "answers": [1]}',
        '{"quizgen-results": 1, "learners": [{"id": ["x"]}]}',
        '{"quizgen-results": 1, "learners": [{"id": "\\ud800"}]}',
        '{"quizgen-results": 1, "learners": [{"id": 99999999999999999999999}]}',
        '{"quizgen-results": 1, "learners": [{"name": "x"}]}',
        '{"quizgen-results": 1, "sessions": [{"id": "s", "learner": "somebody else"}]}',
        '{"quizgen-results": 1, "learners": [{"id": "l"}]}',
        '{"quizgen-results": 1, "learners": [{"id": "l", "name": null, "at": "x"}]}',
        "[" * 100_000,
        "name: value",
    ],
)
def test_what_is_no_results_file_is_refused(
    tmp_path: Path, files: list[Path], content: str
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(content, encoding="utf-8")
    with (
        open_history(tmp_path / "teacher") as history,
        pytest.raises(FileError, match=r"bad\.json"),
    ):
        merge(history, [files[0], bad], at=NOON)
    assert len(answers(tmp_path / "teacher")) <= 2


@pytest.mark.parametrize("table_name", ["answers", "events", "session_items", "questions"])
def test_a_file_with_a_row_changed_or_missing_is_refused_whole(
    tmp_path: Path, files: list[Path], table_name: str
) -> None:
    rows = json.loads(files[1].read_text(encoding="utf-8"))[table_name]
    with open_history(tmp_path / "teacher") as history:
        if table_name != "answers":
            spoilt(files[1], **{table_name: rows[1:]})
            with pytest.raises(FileError, match=r"contradict|cannot be"):
                merge(history, [files[1]], at=NOON)
        rows[0]["at" if "at" in rows[0] else "content"] = {"answers": "soon"}.get(table_name)
        spoilt(files[1], **{table_name: rows})
        with pytest.raises(FileError, match=r"contradict|cannot be"):
            merge(history, [files[1]], at=NOON)
        assert history.session_count() == 0
        assert history.learners() == {}


@pytest.mark.parametrize(
    ("table_name", "change"),
    [
        ("answers", {"at": 10**17}),
        ("answers", {"at": -1}),
        ("answers", {"day": 10**9}),
        ("answers", {"ms": -5}),
        ("answers", {"attempt": 0}),
        ("answers", {"mode": "cheat"}),
        ("answers", {"response": "7"}),
        ("answers", {"response": '["x", 7]'}),
        ("answers", {"response": "{"}),
        ("answers", {"right": 2}),
        ("sessions", {"at": 10**17}),
        ("sessions", {"mode": None}),
        ("session_items", {"options": "{}"}),
        ("learners", {"name": "  "}),
        ("learners", {"name": "x" * 300}),
        ("questions", {"text": "{}"}),
        ("questions", {"text": '{"kind": "choice", "stem": 5, "key": "x", "wrong": []}'}),
        ("questions", {"text": '{"kind": "choice", "stem": "?", "key": ["x"], "wrong": []}'}),
        ("questions", {"text": '{"kind": "choice", "stem": "?", "key": "x", "wrong": [5]}'}),
        ("questions", {"text": '{"kind": "number", "stem": "?", "key": "x"}'}),
        ("questions", {"text": '{"kind": "poem", "stem": "?"}'}),
    ],
)
def test_values_that_quizgen_never_writes_are_refused(
    tmp_path: Path, files: list[Path], table_name: str, change: dict[str, object]
) -> None:
    rows = json.loads(files[0].read_text(encoding="utf-8"))[table_name]
    rows[0] |= change
    spoilt(files[0], **{table_name: rows})
    with open_history(tmp_path / "teacher") as history:
        with pytest.raises(FileError, match=r"anna\.json"):
            merge(history, [files[0]], at=NOON)
        assert history.learners() == {}
        assert class_tables.tries(history) == []


def test_handing_in_never_overwrites_a_file_of_somebody_else(tmp_path: Path) -> None:
    path = tmp_path / "essay.json"
    path.write_text("my essay", encoding="utf-8")
    with open_history(tmp_path / "me") as history:
        session = take(history, "On Monday")
        with pytest.raises(FileError, match="no results file"):
            results.hand_in(path, results.sessions_of(history, [session.id]))
    assert path.read_text(encoding="utf-8") == "my essay"


def test_no_cell_holds_what_a_terminal_would_obey(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "x", ("On Monday", "a\x1b[2Jb\nc"), learner="Eve\x9b31m")
    with open_history(tmp_path / "teacher") as history:
        table(history, [path])
        long = list(class_tables.spread(class_tables.answers_table(class_tables.tries(history))))
    assert long[2][0] == "Eve\ufffd31m"
    assert long[2][7] == "a\ufffd[2Jb\nc"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    path = handed_in(tmp_path, "x", ("On Monday", "=HYPERLINK(1)"), learner="=cmd|' /C calc'!A0")
    with open_history(tmp_path / "teacher") as history:
        rows = table(history, [path])
        long = list(class_tables.spread(class_tables.answers_table(class_tables.tries(history))))
    assert rows[1][0].startswith("'=cmd")
    assert long[2][7] == "'=HYPERLINK(1)"
