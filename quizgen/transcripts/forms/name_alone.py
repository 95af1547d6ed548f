"""A name alone on its line, the words under it: plays, calls with investors, web pages.

HAMLET
Who's there?

Enter FRANCISCO

FRANCISCO
Nay, answer me.

**Ada Byron**
* Markdown's bold type or a heading may mark the name.

Charles Babbage -- Chief Executive Officer

So may an office or a constituency (North West) (Ind) after it.
"""

import re
from collections import Counter

from quizgen.transcripts.furniture import is_scene
from quizgen.transcripts.labels import is_capitalised, is_floor, is_office
from quizgen.transcripts.lines import LineForm
from quizgen.transcripts.shapes import Proposal
from quizgen.transcripts.vocabulary import DIRECTION

NAME = "name-alone"
_LIST = 3  # so many names one under the other are a list of people
_MOST_WORDS = 6
_OFTEN = 2  # more often than this, a line of a name's shape is one
_ENTRANCE = re.compile(r"^.{0,80}\b[Ee]nter\b.{0,120}", re.MULTILINE)
_WORD = re.compile(r"\w+")


def _sift(proposals: list[Proposal], text: str) -> list[Proposal]:
    """Drop what is in a name's place and is none: headings, directions, lists of people."""
    entering = _entering(text)
    likely = [each for each in proposals if _likely(each, text)]
    often = Counter(each.label.key for each in likely)
    likely = [each for each in likely if _apart(each, text, often[each.label.key], entering)]
    times = Counter(each.label.key for each in likely)
    kept: list[Proposal] = []
    run: list[Proposal] = []
    for each in likely:
        if run and text[run[-1].text : each.at].strip():
            kept += _without_lists(run, times)
            run = []
        run.append(each)
    if run and text[run[-1].text :].strip():
        kept += _without_lists(run, times)
    first = next((at for at, each in enumerate(kept) if times[each.label.key] > 1), len(kept))
    return kept[first:]


def _without_lists(run: list[Proposal], times: Counter[str]) -> list[Proposal]:
    """Of names one under the other without a word between, the last is the speaker."""
    if len(run) >= _LIST:
        return run[-1:]
    return [each for each in run[:-1] if times[each.label.key] > 1] + run[-1:]


def _entering(text: str) -> frozenset[str]:
    """The words of the lines that say who enters."""
    lines = _ENTRANCE.findall(text)
    return frozenset(word for line in lines for word in _WORD.findall(line.casefold()))


def _apart(each: Proposal, text: str, times: int, entering: frozenset[str]) -> bool:
    """Whether a name in small letters stands apart from the line above, or is known to enter."""
    label = each.label
    if label.name.isupper() or times > _OFTEN or "*" in each.dress or "#" in each.dress:
        return True
    if times == 1 and entering:
        return label.key.split()[-1] in entering
    above = text[max(each.at - 3, 0) : each.at].rstrip(" \t")
    if not above or above.count("\n") > 1 or above.replace("\r", "") in {"\n\n", "\n"}:
        return True
    return above.strip()[-1:] in set(".?!…\"”)]—-:’'")


def _likely(each: Proposal, text: str) -> bool:
    label = each.label
    if is_floor(label.name) or is_office(label.name):
        return True
    line = text[each.at : each.text]
    if is_scene(line) or DIRECTION.match(line.strip(" \t#*_")):
        return False
    if not is_capitalised(label.name) or len(label.name.split()) > _MOST_WORDS:
        return False
    return not label.printed.endswith((",", ";", "-"))


FORM = LineForm(NAME, ("alone",), 0.9, sift=_sift)
score = FORM.score
read = FORM.read
