"""What makes a sentence hang on others, in languages other than English.

The same signs as in ``clarity``, which is English: openings that point back, pronouns,
first and second persons, addresses, courtesies. German, French, Russian, Spanish; a language
without a table keeps to the signs that need no words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

_CASED = 0  # flags of patterns in which a capital letter matters
_FOLDED = re.IGNORECASE


@dataclass(frozen=True, slots=True)
class Tongue:
    """The signs of one language; None where nothing is known of it."""

    points_back: re.Pattern[str] | None = None
    """A first word that points to the sentence before."""
    refers: re.Pattern[str] | None = None
    """A word that stands for something named elsewhere."""
    itself: re.Pattern[str] | None = None
    """A first or second person."""
    addresses: re.Pattern[str] | None = None
    courtesy: re.Pattern[str] | None = None
    about_the_talk: re.Pattern[str] | None = None
    """Words about the conversation itself, its order and its questions."""


@cache
def tongue(language: str) -> Tongue:
    """The signs of a language; its patterns are made when it is first met."""
    return _TONGUES.get(language, Tongue)()


def _opening(words: str) -> re.Pattern[str]:
    return re.compile(rf"^[\"“„«‘'(¿¡—–\s-]*(?:{words})(?!\w)", _FOLDED)


def _word(words: str, flags: int = _FOLDED) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", flags)


_TONGUES: dict[str, Callable[[], Tongue]] = {
    "de": lambda: Tongue(
        points_back=_opening(
            "er|sie|es|das|dies|diese[mnrs]?|dieser|jene[mnrs]?|da|dort|hier|dann|deshalb|deswegen|"
            "daher|darum|damit|dabei|dazu|dafür|dagegen|dadurch|daran|darauf|darin|darüber|und|"
            "aber|oder|sondern|denn|also|auch|doch|ja|nein|so|solche[mnrs]?|trotzdem|dennoch|"
            "außerdem|ferner|zweitens|drittens|schließlich|nun|jetzt|sein|seine[mnrs]?|ihre?[mnrs]?|"
            "ihm|ihn|ihnen|beide|letztere[rs]?|erstere[rs]?|zum beispiel|insofern|insoweit"
        ),
        refers=_word(
            "er|ihn|ihm|sie|ihnen|sein|seine[mnrs]?|ihre?[mnrs]?|dies|diese[mnrs]?|jene[mnrs]?|"
            "dort|da|hier|damit|dafür|dazu|davon|darüber|daran|darauf|dabei|dadurch|deshalb|daher|"
            "derselbe|dieselbe[n]?|dasselbe|solche[mnrs]?|es(?! (?:gibt|gab|ist|war|geht|wird|sei|"
            "handelt|heißt|bleibt|kommt|sind|wäre))"
        ),
        itself=_word(
            "ich|mich|mir|mein\\w*|wir|uns|unser\\w*|unsre\\w*|du|dich|dir|dein\\w*|euch|euer|eure\\w*"
            "|(?<=[^.!?…\\s] )(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)",
            _CASED,
        ),
        addresses=re.compile(
            r"\b(?:Herr|Frau|Herrn) (?:Präsident(?:in)?|Kolleg(?:e|in|en)|Bundes\w+|"
            r"Minister(?:in)?|Vorsitzende[r]?|Abgeordnete[r]?|Staatssekretär(?:in)?)\b|"
            r"\b(?:meine|sehr geehrte) Damen|"
            r"\b(?:liebe|verehrte|geehrte)[rn]? (?:Kolleg|Zuhörer|Gäste|Damen|Herr|Frau)|"
            r"\bKolleginnen und Kollegen\b",
            _FOLDED,
        ),
        courtesy=_word(
            "danke|vielen dank|herzlichen dank|guten (?:tag|morgen|abend)|willkommen|bitte|"
            "entschuldigung|auf wiedersehen|das wort hat|ich rufe|nächste frage|letzte frage"
        ),
        about_the_talk=_word(
            "(?:meine|ihre|diese|dieser|eine|letzte|nächste|weitere|erste) (?:frage|antwort)|"
            "das wort|zu wort|tagesordnung\\w*|drucksachen?|fragestunde|zusatzfragen?|redezeit|"
            "(?:sie|du) (?:haben|hast) (?:ja |eben |gerade )?(?:gesagt|gefragt|erwähnt)|wie gesagt|"
            "ich (?:möchte|will|darf|würde gern\\w*) (?:\\w+ ){0,3}(?:sagen|fragen|nachfragen|"
            "wissen|ansprechen|hinweisen|danken|bitten)|lassen sie mich|"
            "ich habe (?:noch )?eine frage"
        ),
    ),
    "fr": lambda: Tongue(
        points_back=_opening(
            "il|elle|ils|elles|ce|c['’]\\w+|cela|ça|ceci|cet|cette|ces|celui\\S*|celle\\S*|ceux\\S*|"
            "celles\\S*|là|ici|et|mais|ou|donc|or|car|ainsi|alors|aussi|puis|ensuite|enfin|oui|non|"
            "si|y|en|son|sa|ses|leur|leurs|lui|eux|pourtant|cependant|toutefois|néanmoins|"
            "d['’]ailleurs|de plus|en outre|par exemple|autrement|deuxièmement|troisièmement|"
            "parce que|c['’]est"
        ),
        refers=_word(
            "il(?! (?:y a|faut|fallait|faudra|est|était|s['’]agit|semble|existe|reste|suffit|"
            "importe|convient))|elle|ils|elles|lui|leur|leurs|eux|celui\\S*|celle\\S*|ceux\\S*|ce|cet|cette|ces|"
            "cela|ça|ceci|y|en(?= (?:a|ai|as|est|ont|avons|avez))|son|sa|ses|là|ici|"
            "(?:le|la|les) (?:même|mêmes|dernier|dernière)"
        ),
        itself=_word(
            "je|j|me|m|moi|mon|ma|mes|mien\\w*|nous|notre|nos|nôtre\\w*|tu|te|t|toi|ton|ta|tes|vous|"
            "votre|vos|vôtre\\w*"
        ),
        addresses=re.compile(
            r"\b(?:monsieur|madame|mademoiselle|messieurs|mesdames)\b(?:,| l[ea] | \w+,|$)|"
            r"\bchers? (?:collègues?|amis?|compatriotes)\b",
            _FOLDED,
        ),
        courtesy=_word(
            "merci|bonjour|bonsoir|s['’]il vous plaît|bienvenue|je vous en prie|au revoir|pardon|"
            "excusez|à vous|dernière question|question suivante"
        ),
        about_the_talk=_word(
            "(?:ma|votre|cette|la|une|dernière|première|autre) (?:question|réponse)|la parole|"
            "l['’]ordre du jour|vous (?:avez|venez de) (?:dit|dire|parlé|évoqué)|"
            "(?:comme )?je (?:l['’])?ai (?:déjà )?dit|je (?:voudrais|veux|vais|souhaite) (?:\\w+ )?"
            "(?:dire|demander|répondre|ajouter|revenir|rappeler|parler)|permettez-moi|laissez-moi"
        ),
    ),
    "es": lambda: Tongue(
        points_back=_opening(
            "él|ella|ellos|ellas|ello|esto|eso|aquello|este|esta|estos|estas|ese|esa|esos|esas|"
            "aquel|aquella|allí|ahí|aquí|y|e|pero|o|sino|pues|porque|así|entonces|también|luego|"
            "después|además|sin embargo|no obstante|por eso|por lo tanto|por tanto|por ejemplo|sí|"
            "no|su|sus|lo|la|los|las|le|les|segundo|tercero|finalmente|tal|tales|ambos|ambas"
            "(?= [^\\s]+[oa]n? )"
        ),
        refers=_word(
            "él|ella|ellos|ellas|ello|esto|eso|aquello|este|esta|estos|estas|ese|esa|esos|esas|"
            "aquel|aquella|allí|ahí|aquí|su|sus|suyo|suya|"
            "lo(?= \\w+(?:ó|aba|ía|emos|amos|imos)\\b)|"
            "le|les|(?:el|la|los|las) mism[oa]s?"
        ),
        itself=_word(
            "yo|me|mi|mis|mí|mío|mía|nosotros|nosotras|nos|nuestr[oa]s?|tú|te|ti|tu|tus|usted|"
            "ustedes|vosotros|os|vuestr[oa]s?|\\w+(?:amos|emos|imos)|estoy|soy|tengo|creo|quiero|"
            "puedo|he|voy|sé|digo|pienso"
        ),
        addresses=re.compile(
            r"\b(?:señor(?:a|ita|as|es)?|don|doña) (?:president[ea]|ministr[oa]|diputad[oa]|"
            r"senador(?:a)?)\b|\bseñoras y señores\b|\b(?:señor|señora|señorías?),|"
            r"\bqueridos? \w+s?,",
            _FOLDED,
        ),
        courtesy=_word(
            "gracias|buenos días|buenas (?:tardes|noches)|por favor|bienvenid[oa]s?|perdón|"
            "disculpe|adiós|hola|siguiente pregunta|última pregunta|tiene la palabra"
        ),
        about_the_talk=_word(
            "(?:mi|su|esta|la|una|última|primera|otra) (?:pregunta|respuesta)|la palabra|"
            "orden del día|usted (?:ha dicho|dijo|mencionó)|como (?:he|ha) dicho|"
            "(?:quiero|quisiera|voy a|me gustaría) (?:decir|preguntar|añadir|responder|recordar|"
            "hablar)|permítame|déjeme"
        ),
    ),
    "ru": lambda: Tongue(
        points_back=_opening(
            "он|она|оно|они|его|её|ее|их|ему|ей|им|это|этот|эта|эти|этого|этому|этой|этих|этим|"
            "тот|та|те|то|там|тут|здесь|тогда|потом|затем|поэтому|потому|и|а|но|или|да|нет|так|"
            "такой|такая|такое|такие|также|тоже|кроме того|к тому же|например|однако|впрочем|"
            "во-вторых|в-третьих|наконец|ведь|причём|причем|зато|значит|вот|оба|обе|там же"
        ),
        refers=_word(
            "он|она|оно|они|его|её|ее|их|ему|ей|него|неё|нее|них|нему|ним|ними|нём|нем|этот|эта|"
            "эти|этого|этому|этой|этих|этими|этом|этим|там|туда|тут|здесь|такой|такая|такое|такие|"
            "таких|тот|тому|тем|об этом|это(?=[,.;!?]|$)"
        ),
        itself=_word(
            "я|меня|мне|мной|мной|мой|моя|моё|мое|мои|моего|моей|моих|моим|мы|нас|нам|нами|наш\\w*|"
            "ты|тебя|тебе|тобой|твой|твоя|твои|вы|вас|вам|вами|ваш\\w*|[а-яё]{3,}(?:аем|яем|уем|"
            "юем|ем|им|ём)(?=[ ,.!?;])|думаю|считаю|хочу|могу|знаю|полагаю|скажу|говорю|прошу|вижу"
        ),
        addresses=re.compile(
            r"\b[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ович|евич|ич|овна|евна|ична|инична)[,!]|"
            r",\s*[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ович|евич|ич|овна|евна|ична)\b|"
            r"\b(?:[Уу]важаем(?:ый|ая|ые)|[Гг]осподин|[Гг]оспожа|[Дд]орогие|[Кк]оллеги|[Дд]рузья)\b"
        ),
        courtesy=_word(
            "спасибо|здравствуйте|пожалуйста|добрый (?:день|вечер)|доброе утро|благодарю|"
            "извините|до свидания|следующий вопрос|последний вопрос|прошу вас|будьте добры"
        ),
        about_the_talk=_word(
            "(?:мой|ваш|этот|первый|второй|последний|следующий|другой) вопрос|вопрос в том|"
            "слово (?:имеет|предоставляется)|повестк\\w+ дня|вы (?:уже )?(?:сказали|упомянули|"
            "говорили)|как я (?:уже )?(?:сказал|говорил)\\w*|(?:хочу|хотел бы|хотела бы) (?:\\w+ )?"
            "(?:сказать|спросить|добавить|ответить|напомнить|поговорить)|позвольте|разрешите"
        ),
    ),
}
