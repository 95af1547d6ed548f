"""Make a bank of questions that another program wrote.

Which format FILE is in is seen from its text: GIFT, CSV or TSV, Moodle XML, Aiken, Anki's
text export, Quizlet's cards, a hascard deck, text2qti, quizgen's own JSON. What cannot come
in is listed with its line; the rest does, and the bank passes “quizgen check”. The exit code
is 3 if something is listed.
"""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.cli.verb import show, talk
from quizgen.files.shell import in_shell
from quizgen.model.counted import many
from quizgen.model.errors import EXIT_FINE, EXIT_NEEDS_A_LOOK, FileError

if TYPE_CHECKING:
    from quizgen.exchange.incoming import Landed

EXAMPLE = """\
quizgen export the-ferry-at-arlby --to moodle-xml -o ferry.xml --allow-loss
  quizgen import ferry.xml -o questions/ferry.yaml"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments to its parser."""
    add = parser.add_argument
    add("file", metavar="FILE", help="the other program's file")
    add("-o", "--output", metavar="BANK", help="the bank to write; without it, standard output")
    add("--from", dest="form", metavar="FORMAT", help="the format, if it is not seen rightly")
    add("--title", help="what to call the bank; the file's name unless the file says it")
    add("--force", action="store_true", help="replace BANK, keeping the old one as BANK.bak")


def run(arguments: argparse.Namespace) -> int:
    """Read the file, list what cannot come in, write the bank."""
    from quizgen.exchange.incoming import bring_in

    target = Path(arguments.output) if arguments.output else None
    if target is not None:
        _free(target, force=arguments.force)
    stem = Path(arguments.file).stem
    name = re.sub(r"[^\w.-]+", "-", (target or Path(stem)).stem).strip("-._")[:64] or "imported"
    landed = bring_in(arguments.file, arguments.form, name, stem, arguments.title)
    for fault in landed.faults:
        what = "left out" if fault.row else "note"
        talk(f"{arguments.file}:{fault.line}: {what}: {fault.reason}")
    if not landed.count:
        raise FileError(
            f"“{arguments.file}” holds no question that can come in (read as {landed.form}).",
            fix="If it is in another format, name that with --from.",
        )
    _put(landed, target)
    return EXIT_NEEDS_A_LOOK if landed.faults else EXIT_FINE


def _free(target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise FileError(f"“{target}” is a folder.", fix="Name a file in it after -o.")
    if target.exists() and not force:
        raise FileError(
            f"“{target}” is there already, and is left as it is.",
            fix="Name another file, or add --force to replace it.",
        )


def _put(landed: "Landed", target: Path | None) -> None:
    number = many(landed.count, "question")
    if target is None:
        show(landed.text.removesuffix("\n"))
        talk(f"quizgen: {number} read as {landed.form}; -o BANK keeps them.")
        return
    from quizgen.bank.jsonschema import lay_beside
    from quizgen.files import atomic

    old = target.exists()
    atomic.write(target, landed.text, expect=None if old else atomic.NEW, backup=old)
    lay_beside(target)
    talk(f"quizgen: {number} read as {landed.form}, kept in {target}.")
    if old:
        talk(f"  The old one is {target.name}.bak.")
    talk(f"  Take the quiz: quizgen play {in_shell(target)}")
