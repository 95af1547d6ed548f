"""Show the JSON Schema of banks, by which editors complete fields and underline slips.

A bank finds it by its first line:

  # yaml-language-server: $schema=./quizgen-bank.schema.json

quizgen writes the file beside the banks that it makes; --beside does so for another bank.
"""

import argparse

from quizgen.cli.verb import show, talk
from quizgen.model.errors import EXIT_FINE

EXAMPLE = "quizgen schema --beside questions/the-ferry-at-arlby.yaml"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments to its parser."""
    parser.add_argument("--beside", metavar="BANK", help="write the schema beside a bank")


def run(arguments: argparse.Namespace) -> int:
    """Show the schema, or write it beside a bank."""
    from quizgen.bank.jsonschema import lay_beside, schema_text
    from quizgen.bank.writer import SCHEMA_FILE

    if arguments.beside is None:
        show(schema_text().removesuffix("\n"))
        return EXIT_FINE
    from quizgen.library.resolve import resolve_one

    bank = resolve_one(arguments.beside).path
    lay_beside(bank)
    talk(
        f"The schema is in “{bank.with_name(SCHEMA_FILE)}”.",
        f"The bank's first line should be: # yaml-language-server: $schema=./{SCHEMA_FILE}",
    )
    return EXIT_FINE
