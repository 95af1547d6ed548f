"""What the rows are measured on: the bundled files; banks and transcripts of any length."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.bank.merge.lock import Lock, format_lock, new_entry, parse_lock
from quizgen.bank.merge.plan import Today
from quizgen.bank.merge.update import updated
from quizgen.bank.reader import parse_bank
from quizgen.bank.stamp import stamp
from quizgen.bank.writer import format_bank
from quizgen.model.bank import Bank, GenerateSettings
from quizgen.model.question import Choice, Option, Question

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "g20-2017-putin-news-conference.txt"
BANK = ROOT / "questions" / "g20-2017-putin-news-conference.yaml"
QUIZGEN = (sys.executable, "-m", "quizgen")
_WORD = re.compile(r"\b[a-z]{6,}\b|\b\d+\b")


def bank(items: int, first: int = 0) -> str:
    """The text of a bank of so many questions, each as long as those that quizgen makes.

    ``first`` is the number of the first one, which tells the questions of banks apart.
    """
    questions = "".join(
        f"""
- question: Which words are missing from what the speaker says?
  quote: >-
    We have agreed to establish a ____ with {n} members, who make joint efforts to
    watch over the river and its bridges.
  answer: working group {n}
  wrong:
  - joint command {n}
  - special envoy {n}
  topic: The river
  difficulty: medium
  from: We have agreed to establish a working group {n} with {n} members
  id: b{n:07}
"""
        for n in range(first, first + items)
    )
    return f"quizgen: 1\nid: many\ntitle: Many\n\nquestions:\n{questions}"


def transcript(times: int) -> str:
    """The news conference, so many times over; each time with its own names and numbers."""
    head, _, talk = SEED.read_text(encoding="utf-8").partition("Question:")
    rounds = (f"Question:{talk}".replace("Syria", f"Syria{n}") for n in range(times))
    return head + "\n".join(rounds)


def talks(number: int, first: int = 0) -> Iterator[str]:
    """So many transcripts as long as the news conference, in which nothing is said twice.

    ``first`` begins with another one than the news conference itself.

    The longer words of the first change places, each time by another step, and its numbers
    grow; the people and the shape of what they say stay.
    """
    text = SEED.read_text(encoding="utf-8")
    words = sorted({word for word in _WORD.findall(text) if word.isalpha()})
    places = {word: place for place, word in enumerate(words)}
    for step in range(first, first + number):

        def other(found: re.Match[str], step: int = step) -> str:
            word = found[0]
            if word.isdigit():
                return str(int(word) + step)
            return words[(places[word] * (step // len(words) + 1) + step) % len(words)]

        yield _WORD.sub(other, text)


def long_talk(times: int, first: int = 0) -> str:
    """A transcript so many times as long as the news conference, in which nothing is said twice."""
    head, *others = talks(times, first)
    bodies = (talk.partition("Question:")[2] for talk in others)
    return "\n".join([head, *(f"Question:{body}" for body in bodies)])


@dataclass(frozen=True, slots=True)
class MadeBank:
    """A bank as quizgen wrote it, its lock file, and the questions made today: the same."""

    text: str
    lock: str
    questions: tuple[Question, ...]

    def load(self) -> object:
        """Read the bank."""
        return parse_bank(self.text, "made.yaml")

    def again(self) -> object:
        """Read both, find what changed, which is nothing, and make the lock file anew."""
        settings = GenerateSettings(count=len(self.questions))
        read = parse_bank(self.text, "made.yaml")
        update = updated(read, parse_lock(self.lock), Today(self.questions, ""), settings, "a.txt")
        return format_lock(Lock(update.entries))


def made(items: int) -> MadeBank:
    """A bank of so many questions by quizgen."""
    questions = tuple(map(_question, range(items)))
    bank = Bank(
        id="made",
        title="Made",
        path="made.yaml",
        source="a.txt",
        generate=GenerateSettings(count=items),
        questions=questions,
    )
    lock = Lock(tuple(new_entry(question, None) for question in questions))
    return MadeBank(format_bank(bank), format_lock(lock), questions)


def _question(n: int) -> Question:
    words = (
        f"We have agreed to establish a working group with {n} members, who make joint efforts "
        "to watch over the river and its bridges."
    )
    question = Choice(
        stem="Which words are missing from what the speaker says?",
        quote=words.replace("working group", "____"),
        key=f"working group {n}",
        wrong=(Option(f"joint command {n}"), Option(f"special envoy {n}")),
        topic="The river",
        difficulty="medium",
        evidence=(words,),
        id=f"b{n:07}",
    )
    return replace(question, made=stamp(question, words, rule="cloze", version=1))
