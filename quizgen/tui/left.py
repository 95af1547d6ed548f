"""Sessions that were left unfinished, in words: which quiz, where one was, and when."""

import time
from collections.abc import Mapping, Sequence
from datetime import datetime

from quizgen.history.figures import Unfinished
from quizgen.study.session import Mode
from quizgen.tui.dates import short_date
from quizgen.tui.texts import _, ngettext

MODE_NAMES = {
    Mode.LEARN: _("Read, then answer"),
    Mode.PRACTICE: _("Quiz me"),
    Mode.EXAM: _("Exam"),
    Mode.DUE: _("Due today"),
    Mode.MISSED: _("What I missed"),
    Mode.CRAM: _("Cram"),
    Mode.CARDS: _("Cards"),
}


def where_left(left: Unfinished) -> str:
    """The kind of session, how far one was in it, and when it was left."""
    done = _("{done} of {total} answered").format(done=left.answered, total=left.total)
    return " · ".join((MODE_NAMES[left.mode], done, moment(left.last_at)))


def banks_of(left: Unfinished, titles: Mapping[str, str]) -> str:
    """The title of a session's bank, by the banks' ids; of several banks the first one's."""
    first = titles.get(left.banks[0], left.banks[0])
    more = len(left.banks) - 1
    if not more:
        return first
    text = ngettext("{title} and {n} more bank", "{title} and {n} more banks", more)
    return text.format(title=first, n=more)


def several(left: Sequence[Unfinished]) -> str:
    """How many sessions there are to go on with."""
    text = ngettext("{n} session, left on the way", "{n} sessions, left on the way", len(left))
    return text.format(n=len(left))


def moment(at: int) -> str:
    """A time that was not long ago, given in milliseconds since 1970 UTC."""
    then = datetime.fromtimestamp(at / 1000).astimezone()
    now = datetime.fromtimestamp(time.time_ns() / 1_000_000_000).astimezone()
    if then.date() == now.date():
        return _("today, {time}").format(time=f"{then:%H:%M}")
    day = short_date(then.date())
    if then.year != now.year:
        return _("{day} {year}").format(day=day, year=then.year)
    return _("{day}, {time}").format(day=day, time=f"{then:%H:%M}")
