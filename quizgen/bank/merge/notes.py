"""The lines ``#~ `` above a question: what a teacher should know who edited it.

quizgen owns these lines and no others; they go when the matter is settled.
"""

from quizgen.bank.merge.items import Item
from quizgen.bank.merge.lock import Entry
from quizgen.bank.reader import parse_bank
from quizgen.model.question import Question

MARK = "#~ "
_AROUND = 4  # words shown on either side of a difference
_LONGEST = 90


def gone_note() -> str:
    """Above an edited question whose words are no longer said."""
    return f"{MARK}the transcript no longer holds these words; run quizgen review"


def changed_note(item: Item, entry: Entry, question: Question) -> str:
    """Above a teacher's version of a question that quizgen would write differently now."""
    base = as_question(entry.text)
    made, now = item.made, question.made
    if base is not None and made and now and made.source != now.source:
        was, new = difference(" ".join(base.evidence), " ".join(question.evidence))
        words = f"the transcript changed here: was “{was}”, is now “{new}”"
    else:
        words = f"quizgen would now ask: “{_cut(question.stem)}”"
        if base is not None:
            words = _first_change(base, question) or words
    return f"{MARK}{words}; run quizgen review"


def as_question(text: str) -> Question | None:
    """The question that an item's lines say, if they can be read."""
    bank = parse_bank(f"questions:\n{text}", "").bank if text else None
    return bank.questions[0] if bank and bank.questions else None


def difference(old: str, new: str) -> tuple[str, str]:
    """The parts of two texts that differ, with a few words around them."""
    was, now = old.split(), new.split()
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    end = 0
    while end < min(len(was), len(now)) - start and was[-1 - end] == now[-1 - end]:
        end += 1
    low = max(start - _AROUND, 0)
    return _part(was, low, len(was) - end + _AROUND), _part(now, low, len(now) - end + _AROUND)


def _part(words: list[str], low: int, high: int) -> str:
    before = "… " if low else ""
    after = " …" if high < len(words) else ""
    return f"{before}{_cut(' '.join(words[low:high]))}{after}"


def _first_change(base: Question, question: Question) -> str:
    """The first field that differs, in words; nothing where no text does."""
    for name, field in (("stem", "question"), ("quote", "quote"), ("key", "answer")):
        was, now = getattr(base, name, None), getattr(question, name, None)
        if was != now and isinstance(was, str) and isinstance(now, str):
            old, new = difference(was, now)
            return f"quizgen's {field} was “{old}”, would now be “{new}”"
    return ""


def _cut(words: str) -> str:
    shown = " ".join(words.split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST - 1]}…"
