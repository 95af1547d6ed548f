"""What a rule proposes: a question, the words it stands on, and the proof of its key."""

from dataclasses import dataclass

from quizgen.model.question import Question


@dataclass(frozen=True, slots=True)
class Proof:
    """Whether the transcript proves that the key, and nothing else, is right.

    ``reason`` says in one sentence for a person what was proved, or why it was not.
    """

    holds: bool
    reason: str

    def __bool__(self) -> bool:
        return self.holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A question that a rule proposes, not yet proved, numbered or stamped.

    ``anchor`` is the file range of the words that it asks about; ``origin`` those words,
    normalised, from which its id is born; ``exchange`` and ``sentences`` say which parts
    of the transcript it uses up, ``others`` which further exchanges it asks about;
    ``gives_away`` are words (normalised) that answer it if another question shows them;
    ``score`` ranks it before proofs; ``unnamed`` says that one of its two answers is nobody
    by name; ``spare`` that it is right but too easy: for a bank that has next to nothing.
    """

    rule: str
    version: int
    question: Question
    anchor: tuple[int, int]
    origin: str
    exchange: int
    sentences: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()
    gives_away: tuple[str, ...] = ()
    score: float = 0.0
    two_way: bool = False
    unnamed: bool = False
    spare: bool = False

    @property
    def exchanges(self) -> frozenset[int]:
        """Every exchange that it asks about."""
        return self.others | {self.exchange}
