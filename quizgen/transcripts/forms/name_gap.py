"""A name, a gap, and the text in a column of its own.

ANNA      Good morning. How is the bridge?

TOM       It stands.

05 13 29 47 CDR What was that?

In the logs of flights a time in digits stands before the letters of who speaks.
"""

from quizgen.transcripts.lines import LineForm

NAME = "name-gap"
FORM = LineForm(NAME, ("gap", "log"), 0.75)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
