"""Sentences of other languages: where they end, what they hang on, what they give away."""

import pytest

from quizgen.language import clarity, quoting, reference
from quizgen.language.sentences import spans
from quizgen.language.words import Words, content


def split(text, language):
    return [text[start:end] for start, end in spans(text, language)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "de",
            [
                "Am 3. Oktober war Dr. Müller z. B. in Kiel.",
                "Er kam, wie Prof. A. Ude sagte, spät!",
                "„War das nötig?“",
                "Ja.",
                "Der Anteil liegt bei 3,5 Prozent.",
            ],
        ),
        (
            "fr",
            [
                "M. Chirac et Mme. Royal ont parlé.",
                "« Êtes-vous sûr ? »",
                "Oui, bien sûr.",
                "L’art. 5 dit ceci.",
            ],
        ),
        ("es", ["El Sr. García llegó a EE. UU. ayer.", "¿Qué dijo?", "¡Nada!", "Ud. lo sabe."]),
        (
            "ru",
            [
                "В 1998 г. Россия изменилась.",
                "И. Иванов сказал, т. е. повторил это.",
                "«Вы уверены?»",
                "Да.",
                "Цена 3,5 млн. руб. в год.",
            ],
        ),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(language, sentences):
    assert split(" ".join(sentences), language) == sentences


def test_a_sign_that_needs_no_space_ends_a_sentence():
    assert split("委员会开会了。没有公布！为什么？", "zh") == [
        "委员会开会了。",
        "没有公布！",
        "为什么？",
    ]


def test_a_paragraph_ends_its_sentence():
    assert split("Ohne Punkt\n\nUnd weiter.", "de") == ["Ohne Punkt", "Und weiter."]


HANGS = {
    "de": "Diese Kräne sind alt.",
    "fr": "Elle ferme le quai du nord.",
    "es": "Eso cuesta tres millones.",
    "ru": "Он принадлежит городу.",
}
STANDS = {
    "de": "Der Stadtrat hat im Frühjahr den Kai gesperrt.",
    "fr": "Le conseil a fermé le quai au printemps.",
    "es": "El concejo cerró el muelle en primavera.",
    "ru": "Совет весной закрыл северный причал.",
}
ITSELF = {
    "de": "Das Geld bekommen wir aus Norwegen.",
    "fr": "Cet argent, nous le devons à Oslo.",
    "es": "Ese dinero es para nuestro puerto.",
    "ru": "Деньги нам даёт Норвегия.",
}
ADDRESSES = {
    "de": "Das stimmt so nicht, Herr Kollege.",
    "fr": "La question, monsieur le maire, est ailleurs.",
    "es": "La cuestión, señor presidente, es otra.",
    "ru": "Дело в другом, Иван Петрович.",
}
TALK = {
    "de": "Meine Frage betrifft den Hafen.",
    "fr": "Ma question porte sur le port.",
    "es": "Mi pregunta trata del puerto.",
    "ru": "Мой вопрос касается порта.",
}
COURTESY = {"de": "Vielen Dank.", "fr": "Merci.", "es": "Gracias.", "ru": "Спасибо."}


@pytest.mark.parametrize("language", HANGS)
def test_what_a_sentence_hangs_on_is_seen(language):
    hanging, standing = Words(HANGS[language], language), Words(STANDS[language], language)
    assert reference.points_back(hanging)
    assert not reference.points_back(standing)
    assert reference.loose_ends(standing) == 0
    assert clarity.is_complete(standing)


@pytest.mark.parametrize("language", ITSELF)
def test_who_speaks_to_whom_is_seen(language):
    assert clarity.speaks_of_itself(Words(ITSELF[language], language))
    assert clarity.addresses_someone(Words(ADDRESSES[language], language))
    assert clarity.is_courtesy(Words(COURTESY[language], language))
    assert quoting.is_about_the_talk(Words(TALK[language], language))
    standing = Words(STANDS[language], language)
    assert not clarity.speaks_of_itself(standing)
    assert not clarity.addresses_someone(standing)
    assert not clarity.is_courtesy(standing)
    assert not quoting.is_about_the_talk(standing)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "Die Fähre der Norweger", "mit den Fähren für die"),
        ("fr", "les pêcheurs du port", "un pêcheur dans la"),
        ("es", "los barcos del puerto", "un barco para la"),
        ("ru", "рыбаки и причалы", "для рыбаков на"),
    ],
)
def test_forms_of_a_word_are_one_word_and_function_words_are_none(language, one, other):
    assert len(content(Words(one, language)) & content(Words(other, language))) == 1


def test_a_language_without_tables_is_taken_to_hang_on_nothing():
    finnish = Words("Se maksaa kolme miljoonaa.", "fi")
    assert not reference.points_back(finnish)
    assert reference.loose_ends(finnish) == 0
    assert not clarity.speaks_of_itself(finnish)
    assert content(finnish) == {"maksaa", "kolme", "miljoonaa"}


def test_words_of_a_language_are_words():
    said = Words("Ja.", "de")
    assert said == "Ja."
    assert {said: 1}["Ja."] == 1
    assert said.language == "de"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Stadtrat hat dazu im Frühjahr das Richtige gesagt."),
        ("de", "Dass das draußen anders aufgenommen wird, liegt am Hafen."),
        ("de", "Für die kleinen Fischer würde es heißen, dass der Hafen schließt."),
        ("de", "Jede andere Lösung würde den Hafen teuer kommen."),
        ("de", "Im Hafen von Kiel hat niemand ein solches Verfahren beschlossen."),
        ("de", "Aus diesem Dilemma führt kein Weg in den Hafen."),
        ("de", "Ein weiteres Ziel ist der Einblick in das Vermögen des Hafens."),
        ("fr", "Les trois quarts, à l'issue du stage, ont trouvé un emploi."),
        ("fr", "Soixante-huit pour cent déclarent avoir confiance dans le port."),
        ("fr", "On la présente comme un investissement du port."),
        ("fr", "Personne ne veut le faire dans le port de Lyon."),
        ("es", "Comenzará en el primer puerto después de abril."),
        ("es", "Es cuando comienza la reparación del puerto."),
        ("es", "Comparado a otros puertos el muelle es muy joven."),
        ("es", "Más del sesenta por ciento fueron al puerto del norte."),
        ("ru", "В этом порту совет закрыл северный причал."),
        ("ru", "Совет города не принимал такого решения весной."),
        ("ru", "Первый — это северный причал города."),
    ],
)
def test_what_another_language_leaves_open_is_seen(language, sentence):
    said = Words(sentence, language)
    assert reference.points_back(said) or reference.loose_ends(said)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Stadtrat dringt darauf, dass der Hafen im Frühjahr öffnet."),
        ("de", "Im Hafen von Kiel gibt es seit dem Frühjahr zwei Kräne."),
        ("de", "Der Stadtrat will das große Haus am Hafen im Frühjahr verkaufen."),
        ("fr", "Les trois quarts des pêcheurs ont trouvé un emploi dans le port."),
        ("fr", "Le conseil municipal a fermé le quai et il y a deux grues dans le port."),
        ("es", "Es importante que el concejo cierre el muelle en primavera."),
        ("es", "El sesenta por ciento de los pescadores vive en el puerto del norte."),
        ("ru", "Весной совет города закрыл северный причал и старый порт."),
    ],
)
def test_what_another_language_tells_itself_stands_alone(language, sentence):
    said = Words(sentence, language)
    assert not reference.points_back(said)
    assert not reference.loose_ends(said)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Ich kenne zwei Kräne im Hafen."),
        ("de", "Unser Ausschuss war in Brüssel."),
        ("de", "Wir haben den Kai gesperrt."),
    ],
)
def test_a_first_person_is_seen_at_the_beginning_too(language, sentence):
    assert clarity.speaks_of_itself(Words(sentence, language))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Die Stadt wird sich zu gegebener Zeit positionieren."),
        ("fr", "C'est une bonne question, nous verrons."),
        ("es", "No lo sé, ya veremos en primavera."),
        ("ru", "Не знаю, посмотрим весной."),
    ],
)
def test_an_answer_that_puts_off_is_evasive_in_other_languages_too(language, sentence):
    assert quoting.is_evasive(Words(sentence, language))


def test_who_says_only_who_he_is_says_nothing_whole():
    said = "Luis Flores, de Noticias El Agro, del estado de Guerrero."
    assert not quoting.is_whole(Words(said, "es"))


@pytest.mark.parametrize(
    ("language", "sentence", "open_end"),
    [
        ("es", "Todos los demás clientes seguirían esa cadena del puerto.", True),
        ("es", "Todos los pescadores pagan esta semana la tasa del puerto.", False),
        ("fr", "Tous les autres pêcheurs suivront cette règle du port.", True),
        ("fr", "Tous les pêcheurs du port savent ce que coûte la grue.", False),
        ("ru", "Все рыбаки города поддержали этот проект порта.", True),
        ("ru", "Все рыбаки города в этом году поддержали проект порта.", False),
    ],
)
def test_a_demonstrative_needs_much_before_it(language, sentence, open_end):
    assert bool(reference.loose_ends(Words(sentence, language))) is open_end
