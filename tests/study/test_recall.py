"""What a card may ask without showing what there is to choose from."""

import pytest

from quizgen.model.question import Choice, Match, Multi, Option, Order, Question, Short, TrueFalse
from quizgen.study.recall import needs_options

NO = (Option("no"),)


@pytest.mark.parametrize(
    "question",
    [
        Choice(stem="Whose words are these?", key="Ida Holm", wrong=NO),
        Choice(stem="Which country is missing?", key="Norway", wrong=NO),
        Choice(stem="Wer antwortet zuerst auf diese Frage?", key="Ida Holm", wrong=NO),
        Short(stem="Which of these do you mean?", keys=("None",)),
        TrueFalse(stem="The quay is guarded.", key=True),
    ],
    ids=lambda one: one.stem,
)
def test_a_name_or_a_few_words_can_be_recalled(question: Question) -> None:
    assert not needs_options(question)


@pytest.mark.parametrize(
    "question",
    [
        Choice(stem="Which of these did they agree to set up?", key="A hotline", wrong=NO),
        Choice(stem="After which of these words is laughter noted?", key="Not so", wrong=NO),
        Choice(stem="Which of the following is true?", key="Both", wrong=NO),
        Choice(stem="Welches dieser Themen kommt zuerst?", key="Eis", wrong=NO),
        Choice(stem="¿Cuál de estos temas se trata primero?", key="Hielo", wrong=NO),
        Choice(stem="Lequel de ces sujets vient en premier ?", key="Glace", wrong=NO),
        Choice(stem="Какая из этих тем обсуждается первой?", key="Лёд", wrong=NO),
        Choice(
            stem="How does the answer begin?", key="Very well, as far as I am concerned.", wrong=NO
        ),
        Multi(stem="Which are boats?", keys=("A ferry",), wrong=NO),
        Order(stem="What came first?", items=("one", "two")),
        Match(stem="Who did what?", pairs=(("Ida", "sang"), ("Bo", "rowed"))),
    ],
    ids=lambda one: f"{one.kind}: {one.stem}",
)
def test_what_speaks_of_its_options_or_wants_a_sentence_shows_them(question: Question) -> None:
    assert needs_options(question)
