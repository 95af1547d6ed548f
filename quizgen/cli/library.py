"""Open the library: every bank there is, and how it went so far.

Without a terminal a first bank is played at once, line by line. “quizgen --help” lists
the verbs.
"""

import argparse

EXAMPLE = "quizgen"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add what the opening understands."""
    parser.add_argument("--plain", action="store_true", help="line by line, not full-screen")
    parser.add_argument("--learner", metavar="NAME", help="whose history to use")
    parser.add_argument("--ask-name", action="store_true", help="ask who plays, as “serve” does")


def run(arguments: argparse.Namespace) -> int:
    """Open the app on a terminal; elsewhere play a first bank in lines."""
    from quizgen.cli.screen import open_library, wants_lines

    if arguments.plain or wants_lines():
        return _play(arguments.learner)
    return open_library(arguments.learner, ask_name=arguments.ask_name)


def _play(learner: str | None) -> int:
    from quizgen.cli import play

    parser = argparse.ArgumentParser()
    play.configure(parser)
    named = ["--learner", learner] if learner else []
    return play.run(parser.parse_args(["--plain", *named]))
