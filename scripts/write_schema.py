"""Write the JSON schema of the configuration: `python scripts/write_schema.py` in a checkout."""

from __future__ import annotations

from pathlib import Path

from okrlint.config.schema import config_schema
from okrlint.registry import load_rules
from okrlint.report.as_json import to_json

if __name__ == "__main__":
    path = Path(__file__).parents[1] / "docs" / "okrlint.schema.json"
    path.write_text(to_json(config_schema(load_rules())), encoding="utf-8")
