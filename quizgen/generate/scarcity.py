"""Why a transcript gives few questions: what keeps most of its sentences from being quoted."""

from collections import Counter
from dataclasses import dataclass

from quizgen.language import clarity, quoting
from quizgen.rules.material import Material
from quizgen.rules.sentence import LIGHTEST, Sentence

_SHORT = 7  # words: what has so few is a reply to something, or half a thought
_ENOUGH = 3  # people of whom one can be asked among others
_ROUGH = (
    "most of the talk is broken (fillers, restarts, radio calls), so nobody is asked who said what"
)
_SAID = {  # of one sentence, of several
    "questions": ("is a question", "are questions"),
    "short": (f"has {_SHORT} words or fewer", f"have {_SHORT} words or fewer"),
    "broken": (
        "is broken by fillers, restarts or notes",
        "are broken by fillers, restarts or notes",
    ),
    "about the talk": (
        "is a greeting or about the talk itself",
        "are greetings or about the talk itself",
    ),
    "light": (
        "names too little to be worth remembering",
        "name too little to be worth remembering",
    ),
    "hanging": ("hangs on what was said before", "hang on what was said before"),
}


@dataclass(frozen=True, slots=True)
class Scarcity:
    """How many sentences there are, how many stand alone, and why the others do not.

    ``heard`` are the named people who say more than a word.
    """

    sentences: int
    standing: int
    hindered: dict[str, int]
    rough: bool
    heard: int = _ENOUGH

    def in_words(self) -> str:
        """The reason in one sentence, what hinders most sentences first."""
        if not self.sentences:
            return "no sentences were found in it"
        most = sorted(self.hindered.items(), key=lambda pair: -pair[1])
        why = ", ".join(f"{number} {_SAID[name][number > 1]}" for name, number in most[:3])
        alone = "itself" if self.standing == 1 else "themselves"
        sentences = "1 sentence" if self.sentences == 1 else f"{self.sentences} sentences"
        stand = f"of {sentences} {self.standing} can be quoted by {alone}"
        told = f"{stand}; {why}" if why else stand
        return f"{_ROUGH} ({told})" if self.rough else told

    def advice(self) -> str:
        """What a person can do about it, in one sentence."""
        if self.rough:
            return "Correct it first: whole sentences, without fillers and stray commas."
        if not self.heard:
            return (
                "Nobody in it has a name; “quizgen read --write-corrections FILE” begins a list in "
                "which the speakers can be named."
            )
        if self.heard < _ENOUGH:
            return "Where three people or more have names, it can be asked who speaks of what."
        return "More of the same talk gives more, and so do sentences that name their matter."


def scarcity(material: Material) -> Scarcity:
    """Sort all sentences by what keeps them from standing alone."""
    found = Counter(map(_hindrance, material.sentences))
    standing = found.pop(None, 0)
    hindered = {name: found[name] for name in _SAID if found[name]}
    heard = len(material.heard)
    return Scarcity(len(material.sentences), standing, hindered, material.is_rough, heard)


def _hindrance(sentence: Sentence) -> str | None:
    """The first thing that keeps a sentence from being quoted by itself."""
    text = sentence.text
    if clarity.is_question(text):
        return "questions"
    if clarity.is_courtesy(text) or quoting.is_about_the_talk(text):
        return "about the talk"
    if sentence.size <= _SHORT:
        return "short"
    if not sentence.is_well_said:
        return "broken"
    if sentence.weight < LIGHTEST:
        return "light"
    return "hanging" if sentence.hangs else None
