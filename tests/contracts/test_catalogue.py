"""The catalogue of the interface's texts: complete, and used everywhere."""

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("catalogue", ROOT / "tools" / "catalogue.py")
catalogue = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(catalogue)

OPEN, CLOSE = "⟦", "⟧"
ACCENTS = str.maketrans("aeiounscyAEIOUNSCY", "àéîöûñšçýÀÉÎÖÛÑŠÇÝ")
KEYS = {"esc", "tab", "pgdn", "pgup", "enter", "space", "shift"}

# A bank whose own texts hold no letters, so that every word on a screen is the interface's.
BANK = """\
quizgen: 1
id: "1"
title: "1 1 1"
questions:
- question: "2 2 2"
  answer: "3 3"
  wrong: ["4 4", "5 5"]
  id: aaaaaaa1
- question: "6 6 6"
  answer: true
  id: aaaaaaa2
- question: "7 7"
  answer: ["8 8"]
  id: aaaaaaa3
"""
# Walks through screens in a process of its own and prints what every widget shows.
WALK = """
import asyncio, json, sys
from pathlib import Path
from quizgen.history.open import open_history
from quizgen.library.places import data_folder
from quizgen.sitting.sitting import Sitting
from quizgen.library.shelf import shelve
from quizgen.tui.app import QuizgenApp
from quizgen.tui.opened import Opened
from quizgen.study.session import Mode

def shown(app):
    return [w.render().plain for w in app.screen.walk_children()
            if w.display and w.region.area and hasattr(w.render(), "plain")]

async def main():
    pages = []
    with open_history(data_folder()) as history:
        bank = shelve(Path(sys.argv[1]))
        for mode in (Mode.PRACTICE, Mode.EXAM):
            sitting = Sitting.start([bank], history=history, mode=mode, seed=1)
            app = QuizgenApp(Opened(history, sitting))
            async with app.run_test(size=(100, 40)) as pilot:
                await pilot.pause()
                pages.append(shown(app))
                for keys in (("1", "enter"), ("f1",), ("escape",), ("ctrl+g",)):
                    await pilot.press(*keys)
                    await pilot.pause()
                    pages.append(shown(app))
        app = QuizgenApp(Opened(history))
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            for keys in (("s",), ("escape", "p"), ("escape", "n")):
                await pilot.press(*keys)
                await pilot.pause()
                pages.append(shown(app))
    print(json.dumps(pages))

asyncio.run(main())
"""


def pseudo(text: str) -> str:
    """The text with accents and longer by a third, its fields as they were."""
    parts = re.split(r"(\{[^}]*\})", text)
    accented = "".join(p if p.startswith("{") else p.translate(ACCENTS) for p in parts)
    return f"{OPEN}{accented}{'~' * (len(text) // 3)}{CLOSE}"


@pytest.fixture(scope="module")
def pseudo_locale(tmp_path_factory):
    """A folder of catalogues with one that is no language."""
    messages = {}
    for one, many in catalogue.texts():
        if many is None:
            messages[one] = pseudo(one)
        else:
            messages[f"{one}\0{many}"] = f"{pseudo(one)}\0{pseudo(many)}"
    locales = tmp_path_factory.mktemp("locales")
    folder = locales / "qps" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "quizgen.mo").write_bytes(catalogue.compiled(messages))
    return locales


def test_the_template_holds_every_text_of_the_source():
    assert catalogue.TEMPLATE.read_text(encoding="utf-8") == catalogue.template(
        catalogue.texts()
    ), "run: python tools/catalogue.py"


def test_a_translation_is_read_and_compiled(tmp_path):
    po = tmp_path / "quizgen.po"
    text = catalogue.template({("Next", None): ["x"], ("{n} day", "{n} days"): ["x"]})
    text = text.replace('msgid "Next"\nmsgstr ""', 'msgid "Next"\nmsgstr "Weiter"')
    po.write_text(text, encoding="utf-8")
    assert catalogue.read_po(text) == {"Next": "Weiter"}


def run(words, pseudo_locale, typed=""):
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        env={**os.environ, "LANGUAGE": "qps", "QUIZGEN_LOCALES": str(pseudo_locale)},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_no_text_of_the_app_is_left_untranslated(pseudo_locale, tmp_path):
    bank = tmp_path / "1.yaml"
    bank.write_text(BANK, encoding="utf-8")
    pages = json.loads(run(["-c", WALK, bank], pseudo_locale))
    left = set()
    for page in pages:
        for text in page:
            outside = re.sub(f"{OPEN}[^{CLOSE}]*({CLOSE}|$)", "", text.replace("\n", " "))
            left |= {*re.findall(r"[A-Za-z]{3,}", outside)} - KEYS
    assert left == set()


def test_line_mode_is_translated_but_for_what_programs_look_for(pseudo_locale, tmp_path):
    bank = tmp_path / "1.yaml"
    bank.write_text(BANK, encoding="utf-8")
    shown = run(["-m", "quizgen", "play", bank, "--plain"], pseudo_locale, "1\n1\n1\n")
    verdicts = [line for line in shown.splitlines() if re.match("Right|Wrong", line)]
    assert len(verdicts) == 3
    prompts = [line for line in shown.splitlines() if line.endswith(CLOSE)]
    assert len(prompts) >= 3
