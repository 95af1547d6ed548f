"""The words of the transcript that prove an answer, in their surroundings."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from quizgen.library.passages import Passage
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _


class PassageBlock(Static):
    """One or more passages: the proof with its words marked, a sentence either side dimmed."""

    DEFAULT_CSS = """
    PassageBlock { height: auto; margin-top: 1; border-left: outer $success 50%; padding-left: 2; }
    """
    FOLDED = 320

    def put(self, passages: Sequence[Passage], evidence: Sequence[str], *, whole: bool) -> bool:
        """Show passages, or the bare quoted words where there is no transcript.

        Returns whether something is folded away, which ``whole`` unfolds.
        """
        if not passages:
            self.update(Content("\n\n").join([prose(words) for words in evidence]))
            self.display = bool(evidence)
            return False
        self.display = True
        self.update(
            Content("\n\n").join([passage_content(passage, whole=whole) for passage in passages])
        )
        return any(_is_long(passage) for passage in passages)


def _is_long(passage: Passage) -> bool:
    return len(passage.before) + len(passage.after) > PassageBlock.FOLDED


def passage_content(passage: Passage, *, whole: bool) -> Content:
    """A passage with who says it and where; what is around the proof only if short or wished."""
    who = _("{speaker}, line {line}").format(speaker=passage.turn.who, line=passage.line)
    around = whole or not _is_long(passage)
    parts = [
        prose(passage.before, "dim") if around else literal("…" if passage.before else "", "dim"),
        prose(passage.proof, marks=passage.marks, mark="bold $text-accent"),
        prose(passage.after, "dim") if around else literal("…" if passage.after else "", "dim"),
    ]
    text = Content(" ").join([part for part in parts if part.plain])
    return Content("\n").join([literal(who, "dim"), text])
