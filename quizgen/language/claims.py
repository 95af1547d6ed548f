"""What a sentence does: whether it takes a position, or tells a bare fact or one's own life.

Whose words these are is worth remembering where somebody judges, objects, promises or
explains; a fact that anybody might have mentioned marks nobody.
"""

import re

from quizgen.language import foreign
from quizgen.language.words import Words, in_other_languages

_MARKS = {
    "denies": (
        r"not|\w+n['’]t|no|nothing|nobody|never|none|nor|neither|cannot|but|however|although|"
        r"though|despite|while|whereas|rather|instead|yet|only|without|unless|except|far from|"
        r"hardly|even|still|regardless|merely|already"
    ),
    "demands": (
        r"should|must|needs?|ought|ha(?:ve|s|d) to|want(?:s|ed)? to|let|shall|require[sd]?|"
        r"deserves?|supposed to|responsib\w+|duty|right to|committed|determined|ready to|"
        r"prepared to|able to"
    ),
    "judges": (
        r"too|enough|importan\w+|critical(?:ly)?|crucial|essential|vital|best|worst|"
        r"better|worse|good|great|bad|wrong|fair|unfair|danger\w*|difficult\w*|hard(?:er|"
        r"est)?|easy|easier|impossible|possible|necessary|unacceptable|clear(?:ly)?|"
        r"\w*fortunate(?:ly)?|sad(?:ly)?|happ(?:y|ily)|serious(?:ly)?|significant\w*|"
        r"real(?:ly)?|very|so \w+ that|such an?|terrible|misguided|powerful|strong(?:er|est|"
        r"ly)?|weak\w*|success\w*|fail\w*|fals[ei]\w*|true|truth|lies?|proud|afraid|worr\w+|"
        r"concern(?:s|ed)?|dispropor\w+|devastat\w+|tremendous\w*|incredibl\w+|wonderful|perfect\w*|"
        r"ridiculous|shame\w*|tragic|absolute(?:ly)?|entire(?:ly)?|complete(?:ly)?|huge|"
        r"interest(?:ing|ed)|excit\w+|useful|useless|helpful|valuable|unpopular|popular|"
        r"greatly|threat\w*|problem\w*|burden\w*|harm\w*|advantage\w*|"
        r"mistake\w*|promis\w+"
    ),
    "compares": (
        r"(?:more|less|fewer)(?! than \d)|most|least|"
        r"(?<!more )(?<!less )(?<!fewer )than|as \w+ as|every|everyone|everybody|everything|all|"
        r"always|any|biggest|largest|greatest|highest|lowest|\w{3,}iest|equal(?:ly)?|similar\w*|"
        r"unlike|different(?:ly)?|same|both|alone|enough|many"
    ),
    "reasons": (
        r"think|believe|feel|hope|expect|doubt|trust|convinced|opinion|agree|disagree|"
        r"because|therefore|thanks to|due to|reason|leads? to|means?|in order to|so that|if|"
        r"would|could|might|may|depend\w*|hoping|ultimate(?:ly)?|will|['’]ll|going to|in fact|"
        r"indeed|of course|obviously|surely|certainly|probably|frankly"
    ),
    "plays of old": r"thou|thee|thy|thine|hath|doth|'?tis|'?twas|ye",
}
_STANDS = tuple(
    re.compile(rf"(?<![\w’'])(?:{words})(?!\w)", re.IGNORECASE) for words in _MARKS.values()
)
_ENDING = re.compile(r"\w+n['’]t\b|\w['’]ll\b", re.IGNORECASE)
_OF_ONESELF = re.compile(
    r"\bI (?:was born|grew up|graduated|studied|live in|lived in|worked (?:at|for|in|as|on)|"
    r"work (?:at|for|in|as|on)|joined|started (?:out|my|working|writing|playing|at)|"
    r"began (?:writing|playing|working)|went to (?:school|college|university)|majored|"
    r"used to (?:work|live|play))\b"
    r"|\bI(?:['’]m| am) (?:an? |the |currently |also |one of the |from |based )"
    r"(?!bit\b|little\b|big\b|huge\b|great\b|strong\b|firm\b|believer\b|fan\b)"
    r"|\b[Mm]y (?:name|mom|mum|mother|dad|father|wife|husband|kids?|children|sons?|daughters?|"
    r"parents|brother|sister|family|grand\w+|childhood|career|background|birthday|hometown|dog|cat|"
    r"first job|day job|spare time|free time)\b"
    r"|\b(?:when I was|as a (?:kid|child|boy|girl|teenager|student)|years old)\b"
    r"|\bI(?:['’]ve| have) been (?:involved|working|doing|writing|living)\b"
)
_GENERAL = {
    "de": r"nicht|kein\w*|nie|aber|sondern|jedoch|obwohl|trotz|nur|ohne|statt|muss|müssen|soll\w*|"
    r"darf|dürfen|wichtig\w*|besser\w*|schlecht\w*|gut\w*|mehr|weniger|als|weil|denn|deshalb|damit|"
    r"wenn|würde\w*|könn\w+|wird|werden|will|wollen|glaube|hoffe|leider|sehr|zu|alle\w*|jede\w*|"
    r"immer|richtig\w*|falsch\w*|entweder|selbstverständlich|erfreulicherweise|größte\w*",
    "fr": r"n['’]\w+|ne|pas|jamais|aucune?|mais|cependant|pourtant|malgré|seulement|sans|plutôt|"
    r"doit|doivent|devons|faut|important\w*|meilleure?s?|pire|mal|bien|plus|moins|trop|très|parce|"
    r"car|donc|si|serait|pourrait|croi[st]|pense\w*|espère|toute?s?|tous|toujours|chaque|grande?s?",
    "es": r"no|nunca|ningún|ninguna|nada|pero|sino|aunque|solo|sólo|sin|debe\w*|hay que|"
    r"importante\w*|mejor\w*|peor\w*|mal|bien|más|menos|muy|demasiado|porque|por eso|si|sería|"
    r"podría\w*|creo|"
    r"pienso|todos?|todas?|siempre|cada|grande?s?|únic[oa]|va a|van a|significa\w*|para que",
    "ru": r"не|нет|ни|никогда|но|однако|хотя|только|без|должн\w+|нужно|надо|важн\w+|лучш\w+|хуж\w+|"
    r"плох\w+|хорош\w+|больше|меньше|очень|слишком|потому|поэтому|если|бы|может|могут|думаю|"
    r"считаю|надеюсь|вс[её]|всегда|каждый|самы\w+|будет|будут",
}
_ELSEWHERE = {
    code: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for code, words in _GENERAL.items()
}


def _stands_elsewhere(sentence: Words) -> int:
    known = _ELSEWHERE.get(sentence.language)
    return len({match.group().casefold() for match in known.finditer(sentence)}) if known else 1


@in_other_languages(_stands_elsewhere)
def stands(sentence: str) -> int:
    """In how many ways a sentence takes a position; nought for a bare fact."""
    found = sum(bool(pattern.search(sentence)) for pattern in _STANDS)
    return found + bool(_ENDING.search(sentence))


@in_other_languages(foreign.nothing)
def is_about_oneself(sentence: str) -> bool:
    """Whether a speaker tells his or her own life, which marks nobody but the guest."""
    return bool(_OF_ONESELF.search(sentence))
