"""``quizgen generate FOLDER``: every transcript in it, however often the run is stopped."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quizgen.cli.main import main
from quizgen.cli.progress import Progress, in_words
from quizgen.generate.finished import NAME

SEED = Path(__file__).parents[2] / "seeds" / "g20-2017-putin-news-conference.txt"
BANKS = Path("questions")


@pytest.fixture
def talks(tmp_path, monkeypatch):
    """Four transcripts in three folders, and things that are none."""
    text = SEED.read_text(encoding="utf-8")
    half = len(text) // 2
    for name, words in {
        "a.txt": text[:half],
        "b.txt": text[half:],
        "sub/a.txt": text[:half],
        "sub/deep/c.txt": text[half:],
        "notes.md": "Nothing is said here.\n",
        "picture.png": "x",
        ".hidden.txt": text,
        ".git/a.txt": text,
        "a.quizgen.yaml": "title: The first half\n",
    }.items():
        place = tmp_path / "talks" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(words, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "talks"


def banks(folder=BANKS):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != NAME
    }


def generate(*words, jobs="1"):
    return main(["generate", "talks", "--jobs", jobs, *words])


def test_every_transcript_has_its_bank_in_the_same_sub_folder(talks, capsys):
    assert generate() == 3
    names = {name for name in banks() if name.endswith(".yaml")}
    assert names == {"a.yaml", "b.yaml", "sub/a.yaml", "sub/deep/c.yaml"}
    assert b"title: The first half" in banks()["a.yaml"]
    assert b"source: ../../../talks/sub/deep/c.txt" in banks()["sub/deep/c.yaml"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "5 files in" in err
    assert "4 written, 1 without a bank" in err
    assert "notes.md" in err


def test_the_bytes_are_those_of_one_process_and_of_single_files(talks):
    generate("-o", "one")
    generate("-o", "two", jobs="2")
    assert banks(Path("one")) == banks(Path("two"))
    assert main(["generate", "talks/sub/a.txt", "-o", "three/sub"]) == 0
    assert banks(Path("three"))["sub/a.yaml"] == banks(Path("one"))["sub/a.yaml"]


def test_what_is_finished_is_not_made_again(talks, capsys, monkeypatch):
    generate()
    before = banks()
    capsys.readouterr()
    monkeypatch.setattr("quizgen.generate.crew.Crew._submitted", None)  # nobody is there to do it
    assert generate() == 3
    assert "4 finished before" in capsys.readouterr().err
    assert banks() == before


def test_what_a_person_changed_is_looked_at_again_and_kept(talks, capsys):
    generate()
    bank = BANKS / "a.yaml"
    text = bank.read_text(encoding="utf-8")
    mine = text.replace("- question: ", "- question: Mine! ", 1)
    bank.write_text(mine, encoding="utf-8")
    (talks / "b.txt").write_text(SEED.read_text(encoding="utf-8"), encoding="utf-8")
    capsys.readouterr()
    assert generate() == 3
    assert bank.read_text(encoding="utf-8").count("Mine!") == 1
    err = capsys.readouterr().err
    assert "2 finished before" in err
    assert "1 brought up to date" in err
    capsys.readouterr()
    generate()
    assert "4 finished before" in capsys.readouterr().err


def test_a_dry_run_writes_nothing(talks):
    assert generate("--dry-run") == 1
    assert not BANKS.exists()


def test_json_has_a_line_for_every_file(talks, capsys):
    generate("--format", "json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 5
    assert {row["bank"] for row in rows if row.get("changed")} == {
        str(BANKS / name) for name in banks() if name.endswith(".yaml")
    }
    assert ["notes.md" in row["error"] for row in rows if "error" in row] == [True]


def test_two_files_of_one_name_share_no_bank(talks, capsys):
    (talks / "a.vtt").write_text("WEBVTT\n", encoding="utf-8")
    assert generate() == 3
    assert "“a.vtt”" in (err := capsys.readouterr().err) or "“a.txt”" in err
    assert "same bank" in err


def test_banks_inside_the_folder_are_no_transcripts(talks):
    generate("-o", "talks/banks")
    before = banks(talks / "banks")
    generate("-o", "talks/banks")
    assert banks(talks / "banks") == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["talks", "talks/a.txt"], "is a folder"),
        (["talks", "-o", "one.yaml"], "one bank"),
        (["talks", "--restore", "x"], "one bank"),
        (["empty"], "no file"),
    ],
)
def test_what_cannot_be_is_said(talks, capsys, words, said):
    Path("empty").mkdir()
    assert main(["generate", *words]) == 2
    assert said in capsys.readouterr().err
    assert not BANKS.exists()


def test_a_folder_without_any_transcript_makes_nothing(talks, capsys):
    Path("none").mkdir()
    Path("none/a.txt").write_text("no", encoding="utf-8")
    assert main(["generate", "none"]) == 2


def process(*words, **more):
    return subprocess.Popen([sys.executable, "-m", "quizgen", "generate", "talks", *words], **more)


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("signal_", [signal.SIGKILL, signal.SIGINT], ids=["kill", "ctrl-c"])
def test_a_run_that_was_stopped_goes_on_where_it_was(talks, jobs, signal_, capsys):
    text = SEED.read_text(encoding="utf-8")
    for number in range(6):
        (talks / f"x{number}.txt").write_text(text[: 7000 + number], encoding="utf-8")
    generate("-o", "whole")
    run = process("--jobs", jobs, stderr=subprocess.PIPE, start_new_session=True, text=True)
    marks = BANKS / NAME
    while run.poll() is None and not (marks.exists() and marks.read_bytes().count(b"\n") > 2):
        time.sleep(0.01)
    run.send_signal(signal_)
    _, err = run.communicate()
    assert "Traceback" not in err
    if signal_ is signal.SIGINT and run.returncode == 130:
        assert "goes on from here" in err
    capsys.readouterr()
    generate()
    assert "finished before" in capsys.readouterr().err
    assert {k: v for k, v in banks().items() if not k.endswith(".quizgen-tmp")} == banks(
        Path("whole")
    )


def test_a_terminal_sees_how_far_it_is(talks):
    at_once = (  # however quick the machine is
        "import sys\n"
        "from quizgen.cli import progress\n"
        "from quizgen.cli.main import main\n"
        "progress._AT_FIRST = progress._EVERY = 0.0\n"
        "sys.exit(main(['generate', 'talks', '--jobs', '1']))"
    )
    ours, theirs = pty.openpty()
    run = subprocess.Popen([sys.executable, "-c", at_once], stderr=theirs)
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(ours)
    assert run.wait() == 3
    assert b"of 5" in seen
    assert b"left" in seen


class Terminal:
    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_the_time_left_is_reckoned_from_the_work_that_is_done():
    now = [0.0]
    progress = Progress(4, 1000, stream=Terminal(), clock=lambda: now[0])
    progress.step(400, skipped=True)
    now[0] = 10.0
    progress.step(100, note="1 without a bank")
    assert progress.line("1 without a bank") == (
        "2 of 4 · 50 % · 0.1 a second · 50 s left · 1 without a bank"
    )


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "1 s"), (59.4, "59 s"), (90, "2 min"), (3599, "60 min"), (12_000, "3 h 20 min")],
)
def test_a_length_of_time_is_said_as_people_say_it(seconds, words):
    assert in_words(seconds) == words


def test_a_fault_of_the_machine_is_tried_again_next_time(talks, capsys, monkeypatch):
    """What the file is not to blame for is not remembered."""
    with monkeypatch.context() as faulty:
        faulty.setattr("quizgen.generate.job.understand", None)  # every job fails
        assert generate() == 2
    assert "a fault of quizgen" in capsys.readouterr().err
    assert generate() == 3
    assert "4 written" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="there are no named pipes of this kind")
def test_a_wording_file_is_read_once_be_it_a_pipe(talks, tmp_path):
    os.mkfifo(tmp_path / "words.yaml")
    words = 'place: "Which of these countries does {speaker} name here?"\n'
    writer = subprocess.Popen(
        [sys.executable, "-c", f"open('words.yaml', 'w').write({words!r})"], cwd=tmp_path
    )
    try:
        assert generate("--wording", "words.yaml") == 3
    finally:
        writer.kill()
        writer.wait()
    assert {name for name in banks() if name.endswith(".yaml")} >= {"a.yaml", "sub/deep/c.yaml"}


def test_a_wording_file_that_is_wrong_or_not_there_stops_the_run_at_once(talks, capsys):
    Path("wrong.yaml").write_text("plaec: Which one?\n", encoding="utf-8")
    assert generate("--wording", "wrong.yaml") == 2
    assert "the wording file “wrong.yaml” cannot be used" in capsys.readouterr().err
    assert generate("--wording", "nowhere.yaml") == 2
    assert "there is no file “nowhere.yaml”" in capsys.readouterr().err
    assert not BANKS.exists() or not [*BANKS.rglob("*.yaml")]


SILENT = "Ann Lee: Did he?\n\nBob Roe: He did.\n\nAnn Lee: Why was that?\n\nBob Roe: Money.\n"


def test_a_transcript_without_a_question_is_listed_with_its_reason_however_often(talks, capsys):
    (talks / "silent.txt").write_text(SILENT, encoding="utf-8")
    for _ in range(2):  # the second time it is known from the first
        generate()
        said = [line for line in capsys.readouterr().err.splitlines() if "silent.txt" in line]
        assert len(said) == 1
        assert "gave no question: of 4 sentences 0 can be quoted by themselves" in said[0]
