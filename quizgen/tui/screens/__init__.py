"""One screen a file, each with its style sheet beside it. A screen is imported when shown."""
