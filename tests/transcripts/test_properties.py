"""Laws that hold for any text and any bytes: nothing raised, nothing lost, nothing misplaced."""

from bisect import bisect_right

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.files.text import decoded
from quizgen.model.errors import QuizgenError
from quizgen.model.transcript import Transcript
from quizgen.transcripts.registry import forms, parse

LINES = st.lists(
    st.sampled_from(
        [
            "Anna: good morning to you.",
            "Tom Hill: I build bridges, and you?",
            "Q: why would that be?",
            "Q    Thank you. (Laughter.) Who pays?",
            "Q: (Laughter.) oh dear.",
            "more of the same, said at length.",
            "Second: this is no label.",
            "(Applause.)",
            "00:00:04",
            "## A heading",
            "* * *",
            "12",
            "",
        ]
    ),
    max_size=30,
)
SCRAP = """
Anna: Tom ( ) [ ] ** _ <v\u2002Anna> </v> <u\u2002who='a'> <p> <b> &amp; {"speaker": "text":
00:01 >> > - 00:00:01,000\u2002-->\u200200:00:02,000 # 。 ： 【 】 \x00 word. Q. A. INT.\u2002X ♪
""".split(" ")
SCRAPS = st.lists(
    st.sampled_from(
        [*(scrap.replace("\u2002", " ") for scrap in SCRAP), "\n\n", "\t", "\f", "\u2028"]
    ),
    max_size=60,
).map("".join)
START = ["Anna: one, two and three.", "Q: why is that so?", "Anna: four.", "Q: is that all of it?"]


def whole(transcript: Transcript) -> bool:
    """Whether every turn's words are those at the places that it claims."""
    for turn in transcript.turns:
        if not turn.segments and transcript.text[turn.start : turn.end] != turn.text:
            return False
        for piece in turn.segments:
            said = turn.text[piece.start : piece.end]
            there = transcript.text[piece.source_start : piece.source_end]
            if len(said) == len(there) and "".join(said.split()) != "".join(there.split()):
                return False
    return True


@given(LINES, st.sampled_from(["\n", "\r\n"]))
def test_offsets_point_at_the_text_they_claim(lines, newline):
    assert whole(parse(newline.join([*START, *lines]), "x.txt"))


@given(LINES)
def test_no_line_is_lost(lines):
    """Each is in the preamble, in a turn, or in a note, or a problem tells of it."""
    text = "\n".join([*START, *lines])
    transcript = parse(text, "x.txt")
    begins = [0]
    for line in text.split("\n"):
        begins.append(begins[-1] + len(line) + 1)
    found = {problem.line for problem in transcript.problems}
    for start, end in _places(transcript):
        found.update(
            range(bisect_right(begins, start), bisect_right(begins, max(end - 1, start)) + 1)
        )
    for number, line in enumerate(text.split("\n"), 1):
        assert number in found or not line.strip(), (number, line)


def _places(transcript):
    yield transcript.preamble
    for turn in transcript.turns:
        yield turn.start, turn.end
        yield from ((note.start, note.end) for note in turn.notes)
        line = transcript.text.split("\n")[turn.line - 1]
        at = sum(len(one) + 1 for one in transcript.text.split("\n")[: turn.line - 1])
        yield at, at + len(line)


def read(text: str) -> Transcript | None:
    try:
        return parse(text, "x.txt")
    except QuizgenError:  # refused, which is an answer
        return None


@given(st.one_of(st.text(max_size=300), SCRAPS))
def test_no_text_is_too_odd_to_be_read_or_refused(text):
    transcript = read(text)
    assert transcript is None or whole(transcript)


@pytest.mark.parametrize("name", list(forms()))
@settings(max_examples=25)
@given(text=st.one_of(st.text(max_size=200), SCRAPS))
def test_no_form_raises_whatever_it_is_given(name, text):
    form = forms()[name]
    assert 0 <= form.score(text) <= 1.1
    assert whole(form.read(text, "x.txt"))


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(data):
    try:
        text = decoded("x.txt", data)
    except QuizgenError:  # refused, which is an answer
        return
    assert isinstance(text, str)


@given(LINES)
def test_the_same_text_is_always_read_alike(lines):
    text = "\n".join([*START, *lines])
    assert parse(text, "x.txt") == parse(text, "x.txt")
