"""Anki: a package of notes, one a question, which update in place when they come again.

A note is known by its guid, made of the bank's and the question's ids. Anki takes a newer
note over an older one, and a note's time is when its bank was last saved: the same file
gives the same bytes, a reworded one is newer.
"""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from quizgen.exchange import cards
from quizgen.exchange.api import Item, Losses, Options, Part
from quizgen.exchange.archive import package
from quizgen.exchange.markup import html, paragraph
from quizgen.exchange.wording import digits
from quizgen.model.bank import Bank
from quizgen.model.question import Cloze, Number, Short

TITLE = "Anki"
SUMMARY = "A package (.apkg) of cards for Anki; importing it again updates them."
BINARY = True
KINDS = {
    "choice": "a card with its options",
    "multi": "a card with its options",
    "truefalse": "a card",
    "short": "a card to type on",
    "cloze": "a cloze note, a card a blank",
    "number": "a card to type on",
    "order": "a card",
    "match": "a card",
    "open": "a card",
}
PLACES = frozenset(
    {"hint", "explanation", "because", "from", "topic", "speaker", "tags", "difficulty"}
) | {"control characters"}  # what a field cannot hold of them is listed

_FIELDS = ("Id", "Question", "Options", "Answer", "Typed", "Explanation", "Hint", "Source")
_EPOCH = 1_500_000_000_000  # ids look like times in milliseconds; these are of 2017 to 2020
_SPAN = 100_000_000_000
_NOTETYPES_CHANGED = 1_700_000_000  # when the templates below were last changed, in seconds
_SQLITE_VERSION = 3_040_000
_TYPED = frozenset({"short", "number"})
_CSS = (
    ".card { font: 20px/1.4 sans-serif; text-align: left; max-width: 40em; margin: 0 auto; }\n"
    "blockquote { margin: .6em 0; padding-left: .8em; border-left: 3px solid #888; }\n"
    ".context, .ask, .source { color: #777; }\n.cloze { font-weight: bold; }\np.cloze { "
    "font-weight: normal; }\n"
)
_HINT = "{{#Hint}}<div>{{hint:Hint}}</div>{{/Hint}}"
_MORE = '{{Explanation}}<div class="source">{{Source}}</div>'
_TYPE = "{{#Typed}}{{type:Answer}}{{/Typed}}"
_SCHEMA = """
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null,
  factor integer not null, time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
"""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")  # \x1f stands between the fields
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')"
_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_INDEXES = """
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
"""


def write(parts: Sequence[Part], options: Options, losses: Losses) -> bytes:
    """Write a package with a deck for each bank."""
    notes: list[tuple[object, ...]] = []
    made: list[tuple[object, ...]] = []
    ids: set[int] = set()
    for part in parts:
        deck = _deck_id(part.bank)
        for item in part.items:
            guid = cards.guid(item)
            number = _number(guid, ids)
            notes.append((number, guid, *_note(item, options, losses)))
            for at in range(_cards(item)):
                card = _number(f"{guid} card {at}", ids) if at else number
                made.append((card, number, deck, at, options.saved, len(notes)))
    collection = _collection(parts, notes, made, options)
    return package([("collection.anki2", collection), ("media", "{}")])


def _note(item: Item, options: Options, losses: Losses) -> tuple[object, ...]:
    """A row of the table of notes, from its third column on."""
    fields = _values(item, options)
    if not "".join(fields).isprintable() and any(map(_CONTROL.search, fields)):
        fields = tuple(_CONTROL.sub("", field) for field in fields)
        losses.part(item, "without its control characters")
    tags = f" {' '.join(cards.tags(item.question))} "
    digest = hashlib.sha1(item.id.encode(), usedforsecurity=False).digest()
    check = int.from_bytes(digest[:4], "big")
    notetype = _MODELS[isinstance(item.question, Cloze)]
    return notetype, options.saved, tags, "\x1f".join(fields), item.id, check


def _values(item: Item, options: Options) -> tuple[str, ...]:
    """The fields of a note, in the order of ``_FIELDS``."""
    question = item.question
    typed = question.kind in _TYPED
    answer = cards.answer(question)
    if isinstance(question, Short):
        answer = cards.safe(html(question.keys[0]))  # to be compared with what was typed
    elif isinstance(question, Number):
        answer = digits(question.key)
    return (
        item.id,
        cards.gaps(question) if isinstance(question, Cloze) else cards.front(question),
        cards.choices(item, options.seed),
        answer,
        "yes" if typed else "",
        cards.more(question),
        cards.safe(paragraph(question.hint or "")),
        cards.source(question),
    )


def _cards(item: Item) -> int:
    return len(item.question.blanks) if isinstance(item.question, Cloze) else 1


def _collection(
    parts: Sequence[Part],
    notes: list[tuple[object, ...]],
    made: list[tuple[object, ...]],
    options: Options,
) -> bytes:
    """The database as bytes, without what tells by which SQLite it was written."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    try:
        database.execute("PRAGMA page_size = 4096")
        database.executescript(f"BEGIN; {_SCHEMA} COMMIT;")
        database.execute("BEGIN")
        values = (_EPOCH // 1000, options.saved * 1000, _EPOCH, *_settings(parts))
        database.execute(
            "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')", values
        )
        database.executemany(_NOTE, notes)
        database.executemany(_CARD, made)
        database.execute("COMMIT")
        database.executescript(f"BEGIN; {_INDEXES} COMMIT;")
        data = bytearray(database.serialize())
    finally:
        database.close()
    data[24:28] = data[92:96] = (1).to_bytes(4, "big")
    data[96:100] = _SQLITE_VERSION.to_bytes(4, "big")
    return bytes(data)


def _settings(parts: Sequence[Part]) -> Iterator[str]:
    """The columns of the collection that hold JSON: configuration, note types, decks."""
    first = _deck_id(parts[0].bank) if parts else 1
    conf = {"activeDecks": [first], "curDeck": first, "nextPos": 1, "sortType": "noteFld"}
    models = [_model(cloze=False), _model(cloze=True)]
    decks = [_deck(1, "Default", "")]
    decks += [_deck(_deck_id(p.bank), _deck_name(p.bank), p.bank.description or "") for p in parts]
    yield _json(conf)
    yield _json({str(model["id"]): model for model in models})
    yield _json({str(deck["id"]): deck for deck in decks})
    yield _json({"1": _DECK_OPTIONS})


def _deck(number: int, name: str, description: str) -> dict[str, Any]:
    return {
        "id": number,
        "name": name,
        "desc": html(description),
        "mod": _NOTETYPES_CHANGED,
        "usn": -1,
        "conf": 1,
        "dyn": 0,
        "collapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        **{f"{kind}Today": [0, 0] for kind in ("new", "rev", "lrn", "time")},
    }


_DECK_OPTIONS = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "new": {"delays": [1, 10], "ints": [1, 4, 7], "initialFactor": 2500, "order": 1, "perDay": 20},
    "rev": {"perDay": 200, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500},
    "lapse": {"delays": [10], "mult": 0, "minInt": 1, "leechFails": 8, "leechAction": 1},
}


def _model(*, cloze: bool) -> dict[str, Any]:
    question = "{{cloze:Question}}" if cloze else "{{Question}}{{Options}}"
    typed = "" if cloze else _TYPE
    answer = "" if cloze else f"<hr id=answer>{_TYPE}{{{{^Typed}}}}{{{{Answer}}}}{{{{/Typed}}}}"
    template = {
        "name": "Cloze" if cloze else "Card",
        "ord": 0,
        "qfmt": f"{question}{_HINT}{typed}",
        "afmt": f"{question}{answer}{_MORE}",
        "bqfmt": "",
        "bafmt": "",
        "did": None,
    }
    fields = [
        {"name": name, "ord": at, "font": "Arial", "size": 20, "rtl": False, "sticky": False}
        for at, name in enumerate(_FIELDS)
    ]
    return {
        "id": _MODELS[cloze],
        "name": "quizgen cloze" if cloze else "quizgen",
        "type": 1 if cloze else 0,
        "mod": _NOTETYPES_CHANGED,
        "usn": -1,
        "sortf": 1,
        "did": 1,
        "tmpls": [template],
        "flds": fields,
        "css": _CSS,
        "latexPre": "",
        "latexPost": "",
        "tags": [],
        "vers": [],
        "req": [[0, "any", [1]]],
    }


def _deck_name(bank: Bank) -> str:
    return bank.title.replace("::", ": ")


def _deck_id(bank: Bank) -> int:
    return _number(f"quizgen deck {bank.id}", set())


def _number(seed: str, taken: set[int]) -> int:
    """A stable number that is none of ``taken``, which it joins."""
    digest = hashlib.blake2b(seed.encode(), digest_size=8).digest()
    number = _EPOCH + int.from_bytes(digest, "big") % _SPAN
    while number in taken:
        number += 1
    taken.add(number)
    return number


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


_MODELS = {
    False: _number("quizgen note type question 1", set()),
    True: _number("quizgen note type cloze 1", set()),
}
"""The ids of the two note types, by whether it is the one for clozes."""
