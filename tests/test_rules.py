"""Every rule's examples, and what every rule must have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from okrlint.registry import load_rules
from okrlint.report.rule_class import facts_of
from okrlint.report.rule_facts import find_own
from okrlint.report.rule_page import render_page
from okrlint.rule import Bad, Good, Rule
from okrlint.testing import check_example, find_examples
from scripts.write_rule_pages import render_readme

RULES = tuple(load_rules())
PAGES = Path(__file__).parents[1] / "rules"

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{type(example).__name__.lower()}-{number}")
    for number, (rule, example) in enumerate(find_examples(RULES))
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: type[Rule], example: Bad | Good) -> None:
    check_example(rule, example)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
class TestEveryRule:
    def test_has_four_examples_of_each_kind(self, rule: type[Rule]) -> None:
        for kind in (Bad, Good):
            assert sum(isinstance(example, kind) for example in rule.examples) >= 4

    def test_has_distinct_examples(self, rule: type[Rule]) -> None:
        texts = [
            (example.text, example.path, example.today, example.before) for example in rule.examples
        ]
        assert len(set(texts)) == len(texts)

    def test_lies_in_the_file_of_its_name(self, rule: type[Rule]) -> None:
        assert rule.__module__.split(".")[-1] == rule.name.replace("-", "_")

    def test_says_what_its_options_are_for(self, rule: type[Rule]) -> None:
        assert all(option.text for option in facts_of(rule).options)

    def test_has_the_page_that_its_class_makes(self, rule: type[Rule]) -> None:
        page = (PAGES / f"{rule.name}.md").read_text(encoding="utf-8")
        assert page == render_page(facts_of(rule)), "run: python scripts/write_rule_pages.py"
        for word in (rule.name, rule.code):
            assert find_own(word) == facts_of(rule), "run: python scripts/write_rule_pages.py"


def test_what_the_readme_says_of_all_rules_is_the_generated_one() -> None:
    readme = (PAGES / "README.md").read_text(encoding="utf-8")
    assert render_readme(readme, load_rules()) == readme, "run: python scripts/write_rule_pages.py"


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    pages = {path.stem for path in PAGES.glob("*.md")} - {"README"}
    assert pages == {rule.name for rule in RULES}


def test_the_criteria_name_every_rule_and_no_other() -> None:
    readme = (PAGES / "README.md").read_text(encoding="utf-8")
    criteria = readme.partition("## The course's criteria")[2]
    assert set(re.findall(r"\(([a-z-]+)\.md\)", criteria)) == {rule.name for rule in RULES}


def test_the_marks_in_the_docs_are_those_of_the_rules() -> None:
    docs = (PAGES.parent / "docs" / "markdown.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|[^|]+\| (\w+): [^|]+\|([^|]+)\|$", docs.partition("## Marks")[2], re.M)
    told = {(name, kind) for kind, names in rows for name in re.findall(r"`([a-z-]+)`", names)}
    assert {(rule.name, kind.value) for rule in RULES for kind in rule.not_for} <= told
