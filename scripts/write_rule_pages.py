"""Write the pages of the rules: `python scripts/write_rule_pages.py` in a checkout."""

from __future__ import annotations

from pathlib import Path

from okrlint.registry import RuleSet, load_rules
from okrlint.report.rule_class import facts_of
from okrlint.report.rule_facts import OWN_FACTS, render_facts
from okrlint.report.rule_page import render_page, render_table

CRITERIA = "## The course's criteria"
"""The heading in README.md below which a person says what rules are for."""


def write_pages(folder: Path) -> None:
    """Write a page per rule, the same as data, and what README.md says of all of them."""
    rules = load_rules()
    names = {rule.name for rule in rules}
    for page in folder.glob("*.md"):
        if page.stem not in names and page.stem != "README":
            page.unlink()
    for rule in rules:
        (folder / f"{rule.name}.md").write_text(render_page(facts_of(rule)), encoding="utf-8")
    facts = "".join(f"{render_facts(facts_of(rule))}\n" for rule in rules)
    (folder / "okrlint_rules" / OWN_FACTS).write_text(facts, encoding="utf-8")
    readme = folder / "README.md"
    readme.write_text(render_readme(readme.read_text(encoding="utf-8"), rules), encoding="utf-8")


def render_readme(text: str, rules: RuleSet) -> str:
    """README.md with the table of rules, and with those that no criterion of the course names."""
    text = _between("table", text, render_table(map(facts_of, rules)))
    text = _between("beside", text, "")
    said = text.partition(CRITERIA)[2]
    beside = [
        f"- [{rule.name}]({rule.name}.md): {rule.criterion}\n"
        for rule in rules
        if f"({rule.name}.md)" not in said
    ]
    return _between("beside", text, "".join(beside))


def _between(mark: str, text: str, new: str) -> str:
    """The text with `new` between two comments."""
    head, start, rest = text.partition(f"<!-- {mark} -->\n")
    _, end, tail = rest.partition(f"<!-- end of {mark} -->\n")
    return f"{head}{start}{new}{end}{tail}"


if __name__ == "__main__":
    write_pages(Path(__file__).parents[1] / "rules")
