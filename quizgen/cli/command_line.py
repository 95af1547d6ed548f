"""The parser of every verb: help that fits the window, slips answered with the way to go on."""

import argparse
import re
from typing import Any, NoReturn

from quizgen.model.errors import UsageError

_WIDEST = 100  # columns; longer lines are hard to read
_OF_ARGUMENT = re.compile(r"argument (?P<name>[^:]+): (?P<what>.*)", re.DOTALL)
_NO_CHOICE = re.compile(r"invalid choice: '(?P<said>.*)' \(choose from (?P<known>.*)\)", re.DOTALL)
_MISSING = "the following arguments are required: "
_NO_NUMBER = re.compile(r"invalid int value: '(?P<said>.*)'", re.DOTALL)
_UNFILLED = re.compile(r"expected (one|at least one) argument")


class Help(argparse.HelpFormatter):
    """Paragraphs are filled to the window; what is indented stays as it stands.

    The window is measured when help is shown: argparse makes such an object for every argument.
    """

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_WIDEST)

    def format_help(self) -> str:
        """The help, as wide as the window."""
        self._width = columns() - 2
        self._max_help_position = min(self._max_help_position, self._width // 2)
        return super().format_help()

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        import textwrap

        filled = (
            part if "\n  " in part or part.startswith("  ") else textwrap.fill(part, width)
            for part in text.strip().split("\n\n")
        )
        return textwrap.indent("\n\n".join(filled), indent)


def columns() -> int:
    """How wide help may be."""
    import shutil  # five milliseconds, which only help is worth

    return min(shutil.get_terminal_size().columns, _WIDEST)


class CommandLine(argparse.ArgumentParser):
    """Reads the words of a verb. What is wrong with them is a ``UsageError``."""

    def __init__(self, *, description: str, example: str, **more: Any) -> None:
        super().__init__(
            description=description,
            epilog=f"example:\n  {example}",
            formatter_class=Help,
            allow_abbrev=False,
            **more,
        )

    def refuse(self, word: str) -> NoReturn:
        """Say that a word has no meaning here.

        Raises:
            UsageError: always.
        """
        name = word.partition("=")[0]
        if not word.startswith("-"):
            raise UsageError(
                f"“{word}” is one word too many for “{self.prog}”.",
                fix=f"A name with blanks goes in quotation marks. {self._more}",
            )
        hint = _nearest(name, list(self._option_string_actions))
        raise UsageError(f"“{self.prog}” has no option {name}.", fix=f"{hint}{self._more}")

    def error(self, message: str) -> NoReturn:
        """Raise what argparse says, in words for people."""
        if message.startswith(_MISSING):
            missing = message.removeprefix(_MISSING)
            raise UsageError(f"“{self.prog}” wants {missing}.", fix=f"{self._as_in} {self._more}")
        found = _OF_ARGUMENT.fullmatch(message)
        if found is None:
            raise UsageError(f"{message}.", fix=self._more)
        name, what = found["name"], found["what"]
        choice = _NO_CHOICE.fullmatch(what)
        if choice is not None:
            known = choice["known"].replace("'", "").split(", ")
            hint = _nearest(choice["said"], known)
            raise UsageError(
                f"{name}: there is no “{choice['said']}”.",
                fix=f"{hint}There are: {', '.join(known)}.",
            )
        number = _NO_NUMBER.fullmatch(what)
        if number is not None:
            what = f"“{number['said']}” should be a whole number"
        if _UNFILLED.fullmatch(what):
            raise UsageError(f"{name} wants a value.", fix=self._more)
        raise UsageError(f"{name}: {what}.", fix=self._more)

    @property
    def _more(self) -> str:
        return f"“{self.prog} --help” explains it."

    @property
    def _as_in(self) -> str:
        example = (self.epilog or "").splitlines()[1].strip()
        return f"As in: {example}\n "


def _nearest(said: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(said, known, 1)
    return f"Did you mean “{close[0]}”? " if close else ""


def parse(parser: CommandLine, words: list[str]) -> argparse.Namespace:
    """Read the words of a verb; an action's own parser, as ``parser`` there, says what it lacks.

    Raises:
        UsageError: a word cannot be understood.
        SystemExit: help was asked for, and is shown.
    """
    read, unknown = parser.parse_known_args(words)
    if unknown:
        asked: CommandLine = getattr(read, "parser", parser)
        asked.refuse(unknown[0])
    return read
