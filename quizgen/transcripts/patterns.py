"""The regular expressions of the shapes: where a label, its mark, its time and its text stand."""

from quizgen.transcripts.linestarts import LineStarts

_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ T]+)?"
STAMP = r"\d{1,3}:\d{2}(?::\d{2}){0,2}(?:[.,]\d{1,3})?(?:[ \u202f]?[AaPp]\.?[Mm]\.?)?"
TIMES = rf"{_DAY}{STAMP}(?: ?(?:-|–|—|-->|to) ?{STAMP})?"
_BLANK = r"[ \t\xa0\u3000\u200b\u200e\u200f\ufeff\f]"
_LEAD = rf"(?P<lead>{_BLANK}*+(?:(?P<bullet>[-*•·‣+–—>]|\#{{1,6}}|\d{{1,3}}[.)]){_BLANK}++)?+"
_TIMED = rf"(?P<time>(?:T ?[+-] ?)?[\[(<{{]?{TIMES}[\])>}}]?[ \t\xa0,|–—-]*+:?[ \t\xa0]*+)"
_MARK = r"(?P<mark>\*{1,3}+|_{1,3}+|>>+ ?+)"
_INSIDE = r"\((?:[^()\r\n]|\([^()\r\n]{0,100}\)){0,120}\)|\[[^\[\]\r\n]{0,120}\]"
_OTHER = r"\r\n:：*|<>{}\"“”„«»?!;=。，、！？；「」"  # what no name holds
_NICKNAME = r"[\"“][^\W\d_a-z][\w .'’-]{1,20}[\"”](?= [^\W\d_a-z])"
_RUN = rf"[^()\[\]{_OTHER}]{{1,200}}+(?=[(\[*:：\"“|])"  # longer ones, and others, go no further
_BAR = r"(?<= )\|(?= [^\W\d_])"  # an institution after a name
_LABEL = rf"(?P<label>(?![#/|])(?:{_RUN}|{_INSIDE}|{_NICKNAME}|{_BAR}){{1,6}}+|\?{{1,3}})"
_CLOSED = rf"(?:\*{{1,3}}+{_BLANK}*+(?:{_INSIDE})?+{_BLANK}*+)?+"


_EOL = r"(?=[\r\n]|\Z)"
_STARS = r"\*{0,3}"
_PARTED = r"[ \t\xa0]*[|–—,·•@:-]?[ \t\xa0]*"
_FORM_OF_ADDRESS = (
    r"(?:[Tt]he|THE|(?i:m[rsm]|mrs|mme|mlle|miss|dr|sen|rep|hon|lt|gen|col|sir|prof|sra?)"
    r"|[MOA]|(?:El|La|EL|LA) C)"
)

COLON = LineStarts(
    rf"(?![\r\n]){_LEAD}{_TIMED}?+{_MARK}?+){_LABEL}{_CLOSED}[:：](?P<close>[*_]{{0,3}}+)"
    rf"(?P<after>[^\S\r\n]++(?:[–-][ \t]++)?+|{_EOL}|(?=[^\W\d_])|(?=[(\[“„\"«—–…¿¡-]|\.\.))",
)
OFFICED = LineStarts(
    rf"(?P<lead>{_BLANK}*+)"
    rf"(?P<label>[^\W\d_a-zß-ÿ][^{_OTHER},.]{{2,40}}+(?:\.[^{_OTHER},.]{{2,30}}+)?+), "
    rf"(?P<office>[^\r\n:“”\"„«»?!]{{12,300}}+):(?P<after>[ \t]+|{_EOL})",
)
SENT = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<time>{TIMES})[ \t]+[Ff]rom[ \t]+)"
    r"(?P<label>[^\s:<>][^\r\n:<>]{0,80}?)"
    rf"(?:[ \t]+(?:[Tt]o|[Pp]rivately)\b[^:\r\n]{{0,90}})?[ \t]*:(?P<after>[ \t]+|{_EOL})",
)
BARE = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<mark>\*{{1,3}}+)?+)"
    rf"(?P<label>(?:[QAPRDFВО]|Question|Answer)[ ]?\d{{0,3}}){_STARS}+"
    r"(?P<after>[.\-–—)]{1,2}+[ \t\xa0]++|[ \t\xa0]++)(?=\S)",
)
NAME_TIME = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<bullet>[-*•>#]{{1,6}}{_BLANK}++)?+(?P<mark>\*{{1,3}}+)?+)"
    rf"(?:(?P<label>[^{_OTHER}\d\[(][^{_OTHER}\[(]{{0,60}}?(?:\([^()\r\n\d]{{0,60}}\))?+)"
    rf"{_STARS}{_PARTED}{_STARS}[\[(]?{TIMES}[\])]?{_STARS}:?"
    rf"|[\[(]?{TIMES}[\])]?{_STARS}{_PARTED}{_STARS}(?P<label2>[^{_OTHER}]{{1,60}}){_STARS}:?)"
    rf"(?P<after>{_BLANK}*\\?{_EOL})",
)
STAMPED = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<mark>\*{{1,3}}+)?+)(?P<label>[^{_OTHER}\d\[(][^{_OTHER}\[(]{{0,60}}?)"
    rf"{_STARS}[ \t\xa0]*[\[(]{TIMES}[\])]{_STARS}(?P<after>[ \t]+)(?=[^\s:])",
)
BOLD = LineStarts(
    rf"{_LEAD}{_TIMED}?+)\*\*(?P<label>[^\r\n:：*]{{1,60}}+)\*\*"
    r"(?P<after>[ \t\xa0]++(?:[–—-][ \t]++)?+)(?=\S)",
)
DOT = LineStarts(
    rf"(?P<lead>{_BLANK}*+[_*]{{0,2}}+)(?P<label>(?:{_FORM_OF_ADDRESS}\.?[ \xa0]++)*+"
    r"(?:[A-ZÀ-ÞА-Я]\.[ \xa0]?(?=[^\W\d_]))*+"
    r"(?:[^\W\d_](?:[^\W_]|['’\-])*+(?:\.[^\W\d_])*+\.?[ \xa0]++){0,9}?"
    r"[^\W\d_](?:[^\W_]|['’\-])*(?:\.[^\W\d_])?"
    r"(?:[ \xa0][A-ZА-ЯЁ]\.[ \xa0]?[A-ZА-ЯЁ](?:\.(?=,))?| of (?:[A-Z]\w+ ?){1,3}| \d{1,2})?"
    r"(?:[ ,]*\((?:[^()\r\n]|\r?\n(?=\S)){0,80}\))?(?:, [^.:\r\n]{3,90})?)"
    r"[_*]{0,2}\.[_*]{0,2}"
    rf"(?P<after>[ \xa0]*(?:—|–|--|-)[ \t\xa0]*(?=\S)|[ \t\xa0]++(?=\S)|[ \t\xa0]*{_EOL})",
)
DASH = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<bullet>[•*]{_BLANK}++)?+{_TIMED}?+(?P<mark>\*{{1,3}}+)?+)"
    rf"(?P<label>(?:[^{_OTHER}—–.()]|\([^()\r\n]{{0,160}}\)|(?<=\b[A-Z]R|RA|Sr|Dr|MS|Mr|Ms)\.|(?<=\b[A-ZА-ЯЁ])\.|(?<=RS|rs)\.){{1,80}}?"
    r"(?: - [A-ZÀ-Þ][A-ZÀ-Þ.'’]+(?: [A-ZÀ-Þ.'’]+){0,5}(?= - )){0,2}+)"
    rf"{_STARS}(?P<after>[ \t\xa0]+(?:—|–|--?|\|)[ \t\xa0]+|[—–][ \t\xa0]+|—|--"
    r"|(?:(?<=\b[A-Z][A-Z])|(?<=\b[A-Z][A-Z][A-Z]))-(?=[A-Z“\"]))(?=\S)",
)
ANGLE = LineStarts(
    rf"(?P<lead>{_BLANK}*+"
    rf"(?P<time>[\[(]?(?:\d{{4}}-\d\d-\d\d[T ]|[A-Z][a-z]{{2}} \d{{1,2}} )?{TIMES}[\])]?[ \t]*)?+)"
    r"(?:<[@+%~& ]?(?P<label>[^<>\s/!?][^<>\r\n/]{0,40})>"
    r"|(?P<label2>[^\W\d]\w{0,20}(?: \w{1,20})?)>)(?P<after>[ \t]*)",
)
LOG = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<time>[\dO][\dO_ .:]{{5,14}}[\dO_])[ \t]+)"
    r"(?P<label>[A-Z]{2,4}(?:[-/][A-Z0-9]{1,4})?)(?P<after>[ \t]+)(?=\S)",
)
_BIG = r"[^\W\d_a-zß-öø-ÿа-я]"  # nearly: alphabets with other small letters are asked later
CAPITALS = LineStarts(
    rf"(?P<lead>{_BLANK}*+)(?P<label>(?:{_BIG}\. ?)?{_BIG}(?:{_BIG}|['’.-]){{0,13}}{_BIG}"
    rf"(?: {_BIG}(?:{_BIG}|['’-]){{1,14}}){{0,2}}(?: \([^()\r\n]{{2,60}}\))?)"
    rf"(?P<after>[ \t]{{1,3}}(?:[–—-]{{1,2}}[ \t]+)?)"
    rf"(?=[\"“'(\[¿¡]{{0,2}}(?:{_BIG}[^\W\d_A-ZÀ-ÞА-Я]|[^\W\d_a-z'’]['’]"
    rf"|[AIOEYUVZKSАВИОСКУЯ][ ,!—]))",
)
COLUMN = LineStarts(
    rf"(?P<lead>{_BLANK}*+)(?P<label>[^\W\d_][^{_OTHER}\t]{{0,30}}?)(?P<after> {{2,3}})(?=\S)",
)
CLOCK = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<time>[\[(]?{TIMES}[\])]?(?:[ \t\xa0]*[,|–—-])?[ \t\xa0]++))"
    rf"(?P<label>[^\s{_OTHER}(\[–—|-][^\s{_OTHER}|]{{0,29}}+)(?P<after>[ \t\xa0]++)(?=[^\s|])",
)
HAN = LineStarts(
    r"(?P<lead>[ \t\u3000]*+)(?P<label>[\u4e00-\u9fff々ァ-ヶー]{1,8}[A-Z]?)"
    r"(?P<after>[ \u3000]{1,2})"
    r"(?=[\u3041-\u30ff\u4e00-\u9fff0-9０-９A-Z「『（(])",
)
GAP = LineStarts(
    rf"(?P<lead>{_BLANK}*+{_TIMED}?+)(?P<label>[^\W\d_][^{_OTHER}\t]{{0,40}}?)"
    r"(?P<after>\t+| {4,}|\xa0{3,})(?=\S)",
)
ALONE = LineStarts(
    rf"(?P<lead>{_BLANK}*+(?P<bullet>\#{{1,6}} ++)?+(?P<mark>\*{{1,3}}+|_{{1,2}}+)?+)"
    rf"(?P<label>[^\W_](?:[^{_OTHER}]{{0,80}}?))(?P<close>{_STARS}|_{{0,2}})"
    rf"(?:(?<=[_*])[ \t]+(?:{_INSIDE}))?+"
    rf"(?P<after>[ \t\xa0]*\\?{_EOL})",
)


RULED = LineStarts(
    r"-{10,}[ \t]*\r?\n(?P<lead>[ \t]*)(?P<label>[^\W_][^\r\n]{1,160}?)(?:[ \t]+\[\d{1,4}\])?"
    r"(?P<after>[ \t]*)(?=\r?\n[ \t]*-{10,})",
)
RULED_HEADING = LineStarts(
    r"={10,}[ \t]*\r?\n(?P<heading>[^\W_][^\r\n]*)\r?\n[ \t]*[-=]{10,}[ \t]*(?=[\r\n]|\Z)"
)


BRACKETS = LineStarts(
    rf"(?P<lead>[ \t\xa0\u3000]*+)(?:[【〔](?P<label>[^【】〔〕\r\n]{{1,40}}+)[】〕]"
    rf"|[(（\[{{](?P<label2>[^()（）\[\]{_OTHER}]{{1,40}}+)[)）\]}}])(?P<after>[ \t\u3000]*)(?=\S)",
)


CIRCLE = LineStarts(
    r"(?P<lead>[ \t\u3000]*+[○◯●◎◆◇■□])[ \t]*"
    rf"(?P<label>[^\s{_OTHER}]{{1,30}}?(?: [^\s{_OTHER}]{{1,12}})?"
    r"(?:[(（][^()（）\r\n]{1,30}[)）])?)"
    r"(?P<after>\u3000+|\t+| {2,})(?=\S)",
)


SECTION = LineStarts(
    r"(?P<lead>[ \t]*+§)[ \t]*(?P<label>[^\r\n§]{2,70}?(?:\)(?=\S)|\)(?=[ \t])"
    r"|[a-z](?<!Mc)(?<!Mac)(?=[A-Z“\"])))(?P<after>[ \t]*)(?=\S)",
)
