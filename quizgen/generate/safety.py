"""Whether a bank on disk may be overwritten: only if quizgen alone wrote all of it."""

from quizgen.bank.reader import ReadBank
from quizgen.bank.stamp import content_fingerprint


def touched(read: ReadBank) -> list[str]:
    """What of a bank is not, or no longer, quizgen's own, in words; empty if nothing."""
    found = [f"line {p.line}: {p.message}" for p in read.problems if p.level == "error"]
    if read.bank is None:
        return found or ["it is not a bank"]
    for question in (*read.bank.questions, *read.bank.retired):
        line = question.place.line if question.place else 0
        if question.made is None:
            found.append(f"line {line}: written by hand")
        elif question.made.content != content_fingerprint(question):
            found.append(f"line {line}: changed since quizgen made it")
    return found
