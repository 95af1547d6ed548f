"""Days in the learner's language, as short as they can be."""

from datetime import date

from quizgen.tui.texts import _

MONTHS = (
    _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
    _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
)  # fmt: skip
WEEKDAYS = (_("Mo"), _("Tu"), _("We"), _("Th"), _("Fr"), _("Sa"), _("Su"))


def short_date(day: date) -> str:
    """Day and month, such as ``3 Mar``."""
    return _("{day} {month}").format(day=day.day, month=MONTHS[day.month - 1])
