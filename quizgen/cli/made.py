"""What ``generate`` says of a bank: the result first, a short summary, details where asked for."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from quizgen.cli.reporters import many
from quizgen.cli.verb import show, talk
from quizgen.generate.pipeline import Generated, RuleReport
from quizgen.model.errors import BankError
from quizgen.model.transcript import Transcript
from quizgen.quality.flaws import meaning

_SAMPLES = 3
_MOST_LINES = 12


def need_questions(made: Generated, transcript: Transcript, *, verbose: bool) -> None:
    """Stop where the transcript gave nothing, and say why.

    Raises:
        BankError: there is no question.
    """
    if made.bank.questions:
        return
    few = [made.few.in_words()] if made.few else []
    said = _silent(made) if verbose else ["--verbose says it of every rule."]
    note = [made.note] if made.note else []
    raise BankError(f"“{transcript.path}” gave no question.", fix="\n  ".join([*note, *few, *said]))


def as_data(made: Generated) -> dict[str, object]:
    """What became of each rule's candidates, and of the exchanges, for JSON."""
    return {
        "rules": [asdict(report) for _, report in sorted(made.reports.items())],
        "coverage": asdict(made.coverage),
        "few": asdict(made.few) if made.few else None,
    }


def report_new(
    made: Generated, target: Path, *, changed: bool, as_json: bool, verbose: bool
) -> None:
    """Say what a new bank holds, and what the transcript did not give."""
    number = len(made.bank.questions)
    if as_json:
        row = {"bank": str(target), "changed": changed, "count": number}
        show(json.dumps(row | as_data(made), ensure_ascii=False))
        return
    wrote = "wrote" if changed else "nothing new in"
    given = sum(1 for report in made.reports.values() if report.shipped)
    talk(f"{wrote} {target}: {many(number, 'question')} by {many(given, 'rule')}")
    if made.note:
        talk(f"  {made.note}")
    talk("", "Three of them:" if number > _SAMPLES else "They are:" if number > 1 else "It is:")
    step = max(1, number // _SAMPLES)
    for question in made.bank.questions[::step][:_SAMPLES]:
        talk(f"  {question.stem}", *([f"      “{question.quote}”"] if question.quote else []))
        talk(f"      answer: {getattr(question, 'key', '')}")
    talk("", f"Take the quiz: quizgen play {target}", "")
    talk(*_summary(made))
    talk(*(details(made) if verbose else _more(made)))


def _summary(made: Generated) -> Iterator[str]:
    """What was asked about, and why there is no more."""
    covered = made.coverage
    yield f"{covered.asked} of {covered.exchanges} exchanges that say something are asked about."
    wanted = made.bank.generate.count if made.bank.generate else None
    if made.few and wanted:
        yield f"{wanted} questions were wanted: {made.few.in_words()}."


def _more(made: Generated) -> Iterator[str]:
    silent = sum(1 for report in made.reports.values() if not report.shipped)
    if silent:
        yield f"{many(silent, 'rule')} gave nothing; --verbose says why."


def details(made: Generated) -> Iterator[str]:
    """Where nothing is asked, and a line for each rule that gave nothing."""
    for lines, why in (
        (made.coverage.nothing, "no words that stand alone"),
        (made.coverage.no_room, "other questions came first"),
    ):
        if lines:
            more = ", …" if len(lines) > _MOST_LINES else ""
            yield f"  {why}: line {', '.join(map(str, lines[:_MOST_LINES]))}{more}"
    yield from (f"  {line}" for line in _silent(made))


def _silent(made: Generated) -> list[str]:
    """A line for each rule that gave nothing."""
    reports = sorted(made.reports.values(), key=lambda report: report.rule)
    return [f"{each.rule} gave nothing: {_why(each)}" for each in reports if not each.shipped]


def _why(report: RuleReport) -> str:
    if report.lacks or not report.rejected:
        return report.lacks or "others came first"
    reasons = sorted(report.rejected.items(), key=lambda pair: (-pair[1], pair[0]))
    said = (f"{many(times, 'question')}: {meaning(why)}" for why, times in reasons)
    return "turned down – " + "; ".join(said)
