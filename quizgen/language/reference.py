"""What a sentence points to outside itself: openings, pronouns, demonstratives.

A sentence that does so cannot be quoted without the words that it points to.
"""

import re

from quizgen.language import foreign
from quizgen.language.lexicon import tag_of
from quizgen.language.pronouns import unresolved
from quizgen.language.senses import kind
from quizgen.language.spotting import Phrases
from quizgen.language.words import Words, count, in_other_languages

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
    r"might)\b)|Here|Which|And|But|So(?! far\b)|Also|Or|Then|Yes|No|"
    r"Because|Such|Another|Both|Neither|However|Therefore|Hence|Thus|Moreover|Besides|"
    r"Nevertheless|Still|Yet|Otherwise|Instead|Again|Well|Now|Okay|OK|Yeah|Nor|Secondly|"
    r"Thirdly|Finally|Likewise|Similarly|For (?:instance|example)|In (?:addition|other words)|"
    r"By the way|Of course|That['’]s|It['’]s|He['’]s|She['’]s|They['’]re|"
    r"His|Her|Its|Their|Him|Them|Let|Therein|Thereby|Thereafter|Thereupon|Hereby|Meanwhile|Later|"
    r"Afterwards?)\b"
)
_SPOKEN = r"(?i:you know|I mean|look|listen|actually|well|so|okay|yeah|anyway)"
_CONJUNCTION = re.compile(
    rf"^(?:(?:(?:And|But|So),? )?(?:{_SPOKEN}, )+|"
    r"(?:After all|More importantly|And|But|So(?! far\b)|Also|Yet|Still|However|Nevertheless|"
    r"Therefore|Moreover|Besides|By the way|Of course|In addition|Finally|Now|Well|Again|Likewise|"
    r"Similarly|"
    r"Secondly|Thirdly|Thus|Hence|For (?:instance|example)|Then)\b,? +)(?=\S)"
)
_DEMONSTRATIVE = Phrases(
    r"\b(?:this|these|those|such)\b(?! (?:morning|afternoon|evening|week|month|year|summer|winter|"
    r"spring|autumn|fall|day|days|weekend|century|decade|time|stage|point|moment|level)\b)|\bthat(?=[.,;!?])|(?:^|"
    r"[,;–—] ?|\b(?:and|but|so|or|think|believe|"
    r"know|say|said|because|if|when|of|for|with|about|do|does|did|is|was|as|than|like|"
    r"see) )that(?=\s+(?:"
    r"is|was|will|would|has|had|can|could|should|may|might|means?|makes?|does|did)\b)|"
    r"\b(?:on|of|in|to|for|about|with|from|at|by|after|before|into|over|under|"
    r"through|without|against|around|behind|during|like|than) that(?= (?!the\b|an?\b|"
    r"we\b|I\b|you\b|he\b|she\b|they\b|it\b|there\b|this\b|these\b)[a-z])|"
    r"\b(?:the|that|this|those|these) same\b|\bthe (?:latter|"
    r"former|above|other|others)\b"
    r"|\bthat (?=(?:to|with|from|and|or|too|again|yesterday|today|directly|up|out|as well)\b)"
    r"|\b(?!is |are |was |were |and |but |that )[a-z]+ there (?=(?:for|in|at|with|since|until|"
    r"every|all|again|too)\b)"
    r"|\bthe (?:second|third|fourth|fifth|other) [a-z]+ (?=(?:is|are|was|were|looked|has|have|had|"
    r"will|would|came|said|shows?|showed|found|says)\b)"
    r"|^the (?:first|last|next) (?:(?:[A-Z][\w.]*|[a-z]+) )?[a-z]+ (?=(?:was|were|is|are|has|"
    r"have|had|will|came|died|began|opened|appeared|happened)\b)"
    r"|\b(?:by|since|until|till|back|even|from) then\b|\bthere (?:is|are|was|were) (?:also |still "
    r")?other\b"
    r"|\b(?:here|there|then|so)(?=[.,;!?])|\b(?:do|does|did|done) (?:so|that|this|it)\b"
)
_EXPLETIVE = re.compile(
    rf"\b(?:is|was|would|will) {_IT_IS}|"
    r"\bit (?:is|was|will be|would be|has been|seems?|appears?|turns out|takes|took|"
    r"makes sense)\b(?=[^.;]*\b(?:that|to|who|how|why|if|when|whether)\b)|\b(?:make|find|believe) "
    r"it\b|\bthere (?:is|are|was|were|will|has|have|had|can|could|should|must|may|might)\b"
    r"(?! (?:also |still )?other\b)",
    re.IGNORECASE,
)
_HERE = re.compile(  # “here at the Castle” says where
    r"\b[Hh]ere\b(?! (?:at|in|on|to) (?:the )?[A-ZÀ-Þ])(?! to stay\b)(?![.,;!?])"
)
_ONE = re.compile(
    r"\b(?:the|this|that|another|an?|which|other|same|\w+er|\w+ern|first) ones?\b(?! of)"
    r"|\b[a-z]+ ones\b(?! (?:of|that|who|which|with|in)\b)"
    r"|\b(?:at|of|for|in|with|on|to) one(?=[,.;])",
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
_LACKS_NOUN = re.compile(  # “the first is in Memphis”, “60 percent have been given”
    r"(?:^(?:and |but |so )?|[,;:–—] (?:and |but )?|"
    r"\b(?:that|whether|if) (?=all |both |none |each ))"
    r"(?:(?:the |a |my |our |one |another )*(?:first|second|third|"
    r"fourth|fifth|last|next|other|latter|former|biggest|smallest|best|worst|rest)|"
    r"(?:(?:more|less|fewer) than |over |about |nearly |almost |some )?(?:[\d.,]+ ?|\w+ )?"
    r"(?:per ?cent|percent|%|half|thirds?|quarters?)|"
    r"most|many|some|several|few|two|three|four|all(?: two| three| four)?|both|none|each|"
    r"others?|any)"
    r"(?: of which| also)? (?:is|are|was|were|has|have|had|will|would|can|could)\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(  # “One, a high titer …”: a point of an enumeration
    r"^(?:One|Two|Three|Four|Five|First|Second|Third|(?:Number|Step|Point) \w+|[A-Da-d1-9])[,:.)] "
)
_ONE_MORE = re.compile(  # “there is also …”, “there is Long Island, or …”: examples of what?
    r"\bthere(?: is|['’]s| are| was| were) (?:also|still|another|[A-ZÀ-Þ][^.;:]*,? or)\b"
)
_NAME = re.compile(r"(?<!^)\b[A-ZÀ-Þ][\w’'-]+")
_NOUN = re.compile(r"\s+[a-z]{3,}")
_OF_ANYTHING = re.compile(  # what “this case” or “these issues” are, nobody can tell
    r"\s+(?:\w+ )?(?:case|situation|issue|matter|regard|respect|context|process|evidence|instance|"
    r"question|problem|point|idea|effort|work|kind|sort|type|thing)s?\b"
)
_EARLY = 8
_EXPLAINED = re.compile(r"[:;] (?:\S+ ){5}")


@in_other_languages(foreign.points_back)
def points_back(sentence: str) -> bool:
    """Whether the sentence opens with a word that points to the one before it."""
    plain = sentence.lstrip("\"“”„«‘'… ")
    opening = plain[:1].upper() + plain[1:]
    return bool(_POINTS_BACK.match(opening) or _COUNTS.match(opening))


def without_conjunction(sentence: str) -> str:
    """The sentence without an opening “And”, “But” or “Of course”, which loses nothing."""
    if isinstance(sentence, Words) or not _CONJUNCTION.match(sentence):
        return sentence  # as it came, its language kept
    rest = _CONJUNCTION.sub("", sentence, count=1)
    again = _CONJUNCTION.match(rest[0].upper() + rest[1:])  # “And, finally, …”
    return rest[again.end() :] if again else rest


@in_other_languages(foreign.loose_ends)
def loose_ends(sentence: str) -> int:
    """How many words refer to something that the sentence itself does not name.

    A pronoun counts if nothing before it in the sentence could be meant; ``this``,
    ``such`` and their like always count; ``it is clear that`` and ``there is`` do not.
    """
    plain = _EXPLETIVE.sub(lambda match: " " * len(match.group()), sentence)
    pointing = sum(not _is_told(match, plain) for match in _DEMONSTRATIVE.places(plain))
    pointing += sum(_points_out(match) for match in _THAT_THING.finditer(plain))
    if "one" in plain.lower():
        pointing += sum(1 for _ in _ONE.finditer(plain))
    pointing += len(_LACKS_NOUN.findall(plain)) + len(_HERE.findall(plain))
    pointing += bool(_ONE_MORE.search(sentence.replace("There", "there", 1)))
    return unresolved(plain) + pointing


def _points_out(match: re.Match[str]) -> bool:
    """Whether ``that`` points to a thing (``support that measure``) and opens no clause."""
    before, after = match["before"].casefold(), match["noun"]
    when = kind(after) == "time"  # “that night” tells itself
    return before not in _TAKE_A_CLAUSE and tag_of(after) == "NN" and not when


def _is_told(match: re.Match[str], sentence: str) -> bool:
    """Whether ``this area`` comes late enough for the sentence itself to say which one."""
    if _EXPLAINED.match(sentence, match.end()):  # “some like this; they believe that …”
        return True
    describes = match.group().casefold() in {"this", "these", "those", "such"}
    before = sentence[: match.start()]
    return (
        describes
        and count(before) >= _EARLY
        and len(_NAME.findall(before)) > 1
        and bool(_NOUN.match(sentence, match.end()))
        and not _OF_ANYTHING.match(sentence, match.end())
    )
