"""Lines of a saved page that are links and nothing else: menus, ways back, other pages."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quizgen.transcripts.furniture import Cut

_AROUND = frozenset(" \t\xa0\n*|·•>«»‹›[](){}-–—/,&:^↑←→▲#\\0123456789")
_MOST = 0.25


def lines_of_links(text: str, links: Sequence[tuple[int, int]]) -> list[Cut]:
    """The lines that hold links alone; none where links hold much of what the page says.

    ``links`` are ranges of the text in order. In some pages every sentence that is said is
    a link into a recording.
    """
    found = [Cut(low, high, "page") for low, high in _lines(text, links)]
    total = sum(high - low for low, high, _ in found)
    return found if total < _MOST * len(text) else []


def _lines(text: str, links: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    begins, done = [low for low, _ in links], -1
    for low, _ in links:
        if low <= done:
            continue
        start = text.rfind("\n", 0, low) + 1
        end = text.find("\n", low)
        done = end = end if end >= 0 else len(text)
        at, first = start, bisect_left(begins, start)
        for begin, after in links[first : bisect_left(begins, end)]:
            if not _AROUND.issuperset(text[at:begin]):
                break
            at = after
        else:
            if at <= end and _AROUND.issuperset(text[at:end]):
                yield start, end
