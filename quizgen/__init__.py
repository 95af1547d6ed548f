"""Quizzes that can be trusted, made from speaker-labelled transcripts."""

__version__ = "0.1.0"
