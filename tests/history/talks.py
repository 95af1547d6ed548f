"""Small histories for the tests: a learner answers questions about an invented talk."""

from pathlib import Path

from quizgen.history.log import History
from quizgen.history.open import FILE_NAME, open_history
from quizgen.model.question import Choice, Option, Question, Short
from quizgen.study.session import Asked, Mode, Session

DAY = 86_400_000
NOON = 20_000 * DAY + DAY // 2
MET = Choice(
    stem="When did they meet?",
    key="On Monday",
    wrong=(Option("On Tuesday"), Option("On Sunday")),
    id="met",
)
WANTS = Short(stem="Who wants the bridge?", keys=("Mr Lund",), id="wants")
TALK = (MET, WANTS)


def take(
    history: History,
    *answers: str,
    learner: str = "me",
    at: int = NOON,
    bank: str = "talk",
    questions: tuple[Question, ...] = TALK,
    mode: Mode = Mode.PRACTICE,
) -> Session:
    """A whole session: these answers to these questions, a second apart."""
    key = f"{learner}-{bank}-{at}"
    asked = tuple(
        Asked(bank, one.id or "?", one, one.options if isinstance(one, Choice) else ())
        for one in questions
    )
    who = history.learner(learner, at=at)
    session = Session(key, who, mode, 1, asked, started=at)
    history.start(session, at=at)
    for number, answer in enumerate(answers):
        moment = at + 1000 * (number + 1)
        session = session.answer(answer, id=f"{key}-{number}", at=moment, ms=1000)
        history.append(session)
        if not session.at_end:
            session = session.advance()
    session = session.finish(id=f"{key}-end", at=at + 60_000)
    history.append(session)
    return session


def many(folder: Path, sessions: int = 20) -> Path:
    """A history with two answers a day."""
    with open_history(folder) as history:
        for number in range(sessions):
            take(history, "On Monday", "nobody", at=NOON + number * DAY)
    return folder / FILE_NAME


def answers(folder: Path) -> set[str]:
    """The ids of all answers that a history holds."""
    with open_history(folder) as history:
        return {key for (key,) in history.reader.execute("SELECT id FROM answers")}
