"""Closed, full and missing streams: a verb says so, hangs nowhere, and leaves no traceback."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from quizgen.library.places import bundled_questions, bundled_transcripts

pytestmark = pytest.mark.skipif(os.name == "nt", reason="streams are closed with a Unix shell")

FERRY = str(bundled_questions() / "the-ferry-at-arlby.yaml")
TALK = str(bundled_transcripts() / "the-ferry-at-arlby.txt")
PLAY = ["play", FERRY, "--seed", "1"]
READ = ["read", TALK]
EXPORT = ["export", FERRY, "--to", "gift", "--allow-loss"]
VERBS = [PLAY, READ, EXPORT, ["check", FERRY], ["review", FERRY], ["edit", FERRY]]


def run(words: list[str], redirect: str, tmp_path) -> subprocess.CompletedProcess[str]:
    """The verb as a shell starts it, with nothing typed unless ``redirect`` says otherwise."""
    command = shlex.join([sys.executable, "-m", "quizgen", *words])
    return subprocess.run(
        ["/bin/sh", "-c", f"{command} {redirect}"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=tmp_path,
        env=os.environ | {"EDITOR": "vi"},
    )


@pytest.mark.parametrize("words", VERBS, ids=lambda words: words[0])
def test_a_closed_stream_is_as_good_as_an_empty_one(words, tmp_path):
    plain, mute, closed = (run(words, how, tmp_path) for how in ("", "2>&-", "<&- >&- 2>&-"))
    assert plain.returncode == mute.returncode == closed.returncode == (2 if "edit" in words else 0)
    assert "Traceback" not in plain.stderr
    assert (mute.stdout, closed.stdout) == (plain.stdout, "")  # what is said is not in the data


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("words", [PLAY, READ, EXPORT], ids=lambda words: words[0])
def test_a_full_disk_below_the_output_is_told(words, tmp_path):
    done = run(words, ">/dev/full", tmp_path)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == (
        "quizgen: the output cannot be written: No space left on device."
    )
    assert run(words, ">/dev/full 2>/dev/full", tmp_path).returncode == 2


def test_what_is_said_without_a_standard_error_spoils_no_history(tmp_path):
    played = run(PLAY, "2>&-", tmp_path)
    assert played.returncode == 0
    assert run(["history", "check"], "", tmp_path).returncode == 0
