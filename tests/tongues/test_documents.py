"""Documents in other languages: what is read and found is what stands beside each.

`NAME.outline` holds what was read, as `tests/markdown/drawn.py` draws it, and then a line for each
finding, "found: RULE LINE", but for the note that every one of them gets.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint import lint_text
from okrlint.config import Settings
from okrlint.engine import Result
from okrlint.model import Labels, Prose
from tests.markdown.drawn import draw

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))
LANGUAGES = {"de": "German", "es": "Spanish", "fr": "French", "pt": "Portuguese"}


def text_of(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text(encoding="utf-8")


def drawn(result: Result) -> str:
    """What was read and found."""
    found = [
        f"found: {finding.rule} {result.location(finding).line}\n"
        for finding in result.findings
        if finding.rule != "not-english"
    ]
    return draw(result.document) + "".join(sorted(found))


@pytest.mark.parametrize("name", NAMES)
def test_documents_in_other_languages(name: str) -> None:
    text = text_of(name)
    result = lint_text(text, "okrs.md")
    assert drawn(result) == (FOLDER / f"{name}.outline").read_text(encoding="utf-8")
    notes = [finding for finding in result.findings if finding.rule == "not-english"]
    language = LANGUAGES[name[:2]]
    assert result.document.language == language
    assert len(notes) == 1
    assert language in notes[0].message
    for prose in proses(result):
        places = zip(prose.text, prose.starts, strict=True)
        assert all(text[start] == char for char, start in places)


def proses(result: Result) -> list[Prose]:
    statements = [*result.document.objectives, *(k for _, k in result.document.key_results())]
    return [p for one in statements for p in (one.prose, *(f.prose for f in one.fields))]


def test_numbers_are_read_as_they_are_written_there() -> None:
    result = lint_text(text_of("de-tables"), "okrs.md")
    assert result.context is not None
    _, key_result = list(result.document.key_results())[2]
    (amount, span), *_ = result.context.amounts(key_result)
    assert (amount.value, amount.unit) == (4000, "€")
    assert result.document.source[span.start : span.end] == "4.000 €"
    assert result.context.reading(key_result).baseline


def test_words_of_the_team_stay_theirs() -> None:
    text = (
        "# Ziele Q3 2027\n\n## Ziel 1: Die Werkstatt ist für alle offen\n\n"
        "- Ergebnis 1: 80 Menschen reparieren im Monat selbst und mit Freude\n"
    )
    settings = Settings(labels=Labels(("Ziel",), ("Ergebnis",)))
    document = lint_text(text, "a.md", settings).document
    assert [one.label for one in document.objectives] == ["Ziel 1"]
    assert [one.label for _, one in document.key_results()] == ["Ergebnis 1"]


PLAIN = [
    "# Unsere Ziele\n\n## Ziele\n\n- Wir bauen das Haus mit den Nachbarn um\n- Alle helfen mit\n",
    "# Projet\n\n## Objectifs\n\n- Former les élèves du lycée avec nous\n- Ouvrir la salle\n",
    "# Proyecto\n\n## Objetivos\n\n- Formar a los alumnos del instituto\n- Abrir la sala\n",
    "# Projeto\n\n## Objetivos\n\n- Formar os alunos da escola com a gente\n- Abrir a sala\n",
]


@pytest.mark.parametrize("text", PLAIN)
def test_goals_of_other_pages_are_no_okrs(text: str) -> None:
    result = lint_text(text, "readme.md")
    assert not result.document.has_okrs
    assert not result.findings


def test_english_in_a_document_of_another_language_is_judged() -> None:
    text = text_of("de-undated") + "- KR: Write and publish a report about the waiting times\n"
    found = lint_text(text, "okrs.md").findings
    about = {finding.statement for finding in found if finding.rule == "task-like"}
    assert about == {"Write and publish a report about the waiting times"}
