"""What is not in English is told apart."""

from __future__ import annotations

import pytest

from okrlint import lint_text
from okrlint.config import Settings
from okrlint.language.tongue import find_language, find_languages

GERMAN = """# OKRs Q3 2027

## Ziel 1: Die Werkstatt arbeitet ohne Hast

- KR 1: Die Wartezeit auf eine Reparatur sinkt von 9 auf 4 Tage
- KR 2: Neue Hebebühne einführen
- KR 3: Reklamationen unter 2 %
"""
FRENCH = """# OKRs T3 2027

## Objectif 1 : Les lecteurs reviennent plus souvent

- KR 1 : Porter le taux de prêt de 30 % à 45 % dans chaque quartier
- KR 2 : Lancer le nouveau catalogue
- KR 3 : Aucune panne de plus d'une heure
"""
SPANISH = """# OKRs Q3 2027

## Objetivo 1: Los vecinos usan el huerto todo el año

- KR 1: Aumentar las visitas de 200 a 350 al mes
- KR 2: Publicar la nueva guía de cultivo
- KR 3: Ninguna parcela queda vacía
"""
PORTUGUESE = """# OKRs Q3 2027

## Objetivo 1: Os ciclistas confiam na nossa oficina

- KR 1: Aumentar as reparações de 40 para 70 por mês
- KR 2: Abrir uma nova loja
- KR 3: Nenhuma bicicleta espera mais de 3 dias
"""


KEY_RESULT_WITHOUT_NUMBER = {
    "German": "Neu",
    "French": "Lan",
    "Spanish": "Pub",
    "Portuguese": "Abr",
}
"""How the only key result of each begins that has no number."""


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        (FRENCH, "French"),
        (SPANISH, "Spanish"),
        (PORTUGUESE, "Portuguese"),
    ],
)
def test_a_document_in_another_language_gets_one_note(text: str, language: str) -> None:
    result = lint_text(text, "okrs.md")
    found = sorted(finding.rule for finding in result.findings)
    assert found == ["no-metric", "not-english"]  # the first needs no English
    assert [f.statement[:3] for f in result.findings if f.rule == "no-metric"] == [
        KEY_RESULT_WITHOUT_NUMBER[language]
    ]
    assert language in next(f.message for f in result.findings if f.rule == "not-english")
    assert len(list(result.document.key_results())) == 3


def test_any_language_is_judged_when_asked_for() -> None:
    result = lint_text(GERMAN, "okrs.md", Settings(language="any"))
    assert "not-english" not in {finding.rule for finding in result.findings}
    assert result.findings


def test_one_foreign_statement_is_not_judged_and_the_others_are() -> None:
    text = (
        "# OKRs Q3 2027\n\n## Objective: The choir fills the hall\n\n"
        "- KR: Neue Noten für alle Stimmen kaufen und verteilen\n"
        "- KR: Launch the new website\n"
    )
    found = lint_text(text, "okrs.md").findings
    about = {finding.statement for finding in found if finding.rule in ("task-like", "no-metric")}
    assert about == {"Launch the new website"}
    assert [f.rule for f in found if f.rule == "not-english"] == ["not-english"]


@pytest.mark.parametrize(
    "texts",
    [
        ["NPS 45"],
        ["Churn < 2 %", "p95 200 ms"],
        ["Win Los Angeles and Las Vegas schools"],
        ["Le Monde writes about the choir"],
        ["Open in São Paulo and Köln"],
        ["Café de la Mer orders 40 kg"],
        ["Die cast tolerance below 2 %"],
        ["Zeitgeist podcast à la carte"],
        [""],
    ],
)
def test_short_english_and_names_are_english(texts: list[str]) -> None:
    assert find_languages(texts) == [""] * len(texts)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Клиенты довольны", "Russian or another Slavic language"),
        ("顧客満足度を上げる", "Chinese or Japanese"),
        ("Klanten komen vaker terug naar onze winkel", "Dutch"),
    ],
)
def test_statements_without_a_word_of_english(text: str, language: str) -> None:
    assert find_languages([text, text]) == [language, language]


SMALL = (
    "the of to and for with by from is are our we that this at it be have their your who which "
    "than into each every within how what when not new"
).split()


@pytest.mark.parametrize("word", SMALL)
def test_small_words_tell_english_in_a_document_of_another_language(word: str) -> None:
    texts = ["customers orders", f"customers {word} orders", f"die customers {word} orders und das"]
    assert find_languages(texts, "German") == ["German", "", "German"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("고객이 다시 온다", "Korean"),
        ("Οι πελάτες επιστρέφουν", "Greek"),
        ("العملاء يعودون", "Arabic"),
        ("הלקוחות חוזרים", "Hebrew"),
        ("ग्राहक लौटते हैं", "Hindi"),
        ("ลูกค้ากลับมา", "Thai"),
        ("がぎぐげござ", "Chinese or Japanese"),
        ("Wartungen Sauberkeit Neuheiten", "German"),
        ("Meßzahlen Größen herzlichen Erprobung", "German"),
        ("estación estaciones mocedades", "Spanish"),
        ("estação estações mocidade", "Portuguese"),
        ("l'atelier qu'elles drapeaux", "French"),
        ("moyens payés ratées coiffeuse danseuses", "French"),
    ],
)
def test_letters_and_endings_tell_a_language(text: str, language: str) -> None:
    assert find_languages([text]) == [language]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("und oder nicht", "German"),
        ("und oder", ""),  # too few
        ("und und und und", ""),
        ("und, oder, nicht", ""),  # parted from its marks only one is left at a first look
        ("und oder nicht the of", "German"),
        ("und oder nicht the of to", ""),  # in doubt
        ("Und Oder Nicht customers orders gardens visits", "German"),
        ("", ""),
    ],
)
def test_the_language_of_a_document(text: str, language: str) -> None:
    assert find_language(text) == language


@pytest.mark.parametrize(
    ("texts", "languages"),
    [
        (["und oder nicht", "customers orders"], ["German", ""]),
        (["und oder", "customers orders"], ["German", ""]),  # of the statement alone
        (["und", "customers orders"], ["", ""]),
        (["und oder nicht", "customers"], ["German", "German"]),  # of its document
        (["und oder customers", "customers orders"], ["", ""]),
        (["und oder nicht mit customers", "gardens visits teams"], ["German", ""]),
    ],
)
def test_the_languages_of_statements(texts: list[str], languages: list[str]) -> None:
    assert find_languages(texts) == languages
