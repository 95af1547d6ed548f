"""Make ``quizgen/language/data/nouns.txt`` from WordNet's noun files.

    python tools/build_nouns.py WORDNET > quizgen/language/data/nouns.txt

WORDNET is the folder with ``data.noun`` and ``index.noun`` of WordNet 3.0. Kept is, for
each single-word common noun that the lexicon of parts of speech or WordNet's own counts
know (and each that names a person or a group), the lexicographer's file of its commonest
sense, grouped by that and by a narrower kind.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

HEADER = """\
# English nouns by what they name in their commonest sense, one narrow kind a line: the
# kind, and the word of the widest term that has no more than 350 others under it.
# From the lexicographer files of WordNet 3.0. Copyright 2006 by Princeton University. All
# rights reserved. Permission to use, copy, modify and distribute this database and its
# documentation for any purpose and without fee or royalty is granted, provided that this
# notice appears on all copies; it is provided "as is" without any warranty, and the name of
# Princeton University may not be used in advertising. Reduced by tools/build_nouns.py.
"""
KINDS = """
    other act animal artifact attribute body cognition communication event feeling food group
    location motive object person phenomenon plant possession process quantity relation shape
    state substance time
    """.split()
WHOLE = {"person", "group"}  # kinds kept with all their rarer words
TOPS = 3
WIDEST = 350
LEXICON = Path(__file__).parent.parent / "quizgen" / "language" / "data" / "english.txt"


def main(folder: str) -> None:
    """Print the reduced lists."""
    synsets = dict(_synsets(Path(folder, "data.noun")))
    below = Counter(above for offset in synsets for above in _ancestors(offset, synsets))
    known = {word for line in LEXICON.read_text(encoding="utf-8").splitlines()[3:]
             for word in line.split()[1:]}  # fmt: skip
    groups = defaultdict(list)
    for line in _lines(Path(folder, "index.noun")):
        fields = line.split()
        word, pointers = fields[0], int(fields[3])
        tagged, first = int(fields[5 + pointers]), fields[6 + pointers]
        kind = _kind(first, synsets)
        common = word in known or f"{word}s" in known or tagged or kind in WHOLE
        if common and re.fullmatch("[a-z]{2,}", word):
            narrow = [each for each in _ancestors(first, synsets) if below[each] <= WIDEST]
            groups[kind, synsets[narrow[-1] if narrow else first][1].casefold()].append(word)
    sys.stdout.write(HEADER)
    for (kind, narrow), words in sorted(groups.items()):
        sys.stdout.write(f"{kind} {narrow} {' '.join(sorted(words))}\n")


def _lines(path: Path) -> list[str]:
    lines = path.read_text(encoding="latin-1").splitlines()
    return [line for line in lines if not line.startswith(" ")]  # the licence is indented


def _synsets(path: Path) -> list[tuple[str, tuple[int, str, list[str]]]]:
    found = []
    for line in _lines(path):
        fields = line.split(" ")
        words = int(fields[3], 16)
        at = 4 + 2 * words
        pointers = [fields[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(fields[at]))]
        above = [offset for sign, offset, pos, _ in pointers if sign in {"@", "@i"} and pos == "n"]
        found.append((fields[0], (int(fields[1]), fields[4], above)))
    return found


def _ancestors(offset: str, synsets: dict[str, tuple[int, str, list[str]]]) -> list[str]:
    """The synset and what it is a kind of, from narrow to wide."""
    found = [offset]
    while above := synsets[found[-1]][2]:
        found.append(above[0])
    return found


def _kind(offset: str, synsets: dict[str, tuple[int, str, list[str]]]) -> str:
    """The kind of a synset; the few most general ones are told by their own word."""
    number, word, above = synsets[offset]
    while number == TOPS and word not in KINDS and above:
        _, word, above = synsets[above[0]]
    if number == TOPS:
        return word if word in KINDS else "other"
    return KINDS[number - TOPS]


if __name__ == "__main__":
    main(sys.argv[1])
