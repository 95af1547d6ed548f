"""Read a text file whole: decoded strictly, with all that is needed to write it back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.model.errors import FileError

LIMIT = 64_000_000
"""How many bytes a file may have unless the caller says otherwise."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class FileText:
    r"""A decoded file. ``text`` keeps its line breaks and lacks the byte order mark.

    ``newline`` is the commonest line break of the file, ``"\n"`` where it has none.
    ``digest`` identifies the bytes that were read; ``quizgen.files.atomic`` compares it.
    """

    path: Path
    text: str = field(repr=False)
    encoding: str
    newline: str
    bom: bool
    digest: str

    def encode(self, text: str) -> bytes:
        """Turn a new text into bytes with this file's encoding and byte order mark."""
        mark = next(m for m, name in _BOMS if name == self.encoding) if self.bom else b""
        return mark + text.encode(self.encoding)


def read(
    path: str | Path, *, encodings: Sequence[str] = ("utf-8",), limit: int = LIMIT
) -> FileText:
    """Read and decode a file.

    A byte order mark decides the encoding; without one ``encodings`` are tried in order,
    strictly. ``limit`` is in bytes.

    Raises:
        FileError: missing, a folder, unreadable, too large, binary, or in no such encoding.
    """
    place = Path(path)
    data = _bytes(place, limit)
    bom, encoding = next(
        ((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", None)
    )
    names = [encoding] if encoding else list(encodings)
    text, encoding = _decode(place, data[len(bom) :], names)
    if "\0" in text:
        raise _binary(place)
    return FileText(place, text, encoding, commonest_newline(text), bool(bom), digest(data))


def digest(data: bytes) -> str:
    """Identify bytes: 32 hexadecimal digits of BLAKE2b."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def commonest_newline(text: str) -> str:
    r"""Tell the line break that ``text`` uses most; ``"\n"`` where it has none."""
    windows = text.count("\r\n")
    unix, mac = text.count("\n") - windows, text.count("\r") - windows
    if windows >= max(unix, mac, 1):
        return "\r\n"
    return "\r" if mac > unix else "\n"


def _bytes(path: Path, limit: int) -> bytes:
    try:
        if path.is_dir():
            raise FileError(f"“{path}” is a folder, not a file.", fix="Name a file inside it.")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise FileError(
            f"there is no file “{path}”.", fix="Check the spelling and the folder you are in."
        ) from None
    except (OSError, ValueError) as error:
        raise unusable(path, "read", error) from error
    if len(data) > limit:
        size = f"{limit / 1_000_000:g} MB"
        raise FileError(
            f"“{path}” is larger than {size}, the most that quizgen reads.",
            fix="Split it into several files.",
        )
    return data


def unusable(path: Path, verb: str, error: Exception) -> FileError:
    """Say in words why the system would not let us ``verb`` (read, write) a file."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return FileError(
        f"“{path}” cannot be {'read' if verb == 'read' else 'written'}: {reason}.",
        fix="Check that the file and its folder are yours to use.",
    )


def _decode(path: Path, data: bytes, encodings: Sequence[str]) -> tuple[str, str]:
    first: UnicodeDecodeError | None = None
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError as error:
            first = first or error
    if b"\0" in data or first is None:
        raise _binary(path)
    line = data.count(b"\n", 0, first.start) + 1
    raise FileError(
        f"“{path}” is not UTF-8 text: line {line} holds a byte (0x{data[first.start]:02x}) that "
        "is not part of any character.",
        fix="Save the file as UTF-8 in your editor and try again.",
    )


def _binary(path: Path) -> FileError:
    return FileError(f"“{path}” is not a text file.", fix="Name a plain text file, saved as UTF-8.")
