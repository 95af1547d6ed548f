"""Banks made by Hypothesis, full of text that other programs take for signs of their own."""

from decimal import Decimal

from hypothesis import strategies as st

from quizgen.model.bank import Bank
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

HOSTILE = (
    "{}=~#:->%50% {{c1::x}} }} {{ ::a:: ]]> <script>alert(1)</script> <b> &amp; &#123; &lt; "
    "[html] [plain] [sic] [blank1] [sound:x.mp3] $CATEGORY: // \\ \\* * | '=1+1 =1+1 +1 -1 @x "
    "A) A. ANSWER: A 1. # - [ ] [*] ... ** _ T TRUE 50% %0% 🙂 مرحبا \u202eabc \u2028 \u00a0 "
    "“x” \" ' é é ﬁ"
).split(" ")

WORDS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=6),
    st.sampled_from(["word", "Zoë", "1863"]),
)
GAPS = st.sampled_from([" ", "  ", "\n", "\n\n", "\t", ""])


@st.composite
def texts(draw, *, most=4):
    """A text of a few words, some of them hostile; no blank at its ends."""
    text = draw(WORDS)
    for _ in range(draw(st.integers(0, most - 1))):
        text += draw(GAPS) + draw(WORDS)
    text = text.strip()
    return (
        text if any(map(str.isalnum, text)) and "___" not in text else f"x{text}x".replace("_", "")
    )


def plain(text):
    """What is left of a text for people: single blanks, no blank at the end of a line."""
    lines = [" ".join(line.split()) for line in text.replace("\r", "\n").split("\n")]
    return "\n".join(lines).strip()


def _different(least, most):
    return st.lists(texts(most=3), min_size=least, max_size=most, unique_by=_looks)


def _looks(text):
    return " ".join(text.casefold().split())


_COMMON = {
    "context": st.none() | texts(),
    "quote": st.none() | texts(),
    "hint": st.none() | texts(),
    "explanation": st.none() | texts(),
    "topic": st.none() | texts(most=2),
    "speaker": st.none() | texts(most=2),
    "tags": st.lists(texts(most=2), max_size=2, unique_by=_looks).map(tuple),
    "difficulty": st.sampled_from([None, "easy", "medium", "hard"]),
    "points": st.sampled_from([Decimal(1), Decimal("2.5"), Decimal(3)]),
    "evidence": st.lists(texts(), max_size=2).map(tuple),
}


@st.composite
def _common(draw, **more):
    return {
        "stem": draw(texts()),
        **{name: draw(values) for name, values in {**_COMMON, **more}.items()},
    }


@st.composite
def choices(draw):
    options = draw(_different(2, 5))
    because = [draw(st.none() | texts(most=2)) for _ in options[1:]]
    wrong = tuple(Option(text, why) for text, why in zip(options[1:], because, strict=True))
    fixed = tuple(draw(st.permutations(options))) if draw(st.booleans()) else ()
    return Choice(key=options[0], wrong=wrong, fixed=fixed, **draw(_common()))


@st.composite
def multis(draw):
    options = draw(_different(2, 5))
    at = draw(st.integers(1, len(options)))
    wrong = tuple(Option(text) for text in options[at:])
    return Multi(keys=tuple(options[:at]), wrong=wrong, **draw(_common()))


@st.composite
def shorts(draw):
    return Short(keys=tuple(draw(_different(1, 3))), **draw(_common()))


@st.composite
def clozes(draw):
    blanks = draw(st.lists(_different(1, 2).map(tuple), min_size=1, max_size=3))
    pieces = [draw(texts(most=2)) for _ in range(len(blanks) + 1)]
    text = " ____ ".join(pieces)
    common = draw(_common())
    common |= {"quote": text} if draw(st.booleans()) else {"stem": text, "quote": None}
    return Cloze(blanks=tuple(blanks), **common)


@st.composite
def numbers(draw):
    amounts = st.decimals(-9999, 9999, places=2)
    off = draw(st.sampled_from([Decimal(0), Decimal("0.5"), Decimal(5)]))
    return Number(
        key=draw(amounts),
        tolerance=off,
        percent=bool(off) and draw(st.booleans()),
        unit=draw(st.none() | st.sampled_from(["km", "%", "m/s"])),
        **draw(_common()),
    )


@st.composite
def matches(draw):
    lefts = draw(_different(2, 4))
    rights = draw(_different(len(lefts), len(lefts) + 2))
    pairs = tuple(zip(lefts, rights, strict=False))
    return Match(pairs=pairs, extra=tuple(rights[len(lefts) :]), **draw(_common()))


def questions() -> st.SearchStrategy[Question]:
    """Any question of any type."""
    return st.one_of(
        choices(),
        multis(),
        shorts(),
        clozes(),
        numbers(),
        matches(),
        st.builds(lambda key, common: TrueFalse(key=key, **common), st.booleans(), _common()),
        st.builds(
            lambda items, common: Order(items=tuple(items), **common), _different(2, 4), _common()
        ),
        st.builds(lambda key, common: Open(key=key, **common), st.none() | texts(), _common()),
    )


def bank_of(*given: Question) -> Bank:
    return Bank(id="hostile", title="A {hostile}: bank / <b>", path="h.yaml", questions=given)
