"""What applies to a run: which rules, how severe, and how documents are to be read."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okrlint.config.load import (
        Loaded,
        find_rule_files,
        forget_settings,
        load_settings,
        own_file,
    )
    from okrlint.config.settings import ActiveRule, Settings, active_rules, all_rules
    from okrlint.config.user import find_user_file

_HOMES = {
    "okrlint.config.load": "Loaded find_rule_files forget_settings load_settings own_file",
    "okrlint.config.settings": "ActiveRule Settings active_rules all_rules",
    "okrlint.config.user": "find_user_file",
}
"""Where each name lives; it is imported when it is first asked for."""


def __getattr__(name: str) -> object:
    for module, names in _HOMES.items():
        if name in names.split():
            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "ActiveRule",
    "Loaded",
    "Settings",
    "active_rules",
    "all_rules",
    "find_rule_files",
    "find_user_file",
    "forget_settings",
    "load_settings",
    "own_file",
]
