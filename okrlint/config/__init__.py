"""What applies to a run: which rules, how severe, and how documents are to be read."""

from okrlint.config.load import Loaded, find_rule_files, forget_settings, load_settings, own_file
from okrlint.config.settings import ActiveRule, Settings, active_rules, all_rules
from okrlint.config.user import find_user_file

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
