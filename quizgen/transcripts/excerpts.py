"""A part of a long text, from several places of it, that is enough to tell its form by."""

_LOOKED_AT = 4_000
_PLACES = 4


def excerpt(text: str) -> str:
    """Whole lines from several places of a long text: enough to tell its form by."""
    if len(text) <= _LOOKED_AT * _PLACES * 1.5:
        return text
    parts = []
    for place in range(_PLACES):
        start = len(text) * place // _PLACES
        start = text.rfind("\n", 0, start) + 1 if place else 0
        end = text.find("\n", start + _LOOKED_AT)
        end = end if 0 <= end < start + 2 * _LOOKED_AT else start + _LOOKED_AT
        parts.append(text[start:end])
    return "\n".join(parts)
