"""The words of the transcript that prove an answer, in their surroundings."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from quizgen.library.passages import Passage, Unplaced
from quizgen.tui.content import literal, prose
from quizgen.tui.texts import _


class PassageBlock(Static):
    """One or more passages: the proof with its words marked, a sentence either side dimmed."""

    DEFAULT_CSS = """
    PassageBlock { height: auto; margin-top: 1; border-left: outer $success 50%; padding-left: 2; }
    """
    FOLDED = 320

    def put(
        self,
        passages: Sequence[Passage],
        unplaced: Sequence[Unplaced],
        *,
        at_hand: bool,
        whole: bool,
    ) -> bool:
        """Show passages, and the quoted words that none of them holds with a word of why.

        ``at_hand`` says that there is a transcript, so that it should hold them. Returns
        whether something is folded away, which ``whole`` unfolds.
        """
        parts = [passage_content(passage, whole=whole) for passage in passages]
        parts += [unplaced_content(each, at_hand=at_hand) for each in unplaced]
        self.update(Content("\n\n").join(parts))
        self.display = bool(parts)
        return any(_is_long(passage) for passage in passages)


def _is_long(passage: Passage) -> bool:
    return len(passage.before) + len(passage.after) > PassageBlock.FOLDED


def unplaced_content(quoted: Unplaced, *, at_hand: bool) -> Content:
    """Words that the bank quotes: from a title, or not there, or nobody could compare them."""
    if quoted.line:
        where = literal(_("In the transcript, line {line}").format(line=quoted.line), "dim")
        return Content("\n").join([where, prose(quoted.words, "bold $text-accent")])
    if at_hand:
        said = literal(_("⚠ The transcript does not hold these words:"), "$text-warning")
    else:
        said = literal(_("As the bank quotes it; the transcript is not here"), "dim")
    return Content("\n").join([said, prose(quoted.words)])


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
