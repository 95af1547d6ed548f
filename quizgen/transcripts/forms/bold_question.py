"""An interview without labels: questions in bold or italic type or as headings, answers plain.

**What did you build first?**

I built a bridge. My mother helped me.

**And how did you come to the mill?**

I walked.

The questions are given the label Q and the answers A, which nobody printed. A page of help
is none: whoever is asked there is not “you”, and no “I” answers.

**What do you grind?**

**Ada Byron:** Rye.

Answers may have labels, where several are asked.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.model.transcript import Transcript
from quizgen.transcripts import furniture
from quizgen.transcripts.build import transcript
from quizgen.transcripts.forms import name_colon
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import Label
from quizgen.transcripts.linestarts import LineStarts
from quizgen.transcripts.margins import bare
from quizgen.transcripts.metadata import front_end
from quizgen.transcripts.starts import Start
from quizgen.transcripts.unspoken import apart
from quizgen.transcripts.view import View

NAME = "bold-question"
_EOL = r"[ \t]*(?:<br ?/?>|\\)?[ \t]*(?=[\r\n]|\Z)"
_SAID = r"(?=\S)(?P<said>(?:(?!{0})(?:[^\r\n]|\r?\n(?!\s*[\r\n]))){{1,1500}}?)"
_KINDS = (
    LineStarts(r"[ \t]*(?P<mark>\*\*|__)" + _SAID.format(r"\*\*|__") + r"(?P=mark)" + _EOL),
    LineStarts(r"[ \t]*(?P<mark>\*|_)(?![*_])" + _SAID.format(r"\*|_") + r"(?P=mark)" + _EOL),
    LineStarts(r"(?P<mark>)(?P<said>[A-ZÀ-ÞА-Я][^a-zà-ÿа-я\r\n]{8,300}\?)[ \t]*(?=[\r\n]|\Z)"),
    LineStarts(
        r"(?P<mark>\*{0,2}(?:Q|Question|Frage|Pregunta|Domanda|Pergunta|Вопрос)\d{0,2}[.:)]"
        r"\*{0,2})[ \t]+"
        r"(?P<said>[^\r\n]{1,800}?)[ \t]*(?=[\r\n]|\Z)"
    ),
    LineStarts(r"[ \t\u3000]*(?P<mark>[―—─]{2})(?P<said>[^\r\n]{1,800}?)[ \t]*(?=[\r\n]|\Z)"),
    LineStarts(r"(?P<mark>\#{2,6})[ \t]+(?P<said>[^\r\n]{1,500}?)[ \t]*(?=[\r\n]|\Z)"),
)
_DASHES = _KINDS[-2]  # as Japanese papers print what is asked
_STOPS = frozenset("。？！?.!）)")
_SIGNS = ("?", "？", "――", "——", "──")
_AROUND = " \t\r\n*"
_DASH_SIGNS = frozenset("―—─")
_FEWEST = 4
_FEWEST_NAMED = 3
_MOSTLY = 0.5
_OFTEN = 0.3
_NEARLY_ALL = 0.9
_ASKS = re.compile(r"[?？][\"”’»)]*$")
_YOU = re.compile(
    r"\b(?:you|your|yours|you['’]\w+|sie|ihr\w*|ihnen|du|dein\w*|vous|votre|vos|tu|ton|tes|usted|"
    r"ustedes|te|tú|você|seu|sua|lei|suo|вы|ваш\w*|вам|вас|ти|ви)\b",
    re.IGNORECASE,
)
_ME = re.compile(
    r"\bI\b|\bI['’]\w+|\b(?:my|me|ich|mein\w*|mir|mich|je|mon|mes|moi|j['’]\w+|yo|mi|mis|eu|meu|minha|"
    r"io|mio|mia|я|мой|моя|мне|меня)\b"
)


class Asked(NamedTuple):
    """A paragraph that asks: where it begins, its words, and where its line ends."""

    at: int
    low: int
    high: int
    end: int


def score(text: str) -> float:
    """How sure the form is of the text: emphasised questions to you, answered by me.

    Where names stand before the answers, no form that knows names alone reads the questions.
    """
    if not any(sign in text for sign in _SIGNS):
        return 0.0
    asked, names = _asked(bare(text).text)
    return 0.0 if not asked else 1.01 if names else 0.6


def read(text: str, path: str) -> Transcript:
    """Read an interview; what is emphasised asks, what stands under it answers."""
    view = bare(text)
    asked, names = _asked(view.text)
    return read_view(view, path, NAME, asked, names=names)


def read_view(
    view: View,
    path: str,
    form: str,
    asked: Sequence[Asked],
    *,
    names: Sequence[Start] = (),
    title: str | None = None,
    cuts: Sequence[Cut] = (),
) -> Transcript:
    """Read a view of a file, of which it is known what asks and, by ``cuts``, what is nobody's.

    ``names`` are the labels of answers, where there are any.
    """
    text = view.text
    question, answer = Label("Q", "Q", "q"), Label("A", "A", "a")
    starts: list[Start] = []
    signs: list[Cut] = []
    for each, end in zip(asked, _ends(asked, text), strict=True):
        starts.append(Start(each.at, each.low, question, "", each.at, each.at))
        signs.append(Cut(each.high, each.end, ""))
        reply = end - len(text[each.end : end].lstrip())
        own = [name for name in names if each.end <= name.at < end]
        if reply < end and (not own or own[0].at > reply):
            starts.append(Start(reply, reply, answer, "", reply, reply))
        starts += own
    usual = [cut for cut in furniture.cuts(text) if cut.kind != "heading"]
    found = apart([*signs, *cuts, *usual], starts)
    return transcript(view, path, form, starts, found, title=title)


def interview(text: str, ranges: Sequence[tuple[int, int]]) -> list[Asked]:
    """What asks in an interview, of ranges that are emphasised; empty where it is none."""
    whole = []
    for low, high in ranges:
        at = text.rfind("\n", 0, low) + 1
        end = text.find("\n", high)
        end = end if end >= 0 else len(text)
        if not text[at:low].strip(_AROUND) and not text[high:end].strip(_AROUND):
            said = text[low:high]
            first = low + len(said) - len(said.lstrip(_AROUND))
            whole.append(Asked(at, first, low + len(said.rstrip(_AROUND)), end))
    return whole if len(whole) >= _FEWEST and _is_interview(whole, text) else []


def _ends(asked: Sequence[Asked], text: str) -> list[int]:
    """Where the answer to each of the questions ends."""
    return [*(each.at for each in asked[1:]), len(text)] if asked else []


def _asked(text: str) -> tuple[list[Asked], list[Start]]:
    """The emphasised paragraphs, in the first dress in which most of them ask; none elsewhere.

    Beside them come the labels of the answers, if nearly all answers have one.
    """
    front = front_end(text)
    for pattern in _KINDS:
        found = [
            Asked(match.start("mark"), *match.span("said"), match.end())
            for match in pattern.finditer(text)
            if match.start() >= front
        ]
        fits = _ends_well if pattern is _DASHES else _is_interview
        if len(found) >= _FEWEST_NAMED and (names := _answering(found, text)):
            return found, names
        if len(found) >= _FEWEST and fits(found, text):
            return found, []
    return [], []


def _answering(found: Sequence[Asked], text: str) -> list[Start]:
    """The labels of the answers, if most paragraphs ask and one follows nearly each of them."""
    asking = sum(1 for each in found if _ASKS.search(text[each.low : each.high].strip()))
    if asking < _MOSTLY * len(found) and text[found[0].at] not in _DASH_SIGNS:
        return []
    names = name_colon.FORM.decide(text, trusting=True)[0].speaking
    at = {each.at for each in names}
    for each in found:
        line = text.rfind("\n", 0, each.at) + 1
        if line in at:
            return []  # what is emphasised has a label itself
    ends = _ends(found, text)
    replies = [
        end - len(text[each.end : end].lstrip())
        for each, end in zip(found, ends, strict=True)
        if text[each.end : end].strip()
    ]
    named = sum(1 for reply in replies if text.rfind("\n", 0, reply) + 1 in at)
    return names if named >= max(_NEARLY_ALL * len(replies), _FEWEST_NAMED) else []


def _ends_well(found: Sequence[Asked], text: str) -> bool:
    """Whether an answer in whole sentences stands under nearly every question."""
    ends = _ends(found, text)
    answers = [text[one.end : end].strip() for one, end in zip(found, ends, strict=True)]
    return sum(1 for words in answers if words[-1:] in _STOPS) >= _NEARLY_ALL * len(found)


def _is_interview(found: Sequence[Asked], text: str) -> bool:
    """Whether most of the paragraphs ask somebody who answers under them."""
    said = [text[each.low : each.high].strip() for each in found]
    ends = _ends(found, text)
    answers = [text[one.end : end].strip() for one, end in zip(found, ends, strict=True)]
    asking = sum(1 for words in said if _ASKS.search(words))
    answered = sum(1 for words in answers if words)
    to_you = sum(1 for words in said if _YOU.search(words))
    of_me = sum(1 for words in answers if _ME.search(words))
    return (
        asking >= max(_FEWEST, _MOSTLY * len(found))
        and answered >= _NEARLY_ALL * len(found)
        and to_you >= _OFTEN * len(found)
        and of_me >= _OFTEN * len(found)
    )
