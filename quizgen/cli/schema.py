"""Show the JSON Schema of banks, by which editors complete fields and underline slips.

A bank finds it by its first line: # yaml-language-server: $schema=./quizgen-bank.schema.json
quizgen writes the file beside the banks that it makes; --beside does so for another bank.
"""

import argparse
from pathlib import Path

from quizgen.cli.verb import show, talk
from quizgen.model.errors import EXIT_FINE, UsageError

EXAMPLE = "quizgen schema --beside lessons/gettysburg.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments to its parser."""
    parser.add_argument("--beside", metavar="BANK", help="write the schema into the bank's folder")


def run(arguments: argparse.Namespace) -> int:
    """Show the schema, or write it beside a bank."""
    from quizgen.bank.jsonschema import lay_beside, schema_text
    from quizgen.bank.writer import SCHEMA_FILE

    if arguments.beside is None:
        show(schema_text().removesuffix("\n"))
        return EXIT_FINE
    bank = Path(arguments.beside)
    if not bank.is_file():
        raise UsageError(f"there is no bank “{bank}”.", fix="Name a bank that exists.")
    lay_beside(bank)
    talk(
        f"The schema is in “{bank.with_name(SCHEMA_FILE)}”.",
        f"The bank's first line should be: # yaml-language-server: $schema=./{SCHEMA_FILE}",
    )
    return EXIT_FINE
