"""Wrong answers that are plausible and surely wrong: nearest first, no two alike."""

from collections.abc import Iterable, Sequence

from quizgen.language.words import bare, content
from quizgen.model.question import Option

MOST = 3
FEWEST = 2


def choose(key: str, pool: Iterable[str], *, most: int = MOST) -> tuple[Option, ...]:
    """The first ``most`` of ``pool`` that differ from the key and from each other.

    Two options are alike if the content words of one hold those of the other.
    """
    chosen = [key]
    for text in pool:
        if len(chosen) > most:
            break
        if all(differ(text, other) for other in chosen):
            chosen.append(text)
    return tuple(Option(text) for text in chosen[1:])


def choose_apart(key: str, pool: Iterable[str], *, most: int = MOST) -> tuple[Option, ...]:
    """Like ``choose``, for headings: no two options share a telling word."""
    chosen = [key]
    for text in pool:
        if len(chosen) > most:
            break
        if not any(content(text) & content(other) for other in chosen):
            chosen.append(text)
    return tuple(Option(text) for text in chosen[1:])


def choose_unlike(key: str, pool: Iterable[str], *, most: int = MOST) -> tuple[Option, ...]:
    """Like ``choose``, for whole sentences: no two options share most of their words."""
    chosen = [key]
    for text in pool:
        if len(chosen) > most:
            break
        if not any(says_nearly(text, other) for other in chosen):
            chosen.append(text)
    return tuple(Option(text) for text in chosen[1:])


def says_nearly(one: str, other: str) -> bool:
    """Whether two sentences share half of their telling words, or more."""
    a, b = content(one), content(other)
    return 2 * len(a & b) >= min(len(a), len(b)) > 0 or not differ(one, other)


def gives_itself_away(key: str, wrong: Iterable[Option], shown: str) -> bool:
    """Whether the key has a word of what is shown that no wrong option has."""
    said = content(shown)
    elsewhere = frozenset().union(*(content(option.text) & said for option in wrong))
    return not content(key) & said <= elsewhere


def covering(key: str, pool: Sequence[str], shown: str) -> list[str]:
    """The pool, those first that have the words which the key shares with what is shown.

    Each of them adds a word that those before it lack, so that three may have all.
    """
    said = content(shown)
    lacking = content(key) & said
    first: list[str] = []
    while lacking:
        best = max(pool, key=lambda text: len(content(text) & lacking), default="")
        if not content(best) & lacking:
            break
        lacking -= content(best)
        first.append(best)
    rest = [text for text in pool if text not in first]
    return first + sorted(rest, key=lambda text: -len(content(text) & said))


def words_shared(one: str, other: str) -> int:
    """How many telling words two texts share."""
    return len(content(one) & content(other))


def differ(one: str, other: str) -> bool:
    """Whether neither text says all that the other says."""
    a, b = content(one), content(other)
    if not a or not b:
        return bare(one) != bare(other)
    return not (a <= b or b <= a)


def alike_in_length(text: str, key: str, *, slack: float = 0.4) -> bool:
    """Whether a text is within ``slack`` (a share) of the key's length, or 12 characters."""
    return abs(len(text) - len(key)) <= max(12, slack * len(key))
