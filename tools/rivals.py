"""Installs the programs that `make bench` measures beside quizgen and that cannot live with it.

They need another Textual than quizgen, so that each has an environment of its own, in
build/rivals; pyproject.toml names them, as dependency groups. One that cannot be installed
here is left out, and the reason is kept for the benchmarks to tell.
"""

import subprocess
import sys
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "build" / "rivals"
PROJECT = ROOT / "pyproject.toml"


def main() -> None:
    """Install each that is not there, or was installed for another pyproject.toml."""
    groups = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["dependency-groups"]
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, requirements in groups.items():
        why, ready = FOLDER / f"{name}.why", FOLDER / name / "ready"
        if ready.exists() and ready.read_text(encoding="utf-8") == str(requirements):
            continue
        print(f"Installing {name}, to measure against (about a minute; needs the network).")
        why.unlink(missing_ok=True)
        failed = _install(FOLDER / name, requirements)
        if failed:
            why.write_text(failed, encoding="utf-8")
        else:
            ready.write_text(str(requirements), encoding="utf-8")


def _install(place: Path, requirements: list[str]) -> str:
    """Make the environment; the last line of what went wrong, or nothing."""
    venv.create(place, clear=True, with_pip=True)
    python = place / Path(sys.executable).parent.name / "python"
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(
        [*command, *requirements], check=False, capture_output=True, encoding="utf-8"
    )
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


main()
