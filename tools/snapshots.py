"""How every scene looks, as text that a reviewer can read; written and compared by one code.

A picture of the screen's rows comes first, then the runs of each row that are not plain text:
their weight, their colour by its role in the theme, what they stand on. Roles are the nearest
colours of the theme, so that neither a new shade nor another way to round changes a snapshot.
A light theme and a screen without colours follow as far as they differ.
"""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.segment import Segment
from rich.style import Style
from scenes import ROOT, SCENES, Scene, Stage
from textual.app import App
from textual.color import Color
from textual.filter import Monochrome
from textual.pilot import Pilot

from quizgen.library.settings import Settings

FOLDER = ROOT / "tests" / "tui" / "snapshots"
SIZES = ((40, 12), (80, 24), (120, 40))
_FIRST = (80, 24)
_OTHERS = tuple(size for size in SIZES if size != _FIRST)
_WEIGHTS = ("bold", "italic", "underline", "strike", "reverse")
_HUES = ("primary", "secondary", "accent", "success", "error")
_GREY = 24  # a colour whose channels lie closer together has no hue to speak of
_CLEAR, _READABLE = 7.0, 4.5  # contrast from which a text is plain, and from which it is muted
_OPPOSITE = 3.0  # contrast to the background from which something stands out as inverted
_SAME = 3.0  # distance of two colours that nobody tells apart


@dataclass(frozen=True)
class Run:
    """Columns ``start`` to ``end`` of a row, which look like ``look``."""

    start: int
    end: int
    look: str

    def __str__(self) -> str:
        return f"{self.start}-{self.end} {self.look}"


class Roles:
    """Names the colours of a theme by what they are for."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._ground = Color.parse(variables["background"])
        text = Color.parse(variables["foreground"])
        hues = {name: Color.parse(variables[name]) for name in _HUES}
        self._hues = hues | {
            f"{name} text": Color.parse(variables[f"text-{name}"]) for name in _HUES
        }
        self._grounds = {
            "": self._ground,
            "surface": Color.parse(variables["surface"]),
            "panel": Color.parse(variables["panel"]),
            "hover": self._ground.blend(text, 0.06),
            "primary": self._ground.blend(hues["primary"], 0.18),
            "success": self._ground.blend(hues["success"], 0.12),
            "error": self._ground.blend(hues["error"], 0.10),
            "accent": self._ground.blend(hues["accent"], 0.24),
            "inverted": text,
        }

    def look(self, text: str, style: Style) -> str:
        """Weight, colour and ground; empty for plain text."""
        ground = _colour(style, "bgcolor") or self._ground
        words = [weight for weight in _WEIGHTS if getattr(style, weight)]
        if text.strip() and (colour := _colour(style, "color")):
            words.append(self._ink(colour, ground))
        if where := self._place(ground):
            words.append(f"on {where}")
        return " ".join(filter(None, words))

    def _ink(self, colour: Color, ground: Color) -> str:
        contrast = contrast_of(colour, ground)
        strength = "" if contrast >= _CLEAR else "muted" if contrast >= _READABLE else "faint"
        if max(colour.rgb) - min(colour.rgb) < _GREY:
            return strength
        hue = min(self._hues, key=lambda name: _apart(self._hues[name], colour)).split()[0]
        return f"faint {hue}" if strength == "faint" else hue

    def _place(self, ground: Color) -> str:
        if _apart(ground, self._ground) < _SAME:
            return ""
        return min(self._grounds, key=lambda name: _apart(self._grounds[name], ground))


class Greys(Roles):
    """The same where there are no colours: only weights, and what is inverted."""

    def _ink(self, colour: Color, ground: Color) -> str:
        return ""

    def _place(self, ground: Color) -> str:
        return "inverted" if contrast_of(ground, self._ground) >= _OPPOSITE else ""


def contrast_of(one: Color, other: Color) -> float:
    """How well two colours can be told apart, from 1 to 21, as WCAG 2 has it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    parts = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
             for value in colour.normalized)  # fmt: skip
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _colour(style: Style, name: str) -> Color | None:
    found = getattr(style, name)
    return None if found is None or found.is_default else Color.from_rich_color(found)


def _apart(one: Color, other: Color) -> float:
    return sum((left - right) ** 2 for left, right in zip(one.rgb, other.rgb, strict=True)) ** 0.5


def rows_of(app: App[int]) -> list[list[Segment]]:
    """What stands on the screen, row by row."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]  # noqa: SLF001 - no public way to a screen's text and style


def text_of(rows: Iterable[Iterable[Segment]]) -> list[str]:
    """The text alone."""
    return ["".join(segment.text for segment in row).rstrip() for row in rows]


def styles_of(rows: Iterable[Iterable[Segment]], roles: Roles) -> dict[int, str]:
    """The rows that have more than plain text, with their runs."""
    described = {
        number: "; ".join(map(str, _runs(row, roles))) for number, row in enumerate(rows, start=1)
    }
    return {number: runs for number, runs in described.items() if runs}


def _runs(row: Iterable[Segment], roles: Roles) -> Iterator[Run]:
    runs: list[Run] = []
    at = 0
    for segment in row:
        end = at + segment.cell_length
        look = roles.look(segment.text, segment.style or Style())
        if runs and runs[-1].look == look and runs[-1].end == at:
            runs[-1] = Run(runs[-1].start, end, look)
        else:
            runs.append(Run(at, end, look))
        at = end
    return (run for run in runs if run.look)


async def snapshots(stage: Stage, scene: Scene) -> str:
    """How a scene looks in every size and colour: reached in one of each, then made the others."""
    parts: dict[tuple[int, int], list[str]] = {size: [] for size in SIZES}
    dark: dict[tuple[int, int], dict[int, str]] = {}
    async with stage.at(scene, _FIRST, Settings(theme="quizgen-dark")) as pilot:
        async for size, rows in _sizes(pilot):
            dark[size] = styles_of(rows, Roles(pilot.app.theme_variables))
            parts[size] += [f"== {size[0]}×{size[1]}", *(f"|{row}" for row in text_of(rows))]
            parts[size] += ["-- styles", *_listed(dark[size])]
        await _dress(pilot, "quizgen-light")
        async for size, rows in _sizes(pilot):
            light = styles_of(rows, Roles(pilot.app.theme_variables))
            parts[size] += ["-- light, where it differs", *_listed(_other(light, dark[size]))]
        pilot.app.no_color = True  # as NO_COLOR does when the app is made
        pilot.app._filters.append(Monochrome())  # noqa: SLF001 - the same
        await _dress(pilot, "quizgen-dark")
        async for size, rows in _sizes(pilot):
            without = styles_of(rows, Greys(pilot.app.theme_variables))
            parts[size] += ["-- without colours", *_listed(without), ""]
    return "\n".join(line for size in SIZES for line in parts[size])


async def _sizes(
    pilot: Pilot[int],
) -> AsyncIterator[tuple[tuple[int, int], list[list[Segment]]]]:
    """The rows of the screen in every size, beginning and ending with the first one."""
    yield _FIRST, rows_of(pilot.app)
    for size in (*_OTHERS, _FIRST):
        await pilot.resize_terminal(*size)
        while pilot.app.screen.size != size:  # a busy machine may take its time
            await pilot.pause()
        await pilot.pause()
        if size in _OTHERS:
            yield size, rows_of(pilot.app)


async def _dress(pilot: Pilot[int], theme: str) -> None:
    pilot.app.theme = theme
    await pilot.pause()
    for screen in pilot.app.screen_stack:  # those underneath shine through
        for widget in screen.walk_children(with_self=True):
            widget.notify_style_update()
            widget.refresh()
    await pilot.pause()


def _other(styles: Mapping[int, str], than: Mapping[int, str]) -> dict[int, str]:
    rows = sorted({*styles, *than})
    return {row: styles.get(row, "plain") for row in rows if styles.get(row) != than.get(row)}


def _listed(styles: Mapping[int, str]) -> list[str]:
    return [f"{row:>3}: {runs}" for row, runs in styles.items()]


async def main() -> None:
    """Write all of them anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in {*FOLDER.glob("*.txt")} - {FOLDER / f"{scene.name}.txt" for scene in SCENES}:
        old.unlink()
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = Stage(Path(folder))
        for scene in SCENES:
            (FOLDER / f"{scene.name}.txt").write_text(
                await snapshots(stage, scene), encoding="utf-8"
            )


if __name__ == "__main__":
    asyncio.run(main())
