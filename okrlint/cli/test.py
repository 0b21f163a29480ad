"""`okrlint test [RULE...]`: run the examples of rules, one's own too."""

from __future__ import annotations

from pathlib import Path

import click

from okrlint.cli.configured import listed_rules
from okrlint.cli.console import count, kept_stdout, remark
from okrlint.cli.exits import ExitCode
from okrlint.cli.options import config_options
from okrlint.report.safe import make_visible
from okrlint.testing import check_example, find_examples


@click.command("test", short_help="Run the examples of rules.")
@click.argument("names", nargs=-1, metavar="[RULE...]")
@config_options
def command(
    names: tuple[str, ...], config: Path | None, isolated: bool, allow_rule_files: bool
) -> int:
    """Check that each rule flags its bad examples and leaves its good ones be.

    Without RULE, all rules are tested; rules of your own are found by `rule-files`.
    """
    rules = listed_rules(config, isolated, allow_rule_files)
    chosen = [rules.find(name) for name in names] or list(rules)
    failures = 0
    total = 0
    for rule, example in find_examples(chosen):
        total += 1
        try:
            with kept_stdout():
                check_example(rule, example)
        except AssertionError as error:
            failures += 1
            click.echo(make_visible(str(error)))
    remark(f"{count(total, 'example')} of {count(len(chosen), 'rule')}, {failures} failed")
    return ExitCode.FINDINGS if failures else ExitCode.CLEAN
