"""Rules: from a transcript to questions, each with a proof of its one right answer.

``api`` is what a rule is, ``material`` what it works on, ``registry`` finds the installed
ones, ``builtin`` holds quizgen's own, one file a rule. A rule never sees another rule.
"""
