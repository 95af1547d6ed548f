"""Where the items of a bank stand in its transcript, kept so that it is worked out but once.

To choose the items of a session one must know which of them spoil each other, and for that
where the words of each stand; to find them means to read the whole transcript. So the places
are kept by the content of the transcript, and a session on a known one begins at once.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

import quizgen
from quizgen.files.cache import Cache, key, program
from quizgen.library.passages import Passage
from quizgen.library.places import cache_folder

CORRECTIONS = ".quizgen.yaml"
"""The ending of a transcript's corrections; importing it would cost what is saved here."""

_WORKED_OUT_BY = ("sitting", "library", "language", "transcripts", "transcripts/forms", "documents")

Range: TypeAlias = tuple[int, int, int]
"""A turn, and the start and end of some words in its text."""


@dataclass(frozen=True, slots=True)
class Placing:
    """The exchange to read for an item, the words that prove it, and all shown with them."""

    exchange: int | None = None
    turn: int = 0
    start: int = 0
    proof: tuple[Range, ...] = ()
    shown: tuple[Range, ...] = ()


def placed(passages: Iterable[Passage], exchange: int | None) -> Placing:
    """The place of an item with these passages."""
    passages = tuple(passages)
    return Placing(
        exchange=exchange,
        turn=max((passage.turn.index for passage in passages), default=0),
        start=max((passage.start for passage in passages), default=0),
        proof=tuple(
            (passage.turn.index, passage.start + start, passage.start + end)
            for passage in passages
            for start, end in passage.marks
        ),
        shown=tuple(
            (passage.turn.index, passage.shown_start, passage.shown_end) for passage in passages
        ),
    )


class Placings:
    """The known places in one transcript, by the words that are placed."""

    def __init__(self, transcript: Path) -> None:
        self._key = _key(transcript)
        self._known: dict[str, Placing] = {}
        self._new = False
        kept = Cache(cache_folder()).get(self._key) if self._key else None
        for words, values in json.loads(kept).items() if kept else ():
            values["proof"] = tuple(map(tuple, values["proof"]))
            values["shown"] = tuple(map(tuple, values["shown"]))
            self._known[words] = Placing(**values)

    def get(self, evidence: Iterable[str]) -> Placing | None:
        """The place of these words, if it is known."""
        return self._known.get(key(*evidence))

    def put(self, evidence: Iterable[str], placing: Placing) -> None:
        """Note the place of these words."""
        self._known[key(*evidence)] = placing
        self._new = True

    def keep(self) -> None:
        """Write down what is new."""
        if self._new and self._key:
            values = {words: asdict(placing) for words, placing in self._known.items()}
            Cache(cache_folder()).put(self._key, json.dumps(values, separators=(",", ":")))
            self._new = False


def _key(transcript: Path) -> str | None:
    try:
        beside = transcript.with_suffix(CORRECTIONS)
        changes = beside.read_bytes() if beside.is_file() else b""
        return key("placings", _program(), transcript.read_bytes(), changes)
    except OSError:
        return None


@cache
def _program() -> str:
    package = Path(quizgen.__file__).parent
    return key(quizgen.__version__, program(*(package / name for name in _WORKED_OUT_BY)))
