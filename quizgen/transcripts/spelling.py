"""Names printed in capitals, as names are written."""

import re

_PART = re.compile(r"(?P<first>MC(?=[^\W\d_]{2})|[OD][’'](?=\w))?(?P<rest>.+)")
_NUMBERS = frozenset({"II", "III", "IV"})


def titled(name: str) -> str:
    """A name in capitals as names are written: ``MARY-ANN MCKAY III`` is Mary-Ann McKay III."""
    words = (w if w in _NUMBERS else "-".join(map(_part, w.split("-"))) for w in name.split())
    return " ".join(words)


def _part(word: str) -> str:
    match = _PART.fullmatch(word)
    return f"{(match['first'] or '').capitalize()}{match['rest'].title()}" if match else word
