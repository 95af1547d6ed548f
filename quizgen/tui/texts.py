"""Every text of the interface passes through here, so that a catalogue can translate it.

Without a catalogue for the learner's language the English texts of the source are shown.
Texts of banks and transcripts are never translated.
"""

import gettext
from pathlib import Path

_CATALOGUE = gettext.translation(
    "quizgen", localedir=Path(__file__).parent / "locale", fallback=True
)

_ = _CATALOGUE.gettext
"""The text in the learner's language."""

ngettext = _CATALOGUE.ngettext
"""The singular or plural text for a number, in the learner's language."""
