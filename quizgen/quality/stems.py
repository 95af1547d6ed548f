"""Flaws of the stem: what it gives away, and what it makes hard to understand."""

import re

from quizgen.model.question import Choice, TrueFalse
from quizgen.quality.facts import BLANK, Facts, plain, tokens
from quizgen.quality.found import Found, short

_SHARED_HARD = 2
_LONGEST_LEAD, _LONGEST_LEAD_BY_HAND = 30, 80
_LONGEST_QUOTE, _LONGEST_QUOTE_BY_HAND = 60, 160
_ASIDE = re.compile(r"\([^)]{0,200}\)|\[[^\]]{0,200}\]")
_EMPTY_STEM = re.compile(
    r"(?:which|what|who|how|where|when|why)?(?: (?:one|is|are|of|the|these|those|following|below|"
    r"statements?|answers?|options?|true|false|correct|incorrect|right|wrong|best))*",
)
_ORDERS = re.compile(
    r"(?:please )?(?:choose|select|pick|tick|mark)(?: (?:the|one|a|an|all|correct|right|best|true|"
    r"answers?|options?|statements?|that|apply|below|from|following|of|is|are))*"
)


def key_in_question(facts: Facts) -> Found | None:
    """The question or the quote says the right answer, so that reading is enough."""
    if facts.fixed_set or facts.items:
        return None
    said = f" {plain(_ASIDE.sub(' ', facts.shown))} "
    for key in facts.keys:
        words = plain(key)
        if len(words) < 3 or f" {words} " not in said or not facts.telling(key):
            continue
        named = any(f" {plain(text)} " in said for text in facts.wrong)
        if facts.by_hand and (named or words.isdigit() or not facts.options):
            continue  # which of the things named is asked for
        return Found(f"the question itself says “{short(key)}”, the right answer", "question")
    return None


def repeats_question(facts: Facts) -> Found | None:
    """The right answer repeats several words of the question more than any other answer does."""
    more, words = _shared(facts)
    if more >= _SHARED_HARD:
        listed = "”, “".join(words)
        return Found(f"the right answer alone repeats words of the question: “{listed}”", "answer")
    return None


def repeats_a_word(facts: Facts) -> Found | None:
    """The right answer repeats a telling word of the question, the others do not."""
    more, words = _shared(facts)
    if more != 1 or facts.single is None or not words or key_in_question(facts):
        return None
    large_part = len(facts.telling(facts.single)) <= 2
    if not facts.by_hand or (large_part and len(words[0]) > 4):
        return Found(
            f"the right answer alone repeats a word of the question: “{words[0]}”", "answer"
        )
    return None


def _shared(facts: Facts) -> tuple[int, list[str]]:
    """How many words more the key has from the question than a wrong option, and which."""
    if facts.single is None:
        return 0, []
    stem = facts.telling(facts.lead)
    if not facts.by_hand and facts.question.quote:
        stem |= facts.telling(facts.question.quote)
    wrong = [facts.telling(text) & stem for text in facts.wrong]
    shared = facts.telling(facts.single) & stem
    return len(shared) - max(map(len, wrong)), sorted(shared - frozenset().union(*wrong))


def vague_terms(facts: Facts) -> Found | None:
    """“Often” and “usually” mean something else to everybody, so nobody knows what is asked."""
    vague = facts.terms.vague
    match = vague.search(facts.lead) if vague and facts.options else None
    if match and not facts.gap:
        return Found(f"“{match[0]}” may mean anything here", "question")
    return None


def negative_question(facts: Facts) -> Found | None:
    """The question asks for what is not so, and readers miss the “not”."""
    negative = facts.terms.negative
    if negative is None or facts.fixed_set or not facts.options or facts.gap:
        return None
    lead = _HARMLESS.sub(" ", facts.lead)
    for match in negative.finditer(lead):
        if facts.by_hand and match[0].isupper() and len(match[0]) > 1:
            continue
        if facts.by_hand and not _selects(lead, match.start(), facts):
            continue
        return Found(f"“{match[0]}” turns the question round", "question")
    return None


_HARMLESS = re.compile(
    r"\bat least\b|\band not\b|, not\b|\bnot only\b|\bwhether or not\b|\blast but not least\b|"
    r"\bnicht nur\b|"
    r"\bnon seulement\b|\bno solo\b|\bне только\b|\bne\b(?=[^.?!]{0,300}\bque\b)",
    re.IGNORECASE,
)
_SELECTING = re.compile(
    r"(?i)^\W*(?:which|what (?:is|are|was|were)|who|welche[rs]?|was|wer|quel(?:le)?s?|laquelle|"
    r"lequel|qui|cuál(?:es)?|quién|qué|как\w+|котор\w+|кто|что|all|alle)\b"
)


_SUBORDINATE = re.compile(r",|\b(?:if|that|who|because|wenn|weil|si|que|qui|если|что)\b")
_WHICH = 6  # characters of the word that asks


def _selects(lead: str, at: int, facts: Facts) -> bool:
    """Whether the negation decides what is picked: “Which is not …”, not “Why did he not …”."""
    if facts.language == "en" and re.search(r"(?i)\bexcept\b", lead):
        return True
    clause = lead[:at]
    return bool(_SELECTING.search(lead)) and not re.search(
        r"(?:,|\b(?:if|that|who|because))", clause[6:]
    )


_NEITHER_NOR = re.compile(
    r"(?i)\bneither\b[^.?!]{0,300}\bnor\b|\bweder\b[^.?!]{0,300}\bnoch\b|\bni\b[^.?!]{0,300}\bni\b"
)
_NOT_TWICE = re.compile(r"(?i)^\W*no,|\bno one else\b|\bwithout\b(?! \w+ing)")


def double_negative(facts: Facts) -> Found | None:
    """Two negations in one thought must be untangled before anything can be known."""
    no = facts.terms.no
    if no is None or facts.gap:
        return None
    if not no.search(facts.lead):
        return None
    lead = _NOT_TWICE.sub(" ", _NEITHER_NOR.sub("not", _HARMLESS.sub(" ", facts.lead)))
    times = len(no.findall(lead))
    if isinstance(facts.question, TrueFalse) and times > 1:
        return Found("the statement holds two negations", "question")
    if facts.by_hand or not isinstance(facts.question, Choice):
        asked = negative_question(facts)
        doubled = [text for text in facts.options if no.search(text)] if asked else []
        if doubled:
            return Found(f"the question is negative, and so is “{short(doubled[0])}”", "question")
    return None


def unfocused_question(facts: Facts) -> Found | None:
    """The stem alone asks nothing: only the options tell what it is about."""
    question = facts.question
    if question.quote or question.context or BLANK.search(question.stem):
        return None
    words = plain(question.stem)
    empty = _EMPTY_STEM.fullmatch(words) and question.stem.rstrip().endswith(("?", ":"))
    if facts.options and facts.language == "en" and (empty or _ORDERS.fullmatch(words)):
        return Found("the question alone does not say what it is about", "question")
    if not facts.by_hand and len(tokens(question.stem)) < 3:
        return Found("the question is too short to say what is asked", "question")
    return None


def too_much_text(facts: Facts) -> Found | None:
    """There is more to read than the question needs."""
    if facts.too_long:
        return Found("the question and its answers are longer than ten pages", "question")
    lead = len(tokens(facts.lead))
    if lead > (_LONGEST_LEAD_BY_HAND if facts.by_hand else _LONGEST_LEAD):
        return Found(f"the question has {lead} words", "question")
    quote = len(tokens(facts.question.quote or ""))
    most = _LONGEST_QUOTE_BY_HAND if facts.by_hand else _LONGEST_QUOTE
    if quote > most:
        return Found(f"the quote has {quote} words", "quote")
    return None
