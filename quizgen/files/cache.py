"""What was worked out from a file's content, kept so that it need not be worked out again.

An entry is a text under a key made of everything it was worked out from, so that it cannot
go stale: a changed file has another key. The folder may be deleted at any time, and a
folder that cannot be written costs time, never an error.
"""

import os
import uuid
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from quizgen.files.atomic import TEMPORARY

MOST = 2_000
"""How many entries are kept; of more, the ones not used for longest go."""

_CHECK = 16


def key(*parts: bytes | str) -> str:
    """The key of what was worked out from ``parts``; where one ends and the next begins counts."""
    whole = blake2b(digest_size=20)
    for part in parts:
        raw = part.encode() if isinstance(part, str) else part
        whole.update(len(raw).to_bytes(8, "big"))
        whole.update(raw)
    return whole.hexdigest()


def program(*packages: Path) -> str:
    """Fingerprint the files of ``packages``, so that another program has other keys."""
    files = (file for package in packages for file in sorted(package.iterdir()) if file.is_file())
    return key(*(f"{file.name} {(s := file.stat()).st_size} {s.st_mtime_ns}" for file in files))


class Cache:
    """Texts in one folder, by key. ``folder`` need not exist."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> str | None:
        """The text kept under ``key``; None if there is none, or only a damaged one."""
        try:
            raw = self._file(key).read_bytes()
        except OSError:
            return None
        check, text = raw[:_CHECK], raw[_CHECK:]
        return text.decode() if check == _check(text) else None

    def put(self, key: str, text: str) -> None:
        """Keep ``text`` under ``key``, if the folder takes it."""
        raw = text.encode()
        draft = self.folder / f"{key}.{uuid.uuid4().hex}{TEMPORARY}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(_check(raw) + raw)
            draft.replace(self._file(key))
        except OSError:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        if key.startswith("0"):  # now and then is often enough
            self.trim()

    def trim(self, most: int = MOST) -> None:
        """Remove all but the ``most`` entries last written."""
        with suppress(OSError):
            _remove(islice(sorted(self.folder.iterdir(), key=_written, reverse=True), most, None))

    def _file(self, key: str) -> Path:
        return self.folder / key


def _check(raw: bytes) -> bytes:
    return blake2b(raw, digest_size=_CHECK).digest()


def _written(file: Path) -> float:
    try:
        return os.stat(file).st_mtime  # noqa: PTH116 - many files, and Path.stat is no clearer
    except OSError:  # another process removed it meanwhile
        return 0.0


def _remove(files: Iterable[Path]) -> None:
    for file in files:
        with suppress(OSError):
            file.unlink()
