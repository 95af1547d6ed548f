"""See how a transcript is understood: its head, its speakers, its turns, its doubts."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from quizgen.cli.verb import show, talk
from quizgen.model.transcript import Transcript, Turn

EXAMPLE = "quizgen read seeds/g20-2017-putin-news-conference.txt"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``read``."""
    parser.add_argument("file", metavar="FILE", help="a transcript")
    parser.add_argument("--form", help="the form it is in, if quizgen picks the wrong one")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace) -> int:
    """Read the transcript and show it."""
    from quizgen.transcripts.registry import read_transcript

    transcript = read_transcript(arguments.file, arguments.form)
    if arguments.format == "json":
        show(json.dumps(as_json(transcript), ensure_ascii=False, indent=2))
        return 0
    show(*_page(transcript))
    talk(*(f"{p.path}:{p.line}: {p.level}: {p.message}" for p in transcript.problems))
    return 0


def as_json(transcript: Transcript) -> dict[str, Any]:
    """The transcript as ``read --format json`` shows it; offsets are characters."""
    return {
        "title": transcript.title,
        "date": transcript.date,
        "place": transcript.place,
        "form": transcript.form,
        "speakers": [asdict(speaker) for speaker in transcript.speakers],
        "turns": [_turn(turn) for turn in transcript.turns],
        "problems": [asdict(problem) for problem in transcript.problems],
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


def _page(transcript: Transcript) -> list[str]:
    head = [transcript.title or "(no title)"]
    head += [part for part in (transcript.date, transcript.place) if part]
    lines = [", ".join(head), f"form: {transcript.form}", "", "Speakers"]
    for speaker in transcript.speakers:
        what = "the floor" if speaker.anonymous else speaker.office or ""
        lines.append(f"  {speaker.name:<28} {speaker.turns:>4} turns  {what}".rstrip())
    for turn in transcript.turns:
        lines += ["", f"{turn.line:>5}  {turn.speaker}"]
        lines += [f"       {line}" for line in turn.text.splitlines()]
    return lines
