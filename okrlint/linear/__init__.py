"""Patterns of strangers, searched in time that grows with pattern times text and no faster.

Python's `re` goes back and tries again: `(a+)+b` takes minutes on thirty letters. A configuration
may come from anybody, so its regular expressions are followed here in all ways at once.
"""

from okrlint.linear.automaton import Automaton, TooLargeError
from okrlint.linear.regex import RegexError, compile_regex

__all__ = ["Automaton", "RegexError", "TooLargeError", "compile_regex"]
