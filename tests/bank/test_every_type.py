"""The hand-written bank that shows every type: sound, proved by its words, and playable."""

from pathlib import Path

from quizgen.bank.fields import BANK, ITEM, KINDS
from quizgen.bank.reader import read_bank
from quizgen.cli.main import main
from quizgen.library.passages import locate
from quizgen.transcripts.registry import read_transcript

PATH = Path(__file__).parents[2] / "questions" / "the-ferry-at-arlby.yaml"
QUIZGENS_OWN = {"was", "made", "shuffle"}


def test_it_has_every_type_and_every_field_that_a_person_writes():
    read = read_bank(PATH)
    assert {question.kind for question in read.bank.questions} == set(KINDS)
    items = read.document.root.get("questions").items
    used = {key for item in items for key in item.entries}
    assert used == {field.name for field in ITEM} - QUIZGENS_OWN
    head = {"quizgen", "id", "title", "description", "source", "language", "licence", "defaults"}
    assert head <= set(read.document.root.entries) <= {field.name for field in BANK}


def test_nothing_is_wrong_with_it():
    assert main(["check", "--strict", str(PATH)]) == 0


def test_the_words_in_from_are_in_its_transcript():
    bank = read_bank(PATH).bank
    transcript = read_transcript(PATH.parent / bank.source)
    for question in bank.questions:
        for words in question.evidence:
            assert locate(transcript, words), words
