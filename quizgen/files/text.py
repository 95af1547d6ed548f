"""Read a text file whole: decoded strictly, with all that is needed to write it back."""

import errno
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.model.errors import FileError

LIMIT = 64_000_000
"""How many bytes a file may have unless the caller says otherwise."""

_LOOKED_AT = 50_000  # bytes from which an encoding is guessed
_FEW_NULS = 0.01
_SPOILT = (
    2000  # characters to each one that cannot be decoded, in a file that is UTF-8 all the same
)

_PAST = {"read": "read", "write": "written"}
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

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
    return of_bytes(path, read_bytes(path, limit=limit), encodings=encodings)


def of_bytes(path: str | Path, data: bytes, *, encodings: Sequence[str] = ("utf-8",)) -> FileText:
    """Decode the bytes of the file at ``path`` as ``read`` does.

    Raises:
        FileError: they are binary, or in no such encoding.
    """
    place = Path(path)
    bom, encoding = _mark(data)
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


def decoded(path: str | Path, data: bytes, *, declared: str | None = None) -> str:
    """Decode text of unknown origin: its mark, what it declares, UTF-8, then what it looks like.

    Control codes stay; only what has no text in it at all is refused.

    Raises:
        FileError: the bytes are no text.
    """
    bom, encoding = _mark(data)
    if encoding:
        return data[len(bom) :].decode(encoding, "replace")
    wide = _wide(data)
    if wide:
        return data.decode(wide, "replace")
    if data.count(b"\0") > len(data) * _FEW_NULS:
        raise _binary(Path(path))
    for name in ("utf-8", declared):
        try:
            if name:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _by_look(Path(path), data)


def _mark(data: bytes) -> tuple[bytes, str | None]:
    """The byte order mark that the data begin with, and the encoding that it stands for."""
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", None))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is small, for one script has few of those."""
    head = data[:_LOOKED_AT]
    if len(head) < 4 or len(data) % 2 or b"\0" not in head:
        return None
    even, odd = (sum(1 for byte in head[at::2] if byte < 0x10) for at in (0, 1))
    half = len(head) // 2
    if odd > 0.9 * half and even < 0.3 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.9 * half and odd < 0.3 * half else None


def _by_look(path: Path, data: bytes) -> str:
    """Decode bytes that say nothing of their encoding: a library guesses from a part of them."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - most files are UTF-8

    nearly = data.decode("utf-8", "replace")
    if nearly.count("\ufffd") * _SPOILT < len(nearly):  # UTF-8 with a few spoilt bytes
        return nearly
    high = bytes(byte for byte in data[:_LOOKED_AT] if byte > 0x7F)
    if len(high) * 20 < min(len(data), _LOOKED_AT):  # Western: letters with accents, curly quotes
        return data.decode("cp1252", "replace") if b"\x81" not in high else data.decode("latin-1")
    best = from_bytes(data[:_LOOKED_AT]).best()
    if best is None:
        raise _binary(path)
    return data.decode(best.encoding, "replace")


def read_bytes(path: str | Path, *, limit: int = LIMIT) -> bytes:
    """Read a file's bytes; ``limit`` is how many it may have.

    Raises:
        FileError: missing, a folder, unreadable or too large.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise FileError(f"“{path}” is a folder, not a file.", fix="Name a file inside it.")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise missing(path) from None
    except (OSError, ValueError) as error:
        raise unusable(path, "read", error) from error
    if len(data) > limit:
        size = f"{limit / 1_000_000:g} MB"
        raise FileError(
            f"“{path}” is larger than {size}, the most that quizgen reads.",
            fix="Split it into several files.",
        )
    return data


def missing(path: Path) -> FileError:
    """Say that there is no such file."""
    return FileError(
        f"there is no file “{path}”.", fix="Check the spelling and the folder you are in."
    )


def unusable(path: Path, verb: str, error: Exception) -> FileError:
    """Say in words why the system would not let us ``verb`` (read, write) a file."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    fix = "Check that the file and its folder are yours to use."
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        fix = "Make room and try again; nothing was written."
    elif isinstance(error, FileExistsError | NotADirectoryError):
        reason, fix = "its folder is a file", "Name another place."
    return FileError(f"“{path}” cannot be {_PAST[verb]}: {reason}.", fix=fix)


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
