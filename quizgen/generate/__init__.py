"""Making a bank: overgenerate, rank, prove best-first, lint, stop at the caps."""
