"""``quizgen serve`` in a real browser: five questions by mouse and keyboard, a reload between."""

import os
import shutil
import socket
import sqlite3
import subprocess
import time
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OUTSIDE = dict(os.environ)  # before the tests are sealed: pip wants its own settings
PORT = 8732
BANK = """\
quizgen: 1
id: harbour
title: The harbour
questions:
""" + "".join(
    f"- question: Is this the {n}th?\n  choices: [No, Yes]\n  answer: 'Yes'\n  id: aaaaaaa{n}\n"
    for n in range(1, 6)
)
WALK = """
import subprocess, sys, time
from playwright.sync_api import sync_playwright

# What is drawn cannot be read from the page, so every step waits; longer on a slow machine.
began = time.perf_counter()
subprocess.run([sys.executable, "-c", "import textual.app, textual.widgets"], check=True)
PACE = min(max((time.perf_counter() - began) / 0.2, 1.5), 8)

def wait(seconds):
    time.sleep(seconds * PACE)

def enter(page):
    page.goto(sys.argv[1])
    wait(4)
    page.mouse.click(500, 300)
    wait(0.5)
    page.keyboard.type("Ida", delay=60)
    page.keyboard.press("Enter")
    wait(2)
    page.keyboard.press("/")
    wait(0.5)
    page.keyboard.type("harbour", delay=60)
    page.keyboard.press("Enter")
    wait(1)
    page.keyboard.press("Enter")  # opens the bank, at what was chosen last
    wait(2)

def by_keyboard(page):
    page.keyboard.press("2")
    wait(0.3)
    page.keyboard.press("Enter")
    wait(1)
    page.keyboard.press("n")
    wait(1)

def by_mouse(page):
    page.mouse.dblclick(140, 19 * 8.5)  # the second of two options: line 8, counted from 0
    wait(1)
    page.keyboard.press("n")
    wait(1)

with sync_playwright() as play:
    browser = play.chromium.launch(executable_path=sys.argv[2], args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1000, "height": 700})
    enter(page)
    page.keyboard.press("ArrowDown")  # “Quiz me”
    wait(0.3)
    page.keyboard.press("Enter")
    wait(2)
    by_keyboard(page)
    by_mouse(page)
    enter(page)  # the page is loaded anew, in the middle
    page.keyboard.press("Enter")  # “Go on where you stopped”
    wait(2)
    by_mouse(page)
    by_keyboard(page)
    by_keyboard(page)
    browser.close()
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """A Python with quizgen, its extra for serving, and the program that drives a browser."""
    place = tmp_path_factory.mktemp("serving")
    venv.create(place, with_pip=True)
    program = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    words = [program, "-m", "pip", "install", "--quiet", f"{ROOT}[serve]", "playwright>=1.40"]
    subprocess.run(words, env=OUTSIDE, check=True)
    return program


def _listening(port):
    """Wait until something answers at the port."""
    for _ in range(300):
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError("the server did not start")


def test_five_questions_are_answered_with_a_reload_between(python, sealed, tmp_path):
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    assert browser, "sh tools/outside.sh chromium"
    (sealed / "questions").mkdir()
    (sealed / "questions" / "harbour.yaml").write_text(BANK, encoding="utf-8")
    environment = OUTSIDE | {"QUIZGEN_HOME": str(sealed)}
    server = subprocess.Popen(
        [python, "-m", "quizgen", "serve", "--port", str(PORT)],
        env=environment,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _listening(PORT)
        walk = [python, "-c", WALK, f"http://127.0.0.1:{PORT}/", browser]
        subprocess.run(walk, env=environment, check=True, timeout=400)
    finally:
        server.terminate()
        server.wait()
    database = sqlite3.connect(sealed / "history.db")
    rows = database.execute(
        "SELECT learners.name, session, answers.right FROM answers "
        "JOIN learners ON learners.id = answers.learner"
    ).fetchall()
    finished = database.execute("SELECT count(*) FROM finishes").fetchone()[0]
    database.close()
    assert [right for _name, _session, right in rows] == [1] * 5
    assert {name for name, _session, _right in rows} == {"Ida"}
    assert len({session for _name, session, _right in rows}) == 1
    assert finished == 1
