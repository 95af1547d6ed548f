"""Draw every screen in every size and colour into ``build/gallery``, to be looked at.

Words on the command line choose the pictures whose names hold all of them.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from scenes import ROOT, SCENES, Stage

from quizgen.library.settings import Settings

OUT = ROOT / "build" / "gallery"
SIZES = ((40, 12), (80, 24), (120, 40), (160, 45), (300, 100))
COLOURS = ("dark", "light", "none")


@contextmanager
def coloured(colour: str) -> Iterator[Settings]:
    """Settings for a dark or a light screen, or for one without colours."""
    without = {"NO_COLOR": "1"} if colour == "none" else {}
    with patch.dict(os.environ, without):
        yield Settings(theme="quizgen-light" if colour == "light" else "quizgen-dark")


async def main(words: list[str]) -> None:
    """Draw all that is wanted."""
    OUT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = Stage(Path(folder))
        for colour in COLOURS:
            for size in SIZES:
                for scene in SCENES:
                    name = f"{scene.name}-{size[0]}x{size[1]}-{colour}.svg"
                    if not all(word in name for word in words):
                        continue
                    with coloured(colour) as settings:
                        async with stage.at(scene, size, settings) as pilot:
                            picture = pilot.app.export_screenshot(title=name)
                    (OUT / name).write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
