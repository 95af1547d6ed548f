"""``Name: text``, a label and a colon at the start of a line.

President of Utopia Thomas More answered questions.

Question: Mr President, what is new?

Thomas More: Nothing yet.

A paragraph without a label goes on with the turn before it. (Laughter.)

[00:01:02] HOST: A time may stand before the label, or after it:

Speaker 1 (00:01:09): text

Thomas More (through interpreter): So may a direction, a party, an office.

**Thomas More:** Markdown's bold type, a bullet (``- Thomas More: text``) and ``>>`` are
part of the label's dress.

09:03:42 From Thomas More to Everyone: chats of meeting programs

Q    In press briefings the questions have a letter and no colon.

MS. HART:  The answers have one.
"""

from quizgen.transcripts.lines import LineForm

NAME = "name-colon"
FORM = LineForm(NAME, ("colon", "bare", "sent", "officed"), 1.0)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
