"""Terms in texts: in any form, with blanks or hyphens, and no more than that."""

from __future__ import annotations

import pytest

from okrlint.terms import forms_of, spot_terms


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("leverage", "Leveraging what others leveraged", ["Leveraging", "leveraged"]),
        ("synergy", "Synergies and a synergy", ["Synergies", "synergy"]),
        ("plan", "planned plans of a planet", ["planned", "plans"]),
        ("write", "It was written, she wrote", ["written", "wrote"]),
        ("best in class", "Best-in-class, best in a class", ["Best-in-class"]),
        ("IT", "it is IT, not It", ["IT"]),
        ("KPI", "KPIs and kpis", ["KPIs"]),
        ("C++", "C, C++ and C+", ["C++"]),
        ("customer's", "a customer\u2019s view", ["customer\u2019s"]),
        ("%", "5 % of 7%", ["%", "%"]),
        ("as", "As asked", ["As"]),
    ],
)
def test_a_term_is_found(term: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end, _ in spot_terms((term,)).find(text)] == found


def test_exact_terms_have_one_form() -> None:
    text = "Leverage what others leveraged"
    assert [text[a:b] for a, b, _ in spot_terms(("leverage",), exact=True).find(text)] == [
        "Leverage"
    ]


def test_the_longest_term_wins_and_is_told_as_named() -> None:
    terms = spot_terms(("fruit", "low-hanging fruit"))
    assert [term for _, _, term in terms.find("Low hanging fruits, fruit")] == [
        "low-hanging fruit",
        "fruit",
    ]


def test_forms() -> None:
    assert forms_of("run") >= {"run", "runs", "ran", "running"}
    assert forms_of("push") >= {"pushes", "pushed", "pushing"}
    assert forms_of("7") == {"7"}
