"""What becomes of a bank when it is made again: one test for each way to change it."""

from dataclasses import replace

import pytest

from quizgen.bank.merge.fate import Fate
from quizgen.bank.merge.lock import Lock, Look, format_lock, parse_lock
from quizgen.bank.merge.plan import Today
from quizgen.bank.merge.update import updated
from quizgen.bank.reader import parse_bank
from quizgen.bank.writer import format_item
from quizgen.model.errors import BankError
from quizgen.model.question import Option

from .speech import FRESH, SENTENCES, asked, bank_text, bring_up_to_date, made, stamped

TEXT, LOCK = made()
FIRST = format_item(FRESH[0])
CHANGED = "The old bridge across the Arl was shut on the third of May because of its rotten piers."


def _without(number: int) -> str:
    item = format_item(FRESH[number])
    assert TEXT.count(item) == 1
    return TEXT.replace(item + "\n", "") if item + "\n" in TEXT else TEXT.replace("\n" + item, "")


def _ids(text: str, where: str = "questions") -> list[str | None]:
    bank = parse_bank(text, "x").bank
    assert bank is not None
    return [question.id for question in getattr(bank, where)]


def test_nothing_new_leaves_every_byte():
    update = bring_up_to_date(TEXT, FRESH, LOCK)
    assert update.text == TEXT
    assert update.entries == LOCK.entries
    assert update.plan.counts == {Fate.KEPT: len(FRESH)}


def test_a_sentence_that_changed_is_reworded_in_place_under_its_old_id():
    fresh = (asked(CHANGED), *FRESH[1:])
    assert fresh[0].id != FRESH[0].id
    update = bring_up_to_date(TEXT, fresh, LOCK)
    now = stamped(replace(fresh[0], id=FRESH[0].id))
    assert update.text == TEXT.replace(FIRST, format_item(now))
    assert update.plan.counts == {Fate.REWORDED: 1, Fate.KEPT: len(FRESH) - 1}
    again = bring_up_to_date(update.text, fresh, Lock(update.entries))
    assert again.text == update.text
    assert again.plan.counts == {Fate.KEPT: len(FRESH)}


def test_an_edited_question_is_never_written_and_nothing_is_said_while_the_rest_is_as_it_was():
    text = TEXT.replace("Which word is missing", "Which one word is missing", 1)
    update = bring_up_to_date(text, FRESH, LOCK)
    assert update.text == text
    assert update.plan.counts == {Fate.YOURS: 1, Fate.KEPT: len(FRESH) - 1}


def test_an_edited_question_whose_sentence_changed_gets_a_note_above_and_only_that():
    text = TEXT.replace("Which word is missing", "Which one word is missing", 1)
    fresh = (asked(CHANGED), *FRESH[1:])
    update = bring_up_to_date(text, fresh, LOCK)
    note = (
        "#~ the transcript changed here: was “… across the Arl was closed on the second of May "
        "because of …”, is now “… across the Arl was shut on the third of May because of …”; "
        "run quizgen review\n"
    )
    assert update.text == text.replace("- question: Which one", f"{note}- question: Which one")
    assert update.plan.counts[Fate.LOOK] == 1
    entry = update.entries[0]
    assert (entry.look, entry.text) == (Look.CONFLICT, FIRST)
    assert "third of May" in (entry.now or "")
    settled = bring_up_to_date(update.text, FRESH, Lock(update.entries))
    assert settled.text == text


def test_a_deleted_question_stays_deleted_until_it_is_asked_back():
    text = _without(2)
    update = bring_up_to_date(text, FRESH, LOCK)
    assert update.text == text
    assert update.plan.counts == {Fate.DELETED: 1, Fate.KEPT: len(FRESH) - 1}
    back = bring_up_to_date(text, FRESH, Lock(update.entries), restore=frozenset([FRESH[2].id]))
    assert back.text == TEXT


def test_a_deleted_question_stays_deleted_when_its_sentence_changes_a_little():
    text = _without(0)
    update = bring_up_to_date(text, (asked(CHANGED), *FRESH[1:]), LOCK)
    assert update.text == text


def test_without_its_source_a_question_retires_and_comes_back_with_it():
    update = bring_up_to_date(TEXT, FRESH[:3] + FRESH[4:], LOCK)
    assert update.text == _without(3) + "\nretired:\n\n" + format_item(FRESH[3])
    assert update.plan.counts == {Fate.RETIRED: 1, Fate.KEPT: len(FRESH) - 1}
    again = bring_up_to_date(update.text, FRESH[:3] + FRESH[4:], Lock(update.entries))
    assert again.text == update.text
    back = bring_up_to_date(update.text, FRESH, Lock(update.entries))
    assert _ids(back.text) == [question.id for question in FRESH]
    assert back.text.strip() == TEXT.strip()
    assert back.plan.counts == {Fate.RETURNED: 1, Fate.KEPT: len(FRESH) - 1}


def test_the_last_question_retires_and_comes_back_to_its_place():
    update = bring_up_to_date(TEXT, FRESH[:-2], LOCK)
    assert len(_ids(update.text, "retired")) == 2
    back = bring_up_to_date(update.text, FRESH, Lock(update.entries))
    assert back.text.strip() == TEXT.strip()
    assert bring_up_to_date(back.text, FRESH, Lock(back.entries)).text == back.text


def test_what_a_teacher_put_among_the_retired_stays_there():
    text = _without(3) + "\nretired:\n\n" + format_item(FRESH[3])
    update = bring_up_to_date(text, FRESH, LOCK)
    assert update.text == text


def test_an_edited_question_without_its_source_stays_where_it_is():
    text = TEXT.replace("Which word is missing", "Which one word is missing", 1)
    update = bring_up_to_date(text, FRESH[1:], LOCK)
    note = "#~ the transcript no longer holds these words; run quizgen review\n"
    assert update.text == text.replace("- question: Which one", f"{note}- question: Which one")
    assert update.entries[0].look is Look.GONE


def test_a_new_question_stands_behind_its_neighbour_in_the_transcript():
    text, lock = made(FRESH[:3] + FRESH[4:])
    update = bring_up_to_date(text, FRESH, lock)
    assert update.text == TEXT
    assert update.plan.counts == {Fate.ADDED: 1, Fate.KEPT: len(FRESH) - 1}


def test_a_new_question_stands_first_or_last_where_its_sentence_does():
    text, lock = made(FRESH[1:-1])
    assert bring_up_to_date(text, FRESH, lock).text == TEXT


@pytest.mark.parametrize(
    "mine",
    [
        "  tags: [mine]   # for Tuesday\n",
        "  hint: Think of the winter.\n  points: 3\n",
        "  skip: true\n",
        "  # what a question!\n",
        "  explanation: |\n    Two\n\n    paragraphs.\n",
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_a_teacher_adds_stays_and_does_not_freeze_the_question(mine, newline):
    text = TEXT.replace("  topic: The bridge\n", mine + "  topic: The bridge\n", 1)
    text = text.replace("\n", newline)
    assert bring_up_to_date(text, FRESH, LOCK).text == text
    fresh = (asked(CHANGED), *FRESH[1:])
    update = bring_up_to_date(text, fresh, LOCK)
    assert update.plan.counts == {Fate.REWORDED: 1, Fate.KEPT: len(FRESH) - 1}
    now = format_item(stamped(replace(fresh[0], id=FRESH[0].id)))
    expected = now.replace("  topic: The bridge\n", mine + "  topic: The bridge\n")
    assert update.text == text.replace(
        text[text.index("- question") : text.index("- question", text.index("- question") + 1)],
        (expected + "\n").replace("\n", newline),
    )
    assert bring_up_to_date(update.text, fresh, Lock(update.entries)).text == update.text


def test_values_are_written_into_the_layout_that_a_teacher_gave_them():
    item = format_item(FRESH[0])
    answer = f"  answer: {FRESH[0].key}\n"
    mine = item.replace(answer, f"  answer:   '{FRESH[0].key}'   # right\n")
    mine = mine.replace("  quote: >-\n", "  quote: |-   # read aloud\n")
    assert answer in item
    assert "read aloud" in mine
    text = TEXT.replace(item, mine)
    fresh = (asked(CHANGED, key="third"), *FRESH[1:])
    update = bring_up_to_date(text, fresh, LOCK)
    bank = parse_bank(update.text, "x").bank
    assert bank is not None
    assert bank.questions[0].quote == fresh[0].quote
    assert "  answer:   third   # right\n" in update.text
    assert "   # read aloud\n" in update.text


def test_a_comment_among_options_whose_number_changes_leaves_the_question_to_the_teacher():
    text = TEXT.replace("  wrong:\n", "  wrong:\n  # the first is best\n", 1)
    text = text.replace("less\n", "less   # good\n", 1)
    fewer = stamped(replace(FRESH[0], wrong=FRESH[0].wrong[:2]))
    update = bring_up_to_date(text, (fewer, *FRESH[1:]), LOCK)
    assert update.plan.counts[Fate.LOOK] == 1
    assert [line for line in update.text.splitlines() if not line.startswith("#~ ")] == (
        text.splitlines()
    )


def test_options_are_written_anew_where_nothing_of_a_teachers_stands_among_them():
    text = TEXT.replace("  topic: The bridge\n", "  tags: [mine]\n", 1)
    more = stamped(replace(FRESH[0], wrong=(*FRESH[0].wrong, Option("a fourth: this"))))
    update = bring_up_to_date(text, (more, *FRESH[1:]), LOCK)
    bank = parse_bank(update.text, "x").bank
    assert bank is not None
    assert bank.questions[0].wrong == more.wrong
    assert bank.questions[0].tags == ("mine",)


def test_hand_written_questions_and_comments_stay_where_they_are():
    mine = "# my own\n- {question: Who?, answer: Me, wrong: [You]}   # flow\n\n# the end\n"
    text = TEXT.replace("questions:\n\n", f"questions:\n\n{mine}\n").replace("\n", "\r\n")
    update = bring_up_to_date(text, FRESH[1:], LOCK)
    assert mine.replace("\n", "\r\n") in update.text
    assert update.plan.counts[Fate.YOURS] == 1
    assert "\n" not in update.text.replace("\r\n", "")


@pytest.mark.parametrize("line", ["", "  made: mine\n", "  made: cloze/1 damaged\n"])
def test_a_question_without_its_stamp_is_the_teachers(line):
    stamp_line = f"  made: {FRESH[0].made}   # quizgen's line\n"
    text = TEXT.replace(stamp_line, line)
    update = bring_up_to_date(text, (asked(CHANGED), *FRESH[1:]), LOCK)
    assert update.text == text
    assert update.plan.counts[Fate.YOURS] == 1


def test_a_copy_with_the_same_id_is_the_teachers_and_the_original_goes_on():
    copy = FIRST.replace("Which word", "Which single word")
    text = TEXT.replace(FIRST + "\n", f"{copy}\n{FIRST}\n")
    update = bring_up_to_date(text, (asked(CHANGED), *FRESH[1:]), LOCK)
    assert copy in update.text
    assert "third of May" in update.text
    assert update.plan.counts[Fate.REWORDED] == 1


def test_an_exact_copy_goes_where_the_original_goes():
    text = TEXT.replace(FIRST + "\n", f"{FIRST}\n{FIRST}\n")
    update = bring_up_to_date(text, FRESH[1:], LOCK)
    assert update.plan.counts[Fate.RETIRED] == 2
    assert update.text.count(FIRST) == 2
    assert bring_up_to_date(update.text, FRESH[1:], Lock(update.entries)).text == update.text


def test_a_question_whose_id_was_taken_out_is_the_teachers():
    text = TEXT.replace(f"  id: {FRESH[0].id}\n", "")
    update = bring_up_to_date(text, (asked(CHANGED), *FRESH[1:]), LOCK)
    assert update.text == text
    assert update.plan.counts[Fate.YOURS] == update.plan.counts[Fate.DELETED] == 1


def test_a_broken_question_is_left_alone_and_not_made_a_second_time():
    text = TEXT.replace("  wrong:\n", "  wrongs:\n", 1)
    assert parse_bank(text, "x").errors
    update = bring_up_to_date(text, FRESH, LOCK)
    assert update.text == text


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("  answer: ", "  answer: He said: ", 1),
        TEXT.replace("title:", "titel:"),
        "questions: [{question: a, answer: b}]\nsource: x\n",
        "just words\n",
        "questions:\n  wrong:\n  - a\n  - b\nsource: x\n",
        TEXT.replace("questions:\n\n- question", "questions:\n-\tquestion"),
    ],
)
def test_a_bank_that_cannot_be_written_into_is_refused(text):
    with pytest.raises(BankError):
        bring_up_to_date(text, FRESH, LOCK)


def test_without_a_lock_nothing_is_added_that_may_have_been_deleted():
    text = _without(2)
    update = bring_up_to_date(text, FRESH)
    assert (update.text, update.plan.held) == (text, 1)
    later = bring_up_to_date(text, FRESH, Lock(update.entries))
    assert (later.text, later.plan.held) == (text, 1)
    assert bring_up_to_date(text, FRESH, Lock(update.entries), yes=True).text == TEXT
    assert bring_up_to_date(text, FRESH, yes=True).text == TEXT


def test_a_list_that_is_indented_stays_so():
    head, _, items = TEXT.partition("questions:\n")
    text = f"{head}questions:\n" + "".join(
        f"   {line}" if line.strip() else line for line in items.splitlines(keepends=True)
    )
    fresh = (asked(CHANGED), *FRESH[2:])
    update = bring_up_to_date(text, fresh, LOCK)
    assert update.plan.counts[Fate.REWORDED] == 1
    assert update.plan.counts[Fate.RETIRED] == 1
    assert _ids(update.text) == [FRESH[0].id, *(question.id for question in FRESH[2:])]
    assert all(line.startswith("   ") for line in update.text.partition("questions:\n")[2]
               .replace("retired:", "").splitlines() if line)  # fmt: skip


def test_the_settings_and_the_source_are_noted_where_they_stand():
    text = TEXT.replace("generate: {count: 30, seed: 1}", "generate: {seed: 1}   # mine")
    read_again = parse_bank(text, "x")
    assert read_again.bank is not None
    settings = replace(read_again.bank.generate, count=12, seed=2, without=("order",))
    today = Today(FRESH, "")
    update = updated(read_again, LOCK, today, settings, "other.txt")
    assert update.text == text.replace(
        "{seed: 1}", "{seed: 2, count: 12, without: [order]}"
    ).replace("source: bridge.txt", "source: other.txt")


def test_questions_that_use_the_same_words_know_each_other_by_their_old_ids():
    first, second = FRESH[0], FRESH[1]
    both = (
        stamped(replace(first, not_with=(second.id,))),
        stamped(replace(second, not_with=(first.id,))),
    )
    text, lock = made(both)
    now = asked(CHANGED)
    fresh = (
        stamped(replace(now, not_with=(second.id,))),
        stamped(replace(second, not_with=(now.id,))),
    )
    update = bring_up_to_date(text, fresh, lock)
    assert update.text.count(f"not-with: [{first.id}]") == 1
    deleted = bank_text(both[1:])
    assert bring_up_to_date(deleted, both, lock).text == deleted


def test_a_lock_file_reads_back_and_a_damaged_one_counts_as_lost():
    assert parse_lock(format_lock(LOCK)) == LOCK
    assert len(format_lock(LOCK).splitlines()) == len(FRESH) + 2
    for broken in ("", "[]", "{", '{"quizgen-lock": 2}', '{"quizgen-lock": 1, "items": [1]}'):
        assert parse_lock(broken).lost
    assert SENTENCES[0] not in LOCK.entries[0].words
