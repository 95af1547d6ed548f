"""Whatever a teacher does to a bank and happens to its transcript, nothing of theirs is lost.

Every byte of a teacher's is still there, and a second run finds nothing to write.
"""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.merge.layout import lay_out
from quizgen.bank.merge.lock import Lock
from quizgen.bank.merge.notes import MARK
from quizgen.bank.reader import parse_bank
from quizgen.bank.stamp import State, state
from quizgen.model.errors import BankError
from quizgen.model.question import Option

from .speech import SENTENCES, asked, bring_up_to_date, made, stamped

HAND = (
    "- question: By hand?\n  answer: yes indeed\n  wrong: [no, never]\n",
    "# a comment above\n- {question: In braces, answer: a, wrong: [b, c]}   # and behind\n",
    "-\n  # deep\n  question: Dash alone\n  answer: |\n    one\n\n    - id: fake\n    # fake\n",
    "- question: \"quoted\n\n    over lines\"\n  answer: \"x: y\"\n  wrong:\n  - 'it''s'\n\n\n",
)
MINE = (
    "  tags: [a, b]\n", '  hint: "So: what?"\n', "  # why not\n", "  points: 2   # two\n",
    "  skip: true\n", "  note: |+\n    kept\n\n", "  explanation: >\n    folded\n    text\n",
)  # fmt: skip


def _reworded(item: str) -> str:
    return item.replace("Which word", "What", 1)


def _quoted(item: str) -> str:
    return item.replace("Which word is missing from what the mayor says?", "'Which: this?'", 1)


def _unstamped(item: str) -> str:
    return "".join(line for line in item.splitlines(keepends=True) if "made:" not in line)


@st.composite
def edits(draw: st.DrawFn) -> str:
    """A bank after a teacher's hand."""
    text, _ = made()
    head, _, rest = text.partition("questions:\n\n")
    items = rest.rstrip("\n").split("\n\n- ")
    items = [items[0] + "\n", *(f"- {item}\n" for item in items[1:])]
    done: list[str] = []
    for item in items:
        match draw(st.sampled_from(["", "", "", "delete", "edit", "add", "hand", "move", "pin"])):
            case "delete":
                pass
            case "edit":
                done.append(draw(st.sampled_from([_reworded, _quoted]))(item))
            case "add":
                mine = draw(st.sampled_from(MINE))
                field = draw(st.sampled_from(["  topic:", "  answer:", "  id:"]))
                done.append(item.replace(field, mine + field, 1))
            case "hand":
                done += [draw(st.sampled_from(HAND)), item]
            case "move":
                done.insert(draw(st.integers(0, len(done))), item)
            case "pin":
                done.append(_unstamped(item))
            case _:
                done.append(item)
    gap = draw(st.sampled_from(["\n", "\n", "", "\n\n# a section\n\n"]))
    text = head + "questions:   # mine\n\n" + gap.join(done)
    text += draw(st.sampled_from(["", "\n# the end\n", "\nretired: []\n"]))
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


@st.composite
def speeches(draw: st.DrawFn) -> tuple:
    """What is made of the transcript after it was changed, or by better rules."""
    fresh = []
    for sentence in SENTENCES:
        match draw(st.sampled_from(["", "", "", "drop", "reword", "new", "options", "version"])):
            case "drop":
                pass
            case "reword":
                fresh.append(asked(sentence.replace(" the ", " that ", 1)))
            case "new":
                fresh += [asked(sentence), asked(sentence, rule="frame", key=sentence.split()[0])]
            case "options":
                question = asked(sentence)
                fewer = (*question.wrong[:2], Option("another: one"))[: draw(st.integers(1, 3))]
                fresh.append(stamped(replace(question, wrong=fewer)))
            case "version":
                fresh.append(asked(sentence, version=2))
            case _:
                fresh.append(asked(sentence))
    return tuple(fresh)


def _bodies(text: str, *, protected: bool) -> Counter[str]:
    """The lines of all items; of the ``protected`` alone: those that quizgen may not write."""
    read = parse_bank(text, "x")
    assert read.bank is not None
    layout = lay_out(read)
    questions = {
        (q.place.line, q.place.column): q for q in (*read.bank.questions, *read.bank.retired)
    }
    found: Counter[str] = Counter()
    for slot in (*layout.questions.slots, *layout.retired.slots):
        question = questions.get((slot.node.line, slot.node.column))
        own = question is not None and state(question, slot.text(text)) in {
            State.UNTOUCHED,
            State.LAID_OUT,
        }
        if not (protected and own):
            found[text[slot.body : slot.end].rstrip()] += 1
    return found


def _teachers_lines(text: str) -> Counter[str]:
    lines = [line.rstrip() for line in text.splitlines()]
    mine = {line.rstrip() for part in (*HAND, *MINE) for line in part.splitlines()}
    comments = Counter(x for x in lines if x.lstrip().startswith("#") and MARK not in x)
    return comments + Counter(line for line in lines if line in mine and line)


@given(edits(), speeches(), speeches(), st.booleans())
def test_no_byte_of_a_teachers_is_lost_and_twice_is_once(text, fresh, later, lost):
    _, lock = made()
    before, memory = text, Lock(lost=True) if lost else lock
    for today in (fresh, later):
        try:
            update = bring_up_to_date(before, today, memory)
        except BankError:  # what cannot be written into is left alone, which loses nothing
            assert parse_bank(before, "x").errors or not today
            return
        assert not _bodies(before, protected=True) - _bodies(update.text, protected=False)
        assert not _teachers_lines(before) - _teachers_lines(update.text)
        assert parse_bank(update.text, "x").errors <= parse_bank(before, "x").errors
        again = bring_up_to_date(update.text, today, Lock(update.entries))
        assert again.text == update.text
        assert again.entries == update.entries
        before, memory = update.text, Lock(update.entries)
