"""The ``quizgen`` command: finds the verb, loads that verb alone, reports failures.

Nothing is imported here that the verb asked for does not need, so that ``--version``
and ``check`` start as fast as Python does.
"""

import os
import sys

from quizgen import __version__
from quizgen.cli.streams import prepare, silence

TYPE_CHECKING = False  # typing's own costs 5 ms; type checkers know this name as well
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

    from quizgen.cli.verb import Verb

# What the help shows: group, verb, summary. A verb's module bears its name.
VERBS = {
    "Take": {
        "play": "take a quiz",
        "stats": "see how it went so far",
        "serve": "take quizzes in a browser on this machine",
    },
    "Make": {
        "generate": "make a bank of questions from a transcript",
        "review": "look at what is new or changed in a bank, and decide",
        "read": "see how a transcript is understood",
        "rules": "list the rules that make questions",
    },
    "Teach": {
        "new": "begin a bank of your own",
        "edit": "open a bank in your editor, at a question",
        "check": "find what is wrong with a bank",
        "pick": "pick questions into a bank of their own: an exam",
        "export": "carry a bank to Moodle, Canvas, Anki, paper …",
        "import": "make a bank of another program's questions",
        "schema": "show the JSON Schema of banks, for editors",
    },
    "Keep": {
        "history": "back up, mend, carry elsewhere, forget what was answered",
    },
}
OPENING = "library"  # the verb without a name: ``quizgen`` alone
MODULES = {"import": "import_"}  # Python keeps the word itself

_YOUNG = 20_000  # objects before the collector looks: importing alone makes a hundred times 700


def main(argv: "Sequence[str] | None" = None) -> int:
    """Run one command line and return its exit code; never raises to the user."""
    prepare()
    try:
        code = _reported(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()  # find out now, not when Python ends, that nobody reads it any more
    except KeyboardInterrupt:
        _talk("", "quizgen: stopped.")
        return 130
    except BrokenPipeError:  # the reader of our output has seen enough
        silence()
        return 0
    except OSError as error:
        return _stopped_by(error)
    return code


def _stopped_by(error: OSError) -> int:
    """Say what the system refused: a full disk, mostly, below our output; the exit code."""
    silence()
    from contextlib import suppress

    what = (
        f"“{error.filename}” cannot be used" if error.filename else "the output cannot be written"
    )
    with suppress(OSError):  # where standard error is full as well, nothing can be said
        _talk(f"quizgen: {what}: {error.strerror or error}.")
    silence()
    return 2


def _reported(words: list[str]) -> int:
    """Dispatch; the errors that a user can meet become a message and their exit code."""
    if words[:1] in (["--version"], ["-V"]):
        print(f"quizgen {__version__}")
        return 0
    from quizgen.model.errors import QuizgenError

    try:
        return _dispatch(words)
    except QuizgenError as error:
        _talk(f"quizgen: {error.message}", *([f"  {error.fix}"] if error.fix else []))
        return error.exit_code


def _dispatch(words: list[str]) -> int:
    if words[:1] == ["help"]:
        words = [*words[1:2], "--help"]
    if words[:1] in (["--help"], ["-h"]):
        print(_help())
        return 0
    name = words.pop(0) if words and not words[0].startswith("-") else OPENING
    if name != OPENING and name not in _names():
        _unknown(name)
    return _run(name, words)


def _run(name: str, words: list[str]) -> int:
    import gc
    from importlib import import_module

    from quizgen.cli.command_line import CommandLine, parse

    gc.set_threshold(_YOUNG)
    verb: Verb = import_module(f"quizgen.cli.{MODULES.get(name, name.replace('-', '_'))}")
    parser = CommandLine(
        prog="quizgen" if name == OPENING else f"quizgen {name}",
        description=(verb.__doc__ or "").strip(),
        example=verb.EXAMPLE,
    )
    verb.configure(parser)
    try:
        arguments = parse(parser, words)
    except SystemExit:  # argparse leaves after it has shown the help
        return 0
    return verb.run(arguments)


def _names() -> list[str]:
    return [name for group in VERBS.values() for name in group]


def _unknown(name: str) -> "NoReturn":
    from difflib import get_close_matches

    from quizgen.model.errors import UsageError

    close = get_close_matches(name, _names(), 1)
    hint = f"Did you mean “quizgen {close[0]}”?" if close else "See “quizgen --help”."
    if os.path.exists(name):  # noqa: PTH110 - pathlib would cost every start
        from quizgen.files.shell import in_shell

        hint = f"To take a quiz from a file: quizgen play {in_shell(name)}"
    raise UsageError(f"there is no verb “{name}”.", fix=hint)


def _help() -> str:
    from textwrap import wrap

    from quizgen.cli.command_line import columns

    lines = [
        "quizgen – quizzes that can be trusted, made from transcripts",
        "",
        "usage: quizgen                        open the library",
        "       quizgen VERB [options]         do one thing",
    ]
    for group, verbs in VERBS.items():
        lines += ["", f"{group}:"]
        for name, summary in verbs.items():
            first, more = f"  {name:<10}", " " * 12
            lines += wrap(summary, columns(), initial_indent=first, subsequent_indent=more)
    lines += ["", "“quizgen VERB --help” explains a verb and shows an example."]
    return "\n".join(lines)


def _talk(*lines: str) -> None:
    from quizgen.cli.verb import talk

    talk(*lines)
