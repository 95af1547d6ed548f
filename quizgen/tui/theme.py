"""The colours: a calm dark and a calm light theme, one of high contrast, and which to start with.

Textual's own themes stay available in the palette, the two that use the terminal's
sixteen colours among them.
"""

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="quizgen-dark",
    primary="#8fb3d9",
    secondary="#b9a5d6",
    accent="#e0b36a",
    success="#8cc28c",
    warning="#e0b36a",
    error="#e58b80",
    foreground="#d8d8d4",
    background="#16181c",
    surface="#1c1f24",
    panel="#262a31",
    dark=True,
    variables={"block-cursor-text-style": "none", "input-selection-background": "#8fb3d9 35%"},
)

LIGHT = Theme(
    name="quizgen-light",
    primary="#2f5f8f",
    secondary="#6b4f96",
    accent="#8f5b00",
    success="#2d6e33",
    warning="#8f5b00",
    error="#b03327",
    foreground="#26282b",
    background="#faf9f5",
    surface="#f2f0ea",
    panel="#e6e3da",
    dark=False,
    variables={"block-cursor-text-style": "none", "input-selection-background": "#2f5f8f 25%"},
)


CONTRAST = Theme(
    name="quizgen-contrast",
    primary="#66ccff",
    secondary="#dda0ff",
    accent="#ffd75f",
    success="#7dff7d",
    warning="#ffd75f",
    error="#ff8f8f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c1c",
    dark=True,
    variables={
        "text-muted": "#e0e0e0",
        "block-cursor-text-style": "bold",
        "input-selection-background": "#66ccff 60%",
    },
)

THEMES = (DARK, LIGHT, CONTRAST)


def preferred(environment: Mapping[str, str]) -> str:
    """Choose by what the terminal says of its background, as far as it says anything.

    ``COLORFGBG`` (rxvt, Konsole, iTerm2 and others) ends in the number of the background's
    colour; 7 and 15 are the light ones. ``TEXTUAL_THEME`` is the learner's own wish.
    """
    if wish := environment.get("TEXTUAL_THEME"):
        return wish
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT.name if background in {"7", "15"} else DARK.name
