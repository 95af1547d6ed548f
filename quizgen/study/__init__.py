"""Taking a quiz, as pure values: sessions, grading, scheduling, selection, statistics.

Nothing here reads a file, a clock or a random number: they are arguments.
"""
