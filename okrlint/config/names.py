"""Where a configuration may stand."""

from __future__ import annotations

FILE_NAMES = (".okrlint.toml", "okrlint.toml", "pyproject.toml")
"""In one folder the first wins."""
