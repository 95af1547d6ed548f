"""The words of stems: English ones here and in the rules, others from a wording file.

A stem is a template with named places (``{speaker}``). A rule declares its own stems;
the few phrases that several rules share stand here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from string import Formatter

from quizgen.model.errors import RuleError

SHARED = {
    "asked": "Asked: “{question}”",
    "a-questioner": "a questioner",
    "someone-questioning": "Someone questioning {speaker}",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Stems by name; ``replaced`` come from a wording file and win over a rule's own."""

    replaced: Mapping[str, str] = field(default_factory=dict)

    def say(self, name: str, own: str | None = None, /, **places: str) -> str:
        """The stem called ``name`` with its places filled in."""
        template = self.replaced.get(name, own if own is not None else SHARED.get(name))
        if template is None:
            raise RuleError(f"there is no stem called “{name}”.")
        return template.format(**places)


def places(template: str) -> frozenset[str]:
    """The names of the places in a stem."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)
