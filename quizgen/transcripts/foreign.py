"""Forms that quizgen recognises but does not read yet, so that it refuses instead of guessing."""

import re

_SIGNS = (
    (re.compile(r"\s*WEBVTT|(?:.*\n){0,40}?\s*\d\d:\d\d(?::\d\d)?[.,]\d{3} -->"), "subtitles"),
    (re.compile(r"\s*<[?!/a-zA-Z]"), "XML or HTML"),
    (re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{\"])"), "JSON"),
)
_BARE_Q = re.compile(r"^[ \t]*Q\.?[ \t\u00a0]+\w", re.MULTILINE)
_TIMES = re.compile(r"^.{0,40}\(?\[?\b\d?\d:\d\d(?::\d\d)?\b\]?\)?:?[ \t\r]*$", re.MULTILINE)


def unread_form(text: str) -> str | None:
    """Name the form of a text that quizgen does not read yet, None for any other."""
    for sign, name in _SIGNS:
        if sign.match(text):
            return name
    if len(_BARE_Q.findall(text)) >= 2:
        return "questions marked Q without a colon"
    if len(_TIMES.findall(text)) >= 3:
        return "speakers and times on lines of their own"
    return None
