"""Replace a file in one step: readers see the old text or the new one, never half.

The new bytes go to a temporary file in the same folder, reach the disk, and take the
old file's place by a rename. A write that finds the file changed meanwhile is refused.
"""

import os
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from quizgen.files.text import digest, unusable
from quizgen.model.errors import FileChangedError, FileError

TEMPORARY = ".quizgen-tmp"
NEW = ""
"""As ``expect``: the file must not exist yet."""

_BACKUPS = 5
_DAY = 86_400
_swept: set[Path] = set()


def write(
    path: str | Path, data: str | bytes, *, expect: str | None = None, backup: bool = False
) -> None:
    """Write ``data`` (a text as UTF-8, its line breaks as they are) to ``path`` atomically.

    ``expect`` is the digest of the bytes that must still be there (``FileText.digest``),
    ``NEW`` for none. ``backup`` keeps the old file as ``NAME.bak`` and up to four earlier
    ones as ``NAME.bak.1`` and on. A symbolic link is followed, permissions are kept, a
    missing folder is made.

    Raises:
        FileChangedError: the file is not what ``expect`` says; nothing was written.
        FileError: the folder or the file cannot be written; the old file is as it was.
    """
    target = Path(os.path.realpath(path))
    content = data.encode("utf-8") if isinstance(data, str) else data
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        _replace(target, content, expect, backup=backup)
    except FileError:
        raise
    except OSError as error:
        raise unusable(Path(path), "write", error) from error


def _replace(target: Path, content: bytes, expect: str | None, *, backup: bool) -> None:
    temporary = _temporary(target, content)
    try:
        if expect is not None:
            _compare(target, expect)
        if backup and target.exists():
            _back_up(target)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _temporary(target: Path, content: bytes) -> Path:
    """Put the new bytes safely on disk beside the target, with the target's permissions."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=TEMPORARY, dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode(target))
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _mode(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)  # the mask can only be read by setting it
        os.umask(mask)
        return 0o666 & ~mask


def _compare(target: Path, expect: str) -> None:
    try:
        found = digest(target.read_bytes())
    except FileNotFoundError:
        found = NEW
    if found != expect:
        raise FileChangedError(
            f"“{target}” was changed by another program meanwhile; nothing was written.",
            fix="Run the command again: it will start from the file as it is now.",
        )


def _back_up(target: Path) -> None:
    newest = target.with_name(f"{target.name}.bak")
    rows = [newest, *(target.with_name(f"{target.name}.bak.{n}") for n in range(1, _BACKUPS))]
    for older, newer in zip(reversed(rows), list(reversed(rows))[1:], strict=False):
        if newer.exists():
            newer.replace(older)
    shutil.copy2(target, newest)


def _sweep(folder: Path) -> None:
    """Remove what writes that were killed more than a day ago left behind.

    Once in a process is enough; each time, many banks in one folder would take the square
    of their number.
    """
    if folder in _swept:
        return
    _swept.add(folder)
    for name in os.listdir(folder):  # noqa: PTH208 - a path for each of many names takes long
        if name.startswith(".") and name.endswith(TEMPORARY):
            _remove_old(folder / name)


def _remove_old(stray: Path) -> None:
    with suppress(OSError):  # somebody else was faster, which is as good
        if time.time() - stray.stat().st_mtime > _DAY:
            stray.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system can (Windows cannot and need not)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
