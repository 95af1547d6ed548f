"""Transcripts: from a file to turns, one reader per form, picked by looking."""
