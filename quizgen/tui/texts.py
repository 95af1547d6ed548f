"""Every text of the interface passes through here, so that a catalogue can translate it.

Without a catalogue for the learner's language the English texts of the source are shown.
Texts of banks and transcripts are never translated. ``tools/catalogue.py`` collects them.
"""

import gettext
import os
from pathlib import Path

LOCALES_VARIABLE = "QUIZGEN_LOCALES"
"""Names a folder of catalogues that is looked into first."""

_SHIPPED = Path(__file__).parent / "locale"


def _catalogue() -> gettext.NullTranslations:
    for folder in (os.environ.get(LOCALES_VARIABLE), _SHIPPED):
        try:
            found = gettext.translation("quizgen", localedir=folder) if folder else None
        except (OSError, UnicodeDecodeError):  # none for this language, or none that can be read
            continue
        if found is not None:
            return found
    return gettext.NullTranslations()


_CATALOGUE = _catalogue()

_ = _CATALOGUE.gettext
"""The text in the learner's language."""

ngettext = _CATALOGUE.ngettext
"""The singular or plural text for a number, in the learner's language."""
