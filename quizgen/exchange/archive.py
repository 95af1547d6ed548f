"""Zip packages that are the same bytes on any day and machine."""

import io
import zipfile
from collections.abc import Iterable

_WHEN = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can name
_UNIX = 3
_MODE = 0o644 << 16


def package(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of named files, in their order; stored, since compressors differ by version."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.create_system = _UNIX
            entry.external_attr = _MODE
            archive.writestr(entry, content)
    return target.getvalue()
