"""The page about wording: its file is one, its commands are commands."""

import re
import shlex
from pathlib import Path

from quizgen.cli.main import main
from quizgen.rules.wording_file import read_wording, stems

PAGE = (Path(__file__).parents[2] / "docs" / "wording.md").read_text(encoding="utf-8")
TALK = Path(__file__).parent / "talks" / "es.txt"
COMMANDS = [
    line.split("#")[0].strip()
    for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    for line in block.splitlines()
]


def test_the_example_is_a_wording_file(tmp_path):
    [example] = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path / "words.yaml"
    path.write_text(example, encoding="utf-8")
    assert set(read_wording(path)) <= set(stems())
    assert len(read_wording(path)) == 4


def test_the_commands_of_the_page_work_one_after_the_other(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("talk.txt", "debate.txt"):
        Path(name).write_text(TALK.read_text(encoding="utf-8"), encoding="utf-8")
    for command in COMMANDS:
        words, _, target = command.partition(" > ")
        program, *words = shlex.split(words)
        assert program == "quizgen"
        assert main(words) == 0
        if target:
            Path(target).write_text(capsys.readouterr().out, encoding="utf-8")
    assert len(COMMANDS) == 4
