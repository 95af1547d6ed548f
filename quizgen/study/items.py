"""What the answers of a class say about each question, and what to do about it, in words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.model.question import (
    Choice,
    Cloze,
    Multi,
    Number,
    Question,
    Response,
    Short,
    TrueFalse,
)
from quizgen.study.grading import expected
from quizgen.study.statistics import Reliability, discrimination, guess, reliability

ENOUGH = 5
"""From so many answers on there is advice; fewer say little."""

_RARELY = 0.05
_RARELY_FROM = 40
_HARD = 0.3
_WEAK = 0.1
_COMMONEST = 4
_OFTEN, _OFTEN_SHARE = 2, 0.2


@dataclass(frozen=True, slots=True)
class Reply:
    """A first try: by whom, to what, what was shown and what was answered."""

    person: str
    item: str
    right: bool
    response: Response
    options: tuple[str, ...] = ()
    overridden: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer to choose from: how often it was taken, and whether it is right."""

    option: str
    times: int
    right: bool


@dataclass(frozen=True, slots=True)
class ItemFigures:
    """One question. ``facility`` is the share that was right, ``guess`` what luck would give.

    ``discrimination`` is the item-rest correlation, None where it cannot be told. ``choices``
    are the options; of a ``typed`` answer they are the right one and the commonest wrong ones.
    """

    item: str
    answers: int
    right: int
    guess: float
    discrimination: float | None
    choices: tuple[Chosen, ...] = ()
    typed: bool = False
    overridden: int = 0
    flagged: int = 0
    advice: tuple[str, ...] = ()

    @property
    def facility(self) -> float:
        """The share of first tries that was right."""
        return self.right / self.answers


@dataclass(frozen=True, slots=True)
class Analysis:
    """All questions that were answered, and the test as a whole."""

    items: tuple[ItemFigures, ...] = ()
    whole: Reliability = field(default_factory=lambda: Reliability(0, 0))


def analyse(
    replies: Iterable[Reply],
    questions: Mapping[str, Question],
    flags: Mapping[str, int] | None = None,
) -> Analysis:
    """Work out the figures; of a person's tries at a question the first one given here counts."""
    scores: dict[str, dict[str, bool]] = {}
    by_item: dict[str, list[Reply]] = {}
    for reply in replies:
        mine = scores.setdefault(reply.person, {})
        if reply.item in questions and reply.item not in mine:
            mine[reply.item] = reply.right
            by_item.setdefault(reply.item, []).append(reply)
    items = tuple(
        _figures(questions[item], given, discrimination(scores, item), (flags or {}).get(item, 0))
        for item, given in by_item.items()
    )
    return Analysis(items, reliability({who: mine for who, mine in scores.items() if mine}))


def _figures(
    question: Question, replies: Sequence[Reply], tells: float | None, flagged: int
) -> ItemFigures:
    options = next((reply.options for reply in replies if reply.options), ())
    figures = ItemFigures(
        item=replies[0].item,
        answers=len(replies),
        right=sum(reply.right for reply in replies),
        guess=guess(question, len(options)),
        discrimination=tells,
        choices=_choices(question, replies) or _typed(question, replies),
        typed=isinstance(question, Short | Number | Cloze),
        overridden=sum(reply.overridden for reply in replies),
        flagged=flagged,
    )
    return ItemFigures(
        **{name: getattr(figures, name) for name in ItemFigures.__slots__ if name != "advice"},
        advice=tuple(_advice(figures)),
    )


def _choices(question: Question, replies: Sequence[Reply]) -> tuple[Chosen, ...]:
    match question:
        case Choice():
            right, options = {question.key}, question.options
        case Multi():
            right, options = set(question.keys), question.options
        case TrueFalse():
            right, options = {str(question.key).lower()}, ("true", "false")
        case _:
            return ()
    taken = (one for reply in replies for one in _taken(reply.response))
    claim = isinstance(question, TrueFalse)
    times = Counter(one.casefold() if claim else one for one in taken)
    return tuple(Chosen(option, times[option], option in right) for option in options)


def _typed(question: Question, replies: Sequence[Reply]) -> tuple[Chosen, ...]:
    """The right answer, and the wrong ones that came most often, alike but for case and blanks."""
    if not isinstance(question, Short | Number | Cloze):
        return ()
    texts: dict[str, str] = {}
    wrong: Counter[str] = Counter()
    for reply in replies:
        text = reply.response if isinstance(reply.response, str) else "; ".join(reply.response)
        if not reply.right and text.strip():
            plain = " ".join(text.casefold().split())
            texts.setdefault(plain, text)
            wrong[plain] += 1
    right = sum(reply.right for reply in replies)
    common = [Chosen(texts[plain], times, False) for plain, times in wrong.most_common(_COMMONEST)]
    return (Chosen(expected(question), right, True), *common)


def _taken(response: Response) -> tuple[str, ...]:
    return (response,) if isinstance(response, str) else tuple(set(response))


def _advice(figures: ItemFigures) -> Iterable[str]:
    if figures.flagged:
        yield f"{_people(figures.flagged)} called it a bad question: look at it again"
    if figures.overridden:
        yield (
            f"{_people(figures.overridden)} held a wrong answer to be right: see whether more "
            "answers should count"
        )
    if figures.answers < ENOUGH:
        return
    yield from _about_choices(figures)
    if figures.right == figures.answers:
        yield "everybody was right: it tells nobody apart"
    elif figures.facility < max(_HARD, figures.guess):
        than = "fewer than by guessing" if figures.facility < figures.guess else "very few"
        yield f"{than} were right: see whether the question is clear and the answer true"
    tells = figures.discrimination
    if tells is not None and tells < 0:
        yield "those who know more were wrong more often: see whether the answer is the right one"
    elif tells is not None and tells < _WEAK and figures.right < figures.answers:
        yield "it hardly tells those who know from those who do not"


def _about_choices(figures: ItemFigures) -> Iterable[str]:
    if figures.typed:
        yield from _about_typed(figures)
        return
    most = max((one.times for one in figures.choices if one.right), default=0)
    wrong_answers = figures.answers - figures.right
    for one in figures.choices:
        if one.right:
            continue
        if one.times == 0 and wrong_answers and len(figures.choices) > 2:
            yield f"{one.option} was never chosen: replace it"
        elif one.times < _RARELY * figures.answers and figures.answers >= _RARELY_FROM:
            yield f"{one.option} was chosen only {one.times} of {figures.answers} times: replace it"
        elif one.times > most:
            yield f"{one.option} was chosen more often than the answer: is it right as well?"


def _about_typed(figures: ItemFigures) -> Iterable[str]:
    for one in figures.choices:
        if not one.right and one.times >= _OFTEN and one.times >= _OFTEN_SHARE * figures.answers:
            yield f"{one.option} was typed {one.times} times: should it count as well?"


def _people(number: int) -> str:
    return "one learner" if number == 1 else f"{number} learners"
