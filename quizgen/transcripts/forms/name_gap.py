"""A name, a gap, and the text in a column of its own.

ANNA      Good morning. How is the bridge?

TOM       It stands.
"""

from quizgen.transcripts.lines import LineForm

NAME = "name-gap"
FORM = LineForm(NAME, ("gap",), 0.75)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
