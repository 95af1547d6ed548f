r"""Rich Text Format, as word processors and dictation programs save it: its words alone.

{\rtf1\ansi\ansicpg1252 {\b Ada Byron:} Good morning.\par}
"""

import re
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from quizgen.model.errors import FileError

BEGINS = b"{\\rtf"
_ROW = re.compile(r"^([^\n]*\|[^\n]*)\|$", re.MULTILINE)
_BROKEN = (ValueError, TypeError, LookupError, OverflowError, AttributeError)


def words(path: str | Path, data: bytes) -> str:
    """The text of a file that begins as this format does.

    Raises:
        FileError: the file is broken.
    """
    try:
        text: str = rtf_to_text(data.decode("latin-1"), errors="replace")
    except _BROKEN as error:
        raise FileError(
            f"“{path}” cannot be opened as a document: {error}.",
            fix="Open it in the program that made it and save it again, or as plain text.",
        ) from None
    if b"\\cell" in data:  # the library parts the cells of a row by bars
        text = _ROW.sub(lambda row: row[1].replace("|", "\t"), text)
    pairs = text.encode("utf-16", "surrogatepass")  # one sign may be written as two halves
    return pairs.decode("utf-16", "replace").replace("\xad", "")
