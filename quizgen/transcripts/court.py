"""Who asks and who answers in court: ``BY MR. JONES:`` names Q, the oath names A."""

import re

from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import clean, is_floor
from quizgen.transcripts.starts import Start

_EXAMINATION = r"(?:(?:[A-Z]+[ \t-]+){0,4}EXAMINATION|(?:[A-Z][a-z]+[ \t-]+){0,4}[Ee]xamination)"
_TITLED = r"(?:MR|MS|MRS|DR|MISS|Mr|Ms|Mrs|Dr|Miss)\.? [^\r\n:]{2,40}?"
_EXAMINER = re.compile(
    rf"""^[ \t\xa0]*(?:
    {_EXAMINATION}(?:,?[ \t]+\(?(?:CONTINUED|RESUMED|[Cc]ontinued|[Rr]esumed)\)?)?
      (?:[ \t]+(?:BY|By|by)[ ](?P<heading>[^\r\n:]{{2,60}}?))?
    |(?:(?:CROSS|RE|Cross|Re)-?)?(?:EXAMINED|[Ee]xamined)[ \t]+
      (?:BY|By|by)[ ](?P<examined>{_TITLED})
    |(?:BY|By|by)[ ](?P<titled>{_TITLED})
    |BY(?:[ ](?P<named>[A-Z][A-Z.,'’ -]{{1,60}}))?(?=:)
    )[ \t]*:?[ \t]*(?=[\r\n]|\Z)""",
    re.MULTILINE | re.VERBOSE,
)
_SWORN = re.compile(
    r"(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){1,4})[,\s]+(?:[^.A-Z]{0,120}?)\b(?:duly\s+)?"
    r"(?:sworn|affirmed)\b"
)
_FOLLOWS = re.compile(
    r"[^.:]{0,160}?\bas\s+follows[:.]?(?=\s)|[^\r\n:]{0,80}[.:]?[ \t]*(?=[\r\n]|\Z)"
)
_APPEARANCES = re.compile(
    r"^[ \t\xa0]*(?:APPEARANCES|A P P E A R A N C E S)[ \t]*:?[ \t]*(?=[\r\n]|\Z)", re.MULTILINE
)
_ON_A_TITLE_PAGE = 2
_ANSWERS = frozenset({"a", "the witness", "witness", "a witness"})


def parties(text: str, starts: list[Start]) -> tuple[list[Start], list[Cut]]:
    """The starts, Q and A with their persons; the lines that name who examines are cuts.

    A new examination whose examiner is not named ends the one before: nobody knows who asks.
    """
    letters = {start.label.key for start in starts}
    if "q" not in letters or not letters & _ANSWERS:
        return starts, []
    starts = _below_title(text, starts)
    examiners = list(_EXAMINER.finditer(text))
    witnesses = list(_SWORN.finditer(text))
    asking = answering = None
    at = sworn = 0
    found = []
    for start in starts:
        while at < len(examiners) and examiners[at].start() < start.at:
            asking = _examiner(examiners[at])
            at += 1
        while sworn < len(witnesses) and witnesses[sworn].start() < start.at:
            answering = _name(witnesses[sworn]["name"])
            sworn += 1
        person = answering if start.label.key in _ANSWERS else None
        person = asking if start.label.key == "q" else person
        found.append(start._replace(person=person) if person else start)
    cuts = [Cut(*match.span(), "direction") for match in examiners]
    return found, cuts + [cut for match in witnesses if (cut := _oath(text, match))]


def _below_title(text: str, starts: list[Start]) -> list[Start]:
    """The starts without what looks like one on the title page, above those who appear."""
    listed = _APPEARANCES.search(text)
    above = sum(1 for start in starts if listed and start.at < listed.start())
    return starts[above:] if above <= _ON_A_TITLE_PAGE else starts


def _examiner(line: re.Match[str]) -> str | None:
    """Whom a line names that says who examines; None where it names nobody, or a role."""
    printed = next(filter(None, line.groups()), "")
    name = _name(printed)
    return None if not name or is_floor(name) else name


def _oath(text: str, sworn: re.Match[str]) -> Cut | None:
    """The lines that say who is sworn, up to “as follows:”, where they begin a line."""
    low = text.rfind("\n", 0, sworn.start()) + 1
    if text[low : sworn.start()].strip():
        return None
    end = _FOLLOWS.match(text, sworn.end())
    return Cut(sworn.start(), end.end(), "direction") if end else None


def _name(printed: str) -> str:
    name = clean(printed.strip()).name
    return name.title() if name.isupper() else name
