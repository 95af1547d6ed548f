"""Curves drawn as an SVG picture: a small plot for each, both axes in powers of ten."""

import math
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

_ACROSS, _WIDE, _HIGH = 2, 400, 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 32, 34, 42  # room around a plot, in pixels
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" '
    'font-family="system-ui, sans-serif" font-size="11" role="img">\n'
    "<title>{title}</title>\n"
    "<style>text {{ fill: #57606a }} .name {{ font-size: 13px; font-weight: 600; "
    "fill: #24292f }} .grid {{ stroke: #d0d7de }} .even {{ stroke: #8c959f; "
    "stroke-dasharray: 4 4 }} .is {{ stroke: #0969da; stroke-width: 2; fill: none }} "
    ".dot {{ fill: #0969da }}</style>\n"
    '<rect width="{wide}" height="{high}" fill="#ffffff"/>\n'
)


def picture(curves: Sequence[dict[str, Any]], title: str) -> str:
    """An SVG of all curves; the dashed line is what ten times the work would take, ten times."""
    high = -(-len(curves) // _ACROSS) * _HIGH
    parts = [_HEAD.format(wide=_ACROSS * _WIDE, high=high, title=escape(title))]
    for at, curve in enumerate(curves):
        left, top = at % _ACROSS * _WIDE, at // _ACROSS * _HIGH
        parts.append(f'<g transform="translate({left} {top})">\n')
        parts += (f"{line}\n" for line in _plot(curve))
        parts.append("</g>\n")
    return "".join([*parts, "</svg>\n"])


def _plot(curve: dict[str, Any]) -> Iterator[str]:
    sizes = [point["size"] for point in curve["points"]]
    times = [min(point["seconds"]) for point in curve["points"]]
    even = [times[0] * size / sizes[0] for size in sizes]
    low = math.floor(math.log10(min(*times, *even)))
    high = math.ceil(math.log10(max(*times, *even)))

    def place(size: float, seconds: float) -> tuple[float, float]:
        along = math.log10(size / sizes[0]) / math.log10(sizes[-1] / sizes[0])
        up = (math.log10(seconds) - low) / (high - low)
        return (
            round(_LEFT + along * (_WIDE - _LEFT - _RIGHT), 1),
            round(_HIGH - _BOTTOM - up * (_HIGH - _TOP - _BOTTOM), 1),
        )

    yield f'<text class="name" x="{_LEFT}" y="20">{escape(curve["name"])}</text>'
    for power in range(low, high + 1):
        x, y = place(sizes[0], 10.0**power)
        yield f'<path class="grid" d="M{x} {y}H{_WIDE - _RIGHT}"/>'
        yield f'<text x="{x - 6}" y="{y + 4}" text-anchor="end">{_duration(10.0**power)}</text>'
    for size in sizes:
        x, y = place(size, 10.0**low)
        yield f'<text x="{x}" y="{y + 19}" text-anchor="middle">{size:,}</text>'
    middle = (_LEFT + _WIDE - _RIGHT) // 2
    yield f'<text x="{middle}" y="{_HIGH - 6}" text-anchor="middle">{escape(curve["size"])}</text>'
    yield _line("even", [place(*point) for point in zip(sizes, even, strict=True)])
    yield _line("is", [place(*point) for point in zip(sizes, times, strict=True)])
    for size, seconds in zip(sizes, times, strict=True):
        x, y = place(size, seconds)
        tip = f"<title>{_duration(seconds)}</title>"
        yield f'<circle class="dot" cx="{x}" cy="{y}" r="4">{tip}</circle>'


def _line(kind: str, places: Sequence[tuple[float, float]]) -> str:
    return f'<path class="{kind}" fill="none" d="M{" L".join(f"{x} {y}" for x, y in places)}"/>'


def _duration(seconds: float) -> str:
    """In the unit that a person would choose."""
    for unit, name in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= unit * 0.9999:
            return f"{seconds / unit:.3g} {name}"
    return f"{seconds:.1e} s"
