"""What a sitting shows: the current item, and all that stands behind it in the transcript."""

from quizgen.bank.stamp import item_id
from quizgen.language.exchanges import Exchange
from quizgen.library.passages import Passage, Unplaced
from quizgen.library.shelf import ShelvedBank
from quizgen.model.question import Choice, TrueFalse
from quizgen.model.transcript import Transcript
from quizgen.sitting.hints import Hint, has_own_hint, hint_for
from quizgen.sitting.sources import Sources
from quizgen.study.grading import Verdict
from quizgen.study.session import Asked, IllegalMoveError, Mode, Phase, Session

_FEWEST_TO_RETRY = 3  # of two options the other one would be no try


class Shown:
    """A session that can be looked at; ``Sitting`` adds the moves."""

    session: Session
    _sources: Sources

    @property
    def current(self) -> Asked | None:
        """The item being asked or judged; None once the session is done."""
        return self.session.current

    @property
    def phase(self) -> Phase:
        """Asking, showing a verdict, or done."""
        return self.session.phase

    @property
    def position(self) -> int:
        """The number of the current item, from 1."""
        return self.session.position + 1

    @property
    def total(self) -> int:
        """How many items the session has."""
        return len(self.session.items)

    @property
    def answered(self) -> int:
        """How many of them have an answer."""
        return self.total - len(self.session.unanswered)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict on show, or None while a question is being asked."""
        last = self.session.last_answer
        return last.verdict if last and self.phase is Phase.VERDICT else None

    @property
    def may_retry(self) -> bool:
        """Whether a second try is fair: after a wrong first one that left more than one way."""
        asked, last = self.current, self.session.last_answer
        if asked is None or last is None or self.phase is not Phase.VERDICT:
            return False
        choosing = isinstance(asked.question, Choice | TrueFalse)
        fair = not choosing or len(asked.options) >= _FEWEST_TO_RETRY
        return fair and last.attempt == 1 and not last.verdict.right

    @property
    def has_hint(self) -> bool:
        """Whether ``hint`` would give one now, without noting that it was asked for."""
        if self.phase is not Phase.ASKING or self.current is None:
            return False
        return has_own_hint(self.current) or self._hint() is not None

    def passage(self) -> Passage | None:
        """The passage behind the current item; None without a transcript or its words.

        ``current.question.evidence`` then holds the quoted words themselves.
        """
        return next(iter(self.passages()), None)

    def passages(self, asked: Asked | None = None) -> tuple[Passage, ...]:
        """All passages behind ``asked``, by default the current item: several for an order."""
        asked = asked or self.current
        return self._sources.passages(asked.bank, asked.question) if asked else ()

    def unplaced(self, asked: Asked | None = None) -> tuple[Unplaced, ...]:
        """The words behind ``asked`` that no passage shows.

        Where ``transcript`` is there, they stand beside its turns, or nowhere in it.
        """
        asked = asked or self.current
        return self._sources.unplaced(asked.bank, asked.question) if asked else ()

    def shelved(self) -> ShelvedBank | None:
        """The bank of the current item."""
        return self._sources.shelved(self.current.bank) if self.current else None

    @property
    def line(self) -> int:
        """The line of the bank's file where the current item stands."""
        asked, shelved = self.current, self.shelved()
        questions = shelved.bank.questions if asked and shelved and shelved.bank else ()
        found = (one.place.line for one in questions if one.place and item_id(one) == asked.item)  # type: ignore[union-attr]
        return next(found, 1)

    def has_contrast(self, option: str) -> bool:
        """Whether the transcript may have something on a wrong answer to the current item."""
        transcript = self.transcript()
        if transcript is None:
            return False
        from quizgen.library.contrast import may_tell  # noqa: PLC0415 - only after an answer

        return may_tell(transcript, option)

    def contrast(self, option: str, asked: Asked | None = None) -> Passage | None:
        """What the transcript says of ``option``, a wrong answer to the current item."""
        asked = asked or self.current
        transcript = self.transcript(asked)
        if transcript is None or asked is None:
            return None
        from quizgen.library.contrast import contrast  # noqa: PLC0415 - seldom asked for

        return contrast(transcript, asked.question, option)

    def transcript(self, asked: Asked | None = None) -> Transcript | None:
        """The transcript behind ``asked``, by default the current item, if it is there."""
        asked = asked or self.current
        return self._sources.transcript(asked.bank) if asked else None

    def reading(self) -> Exchange | None:
        """The exchange to read before the current item, in the mode ``learn``.

        None where it was read for the item before, or where nothing is to be read.
        """
        asked = self.current
        if asked is None or self.session.mode is not Mode.LEARN:
            return None
        exchange = self._exchange(asked)
        before = self.session.position - 1
        if before >= 0 and self._exchange(self.session.items[before]) == exchange:
            return None
        return exchange

    def _exchange(self, asked: Asked) -> Exchange | None:
        return self._sources.exchange(asked.bank, asked.question)

    def _hint(self) -> Hint | None:
        asked = self.current
        if asked is None:
            raise IllegalMoveError("the session is done")
        passage = self.passage()
        return hint_for(asked, passage.asked if passage else None, self.session.seed)
