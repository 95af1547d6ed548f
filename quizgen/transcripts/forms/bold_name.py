"""A name in bold type before the text, without a colon, often after a time.

0:00:13.9 **Ada Byron** Hello, and welcome.

0:00:32.8 **Charles Babbage** (laughs) Hello.
"""

from quizgen.transcripts.lines import LineForm

NAME = "bold-name"
FORM = LineForm(NAME, ("bold",), 1.0)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
