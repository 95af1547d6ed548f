"""How fast banks are carried to other formats, and foreign files come in."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import samples
from benchmarks.pairs import Missing, Row, Work
from benchmarks.rivals import why_not
from quizgen.bank.reader import parse_bank
from quizgen.exchange import anki
from quizgen.exchange.api import Item, Options
from quizgen.exchange.registry import all_written, carry, readable
from quizgen.model.bank import Bank

_ITEMS = 10_000


def rows() -> Iterator[Row | Missing]:
    """Every format against reading the bank; Anki's against genanki; GIFT back in.

    Beside genanki both write the same notes, fields and ids into a package. genanki is given
    fields that are ready; quizgen makes them out of its questions, with a card template for
    each kind, so that it does more.
    """
    text = samples.bank(_ITEMS)
    bank = parse_bank(text, "many.yaml").bank
    assert bank is not None
    for name in all_written():
        yield Row(
            name=f"export {_ITEMS:,} items, {name}",
            against="reading the bank",
            same=True,
            budget=2,
            ours=_writing(name, bank),
            theirs=lambda: parse_bank(text, "many.yaml"),
            rounds=3,
        )
    yield _beside_genanki(bank)
    gift = carry("gift", [(bank, bank.questions)], Options())[0].decode()
    yield Row(
        name=f"import {_ITEMS:,} items, gift",
        against="reading the bank",
        same=True,
        budget=2,
        ours=lambda: readable("gift").read(gift),
        theirs=lambda: parse_bank(text, "many.yaml"),
        rounds=3,
    )


def _beside_genanki(bank: Bank) -> Row | Missing:
    name, against = f"export {_ITEMS:,} items, anki", "genanki, the same notes"
    if why := why_not("genanki"):
        return Missing(name, against, why)
    ours, theirs = _writing("anki", bank), _by_genanki(bank)
    return Row(name=name, against=against, budget=1.5, ours=ours, theirs=theirs, rounds=7)


def _writing(name: str, bank: Bank) -> Work:
    return lambda: carry(name, [(bank, bank.questions)], Options())


def _by_genanki(bank: Bank) -> Work:
    """Write notes whose fields are ready, as genanki is given them."""
    import genanki

    names = "Id Question Options Answer Typed Explanation Hint Source".split()
    card = {"name": "Card", "qfmt": "{{Question}}{{Options}}", "afmt": "{{FrontSide}}{{Answer}}"}
    model = genanki.Model(1, "Same", fields=[{"name": name} for name in names], templates=[card])
    notes = [
        (str(question.id), anki._values(Item(question, str(question.id), bank), Options()))  # noqa: SLF001
        for question in bank.questions
    ]
    target = Path(tempfile.mkdtemp()) / "same.apkg"

    def write() -> None:
        deck = genanki.Deck(2, "Same")
        for guid, fields in notes:
            deck.add_note(genanki.Note(model=model, fields=fields, guid=guid))
        genanki.Package(deck).write_to_file(str(target))

    return write
