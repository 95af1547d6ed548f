"""Why a wrong answer is wrong, in the transcript's own words where it has any.

Who did not say the words in question said something else near them; a wrong phrase may
well stand in the transcript, about another matter. Found when asked for, stored nowhere.
"""

import re

from quizgen.library.passages import Passage, find, locate
from quizgen.model.question import Question
from quizgen.model.transcript import Transcript, Turn

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^.!?…]+[.!?…]*[\"”’)]*")
_FEWEST = 4
_LETTERS = 4
_STEM = 5
_MOST = 400


def contrast(transcript: Transcript, question: Question, option: str) -> Passage | None:
    """The passage that tells most about ``option``, a wrong answer to ``question``, or None."""
    words = _WORD.findall(option.casefold())
    if not words:
        return None
    turns = _turns_of(transcript, words)
    if turns:
        return _nearest(transcript, turns, question)
    if len(words) < _FEWEST:  # a short phrase stands anywhere and says nothing
        return None
    place = locate(transcript, option)
    return find(transcript, option) if place is not None else None


def may_tell(transcript: Transcript, option: str) -> bool:
    """Whether it is worth asking: ``option`` names somebody who speaks, or is a whole phrase."""
    words = _WORD.findall(option.casefold())
    return len(words) >= _FEWEST or bool(words and _turns_of(transcript, words))


def _turns_of(transcript: Transcript, words: list[str]) -> list[Turn]:
    """The turns of the person whom ``words`` name: all of them are words of the person's name."""
    named = {
        speaker.name
        for speaker in transcript.people
        if set(_untitled(words)) <= set(_WORD.findall(speaker.name.casefold())) and _untitled(words)
    }
    if len(named) != 1:
        return []
    return [turn for turn in transcript.turns if turn.person in named]


def _untitled(words: list[str]) -> list[str]:
    return [word for word in words if word not in {"mr", "mrs", "ms", "dr", "president", "sir"}]


def _nearest(transcript: Transcript, turns: list[Turn], question: Question) -> Passage | None:
    """The sentence of these turns that shares most of the longer words with the question."""
    wanted = _telling(" ".join((question.quote or question.stem, *question.evidence)))
    best, most = "", 0
    for turn in turns:
        for found in _SENTENCE.finditer(turn.text):
            shared = len(_telling(found[0]) & wanted)
            if shared > most and len(found[0]) <= _MOST:
                best, most = found[0].strip(), shared
    return find(transcript, best) if best else None


def _telling(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {word[:_STEM] for word in words if len(word) >= _LETTERS}
