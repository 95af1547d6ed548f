"""Cleaning a printed label: the name without title, party, office, brackets and typography."""

import re
from dataclasses import dataclass
from functools import lru_cache

from quizgen.transcripts.spelling import titled
from quizgen.transcripts.vocabulary import (
    ADDRESS,
    FLOOR,
    NEVER,
    NEVER_PHRASE,
    OFFICE,
    ONE_SELF,
    PARTICLES,
    SPEECH,
    TITLE_WORDS,
)

_MOST_WORDS = 8
_MOST_COMMAS = 4
_LONGEST = 60
_ABBREVIATION = re.compile(
    r"\b(?:Parl|Mag|MMag|DDr|Dipl|Univ|Mgr|JUDr|MUDr|PhDr|RNDr|Doc|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Capt|Hon|Rev|Jr|Sr|St|Ret|Rt|Amb|Adm|Sgt|Cllr|"
    r"Abg|Atty|Supt|Ald|Insp|Cmdr|Pres|Dep|Asst|Cpl|Sra|Srta|Ing|Avv|On|Dhr|Mw|Mevr|Anf|Mme|Mlle|Messrs|Maj|Bros|No|vs|[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄҐ]{1,2})\.(?=[\s\w,(-]|$)",
    re.IGNORECASE,
)
_LONG_TITLE = re.compile(  # “Prime Minister Kishida”; none of its words is a title by itself
    r"(?:acting )?(?:prime minister|administrator|press secretary|surgeon general) "
    r"(?!of\b|for\b|and\b)(?=[^\W\d_]{2})",
    re.IGNORECASE,
)
_CAPITAL_TITLE = re.compile(r"\b[A-Z]{2,5}\.(?=\s+[A-Z])")
_BRACKETS = re.compile(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\]|/([^/]*)/$|(?<=\s)/(\w{2,5})$)")
_COUNTED = re.compile(r"[A-Z]|\d{1,3}")
_PAPERS = frozenset({"ZEIT", "TIME"})  # print their interviews under their names
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"^[^\w\s()\[\]/\"“„«'‘’?¿¡>*_#.:;,&+@-]+\s*")  # such as a microphone
_ADDRESSED = re.compile(
    r"^((?:[\w.]+ ){0,4}[A-ZÀ-Þ][A-ZÀ-Þ'’-]+) (?:to|on behalf of) (?:the )?[A-Z].*$"
)  # “Hon ADA HILL to the Minister of Mills”
_SPACED = re.compile(r"(?:[^\W\d_] ){3,}[^\W\d_]")  # letter by letter
_PICTURE = re.compile(r"^(?:Photo|Picture|Image|Portrait|Avatar) of (.{3,40}?)\s*(?=\1)")
_PORTRAIT = re.compile(r"^(.{3,40}?) Portrait (?=.*\1)")
_NICKNAME = re.compile(r"[\"“](?=[^\W\d_a-z])([^\"”]{2,22})[\"”]")
_TYPOGRAPHY = " \t*_>#-–—\u200b\ufeff|•·"
_INITIALS = re.compile(r"[A-ZА-ЯЁ]{1,4}|[A-Z]\.(?: ?[A-Z]\.){0,3}")
_SENTENCE = re.compile(r"[.!?;…\"“”„«»=<>{}\\@§¶。，、！？；]|https?|www\b")
_OFFICE_OF = re.compile(
    r"(?:(?:the |former |acting |deputy |first |vice[ -])*(?:president|prime minister|chairman|"
    r"(?:foreign |defence |defense )?minister|chairwoman|chair|head|director|secretary|governor|"
    r"chancellor|leader|member|general director|executive director|editor-in-chief|mayor|"
    r"ambassador|king|prince|ceo|chief executive|commissioner)s?\b)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^(?:(?:EL|LA) C\.(?= )|O SR\.?|A Sr\.ª|A SR\.ª|A SRA\.?|O Sr\.|A Sra\.|De heer|Mevrouw"
    r"|Mevr\.|El señor|La señora|Il signor|La signora|De (?=heer)|Anf\. \d+)\s+",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"([^\W\d_][\w’'-]+), ([^\W\d_][\w’'.-]+(?: [A-Z][\w.]*)?)")
_OFFICE_AFTER = re.compile(r"\s+(?:--?|–|—|\|)\s+")
_PRONOUNS = re.compile(
    r"\s*[(\[](?:she|he|they|her|him|them|sie|er|elle|il|ella|él|iel)(?:\s*[/,|]\s*\w+){1,3}[)\]]\s*",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r".*(?:[說説道稱称問问答為为是]|表示|指出|認為|认为|例如|如下)"
    r"|(?:出席|列席|缺席|主持|秘書|時間|时间|地點|地点|日期|日時|場所|議程|議題|主题|會議|紀錄|附件|目錄|備註"
    r"|资料|資料|来源|來源|參加|参加).*"
)
_NO_BEGINNINGS = frozenset({"for", "of", "and", "in", "against"})
_NAMES_TOO = frozenset({"Will", "Can", "Do", "My", "So", "An", "Just", "May", "In"})
_FIRST_NAMES = frozenset({"Don", "Dom"})  # titles before a whole name, and in small letters
_PAIR = 2
_INITIAL_TOO = frozenset({"m"})  # Monsieur, where nothing stands before it
_JOINS = frozenset({"et", "and", "und", "&", "y", "e", "en", "och", "og"})
_ARTICLES = frozenset({"el", "la", "le", "il", "o", "a"})
_COURTESY = frozenset(
    """
    m mm mr mrs ms mme mlle dr prof herr frau sr sra srs señor señora don doña sir lord lady
    monsieur madame signor signora dhr mevrouw heer hon dom
    """.split()
)
_OFFICE_GOES_ON = frozenset({"de", "del", "des", "der", "für", "pour", "do", "da"})
_MADE_WITH = ("minister", "ministern", "ministeren", "sekretär", "sekretær", "präsident")
_LONGEST_OFFICE = len("ministeren")
_BODY = re.compile(r"[^\W\d_]{2,6}")
_OF = frozenset({"of", "for", "and", "the", "to", "&"})


@dataclass(frozen=True, slots=True)
class Label:
    """A printed label and what it says.

    ``name`` is cleaned; ``key`` is what two spellings of it share; ``title`` is what was
    cut off before it, ``office`` after its comma; ``inside`` is what stood in brackets,
    ``initials`` those that the label itself declares: ``Maria Faber (MF)``.
    """

    printed: str
    name: str
    key: str
    title: str = ""
    office: str = ""
    inside: tuple[str, ...] = ()
    initials: str = ""


def _declares(part: str, name: str) -> bool:
    """Whether brackets hold the initials of a name, or of its first and last word."""
    letters = part.replace(".", "").replace(" ", "").casefold()
    first = [word[0] for word in name.casefold().split()]
    ways = {"".join(first), f"{first[0]}{first[-1]}"} if first else set()
    if len(first) < 2:
        ways.add(name.casefold()[: len(letters)])
    ways.add(name.casefold().split()[0][:2] + "".join(first[1:]) if first else "")
    return bool(_INITIALS.fullmatch(part)) and letters in ways


@lru_cache(maxsize=4096)
def clean(printed: str) -> Label:
    """Clean a label as printed, without its colon."""
    plain = printed.replace("\xa0", " ").replace("\\", "")
    plain = _PICTURE.sub("", plain) if " of " in plain else plain
    plain = _PORTRAIT.sub("", plain) if " Portrait " in plain else plain
    pronouns = _PRONOUNS.search(plain)
    of = plain[pronouns.end() :].strip(_TYPOGRAPHY + ",:@") if pronouns else ""
    plain = plain[: pronouns.start()] if pronouns else plain
    inside = tuple(
        next(filter(None, match.groups())).strip()
        for match in _BRACKETS.finditer(plain)
        if any(match.groups())
    )
    core = " ".join(_BRACKETS.sub(" ", plain).split()).strip(_TYPOGRAPHY + ":,;/")
    core = _SIGNS.sub("", core) or core
    core = core.replace(" ", "") if _SPACED.fullmatch(core) else core
    if not core and inside:  # all of it stands in brackets
        core, inside = inside[0].strip(_TYPOGRAPHY), inside[1:]
    core, office = (
        _OFFICE_AFTER.split(core, maxsplit=1) if _OFFICE_AFTER.search(core) else (core, "")
    )
    core = _ADDRESSED.sub(r"\1", core)
    core = _LAST_FIRST.sub(_in_order, core)
    address = _ADDRESS.match(core)
    core = core[address.end() :] if address else core
    core, _, more = core.partition(",")
    named = "" if more and inside else office or more
    office = of or office or more
    core, office = core.strip(), office.strip()
    if re.fullmatch(r"(?:Jr|Sr|II|III|IV)\.?", office.split(",")[0].strip(), re.IGNORECASE):
        kept, _, office = office.partition(",")
        core, office = f"{core}, {kept.strip()}", office.strip()
    name, title = (core, "") if is_floor(core) or is_office(core) else _without_title(core)
    title = f"{address.group()}{title}".strip() if address else title
    name = name.rstrip(" .") if not _ABBREVIATION.search(name[-4:]) or len(name) < 3 else name
    if is_office(name) and (holder := _holder(named)):
        inside = (holder, *inside)
    if inside and _COUNTED.fullmatch(inside[0]) and is_floor(f"{name} {inside[0]}"):
        name, inside = f"{name} {inside[0]}", inside[1:]  # which of the unknown speakers it is
    initials = next((part for part in inside if _declares(part, name)), "")
    return Label(printed, name, name.casefold().rstrip("."), title, office, inside, initials)


def _holder(office: str) -> str:
    """Who holds an office, where a name in capitals follows it: ``PRESIDENTE - ANA SOL - PT``."""
    name = office.partition(" - ")[0]
    return titled(name) if name.isupper() and " " in name else ""


def _in_order(match: re.Match[str]) -> str:
    """``Berg, Anna`` as Anna Berg; any other words with a comma as they stand."""
    last, first = match.groups()
    names = all(word[0].isupper() and not word.isupper() for word in (last, first))
    titles = {word.strip(".").casefold() for word in (*last.split(), *first.split())} & TITLE_WORDS
    whole = match.start() == 0 and match.end() == len(match.string)
    return f"{first} {last}" if names and whole and not titles else match.group()


def _without_title(core: str) -> tuple[str, str]:
    """Split ``Präsident Dr. Norbert Lammert`` into the name and its titles."""
    words = core.split()
    if not words:
        return "", ""
    if all(len(word.strip(".")) == 1 for word in words):
        return core, ""  # “M J” is nobody's Monsieur
    if words[0] in _FIRST_NAMES and len(words) == _PAIR:
        return core, ""
    at = int(
        len(words) > 2
        and words[0].casefold() in _ARTICLES
        and _is_title(words[1].casefold().strip("."))
    )
    if named := _LONG_TITLE.match(core):
        at = len(named[0].split())
    while at < len(words) - 1 and _is_title(folded := words[at].strip(".").casefold()):
        if at and folded in _INITIAL_TOO:
            break  # “Dr. M. Hill”
        at += 1
    body = words[at]  # of which one holds an office: “Místopředseda ČNR Jan Vlk”
    if 0 < at < len(words) - 2 and body.isupper() and _BODY.fullmatch(body):
        at += not any(word.isupper() for word in words[at + 1 :])
    address = {word.strip(".").casefold() for word in words[:at]} <= _COURTESY
    if at and (
        words[at].casefold() in _OF or (words[at].casefold() in _OFFICE_GOES_ON and not address)
    ):
        at = 0  # “Secretary of State …”: an office, not a title
    between = any(_is_of_title(word) for word in words[at:-2])
    office = len(words) >= 4 and (at == 0 or between) and _OFFICE_OF.match(core)
    long = office or (at and len(words) - at > 3 and between)
    several = not _JOINS.isdisjoint(words[at:])
    if long and not several and (people := _last_name(words)):
        at = len(words) - people
    return " ".join(words[at:]), " ".join(words[:at])


def _is_title(folded: str) -> bool:
    """Whether a word stands before a name; many languages make one of an office and “minister”."""
    return folded in TITLE_WORDS or (len(folded) > _LONGEST_OFFICE and folded.endswith(_MADE_WITH))


def _is_of_title(word: str) -> bool:
    """Whether a word between a title and a name is of the title: ``Dr. h. c. Anna Berg``."""
    folded = word.casefold()
    small = word[0].islower() and folded not in PARTICLES
    return small or folded.strip(".") in TITLE_WORDS or folded in _OF


def _last_name(words: list[str]) -> int:
    """How many words at the end of an office and a name are the name: two, or none."""
    last = words[-2:]
    fits = all(word[:1].isupper() and word.casefold() not in PARTICLES for word in last)
    before = words[-3].casefold() if len(words) > 2 else ""
    return 2 if fits and before not in _OF else 0


@lru_cache(maxsize=4096)
def is_floor(name: str) -> bool:
    """Whether a cleaned label names a role of unnamed speakers, never a person."""
    return bool(FLOOR.fullmatch(name))


@lru_cache(maxsize=4096)
def is_office(name: str) -> bool:
    """Whether a cleaned label is an office without a name: ``The Prime Minister``."""
    return bool(OFFICE.fullmatch(name))


@lru_cache(maxsize=4096)
def never_speaks(name: str) -> bool:
    """Whether a label is one of the things in label shape that never speak."""
    if is_floor(name):
        return False
    folded = name.casefold()
    if name in _PAPERS:
        return False
    return folded in NEVER or bool(NEVER_PHRASE.fullmatch(folded))


@lru_cache(maxsize=8192)
def could_speak(printed: str) -> Label | None:
    """The label, if it could be one at all: nothing in it is a sentence's."""
    label = clean(printed)
    if ADDRESS.search(printed):
        return None
    if label.name[:1].isupper() and label.inside and _is_held(label, printed):
        return label
    if not label.name or len(label.name) > _LONGEST or never_speaks(label.name):
        return None
    if _SAYS.fullmatch(label.name) and not is_floor(label.name):
        return None
    alone = " " not in label.name and not label.title and not label.name.isupper()
    if (label.office[:1].islower() and alone) or _is_clause(label.office):
        return None  # “Nay, answer me:” is a sentence
    sure = is_floor(label.name) or is_office(label.name)
    return label if sure or (_is_whole(printed) and _is_no_sentence(label)) else None


def _is_held(label: Label, printed: str) -> bool:
    """Whether a label is an office, however long, with its holder behind it in brackets."""
    holder = clean(label.inside[-1])
    titled = holder.title.endswith(".") and is_capitalised(holder.name)
    return titled and printed.rstrip()[-1] == ")" and _is_whole(printed)


def _is_clause(office: str) -> bool:
    """Whether somebody is spoken to behind a comma: “Herr Kollege Holm, bevor Sie gehen”."""
    return not ONE_SELF.isdisjoint(_WORD.findall(office.casefold()))


def _is_whole(printed: str) -> bool:
    """Whether a label has no sign of a sentence, and all its brackets are closed."""
    bare = _NICKNAME.sub(r"\1", _BRACKETS.sub("", printed))
    return (
        not _SENTENCE.search(_ABBREVIATION.sub("", _CAPITAL_TITLE.sub("", bare)))
        and bare.count(",") <= _MOST_COMMAS
        and printed.count("(") == printed.count(")")
        and printed.count("[") == printed.count("]")
    )


def _is_no_sentence(label: Label) -> bool:
    """Whether a label's words could be a name: few, and none of those that join others."""
    capitals = label.name.isupper()
    head = (label.name if capitals else f"{label.title} {label.name}").split()
    if head[0].casefold() in _NO_BEGINNINGS and not capitals:
        return False
    named = all(word[0].isupper() for word in head)
    if named and head[0].capitalize() in _NAMES_TOO and (len(head) in {2, 3} or capitals):
        head = head[1:]
    if not SPEECH.isdisjoint(" ".join(head).casefold().split()) and len(label.name) > 3:
        return False
    words = label.name.split()
    if len(words) > 1:
        words = [word for word in words if word.casefold() not in PARTICLES]
    return 1 <= len(words) <= _MOST_WORDS and any(sign.isalpha() for sign in label.name)


@lru_cache(maxsize=8192)
def is_capitalised(name: str) -> bool:
    """Whether every word of a name, particles apart, begins as names do."""
    words = name.split()
    if len(words) > 1:
        words = [word for word in words if word.casefold() not in PARTICLES]
    return bool(words) and all(_begins_as_name(word) for word in words)


_SMALL_PART = re.compile(r"^[a-zà-ÿ]{1,3}[-'’](?=[^\W\d_a-zß-ÿ])")  # di-Pertua, al-Sadr


def _begins_as_name(word: str) -> bool:
    word = _SMALL_PART.sub("", word)
    first = next((sign for sign in word if sign.isalnum()), "")
    return first.isupper() or first.isdigit() or not (first.islower() or first == "")
