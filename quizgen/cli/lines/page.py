"""What line mode prints: pure functions from values to lines.

Every line begins with words or a mark of quizgen's own, and no text of a bank or a
transcript can break out of its line or send a command to the terminal.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from quizgen.language.exchanges import Exchange
from quizgen.library.passages import Passage
from quizgen.model.question import (
    Choice,
    Cloze,
    Match,
    Multi,
    Number,
    Open,
    Order,
    Question,
    TrueFalse,
)
from quizgen.sitting.hints import Hint
from quizgen.sitting.results import Results
from quizgen.study.grading import Verdict, expected
from quizgen.study.session import Asked, Session

TRUE_FALSE = ("True", "False")
HELP = (
    "- Type your answer and press Enter.",
    "- :hint helps a little, :undo takes the answer before back, :right says that it was right.",
    "- :why tells what the transcript has about a wrong answer, :easy that it was easy.",
    "- :flag and a reason marks a bad question, :quit stops; what was answered is kept.",
)
_PICTURES = 0x2400  # Unicode has a picture for each of the first 32 control characters


def printable(text: str) -> str:
    """``text`` on one line, with whatever a terminal would obey made visible or left out."""
    return "".join(map(_visible, " ".join(text.split())))


def question_lines(
    asked: Asked, number: int, total: int, *, with_options: bool = True
) -> Iterator[str]:
    """The question with its number, its quote, and its options."""
    question = asked.question
    yield f"{number} of {total}. {printable(question.stem)}"
    if question.context:
        yield f"| {printable(question.context)}"
    if question.quote:
        yield f"> {printable(question.quote)}"
    if isinstance(question, Match):
        yield from (f"- {letter}. {printable(left)}" for letter, left in _lettered(question))
    for at, option in enumerate(options_of(asked) if with_options else (), start=1):
        yield f"{at}. {printable(option)}"


def options_of(asked: Asked) -> tuple[str, ...]:
    """The numbered options of an item; empty where the answer is typed."""
    return TRUE_FALSE if isinstance(asked.question, TrueFalse) else asked.options


def prompt(asked: Asked) -> str:
    """What to type, in one line."""
    question, last = asked.question, len(options_of(asked))
    match question:
        case Choice() | TrueFalse():
            asks = f"Your answer, a number from 1 to {last}:"
        case Multi():
            asks = "Your answer, the numbers of all that are right, such as 1 3:"
        case Order():
            asks = f"Your answer, the numbers in the right order, such as {_sample(last)}:"
        case Match():
            last = len(question.pairs)
            asks = f"Your answer, the number that belongs to each letter, such as {_sample(last)}:"
        case Cloze() if len(question.blanks) > 1:
            asks = f"Your answer, {len(question.blanks)} blanks with a ; between them:"
        case Number():
            asks = f"Your answer, a number{_unit(question)}:"
        case _:
            asks = "Your answer, in words:"
    return asks


def verdict_line(asked: Asked, verdict: Verdict) -> str:
    """``Right: …`` or ``Wrong: …``, naming the answer, without a question mark."""
    answer = printable(verdict.expected).replace("?", "").replace("\uff1f", "").strip()
    end = "" if answer.endswith((".", "!", "…")) else "."
    if isinstance(asked.question, Open) and verdict.right:
        line = f"Right, if it says this: {answer}{end}" if answer else "Right: noted."
    elif not verdict.right:
        line = f"Wrong: the answer is {answer}{end}" if answer else "Wrong: noted."
    elif verdict.misspelt:
        line = f"Right, only it is spelt {answer}{end}"
    else:
        line = f"Right: {answer}{end}"
    return line


def because_lines(question: Question, response: str) -> Iterator[str]:
    """Why the chosen option is wrong, and what the bank explains."""
    if isinstance(question, Choice):
        for option in question.wrong:
            if option.because and option.text == response:
                yield f"| {printable(option.because)}"
    if question.explanation:
        yield f"| {printable(question.explanation)}"


def passage_lines(passages: Iterable[Passage], evidence: Iterable[str]) -> Iterator[str]:
    """The passages behind an answer; without a transcript the quoted words alone."""
    passages = tuple(passages)
    for passage in passages:
        yield f"| {printable(passage.turn.who)}, line {passage.line}:"
        if passage.before:
            yield f"|   {printable(passage.before)}"
        yield f"| > {printable(passage.proof)}"
        if passage.after:
            yield f"|   {printable(passage.after)}"
    if not passages:
        yield from (f"| > {printable(words)}" for words in evidence)


def reading_lines(exchange: Exchange) -> Iterator[str]:
    """An exchange to read before its questions."""
    yield "Read this first:"
    for turn in exchange.turns:
        yield f"| {printable(turn.who)}:"
        for paragraph in turn.text.split("\n\n"):
            yield f"|   {printable(paragraph)}"


def hint_line(hint: Hint | None) -> str:
    """A hint, or that there is none."""
    if hint is None:
        return "- There is no hint for this question."
    if hint.struck is not None:
        return f"- Hint: it is not {printable(hint.struck)}"
    return f"- Hint: {printable(hint.text or '')}"


def unanswered_line(asked: Asked) -> str:
    """That an item of an exam was not answered, and what the answer is."""
    return f"Not answered: the answer is {printable(expected(asked.question))}"


def card_lines(asked: Asked) -> Iterator[str]:
    """The back of a card."""
    answer = printable(expected(asked.question))
    yield f"The answer: {answer}" if answer else "There is no answer to show."
    if asked.question.explanation:
        yield f"| {printable(asked.question.explanation)}"


def standing_lines(session: Session) -> Iterator[str]:
    """How every question of an exam stands."""
    for at, asked in enumerate(session.items):
        signs = ["not answered" if at in session.unanswered else "answered"]
        signs += ["for later"] if at in session.marked else []
        yield f"- {at + 1}: {', '.join(signs)}. {printable(asked.question.stem)}"


def duration(ms: int) -> str:
    """A time in words: ``12 minutes``, ``40 seconds``."""
    seconds = -(-ms // 1000)
    if seconds < 100:
        return _counted(seconds, "second")
    return _counted(round(seconds / 60), "minute")


def result_lines(results: Results) -> Iterator[str]:
    """The score, then what was missed with the right answers."""
    score = results.score
    yield f"{score.right} of {score.answered} right."
    if results.not_answered:
        yield f"- {_counted(len(results.not_answered), 'question')} not answered."
    if score.overridden:
        yield f"- You hold {_counted(score.overridden, 'more answer')} to be right."
    if score.flagged:
        yield f"- You flagged {_counted(score.flagged, 'question')}."
    if results.missed:
        yield "Missed:"
    for missed in results.missed:
        yield f"- {printable(missed.asked.question.stem)}"
        yield f"  The answer is: {printable(missed.answer.verdict.expected)}"


def _lettered(question: Match) -> Iterator[tuple[str, str]]:
    for at, (left, _) in enumerate(question.pairs):
        yield chr(ord("a") + at), left


def _sample(last: int) -> str:
    return " ".join(str(at) for at in (*range(2, last + 1), 1))


def _unit(question: Number) -> str:
    return f" ({printable(question.unit)})" if question.unit else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _visible(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(_PICTURES + code)
    if code == 0x7F:
        return "␡"
    category = unicodedata.category(character)
    if category in {"Cc", "Cs"}:
        return "�"
    return "" if category == "Cf" and code not in {0x200C, 0x200D, 0xAD} else character
