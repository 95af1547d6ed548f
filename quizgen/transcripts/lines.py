"""Forms in which a label stands in a line: found by shape, decided from the whole file."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from quizgen.model.transcript import Transcript
from quizgen.transcripts import court, furniture, metadata, unspoken
from quizgen.transcripts.build import transcript
from quizgen.transcripts.chatter import beside_nicks, nicks
from quizgen.transcripts.evidence import Decision, decide
from quizgen.transcripts.furniture import Cut
from quizgen.transcripts.initials import first_names
from quizgen.transcripts.joint import together
from quizgen.transcripts.labels import could_speak
from quizgen.transcripts.margins import bare
from quizgen.transcripts.midline import telling, with_mid_line
from quizgen.transcripts.mixed import with_full_stops
from quizgen.transcripts.shapes import SHAPES, propose
from quizgen.transcripts.starts import Start
from quizgen.transcripts.view import View
from quizgen.transcripts.wrapped import with_wrapped

_LOOKED_AT = 50
_LONGEST_INITIALS = 4
_BROKEN_HINT = re.compile(r"\([ \t]*\r?\n[ \t]*\d")
_BROKEN = re.compile(
    r"(?P<label>[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,4}):[ \t]*(?=\(\s*\d{1,2}:\d{2})"
)


class Sifted(NamedTuple):
    """What a form keeps of its proposals, keys that it knows to speak, lines that nobody does."""

    proposals: list[Start]
    always: frozenset[str] = frozenset()
    cuts: Sequence[Cut] = ()
    screenplay: bool = False


Sift = Callable[[list[Start], str], Sifted]


@dataclass(frozen=True, slots=True)
class LineForm:
    """A line-based form: its shapes, the one that counts first, and how telling they are.

    ``weight`` settles which form reads a text that several fit: the more a shape says, the
    higher. ``sift`` drops proposals that the form knows to be none. A form whose shapes are
    known only when a text is has a ``proposer`` instead.
    """

    name: str
    shapes: tuple[str, ...]
    weight: float
    sift: Sift | None = None
    proposer: Callable[[str], list[Start]] | None = None

    def score(self, text: str) -> float:
        """How sure the form is of the text, from 0 (not mine) to 1."""
        text = bare(text).text
        speaking = self.decide(text)[0].speaking
        if len(speaking) < 2:
            return 0.0
        lines = sum(1 for line in text.split("\n") if line.strip())
        return self.weight * len(speaking) / (len(speaking) + 0.1 * lines)

    def decide(
        self, text: str, running: Sequence[Cut] = (), *, trusting: bool = False
    ) -> tuple[Decision, Sifted]:
        """Find the labels of the text; ``running`` are lines that hold none."""
        proposals = self._proposals(text, running)
        sifted = self.sift(proposals, text) if self.sift else Sifted(proposals)
        proposals, beside = sifted.proposals, list[Start]()
        if "colon" in self.shapes:
            proposals, beside = with_mid_line(text, proposals)
        always = sifted.always
        if any(len(each.label.key) <= _LONGEST_INITIALS for each in proposals[:_LOOKED_AT]):
            always |= metadata.legend(text).keys()
        chat = nicks(text, proposals) if "colon" in self.shapes and "<" in text else None
        if chat and chat.proposals:
            proposals = sorted([*proposals, *chat.proposals])
            always |= chat.keys
            sifted = sifted._replace(cuts=[*sifted.cuts, *chat.cuts])
        decision = decide(proposals, text, always=always, trusting=trusting)
        above = metadata.begins(text)
        said = [each for each in decision.speaking if each.at >= above]
        if len(said) * 2 > len(decision.speaking):
            decision.speaking[:] = said
        if more := telling(decision.speaking, beside):
            decision.speaking.extend(more)
            decision.speaking.sort(key=lambda each: each.at)
        if "colon" in self.shapes:
            decision.speaking[:] = with_full_stops(text, decision.speaking)
        return decision, sifted._replace(proposals=[])  # those of a long text are many

    def _proposals(self, text: str, running: Sequence[Cut]) -> list[Start]:
        """Whatever has one of the form's shapes; where several fit a line, the first one's."""
        proposals = self.proposer(text) if self.proposer else []
        for shape in self.shapes:
            more = list(propose(SHAPES[shape], text))
            if more:
                taken = {each.at for each in proposals}
                proposals = sorted([*proposals, *(e for e in more if e.at not in taken)])
        if "bare" in self.shapes:
            proposals = together(first_names(_paired(proposals)))
        if "colon" in self.shapes and _BROKEN_HINT.search(text):
            proposals = _with_broken(text, proposals)
        if "colon" in self.shapes:
            proposals = with_wrapped(text, proposals)
        front = metadata.front_end(text)
        if front or running:
            gone = {cut.start for cut in running}
            proposals = [each for each in proposals if each.at >= front and each.at not in gone]
        return proposals

    def read(self, text: str, path: str) -> Transcript:
        """Read a text, however poorly it fits; never raises."""
        return self.read_view(bare(text), path, self.name)

    def read_named(self, text: str, path: str) -> Transcript:
        """Read a text that a person says has this form."""
        return self.read_view(bare(text), path, self.name, trusting=True)

    def read_view(
        self,
        view: View,
        path: str,
        form: str,
        title: str | None = None,
        *,
        main: Callable[[Sequence[int]], tuple[int, int]] | None = None,
        cuts: Sequence[Cut] = (),
        trusting: bool = False,
    ) -> Transcript:
        """Read a view of a file; ``main`` and ``cuts`` are as in ``best``."""
        text = view.text
        usual = list(furniture.cuts(text))
        running = furniture.running(text, numbered=any(cut.kind == "page" for cut in usual))
        running = sorted([*running, *furniture.sound_cues(text)])
        decision, sifted = self.decide(text, running, trusting=trusting)
        speaking = decision.speaking
        last = speaking[-1].text if speaking else 0
        more = [
            *running,
            *furniture.pseudo_tags(text),
            *furniture.tiers(text),
            *furniture.interjecting(text),
            *furniture.tail(text, last),
            *sifted.cuts,
            *cuts,
        ]
        if main is not None and speaking:
            low, high = main([each.at for each in speaking])
            speaking = [each for each in speaking if low <= each.at < high]
            more.append(Cut(high, len(text), "page"))
            if speaking:
                more += unspoken.below_last(text, speaking[-1].text, high)
        starts, examiners = court.parties(text, speaking)
        more += [*examiners, *unspoken.annexes(text, starts)]
        if "colon" in self.shapes:
            more += list(beside_nicks(text, starts, [*more, *usual]))
        if sifted.screenplay:
            more += unspoken.after_dialogue(text, starts)
        more += unspoken.repeated_tails(text, starts)
        if "alone" not in self.shapes:
            more += [*furniture.capitals(text), *unspoken.quoted_headings(text, starts)]
            more += unspoken.lines_above(text, starts, unspoken.apart([*more, *usual], starts))
        found = unspoken.apart([*more, *usual, *_silent(text, decision)], starts)
        found = unspoken.under_headings(text, starts, found)
        if any("t" in each.dress for each in speaking[:_LOOKED_AT]):
            found = unspoken.timed_lines(text, starts, found)
        return transcript(view, path, form, starts, found, decision=decision, title=title)


def _paired(found: list[Start]) -> list[Start]:
    """Without the lines that begin with the article A, unless as many begin with Q right above."""
    bare = [each for each in found if each.dress[0] == "q"]
    lone = [each for each in bare if each.label.name == "A" and each.text - each.high == 1]
    if not lone:
        return found
    asked = sum(1 for each in found if each.label.name == "Q" and each.text - each.high < 3)
    gone = {each.at for each in lone}
    replies = sum(1 for one, two in pairwise(found) if one.label.name == "Q" and two.at in gone)
    if 2 < asked <= 2 * len(lone) <= 4 * min(asked, replies):
        return found
    return [each for each in found if each.at not in gone]


def _with_broken(text: str, found: list[Start]) -> list[Start]:
    """Add the labels before a time in brackets that the end of a line broke, wherever they are."""
    taken = {each.low for each in found}
    more = []
    for match in _BROKEN.finditer(text):
        label = could_speak(match["label"])
        low, high = match.span("label")
        if label is not None and low not in taken:
            more.append(Start(low, match.end(), label, "c", low, high))
    return sorted([*found, *more])


def _silent(text: str, decision: Decision) -> Iterator[Cut]:
    """What is dressed like a label and never speaks, up to the next label."""
    if not decision.silent:
        return
    ends = sorted([*(e.at for e in decision.speaking), *(e.at for e in decision.silent), len(text)])
    for each in decision.silent:
        end = ends[bisect_right(ends, each.at)]
        said = text[each.at : end].rstrip()
        kind = "clip" if "clip" in each.label.name.casefold() else "break"
        yield Cut(each.at, each.at + len(said), kind)
