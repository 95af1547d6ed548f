"""Can a sentence be quoted by itself? What a reader would miss without its neighbours.

The signs are those of the item-writing literature on cloze and attribution (sentence
selection of Pino et al. 2008 and Olney 2021): completeness, openings that point back,
pronouns without an antecedent, first and second persons, editorial brackets.
"""

import re

from quizgen.language import foreign
from quizgen.language.lexicon import is_known, tag_of
from quizgen.language.senses import kind
from quizgen.language.words import Words, count, in_other_languages

_COMPLETE = re.compile(r"[.!?…。！？؟](?:[ \u00a0\u202f]?»)?[\"”’“')\]」』]*$")
_BROKEN_OFF = re.compile(r"(?:--|—|–|-)[\"”’')\]]*$")
_IT_IS = (  # “Is it possible or practical to …?” asks about nothing said before
    r"it (?:be )?(?:(?:also|still|even|really|not|ever|more|too) )?"
    r"(?:possible|practical|true|fair|right|wrong|necessary|important|safe|easy|hard|difficult|"
    r"better|worth|enough|reasonable|realistic|legal|wise|useful|normal|common|correct|good|bad|"
    r"harder|easier|early|late|soon|helpful|appropriate|impossible|likely|unusual|usual|dangerous)"
    r"(?:,? (?:or|and|but) \w+)? (?:to|that|for|when|if)\b"
)
_POINTS_BACK = re.compile(
    r"^(?:It (?:is|was) (?:in|on|at|from|with|by) an?\b|"
    rf"(?!(?:Is|Was|Would|Will) {_IT_IS})"
    r"(?:Is|Was|Are|Were|Does|Did|Do|Would|Will|Can|Could|Has|Have|Should) (?:that|it|this|"
    r"they|he|she)\b(?! true)|He|She|It(?! (?:is|was|seems|appears|turns)\b[^.;,]*\b(?:that|to|"
    r"who|how|why)\b)|They|This(?! (?:week|month|year|morning|evening|summer|winter|spring|"
    r"autumn|fall|time)\b)|"
    r"That|"
    r"These|Those|There(?! (?:is|are|was|were|will|has|have|had|can|could|should|must|may|"
    r"might)\b)|Here|Which|And|But|So|Also|Or|Then|Yes|No|"
    r"Because|Such|Another|Both|Neither|However|Therefore|Hence|Thus|Moreover|Besides|"
    r"Nevertheless|Still|Yet|Otherwise|Instead|Again|Well|Now|Okay|OK|Yeah|Nor|Secondly|"
    r"Thirdly|Finally|Likewise|Similarly|For (?:instance|example)|In (?:addition|other words)|"
    r"By the way|Of course|That['’]s|It['’]s|He['’]s|She['’]s|They['’]re|"
    r"His|Her|Its|Their|Him|Them|Let)\b"
)
_SPOKEN = r"(?i:you know|I mean|look|listen|actually|well|so|okay|yeah|anyway)"
_CONJUNCTION = re.compile(
    rf"^(?:(?:(?:And|But|So),? )?(?:{_SPOKEN}, )+|"
    r"(?:And|But|So|Also|Yet|Still|However|Nevertheless|Therefore|Moreover|Besides|By the way|"
    r"Of course|In addition|Finally|Now|Well|Again|Likewise|Similarly|Secondly|Thirdly|Thus|"
    r"Hence|For (?:instance|example)|Then)\b,? +)(?=\S)"
)
_PRONOUN = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|himself|herself|itself|"
    r"themselves|it['’]s|he['’]s|she['’]s|they['’](?:re|ve|ll|d))\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those|such)\b(?! (?:morning|afternoon|evening|week|month|year|summer|winter|"
    r"spring|autumn|fall|day|days|weekend|century|decade|time)\b)|\bthat(?=[.,;!?])|(?:^|"
    r"[,;–—] ?|\b(?:and|but|so|or|think|believe|"
    r"know|say|said|because|if|when|of|for|with|about|do|does|did|is|was|as|than|like|"
    r"see) )that(?=\s+(?:"
    r"is|was|will|would|has|had|can|could|should|may|might|means?|makes?|does|did)\b)|"
    r"\b(?:on|of|in|to|for|about|with|from|at|by|after|before|into|over|under|"
    r"than) that(?= (?!the\b|an?\b|"
    r"we\b|I\b|you\b|he\b|she\b|they\b|it\b|there\b|this\b|these\b)[a-z])|\bthe (?:same|latter|"
    r"former|above|other|others)\b"
    r"|\bthat (?=(?:to|with|from|and|or|too|again|yesterday|today|directly|up|out|as well)\b)"
    r"|\b(?:here|there|then|so)(?=[.,;!?])|\b(?:do|does|did|done) (?:so|that|this|it)\b",
    re.IGNORECASE,
)
_EXPLETIVE = re.compile(
    rf"\b(?:is|was|would|will) {_IT_IS}|"
    r"\bit (?:is|was|will be|would be|has been|seems?|appears?|turns out|takes|took|"
    r"makes sense)\b(?=[^.;]*\b(?:that|to|who|how|why|if|when|whether)\b)|\b(?:make|find|believe) "
    r"it\b|\bthere (?:is|are|was|were|will|has|have|had|can|could|should|must|may|might)\b",
    re.IGNORECASE,
)
_NAMED = r"(?<!^)\b(?!I\b|I['’])[A-ZÀ-Þ][\w’'-]+|^(?:Mr|Mrs|Ms|Dr|President|Senator|Professor)\b"
_ANTECEDENT = re.compile(
    rf"{_NAMED}|\b(?i:the|an?|our|my|your|each|every|some|any|no|all|many|most|both|several|two|"
    rf"three) "
    r"(?!of\b|few\b|lot\b)\w{3,}|\b(?!was\b|has\b|his\b|its\b|this\b|does\b|yes\b|always\b|"
    r"perhaps\b|"
    r"sometimes\b|hers\b|theirs\b|ours\b|yours\b|plus\b|thus\b|across\b|wants\b|needs\b|says\b|"
    r"goes\b)"
    r"[A-Za-z]{2,}[^s\W]s\b"
)
_PERSON = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|President|Senator|Professor|Judge|Captain|General|King|Queen|Minister|"
    r"Admiral|"
    r"Secretary|Director|Chairman|Chancellor|Governor|Mayor|Lord|Lady|Sir)\.? [A-ZÀ-Þ]"
    r"|\b[A-ZÀ-Þ][a-zà-ÿ]+ (?!House|States?|Street|Court|Union|Company|Team|Party|Act|Bank|"
    r"Agency|Office|"
    r"Committee|Department|University|School|City|Bay|Council|Nations|Kingdom|Federation|News|"
    r"Times|"
    r"Congress|Parliament|Island|River|Lake|Sea|Ocean|Park|Road|Hall|Center|"
    r"Centre)[A-ZÀ-Þ][a-zà-ÿ]+"
    r"|\b(?:an?|the|my|our|your|every|each|this|that|A|An|The|My|Our|Your|Every|"
    r"Each) (?P<noun>[a-z]+)\b"
)
_SHE_OR_HE = re.compile(r"(?:s?he|him|her|his|hers|himself|herself|s?he['’]s)", re.IGNORECASE)
_ONE = re.compile(
    r"\b(?:the|this|that|another|an?|which|other|same|\w+er|\w+ern|first) ones?\b(?! of)",
    re.IGNORECASE,
)
_FIRST_OR_SECOND = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself|[Ww]e|us|[Oo]ur|[Oo]urs|[Oo]urselves|[Yy]ou|[Yy]our|"
    r"[Yy]ours|[Yy]ourself|[Yy]ourselves|[Ll]et['’]s)\b"
)
_YES_OR_NO = re.compile(
    r"(?:Yes\b|No\b|Yeah\b|Nope\b|Not\b|Never\b|Absolutely\b|Certainly\b|Exactly\b|Correct\b|"
    r"Of course\b|Sure\b|Right\b|"
    r"I (?:do|did|have|am|was|would|will)(?: not|n['’]t)?[.,])"
)
_ASKS = re.compile(  # a question whose mark the transcript forgot
    r"(?:So,? |And |But |Well,? )?(?:(?:What|Why|How|Who|When|Where) (?:does|do|did|is|are|was|"
    r"were|can|"
    r"could|would|will|should|has|have)\b|(?:Would|Do|Does|Did|Can|Could|Is|Are|Should|"
    r"Will) (?:we|you|I|it|"
    r"they|he|she|the|there|that|this|anyone|anybody)\b)"
)
_CALLED = re.compile(r"(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+), (?!and\b|or\b|the\b|an?\b|who\b|which\b|[A-Z])")
_SECOND = re.compile(r"\b(?:you|your|yours|yourself|yourselves|you['’]\w+)\b", re.IGNORECASE)
_VOCATIVE = re.compile(
    r"^(?:Thank|Thanks|Sir|Madam|Ma['’]am|(?:Mr|Mrs|Ms|Madam|President|Senator|Secretary|Doctor|Dr|"
    r"Professor|Prime Minister|Chairman|Speaker)\.?(?: [A-Z]\w+)?,)|, (?:Mr|Mrs|Ms|Madam|sir|madam|"
    r"ma['’]am)\b[^,]{0,25}[,.?!]|\b(?:Mr|Madam)\.? (?:President|Speaker|Chair\w*|Secretary)\b"
)
_COURTESY = re.compile(
    r"\b(?:thank you|thanks|welcome|good (?:morning|afternoon|evening|night)|hello|goodbye|"
    r"ladies and gentlemen|please (?:introduce|tell us|go|take|welcome)|excuse me|congratulat\w+|"
    r"good luck|"
    r"sorry|pleasure|next question|go ahead|last question|"
    r"take your seats?|can you hear|you['’]re on mute)\b",
    re.IGNORECASE,
)
_THAT_THING = re.compile(
    r"\b(?P<before>[A-Za-z]+) that (?:[a-z]+ )?(?P<noun>[a-z]+)"
    r"(?=[.,;?!]|\s+(?:of|in|on|for|to|with|from|by|at|and|or)\b)"
)
_TAKE_A_CLAUSE = frozenset(
    """
        think thinks thought believe believes believed say says said know knows knew hope hopes
        hoped mean means meant argue argued argues ensure ensures ensured show shows showed shown
        feel feels felt suggest suggests suggested find finds found fear fears feared see sees saw
        seen agree agreed agrees assume assumed expect expects expected claim claims claimed tell
        told tells understand understood realize realise realized remember decide decided note
        noted stress stressed emphasize emphasise insist insisted add added announce announced is
        was be are were admit admitted deny denied explain explained guarantee guess imagine learn
        learned mention mentioned point promise promised prove proved report reported require
        required require demand recommend propose proposed reckon recognize recognise suppose
        suspect warn warned wish doubt confirm confirmed conclude concluded indicate indicated so
        such make makes made like given provided considering fact idea news claim view belief way
        sure clear certain possible likely true evidence risk sense hope chance opinion impression
        """.split()
)
_EARLY = 8
_LABEL_INSIDE = re.compile(  # the next speaker, in captions; “three towns: Holm, Lund” is a list
    r"(?<=[a-z.…] )[a-z]{3,}: (?![A-ZÀ-Þ][\w’'-]+(?:,| and\b|[.!?]*$))[A-Z]"
)
_SPEAKER_INSIDE = re.compile(  # “Ann Lee, Minister of Ferries: …”, a label left in the text
    r"(?:^|[.!?…–—] )(?:(?:Dr|Prof|Mr|Mrs|Ms)\. )*(?:[A-ZÀ-Þ][\w.’'-]+ ){1,4}?[A-ZÀ-Þ][\w’'-]+"
    r"(?:, (?:[A-ZÀ-Þ][a-zà-ÿ]*\. ?)?[A-ZÀ-Þ][^:?!]{2,90}|,? \([^()]{1,40}\)): "
)
_LISTED = re.compile(r"[:.] - \w")  # points of a note, run together
_ASIDE = re.compile(  # “(which nobody knew)”, “[presidential]”: words of the text, not a note
    r"(?<=\w )\((?![^()]*\b(?:inaudible|unintelligible|indiscernible|laugh\w*|applause|crosstalk|"
    r"sic|phonetic|ph|cheers?|pause|off-?mic|speaks|music)\b)[a-z]+ [\w’']+ [^()\[\]]*\)"
    r"(?=[ ,.;:!?]+\S|[,;:])|"
    r"(?<=\w )\[[a-z]+(?: [a-z]+){0,3}\](?= \w)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[\[\](){}<>|*_#]|https?://|www\.")


def is_complete(sentence: str) -> bool:
    """Whether the sentence was spoken to its end and starts at its beginning."""
    head = sentence.lstrip("\"“”„«‘'(¿¡ \u00a0\u202f")
    return (
        bool(_COMPLETE.search(sentence))
        and not _BROKEN_OFF.search(sentence)
        and not re.search(r"(?:\.\.\.|…)[\"”’')\]]*$|^\s*(?:\.\.\.|…|--|—|–)", sentence)
        and bool(head)
        and not head[0].islower()
        and head[0].isalnum()
    )


def is_question(sentence: str) -> bool:
    """Whether the sentence asks something."""
    asks = sentence.rstrip("\"”’“») ]\u00a0\u202f'").endswith(("?", "？", "؟"))
    return asks or bool(_ASKS.match(sentence))


@in_other_languages(foreign.points_back)
def points_back(sentence: str) -> bool:
    """Whether the sentence opens with a word that points to the one before it."""
    return bool(_POINTS_BACK.match(sentence.lstrip("\"“”„«‘'")))


def without_conjunction(sentence: str) -> str:
    """The sentence without an opening “And”, “But” or “Of course”, which loses nothing."""
    if isinstance(sentence, Words) or not _CONJUNCTION.match(sentence):
        return sentence  # as it came, its language kept
    return _CONJUNCTION.sub("", sentence, count=1)


@in_other_languages(foreign.loose_ends)
def loose_ends(sentence: str) -> int:
    """How many words refer to something that the sentence itself does not name.

    A pronoun counts if nothing before it in the sentence could be meant; ``this``,
    ``such`` and their like always count; ``it is clear that`` and ``there is`` do not.
    """
    plain = _EXPLETIVE.sub(lambda match: "x" * len(match.group()), sentence)
    pronouns = sum(
        not _may_mean(match.group(), plain[: match.start()]) for match in _PRONOUN.finditer(plain)
    )
    pointing = sum(not _is_told(match, plain) for match in _DEMONSTRATIVE.finditer(plain))
    pointing += sum(_points_out(match) for match in _THAT_THING.finditer(plain))
    return pronouns + pointing + sum(1 for _ in _ONE.finditer(plain))


def _points_out(match: re.Match[str]) -> bool:
    """Whether ``that`` points to a thing (``support that measure``) and opens no clause."""
    before, after = match["before"].casefold(), match["noun"]
    when = kind(after) == "time"  # “that night” tells itself
    return before not in _TAKE_A_CLAUSE and tag_of(after) == "NN" and not when


def _is_told(match: re.Match[str], sentence: str) -> bool:
    """Whether ``this area`` comes late enough for the sentence itself to say which one."""
    describes = match.group().casefold() in {"this", "these", "those", "such"}
    before = sentence[: match.start()]
    return (
        describes
        and count(before) >= _EARLY
        and len(re.findall(r"(?<!^)\b[A-ZÀ-Þ][\w’'-]+", before)) > 1
        and bool(re.match(r"\s+[a-z]{3,}", sentence[match.end() :]))
    )


def _may_mean(pronoun: str, before: str) -> bool:
    """Whether something before a pronoun in its sentence could be meant by it."""
    if not _SHE_OR_HE.fullmatch(pronoun):
        return bool(_ANTECEDENT.search(before))
    return any(
        match["noun"] is None or kind(match["noun"]) == "person"
        for match in _PERSON.finditer(before)
    )


def is_yes_or_no(sentence: str) -> bool:
    """Whether an answer opens with a bare yes or no, which would answer many a question."""
    return bool(_YES_OR_NO.match(sentence))


@in_other_languages(foreign.speaks_of_itself)
def speaks_of_itself(sentence: str) -> bool:
    """Whether a first or second person gives away who speaks to whom. ``US`` is none."""
    return bool(_FIRST_OR_SECOND.search(sentence))


@in_other_languages(foreign.speaks_of_itself)
def speaks_to_someone(sentence: str) -> bool:
    """Whether it says “you”, which tells on which side of the table its speaker sits."""
    return bool(_SECOND.search(sentence))


@in_other_languages(foreign.addresses_someone)
def addresses_someone(sentence: str) -> bool:
    """Whether the sentence names the person spoken to (``Mr President, …``)."""
    return bool(_VOCATIVE.search(sentence))


def calls_someone(sentence: str) -> bool:
    """Whether it opens with a name and a comma (``Chris, we met …``)."""
    called = _CALLED.match(sentence)
    return called is not None and not is_known(called["name"].casefold())


@in_other_languages(foreign.is_courtesy)
def is_courtesy(sentence: str) -> bool:
    """Whether the sentence is a greeting, thanks or stage business."""
    found = _COURTESY.search(sentence)
    return bool(found) and count(sentence) < 25


def is_clean(sentence: str) -> bool:
    """Whether it is free of brackets, notes, mark-up and addresses, quotes in pairs."""
    sentence = _ASIDE.sub("", sentence)
    doubles = sum(sentence.count(mark) for mark in '"“”„«»')
    marks = (_BRACKET, _LABEL_INSIDE, _SPEAKER_INSIDE, _LISTED)
    return not any(pattern.search(sentence) for pattern in marks) and doubles % 2 == 0
