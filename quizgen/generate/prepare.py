"""Prepare a transcript for rules: in which language it is, and in which words to ask.

Generating and proving again do it in the same way, from the bank's settings alone.
"""

import re
from os.path import normpath
from pathlib import Path

from quizgen.language.detect import detect, language_name
from quizgen.model.bank import GenerateSettings
from quizgen.model.errors import UsageError
from quizgen.model.transcript import Transcript
from quizgen.rules.material import Material
from quizgen.rules.wording import Wording
from quizgen.rules.wording_file import languages, read_wording, shipped

_CODE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def prepare(
    transcript: Transcript,
    settings: GenerateSettings,
    bank: str | Path,
    wording: str | None = None,
) -> Material:
    """The transcript as rules work on it; ``bank`` is the bank's path.

    ``wording`` is what the settings' wording file holds, where it was read already.

    Raises:
        FileError: the wording file cannot be read.
        RuleError: the wording file does not fit the rules.
        UsageError: the language is not given by its code.
    """
    language = language_of(transcript, settings)
    words = shipped(language)
    own = {}
    if settings.wording:
        own = read_wording(normpath(Path(bank).parent / settings.wording), wording)
    stems = Wording({**words, **own}, complete=language != "en")
    return Material(transcript, seed=settings.seed, wording=stems, language=language)


def language_of(transcript: Transcript, settings: GenerateSettings) -> str:
    """The language that the settings name, or else the one that the turns are seen to be in."""
    if settings.language is None:
        return detect("\n".join(turn.text for turn in transcript.turns)) or "en"
    if not _CODE.fullmatch(settings.language):
        known = ", ".join(f"{code} ({language_name(code)})" for code in languages())
        raise UsageError(
            f"“{settings.language}” is not the code of a language.",
            fix=f"Write two letters; quizgen can ask in {known}.",
        )
    return settings.language.casefold().split("-")[0]


def foreign_note(material: Material) -> str | None:
    """What a person should know of a transcript that is not in English."""
    if material.language == "en":
        return None
    spoken = language_name(material.language)
    if material.language in languages():
        return f"the transcript is in {spoken}, and so are the questions"
    if material.wording.replaced:
        return f"the transcript is in {spoken}; the questions are in the words of the wording file"
    return (
        f"the transcript is in {spoken}, for which quizgen has no words of its own: it asks "
        "nothing; --wording can give it some"
    )
