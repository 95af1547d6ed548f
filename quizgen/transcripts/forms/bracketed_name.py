"""A name in brackets at the start of a line.

【山田記者】一点伺います。

（大臣）お答えします。

[ADA BYRON] Hello and welcome.

○佐藤太郎君　質問いたします。

In minutes of some parliaments a circle or a section sign stands before the name.
"""

from quizgen.transcripts.lines import LineForm

NAME = "bracketed-name"
FORM = LineForm(NAME, ("brackets", "circle", "section"), 0.85)
score = FORM.score
read = FORM.read
read_named = FORM.read_named
