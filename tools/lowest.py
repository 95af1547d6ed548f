"""Prints the oldest version of each dependency that pyproject.toml allows, as pip constraints."""

import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
BOUND = re.compile(r"(?P<name>[\w.-]+)>=(?P<version>[\w.]+)")


def main() -> None:
    """Print one constraint a line, for the program itself and for its tests."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"] + project["optional-dependencies"]["test"]:
        bound = BOUND.match(requirement)
        assert bound, f"{requirement} has no lower bound"
        print(f"{bound['name']}=={bound['version']}")


main()
