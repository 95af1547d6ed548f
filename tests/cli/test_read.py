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


def test_text_shows_head_speakers_and_line_numbers(capsys):
    assert main(["read", SEED]) == 0
    out = capsys.readouterr().out
    assert "2017-07-08" in out
    assert "9 turns  President of Russia" in out


def test_bad_input_is_a_message_and_exit_two(tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    for name in ("missing.txt", ".", "empty.txt"):
        assert main(["read", str(tmp_path / name)]) == 2
        assert "quizgen: " in capsys.readouterr().err
