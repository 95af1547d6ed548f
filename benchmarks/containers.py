"""A conversation in the containers that transcripts come in, of any length."""

import csv
import io
import json
from collections.abc import Iterator
from itertools import islice

_NAMES = ("Ada Byron", "Charles Babbage", "Mary Shelley", "Thomas More", "Mary Shelley")
_WORDS = """
    the old bridge over our river is far too narrow and we have to build another one soon for all
    of those who live on its other bank or work there
""".split()
_SECONDS = 4
_FIRST, _STEP, _MOST = 10, 7, 30  # how many words a turn has


def said(turns: int) -> Iterator[tuple[str, str]]:
    """So many turns: who speaks, and a sentence; no two in a row are one speaker's."""
    for turn in range(turns):
        length = _FIRST + turn * _STEP % _MOST
        words = (_WORDS[(turn * _STEP + at) % len(_WORDS)] for at in range(length))
        yield _NAMES[turn % len(_NAMES)], f"{' '.join(words).capitalize()}."


def lines(size: int) -> str:
    """Short turns, a line each, of at least so many characters together."""
    shown = (f"{name}: {words[:56]}\n" for name, words in said(size))
    return "".join(islice(shown, size // 60))


def page(turns: int) -> str:
    """A saved web page with a paragraph for every turn."""
    paragraphs = "".join(f"<p><b>{name}:</b> {words}</p>\n" for name, words in said(turns))
    head = "<!DOCTYPE html><html><head><title>A talk</title></head>"
    return f"{head}<body><div><a href='/'>Home</a></div><div>{paragraphs}</div></body></html>"


def table(turns: int) -> str:
    """A table with a row for every turn."""
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(["speaker", "start", "text"])
    rows.writerows((name, at * _SECONDS, words) for at, (name, words) in enumerate(said(turns)))
    return file.getvalue()


def tei(turns: int) -> str:
    """A TEI file with an utterance for every turn."""
    spoken = "".join(
        f"<u who='#{name.split()[1]}'><seg>{words}</seg></u>\n" for name, words in said(turns)
    )
    head = "<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
    return f"{head}<text><body><div>{spoken}</div></body></text></TEI>"


def segments(turns: int) -> str:
    """A JSON file with a segment for every turn."""
    found = [
        {"speaker": name, "start": at * _SECONDS, "end": (at + 1) * _SECONDS, "text": words}
        for at, (name, words) in enumerate(said(turns))
    ]
    return json.dumps({"title": "A talk", "segments": found}, indent=1)
