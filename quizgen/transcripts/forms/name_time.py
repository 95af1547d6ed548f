"""A label and a time on a line of their own, as recorders and meeting programs export it.

Ada Byron  0:21
Hello and welcome.

Charles Babbage  0:42
Thank you.

00:00:58 Ada Byron
Ada Byron [0:21] The words may follow in the line.

The time may stand first, in brackets or after a bar.
"""

from quizgen.transcripts.lines import LineForm

NAME = "name-time"
FORM = LineForm(NAME, ("name-time", "stamped"), 1.05)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
