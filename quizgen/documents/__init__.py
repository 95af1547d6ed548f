"""YAML as quizgen reads and writes it: text that knows its place. Knows nothing of questions."""
