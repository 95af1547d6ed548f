"""Text as a terminal may print it: on its line, and obeyed by nobody."""

import unicodedata

_PICTURES = 0x2400  # Unicode has a picture for each of the first 32 control characters


def printable(text: str) -> str:
    """``text`` on one line, with whatever a terminal would obey made visible or left out."""
    return "".join(map(_visible, " ".join(text.split())))


def _visible(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    category = unicodedata.category(character)
    if category in {"Cc", "Cs"}:
        return "�"
    return "" if category == "Cf" and code not in {0x200C, 0x200D, 0xAD} else character
