"""Answering and statistics, beside Anki's own backend (Rust) as its Python package drives it.

Answering: both keep each answer in SQLite, durable before the next card comes, and work out
when the card is due again. Anki picks each next card from its queue; quizgen picked a
session's questions when it began, and keeps what was shown and said besides.

Statistics: both hold the same answers of the same cards. Anki computes all graphs of its
statistics window over the whole past; quizgen all figures of ``quizgen stats``: totals by bank
and topic, days, what is due, what was kept in mind.
"""

import tempfile
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import Any

from benchmarks.pairs import Missing, Row
from benchmarks.past import ASKED, BANKS, ITEMS, NOW, answering, filled
from benchmarks.rivals import why_not
from quizgen.cli.stats_overview import gather
from quizgen.history.log import History
from quizgen.history.open import FILE_NAME

_MANY = 100_000
_CARDS = 1_000
_REVIEWS = "SELECT bank, item, at, right, ms FROM standing ORDER BY seq"


def rows() -> Iterator[Row | Missing]:
    """As many answers as a session has, and the figures of years."""
    names = (f"{ASKED} answers, each durable", f"statistics, {_MANY:,} answers")
    if why := why_not("anki"):
        yield from (Missing(name, "anki", why) for name in names)
        return
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        asking = _collection(folder / "a.anki2", _CARDS)
        yield Row(
            name=names[0],
            against="anki",
            budget=None,
            ours=answering(folder / "answering"),
            theirs=lambda: _answer(asking),
            rounds=15,
        )
        history = filled(folder, _MANY)
        collection = _collection(folder / "b.anki2", BANKS * ITEMS)
        _remember(collection, history)
        graphs = attrgetter("_backend.graphs")(collection)  # as Anki's own window asks for them
        yield Row(
            name=names[1],
            against="anki",
            budget=None,
            ours=lambda: gather(history, folder / FILE_NAME, "me", None, at=NOW),
            theirs=lambda: graphs(search="", days=0),
            rounds=5,
        )


def _collection(path: Path, cards: int) -> Any:
    """A collection of so many new cards, all of which may be asked today."""
    from anki.collection import AddNoteRequest, Collection

    collection = Collection(str(path))
    kind, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
    limits = collection.decks.config_dict_for_deck_id(deck)
    limits["new"]["perDay"] = limits["rev"]["perDay"] = 9_999
    collection.decks.update_config(limits)
    notes = [collection.new_note(kind) for _ in range(cards)]
    for number, note in enumerate(notes):
        note.fields = [f"Which is the {number}th?", "right"]
    collection.add_notes([AddNoteRequest(note=note, deck_id=deck) for note in notes])
    return collection


def _answer(collection: Any) -> None:
    """Take as many cards as a session asks, one after the other, and call each well known."""
    from anki.cards import Card
    from anki.scheduler.v3 import CardAnswer

    for _ in range(ASKED):
        queued = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
        card = Card(collection, backend_card=queued.card)
        card.start_timer()
        answer = collection.sched.build_answer(
            card=card, states=queued.states, rating=CardAnswer.GOOD
        )
        collection.sched.answer_card(answer)


def _remember(collection: Any, history: History) -> None:
    """Put the answers of a history into the collection's log, and make its cards known ones."""
    cards = collection.db.list("SELECT id FROM cards ORDER BY id")
    places = {
        (f"bank {bank}", f"item {item}"): bank * ITEMS + item
        for bank in range(BANKS)
        for item in range(ITEMS)
    }
    log = [
        (at + number, cards[places[bank, item]], 3 if right else 1, ms)
        for number, (bank, item, at, right, ms) in enumerate(history.reader.execute(_REVIEWS))
    ]
    collection.db.executemany("INSERT INTO revlog VALUES (?, ?, -1, ?, 30, 15, 2500, ?, 1)", log)
    collection.db.execute(
        "UPDATE cards SET type = 2, queue = 2, ivl = 30, due = id % 60, factor = 2500"
    )
