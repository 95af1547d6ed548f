"""The learner's history: one SQLite file that is only ever added to."""
