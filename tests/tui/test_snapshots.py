"""How every screen looks, at 40×12, 80×24 and 120×40, dark, light and without colours.

The snapshots are text of our own instead of SVG: Textual's pictures hold fonts, hashes and exact
shades, which change with its version, and nobody can review them. Ours hold the words where they
stand and what each run of them is for (see tools/snapshots.py), so that they are the same with
every Textual that pyproject.toml allows, on any machine, and a change of a screen reads like one.

Where a change is meant: ``make snapshots``, then look at the difference and at ``make gallery``.
"""

import re

import pytest
import snapshots
from scenes import SCENES, Stage


@pytest.fixture(scope="module")
def stage(tmp_path_factory):
    return Stage(tmp_path_factory.mktemp("stage"))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_looks_as_it_did(scene, stage):
    wanted = (snapshots.FOLDER / f"{scene.name}.txt").read_text(encoding="utf-8")
    assert await snapshots.snapshots(stage, scene) == wanted, "meant? then: make snapshots"


def test_every_snapshot_is_of_a_scene_and_no_text_runs_out_of_its_window():
    names = {path.stem for path in snapshots.FOLDER.glob("*.txt")}
    assert names == {scene.name for scene in SCENES}
    for path in snapshots.FOLDER.glob("*.txt"):
        pages = re.split(r"^== (\d+)×(\d+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[
            1:
        ]
        for width, height, page in zip(pages[::3], pages[1::3], pages[2::3], strict=True):
            rows = [line[1:] for line in page.split("\n") if line.startswith("|")]
            assert len(rows) == int(height)
            assert max(map(len, rows)) <= int(width)
