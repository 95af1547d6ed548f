"""Questions of every type, invented, for the tests of reading and writing."""

from decimal import Decimal

from quizgen.model.bank import Bank, GenerateSettings, Include
from quizgen.model.question import (
    Choice,
    Cloze,
    Made,
    Match,
    Multi,
    Number,
    Open,
    Option,
    Order,
    Question,
    Short,
    TrueFalse,
)

QUESTIONS: tuple[Question, ...] = (
    Choice(
        stem="Who said this, according to a questioner?",
        quote="Last spring, ____ told the council that the old bridge would not last another "
        "winter, and nobody listened.",
        key="Ms Vance",
        wrong=(Option("Mr Ode"), Option("Mr Lund", "He spoke of the ferry: not of the bridge.")),
        topic="The bridge",
        speaker="Ms Vance",
        difficulty="medium",
        evidence=("Ms Vance told the council", "would not last another winter"),
        id="k7f2m9qz",
        was=("b2c3d4f5",),
        not_with=("m2n3p4q5",),
        made=Made("reported-speech", 1, "5c1e9a77", "9b3f60d2", "77a01c4e"),
    ),
    Choice(
        stem="In which year?",
        key="1863",
        wrong=(Option("1862", "Too early."), Option("12:30")),
        fixed=("1862", "1863", "12:30"),
        id="m2n3p4q5",
    ),
    Multi(
        stem="Which of these were agreed?",
        keys=("A working group", "no"),
        wrong=(Option("A hotline"),),
        tags=("first week", "b-2"),
        points=Decimal("2.5"),
        shuffle=False,
    ),
    Multi(stem="Which two?", keys=("One", "Two"), wrong=(), context="Both are right."),
    TrueFalse(stem='She said: "no"', key=False, explanation="One line.\nAnother line."),
    Short(stem="Finish the line: of the people, by the people", keys=("for the people",), typos=1),
    Short(stem="Is it so?", keys=("yes", "true"), hint="Not no."),
    Short(stem="Which word?", keys=("true",)),
    Short(stem="Which number, in digits?", keys=("1863",)),
    Cloze(stem="The ____ was closed in ____.", blanks=(("bridge", "old bridge"), ("May",))),
    Cloze(stem="Fill in.", quote="The bridge was closed in ____.", blanks=(("May",),), skip=True),
    Number(stem="How far?", key=Decimal("-4.50"), tolerance=Decimal(5), percent=True, unit="km"),
    Number(stem="How many?", key=Decimal(1000), note="For teachers: ask twice."),
    Order(stem="In which order?", items=("First #1", "- second", "third: last")),
    Match(
        stem="Who said what?",
        pairs=(("Vance", "A, and B"), ("Ode", "[sic] C")),
        extra=("Nobody's words",),
    ),
    Open(stem="Why was that?", key="There is no single answer.\n\nTalk about it."),
    Open(stem="And what do you think?"),
)

BANK = Bank(
    id="bridge",
    title="The bridge: a debate",
    path="bridge.yaml",
    questions=QUESTIONS,
    retired=(Short(stem="Who left?", keys=("Ode",), id="r2t3v4w5"),),
    description="About a bridge that was closed.",
    source="../seeds/bridge, the debate.txt",
    date="2017-07-08",
    language="de",
    licence="CC BY 4.0",
    generate=GenerateSettings(count=30, seed=7, rules=("who-said", "cloze"), wording="w, x.yaml"),
    include=(Include(bank="other.yaml", topic=("Rivers", "Roads: new"), ids=("abc",)),),
)
