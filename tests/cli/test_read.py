import json
from pathlib import Path

from quizgen.cli.main import main

SEED = str(Path(__file__).parents[2] / "seeds" / "g20-2017-putin-news-conference.txt")


def test_json_has_exactly_the_promised_fields(capsys):
    assert main(["read", SEED, "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert list(data) == ["title", "date", "place", "form", "speakers", "turns", "problems"]
    turn = ["index", "speaker", "person", "anonymous", "line", "start", "end", "text", "notes"]
    assert list(data["turns"][0]) == turn
    assert len(data["turns"]) == 18
    assert list(data["speakers"][0]) == ["name", "labels", "anonymous", "turns"]


def test_text_shows_head_speakers_and_line_numbers(capsys):
    assert main(["read", SEED]) == 0
    out = capsys.readouterr().out
    assert "2017-07-08" in out
    assert "9 turns  President of Russia" in out
    assert " 1 turns" not in out


def test_bad_input_is_a_message_and_exit_two(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    for name in ("missing.txt", ".", "empty.txt"):
        assert main(["read", str(tmp_path / name)]) == 2
        assert "quizgen: " in capsys.readouterr().err


def test_the_forms_are_listed(capsys):
    assert main(["read", SEED, "--form", "?"]) == 0
    assert "name-colon" in capsys.readouterr().out.split()


def test_a_form_that_is_not_there_is_told_with_those_that_are(capsys):
    assert main(["read", SEED, "--form", "telepathy"]) == 2
    assert "name-colon" in capsys.readouterr().err


def test_doubts_are_told_with_their_lines(tmp_path, capsys):
    path = tmp_path / "talk.txt"
    lines = ["Anna: One.", "Tom: Two.", "Anna: Three.", "Tomm: Four."]
    path.write_text("\n\n".join([*lines, *["Tom: So on."] * 6, *lines[:1]]), encoding="utf-8")
    assert main(["read", str(path)]) == 0
    err = capsys.readouterr().err
    assert f"{path}:7:1: warning: the label “Tomm” was read as “Tom”" in err


def test_a_refusal_shows_the_lines_that_it_stumbled_over(tmp_path, capsys):
    path = tmp_path / "story.txt"
    path.write_text("Nobody speaks.\n\nIt rains: all day.\n", encoding="utf-8")
    assert main(["read", str(path)]) == 2
    err = capsys.readouterr().err
    assert "line 1: Nobody speaks." in err
    assert "--form" in err


def test_a_corrections_file_is_begun_once(tmp_path, capsys):
    path = tmp_path / "talk.txt"
    path.write_text(Path(SEED).read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["read", str(path), "--write-corrections"]) == 0
    made = tmp_path / "talk.quizgen.yaml"
    assert "# title: " in made.read_text(encoding="utf-8")
    assert main(["read", str(path), "--write-corrections"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_what_a_terminal_would_obey_is_not_printed(tmp_path, capsys):
    path = tmp_path / "talk.txt"
    path.write_text("Anna: a \x1b[2J b.\nTom: b.\nAnna: c.\n", encoding="utf-8")
    assert main(["read", str(path)]) == 0
    assert "\x1b" not in capsys.readouterr().out
