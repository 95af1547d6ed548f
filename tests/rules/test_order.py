"""What comes up first, in any language: the headings that a transcript prints are its subjects."""

from dataclasses import replace

import pytest

from quizgen.model.question import Option
from quizgen.rules.material import Material
from quizgen.rules.registry import load
from quizgen.rules.wording import Wording
from quizgen.rules.wording_file import shipped
from quizgen.transcripts.registry import parse

TALKS = {
    "de": """# Protokoll des Rates von Norhafen

## Reparatur der alten Fähre

Ida Holm: Warum liegt die Fähre seit dem Frühjahr im Hafen?

Per Lund: Die Werft wartet auf eine neue Schraube aus Bergen.

Ida Holm: Was kostet die Schraube?

Per Lund: Die Schraube kostet zwei Kühe und einen Ofen.

## Dach der Dorfschule

Ida Holm: Wer bezahlt das neue Dach der Schule?

Per Lund: Der Rat hat das Geld im Herbst bewilligt.

Ida Holm: Wie groß ist das Dach?

Per Lund: Das Dach misst neun Meter.

## Steuer für Fischer

Ida Holm: Wann sinkt die Steuer der Fischer?

Per Lund: Die Steuer sinkt nach der Ernte.
""",
    "es": """# Acta del concejo de Norpuerto

## Reparación del viejo ferry

Ida Holm: ¿Por qué está parado el ferry desde la primavera?

Per Lund: El astillero espera una hélice nueva de Bergen.

Ida Holm: ¿Cuánto cuesta la hélice?

Per Lund: La hélice cuesta dos vacas y una estufa.

## Tejado de la escuela

Ida Holm: ¿Quién paga el tejado nuevo de la escuela?

Per Lund: El concejo aprobó el dinero en otoño.

Ida Holm: ¿Cuánto mide el tejado?

Per Lund: El tejado mide nueve metros.

## Impuesto para pescadores

Ida Holm: ¿Cuándo baja el impuesto de los pescadores?

Per Lund: El impuesto baja después de la cosecha.
""",
}
FIRST = {"de": "Reparatur der alten Fähre", "es": "Reparación del viejo ferry"}


@pytest.mark.parametrize("language", TALKS)
def test_the_heading_printed_first_is_the_key_and_no_other_is_proved(language):
    [rule] = load(["order"])
    words = Wording(shipped(language), complete=True)
    material = Material(parse(TALKS[language], "talk.md"), language=language, wording=words)
    assert rule.silent(material) is None
    [candidate] = rule.propose(material)
    question = candidate.question
    assert question.key == FIRST[language]
    assert len(question.options) == 3
    assert rule.prove(question, material)
    other = question.wrong[0].text
    broken = replace(question, key=other, wrong=(Option(question.key), *question.wrong[1:]))
    assert not rule.prove(broken, material)


def test_without_headings_nothing_is_asked_in_another_language():
    [rule] = load(["order"])
    talk = "\n\n".join(line for line in TALKS["de"].split("\n\n") if not line.startswith("#"))
    material = Material(parse(talk, "talk.md"), language="de")
    assert list(rule.propose(material)) == []
    assert rule.lacks(material)
