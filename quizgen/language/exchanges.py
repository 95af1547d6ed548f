"""A transcript cut into exchanges: somebody asks, somebody replies.

An exchange is the portion that is read at once, and what "the question that drew this
answer" means. Who asks is the floor, and any named speaker who mostly asks (an
interviewer, a moderator); elsewhere a turn that ends on a question opens an exchange.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.language.words import count
from quizgen.model.transcript import Transcript, Turn

_ASKS_OFTEN = 0.4
_FEWEST_TURNS = 2


@dataclass(frozen=True, slots=True)
class Exchange:
    """Consecutive turns; ``number`` counts from 1, ``asking`` comes before ``replies``.

    ``silent`` are turns in which nothing is said: a label alone, or a mark.
    """

    number: int
    asking: tuple[Turn, ...]
    replies: tuple[Turn, ...]
    silent: tuple[Turn, ...] = ()

    @property
    def turns(self) -> tuple[Turn, ...]:
        """All turns of the exchange, in the order spoken."""
        every = (*self.asking, *self.replies, *self.silent)
        return tuple(sorted(every, key=lambda turn: turn.index)) if self.silent else every


def exchanges(transcript: Transcript) -> tuple[Exchange, ...]:
    """Every turn of the transcript in exactly one exchange, in the order spoken."""
    asking = askers(transcript)
    found = []
    for number, turns in enumerate(_portions(transcript, asking), start=1):
        said = tuple(turn for turn in turns if turn.text)
        silent = tuple(turn for turn in turns if not turn.text)
        split = next((at for at, turn in enumerate(said) if not _opens(turn, asking)), len(said))
        found.append(Exchange(number, said[:split], said[split:], silent))
    return tuple(found)


def askers(transcript: Transcript) -> frozenset[str]:
    """The speakers whose part it is to ask: the floor, interviewers, moderators."""
    turns, asked, said = Counter[str](), Counter[str](), Counter[str]()
    for turn in transcript.turns:
        if not turn.text:
            continue
        turns[turn.who] += 1
        asked[turn.who] += _ends_on_question(turn)
        said[turn.who] += count(turn.text)
    floor = {speaker.name for speaker in transcript.speakers if speaker.anonymous}
    if len(floor) == len(transcript.speakers):  # nobody is named: labels tell nothing
        floor = set()
    total = sum(said.values())
    inquiring = {
        name
        for name, times in turns.items()
        if times >= _FEWEST_TURNS and asked[name] >= _ASKS_OFTEN * times and said[name] < total / 2
    }
    found = floor | inquiring
    return frozenset(found) if len(found) < len(turns) else frozenset(floor)


def _portions(transcript: Transcript, asking: frozenset[str]) -> Iterator[tuple[Turn, ...]]:
    portion: list[Turn] = []
    asks = True  # whether the last turn that said something opens an exchange
    for turn in transcript.turns:
        if turn.text and portion and _opens(turn, asking) and not asks:
            yield tuple(portion)
            portion = []
        asks = _opens(turn, asking) if turn.text else asks
        portion.append(turn)
    if portion:
        yield tuple(portion)


def _opens(turn: Turn, asking: frozenset[str]) -> bool:
    return turn.who in asking or (not asking and _ends_on_question(turn))


def _ends_on_question(turn: Turn) -> bool:
    return turn.text.rstrip("\"”“»')] \u00a0\u202f").endswith(("?", "？", "؟"))
