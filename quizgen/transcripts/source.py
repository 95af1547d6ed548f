"""From a file's bytes to one decoded text, whatever program saved it.

A ``.docx`` or ``.odt`` is a zip archive: its text is what its paragraphs hold, a line
each. Everything else is text in some encoding; its own declaration counts, then UTF-8,
then what the bytes look like.
"""

import io
import re
import zipfile
import zlib
from pathlib import Path

from quizgen.files.text import decoded, read_bytes
from quizgen.model.errors import FileError, TranscriptError
from quizgen.transcripts import office, rich_text

LIMIT = 256_000_000
_PARTS = {"word/document.xml": "docx", "content.xml": "odt"}
_LARGEST_PART = 200_000_000
_FOREIGN = (
    (b"%PDF-", "a PDF", "Save its text as a .txt file, in your viewer or with pdftotext -layout."),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "Open it and save it as .docx or as plain text."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
)
_DECLARED = re.compile(rb"(?:encoding|charset)\s*=\s*[\"']?([A-Za-z0-9_.:-]{2,30})")
_MARKUP = re.compile(rb"\s*<")
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,  # a compression that the library lacks
    RuntimeError,  # a password
    EOFError,
    OSError,
    ValueError,
)
_HEAD = 2048


def load(path: str | Path) -> str:
    """The text of a transcript file.

    Raises:
        FileError: the file is missing, a folder, or no text.
        TranscriptError: it is a document of a kind that quizgen does not read.
    """
    return text_of(path, read_bytes(path, limit=LIMIT))


def text_of(path: str | Path, data: bytes) -> str:
    """The text of the transcript file at ``path``, which holds ``data``; raises as ``load``."""
    for sign, kind, fix in _FOREIGN:
        if data.startswith(sign):
            raise TranscriptError(f"“{path}” is {kind}, which quizgen does not read.", fix=fix)
    if data.startswith(rich_text.BEGINS):
        return rich_text.words(path, data)
    if data.startswith(b"PK\x03\x04"):
        return _document(path, data)
    return decoded(path, data, declared=_declared(data))


def _declared(data: bytes) -> str | None:
    """The encoding that markup declares in its first lines."""
    head = data[:_HEAD]
    match = _DECLARED.search(head) if _MARKUP.match(head) else None
    return match[1].decode("ascii") if match else None


def _document(path: str | Path, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = next((name for name in archive.namelist() if name in _PARTS), None)
            if part is None:
                raise TranscriptError(
                    f"“{path}” is an archive, not a document.",
                    fix="Unpack it and name a transcript in it.",
                )
            with archive.open(part) as file:
                content = file.read(_LARGEST_PART + 1)
    except _BROKEN as error:
        raise FileError(
            f"“{path}” cannot be opened as a document: {error}.",
            fix="Open it in the program that made it and save it again, or as plain text.",
        ) from None
    if len(content) > _LARGEST_PART:
        raise FileError(f"“{path}” is too large.", fix="Split it into several files.")
    return office.words(content.decode("utf-8", "replace"))
