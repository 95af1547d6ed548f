"""Banks in other programs' formats, out and in: one file a format, found by entry points."""
