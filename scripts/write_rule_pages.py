"""Write the pages of the rules: `python scripts/write_rule_pages.py` in a checkout."""

from __future__ import annotations

from pathlib import Path

from okrlint.registry import load_rules
from okrlint.report.rule_page import render_page, render_table


def write_pages(folder: Path) -> None:
    """Write a page per rule and the table in README.md."""
    rules = load_rules()
    names = {rule.name for rule in rules}
    for page in folder.glob("*.md"):
        if page.stem not in names and page.stem != "README":
            page.unlink()
    for rule in rules:
        (folder / f"{rule.name}.md").write_text(render_page(rule), encoding="utf-8")
    readme = folder / "README.md"
    head, _, rest = readme.read_text(encoding="utf-8").partition("<!-- table -->\n")
    _, _, tail = rest.partition("<!-- end of table -->\n")
    table = render_table(rules)
    readme.write_text(
        f"{head}<!-- table -->\n{table}<!-- end of table -->\n{tail}", encoding="utf-8"
    )


if __name__ == "__main__":
    write_pages(Path(__file__).parents[1] / "rules")
