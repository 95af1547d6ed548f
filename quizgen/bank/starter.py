"""The first page of a teacher's own bank: three questions to change, and what else there is."""

from pathlib import PurePath

from quizgen.bank.head import slug
from quizgen.bank.writer import SCHEMA_FILE
from quizgen.documents.scalars import inline
from quizgen.files.shell import in_shell

_HEAD = """\
# yaml-language-server: $schema=./{schema}
quizgen: 1
id: {id}   # scores hang on it: please leave it
title: {title}
{source}
questions:

# Every question begins with a dash. Lines that begin with a number sign are notes for you.
# Change these three, add your own below, and run: quizgen check {file}
"""

_QUESTIONS = """
- question: Which animal carries its house on its back?
  answer: The snail
  wrong:
  - The hedgehog
  - The swallow
  - The mole

- question: A snail has lungs.
  answer: true
  explanation: Snails that live on land breathe air; most of those in the sea have gills.

- question: What do bees make of nectar?
  answer: honey   # to be typed; capitals do not matter

# Every question may also have these lines; delete the ones that you do not need:
#   quote: Words to show as a block below the question.
#   hint: A word of help before the answer.
#   explanation: What is said after the answer.
#   topic: Animals
#   tags: [tuesday, revision]
#   difficulty: easy
#   points: 2
#   skip: true
#
# A page that shows every type of question: quizgen edit the-ferry-at-arlby
"""

_SOURCE = """\
source: {path}   # the transcript; “from:” in a question quotes the words that prove its answer
"""


def starter(path: PurePath, title: str, source: str | None) -> str:
    """The text of a new bank that is to lie at ``path``."""
    head = _HEAD.format(
        schema=SCHEMA_FILE,
        id=inline(slug(path.stem)),
        title=inline(title),
        source=_SOURCE.format(path=inline(source)) if source else "",
        file=in_shell(path.as_posix()),
    )
    return head + _QUESTIONS
