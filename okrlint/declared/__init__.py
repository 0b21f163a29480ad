"""Rules without code: tables of a configuration -> rules. Data alone, so anybody's may run."""

from okrlint.declared.raw import RawRule
from okrlint.declared.read import Where, read_rule
from okrlint.declared.rule import make_rules
from okrlint.declared.spec import Declared

__all__ = ["Declared", "RawRule", "Where", "make_rules", "read_rule"]
