"""What goes out and comes back is what it was, in all that the format holds."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.exchange.api import Options
from quizgen.exchange.incoming import _clean
from quizgen.exchange.registry import carry, readable, written
from quizgen.exchange.wording import allowed, feedback, labels, prompt
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Short,
    TrueFalse,
)

from .banks import bank_of, plain, questions

FORMATS = ("aiken", "anki-text", "csv", "gift", "json", "moodle-xml")


def there_and_back(name, *given_):
    """What went out (less what the format left out, as it says), and what came back."""
    data, losses = carry(name, [(bank_of(*given_), given_)], Options())
    left = {loss.id for loss in losses if loss.whole}
    went = [q for q in given_ if q.id not in left]
    found = readable(name).read(data.decode())
    assert not found.faults
    return went, [_clean(row.question) for row in found.rows]


def view(name, question):
    """All of a question that the format holds, as a person would see it."""
    places = written(name).PLACES
    told = [(_line(one.text), plain(one.because or "")) for one in _wrong(question)]
    told = sorted(told if "because" in places else [(text, "") for text, _ in told])
    said = plain(feedback(question)) if "explanation" in places else ""
    kind, answers = _answers(name, question)
    if name == "gift" and isinstance(question, Open):
        said = plain("\n\n".join(text for text in (question.key, feedback(question)) if text))
    return {
        "kind": kind,
        "prompt": _prompt(name, question),
        "answers": answers,
        "wrong": told,
        "said": said,
        "labels": _labels(name, question) if "tags" in places else [],
        "hint": plain(question.hint or "") if "hint" in places else "",
        "points": question.points if _has_points(name, question) else 1,
        "id": question.id if name != "aiken" else None,
    }


def _line(text):
    return " ".join(text.replace("\u200b", "").split())


def _prompt(name, question):
    shown = prompt(question)
    text = shown.line() if name == "aiken" else plain(shown.plain())
    return text.replace("\u200b", "")


def _has_points(name, question):
    """Moodle counts the points of a cloze by its blanks."""
    whole = name != "moodle-xml" or not isinstance(question, Cloze)
    return whole and "points" in written(name).PLACES


def _labels(name, question):
    found = (_label(name, one) for one in labels(question))
    return sorted(one for one in found if name != "gift" or not re.search(r"[<>`]", one))


def _label(name, text):
    if name == "anki-text":  # a tag holds no blanks
        return re.sub(r"[\s_\u200b]|:(?=:)", "", text)
    return _line(text)


def _wrong(question):
    return getattr(question, "wrong", ())


def _answers(name, question):
    """The type, where typed answers and blanks are one, and what is right."""
    kind, found = question.kind, None
    match question:
        case Choice():
            found = _line(question.key)
        case Multi():
            found = sorted(map(_line, question.keys))
        case TrueFalse():
            found = question.key
        case Short():
            kind, found = "typed", [[_line(key) for key in question.keys]]
        case Cloze():
            kind, found = "typed", [[_line(key) for key in blank] for blank in question.blanks]
        case Number():
            found = question.key, allowed(question)
        case Order():
            found = [_line(text) for text in question.items]
        case Match():
            pairs = [(_line(a), _line(b)) for a, b in question.pairs]
            found = pairs, sorted(map(_line, question.extra))
        case Open():
            found = "" if name == "gift" else plain(question.key or "")
    return kind, found


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=40)
@given(data=st.data())
def test_questions_come_back_as_they_went(name, data):
    question = data.draw(questions())
    object.__setattr__(question, "id", "k7f2m9qz")
    went, came = there_and_back(name, question)
    assert [view(name, one) for one in came] == [view(name, one) for one in went]
