"""Forms that say with every piece of text whose it is: XML, JSON, tables, voices of captions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from quizgen.model.transcript import Transcript
from quizgen.transcripts.build import transcript
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.labels import Label, clean, is_floor
from quizgen.transcripts.starts import Start
from quizgen.transcripts.view import Builder, View


@dataclass(slots=True)
class Speech:
    """Puts turns together: a label, then the pieces of what is said under it."""

    source: str
    merge: bool = False
    builder: Builder = field(init=False)
    starts: list[Start] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    labels: dict[str, Label] = field(default_factory=dict)
    heading: str | None = None

    def __post_init__(self) -> None:
        self.builder = Builder(self.source)

    def turn(self, printed: str, low: int, high: int, person: str | None = None) -> None:
        """Begin a turn, unless it goes on with the same speaker's where such are merged."""
        label = self.labels.get(printed)
        if label is None:  # one that comes again is cleaned once
            label = self.labels[printed] = clean(" ".join(printed.split()))
        builder, starts = self.builder, self.starts
        if self.merge and starts and starts[-1].label.key == label.key:
            self.join(" ")
            return
        last = builder.last
        gap = "" if not last else "\n" if last == " " else "" if last.isspace() else "\n\n"
        at = builder.open(gap, label.printed, low, high)
        text = builder.length
        starts.append(Start(at, text, label, "", at, text - 1, self.heading, person))

    def join(self, text: str) -> None:
        """Part what comes from what was, unless a blank already does."""
        builder = self.builder
        last, end = builder.last, builder.end
        if last and not last.isspace():
            builder.add(text, end, end)
        elif text == "\n\n" and last == " ":
            builder.add("\n", end, end)

    def aside(self, kind: str, low: int) -> None:
        """Mark what was added since ``low`` (an offset of the view) as nobody's speech."""
        self.cuts.append(Cut(low, self.builder.length, kind))

    def words(self) -> View:
        """What is said, without the labels, a paragraph for every turn."""
        view, builder = self.builder.view(), Builder(self.source)
        bounds = [*(start.at for start in self.starts[1:]), len(view.text)]
        for start, end in zip(self.starts, bounds, strict=True):
            for piece in view.segments([(start.text, end)]):
                said = view.text[start.text + piece.start : start.text + piece.end]
                builder.add(said, piece.source_start, piece.source_end, piece.time)
        return builder.view()

    def finish(
        self,
        path: str,
        form: str,
        *,
        title: str | None = None,
        names: Iterable[tuple[str, str]] = (),
        roles: Mapping[str, str] | None = None,
    ) -> Transcript:
        """The transcript of all turns.

        ``names`` gives the person of a label, ``roles`` the role of one that is nobody's name.
        """
        known, held = dict(names), dict(roles or {})
        held |= {label: name for label, name in known.items() if is_floor(clean(name).name)}
        people = {label: name for label, name in known.items() if label not in held}
        starts = [
            Start(*start[:-1], people.get(start.label.printed))
            if people and not start.person
            else start
            for start in self.starts
        ]
        held = {clean(label).key: role for label, role in held.items()}
        view, cuts = self.builder.view(), sorted(self.cuts)
        return transcript(view, path, form, starts, cuts, title=title, roles=held)
