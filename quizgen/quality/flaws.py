"""Flaws that make a question unfair or give its answer away: the table, a check a row.

The checks follow the item-writing guidelines of Haladyna, Downing and Rodriguez (2002) and
the nineteen-criterion rubric of Moore et al. (2023). Those of this table look at a question
alone, so that generated and hand-written ones are judged alike; ``in_transcript`` holds
those that need the transcript, ``in_bank`` those that need all questions of a bank.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.model.question import Question
from quizgen.quality import blanks, options, quotes, stems
from quizgen.quality.facts import Facts
from quizgen.quality.found import SOFT_COST, Found

_REMEMBERED = 4_096  # candidates of a bank that are looked at


@dataclass(frozen=True, slots=True)
class Flaw:
    """One flaw of a question. ``hard`` flaws keep a generated question out of a bank.

    ``field`` is the field of the bank where it shows, ``option`` the option, if it is one.
    """

    code: str
    message: str
    fix: str
    hard: bool
    field: str = "question"
    option: str | None = None


Check = Callable[[Facts], Found | None]


@dataclass(frozen=True, slots=True)
class Row:
    """A check, what to call its flaw, how to mend it, how bad it is."""

    code: str
    check: Check
    fix: str
    hard: bool


def flaws(question: Question, *, rule: str | None = None, language: str = "en") -> Iterator[Flaw]:
    """The flaws of a question, in the order of the table.

    ``rule`` is the rule that made it, where its line ``made:`` does not yet say so.
    """
    made_by = rule or (question.made.rule if question.made else None)
    facts = Facts(question, made_by, language, stemmed=made_by is not None)
    for row in rows_for(facts):
        if found := row.check(facts):
            yield Flaw(row.code, found.message, row.fix, row.hard, found.field, found.option)


def soft_cost(question: Question, rule: str, language: str = "en") -> float:
    """What its soft flaws take off the value of a generated question."""
    return SOFT_COST * sum(not flaw.hard for flaw in _of_candidate(question, rule, language))


def hard_flaw(question: Question, rule: str, language: str = "en") -> str | None:
    """The code of the first flaw that keeps a generated question out of a bank."""
    return next((flaw.code for flaw in _of_candidate(question, rule, language) if flaw.hard), None)


@lru_cache(maxsize=_REMEMBERED)
def _of_candidate(question: Question, rule: str, language: str) -> tuple[Flaw, ...]:
    """The flaws of a candidate, which are first weighed and then judged."""
    return tuple(flaws(question, rule=rule, language=language))


def meaning(code: str) -> str:
    """What a flaw is, in one sentence; the code itself where it names no flaw."""
    checks = [row.check for row in TABLE if row.code == code]
    said = (checks[0].__doc__ or code) if checks else code
    return said[0].lower() + said[1:].split("\n\n")[0].rstrip(".")


TABLE = (
    Row(
        "all-of-the-above",
        options.all_of_the_above,
        "Name what is meant, or let several answers be right: a list under “answer:”.",
        hard=True,
    ),
    Row(
        "letters-as-options",
        options.letters_as_options,
        "Let several answers be right: a list under “answer:”.",
        hard=True,
    ),
    Row("same-options", options.same_options, "Replace one of them.", hard=True),
    Row(
        "overlapping-options",
        options.overlapping_options,
        "Word them so that no answer is part of another.",
        hard=True,
    ),
    Row(
        "longest-is-right",
        options.longest_is_right,
        "Shorten it, or make a wrong answer as long.",
        hard=True,
    ),
    Row(
        "key-in-question",
        stems.key_in_question,
        "Leave the answer out of the question.",
        hard=True,
    ),
    Row(
        "repeats-question",
        stems.repeats_question,
        "Put the words into a wrong answer too, or into none.",
        hard=True,
    ),
    Row(
        "repeats-a-word",
        stems.repeats_a_word,
        "Put the word into a wrong answer too, or into none.",
        hard=False,
    ),
    Row(
        "most-in-common",
        options.most_in_common,
        "Spread the parts evenly: every part in as many answers as the others.",
        hard=False,
    ),
    Row(
        "article-gives-away",
        blanks.article_gives_away,
        "Write “a(n)”, or put the article into the answers.",
        hard=True,
    ),
    Row(
        "number-gives-away",
        blanks.number_gives_away,
        "Make all answers singular or all plural.",
        hard=True,
    ),
    Row(
        "form-gives-away",
        options.form_gives_away,
        "Write all answers in one form.",
        hard=True,
    ),
    Row(
        "mixed-kinds",
        options.mixed_kinds,
        "Let all answers be of one kind: all years, all names, all sentences.",
        hard=True,
    ),
    Row(
        "absolute-terms",
        options.absolute_terms,
        "Weaken the wrong answers: people cross out “always” and “never” without knowing why.",
        hard=False,
    ),
    Row("vague-terms", stems.vague_terms, "Say how often, how many, since when.", hard=False),
    Row(
        "negative-question",
        stems.negative_question,
        "Ask for what is so; if you must not, write the word in capitals.",
        hard=True,
    ),
    Row("double-negative", stems.double_negative, "Say it without a “not”.", hard=True),
    Row(
        "blank-first",
        blanks.blank_first,
        "Turn the sentence so that the blank comes later.",
        hard=False,
    ),
    Row(
        "blank-misplaced",
        blanks.blank_misplaced,
        "Leave one blank, outside names, with enough words around it.",
        hard=True,
    ),
    Row(
        "blank-unsuited",
        blanks.blank_unsuited,
        "Leave out a word that says something.",
        hard=True,
    ),
    Row(
        "unfocused-question",
        stems.unfocused_question,
        "Say what is asked, so that it could be answered without the options.",
        hard=True,
    ),
    Row(
        "too-much-text",
        stems.too_much_text,
        "Leave out what the answer does not need; a passage belongs into “quote:”.",
        hard=False,
    ),
    Row(
        "out-of-order",
        options.out_of_order,
        "List them from small to large, or under “wrong:”, which sorts numbers by itself.",
        hard=True,
    ),
    Row(
        "opposites",
        options.opposites,
        "Replace one of them: between the two, no other answer can be right.",
        hard=False,
    ),
    Row(
        "unclear-pronoun",
        quotes.unclear_pronoun,
        "Say in “context:” who or what is meant, or quote the sentence before it too.",
        hard=True,
    ),
    Row(
        "claim-of-nobody",
        quotes.claim_of_nobody,
        "Say whose claim it is: “According to …”.",
        hard=True,
    ),
    Row("cut-off-quote", quotes.cut_off_quote, "Quote the whole sentence.", hard=True),
    Row(
        "speaker-shows",
        quotes.speaker_shows,
        "Quote a plain statement that addresses nobody.",
        hard=True,
    ),
    Row("speaker-named", quotes.speaker_named, "Quote words that name none of them.", hard=True),
    Row(
        "inexact-number",
        quotes.inexact_number,
        "Ask for a number that is stated exactly, or allow a “tolerance:”.",
        hard=True,
    ),
    Row("bare-role", options.bare_role, "Name a person, or what the role is.", hard=True),
)
"""Every check of a single question."""

_OF_ANY_LENGTH = tuple(row for row in TABLE if row.check is stems.too_much_text)


def rows_for(facts: Facts) -> tuple[Row, ...]:
    """The checks that a question can be given to: one for what is too long to be one."""
    return _OF_ANY_LENGTH if facts.too_long else TABLE
