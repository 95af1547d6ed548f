"""Make ``quizgen/language/data/english.txt`` from Brill's tagger lexicon.

    python tools/build_lexicon.py LEXICON > quizgen/language/data/english.txt

LEXICON is ``en-lexicon.txt`` as the TextBlob project ships it: a word and its likeliest
Penn Treebank tag a line. Kept are lower-case English words, grouped by tag.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

HEADER = """\
# English words by their likeliest part of speech (Penn Treebank tags), one tag a line.
# From the lexicon of Brill's rule-based tagger v1.14, trained on the Brown corpus and the
# Penn Treebank. Copyright 1993 Massachusetts Institute of Technology and University of
# Pennsylvania, MIT licence. Reduced by tools/build_lexicon.py.
"""
WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
TAG = re.compile(r"[A-Z]+\$?")


def main(path: str) -> None:
    """Print the reduced lexicon."""
    words = defaultdict(set)
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        word, _, tag = line.partition(" ")
        tag = tag.split()[0] if tag.strip() else ""
        if WORD.fullmatch(word) and TAG.fullmatch(tag) and tag not in {"FW", "SYM", "NNP", "LS"}:
            words[tag].add(word)
    sys.stdout.write(HEADER)
    for tag in sorted(words):
        sys.stdout.write(f"{tag} {' '.join(sorted(words[tag]))}\n")


if __name__ == "__main__":
    main(sys.argv[1])
