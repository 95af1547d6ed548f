"""Files of Transcriber: turns with the ids of those who speak, several at once among them.

<Speaker id="spk1" name="Ada Byron"/>
<Turn speaker="spk1"><Sync time="0"/>hello</Turn>
<Turn speaker="spk1 spk2"><Who nb="1"/>yes<Who nb="2"/>no</Turn>

A turn of several that does not say who says what is nobody's; one without a speaker is noise.
"""

import re
from dataclasses import dataclass, field

from quizgen.model.transcript import Transcript
from quizgen.transcripts.attributed import Speech
from quizgen.transcripts.fields import seconds
from quizgen.transcripts.notes import kind_of
from quizgen.transcripts.tags import Markup, Tag

_DOCUMENT = re.compile(r"<Trans\b[^>]*>")
_SEVERAL = "several"


def is_transcriber(text: str) -> bool:
    """Whether a text is such a document."""
    return bool(_DOCUMENT.search(text[:2000])) and "<Turn" in text


def read(text: str, path: str, form: str) -> Transcript:
    """Read the turns, with the names that the head gives to ids."""
    reading = _Reading(Markup(text), Speech(text))
    for tag in reading.markup:
        reading.take(tag)
    return reading.speech.finish(
        path, form, title=reading.title, names=reading.names.items(), roles=reading.roles
    )


@dataclass(slots=True)
class _Reading:
    """Goes over the tags once."""

    markup: Markup
    speech: Speech
    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    topics: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    place: tuple[int, int] = (0, 0)
    label: str | None = None
    begun: bool = False
    time: float | None = None
    title: str | None = None

    def take(self, tag: Tag) -> None:
        """Look at one tag or run of text."""
        if tag.kind == "text":
            self._said(tag)
        elif tag.name == "turn":
            self._turn(tag)
        elif tag.kind == "close":
            return
        elif tag.name == "who" and (number := tag.get("nb") or "").isdigit():
            at = int(number) - 1
            self.label = self.ids[at] if 0 <= at < len(self.ids) else None
            self.place, self.begun = (tag.start, tag.start), False
        elif tag.name == "speaker" and (mark := tag.get("id")):
            self.names[mark] = tag.get("name") or mark
        elif tag.name == "topic" and (mark := tag.get("id")):
            self.topics[mark] = tag.get("desc") or ""
        elif tag.name == "section":
            self.speech.heading = self.topics.get(tag.get("topic") or "") or None
        elif tag.name == "sync":
            self.time = seconds(tag.get("time") or "")
        elif tag.name == "event":
            self._event(tag)

    def _turn(self, tag: Tag) -> None:
        opens = tag.kind == "open"
        self.ids = (tag.get("speaker") or "").split() if opens else []
        self.place, self.begun = (tag.start, tag.start), False
        self.label = " ".join(self.ids) or None
        if len(self.ids) > 1 and self.label:
            self.roles[self.label] = _SEVERAL

    def _said(self, tag: Tag) -> None:
        if self.label is None or not self.markup.text[tag.start : tag.end].strip():
            return
        self._open()
        self.markup.add(self.speech.builder, tag, time=self.time)

    def _open(self) -> None:
        """Begin a turn with its first words."""
        if self.label is not None and not self.begun:
            self.speech.turn(self.label, *self.place)
            self.begun = True

    def _event(self, tag: Tag) -> None:
        """A noise is a note of the turn in which it is heard."""
        noise = tag.get("desc") or ""
        at = self.markup.text.find(noise, tag.start, tag.end)
        if self.label is not None and noise and at >= 0 and (kind := kind_of(noise)):
            self._open()
            self.speech.join(" ")
            low = self.speech.builder.length
            self.speech.builder.add(noise, at, at + len(noise))
            self.speech.aside(kind, low)
            self.speech.join(" ")
