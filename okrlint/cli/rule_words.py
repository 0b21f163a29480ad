"""Completes the names and codes of rules in a shell."""

from __future__ import annotations

from click import Context, Parameter
from click.shell_completion import CompletionItem

from okrlint.api import load_rules


def complete_rules(ctx: Context, param: Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules that the last word of a list such as `no-metric,KR0` may become.

    Names come always, codes when the word begins like one.
    """
    del ctx, param
    head, comma, word = incomplete.rpartition(",")
    return [
        CompletionItem(f"{head}{comma}{name}", help=rule.summary)
        for rule in load_rules()
        for name in (rule.name, rule.code)
        if name.startswith(word) and (word or name == rule.name)
    ]
