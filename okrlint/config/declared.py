"""The rules without code that a chain of configuration files declares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from okrlint.config.source import Source
from okrlint.declared import Declared, Where, codes_of, make_rules, read_rule
from okrlint.errors import ConfigError
from okrlint.registry import RuleSet, find_clashes

MOST = 200
"""Rules without code of one run; each costs time, and a configuration may come from anybody."""


def find_declared(chain: Iterable[Source], rules: RuleSet) -> tuple[Declared, ...]:
    """The rules of the files, the deepest first; a file that is named twice counts once.

    Raises ConfigError for a table that is wrong, and for a name or code that is taken.
    """
    found: dict[Declared, Where] = {}
    sources = tuple({source.path: source for source in chain}.values())
    taken = {rule.code for rule in rules}
    taken |= {str(table.get("code")) for source in sources for table in source.raw.rule or ()}
    for source in sources:
        for number, table in enumerate(source.raw.rule or ()):
            where = partial(source.where, "rule", number)
            one = read_rule(table, where, source.name)
            if "code" not in table:
                one = replace(one, code=next(c for c in codes_of(one.name) if c not in taken))
                taken.add(one.code)
            if one in found:
                raise ConfigError(where("name"), f"rule {one.name}: stands here twice")
            found[one] = where
            if len(found) > MOST:
                raise ConfigError(where("name"), f"rule: more than {MOST} rules; fewer will do")
    wheres = dict(zip(make_rules(found), found.values(), strict=True))
    for earlier, later, word in find_clashes((*rules, *wheres)):
        home = earlier.__module__.partition(".")[0]
        of = wheres[earlier]("name") if earlier in wheres else home.replace("_rules", "")
        hint = "" if word == later.name else "; give it a `code` of its own"
        reason = f"{word!r} is taken by the rule {earlier.name} of {of}{hint}"
        key = "name" if word == later.name else "code"
        raise ConfigError(wheres[later](key), f"rule {later.name}: {reason}")
    return tuple(found)
