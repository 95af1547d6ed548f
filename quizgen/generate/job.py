"""One bank to be made, as plain data: all that it takes goes in, all that came of it comes out.

No file is read or written here, so that a job can be done in this process, in another, or
on another machine that shares no folder with this one: the same bytes come back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizgen.bank.merge.fate import Fate
from quizgen.bank.merge.lock import Lock, format_lock, new_entry, parse_lock
from quizgen.bank.writer import format_bank
from quizgen.generate.choosing import RuleReport
from quizgen.generate.pipeline import Coverage, Generated, generate
from quizgen.generate.scarcity import Scarcity
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import BankError
from quizgen.model.question import Question
from quizgen.model.transcript import Transcript
from quizgen.rules.registry import load
from quizgen.transcripts.corrections import Corrections
from quizgen.transcripts.registry import understand

TYPE_CHECKING = False
if TYPE_CHECKING:  # no bank is read where there is none
    from quizgen.bank.reader import ReadBank

_SAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person asks for; a field that is None or empty leaves it to the bank.

    ``wording`` is the path of a file with words for the questions, as seen from the bank,
    and ``words`` what it holds. ``restore`` are ids of deleted questions, ``yes`` adds
    questions that may have been deleted before, ``force`` makes the bank anew.
    """

    count: int | None = None
    seed: int | None = None
    rules: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    wording: str | None = None
    words: str | None = field(default=None, repr=False)
    language: str | None = None
    restore: tuple[str, ...] = ()
    yes: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """The transcript at ``file`` and the bank at ``target``, with the bytes of both.

    ``bank`` and ``lock`` are None where there is none yet; ``source`` is how the bank names
    the transcript.
    """

    file: Path
    target: Path
    source: str
    data: bytes = field(repr=False)
    corrections: Corrections
    bank: bytes | None = field(repr=False)
    lock: str | None = field(repr=False)
    wishes: Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The bytes that the bank and its lock file should have now, and how that came about.

    ``count`` are the questions that will be asked, ``wanted`` as many as the settings ask
    for; ``reports`` say what became of each rule's candidates, by rule, ``few`` why there
    are fewer than wanted. ``samples`` are a few
    questions of a new bank. ``fates`` tell what became of the questions of a bank that was
    brought up to date; None where it was made anew. ``held`` new questions may have been
    deleted before. ``named`` is the transcript that the bank named until now.
    """

    bank: bytes = field(repr=False)
    lock: str = field(repr=False)
    count: int
    wanted: int | None
    reports: tuple[RuleReport, ...] = field(repr=False)
    coverage: Coverage
    note: str | None
    few: Scarcity | None
    samples: tuple[Question, ...] = field(default=(), repr=False)
    fates: Mapping[Fate, int] | None = None
    held: int = 0
    named: str | None = None

    @property
    def wants_a_look(self) -> bool:
        """Whether a person should decide about some of the questions."""
        return bool(self.held or (self.fates and self.fates.get(Fate.LOOK)))


class NoQuestionsError(BankError):
    """The transcript gave no question; ``reports`` say why, rule by rule."""

    def __init__(
        self, message: str, *, fix: str = "", reports: tuple[RuleReport, ...] = ()
    ) -> None:
        super().__init__(message, fix=fix)
        self.reports = reports


def do(job: Job) -> Made:
    """Make the bank, or bring it up to date.

    Raises:
        BankError: the bank cannot be changed safely.
        FileError: the transcript or the bank is no text.
        NoQuestionsError: the transcript gave no question.
        RuleError: a rule or the wording file is unknown or broken.
        TranscriptError: the transcript is not understood.
        UsageError: the language is no language, or a question to restore was not deleted.
    """
    transcript = understand(job.file, job.data, job.corrections)
    read = _read(job.target, job.bank) if job.bank is not None else None
    settings = _settings(read, job.wishes)
    if read is None or job.wishes.force:
        return _anew(transcript, job, read, settings)
    return _again(transcript, job, read, settings)


def _read(target: Path, data: bytes) -> "ReadBank":
    from quizgen.bank.reader import read_bank_bytes  # noqa: PLC0415 - not for a new bank

    return read_bank_bytes(target, data)


def _settings(read: "ReadBank | None", wishes: Wishes) -> GenerateSettings:
    """What the person asks for, else what the bank says, else the defaults."""
    settings = (read.bank.generate if read and read.bank else None) or GenerateSettings()
    said = {
        name: value
        for name in ("count", "seed", "rules", "without", "language", "wording")
        if (value := getattr(wishes, name)) not in {None, ()}
    }
    return replace(settings, **said)


def _anew(
    transcript: Transcript, job: Job, read: "ReadBank | None", settings: GenerateSettings
) -> Made:
    made = generate(
        transcript,
        load(settings.rules, settings.without),
        settings,
        bank_id=read.bank.id if read and read.bank else job.target.stem,
        path=str(job.target),
        source=job.source,
        wording=job.wishes.words,
    )
    _need_questions(made, transcript, settings)
    entries = tuple(map(new_entry, made.bank.questions))
    text, lock = format_bank(made.bank), Lock(entries, seen=_lock(job).seen)
    told = _told(made, text.encode(), lock, len(entries))
    return replace(told, samples=_samples(made.bank.questions))


def _again(transcript: Transcript, job: Job, read: "ReadBank", settings: GenerateSettings) -> Made:
    from quizgen.generate.regenerate import regenerate  # noqa: PLC0415 - not for a new bank

    assert read.file is not None
    lock = _lock(job)
    made = regenerate(
        transcript,
        load(settings.rules, settings.without),
        settings,
        read=read,
        lock=lock,
        source=job.source,
        restore=job.wishes.restore,
        yes=job.wishes.yes,
        wording=job.wishes.words,
    )
    _need_questions(made.generated, transcript, settings)
    plan = made.update.plan
    return replace(
        _told(
            made.generated,
            read.file.encode(made.update.text),
            Lock(made.update.entries, seen=lock.seen),
            sum(1 for step in plan.steps if step.asked),
        ),
        fates={fate: plan.counts[fate] for fate in Fate if plan.counts[fate]},
        held=plan.held,
        named=read.bank.source if read.bank else None,
    )


def _lock(job: Job) -> Lock:
    return Lock(lost=True) if job.lock is None else parse_lock(job.lock)


def _told(made: Generated, bank: bytes, lock: Lock, count: int) -> Made:
    settings = made.bank.generate
    return Made(
        bank=bank,
        lock=format_lock(lock),
        count=count,
        wanted=settings.count if settings else None,
        reports=_reports(made),
        coverage=made.coverage,
        note=made.note,
        few=made.few,
    )


def _samples(questions: Sequence[Question]) -> tuple[Question, ...]:
    step = max(1, len(questions) // _SAMPLES)
    return tuple(questions[::step][:_SAMPLES])


def _need_questions(made: Generated, transcript: Transcript, settings: GenerateSettings) -> None:
    if made.bank.questions:
        return
    notes = [made.note] if made.note else []
    few = [f"{made.few.in_words()}.", made.few.advice()] if made.few else []
    raise NoQuestionsError(
        f"“{transcript.path}” gave no question.",
        fix="\n  ".join([*notes, *few, *_from_rules_that_are_off(transcript, settings)]),
        reports=_reports(made),
    )


def _from_rules_that_are_off(transcript: Transcript, settings: GenerateSettings) -> list[str]:
    """What the rules would give that ask only where they are named, if nothing else was said."""
    off = [rule for rule in load(without=settings.without, with_off=True) if rule.off]
    if settings.rules or settings.wording or not off:
        return []
    tried = generate(transcript, off, settings, bank_id="tried", path="", source="")
    given = [name for name, report in sorted(tried.reports.items()) if report.shipped]
    if not given:
        return []
    number = len(tried.bank.questions)
    said = "one question" if number == 1 else f"{number} questions"
    return [f"--rules {','.join(given)} would give {said}, whose wrong answers are less sure."]


def _reports(made: Generated) -> tuple[RuleReport, ...]:
    return tuple(sorted(made.reports.values(), key=lambda report: report.rule))
