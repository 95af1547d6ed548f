"""What ``generate`` says of a bank: the result first, a short summary, details where asked for."""

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from quizgen.bank.merge.fate import Fate
from quizgen.cli.verb import show, talk
from quizgen.files.shell import in_shell
from quizgen.generate.choosing import RuleReport
from quizgen.generate.job import Job, Made, NoQuestionsError
from quizgen.model.counted import many
from quizgen.model.errors import BankError
from quizgen.model.question import Match, Multi, Question, TrueFalse
from quizgen.quality.flaws import meaning

_MOST_LINES = 12


def silent(error: NoQuestionsError, *, verbose: bool) -> BankError:
    """The same error, with what each rule lacks, or where to learn it."""
    said = _silent(error.reports) if verbose else ["--verbose says it of every rule."]
    return BankError(error.message, fix="\n  ".join([error.fix, *_nearest(error.reports), *said]))


def in_one_line(error: NoQuestionsError) -> str:
    """The same error for a list of files: that there is no question, and why."""
    why = error.fix.partition("\n")[0].rstrip(".")
    return f"{error.message.rstrip('.')}: {why}."


def _nearest(reports: Sequence[RuleReport]) -> Iterator[str]:
    """Which rule came nearest to a question: the one that proposed most of those turned down."""
    near = max(reports, key=lambda report: report.candidates, default=None)
    if near and near.candidates:
        yield f"The nearest was {near.rule}: {_why(near)}."


def as_row(job: Job, made: Made, *, changed: bool) -> dict[str, object]:
    """What became of a bank, of each rule's candidates, and of the exchanges, for JSON."""
    fates = {} if made.fates is None else {"fates": made.fates}
    return {
        "bank": str(job.target),
        "changed": changed,
        "count": made.count,
        **fates,
        "rules": [asdict(report) for report in made.reports],
        "coverage": asdict(made.coverage),
        "few": asdict(made.few) if made.few else None,
    }


def tell(job: Job, made: Made, arguments: argparse.Namespace, *, changed: bool) -> None:
    """Say what a bank holds, or what became of it, and what the transcript did not give."""
    if arguments.format == "json":
        show(json.dumps(as_row(job, made, changed=changed), ensure_ascii=False))
    elif made.fates is None:
        _new(job, made, changed=changed, verbose=arguments.verbose)
    else:
        _again(job, made, made.fates)
        if arguments.verbose:
            talk(*_details(made))


def _again(job: Job, made: Made, fates: Mapping[Fate, int]) -> None:
    """One line for a bank that was brought up to date, and what wants a person."""
    counted = ", ".join(fate.counted(count) for fate, count in fates.items())
    talk(f"{job.target}: {counted or 'no questions'}")
    if made.held:
        talk(
            f"  held back: {many(made.held, 'new question')}; without the lock file nobody knows "
            "what you deleted before. --yes adds what is held back."
        )
    if fates.get(Fate.LOOK):
        talk(f"  See what changed: quizgen review {in_shell(job.target)}")


def _new(job: Job, made: Made, *, changed: bool, verbose: bool) -> None:
    wrote = "wrote" if changed else "nothing new in"
    given = sum(1 for report in made.reports if report.shipped)
    talk(f"{wrote} {job.target}: {many(made.count, 'question')} by {many(given, 'rule')}")
    if made.note:
        talk(f"  {made.note}")
    few = made.count > len(made.samples)
    talk("", "Three of them:" if few else "They are:" if made.count > 1 else "It is:")
    for question in made.samples:
        talk(f"  {question.stem}", *([f"      “{question.quote}”"] if question.quote else []))
        talk(*(f"      answer: {words}" for words in _answers(question)))
    talk("", f"Take the quiz: quizgen play {in_shell(job.target)}", "")
    talk(*_summary(made))
    talk(*(_details(made) if verbose else _more(made)))


def _answers(question: Question) -> list[str]:
    """What is right, a line each."""
    match question:
        case Multi():
            return list(question.keys)
        case Match():
            return [f"{left} – {right}" for left, right in question.pairs]
        case TrueFalse():
            return ["true" if question.key else "false"]
    return [str(getattr(question, "key", ""))]


def _summary(made: Made) -> Iterator[str]:
    """What was asked about, and why there is no more."""
    covered = made.coverage
    yield f"{covered.asked} of {covered.exchanges} exchanges that say something are asked about."
    if made.few and made.wanted:
        were = "was" if made.wanted == 1 else "were"
        yield f"{many(made.wanted, 'question')} {were} wanted: {made.few.in_words()}."


def _more(made: Made) -> Iterator[str]:
    silent = sum(1 for report in made.reports if not report.shipped)
    if silent:
        yield f"{many(silent, 'rule')} gave nothing; --verbose says why."


def _details(made: Made) -> Iterator[str]:
    """Where nothing is asked, and a line for each rule that gave nothing."""
    for lines, why in (
        (made.coverage.nothing, "no words that stand alone"),
        (made.coverage.no_room, "other questions came first"),
    ):
        if lines:
            more = ", …" if len(lines) > _MOST_LINES else ""
            yield f"  {why}: line {', '.join(map(str, lines[:_MOST_LINES]))}{more}"
    yield from (f"  {line}" for line in _silent(made.reports))


def _silent(reports: Sequence[RuleReport]) -> list[str]:
    """A line for each rule that gave nothing."""
    return [f"{each.rule} gave nothing: {_why(each)}" for each in reports if not each.shipped]


def _why(report: RuleReport) -> str:
    if report.lacks or not report.rejected:
        return report.lacks or "others came first"
    reasons = sorted(report.rejected.items(), key=lambda pair: (-pair[1], pair[0]))
    said = (f"{many(times, 'question')}: {meaning(why)}" for why, times in reasons)
    return "turned down – " + "; ".join(said)
