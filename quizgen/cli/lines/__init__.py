"""Line mode: a session as plain lines, for screen readers, pipes and simple terminals.

The protocol: every prompt ends with a line break; after an answer is safely written down,
one line of its own begins with ``Right`` or ``Wrong``, names the answer and holds no
question mark; no other line begins so. An empty line never answers, a line that fits no
option is a wrong answer, the end of the input ends the session.
"""
