"""Make a bank again: what it holds already is looked at first, and stays where it can."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quizgen.bank.identity import normalised
from quizgen.bank.merge.items import known_questions
from quizgen.bank.merge.layout import lay_out
from quizgen.bank.merge.lock import Lock
from quizgen.bank.merge.matching import Trace, match
from quizgen.bank.merge.plan import Today
from quizgen.bank.merge.update import Update, refuse_broken, updated
from quizgen.bank.reader import ReadBank
from quizgen.bank.stamp import content_fingerprint, fingerprint
from quizgen.files.shell import in_shell
from quizgen.generate.pipeline import Generated, generate
from quizgen.model.bank import GenerateSettings
from quizgen.model.candidate import Candidate
from quizgen.model.errors import UsageError
from quizgen.model.transcript import Transcript
from quizgen.rules.api import Rule


@dataclass(frozen=True, slots=True)
class Regenerated:
    """What was made today, and what that does to the bank that there is."""

    generated: Generated
    update: Update


_WRITTEN_ID = re.compile(r"^[ \t-]*id:[ \t]*[\"']?([^\s\"'#]+)", re.MULTILINE)


def regenerate(
    transcript: Transcript,
    rules: Sequence[Rule],
    settings: GenerateSettings,
    *,
    read: ReadBank,
    lock: Lock,
    source: str,
    restore: Iterable[str] = (),
    yes: bool = False,
    wording: str | None = None,
) -> Regenerated:
    """Work out what becomes of a bank; nothing is written.

    Raises:
        BankError: the bank is broken outside its questions; nothing can be changed safely.
        UsageError: a question to restore is not one that was deleted.
    """
    refuse_broken(read)
    assert read.bank is not None
    deleted = _deleted(read, lock, frozenset(restore))
    made = generate(
        transcript,
        rules,
        settings,
        bank_id=read.bank.id,
        path=read.bank.path,
        source=source,
        favoured=_Favoured(read, lock),
        wording=wording,
    )
    spoken = normalised(" ".join(turn.text for turn in transcript.turns))
    today = Today(made.bank.questions, spoken, deleted, yes)
    kept = settings if read.bank.generate else made.bank.generate or settings
    return Regenerated(made, updated(read, lock, today, kept, source))


class _Favoured:
    """Tells which candidates are questions that the bank holds, or held until deleted.

    Those that retired because others were better must be better now to come back.
    """

    def __init__(self, read: ReadBank, lock: Lock) -> None:
        _, known = known_questions(read, lay_out(read), lock)
        self._known = [one.trace for one in known]
        self._out = {number for number, one in enumerate(known) if one.entry and one.entry.left_out}

    def __call__(self, candidates: Sequence[Candidate]) -> AbstractSet[int]:
        order = sorted(range(len(candidates)), key=lambda at: candidates[at].anchor)
        rules = {one.rule for one in self._known}
        near = [at for at in order if candidates[at].rule in rules]
        pairs = match(self._known, [_trace(candidates[at]) for at in near])
        return {near[new] for old, new in pairs.items() if old not in self._out}


def _trace(candidate: Candidate) -> Trace:
    words = normalised(" ".join(candidate.question.evidence))
    return Trace(
        candidate.rule,
        fingerprint(words),
        content_fingerprint(candidate.question),
        words,
        str(getattr(candidate.question, "key", "")),
    )


def _deleted(read: ReadBank, lock: Lock, wanted: frozenset[str]) -> frozenset[str]:
    assert read.bank is not None
    there = set(_WRITTEN_ID.findall(read.document.text))  # also in questions that are broken
    deleted = {entry.id for entry in lock.entries} - there
    if broken := sorted(wanted & there):
        raise UsageError(
            f"“{broken[0]}” was not deleted: it stands in {read.bank.path}.",
            fix=f"If it has a problem, mend it: quizgen check {in_shell(read.bank.path)}",
        )
    if unknown := sorted(wanted - deleted):
        raise UsageError(
            f"“{unknown[0]}” is no question that was deleted from {read.bank.path}.",
            fix=f"Deleted are: {', '.join(sorted(deleted)) or 'none'}.",
        )
    return wanted
