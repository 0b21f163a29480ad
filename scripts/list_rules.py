"""Write the list of okrlint's rules: `python scripts/list_rules.py` after adding a file."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "rules" / "okrlint_rules"
CLASS = re.compile(r"^class (\w+)\((?:KeyResult|Objective|Document)Rule\)", re.MULTILINE)
CODE = re.compile(r'^    code = "(\w+)"', re.MULTILINE)


def render_list() -> str:
    """The text of `okrlint_rules/__init__.py`."""
    found: list[tuple[str, str, str]] = []
    for file in sorted(PACKAGE.glob("*/*.py")):
        text = file.read_text(encoding="utf-8")
        name, code = CLASS.search(text), CODE.search(text)
        if name and code:
            found.append((code[1], name[1], f"okrlint_rules.{file.parent.name}.{file.stem}"))
    imports = [f"from {module} import {name}" for _, name, module in sorted(found, key=_module)]
    rules = [f"    {name}," for _, name, _ in sorted(found)]
    return "\n".join(
        [
            '"""okrlint\'s own rules; they import only the public names of okrlint."""',
            "",
            "from okrlint import Rule",
            *imports,
            "",
            "RULES: tuple[type[Rule], ...] = (",
            *rules,
            ")",
            '"""Every rule, named one by one: nothing is found by looking around."""',
            "",
        ]
    )


def _module(row: tuple[str, str, str]) -> str:
    return row[2]


if __name__ == "__main__":
    (PACKAGE / "__init__.py").write_text(render_list(), encoding="utf-8")
