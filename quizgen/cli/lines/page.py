"""What line mode prints: pure functions from values to lines.

Every line begins with words or a mark of quizgen's own, and no text of a bank or a
transcript can break out of its line or send a command to the terminal.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgen.cli.lines.printable import printable
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
    Response,
    TrueFalse,
)
from quizgen.sitting.hints import Hint
from quizgen.sitting.results import Results
from quizgen.study.grading import Verdict, expected
from quizgen.study.session import Asked, Session
from quizgen.tui.texts import _, ngettext

TRUE_FALSE = (_("True"), _("False"))
HELP = (
    _("- Type your answer and press Enter."),
    _("- :hint helps a little, :undo takes the answer before back, :right says that it was right."),
    _("- :why tells what the transcript has about a wrong answer, :easy that it was easy."),
    _("- :flag and a reason marks a bad question, :quit stops; what was answered is kept."),
)
_NO_QUESTION = dict.fromkeys(map(ord, "?\uff1f\u061f\u037e\u2047\u2048\u2049\u203d"))


def question_lines(
    asked: Asked, number: int, total: int, *, with_options: bool = True
) -> Iterator[str]:
    """The question with its number, its quote, and its options."""
    question = asked.question
    yield stem_line(asked, number, total)
    if question.context:
        yield f"| {printable(question.context)}"
    if question.quote:
        yield f"> {printable(question.quote)}"
    if isinstance(question, Match):
        yield from (f"- {letter}. {printable(left)}" for letter, left in _lettered(question))
    for at, option in enumerate(options_of(asked) if with_options else (), start=1):
        yield f"{at}. {printable(option)}"


def stem_line(asked: Asked, number: int, total: int) -> str:
    """The question itself, with its number."""
    place = _("{position} of {total}").format(position=number, total=total)
    return f"{place}. {printable(asked.question.stem)}"


def kept_line(path: Path) -> str:
    """Where the answers are."""
    return _("- Kept in {file}").format(file=printable(str(path)))


def options_of(asked: Asked) -> tuple[str, ...]:
    """The numbered options of an item; empty where the answer is typed."""
    return TRUE_FALSE if isinstance(asked.question, TrueFalse) else asked.options


def prompt(asked: Asked) -> str:
    """What to type, in one line."""
    question, last = asked.question, len(options_of(asked))
    match question:
        case Choice() | TrueFalse():
            asks = _("Your answer, a number from 1 to {last}:")
        case Multi():
            asks = _("Your answer, the numbers of all that are right, such as 1 3:")
        case Order():
            asks = _("Your answer, the numbers in the right order, such as {sample}:")
        case Match():
            last = len(question.pairs)
            asks = _("Your answer, the number that belongs to each letter, such as {sample}:")
        case Cloze() if len(question.blanks) > 1:
            last = len(question.blanks)
            asks = _("Your answer, {last} blanks with a ; between them:")
        case Number():
            asks = _("Your answer, a number{unit}:")
        case _:
            asks = _("Your answer, in words:")
    unit = _unit(question) if isinstance(question, Number) else ""
    return asks.format(last=last, sample=_sample(last), unit=unit)


def verdict_line(asked: Asked, verdict: Verdict, *, second: bool = False) -> str:
    """``Right: …`` or ``Wrong: …``, naming the answer, without a question mark.

    The first word is what the score counts: a ``second`` try does not make it ``Right``.
    """
    answer = printable(verdict.expected).translate(_NO_QUESTION).strip()
    end = "" if answer.endswith((".", "!", "…")) else "."
    if second and verdict.right:
        line = _("Wrong at first, then right: the answer is {answer}")
    elif isinstance(asked.question, Open) and verdict.right:
        line = _("Right, if it says this: {answer}") if answer else _("Right: noted.")
    elif not verdict.right:
        line = _("Wrong: the answer is {answer}") if answer else _("Wrong: noted.")
    elif verdict.misspelt:
        line = _("Right, only it is spelt {answer}")
    else:
        line = _("Right: {answer}")
    return _as_promised(line.format(answer=f"{answer}{end}"), right=verdict.right and not second)


def _as_promised(line: str, *, right: bool) -> str:
    """The line, whose first word no translation may change: programs look for it."""
    word = "Right" if right else "Wrong"
    return line if line.startswith(word) else f"{word}: {line}"


def once_more_line(asked: Asked, response: Response) -> str:
    """That a first try was wrong, and the question stays; it does not name the answer."""
    if isinstance(response, str) and response in asked.options:
        return _("- Not {option}. Try once more.").format(option=printable(response))
    return _("- Not so. Try once more.")


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
        place = _("{speaker}, line {line}").format(
            speaker=printable(passage.turn.who), line=passage.line
        )
        yield f"| {place}:"
        if passage.before:
            yield f"|   {printable(passage.before)}"
        yield f"| > {printable(passage.proof)}"
        if passage.after:
            yield f"|   {printable(passage.after)}"
    if not passages:
        yield from (f"| > {printable(words)}" for words in evidence)


def reading_lines(exchange: Exchange) -> Iterator[str]:
    """An exchange to read before its questions."""
    yield _("Read this first:")
    for turn in exchange.turns:
        yield f"| {printable(turn.who)}:"
        for paragraph in turn.text.split("\n\n"):
            yield f"|   {printable(paragraph)}"


def hint_line(hint: Hint | None) -> str:
    """A hint, or that there is none."""
    if hint is None:
        return _("- There is no hint for this question.")
    if hint.struck is not None:
        return _("- Hint: it is not {option}").format(option=printable(hint.struck))
    return _("- Hint: {hint}").format(hint=printable(hint.text or ""))


def unanswered_line(asked: Asked) -> str:
    """That an item of an exam was not answered, and what the answer is."""
    answer = printable(expected(asked.question))
    return _("Not answered: the answer is {answer}").format(answer=answer)


def card_lines(asked: Asked) -> Iterator[str]:
    """The back of a card."""
    answer = printable(expected(asked.question))
    yield (
        _("The answer: {answer}").format(answer=answer)
        if answer
        else _("There is no answer to show.")
    )
    if asked.question.explanation:
        yield f"| {printable(asked.question.explanation)}"


def standing_lines(session: Session) -> Iterator[str]:
    """How every question of an exam stands."""
    for at, asked in enumerate(session.items):
        signs = [_("not answered") if at in session.unanswered else _("answered")]
        signs += [_("for later")] if at in session.marked else []
        yield f"- {at + 1}: {', '.join(signs)}. {printable(asked.question.stem)}"


def duration(ms: int) -> str:
    """A time in words: ``12 minutes``, ``40 seconds``."""
    seconds = -(-ms // 1000)
    if seconds < 100:
        return ngettext("{n} second", "{n} seconds", seconds).format(n=seconds)
    minutes = round(seconds / 60)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=minutes)


def result_lines(results: Results) -> Iterator[str]:
    """The score, then what was missed with the right answers."""
    score = results.score
    if not score.answered:
        yield _("Nothing was answered.")
    else:
        yield _("{right} of {answered} right.").format(right=score.right, answered=score.answered)
    if number := score.again:
        said = ngettext(
            "- {n} question does not count: you took its first answer back.",
            "- {n} questions do not count: you took their first answers back.",
            number,
        )
        yield said.format(n=number)
    if number := len(results.not_answered):
        said = ngettext("- {n} question not answered.", "- {n} questions not answered.", number)
        yield said.format(n=number)
    if number := score.overridden:
        said = ngettext(
            "- You hold {n} more answer to be right.",
            "- You hold {n} more answers to be right.",
            number,
        )
        yield said.format(n=number)
    if number := score.flagged:
        said = ngettext("- You flagged {n} question.", "- You flagged {n} questions.", number)
        yield said.format(n=number)
    if results.missed:
        yield _("Missed:")
    for missed in results.missed:
        yield f"- {printable(missed.asked.question.stem)}"
        answer = printable(missed.answer.verdict.expected)
        yield _("  The answer is: {answer}").format(answer=answer)


def left_lines(session: Session) -> Iterator[str]:
    """That a session was left with questions open, and how to go on; nobody goes on with none."""
    number = len(session.unanswered)
    said = ngettext(
        "- {n} question is not answered yet; --resume goes on from there.",
        "- {n} questions are not answered yet; --resume goes on from there.",
        number,
    )
    if 0 < number < len(session.items):
        yield said.format(n=number)


def _lettered(question: Match) -> Iterator[tuple[str, str]]:
    for at, (left, _right) in enumerate(question.pairs):
        yield chr(ord("a") + at), left


def _sample(last: int) -> str:
    return " ".join(str(at) for at in (*range(2, last + 1), 1))


def _unit(question: Number) -> str:
    return f" ({printable(question.unit)})" if question.unit else ""
