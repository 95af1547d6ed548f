"""Flaws of the options: which of them give the answer away, or are no fair choice."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations

from quizgen.language.function_words import function_words
from quizgen.language.words import fold
from quizgen.quality.facts import BLANK, Facts, tokens
from quizgen.quality.found import Found, on_option, short
from quizgen.quality.kinds import is_name, kind, size

_AND = r"(?:and|und|et|y|и|&)"
_LETTER = r"(?:[A-Ea-e]|I{1,3}|IV)"
_LETTERS = re.compile(
    rf"{_LETTER}(?:(?:\s?,\s?(?:{_AND}\s)?|\s{_AND}\s|\s?\+\s?){_LETTER})+(?: only)?"
    rf"|[1-5](?:, ?[1-5])*,? {_AND} [1-5](?: only)?"
)
_LONGEST_LETTERS = 40
_PAIR = re.compile(rf"\w\s*(?:,|\+|\b{_AND}\b|&)\s*\w")
_TYPOGRAPHY = re.compile(r"[\s\"'.!,;]+")
_RANGES = re.compile(r"\d\s*(?:[-‐‑‒–—−]|to|bis|à|a|до)\s*\d")
_RANGE = re.compile(r"\D*?(\d+(?:[.,]\d+)?)\s*(?:-|to|bis|à|a|до)\s*(\d+(?:[.,]\d+)?)\D*")
_JOINS = frozenset(
    "and or with without of in at by for as because und oder mit et ou avec y o con и или с".split()
)
_TITLES = frozenset("president mr mrs ms dr sir lord king queen chancellor minister herr".split())
_LONGER, _MUCH_LONGER = 1.5, 12
_ABSOLUTE_FROM = 4


def all_of_the_above(facts: Facts) -> Found | None:
    """An option refers to the other options: who knows that two are right knows the answer."""
    others = facts.terms.others
    if others is None or not (others.search(facts.joined) or _REFERS.search(facts.joined)):
        return None
    for text in facts.options:
        if others.fullmatch(text.strip(" .")) or _REFERS.fullmatch(text.strip()):
            return on_option(f"the answer “{short(text)}” is about the other answers", text)
    return None


_REFERS = re.compile(r"(?i)(?:both|neither|only) [A-E](?: (?:and|nor|or) [A-E])?\.?")


def letters_as_options(facts: Facts) -> Found | None:
    """An option combines others by letter or number (“A and B”), so that half-knowledge counts."""
    combined = [
        text
        for text in facts.options
        if len(text) <= _LONGEST_LETTERS and _LETTERS.fullmatch(text.strip(" .()"))
    ]
    pairs = [text for text in facts.options if _PAIR.search(text)]
    if combined and len(pairs) < len(facts.options):  # else pairs are what is asked for
        return on_option(f"the answer “{short(combined[0])}” combines others", combined[0])
    return None


def same_options(facts: Facts) -> Found | None:
    """Two options are the same but for typography: whoever chooses the other one is wronged."""
    seen: dict[tuple[str, ...], str] = {}
    for text in facts.options:
        other = seen.setdefault(tokens(text), text)
        if other != text and _plain(other) == _plain(text) and not _about_form(facts):
            return on_option(f"“{short(text)}” and “{short(other)}” are the same", text)
    return None


def _plain(text: str) -> str:
    return _TYPOGRAPHY.sub(" ", fold(text)).strip()


def overlapping_options(facts: Facts) -> Found | None:
    """One option is part of another, or two ranges overlap, so that both may be right."""
    if facts.fixed_set:
        return None
    if _RANGES.search(facts.joined) and (found := _overlapping_ranges(facts)):
        return found
    contents = [(text, facts.telling(text)) for text in facts.options]
    if len(frozenset().union(*(c for _, c in contents))) == sum(len(c) for _, c in contents):
        return None
    for (one, a), (other, b) in permutations(contents, 2):
        if a and a <= b and (_is_part(one, other, facts) if facts.by_hand else True):
            return on_option(f"“{short(one)}” is part of “{short(other)}”", other)
    return None


def _overlapping_ranges(facts: Facts) -> Found | None:
    ranges = [(text, _range(text)) for text in facts.options]
    for (one, a), (other, b) in combinations(ranges, 2):
        if a and b and min(a[1], b[1]) > max(a[0], b[0]):
            return on_option(f"“{short(one)}” and “{short(other)}” overlap", other)
    return None


def _range(text: str) -> tuple[float, float] | None:
    match = _RANGE.fullmatch(fold(text).replace(" - ", "-"))
    if not match:
        return None
    low, high = (float(part.replace(",", ".")) for part in match.groups())
    return (low, high) if low < high else None


def _is_part(one: str, other: str, facts: Facts) -> bool:
    """Whether ``other`` says ``one`` and something beside it (not: “England”, “New England”)."""
    small, large = list(tokens(one)), list(tokens(other))
    at = next((i for i in range(len(large)) if large[i : i + len(small)] == small), None)
    if at is None or len(small) == len(large) or re.search(r"[=+×*/^<>]", other):
        return False
    rest = large[:at] + large[at + len(small) :]
    if not any(word not in function_words(facts.language) for word in rest):
        return False
    beside = {*large[at - 1 : at], *large[at + len(small) : at + len(small) + 1]}
    joined = beside & (_JOINS | _TITLES) or re.search(r"[,;:(]", other)
    return bool(joined) or len(facts.telling(one)) > 1


def longest_is_right(facts: Facts) -> Found | None:
    """The right answer is much longer than all others: people say it in full to be exact."""
    longest = max(map(len, facts.wrong), default=0)
    for key in facts.keys if len(facts.wrong) > 1 else ():
        if len(key) >= _LONGER * longest and len(key) - longest >= _MUCH_LONGER:
            return Found("the right answer is much longer than all others", "answer")
    return None


def most_in_common(facts: Facts) -> Found | None:
    """The right answer shares most parts with the others, which lets it be worked out."""
    if facts.single is None:
        return None
    rows = [tokens(text) for text in facts.options]
    if len({len(row) for row in rows}) != 1 or len(rows[0]) < 2:
        return None
    stop = function_words(facts.language)
    varied = [slot for slot in zip(*rows, strict=True) if len(set(slot)) > 1]
    words = {word for slot in varied for word in slot}
    if len(varied) < 2 or words & stop or not all(map(str.isalpha, words)):
        return None
    shared = [sum(Counter(slot)[slot[at]] for slot in varied) for at in range(len(rows))]
    most = shared[facts.options.index(facts.single)]
    if most > max(count for at, count in enumerate(shared) if facts.options[at] != facts.single):
        return Found("the right answer has most parts in common with the others", "answer")
    return None


def form_gives_away(facts: Facts) -> Found | None:
    """Only the right answer is capitalised, quoted, in digits, or ends with a full stop."""
    if facts.single is None:
        return None
    for name, form in _FORMS.items():
        key = form(facts.single)
        alone = key is not None and all(form(text) == (not key) for text in facts.wrong)
        if alone and not _about_form(facts):
            return Found(f"only the right answer {name if key else _WITHOUT[name]}", "answer")
    return None


_WITHOUT = {
    "begins with a capital letter": "begins with a small letter",
    "stands in quotation marks": "stands without quotation marks",
    "ends with a full stop": "ends without a full stop",
    "is written in digits": "is written in letters",
}


def _capital(text: str) -> bool | None:
    head = text.lstrip("“”\"'‘«„(… ")[:1]
    return head.isupper() if head.lower() != head.upper() else None


def _quoted(text: str) -> bool:
    return text[:1] in '“"«„' and text[-1:] in '”"»“'


def _stopped(text: str) -> bool:
    return text.endswith(".") and len(text) > 6 and text[-2].isalnum()


def _digits(text: str) -> bool | None:
    if text.isdecimal():
        return True
    return False if text.casefold() in _NUMERALS else None


_NUMERALS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve twenty hundred thousand".split()
)
_FORMS = {
    "begins with a capital letter": _capital,
    "stands in quotation marks": _quoted,
    "ends with a full stop": _stopped,
    "is written in digits": _digits,
}


def mixed_kinds(facts: Facts) -> Found | None:
    """The options are of several kinds, so that some can be crossed out at sight."""
    if facts.fixed_set:
        return None
    kinds = {text: _kind(text, facts) for text in facts.options}
    found = Counter(kinds.values())
    told = set(found) - {"words"}
    if len(found) > 2 and told:
        return Found(f"the answers are of {len(found)} kinds: {_kinds(kinds)}", "wrong")
    key = kinds.get(facts.single or "")
    if key and told and found[key] == 1 and len(found) == 2 and not facts.by_hand:
        return Found(f"only the right answer is {_A[key]}", "answer")
    return None


def _kind(text: str, facts: Facts) -> str:
    """Its kind; a person may write a sentence with or without its full stop."""
    found = kind(text)
    return "words" if facts.by_hand and found == "sentence" else found


_A = {
    "number": "a number",
    "date": "a date",
    "month": "a month",
    "day": "a day of the week",
    "percentage": "a percentage",
    "money": "an amount of money",
    "sentence": "a whole sentence",
    "words": "in words",
}


def _kinds(kinds: dict[str, str]) -> str:
    first = {name: text for text, name in reversed(kinds.items())}
    return ", ".join(f"“{short(text, 20)}” is {_A[name]}" for name, text in first.items())


def absolute_terms(facts: Facts) -> Found | None:
    """Only wrong answers say “always” or “never”, which people cross out without knowing."""
    absolute = facts.terms.absolute
    if absolute is None or facts.single is None or not absolute.search(facts.joined):
        return None
    if absolute.search(facts.single):
        return None
    if not facts.by_hand and any(kind(text) == "sentence" for text in facts.options):
        return None  # they are quoted
    hits = [text for text in facts.wrong if absolute.search(text)]
    long = [text for text in hits if len(text.split()) >= _ABSOLUTE_FROM]
    if long and (len(hits) > 1 or len(hits) == len(facts.wrong)):
        word = absolute.search(long[0])
        return on_option(f"only wrong answers say “{word[0] if word else ''}”", long[0])
    return None


def out_of_order(facts: Facts) -> Found | None:
    """Numbers or dates in a fixed order that is neither rising nor falling slow readers down."""
    shown = getattr(facts.question, "fixed", ())
    sizes = [size(text) for text in shown]
    if len(sizes) < 3 or any(each is None for each in sizes):
        return None
    numbers = [each for each in sizes if each is not None]
    if numbers in (sorted(numbers), sorted(numbers, reverse=True)):
        return None
    return Found("the numbers stand in no order", "choices")


def opposites(facts: Facts) -> Found | None:
    """Two of several options say yes and no to the same, so that one of them must be right."""
    no = facts.terms.no
    if no is None or facts.fixed_set or facts.gap or not no.search(facts.joined):
        return None
    plain: dict[tuple[str, ...], tuple[str, bool]] = {}
    for text in facts.options:
        words = tuple(sorted(_unnegated(text, facts)))
        negative = bool(no.search(text))
        other = plain.setdefault(words, (text, negative))
        if other[1] != negative and len(words) > 1:
            return on_option(f"“{short(other[0])}” and “{short(text)}” are opposites", text)
    return None


def _unnegated(text: str, facts: Facts) -> Iterator[str]:
    no = facts.terms.no
    for word in tokens(text):
        if not (no and no.fullmatch(word)) and word not in {"do", "does", "did"}:
            yield word[:-1] if len(word) > 3 and word.endswith("s") else word


def bare_role(facts: Facts) -> Found | None:
    """An option is the label of somebody unnamed and tells nobody apart."""
    role = facts.terms.role
    texts = (*facts.options, *facts.items)
    labels = [t for t in texts if role and t[:1].isupper() and role.fullmatch(t.strip())]
    if labels and (facts.rule or any(is_name(text) for text in texts if len(text) > 2)):
        return on_option(f"“{labels[0]}” is a role, not a person", labels[0])
    return None


def _about_form(facts: Facts) -> bool:
    about = facts.terms.about_form
    return bool(about and about.search(facts.question.stem)) or bool(BLANK.search(facts.shown))
