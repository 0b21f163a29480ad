"""A key result said anew: one sentence that the rules would pass, with blanks for the writer."""

from okrlint.rewrite.attach import add_rewrites
from okrlint.rewrite.filled import fill
from okrlint.rewrite.rewrite import rewrite

__all__ = ["add_rewrites", "fill", "rewrite"]
