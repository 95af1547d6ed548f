"""The transcripts behind the banks of a sitting, read when first needed."""

from collections.abc import Iterable

from quizgen.language.exchanges import Exchange, exchanges
from quizgen.library.passages import Passage, Unplaced, find_all, unplaced
from quizgen.library.shelf import ShelvedBank
from quizgen.model.errors import QuizgenError
from quizgen.model.question import Question
from quizgen.model.transcript import Transcript
from quizgen.sitting.placing import Placing, Placings, placed


class Sources:
    """Finds transcripts and passages by bank id; a missing transcript is simply None."""

    def __init__(self, banks: Iterable[ShelvedBank]) -> None:
        self._banks = {one.bank.id: one for one in banks if one.bank}
        self._transcripts: dict[str, Transcript | None] = {}
        self._exchanges: dict[str, tuple[Exchange, ...]] = {}
        self._placings: dict[str, Placings] = {}

    def shelved(self, bank: str) -> ShelvedBank | None:
        """The bank with this id."""
        return self._banks.get(bank)

    def put(self, shelved: ShelvedBank) -> None:
        """Take a bank as its file reads now."""
        if shelved.bank:
            self._banks[shelved.bank.id] = shelved

    def transcript(self, bank: str) -> Transcript | None:
        """The transcript of the bank with this id, if it is there and readable."""
        if bank not in self._transcripts:
            self._transcripts[bank] = self._read(bank)
        return self._transcripts[bank]

    def passages(self, bank: str, question: Question) -> tuple[Passage, ...]:
        """Where the words behind ``question`` stand; none without a transcript."""
        transcript = self.transcript(bank)
        if transcript is None or not question.evidence:
            return ()
        return find_all(transcript, question.evidence)

    def unplaced(self, bank: str, question: Question) -> tuple[Unplaced, ...]:
        """The words behind ``question`` that no passage shows: without a transcript all of them."""
        transcript = self.transcript(bank)
        if transcript is None:
            return tuple(map(Unplaced, question.evidence))
        return unplaced(transcript, question.evidence)

    def placing(self, bank: str, question: Question) -> Placing:
        """Where ``question`` stands, from the cache if the transcript is as it was."""
        shelved = self._banks.get(bank)
        path = shelved.transcript_path if shelved else None
        if path is None or not question.evidence:
            return Placing()
        if bank not in self._placings:
            self._placings[bank] = Placings(path)
        known = self._placings[bank].get(question.evidence)
        if known is None:
            exchange = self.exchange(bank, question)
            known = placed(self.passages(bank, question), exchange.number if exchange else None)
            self._placings[bank].put(question.evidence, known)
        return known

    def keep(self) -> None:
        """Write down the places that were worked out."""
        for placings in self._placings.values():
            placings.keep()

    def exchanges(self, bank: str) -> tuple[Exchange, ...]:
        """The exchanges of the bank's transcript; none without a transcript."""
        if bank not in self._exchanges:
            transcript = self.transcript(bank)
            self._exchanges[bank] = exchanges(transcript) if transcript else ()
        return self._exchanges[bank]

    def exchange(self, bank: str, question: Question) -> Exchange | None:
        """The last exchange that one must have read to answer ``question``."""
        turns = {passage.turn.index for passage in self.passages(bank, question)}
        touched = [
            exchange
            for exchange in self.exchanges(bank)
            if any(turn.index in turns for turn in exchange.turns)
        ]
        return touched[-1] if touched else None

    def _read(self, bank: str) -> Transcript | None:
        shelved = self._banks.get(bank)
        path = shelved.transcript_path if shelved else None
        if path is None:
            return None
        from quizgen.transcripts.registry import read_transcript  # noqa: PLC0415 - often not needed

        try:
            return read_transcript(path)
        except QuizgenError:  # a bank may travel alone: its quoted words are shown instead
            return None
