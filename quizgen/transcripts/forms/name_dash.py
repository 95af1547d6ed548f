"""A name and a dash before the text.

Anna – Good morning. How is the bridge?

Tom – It stands.
"""

from quizgen.transcripts.lines import LineForm

NAME = "name-dash"
FORM = LineForm(NAME, ("dash",), 0.8)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
