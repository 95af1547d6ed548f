"""See how a transcript is understood: its head, its speakers, its turns, its doubts."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from quizgen.cli.lines.printable import printable
from quizgen.cli.verb import FORMS, show, talk
from quizgen.model.transcript import Speaker, Transcript, Turn

EXAMPLE = "quizgen read seeds/g20-2017-putin-news-conference.txt"
_WIDTH = 28
_SHOWN = 4
_MARGIN = " " * 7


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``read``."""
    add = parser.add_argument
    add("file", metavar="FILE", nargs="?", help="a transcript, in almost any form")
    parser.add_argument(
        "--form", help="the form it is in, if quizgen picks the wrong one (“?” lists them)"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", metavar="text|json", help=FORMS
    )
    parser.add_argument(
        "--write-corrections",
        action="store_true",
        help="begin a file beside the transcript where you can correct how it is read",
    )


def run(arguments: argparse.Namespace) -> int:
    """Read the transcript and show it."""
    from quizgen.model.errors import UsageError
    from quizgen.transcripts.registry import forms, read_transcript

    if arguments.form in {"?", "list"}:
        show(*forms())
        return 0
    if arguments.file is None:
        raise UsageError("“quizgen read” wants FILE.", fix=f"As in: {EXAMPLE}")
    transcript = read_transcript(arguments.file, arguments.form)
    if arguments.write_corrections:
        return _write_corrections(transcript)
    if arguments.format == "json":
        show(json.dumps(as_json(transcript), ensure_ascii=False, indent=2))
        return 0
    show(*_page(transcript))
    talk(*(printable(str(problem)) for problem in transcript.problems))
    return 0


def _write_corrections(transcript: Transcript) -> int:
    from quizgen.files.atomic import NEW, write
    from quizgen.model.errors import FileChangedError, FileError
    from quizgen.transcripts.corrections import beside, start

    place = beside(transcript.path)
    try:
        write(place, start(transcript), expect=NEW)
    except FileChangedError:
        raise FileError(
            f"“{place}” is there already; nothing was written.",
            fix="Edit it, or take it away to begin anew.",
        ) from None
    show(f"Wrote {place}. Edit it, then run quizgen read again to see what it changes.")
    return 0


def as_json(transcript: Transcript) -> dict[str, Any]:
    """The transcript as ``read --format json`` shows it; offsets are characters."""
    return {
        "title": transcript.title,
        "date": transcript.date,
        "place": transcript.place,
        "form": transcript.form,
        "speakers": [_named(speaker) for speaker in transcript.speakers],
        "turns": [_turn(turn) for turn in transcript.turns],
        "problems": [asdict(problem) for problem in transcript.problems],
    }


def _named(speaker: Speaker) -> dict[str, Any]:
    return {
        "name": speaker.name,
        "labels": list(speaker.labels),
        "anonymous": speaker.anonymous,
        "turns": speaker.turns,
    }


def _turn(turn: Turn) -> dict[str, Any]:
    return {
        "index": turn.index,
        "speaker": turn.speaker,
        "person": turn.person,
        "anonymous": turn.anonymous,
        "line": turn.line,
        "start": turn.start,
        "end": turn.end,
        "text": turn.text,
        "notes": [asdict(note) for note in turn.notes],
    }


def _page(transcript: Transcript) -> Iterator[str]:
    head = [transcript.title or "(no title)"]
    head += [part for part in (transcript.date, transcript.place) if part]
    yield printable(", ".join(head))
    yield f"form: {transcript.form}"
    yield ""
    yield "Speakers"
    yield from map(_speaker, transcript.speakers)
    heading = None
    for turn in transcript.turns:
        yield ""
        if turn.heading and turn.heading != heading:
            heading = turn.heading
            yield f"{_MARGIN}== {printable(heading)} =="
        who = "" if turn.person in {None, turn.speaker} else f" ({turn.person})"
        yield f"{turn.line:>5}  {printable(turn.speaker + who)}"
        lead = dict.fromkeys(note.text for note in turn.notes if note.start < turn.start)
        if lead:
            yield _MARGIN + printable(" ".join(lead))
        yield from (_MARGIN + printable(line) for line in turn.text.splitlines())


def _speaker(speaker: Speaker) -> str:
    what = "the floor" if speaker.anonymous else speaker.office or ""
    also = [label for label in speaker.labels if label.casefold() != speaker.name.casefold()]
    labels = f"(printed: {'; '.join(also[:_SHOWN])})" if also else ""
    name = f"{printable(speaker.name):<{_WIDTH}}"
    turns = "turn " if speaker.turns == 1 else "turns"
    more = "  ".join(printable(words) for words in (what, labels) if words)
    return f"  {name} {speaker.turns:>4} {turns}  {more}".rstrip()
