"""The words of stems: English ones here and in the rules, others from files.

A stem is a template with named places (``{speaker}``). A rule declares its own stems;
the few phrases that several rules share stand here. A wording file of the teacher's, and
quizgen's own in other languages (``stems/``), replace them by name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from string import Formatter

from quizgen.model.errors import RuleError

SHARED = {
    "asked": "Asked: “{question}”",
    "a-questioner": "a questioner",
    "a-speaker": "one of the speakers",
    "someone-questioning": "Someone questioning {speaker}",
    "or": "{one} or {other}",
}
OPTIONAL = frozenset({"someone-questioning"})
"""Stems that may do without their places."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Stems by name; ``replaced`` come from files and win over a rule's own.

    ``complete`` says that a stem which is not among them must not be used: it would stand
    in English among questions in another language.
    """

    replaced: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False

    def has(self, names: Iterable[str]) -> bool:
        """Whether all stems of these names can be said."""
        return not self.complete or all(name in self.replaced for name in names)

    def any_of(self, names: Sequence[str]) -> str:
        """Several names as alternatives: “Ann Lee or Bob Roe”."""
        said = names[0]
        for other in names[1:]:
            said = self.say("or", one=said, other=other)
        return said

    def say(self, name: str, own: str | None = None, /, **places: str) -> str:
        """The stem called ``name`` with its places filled in."""
        template = self.replaced.get(name, own if own is not None else SHARED.get(name))
        if template is None:
            raise RuleError(f"there is no stem called “{name}”.")
        return template.format(**places)


def places(template: str) -> frozenset[str]:
    """The names of the places in a stem."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)
