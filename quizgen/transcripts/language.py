"""Which language a transcript is in, told by its commonest little words."""

import re
from collections.abc import Iterable

from quizgen.model.transcript import Turn

_LITTLE = {
    "en": "the and of to that is it we you for this have with was are not they be as on but what",
    "de": "der die das und ist nicht ich wir sie zu den von mit es ein eine auf für dass haben",
    "fr": "la le les et des est que vous nous pas dans un une je qui pour sur avec ce il du",
    "es": "el la los las que de es en una por con para no se lo como más pero su usted muy",
    "it": "il che di la è non per un una sono con si ma anche della questo come più gli dei",
    "pt": "o que de não uma com para os as é em se mas por mais como do da você isso",
    "nl": "de het een en van dat is niet ik wij te op voor met zijn maar ook die er aan",
    "ru": "и в не на что это с я как мы он вы по но а у так же из к они",
    "uk": "і в не на що це з я як ми він ви по але а у так та до та є",
    "pl": "i w nie na że to się z jest jak do ale co o tak są za od po",
}
_TABLE = {language: frozenset(words.split()) for language, words in _LITTLE.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 4000


def of(turns: Iterable[Turn]) -> str:
    """The language of the turns' text as a two-letter code; English where nothing tells."""
    sample, size = [], 0
    for turn in turns:
        sample.append(turn.text[:_ENOUGH])
        size += len(sample[-1])
        if size > _ENOUGH:
            break
    words = _WORD.findall(" ".join(sample)[:_ENOUGH].casefold())
    scores = {language: sum(w in little for w in words) for language, little in _TABLE.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] > scores["en"] else "en"
