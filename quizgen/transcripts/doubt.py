"""When a reading is too doubtful to give: the reasons, and the lines that it stumbled over."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.model.errors import TranscriptError
from quizgen.model.transcript import Transcript, Turn
from quizgen.transcripts.heads import lists_names
from quizgen.transcripts.labels import clean, is_office

_NAME_ALONE = "name-alone"
_OWN_DRESS = "own-dress"
_FEWEST_TURNS = 2
_FEW = 5
_MOSTLY = 0.6
_NEARLY_ALL = 0.8  # in a short transcript many speak once
_LEAST_PROSE = 0.4
_UNLIKE_SPEECH = 0.25
_ATTRIBUTED = frozenset({"xml", "json", "table", "captions"})
_LONGEST_HEAD = 0.5
_SHORT_WORDS = 3
_SAMPLE = 60  # turns that are looked at
_START = 120  # characters of each
_ENDS = frozenset('.?!…。！？—”"')
_SIGNED = re.compile(r"\n -- [^\n<]{2,60} <[^\n>]+@[^\n>]+>|\nSigned-off-by: ")
_MANY = 12
_LONG_TEXT = 100  # lines
_STOP = re.compile(r"[.?!…。！？—]")
_CODE = re.compile(
    r"\n(?:=(?:head\d|item|over|cut|pod)\b|\.(?:TH|SH|PP)\b|#include |def \w+\(|class \w+[:(]"
    r"|import \w+|package \w+;|function \w+\(|#!/)"
)
_ODD = re.compile(r"\w[/@_=*]\w|::|^[\W\d]*$|[{}<>|]|\*$|^[\w.-]*\d[\w.-]*$")
_FENCED = re.compile(r"^[ \t]*```[^\n]*\n.*?^[ \t]*```", re.DOTALL | re.MULTILINE)
_SEVERAL = 3
_SHOWN = 4
_WIDTH = 70


def unsure(transcript: Transcript) -> str | None:
    """Why a reading cannot be relied on, or None where it can."""
    turns = transcript.turns
    attributed = transcript.form in _ATTRIBUTED
    if not any(turn.text for turn in turns) or len(turns) < (1 if attributed else _FEWEST_TURNS):
        return "no turns that quizgen can tell apart were found"
    return (
        None
        if attributed
        else _looks_like_a_list(turns, transcript.form) or _says_little(transcript)
    )


def _looks_like_a_list(turns: Sequence[Turn], form: str) -> str | None:
    """Whether the labels come as they do in lists of facts, where each comes once."""
    if len(turns) <= _FEW and all(lists_names(turn.text) for turn in turns):
        return "nothing but names follows the labels, as in a list of those present"
    times = Counter(turn.who for turn in turns)
    once = sum(1 for often in times.values() if often == 1)
    share = _MOSTLY if len(turns) > _MANY else _NEARLY_ALL
    if len(turns) > _FEW and once > share * len(turns) and not _are_titled(turns):
        return "nearly every label comes only once, as in a list, not a conversation"
    few = _FEW >= len(turns) >= (_FEWEST_TURNS if form == _NAME_ALONE else _FEWEST_TURNS + 1)
    if few and once == len(turns) and not _are_known(turns):
        return "every label comes only once, as in a list, not a conversation"
    if (
        len(times) == 1
        and not _timed(turns)
        and (len(turns) <= _FEWEST_TURNS or " " not in turns[0].who)
    ):
        return f"only one label was found, “{turns[0].speaker}”"
    return None


def _are_known(turns: Sequence[Turn]) -> bool:
    """Whether roles of the floor speak a part, or most labels are such as no list holds."""
    return sum(1 for turn in turns if turn.anonymous) * 3 > len(turns) or _are_titled(turns)


def _timed(turns: Sequence[Turn]) -> bool:
    """Whether a time stands beside the first labels."""
    return any(note.kind == "time" for turn in turns[:2] for note in turn.notes)


def _are_titled(turns: Sequence[Turn]) -> bool:
    """Whether most labels are or hold a title, an office or a party, as no list of facts does."""
    labels = [clean(turn.label) for turn in turns]
    titled = sum(
        1
        for label in labels
        if label.title or label.inside or label.office or is_office(label.name)
    )
    return titled * 3 >= len(labels) * 2


def _says_little(transcript: Transcript) -> str | None:
    """Whether too little of the text is anybody's, or what follows the labels is no speech."""
    turns = transcript.turns
    before = transcript.preamble[1] - transcript.preamble[0]
    mostly_head = before > _LONGEST_HEAD * len(transcript.text) and not _are_titled(turns)
    if mostly_head and len(turns) <= _FEWEST_TURNS:
        return "less than half of the text belongs to a speaker"
    if _are_samples(transcript):
        return "it is a document that shows samples of transcripts"
    if transcript.form == _OWN_DRESS or _timed(turns):
        return None  # people talk to each other; a time stands before the lines of chats alone
    if _SIGNED.search(transcript.text):
        return "it is a log of changes"
    if len(turns) < _MANY and len(_CODE.findall(transcript.text)) > 1:
        return "it is a document with code, not a conversation"
    return None if _is_said(transcript) else "what stands after the labels is not speech"


def _are_samples(transcript: Transcript) -> bool:
    """Whether all that is said stands in several fences, with more prose around than in them."""
    text = transcript.text
    fences = [match.span() for match in _FENCED.finditer(text)] if "```" in text else []
    if len(fences) < _SEVERAL:
        return False
    inside = sum(1 for turn in transcript.turns for low, high in fences if low < turn.start < high)
    within = sum(high - low for low, high in fences)
    return inside >= _NEARLY_ALL * len(transcript.turns) and within * 2 < len(text)


def _is_said(transcript: Transcript) -> bool:
    """Whether a sample of the turns reads as speech does."""
    turns = transcript.turns
    sample = turns[:: len(turns) // _SAMPLE + 1]
    if transcript.form == _NAME_ALONE:
        if len(turns) < _FEW and transcript.text.count("\n") > _LONG_TEXT:
            return False
        ended = sum(1 for turn in sample if _STOP.search(turn.text))
        return ended >= _LEAST_PROSE * len(sample)
    prose = sum(1 for turn in sample if _is_prose(turn.text[:_START]))
    return prose >= _LEAST_PROSE * len(sample) or not _like_keys(turns[: 10 * _SAMPLE])


def _like_keys(turns: Sequence[Turn]) -> bool:
    """Whether labels come as keys of a document do: many, in a row, with odd values."""
    labels = [turn.speaker for turn in turns]
    same = sum(1 for one, two in pairwise(labels) if one == two)
    odd = sum(1 for turn in turns if _ODD.search(turn.text) or not turn.text)
    many = len(set(labels))
    unlike = max(same / max(len(labels) - 1, 1), odd / len(labels))
    return unlike > _UNLIKE_SPEECH or many > _MOSTLY * len(labels)


def _is_prose(text: str) -> bool:
    """Whether a text reads as if somebody said it: words in a row, or a sentence's end."""
    words = text.split()
    plain = sum(1 for word in words if word.strip(".,?!;:…'\"“”’-–—()").isalpha())
    return (len(words) > _SHORT_WORDS and plain * 2 > len(words)) or text[-1:] in _ENDS


def refusal(text: str, path: str, tried: Sequence[Transcript]) -> TranscriptError:
    """The refusal of a text, with the reason and the lines that were looked at."""
    reasons = dict.fromkeys(why for each in tried if (why := unsure(each)))
    reason = next(iter(reasons), "no line begins with a speaker's label")
    lines = "".join(f"\n  line {line}: {words}" for line, words in _stumbled(text, tried))
    return TranscriptError(
        f"“{path}” was not understood as a transcript: {reason}.{lines}",
        fix="Each turn should begin on its own line with its speaker: “Name: what was said”. "
        "If the file has another form, name it with --form (see quizgen read --help).",
    )


def _stumbled(text: str, tried: Sequence[Transcript]) -> Iterator[tuple[int, str]]:
    lines = text[:2_000_000].splitlines()
    numbers = [problem.line for each in tried[:1] for problem in each.problems if problem.line]
    numbers += [turn.line for each in tried[:1] for turn in each.turns]
    if not numbers:
        numbers = [at for at, line in enumerate(lines, 1) if line.strip()]
    for number in sorted(set(numbers))[:_SHOWN]:
        words = " ".join(lines[number - 1].split()) if number <= len(lines) else ""
        if words:
            yield number, words if len(words) <= _WIDTH else words[:_WIDTH] + "…"
