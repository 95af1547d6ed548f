"""Where banks and transcripts are found, and the words of a transcript behind an answer."""
