"""A teacher's own bank: begun, opened in an editor, checked on return."""

import os
import stat
import sys
from pathlib import Path

import pytest

from quizgen.bank.reader import read_bank
from quizgen.cli.main import main
from quizgen.files.shell import in_shell
from quizgen.library.editors import command, editor
from quizgen.library.places import bundled_questions, find_banks, learner_questions
from quizgen.model.errors import UsageError

BUNDLED = "g20-2017-putin-news-conference"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def editing(tmp_path, monkeypatch):
    """An editor that notes how it was called and does to the file what it is told to."""

    def make(body: str, name: str = "gvim") -> Path:
        script = tmp_path / "bin" / name
        script.parent.mkdir(exist_ok=True)
        script.write_text(
            f"#!{sys.executable}\nimport sys, pathlib\n"
            f"pathlib.Path({str(tmp_path / 'called')!r}).write_text('\\n'.join(sys.argv[1:]))\n"
            f"path = pathlib.Path(sys.argv[-1]); text = path.read_text(encoding='utf-8')\n{body}\n",
            encoding="utf-8",
        )
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("VISUAL", str(script))
        return tmp_path / "called"

    return make


def test_a_new_bank_is_sound_and_says_how_to_go_on(here, capsys):
    assert main(["new", "Snails & bees", "--title", "Snails: an introduction"]) == 0
    path = here / "questions" / "Snails & bees.yaml"
    assert f"quizgen edit {in_shell(path.relative_to(here))}" in capsys.readouterr().err
    read = read_bank(path)
    assert read.problems == ()
    assert (read.bank.id, read.bank.title) == ("Snails-bees", "Snails: an introduction")
    assert [question.kind for question in read.bank.questions] == ["choice", "truefalse", "short"]
    assert (here / "questions" / "quizgen-bank.schema.json").exists()
    assert main(["check", "--strict", str(path)]) == 0


def test_a_new_bank_names_its_transcript_and_writes_over_nothing(here, capsys):
    (here / "talk.txt").write_text("Ann Lee: Good morning.\n", encoding="utf-8")
    assert main(["new", "lessons/bank.yaml", "--source", "talk.txt"]) == 0
    bank = here / "lessons" / "bank.yaml"
    assert read_bank(bank).bank.source == "../talk.txt"
    before = bank.read_bytes()
    assert main(["new", "lessons/bank.yaml"]) == 2
    assert "exists already" in capsys.readouterr().err
    assert bank.read_bytes() == before


def test_a_new_question_gets_its_id_when_the_editor_closes(here, editing, capsys):
    main(["new", "lesson"])
    called = editing(
        "path.write_text(text + '\\n- question: Mine\\n  answer: a\\n  wrong: [b]\\n')"
    )
    assert main(["edit", "lesson"]) == 0
    assert called.read_text().splitlines() == ["+1", str(Path("questions/lesson.yaml"))]
    bank = read_bank(here / "questions" / "lesson.yaml").bank
    assert all(question.id for question in bank.questions)
    assert bank.questions[-1].stem == "Mine"
    assert "nothing wrong" in capsys.readouterr().err


def test_it_opens_at_the_question_named(here, editing, capsys):
    main(["generate", str(bundled_questions().parent / "seeds" / f"{BUNDLED}.txt")])
    called = editing("")
    path = here / "questions" / f"{BUNDLED}.yaml"
    third = read_bank(path).bank.questions[2]
    assert main(["edit", str(path), third.id]) == 0
    assert called.read_text().splitlines() == [f"+{third.place.line}", str(path)]
    assert f"question: {third.stem}" in path.read_text("utf-8").splitlines()[third.place.line - 1]
    capsys.readouterr()
    assert main(["edit", str(path), "nosuchid"]) == 2
    assert third.id in capsys.readouterr().err


def test_problems_are_shown_on_return_and_nothing_is_touched(here, editing, capsys):
    main(["new", "lesson"])
    editing("path.write_text(text + '\\n- question: He said: no\\n  answer: a\\n  wrong: [b]\\n')")
    assert main(["edit", "lesson"]) == 1
    assert "(colon-in-text)" in capsys.readouterr().out
    text = (here / "questions" / "lesson.yaml").read_text(encoding="utf-8")
    assert text.endswith("- question: He said: no\n  answer: a\n  wrong: [b]\n")


def test_the_next_time_it_opens_at_the_first_problem(here, editing):
    main(["new", "lesson"])
    path = here / "questions" / "lesson.yaml"
    lines = path.read_text(encoding="utf-8").count("\n")
    path.write_text(path.read_text(encoding="utf-8") + "\n- question: Who?\n", encoding="utf-8")
    called = editing("path.write_text(text + '  answer: Ann\\n')")
    assert main(["edit", str(path)]) == 0
    assert called.read_text().splitlines()[0] == f"+{lines + 2}"


def test_a_bundled_bank_is_copied_with_its_transcript_before_it_is_changed(here, editing):
    before = (bundled_questions() / f"{BUNDLED}.yaml").read_bytes()
    editing("path.write_text(text.replace('title: ', 'title: My '), encoding='utf-8')")
    assert main(["edit", BUNDLED]) == 0
    copy = learner_questions() / f"{BUNDLED}.yaml"
    bank = read_bank(copy).bank
    assert bank.title.startswith("My ")
    assert (copy.parent / bank.source).is_file()
    assert copy.with_name(f"{BUNDLED}.lock.json").is_file()
    assert (bundled_questions() / f"{BUNDLED}.yaml").read_bytes() == before
    assert [path for path in find_banks() if path.stem == BUNDLED] == [copy]
    assert main(["check", str(copy)]) == 0


def test_in_a_checkout_a_name_gives_a_copy_and_a_path_the_file_itself(here, editing, monkeypatch):
    shipped = here / "questions" / "ferry.yaml"
    main(["new", "ferry"])
    monkeypatch.setattr("quizgen.library.places.bundled_questions", lambda: here / "questions")
    before = shipped.read_bytes()
    editing("path.write_text(text.replace('title: ', 'title: My '), encoding='utf-8')")
    assert main(["edit", "ferry"]) == 0
    assert shipped.read_bytes() == before
    assert read_bank(learner_questions() / "ferry.yaml").bank.title.startswith("My ")
    assert main(["edit", "questions/ferry.yaml"]) == 0
    assert read_bank(shipped).bank.title.startswith("My ")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vim -n", ["vim", "-n", "+7", "b.yaml"]),
        ("/usr/bin/nano", ["/usr/bin/nano", "+7", "b.yaml"]),
        ("code", ["code", "--wait", "--goto", "b.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "b.yaml:7"]),
        ("hx", ["hx", "b.yaml:7"]),
        ("'my editor' --x", ["my editor", "--x", "b.yaml"]),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="words are split as a Unix shell does")
def test_editors_are_called_as_each_wants_it(words, expected, monkeypatch):
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", words)
    assert command(editor(), Path("b.yaml"), 7) == expected


def test_without_a_named_editor_vs_code_or_the_systems_is_taken(monkeypatch):
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert editor(lambda name: "/bin/x" if name in {"code", "vi"} else None) == ["code"]
    assert editor(lambda name: "/bin/x" if name == "vi" else None) == ["vi"]
    with pytest.raises(UsageError, match="no editor"):
        editor(lambda name: None)


def test_an_editor_that_is_not_there_is_told(here, monkeypatch, capsys):
    main(["new", "lesson"])
    monkeypatch.setenv("VISUAL", "no-such-editor-here")
    assert main(["edit", "lesson"]) == 2
    assert "cannot be started" in capsys.readouterr().err


def test_an_editor_that_wants_keys_is_not_started_where_there_are_none(here, editing, capsys):
    main(["new", "lesson"])
    called = editing("", name="vim")
    assert main(["edit", "lesson"]) == 2
    assert "needs a terminal" in (said := capsys.readouterr().err)
    assert f"{Path('questions') / 'lesson.yaml'}:1" in said
    assert not called.exists()


@pytest.mark.parametrize("name", ["", ".", "..", " ", "lessons/", "?"])
def test_what_is_no_name_for_a_bank_is_refused(here, capsys, name):
    assert main(["new", name]) == 2
    assert f"“{name}” is no name for a bank" in capsys.readouterr().err
    assert list(here.iterdir()) == []


def test_a_bare_name_is_made_fit_for_a_file_on_any_system(here):
    assert main(["new", "bees: what?"]) == 0
    assert (here / "questions" / "bees- what.yaml").is_file()


def test_a_name_with_a_slash_is_a_path_and_that_is_said(here, capsys):
    assert main(["new", "bees/wasps"]) == 0
    assert (here / "bees" / "wasps.yaml").is_file()
    assert "elsewhere, so name it by its path" in capsys.readouterr().err
    assert main(["check", "bees/wasps"]) == 0
    capsys.readouterr()
    assert main(["new", "ants"]) == 0
    assert "elsewhere" not in capsys.readouterr().err
