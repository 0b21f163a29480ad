"""Rules without code: tables of a configuration -> rules. Data alone, so anybody's may run."""

from okrlint.declared.raw import KINDS, RawRule
from okrlint.declared.read import Where, codes_of, read_rule
from okrlint.declared.rule import make_rules
from okrlint.declared.spec import Declared

__all__ = [
    "KINDS",
    "Declared",
    "RawRule",
    "Where",
    "codes_of",
    "make_rules",
    "read_rule",
]
