"""Court records whose lines a program ran together: their numbers stand among the words.

1 THE COURT: Good day. 2 MS. BERG: Good day, your 3 Honor. 4 THE COURT: Are both sides 5 here?
"""

import re
from dataclasses import replace

from quizgen.model.transcript import Transcript, Turn
from quizgen.transcripts.linestarts import LineStarts

_LONG = LineStarts(r"[^\n]{400}")
_LINE = re.compile(r"[^\n]++")
_SHORTEST_LINE = 100
_LOOKED_AT = 20_000
_NUMBER = re.compile(r"(?<!\S)(\d{1,2})(?=\s)")
_FEWEST_LINES = 12
_SHORTEST_PAGE = 15
_WIDEST = 140  # characters of a court's line, and of a page's head
_LEFT_OUT = 2
_TRIED = 4  # ones in a line, from which the counting may begin
_FEWEST_COUNTED = 3


def parted(text: str) -> str:
    """The same characters, with line breaks for the blanks where lines were run together.

    A text of lines is given back as it is.
    """
    if not _between_numbers(text[:_LOOKED_AT]) or not _LONG.search(text):  # the fast one first
        return text
    signs = list(text)
    for at in _between_numbers(text):
        signs[at] = "\n"
    return "".join(signs)


def _between_numbers(text: str) -> list[int]:
    """The blanks in long lines before the numbers of a court's lines, from one on each page."""
    breaks: list[int] = []
    for line in _LINE.finditer(text):
        if line.end() - line.start() >= _SHORTEST_LINE:
            numbers = [(int(n[1]), n.start()) for n in _NUMBER.finditer(text, *line.span())]
            ones = [at for at, (number, _) in enumerate(numbers) if number == 1][:_TRIED]
            counted = max((_counted(numbers[at:]) for at in ones), key=len, default=[])
            if len(counted) >= _FEWEST_COUNTED:
                breaks += [at - 1 for at in counted if at > line.start()]
    return breaks if len(breaks) >= _FEWEST_LINES else []


def _counted(numbers: list[tuple[int, int]]) -> list[int]:
    """The places of numbers that count from the first of them, and anew on the next page.

    A number that does not go on counting is one that somebody says; a program may have left
    one out.
    """
    last, begin = numbers[0]
    found = [begin]
    for number, at in numbers[1:]:
        goes_on = 0 < number - last <= _LEFT_OUT and at - begin <= _LEFT_OUT * _WIDEST
        if goes_on or (number == 1 and last >= _SHORTEST_PAGE):
            found.append(at)
            last, begin = number, at
    return found


def at_home(transcript: Transcript, text: str) -> Transcript:
    """A transcript that was read from the ``parted`` text, with the lines of the text itself."""
    if transcript.text == text:
        return transcript
    home = [1]
    for one, sign in zip(transcript.text, text, strict=True):
        if one == "\n":
            home.append(home[-1] + (sign == "\n"))
    turns = tuple(
        replace(turn, line=home[turn.line - 1], text=_said(turn, text)) for turn in transcript.turns
    )
    problems = tuple(
        replace(p, line=home[p.line - 1] if p.line else 0) for p in transcript.problems
    )
    return replace(transcript, text=text, turns=turns, problems=problems)


def _said(turn: Turn, text: str) -> str:
    """The words of a turn with the blanks that stand in the file."""
    if not turn.segments:
        return text[turn.start : turn.end]
    pieces = (
        (turn.text[piece.start : piece.end], text[piece.source_start : piece.source_end])
        for piece in turn.segments
    )
    return "".join(there if len(there) == len(said) else said for said, there in pieces)
