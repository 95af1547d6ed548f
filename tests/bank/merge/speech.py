"""A small invented speech, the questions about it, and a bank made of them."""

from dataclasses import replace

from quizgen.bank.identity import new_id, normalised
from quizgen.bank.merge.lock import Lock
from quizgen.bank.merge.plan import Today
from quizgen.bank.merge.update import Update, updated
from quizgen.bank.reader import parse_bank
from quizgen.bank.stamp import stamp
from quizgen.bank.writer import format_bank
from quizgen.model.bank import Bank, GenerateSettings
from quizgen.model.question import Choice, Option, Question

PATH = "bridge.yaml"
SOURCE = "bridge.txt"
SETTINGS = GenerateSettings(count=30)
SENTENCES = (
    "The old bridge across the Arl was closed on the second of May because of its rotten piers.",
    "My neighbour Ms Lund told the council three times that it would not last another winter.",
    "We asked the province for forty thousand crowns and were given a friendly letter instead.",
    "The ferry takes six carts at once, which is two fewer than the miller says he needs.",
    "Whoever wants a new bridge must say tonight where the timber is to come from.",
    "I have spoken with the foresters of Haldersby, and they will give us sixty oaks.",
    "Nobody on this bench has ever promised that the toll would be lifted before the autumn.",
    "Let the school decide which of the two plans is to be painted on the wall of the hall.",
)


def asked(sentence: str, *, key: str | None = None, rule: str = "cloze", version: int = 1):
    """A question about one sentence, stamped, as a rule would make it."""
    words = sentence.rstrip(".").split()
    key = key or words[len(words) // 2]
    question = Choice(
        stem="Which word is missing from what the mayor says?",
        quote=sentence.replace(key, "____", 1),
        key=key,
        wrong=(Option(f"{key}-less"), Option(f"un{key}"), Option(f"{key}ish")),
        topic="The bridge",
        difficulty="medium",
        evidence=(sentence,),
        id=new_id(rule, sentence, set()),
    )
    return stamped(question, rule=rule, version=version)


def stamped(question: Question, *, rule: str = "cloze", version: int = 1) -> Question:
    bare = replace(question, made=None)
    made = stamp(bare, " ".join(question.evidence), rule=rule, version=version)
    return replace(bare, made=made)


FRESH = tuple(asked(sentence) for sentence in SENTENCES)


def bank_text(questions: tuple[Question, ...] = FRESH) -> str:
    return format_bank(
        Bank(
            id="bridge",
            title="The bridge",
            path=PATH,
            source=SOURCE,
            generate=SETTINGS,
            questions=questions,
        )
    )


def bring_up_to_date(
    text: str,
    fresh: tuple[Question, ...],
    lock: Lock | None = None,
    *,
    restore: frozenset[str] = frozenset(),
    yes: bool = False,
) -> Update:
    """What ``generate`` does once it has made its questions."""
    spoken = normalised(" ".join(words for one in fresh for words in one.evidence))
    today = Today(fresh, spoken, restore, yes)
    read = parse_bank(text, PATH)
    settings = read.bank.generate if read.bank and read.bank.generate else SETTINGS
    return updated(read, lock or Lock(lost=True), today, settings, SOURCE)


def made(questions: tuple[Question, ...] = FRESH) -> tuple[str, Lock]:
    """A bank as it was first written, and its lock."""
    text = bank_text(questions)
    return text, Lock(bring_up_to_date(text, questions).entries)
