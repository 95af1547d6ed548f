"""What the rows are measured on: the bundled files; banks and transcripts of any length."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "g20-2017-putin-news-conference.txt"
BANK = ROOT / "questions" / "g20-2017-putin-news-conference.yaml"
QUIZGEN = (sys.executable, "-m", "quizgen")


def bank(items: int) -> str:
    """The text of a bank of so many questions, each as long as those that quizgen makes."""
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
        for n in range(items)
    )
    return f"quizgen: 1\nid: many\ntitle: Many\n\nquestions:\n{questions}"


def transcript(times: int) -> str:
    """The news conference, so many times over; each time with its own names and numbers."""
    head, _, talk = SEED.read_text(encoding="utf-8").partition("Question:")
    rounds = (f"Question:{talk}".replace("Syria", f"Syria{n}") for n in range(times))
    return head + "\n".join(rounds)
