"""What the checks look at: one question, taken apart once for all of them."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from quizgen.language.function_words import function_words
from quizgen.language.words import WORD, content, fold
from quizgen.model.question import Choice, Cloze, Multi, Number, Order, Question, Short, TrueFalse
from quizgen.quality.terms import Terms, terms

BLANK = re.compile(r"_{3,}")
QUOTED = re.compile(
    r"“[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|\"[^\"]{0,400}\""
    r"|(?<!\w)[‘'][^’']{3,400}[’'](?!\w)"
)
_US = re.compile(r"\bUS\b")  # no pronoun, though it folds to one
_NUMBER = re.compile(r"\d+")
_TWO_WAY = 2
_LONGEST = 20_000  # characters of a question and its answers
_REMEMBERED = 4096  # texts that are taken apart once, though many checks ask


@dataclass(frozen=True)
class Facts:
    """A question for the checks. ``rule`` made it; None means that a person wrote it.

    A person's question is judged with more patience: what a rule never needs to do may be
    just what a grammar exercise is about. ``stemmed`` compares the stems of English words,
    which needs a library, instead of the words themselves.
    """

    question: Question
    rule: str | None = None
    language: str = "en"
    stemmed: bool = False

    @cached_property
    def too_long(self) -> bool:
        """Whether it is longer than any question: then that is all there is to say of it."""
        question = self.question
        texts = (self.shown, *self.options, *self.items, *question.evidence)
        return sum(map(len, texts)) > _LONGEST

    @cached_property
    def terms(self) -> Terms:
        """The words that matter in its language."""
        return terms(self.language)

    @property
    def by_hand(self) -> bool:
        """Whether a person wrote it."""
        return self.rule is None

    @cached_property
    def options(self) -> tuple[str, ...]:
        """All options that are shown; none where the answer is typed."""
        return self.question.options if isinstance(self.question, Choice | Multi) else ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The right answers as texts, chosen or typed."""
        match self.question:
            case Choice():
                return (self.question.key,)
            case Multi() | Short():
                return self.question.keys
            case Cloze():
                return tuple(variants[0] for variants in self.question.blanks if variants)
            case Number():
                return (str(self.question.key),)
            case _:
                return ()

    @cached_property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options."""
        return tuple(text for text in self.options if text not in self.keys)

    @cached_property
    def joined(self) -> str:
        """All options, a line each: one look tells whether any of them has a word."""
        return "\n".join(self.options)

    @cached_property
    def single(self) -> str | None:
        """The one right option of a choice between three or more; None for all else."""
        choice = isinstance(self.question, Choice) and len(self.options) > _TWO_WAY
        return self.keys[0] if choice and self.wrong else None

    @cached_property
    def fixed_set(self) -> bool:
        """Whether the answers are a fixed pair, such as true and false."""
        return isinstance(self.question, TrueFalse) or len(self.options) == _TWO_WAY

    @cached_property
    def lead(self) -> str:
        """The stem without what it quotes."""
        return QUOTED.sub(" ", self.question.stem)

    @cached_property
    def shown(self) -> str:
        """All that is read before the options: context, stem, quote."""
        question = self.question
        return " ".join(filter(None, (question.context, question.stem, question.quote)))

    @cached_property
    def gap(self) -> str | None:
        """The text that holds the blanks, if there are any."""
        for text in (self.question.quote, self.question.stem):
            if text and BLANK.search(text):
                return text
        return None

    @cached_property
    def items(self) -> tuple[str, ...]:
        """The things to put in order."""
        return self.question.items if isinstance(self.question, Order) else ()

    def telling(self, text: str) -> frozenset[str]:
        """The words of a text that carry content, so that their forms can be compared.

        The words themselves but for a plural ending, because a grammar exercise lives on the
        forms of one stem; or the stems.
        """
        if self.stemmed and self.language == "en":
            return content(_US.sub("USA", text)) | frozenset(_NUMBER.findall(text))
        return plain_words(text, self.language)


@lru_cache(maxsize=_REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, folded."""
    return tuple(WORD.findall(fold(text)))


def plain(text: str) -> str:
    """A text reduced to its words, folded, with one space between them."""
    return " ".join(tokens(text))


@lru_cache(maxsize=_REMEMBERED)
def plain_words(text: str, language: str) -> frozenset[str]:
    """The words of a text without function words and plural endings, folded."""
    stop = function_words(language)
    return frozenset(
        _singular(word)
        for word in tokens(_US.sub("USA", text) if "US" in text else text)
        if word not in stop and not (len(word) == 1 and word.isalpha())
    )


def _singular(word: str) -> str:
    word = word.removesuffix("'s")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
