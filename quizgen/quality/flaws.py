"""Flaws that make a question unfair or give its answer away, a check a function.

The checks follow the item-writing guidelines of Haladyna, Downing and Rodriguez (2002) and
the nineteen-criterion rubric of Moore et al. (2023). They look at a question alone, without its
transcript, so that generated and hand-written items are judged alike.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizgen.language import clarity
from quizgen.language.words import bare, content, count
from quizgen.model.question import Choice, Multi, Question

BLANK = "____"
_TWO_WAY = 2


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of a question. ``hard`` flaws keep a generated question out of a bank."""

    code: str
    message: str
    fix: str
    hard: bool


Check = Callable[[Question], str | None]


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    check: Check
    fix: str
    hard: bool


def flaws(question: Question) -> Iterator[Flaw]:
    """The flaws of a question, in the order of the table."""
    for row in TABLE:
        message = row.check(question)
        if message:
            yield Flaw(row.code, message, row.fix, row.hard)


def _options(question: Question) -> tuple[str, ...]:
    return question.options if isinstance(question, Choice | Multi) else ()


def _keys(question: Question) -> tuple[str, ...]:
    if isinstance(question, Choice):
        return (question.key,)
    return question.keys if isinstance(question, Multi) else ()


def _wrong(question: Question) -> tuple[str, ...]:
    keys = _keys(question)
    return tuple(text for text in _options(question) if text not in keys)


def all_of_the_above(question: Question) -> str | None:
    """An option refers to the other options."""
    for text in _options(question):
        if re.search(
            r"\b(?:all|none|both|neither|any) of (?:the|these|those)\b", text, re.IGNORECASE
        ):
            return f"the option “{text}” refers to other options"
    return None


def letters_as_options(question: Question) -> str | None:
    """An option combines others by letter or number (“A and B”)."""
    for text in _options(question):
        if re.fullmatch(r"(?:[A-D1-4](?:,| and| &|\s)*){2,}(?:only)?", text):
            return f"the option “{text}” combines others"
    return None


def equal_options(question: Question) -> str | None:
    """Two options are the same but for typography."""
    seen: dict[str, str] = {}
    for text in _options(question):
        if bare(text) in seen:
            return f"“{text}” and “{seen[bare(text)]}” are the same answer"
        seen[bare(text)] = text
    return None


def overlapping_options(question: Question) -> str | None:
    """One option says all that another says, so both may be right."""
    options = [(text, content(text)) for text in _options(question)]
    if len(options) == _TWO_WAY:  # “X” and “someone questioning X” share a name on purpose
        return None
    for at, (one, a) in enumerate(options):
        for other, b in options[at + 1 :]:
            if a and b and (a <= b or b <= a):
                return f"“{one}” and “{other}” overlap"
    return None


def longest_is_right(question: Question) -> str | None:
    """The right answer stands out by its length."""
    wrong = [len(text) for text in _wrong(question)]
    for key in _keys(question):
        if len(wrong) > 1 and len(key) >= 1.5 * max(wrong) and len(key) - max(wrong) >= 12:
            return "the right answer is much longer than all others"
    return None


def key_in_stem(question: Question) -> str | None:
    """The stem or the quote says the right answer."""
    stem = bare(f"{question.stem} {question.quote or ''}")
    for key in _keys(question):
        if len(_options(question)) > _TWO_WAY and bare(key) and f" {bare(key)} " in f" {stem} ":
            return "the question itself says the right answer"
    return None


def clang(question: Question) -> str | None:
    """The right answer alone shares words with the question."""
    if len(_options(question)) <= _TWO_WAY:
        return None
    said = content(f"{question.stem} {question.quote or ''}")
    most = max((len(content(text) & said) for text in _wrong(question)), default=0)
    for key in _keys(question):
        if len(content(key) & said) >= most + 2:
            return "the right answer repeats words of the question, the others do not"
    return None


def negative_stem(question: Question) -> str | None:
    """The stem asks for what is not so."""
    if re.search(r"\b(?:not|except|least|never)\b|n[’']t\b", question.stem, re.IGNORECASE):
        return "the question asks for what is not so"
    return None


def blank_misplaced(question: Question) -> str | None:
    """A blank opens the sentence, comes twice, or has too little around it."""
    text = question.quote if question.quote and BLANK in question.quote else question.stem
    if BLANK not in text:
        return None
    if isinstance(question, Choice) and text.count(BLANK) > 1:
        return "there is more than one blank for one answer"
    if count(text.replace(BLANK, "")) < 6:
        return "there are too few words around the blank"
    return None


def article_gives_away(question: Question) -> str | None:
    """“a” or “an” before the blank fits the right answer only."""
    match = re.search(
        rf"\b(an?)\s+{BLANK}", f"{question.stem} {question.quote or ''}", re.IGNORECASE
    )
    if not match:
        return None
    vowel = match[1].casefold() == "an"
    misfits = [text for text in _wrong(question) if (text[:1].casefold() in "aeiou") != vowel]
    return f"“{match[1]}” does not fit “{misfits[0]}”" if misfits else None


def unfocused_stem(question: Question) -> str | None:
    """The stem asks nothing."""
    if count(question.stem) < 3 and not question.quote:
        return "the question is too short to say what is asked"
    return None


def long_quote(question: Question) -> str | None:
    """There is more to read than a question needs."""
    if question.quote and count(question.quote) > 60:
        return "the quote is longer than sixty words"
    return None


def cut_off_quote(question: Question) -> str | None:
    """The quote breaks off in the middle."""
    if question.made and question.quote and not clarity.is_complete(question.quote.lstrip("… ")):
        return None if question.quote.startswith("…") else "the quote breaks off"
    return None


def absolute_terms(question: Question) -> str | None:
    """Only wrong answers say “always” or “never”, which gives them away."""
    absolute = re.compile(r"\b(?:always|never|all|none|only|every|must|nothing)\b", re.IGNORECASE)
    wrong = [text for text in _wrong(question) if absolute.search(text)]
    short = all(count(text) < 6 for text in _options(question))
    if short and wrong and not any(absolute.search(key) for key in _keys(question)):
        return f"“{wrong[0]}” says “always” or “never”, and the right answer does not"
    return None


def bare_role(question: Question) -> str | None:
    """An option is a role word and names nobody."""
    role = re.compile(
        r"(?:question|remark|q|reply|voice|moderator|operator|speaker \d+|unidentified.*)",
        re.IGNORECASE,
    )
    for text in _options(question):
        if role.fullmatch(text.strip()):
            return f"“{text}” is a role, not a person"
    return None


TABLE = (
    _Row("all-of-the-above", all_of_the_above, "Name what is meant.", hard=True),
    _Row("letters-as-options", letters_as_options, "Ask for several right answers.", hard=True),
    _Row("equal-options", equal_options, "Replace one of them.", hard=True),
    _Row("overlapping-options", overlapping_options, "Replace one of them.", hard=True),
    _Row("longest-is-right", longest_is_right, "Make the answers of like length.", hard=True),
    _Row("key-in-stem", key_in_stem, "Leave the answer out of the question.", hard=True),
    _Row("clang", clang, "Give a wrong answer words of the question too.", hard=True),
    _Row("negative-stem", negative_stem, "Ask for what is so.", hard=True),
    _Row("blank-misplaced", blank_misplaced, "Move the blank.", hard=True),
    _Row("article-gives-away", article_gives_away, "Write “a(n)”.", hard=True),
    _Row("unfocused-stem", unfocused_stem, "Say what is asked.", hard=True),
    _Row("cut-off-quote", cut_off_quote, "Quote the whole sentence.", hard=True),
    _Row("bare-role", bare_role, "Name a person.", hard=True),
    _Row("long-quote", long_quote, "Quote less.", hard=False),
    _Row("absolute-terms", absolute_terms, "Weaken the wrong answer.", hard=False),
)
