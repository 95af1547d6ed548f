"""What stands before the first turn: title, date, place, who holds which office."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from quizgen.transcripts.labels import is_capitalised

_MONTHS = (
    ("january", "jan", "januar", "janvier", "января", "enero", "gennaio", "janeiro"),
    ("february", "feb", "februar", "février", "февраля", "febrero", "febbraio", "fevereiro"),
    ("march", "mar", "märz", "mars", "марта", "marzo", "março"),
    ("april", "apr", "avril", "апреля", "abril", "aprile"),
    ("may", "mai", "мая", "mayo", "maggio", "maio"),
    ("june", "jun", "juni", "juin", "июня", "junio", "giugno", "junho"),
    ("july", "jul", "juli", "juillet", "июля", "julio", "luglio", "julho"),
    ("august", "aug", "août", "августа", "agosto"),
    ("september", "sep", "sept", "septembre", "сентября", "septiembre", "settembre", "setembro"),
    ("october", "oct", "oktober", "octobre", "октября", "octubre", "ottobre", "outubro"),
    ("november", "nov", "novembre", "ноября", "noviembre", "novembro"),
    ("december", "dec", "dezember", "décembre", "декабря", "diciembre", "dicembre", "dezembro"),
)
_NUMBER = {name: at for at, names in enumerate(_MONTHS, 1) for name in names}
_MONTH = "|".join(sorted(_NUMBER, key=len, reverse=True))
_DATES = (
    re.compile(
        rf"\b(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+)?(?P<month>{_MONTH})\.?,?\s+"
        r"(?:de\s+)?(?P<year>\d{4})\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<year>\d{4})[-/](?P<month>\d{2})[-/](?P<day>\d{2})(?!\d)"),
)
_PLACE = re.compile(
    r"^\W{0,4}(?:Place|Location|Venue|Ort|Lieu|Lugar|Место)\W{1,5}(?P<place>[^\r\n*_:]{2,60})",
    re.MULTILINE | re.IGNORECASE,
)
_ROOM = re.compile(
    r"^[ \t]*(?P<place>[^\r\n:.]{0,50}\b(?:Room|Hall|Center|Centre|House|Palace|Theater|Theatre|"
    r"Building|Office|Studio|Teleconference|University)\b[^\r\n:.]{0,40})[ \t\r]*$",
    re.MULTILINE,
)
_BEFORE_DATE = re.compile(
    r"^(?P<place>[^\W\d][\w .’'-]{1,40}),\s+(?:\w+,?\s+)?(?:den\s+|le\s+|the\s+)?\d"
)
_FRONT = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.{0,8000}?)\r?\n(?:---|\.\.\.)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
_ROSTER = re.compile(
    r"^[ \t*•-]*(?P<name>[^\W\d_][\w.’'-]+(?: [^\W\d_a-z][\w.’'-]*){1,3})\**[ \t]*"
    r"(?:--?|–|—|,)[ \t]*\**(?P<office>[^\W\d_][^\r\n:]{3,90}?)\**[ \t\r]*$",
    re.MULTILINE,
)
_MARKS = "#*_=- \t\xa0>{}[]"
_LONGEST_HEAD = 40_000
_LONGEST_TITLE = 200
_LONGEST_LEGEND = 6_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head of a transcript states; ``people`` gives the office of a name, or nothing."""

    title: str | None = None
    date: str | None = None
    place: str | None = None
    people: dict[str, str] = field(default_factory=dict)


def facts(head: str) -> Facts:
    """Read the head of a transcript: what stands before the first turn."""
    head = head[:_LONGEST_HEAD]
    front = _front(head)
    body = head[front.end :] if front else head
    stated = front.values if front else {}
    people = dict(_roster(body))
    people.update(dict.fromkeys(front.people if front else (), ""))
    return Facts(
        title=stated.get("title") or title(body),
        date=explicit_date(stated.get("date", "")) or explicit_date(head),
        place=place(body),
        people=people,
    )


def title(head: str) -> str | None:
    """The first line that is no date, without mark-up; None if there is none."""
    for line in head[:_LONGEST_HEAD].splitlines():
        words = line.strip().strip(_MARKS)
        if not any(sign.isalpha() for sign in words) or line.lstrip().startswith(("<", "{:", "%%")):
            continue
        date_in = explicit_date(words)
        if date_in is None or len(words) > 40:
            return words[:_LONGEST_TITLE]
    return None


def explicit_date(text: str) -> str | None:
    """The first full date that the text states, as an ISO date."""
    found = [match for pattern in _DATES if (match := pattern.search(text))]
    for match in sorted(found, key=lambda match: match.start()):
        month = match["month"].casefold()
        number = int(month) if month.isdigit() else _NUMBER[month]
        try:
            return date(int(match["year"]), number, int(match["day"])).isoformat()
        except ValueError:
            continue
    return None


def place(head: str) -> str | None:
    """The place: a line that states it, one before or under the date, or a room or hall."""
    match = _PLACE.search(head)
    if match:
        return match["place"].strip(_MARKS)
    lines = [line.strip() for line in head[:4000].splitlines() if line.strip()][:12]
    for at, line in enumerate(lines):
        if explicit_date(line) is None or len(line) > 60:
            continue
        before = _BEFORE_DATE.match(line)
        if before and before["place"].split()[0].casefold() not in _NUMBER:
            return before["place"]
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if re.fullmatch(r"[^\W\d_][\w’'-]+(?:,? [^\W\d_a-z][\w’'-]+){0,3}", following):
            return following
    match = _ROOM.search(head[:4000])
    return match["place"].strip() if match and at_most(match["place"], 8) else None


def at_most(words: str, number: int) -> bool:
    """Whether there are at most so many words."""
    return len(words.split()) <= number


def _roster(head: str) -> Iterator[tuple[str, str]]:
    """The lines of a list of people: ``Tim Cook - Chief Executive Officer``."""
    for match in _ROSTER.finditer(head):
        office = match["office"].strip()
        if office[-1] not in ".?!" and at_most(office, 14):
            yield match["name"], office


_LEGEND = re.compile(
    r"^[ \t|*-]*(?P<key>[A-Z]{1,4}\d?)\**[ \t]*(?:=|–|-|\||:)[ \t|*]*"
    r"(?P<name>[^\W\d_a-z][^\r\n.?!|:=]{2,40}?)[ \t|*\r]*$",
    re.MULTILINE,
)


_DECLARED = re.compile(
    r"(?P<name>[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}) \(\**(?P<key>[A-Z]{2,4})\**\)"
)


def legend(head: str) -> dict[str, str]:
    """Whom initials stand for, where the head of the file says so of two or more.

    It lists them, or has them in brackets after the names: ``Maria Faber (MF)``.
    """
    head = head[:_LONGEST_LEGEND]
    listed = {
        m["key"].casefold(): m["name"].strip()
        for m in _LEGEND.finditer(head)
        if is_capitalised(m["name"].partition(",")[0].partition("(")[0].strip())
    }
    declared = {
        m["key"].casefold(): m["name"]
        for m in _DECLARED.finditer(head)
        if m["key"] == "".join(word[0] for word in m["name"].split())
    }
    found = declared | listed
    return found if len(found) > 1 else {}


_BEGINS = re.compile(
    r"^[ \t#*=_-]*(?:full |complete |episode |interview |rough )?(?:transcripts?|transkript"
    r"|transcription|transcripción|transcrição|trascrizione|расшифровка|стенограмма|全文|文字起こし|逐字稿)"
    r"(?: below)?[ \t#*=:_-]*$",
    re.IGNORECASE | re.MULTILINE,
)


def begins(text: str) -> int:
    """Where a line says that the transcript begins, in the first half of a text; else 0."""
    found = [match.end() for match in _BEGINS.finditer(text, 0, len(text) // 2)]
    return found[-1] if found else 0


def front_end(text: str) -> int:
    """Where the front matter of a Markdown file ends; 0 where there is none."""
    match = _FRONT.match(text) if text.startswith(("---", "\ufeff---")) else None
    return match.end() if match else 0


@dataclass(frozen=True, slots=True)
class _Front:
    values: dict[str, str]
    people: tuple[str, ...]
    end: int


def _front(head: str) -> _Front | None:
    """The front matter of a Markdown file."""
    match = _FRONT.match(head)
    if not match:
        return None
    from quizgen.documents.nodes import Mapping, Scalar, Sequence  # noqa: PLC0415 - loads yaml
    from quizgen.documents.parse import parse  # noqa: PLC0415 - loads yaml

    root = parse(match["yaml"], "").root
    if not isinstance(root, Mapping):
        return _Front({}, (), match.end())
    values = {
        key.value.casefold(): " ".join(value.value.split())
        for key, value in root.pairs()
        if isinstance(value, Scalar) and value.value.strip()
    }
    speakers = next(
        (root.get(k) for k in ("speakers", "guests", "participants") if root.get(k)), None
    )
    people = (
        tuple(item.value.strip() for item in speakers.items if isinstance(item, Scalar))
        if isinstance(speakers, Sequence)
        else ()
    )
    return _Front(values, people, match.end())


_OFFICE = re.compile(
    r"(?P<office>[A-Z][\w’'-]+(?:\s+(?:(?:of|for|the|and|to)\s+)*[A-Z][\w’'-]+){0,7})\s+\Z"
)
_LONGEST_OFFICE = 600  # characters
_BOUND = re.compile(r"\b")


def introduced(head: str, name: str) -> str | None:
    """The capitalised words right before a name in the introduction are the person's office."""
    at = head.find(name)
    while at >= 0:
        match = _OFFICE.search(head[max(at - _LONGEST_OFFICE, 0) : at])
        if match and _BOUND.match(head, at + len(name)):
            return " ".join(match["office"].split())
        at = head.find(name, at + 1)
    return None
