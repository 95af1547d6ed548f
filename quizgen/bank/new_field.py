"""Add a field to an item as it stands in a file, behind its last one."""

from quizgen.documents.nodes import Mapping, Mend, Scalar, content_end


def set_field(node: Mapping, text: str, newline: str, name: str, value: str) -> Mend | None:
    """What to write so that the item says ``name: value``; None if it cannot be done."""
    old = node.get(name)
    if isinstance(old, Scalar) and old.value and old.style not in ("|", ">"):
        return Mend(old.start, old.end, value)
    if old is not None or node.last is None:
        return None
    end = content_end(node.last, text)
    if node.flow:
        return Mend(end, end, f", {name}: {value}")
    at = next((place for place in range(end, len(text)) if text[place] in "\r\n"), len(text))
    return Mend(at, at, f"{newline}{' ' * (node.column - 1)}{name}: {value}")
