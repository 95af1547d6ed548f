"""What a rule works on: a transcript as sentences, exchanges, persons and topics.

Everything is computed once, when first asked for, and shared by all rules.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from quizgen.language.exchanges import Exchange, askers, exchanges
from quizgen.language.floor import is_bare_role, is_role
from quizgen.language.names import Mention
from quizgen.language.people import People
from quizgen.language.sentences import spans
from quizgen.language.topics import Label, labels, printed_heading, subjects
from quizgen.language.words import STOP, bare, content, count
from quizgen.model.transcript import Transcript, Turn
from quizgen.rules.chairs import chairs
from quizgen.rules.concordance import Concordance, Occurrence
from quizgen.rules.manner import is_by_radio, is_careless
from quizgen.rules.sentence import Sentence, Setting
from quizgen.rules.speakers import have_sides
from quizgen.rules.spread import Spread
from quizgen.rules.surroundings import asks_once, setting
from quizgen.rules.themes import Themes
from quizgen.rules.voices import Voices
from quizgen.rules.wording import Wording

_ASKS = re.compile(
    r"(?:Q|Question|Remark|Audience|Reporter|Journalist|Correspondent)", re.IGNORECASE
)
_ADDRESS = re.compile(  # whoever is spoken to, read as a label
    r"(?:meine|sehr geehrte|liebe|verehrte)\b|ladies\b|(?:my )?dear\b|mesdames\b|messieurs\b|"
    r"señor(?:as|es)\b|уважаемы|дамы\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"(?:An?|Une?|Una|Eine?|Ein|Одна?|Один) ", re.IGNORECASE)  # “Une Sociologue”
_TWO = 2
_LONGEST_SETTING = 75
_SHORT = 3  # letters of “Ay” and “O”
_CALL_SIGN = re.compile(r"[A-Z0-9]{1,4}")  # a role or a place, as long as nothing resolves it
_MOSTLY = 0.8  # of one's turns
_AT_LENGTH = 120  # words of one who speaks but once


class Material:
    """A transcript prepared for rules; ``seed`` makes every choice in it repeatable.

    ``language`` is the code of the language that it is in.
    """

    def __init__(
        self,
        transcript: Transcript,
        *,
        seed: int = 1,
        wording: Wording | None = None,
        language: str = "en",
    ) -> None:
        self.transcript = transcript
        self.seed = seed
        self.wording = wording or Wording()
        self.language = language

    @cached_property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The exchanges, numbered from 1."""
        return exchanges(self.transcript)

    @cached_property
    def exchange_of(self) -> dict[int, Exchange]:
        """The exchange of each turn, by the turn's index."""
        return {turn.index: each for each in self.exchanges for turn in each.turns}

    def sentence_at(self, place: Occurrence) -> Sentence | None:
        """The sentence in which a place begins."""
        return next(
            (
                each
                for each in self.sentences_of.get(place.turn.index, ())
                if each.start <= place.start < each.end
            ),
            None,
        )

    @cached_property
    def spread(self) -> Spread:
        """Which words are said in which exchanges."""
        return Spread(self.exchanges, self.language)

    @cached_property
    def heard(self) -> tuple[str, ...]:
        """The named people who speak more than once, or at some length."""
        words = Counter[str]()
        for turn in self.transcript.turns:
            if turn.person:
                words[turn.person] += count(turn.text)
        return tuple(
            each.name
            for each in self.transcript.people
            if (each.turns > 1 or words[each.name] >= _AT_LENGTH)
            and not _CALL_SIGN.fullmatch(each.name)
            and not self._is_no_person(each.name)
        )

    def _is_no_person(self, name: str) -> bool:
        """Whether a label is a function word that opened a line, or names two speakers."""
        parts = name.casefold().split()
        others = {
            each.name.casefold().split()[-1] for each in self.transcript.people if each.name != name
        }
        together = len(parts) > 1 and all(part in others for part in parts)
        if _ADDRESS.match(name) or _SOMEBODY.match(name) or is_bare_role(name):
            return True
        return together or all(part in STOP or len(part) < _SHORT for part in parts)

    def turn_after(self, turn: Turn) -> Turn | None:
        """The turn that follows another."""
        return self._next.get(turn.index)

    @cached_property
    def _next(self) -> dict[int, Turn]:
        turns = self.transcript.turns
        return {turn.index: after for turn, after in itertools.pairwise(turns)}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in the order spoken; notes such as ``(Laughter.)`` are none."""
        found: list[Sentence] = []
        for turn in self.transcript.turns:
            exchange = self.exchange_of[turn.index].number
            notes = [(note.start, note.end) for note in turn.notes]
            for at, (start, end) in enumerate(spans(turn.text, self.language)):
                low, high = turn.source_offset(start), turn.source_offset(end)
                if not any(a <= low and high <= b for a, b in notes):
                    first = at == 0
                    found.append(
                        Sentence(len(found), turn, exchange, start, end, first, self.language)
                    )
        return tuple(found)

    @cached_property
    def sentences_of(self) -> dict[int, tuple[Sentence, ...]]:
        """The sentences of each turn, by the turn's index."""
        grouped: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            grouped.setdefault(sentence.turn.index, []).append(sentence)
        return {index: tuple(group) for index, group in grouped.items()}

    def setting(self, sentence: Sentence, most: int = _LONGEST_SETTING) -> Setting | None:
        """What makes a quotable sentence understandable; None if a line or two cannot."""
        return setting(sentence, self, most)

    def before(self, sentence: Sentence) -> Sentence | None:
        """The sentence before in the same paragraph."""
        if sentence.first:
            return None
        before = self.sentences[sentence.number - 1]
        gap = sentence.turn.text[before.end : sentence.start]
        return before if before.turn is sentence.turn and not re.search(r"\n\s*\n", gap) else None

    def asks_once(self, exchange: Exchange) -> bool:
        """Whether just one thing is asked in an exchange, so that its reply answers that."""
        return asks_once(exchange, self)

    @cached_property
    def concordance(self) -> Concordance:
        """Where any words stand."""
        return Concordance(self.transcript.turns)

    def only_place(self, words: str) -> Occurrence | None:
        """The one place of the words; None if there is none, or more than one."""
        places = self.concordance.find(words)
        return places[0] if len(places) == 1 else None

    def said_by(self, words: str) -> frozenset[str]:
        """The speakers who say the words, or nearly the words."""
        return frozenset(place.turn.who for place in self.concordance.echoes(words))

    @cached_property
    def askers(self) -> frozenset[str]:
        """The speakers whose part it is to ask."""
        return askers(self.transcript)

    @cached_property
    def floor(self) -> frozenset[str]:
        """The role labels of unnamed speakers."""
        return frozenset(s.name for s in self.transcript.speakers if s.anonymous)

    @cached_property
    def themes(self) -> Themes:
        """The terms that come up again and again, and whose they are."""
        return Themes(self)

    @cached_property
    def voices(self) -> Voices:
        """Who states things, and who only asks."""
        return Voices(self)

    @cached_property
    def people(self) -> People:
        """Who is who among the persons of whom is spoken, and who speak."""
        return People((each.text for each in self.sentences), self.transcript.people)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The persons that a text mentions."""
        return self.people.mentions(text)

    def speaks(self, sentence: Sentence) -> str | None:
        """Who says a sentence, as a person of whom others may speak; None for the floor."""
        return self.people.named(sentence.turn.person) if sentence.turn.person else None

    @cached_property
    def speakers_offices(self) -> tuple[tuple[str, str], ...]:
        """The speakers with what they are called beside their names: “Mayor”, “Chancellor”."""
        found = []
        for speaker in self.transcript.people:
            person = self.people.named(speaker.name)
            titles = self.people.titles(person) if person else frozenset[str]()
            office = re.split(r",| of | for | der ", speaker.office or "")[0]
            found += [(speaker.name, each) for each in sorted({*titles, office} - {""})]
        return tuple(found)

    @cached_property
    def persons(self) -> dict[str, list[tuple[Sentence, Mention]]]:
        """Every person mentioned by name, as ``people`` tells them apart, with all mentions."""
        found: dict[str, list[tuple[Sentence, Mention]]] = {}
        for sentence in self.sentences:
            for mention in self.mentions(sentence.text):
                person = self.people.who(mention) if mention.surname else None
                if person:
                    found.setdefault(person, []).append((sentence, mention))
        return found

    @cached_property
    def topics(self) -> dict[int, Label]:
        """What each exchange is about, by its number, where a heading can be told."""
        return labels(self.exchanges) if self.language == "en" else {}

    @cached_property
    def subjects(self) -> dict[int, tuple[str, ...]]:
        """The subjects that sentences name, by the sentence's number."""
        if self.language != "en":
            return {}
        named = ((each.number, tuple(subjects(each.text))) for each in self.sentences)
        return {number: found for number, found in named if found}

    def subject(self, sentence: Sentence, back: int = 1) -> str | None:
        """What a sentence is about: a printed heading, or a subject just named.

        The subject stands in the sentence or at most ``back`` sentences before it in its
        paragraph, with no other subject named at the same place.
        """
        heading = printed_heading(sentence.turn.heading)
        if heading and content(heading) & content(sentence.turn.text):
            return heading
        at: Sentence | None = sentence
        for _ in range(back + 1):
            if at is None:
                return None
            found = self.subjects.get(at.number, ())
            if found:
                return found[0] if len(found) == 1 else None
            at = self.before(at)
        return None

    def topic(self, sentence: Sentence, key: str = "") -> str | None:
        """The heading of a sentence where it is sure, unless it would give the key away."""
        found = self.subject(sentence)
        sure = found == sentence.turn.heading or (found or "").startswith("The ")
        return found if found and sure and not content(key) & content(found) else None

    def called(self, name: str) -> str:
        """A speaker's name inside a sentence: a role without a name takes its article."""
        return f"the {name}" if self.language == "en" and is_role(name) else name

    @cached_property
    def chairs(self) -> frozenset[str]:
        """The speakers who give the floor to others: by their labels, or by what they say."""
        return chairs(self.transcript)

    @cached_property
    def is_rough(self) -> bool:
        """Whether single sentences, torn from such talk, are worth nobody's memory."""
        return is_by_radio(self.transcript) or is_careless(self.sentences)

    @cached_property
    def is_interview(self) -> bool:
        """Whether of two who speak one asks, so that their roles tell who states things."""
        two = len(self.heard) == len(self.transcript.people) == _TWO
        return two and bool(self.askers & set(self.heard))

    @cached_property
    def has_sides(self) -> bool:
        """Whether the speakers stand for parties or offices, which their “we” would tell."""
        return have_sides(self.transcript)

    @cached_property
    def repliers(self) -> frozenset[str]:
        """The speakers whose part it is to reply to questions: ministers, witnesses, guests."""
        turns, replies, questions = Counter[str](), Counter[str](), Counter[str]()
        for exchange in self.exchanges:
            asked = any("?" in turn.text or turn.who in self.askers for turn in exchange.asking)
            for turn in exchange.turns:
                turns[turn.who] += 1
                replies[turn.who] += asked and turn in exchange.replies
                questions[turn.who] += "?" in turn.text
        return frozenset(
            name
            for name, times in turns.items()
            if replies[name] >= _MOSTLY * times and questions[name] <= (1 - _MOSTLY) * times
        )

    def describe(self, turn: Turn) -> str:
        """Who speaks, for a stem: a name, or “a questioner” for the floor."""
        if not turn.anonymous:
            return turn.who
        asks = turn.speaker in self.askers or _ASKS.match(turn.speaker)
        return self.wording.say("a-questioner" if asks else "a-speaker")


def origin(*words: str) -> str:
    """The words from which an item's id is born: no case, no punctuation, no speaker."""
    return " | ".join(bare(part) for part in words)


def numbers(sentences: Iterable[Sentence]) -> frozenset[int]:
    """The numbers of the sentences."""
    return frozenset(sentence.number for sentence in sentences)
