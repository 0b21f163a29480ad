"""okrlint reads OKRs in Markdown and says what keeps them from being good OKRs."""

__version__ = "0.1.0"
