"""Transcripts in other languages, and wording files, from the command line to the bank."""

import re
from pathlib import Path

import pytest

from quizgen.bank.reader import read_bank
from quizgen.cli.main import main
from quizgen.rules.registry import load
from quizgen.rules.wording_file import shipped

TALKS = Path(__file__).parents[1] / "rules" / "talks"
ITALIAN = """\
Gianna Weber: Perché il molo del nord resta chiuso ai pescatori fino all'inverno?

Ida Holm: Gli ispettori hanno trovato della ruggine nelle due gru. Senza le gru il porto di \
Norvilla perde ogni mese due navi da carico.

Gianna Weber: Chi paga alla fine il nuovo traghetto tra Norvilla e le isole?

Paolo Lund: La Norvegia ha offerto alla città un lungo credito. Il cantiere di Bergen costa \
meno di una riparazione della vecchia nave.

Gianna Weber: Quando comincia la riforma delle scuole nei villaggi della costa?

Ida Holm: La Svezia ha mandato dei consiglieri nei villaggi. Una scuola con pochi libri lascia \
andare la metà degli alunni già nel primo inverno.
"""


@pytest.fixture
def generate(tmp_path, capsys, monkeypatch):
    """Make a bank in an empty folder: the bank as read, and what was said."""
    monkeypatch.chdir(tmp_path)

    def run(file, *words):
        assert main(["generate", str(file), "-o", "banks/bank.yaml", *words]) == 0
        return read_bank("banks/bank.yaml").bank, capsys.readouterr().err

    return run


def fits(stem, wording):
    """Whether a stem is one of a wording's, its places filled in."""
    forms = (re.sub(r"\\{\w+\\}", ".+", re.escape(words)) for words in wording.values())
    return any(re.fullmatch(form, stem) for form in forms)


@pytest.mark.parametrize(
    ("language", "name"),
    [("de", "German"), ("fr", "French"), ("es", "Spanish"), ("ru", "Russian")],
)
def test_a_transcript_is_asked_about_in_its_language(generate, language, name, capsys):
    bank, said = generate(TALKS / f"{language}.txt", "--verbose")
    assert bank.language == language
    assert bank.generate.language is None
    assert all(fits(question.stem, shipped(language)) for question in bank.questions)
    assert len({question.made.rule for question in bank.questions}) > 1
    assert f"the transcript is in {name}, and so are the questions" in said
    assert f"true-false gave nothing: it asks in English only, and the transcript is in {name}" in (
        said
    )
    assert main(["check", "--source", "--strict", "banks/bank.yaml"]) == 0
    assert main(["generate", str(TALKS / f"{language}.txt"), "-o", "banks/bank.yaml"]) == 0
    assert "kept" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["de", "fr", "es", "ru"])
def test_only_rules_that_need_no_words_ask(generate, language):
    bank, _ = generate(TALKS / f"{language}.txt")
    anywhere = {rule.name for rule in load() if rule.languages is None}
    assert {question.made.rule for question in bank.questions} <= anywhere


def test_a_language_without_words_of_quizgens_gives_nothing_and_says_so(tmp_path, capsys):
    talk = tmp_path / "talk.txt"
    talk.write_text(ITALIAN, encoding="utf-8")
    assert main(["generate", str(talk), "-o", str(tmp_path / "bank.yaml"), "--verbose"]) == 2
    assert "no words in Italian; --wording can give it some" in capsys.readouterr().err
    assert not (tmp_path / "bank.yaml").exists()


def test_a_wording_file_replaces_stems_and_is_remembered_as_the_bank_sees_it(generate, capsys):
    Path("talk.txt").write_text(ITALIAN, encoding="utf-8")
    Path("words.yaml").write_text(
        "multi: Quali due di queste frasi dice {speaker}?\n", encoding="utf-8"
    )
    bank, _ = generate("talk.txt", "--wording", "words.yaml")
    assert bank.generate.wording == "../words.yaml"
    assert "Quali due di queste frasi dice Ida Holm?" in {q.stem for q in bank.questions}
    assert main(["check", "--source", "--strict", "banks/bank.yaml"]) == 0
    assert main(["generate", "talk.txt", "-o", "banks/bank.yaml"]) == 0
    assert "kept" in capsys.readouterr().err


def test_the_language_can_be_given(generate):
    bank, _ = generate(TALKS / "de.txt", "--language", "de")
    assert (bank.language, bank.generate.language) == ("de", "de")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--language", "german"], "“german” is not the code of a language"),
        (["--wording", "nowhere.yaml"], "nowhere.yaml"),
    ],
)
def test_what_cannot_be_is_said(tmp_path, capsys, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    assert main(["generate", str(TALKS / "de.txt"), *words]) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_rules_show_their_words_as_a_wording_file(tmp_path, capsys):
    for language in ("en", "de"):
        assert main(["rules", "--wording", "--language", language]) == 0
        path = tmp_path / f"{language}.yaml"
        path.write_text(capsys.readouterr().out, encoding="utf-8")
        options = ["--wording", str(path), "--dry-run", "-o", str(tmp_path / "bank.yaml")]
        assert main(["generate", str(TALKS / "de.txt"), *options]) == 1
        capsys.readouterr()
    assert main(["rules", "--wording", "--language", "tlh"]) == 2
    assert "no words in “tlh”" in capsys.readouterr().err


def test_the_rules_say_which_languages_they_understand(capsys):
    assert main(["rules"]) == 0
    shown = capsys.readouterr().out
    assert "whose words these are (any language)" in shown
