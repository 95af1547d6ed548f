"""Names of files as they are typed into a shell: what a message tells to run can be run."""

import re
import sys
from pathlib import Path

_PLAIN = re.compile(r"[\w@%+=:,./\\-]+")


def in_shell(path: Path | str, platform: str = sys.platform) -> str:
    """The path, in quotes where a shell would take a part of it for something else."""
    text = str(path)
    if text.startswith("-"):  # or it would be read as an option
        text = f"./{text}"
    if _PLAIN.fullmatch(text) and (platform == "win32" or "\\" not in text):
        return text
    if platform == "win32":
        return f'"{text}"'
    inner = text.replace("'", "'\"'\"'")
    return f"'{inner}'"
