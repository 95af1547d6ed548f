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
    points_out: re.Pattern[str] | None = None
    """Words that point outside whatever stands before them: ``dazu``, ``ein solches``."""
    demonstrates: re.Pattern[str] | None = None
    """A demonstrative, told only where much of the sentence stands before it."""
    itself: re.Pattern[str] | None = None
    """A first or second person."""
    addresses: re.Pattern[str] | None = None
    courtesy: re.Pattern[str] | None = None
    about_the_talk: re.Pattern[str] | None = None
    """Words about the conversation itself, its order and its questions."""
    evades: re.Pattern[str] | None = None
    """Words of an answer that puts the matter off."""


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
            "außerdem|ferner|zweitens|drittens|schließlich|nun|jetzt|sein|seine[mnrs]?|"
            "ihre?[mnrs]?|"
            "ihm|ihn|ihnen|beide|letztere[rs]?|erstere[rs]?|zum beispiel|insofern|insoweit|"
            "dahinter|danach|davor|daneben|hier\\w+|demnach|demgegenüber|somit|mithin|erstens|"
            "ebenso|"
            "ebenfalls|(?:ein(?:e[mnrs]?)? )?(?:weitere|andere)[mnrs]?|"
            "(?:in|aus|auf|an|bei|mit|nach|von|zu|zur|zum|für|über|unter|vor|durch|gegen|um|seit|"
            "wegen|trotz) (?:dies|jen|solch|dem zusammenhang)\\w*|"
            "(?:de[rnm]|die|das) (?:erste|zweite|dritte|letzte|andere)[nrs]?"
            "(?= (?:ist|sind|war|waren|hat|haben))|\\S+ prozent(?= (?:haben|sind|waren|hatten))"
        ),
        refers=_word("er|ihn|ihm|sie|ihnen|sein|seine[mnrs]?|ihre?[mnrs]?"),
        points_out=_word(
            "(?:da(?:mit|für|zu|von|rüber|ran|rauf|bei|durch|gegen|nach|hinter|vor|rin|rum|runter)|"
            "hier(?:mit|für|zu|von|über|bei|durch|nach)|dort|da|deshalb|deswegen|daher)"
            "(?!,? (?:dass|ob|wie|wo|was|wer|wann|warum|welche|zu)\\b)|"
            "(?:ein(?:e[mnrs]?)? )?solche[mnrs]?|derartige[mnrs]?|derselbe|dieselbe[n]?|dasselbe|"
            "(?:jede|alle|die|de[rmn]|das|eine?) andere[mnrs]?(?! als)|"
            "es(?! (?:gibt|gab|ist|war|geht|wird|sei|handelt|heißt|bleibt|kommt|sind|wäre))"
            "(?<!gibt es)(?<!gab es)(?<!geht es)(?<!ist es)(?<!war es)(?<!handelt es)(?<!wird es)|"
            "das(?= (?!heißt)[a-zäöüß]+(?<!e) )"
        ),
        demonstrates=_word("dies|diese[mnrs]?|jene[mnrs]?"),
        itself=_word(
            "[Ii]ch|[Mm]ich|[Mm]ir|[Mm]ein\\w*|[Ww]ir|[Uu]ns|[Uu]ns(?:e?r)\\w*|[Dd]u|[Dd]ich|"
            "[Dd]ir|"
            "[Dd]ein\\w*|[Ee]uch|[Ee]uer|[Ee]ure\\w*"
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
            "die frage|der frage|anfrage|das wort|zu wort|tagesordnung\\w*|drucksachen?|"
            "fragestunde|zusatzfragen?|redezeit|"
            "(?:sie|du) (?:haben|hast) (?:ja |eben |gerade )?(?:gesagt|gefragt|erwähnt)|wie gesagt|"
            "ich (?:möchte|will|darf|würde gern\\w*) (?:\\w+ ){0,3}(?:sagen|fragen|nachfragen|"
            "wissen|ansprechen|hinweisen|danken|bitten)|lassen sie mich|"
            "ich habe (?:noch )?eine frage"
        ),
        evades=_word(
            "zu gegebener zeit|nicht (?:bekannt|entschieden|abgeschlossen)|weiß (?:ich )?nicht|"
            "kann ich (?:ihnen )?(?:\\w+ )?nicht (?:sagen|beantworten|bestätigen)|wird (?:\\w+ )?"
            "geprüft|keine auskunft|keine (?:eigenen )?erkenntnisse|liegen (?:\\w+ )*keine|"
            "gute frage|positionieren|im gespräch"
        ),
    ),
    "fr": lambda: Tongue(
        points_back=_opening(
            "il|elle|ils|elles|ce|c['’]\\w+|cela|ça|ceci|cet|cette|ces|celui\\S*|celle\\S*|"
            "ceux\\S*|"
            "celles\\S*|là|ici|et|mais|ou|donc|or|car|ainsi|alors|aussi|puis|ensuite|enfin|oui|non|"
            "si|y|en|son|sa|ses|leur|leurs|lui|eux|pourtant|cependant|toutefois|néanmoins|"
            "d['’]ailleurs|de plus|en outre|par exemple|autrement|deuxièmement|troisièmement|"
            "parce que|c['’]est|(?:dans|à|de|pour|sur|par|avec|en|sous) (?:ce|cet|cette|ces|cela)|"
            "(?:un|une) autre|d['’]autres|l['’]autre|les autres|"
            "(?:les? )?(?:\\w+ )?(?:tiers|quarts?|cinquièmes|dixièmes)(?! d(?:es?|u)\\b| d['’])|"
            "\\S+ pour cent(?! d(?:es?|u)\\b| d['’])|"
            "la moitié(?! d(?:es?|u)\\b| d['’])|(?:le|la|les) (?:premi(?:er|ère)|second|"
            "troisième|derni(?:er|ère))\\w*"
            "(?= (?:est|sont|a|ont|était|étaient|sera))|les? \\w+er (?=\\w+(?:rait|raient|a|est))"
        ),
        points_out=_word(
            "(?:je|tu|on|nous|vous|ils?|elles?|ne|qui) (?:l['’]|(?:le|la|les|lui|leur|en) )\\w+|"
            "(?:le|la|les) (?:faire|dire|voir|savoir|prendre|mettre|rendre|supprimer)|"
            "(?:un|une|de) tel(?:le)?s?|pareil(?:le)?s?"
        ),
        refers=_word(
            "il(?! (?:y a|faut|fallait|faudra|est|était|s['’]agit|semble|existe|reste|suffit|"
            "importe|convient))|elle|ils|elles|lui|leur|leurs|eux|celui\\S*|celle\\S*|ceux\\S*|"
            "y|en(?= (?:a|ai|as|est|ont|avons|avez))|son|sa|ses|là|ici|"
            "(?:le|la|les) (?:même|mêmes|dernier|dernière)"
        ),
        demonstrates=_word(
            "(?:ce|cet|cette|ces)(?! (?:qu[ei]|qu['’]|dont|à|année|semaine|mois|jour|matin|soir|"
            "nuit|"
            "moment|siècle|été|hiver|printemps|automne))|cela|ça|ceci"
        ),
        itself=_word(
            "je|j|me|m|moi|mon|ma|mes|mien\\w*|nous|notre|nos|nôtre\\w*|tu|te|t|toi|ton|ta|tes|"
            "vous|"
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
        evades=_word(
            "je ne sais pas|on verra|nous verrons|je ne (?:peux|puis) pas (?:vous )?(?:dire|"
            "répondre)|"
            "bonne question|en temps voulu|à l['’]étude"
        ),
    ),
    "es": lambda: Tongue(
        points_back=_opening(
            "él|ella|ellos|ellas|ello|esto|eso|aquello|este|esta|estos|estas|ese|esa|esos|esas|"
            "aquel|aquella|allí|ahí|aquí|y|e|pero|o|sino|pues|porque|así|entonces|también|luego|"
            "después|además|sin embargo|no obstante|por eso|por lo tanto|por tanto|por ejemplo|sí|"
            "no|su|sus|lo|la|los|las|le|les|segundo|tercero|finalmente|tal|tales|ambos|ambas"
            "(?= [^\\s]+[oa]n? )|otr[oa]s?|(?:en|de|a|por|para|con|sobre) (?:est|es|aquel)\\w{1,3}|"
            "(?:es|era|fue|será)(?! (?:cierto|importante|necesario|posible|verdad|evidente|claro|"
            "fundamental|difícil|fácil|imposible|probable|obvio|preciso) )|"
            "(?:son|eran|fueron|está|están|estaba|puede|pueden|tiene|tienen|tenía|hace|hacen|va|"
            "van|"
            "ha|han|debe|deben|existía)|\\w{3,}(?:rá|rán|ría|rían|aba|aban|ó|aron|ieron)|"
            "comparad[oa]s?|(?:la|el) (?:primer|segund|tercer|últim|otr)[oa](?= (?:es|está|fue|"
            "era))|"
            "(?:más del? |menos del? )?\\S+ por ciento(?! de)|la mitad(?! de)"
        ),
        points_out=_word("tales|tal(?! (?:vez|como))|dich[oa]s?|semejantes?|así(?=[,.;])"),
        refers=_word(
            "él|ella|ellos|ellas|su|sus|suyo|suya|"
            "lo(?= \\w+(?:ó|aba|ía|emos|amos|imos)\\b)|"
            "le|les|(?:el|la|los|las) mism[oa]s?"
        ),
        demonstrates=_word(
            "(?:est[ea]|est[oa]s)(?! (?:año|semana|mes|día|mañana|tarde|noche|momento|siglo|verano|"
            "invierno|primavera|otoño))|es[ea]|es[oa]s|aquel|aquella|ello|esto|eso|aquello|allí|"
            "ahí|aquí"
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
            "hablar)|permítame|déjeme|vámonos|vamos (?:a|con)|pasemos|sigamos|continuemos"
        ),
        evades=_word(
            "no (?:lo )?sé|ya veremos|vamos a ver|no puedo (?:decir|responder)\\w*|buena pregunta|"
            "en su momento|estamos analizando"
        ),
    ),
    "ru": lambda: Tongue(
        points_back=_opening(
            "он|она|оно|они|его|её|ее|их|ему|ей|им|это|этот|эта|эти|этого|этому|этой|этих|этим|"
            "тот|та|те|то|там|тут|здесь|тогда|потом|затем|поэтому|потому|и|а|но|или|да|нет|так|"
            "такой|такая|такое|такие|также|тоже|кроме того|к тому же|например|однако|впрочем|"
            "во-вторых|в-третьих|наконец|ведь|причём|причем|зато|значит|вот|оба|обе|там же|"
            "ещё (?:один|одна|одно)|еще (?:один|одна|одно)|друг(?:ой|ая|ое|ие)|остальные|прочие|"
            "таким образом|(?:в|при|на|об|для|после|до|из-за|к|с|о|от|по) эт\\w+|"
            "(?:перв|втор|трет|последн)\\w+(?= (?:—|–|это|был|была|было|будет))|\\S+ процентов"
            "(?= (?:уже|были|получили|имеют|не))|половина(?= (?:уже|были|получили|не))"
        ),
        points_out=_word(
            "так(?:ой|ая|ое|ие|ого|ой|их|им|ими)(?! же)|подобн(?:ый|ая|ое|ые|ых)|тот же"
        ),
        refers=_word(
            "он|она|оно|они|его|её|ее|их|ему|ей|него|неё|нее|них|нему|ним|ними|нём|нем|там|"
            "туда|тут|здесь|тот|тому|тем"
        ),
        demonstrates=_word(
            "(?:этот|эта|эти|этого|этому|этой|этих|этими|этом|этим)(?! (?:год|неделе|месяц|"
            "момент|раз)"
            "\\w*)|это(?=[,.;!?]|$)"
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
        evades=_word(
            "не знаю|посмотрим|увидим|не могу (?:вам )?(?:сказать|ответить)|хороший вопрос|"
            "в своё время|трудно сказать|пока (?:не|рано)"
        ),
    ),
}
