"""Numbers of things in words, the noun in the number that the figure wants."""


def many(number: int, noun: str, several: str | None = None) -> str:
    """``1 bank``, ``2 banks``, ``1,000 banks``; ``several`` is a plural that is no added s."""
    return f"{number:,} {noun if number == 1 else several or f'{noun}s'}"
