"""A name and a full stop, as parliaments' records and printed plays have it.

Mr. ADAMS. Mr. President, I rise to speak.

The PRESIDING OFFICER. Without objection, it is so ordered.

M. le président. La parole est à Mme Martin.

OLIVIA. What kind of man is he?
"""

from quizgen.transcripts.lines import LineForm

NAME = "name-dot"
FORM = LineForm(NAME, ("dot",), 0.9)
score = FORM.score
read = FORM.read
