"""Cards in lines: the question, then the answer, then the learner's own verdict."""

from quizgen.cli.lines import page
from quizgen.cli.lines.session import LineSession
from quizgen.study.recall import needs_options
from quizgen.study.session import AGAIN, GRADES, Asked
from quizgen.tui.texts import _

_THINK = _("Think of the answer, then type any word to see it:")
_HOW_WELL = _("How well did you know it, 1 not, 2 hardly, 3 well, 4 easily:")


class CardLines(LineSession):
    """A first line turns the card over, a second one says how well it was known."""

    help = (
        _("- Think of the answer, then type anything to see it, then a number from 1 to 4."),
        _("- :undo takes the card before back, :flag and a reason marks a bad question."),
        _("- :quit stops; what was answered is kept."),
    )

    _turned = False

    def shows_options(self, asked: Asked) -> bool:
        """Only where nobody could answer without: a card is to be recalled."""
        return needs_options(asked.question)

    def prompt(self, asked: Asked) -> str:
        """To turn the card over, or to grade it."""
        return _HOW_WELL if self._turned else _THINK

    def answer(self, line: str) -> None:
        """Turn the card over, or grade it."""
        asked = self.asked
        if not self._turned:
            self._turned = True
            self.say(page.card_lines(asked))
            self.say(page.passage_lines(self.sitting.passages(), asked.question.evidence))
            return
        sign = line.strip().casefold()
        grade = GRADES[int(sign) - 1] if sign in {"1", "2", "3", "4"} else sign
        verdict = self.sitting.answer(grade if grade in GRADES else AGAIN)
        self.say([page.verdict_line(asked, verdict)])
        self._turned = self.staying = False
        self.sitting.advance()
