"""The words that checks look for, by language: absolute and vague terms, negations, roles.

Every entry is an alternative of a regular expression over whole words, case ignored. A
language without a table gets the checks that need no words.
"""

import re
from collections.abc import Mapping
from functools import cache, cached_property


class Terms:
    """What the words of one language mean to the checks; ``None`` where nothing is known.

    A pattern is made when it is asked for: of a bank's questions many checks ask none.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        """``words`` are the alternatives of each pattern, by its name."""
        self._words = words

    def _pattern(self, name: str) -> re.Pattern[str] | None:
        alternatives = self._words.get(name)
        if alternatives is None:
            return None
        return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)

    @cached_property
    def others(self) -> re.Pattern[str] | None:
        """An option that speaks of the other options."""
        return self._pattern("others")

    @cached_property
    def absolute(self) -> re.Pattern[str] | None:
        """A word that leaves no exception."""
        return self._pattern("absolute")

    @cached_property
    def vague(self) -> re.Pattern[str] | None:
        """A word that means another amount to everybody."""
        return self._pattern("vague")

    @cached_property
    def negative(self) -> re.Pattern[str] | None:
        """A stem that asks for what is not so."""
        return self._pattern("negative")

    @cached_property
    def no(self) -> re.Pattern[str] | None:
        """A word that turns a statement into its opposite."""
        return self._pattern("no")

    @cached_property
    def hedge(self) -> re.Pattern[str] | None:
        """The end of words that make the number behind them inexact."""
        return self._pattern("hedge")

    @cached_property
    def asks(self) -> re.Pattern[str] | None:
        """The start of a stem that asks or orders."""
        return self._pattern("asks")

    @cached_property
    def says(self) -> re.Pattern[str] | None:
        """Words that say whose claim a statement is."""
        return self._pattern("says")

    @cached_property
    def role(self) -> re.Pattern[str] | None:
        """The label of somebody unnamed."""
        return self._pattern("role")

    @cached_property
    def about_form(self) -> re.Pattern[str] | None:
        """A stem about spelling or grammar, whose options differ in form on purpose."""
        return self._pattern("about_form")


_WORDS = {
    "en": {
        "others": r"(?:all|none|both|neither|any|some|two) of (?:the |these|those|them)"
        r"(?: ?(?:above|below|others?|answers?|options?|choices))?(?: (?:is|are) \w+)?",
        "absolute": r"always|never|all|none|only|every|must|nothing|everyone|nobody|impossible",
        "vague": r"(?:usually|often|sometimes|frequently|rarely|seldom|generally|"
        r"(?<!how )(?<!as )(?<!so )(?<!too )(?<!not )many)"
        r"(?! (?:called|known|referred|named|used|associated|described|considered|said|held))",
        "negative": r"not|except|least|never|cannot|\w+n[’']t",
        "no": r"not|no|never|nor|without|nobody|nothing|none|neither|cannot|\w+n[’']t",
        "hedge": r"about|around|some|nearly|almost|at least|at most|more than|less than|fewer than"
        r"|over|under|up to|several|roughly|approximately|close to|or so|between|circa",
        "asks": r"who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|"
        r"could|will|would|has|have|had|should|may|must|complete|choose|pick|select|fill|name|"
        r"find|match|order|put|true|mark|tick|according|in|on|at|of|from|to|for|with|by|under",
        "says": r"according to|says?|said|states?|stated|claims?|claimed|told|tells|argues?|argued|"
        r"believes?|writes?|wrote|in the (?:text|transcript|opinion|view|words)|as \w+ puts? it",
        "role": r"question(?:er)?s?|q|a|answers?|remarks?|repl(?:y|ies)|voices?|audience|"
        r"reporters?|journalists?|correspondents?|moderator|operator|host|guest|interviewer|"
        r"interviewee|narrator|announcer|spokes(?:man|woman|person)|the witness|witness|"
        r"the court|callers?|(?:hon\.? )?members|(?:speaker|participant|panell?ist) ?#?\d*|"
        r"un(?:identified|known|named)\b.*",
        "about_form": r"noun|verb|adjective|grammar\w*|spell\w*|spelt|capital (?:letter|or)\w*|"
        r"written|punctuat\w+|abbreviat\w+|acronym|symbol|formula|apostrophe|commas?|hyphen\w*|sentences?",
    },
    "de": {
        "others": r"(?:alle|keine[rs]?|beide|jede[rs]?) (?:der|von|davon|dieser)?\s*"
        r"(?:oben|genannten?|obigen|antworten|beiden|diesen|anderen)\b.*|alles davon|"
        r"(?:alle|keine)[rs]? (?:davon|von ihnen)|alle antworten sind \w+",
        "absolute": r"immer|nie|niemals|alle|alles|keine[rs]?|nur|jede[rs]?|nichts|niemand",
        "vague": r"meistens|oft|manchmal|häufig|selten|gewöhnlich|üblicherweise|viele|einige",
        "negative": r"nicht|kein(?:e[mnrs]?)?|außer|niemals|nie|am wenigsten",
        "no": r"nicht|kein(?:e[mnrs]?)?|nie|niemals|ohne|niemand|nichts|weder",
        "hedge": r"etwa|ungefähr|rund|fast|beinahe|mindestens|höchstens|mehr als|weniger als|über|"
        r"unter|bis zu|mehrere|circa|ca\.|gegen|zwischen|knapp|gut",
        "says": r"laut|zufolge|nach|sagt|sagte|meint|meinte|behauptet|behauptete|erklärt|erklärte",
        "role": r"frage|zuruf|antwort|moderator(?:in)?|sprecher(?:in)?(?: \d+)?|unbekannt.*|"
        r"journalist(?:in)?|publikum|zwischenruf",
        "about_form": r"nomen|verb|adjektiv|wortart\w*|geschrieben|schreibt man|rechtschreib\w+|"
        r"groß|komma|abkürzung|formel|symbol|satz|sätze",
    },
    "fr": {
        "others": r"(?:toutes?|tous|aucune?|les deux|ni l’une? ni l’autre|n’importe laquelle)"
        r"(?: (?:les|des|ces|de ces))?(?: (?:réponses?|propositions?|options?|deux))?"
        r"(?: (?:ci-dessus|précédente?s?|ci-dessous))",
        "absolute": r"toujours|jamais|tous|toutes|aucune?|seulement|uniquement|chaque|rien",
        "vague": r"souvent|parfois|généralement|fréquemment|rarement|habituellement|beaucoup",
        "negative": r"ne|n’\w+|n'\w+|sauf|excepté|jamais|le moins",
        "no": r"pas|jamais|sans|rien|personne|aucune?|ni",
        "hedge": r"environ|près de|presque|au moins|au plus|plus de|moins de|jusqu’à|jusqu'à|"
        r"plusieurs|quelque|à peu près|entre|autour de|quasi",
        "says": r"selon|d’après|d'après|dit|affirme|déclare|pense|estime|a dit|pour",
        "role": r"question|remarque|réponse|animat(?:eur|rice)|journaliste|intervenante?(?: \d+)?|"
        r"inconnue?|le public|voix",
        "about_form": r"nom|verbe|adjectif|grammair\w*|orthograph\w*|écri(?:t|te|re)|majuscule|"
        r"virgule|abréviation|formule|symbole|phrases?",
    },
    "es": {
        "others": r"(?:todas?|todos|ninguna|ninguno|ambas|ambos|cualquiera)"
        r"(?: (?:las?|los|de las?|de los|de ellas|son))*"
        r"(?: (?:respuestas?|opciones|anteriores|correctas|dos))+",
        "absolute": r"siempre|nunca|todos|todas|ningún|ninguna|ninguno|solo|sólo|solamente|cada|"
        r"nada|nadie",
        "vague": r"a menudo|a veces|generalmente|frecuentemente|raramente|normalmente|muchos|"
        r"muchas|algunos|algunas",
        "negative": r"no|excepto|salvo|nunca|menos",
        "no": r"no|nunca|sin|nada|nadie|ningún|ninguna|ninguno|ni|jamás",
        "hedge": r"unos|unas|alrededor de|cerca de|casi|al menos|por lo menos|como máximo|más de|"
        r"menos de|hasta|varios|varias|aproximadamente|entre",
        "says": r"según|dice|dijo|afirma|afirmó|declara|declaró|cree|opina|para",
        "role": r"pregunta|comentario|respuesta|moderador(?:a)?|periodista|participante(?: \d+)?|"
        r"desconocid[oa]|público|voz",
        "about_form": r"sustantivo|verbo|adjetivo|gramátic\w*|ortograf\w*|escrib\w+|escrit[oa]|"
        r"mayúscula|coma|abreviatura|fórmula|símbolo|frases?|oraci\w+",
    },
    "ru": {
        "others": r"(?:все|всё|ни од\w+|оба|обе|любой|ничего)(?: (?:из|варианты|ответы|верны\w*))*"
        r"(?: (?:перечисленн\w+|вышеперечисленн\w+|вариант\w*|ответ\w*|них|этого|верн\w+))+",
        "absolute": r"всегда|никогда|все|всё|только|каждый|каждая|ничего|никто|исключительно",
        "vague": r"обычно|часто|иногда|редко|как правило|многие|некоторые",
        "negative": r"не|кроме|никогда|наименее|нельзя",
        "no": r"не|нет|никогда|без|никто|ничего|ни|нельзя",
        "hedge": r"около|примерно|почти|более|менее|больше|меньше|свыше|до|приблизительно|порядка|"
        r"не менее|не более|несколько|минимум|максимум|между|чуть",
        "says": r"по словам|по мнению|согласно|говорит|сказал\w*|заявил\w*|считает|утверждает",
        "role": r"вопрос|реплика|ответ|ведущ(?:ий|ая)|журналист(?:ка)?|из зала|голос|"
        r"участни(?:к|ца)(?: \d+)?|неизвестн\w+",
        "about_form": r"существительн\w+|глагол\w*|прилагательн\w+|пиш\w+|написан\w+|буква|букв\w*|"
        r"запят\w+|сокращени\w+|аббревиатур\w+|формул\w+|символ\w*|предложени\w+",
    },
}


@cache
def terms(language: str) -> Terms:
    """The terms of a language; none where quizgen has no table for it."""
    return Terms(_WORDS.get(language.casefold().split("-")[0], {}))
