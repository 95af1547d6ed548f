"""The language of a text, told by its function words; nothing where that is not clear."""

import pytest

from quizgen.language.detect import detect, language_name
from quizgen.language.function_words import known

TEXTS = {
    "en": "The harbour commission met twice in the spring and published nothing at all.",
    "de": "Die Hafenkommission hat sich im Frühling zweimal getroffen und nichts veröffentlicht.",
    "fr": "La commission du port s'est réunie deux fois au printemps et n'a rien publié.",
    "es": "La comisión del puerto se reunió dos veces en primavera y no publicó nada.",
    "ru": "Комиссия по гавани собиралась весной дважды, и мы не знаем, почему это так.",
    "it": "La commissione del porto si è riunita due volte e non sappiamo perché non parla.",
    "pt": "A comissão do porto reuniu-se duas vezes e não sabemos por que não publicou nada.",
    "nl": "De havencommissie is twee keer bijeengekomen en wij weten niet waarom het zo is.",
    "uk": "Комісія з гавані збиралася навесні двічі, і ми не знаємо, чому це так сталося.",
    "sv": "Hamnkommissionen träffades två gånger under våren och vi vet inte varför det är så.",
    "ja": "港湾委員会は春に二回会合を開いたが、何も公表しなかった。",
    "zh": "港口委员会在春天开了两次会，但没有公布任何东西。",
    "el": "Η επιτροπή του λιμανιού συνεδρίασε δύο φορές την άνοιξη.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_sentence_is_enough(language):
    assert detect(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Ann Lee", "42", "Zork blarg fnord vex.", "?!", "the"])
def test_what_is_not_clear_is_not_guessed(text):
    assert detect(text) is None


def test_a_few_foreign_names_and_quotations_change_nothing():
    text = f"{TEXTS['en'] * 4} She called it “{TEXTS['fr']}” and he did not know why."
    assert detect(text) == "en"


def test_a_long_text_is_judged_by_beginning_middle_and_end():
    assert detect("— " * 40_000 + f"{TEXTS['de']} " * 20) == "de"


def test_every_list_names_its_language():
    assert all(language_name(code) != code for code in known())
    assert language_name("xx") == "xx"
