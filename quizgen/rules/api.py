"""What a rule is.

A rule proposes questions from a transcript and proves them. Proposing may guess; proving
may not: ``prove`` looks at a finished question and the transcript alone, as if a person
had written it, and says whether the key, and nothing else, is right. Installed packages
add rules through the entry point group ``quizgen.rules``.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

from quizgen.language.claims import is_about_oneself
from quizgen.language.detect import language_name
from quizgen.language.topics import within
from quizgen.model.candidate import Candidate, Proof
from quizgen.model.question import Question
from quizgen.rules.material import Material, numbers, origin
from quizgen.rules.sentence import Sentence


class Rule(ABC):
    """A way to make questions.

    ``name`` is the name of its entry point; ``version`` grows when its questions change;
    ``summary`` says in a few words what it asks; ``stems`` are its templates by name;
    ``worth`` (0–1) is how good its questions usually are. ``languages`` are the languages
    of transcripts that it understands; None means any, because it looks at who speaks
    when and not at the words. A rule that is ``off`` is used only
    where it is asked for by name.
    """

    name: ClassVar[str]
    version: ClassVar[int] = 1
    summary: ClassVar[str]
    stems: ClassVar[Mapping[str, str]]
    worth: ClassVar[float] = 0.8
    languages: ClassVar[tuple[str, ...] | None] = ("en",)
    off: ClassVar[bool] = False

    @abstractmethod
    def propose(self, material: Material) -> Iterator[Candidate]:
        """Propose questions, in any order; none where the material does not suffice."""

    @abstractmethod
    def prove(self, question: Question, material: Material) -> Proof:
        """Prove that the key is right and the other options are wrong, or say what fails."""

    @abstractmethod
    def lacks(self, material: Material) -> str:
        """What the transcript lacks when the rule proposes nothing, in a few words."""

    def silent(self, material: Material) -> str | None:
        """Why the rule asks nothing in the transcript's language; None if it does."""
        spoken = language_name(material.language)
        if self.languages is not None and material.language not in self.languages:
            known = ", ".join(map(language_name, self.languages))
            return f"it asks in {known} only, and the transcript is in {spoken}"
        if not material.wording.has(map(self.stem_name, self.stems)):
            return f"it has no words in {spoken}; --wording can give it some"
        return None

    def say(self, which: str, material: Material, **places: str) -> str:
        """One of the rule's stems, filled in; a wording file may replace it."""
        if "speaker" in places:
            places["speaker"] = material.called(places["speaker"])
        return material.wording.say(self.stem_name(which), self.stems[which], **places)

    def stem_name(self, which: str) -> str:
        """What a stem is called in wording files: the rule's name, with a dot a variant."""
        return f"{self.name}.{which}" if which else self.name

    def say_about(self, material: Material, sentence: Sentence, topic: str | None) -> str:
        """The stem with its speaker, and with the topic where that is known (``topic``)."""
        speaker = material.describe(sentence.turn)
        if topic in {None, sentence.turn.heading} or "topic" not in self.stems:
            return self.say("", material, speaker=speaker)
        return self.say("topic", material, speaker=speaker, topic=within(topic or ""))

    def candidate(
        self,
        question: Question,
        *sentences: Sentence,
        score: float = 0.0,
        two_way: bool = False,
        words: str = "",
    ) -> Candidate:
        """The proposal of a question about some sentences; the first one is its anchor.

        ``words`` are added to the origin where one sentence gives several questions.
        """
        first = sentences[0]
        return Candidate(
            rule=self.name,
            version=self.version,
            question=question,
            anchor=first.place,
            origin=origin(*(sentence.text for sentence in sentences), words),
            exchange=first.exchange,
            sentences=numbers(sentences),
            others=frozenset(sentence.exchange for sentence in sentences[1:]),
            score=self.worth + score,
            two_way=two_way,
            spare=any(is_about_oneself(sentence.text) for sentence in sentences),
        )
