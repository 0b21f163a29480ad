"""Packages that only some files need: imported when such a file comes."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from okrlint.errors import InputError


def load_extra(module: str, extra: str, path: str) -> Any:
    """A package of an extra of okrlint; raises InputError where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        reason = f"needs one more package, install it with: pip install 'okrlint[{extra}]'"
        raise InputError(path, reason) from error
