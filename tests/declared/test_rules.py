"""Rules without code: what each kind finds, where, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from okrlint import Finding, Severity, lint_text
from okrlint.config import all_rules, forget_settings, load_settings
from okrlint.registry import load_rules
from okrlint.testing import check_example, find_examples
from tests.support import Outcome

Run = Callable[..., Outcome]
EXAMPLES = 'bad = ["- x"]\ngood = ["- y"]\n'
PAGE = """\
# OKRs Q3 2026

**Mission:** Leverage fresh bread for every street.

## Objective 1: Be the leading bakery in town

- KR 1: Leverage 30 shops that are really good by June (Owner: Ann)
- KR 2: Revenue rises from 100 EUR to 200 EUR
- ~~KR 3: Leverage nothing at all~~

<!-- leverage -->
"""


def find(folder: Path, rule: str, text: str = PAGE) -> list[Finding]:
    """What one rule, called "house", finds."""
    table = f'[[rule]]\nname = "house"\n{rule}\n{EXAMPLES}'
    (folder / "okrlint.toml").write_text(table, encoding="utf-8")
    forget_settings()
    settings = load_settings(folder, load_rules()).settings
    result = lint_text(text, "okrs.md", settings)
    assert not result.crashes
    return [finding for finding in result.findings if finding.rule == "house"]


def words(found: list[Finding], text: str = PAGE) -> list[str]:
    return [text[one.span.start : one.span.end] for one in found]


@pytest.mark.parametrize(
    ("rule", "flagged"),
    [
        ('kind = "phrase"\nwords = ["leverage"]', ["Leverage"]),
        ('kind = "phrase"\nwords = ["lead"]\nwhere = "objective"', ["leading"]),
        ('kind = "phrase"\nwords = ["lead"]\nwhere = "objective"\nexact = true', []),
        ('kind = "phrase"\nwords = ["leverage"]\nwhere = "mission"', ["Leverage"]),
        (
            'kind = "phrase"\nwords = ["leverage"]\nwhere = "document"',
            ["Leverage", "Leverage", "Leverage"],
        ),
        (
            'kind = "phrase"\nwords = ["leverage", "lead"]\nwhere = ["objective", "key-result"]',
            ["leading", "Leverage"],
        ),
        ('kind = "pattern"\nregex = "\\\\d+ shops"\nmessage = "m"', ["30 shops"]),
        ('kind = "pattern"\nregex = "REVENUE"\ncase = true\nmessage = "m"', []),
        (
            'kind = "pattern"\nmessage = "m"\n'
            'tokens = [{ LEMMA = "be" }, { POS = "ADV", OP = "*" }, { POS = "ADJ" }]',
            ["are really good"],
        ),
        (
            'kind = "pattern"\nmessage = "m"\n'
            'tokens = [{ LIKE_NUM = true }, { LOWER = { NOT_IN = ["shops"] }, IS_ALPHA = true }]',
            ["100 EUR", "200 EUR"],
        ),
        ('kind = "require"\nfields = ["owner"]', ["Revenue rises from 100 EUR to 200 EUR"]),
        ('kind = "require"\nfields = ["due"]', ["Revenue rises from 100 EUR to 200 EUR"]),
        ('kind = "require"\nfields = ["baseline", "owner"]', []),
        (
            'kind = "require"\nunits = ["EUR", "%"]',
            ["Leverage 30 shops that are really good by June"],
        ),
        ('kind = "require"\nwords = ["shop", "revenue"]', []),
        (
            'kind = "require"\nwords = ["town"]\nfields = ["owner"]',
            ["Revenue rises from 100 EUR to 200 EUR"],
        ),
        (
            'kind = "require"\nwords = ["cake"]\nwhere = "document"',
            ["Be the leading bakery in town"],
        ),
        ('kind = "require"\nfields = ["owner"]\nwhere = "document"', []),
        (
            'kind = "count"\nof = "key-results"\nleast = 3\nwhere = "objective"',
            ["Be the leading bakery in town"],
        ),
        ('kind = "count"\nof = "objectives"\nmost = 1\nwhere = "document"', []),
        (
            'kind = "count"\nof = "deadlines"\nleast = 1',
            ["Revenue rises from 100 EUR to 200 EUR"],
        ),
        ('kind = "count"\nof = "numbers"\nmost = 1', []),
        (
            'kind = "count"\nregex = "[A-Z]{3}"\ncase = true\nmost = 1',
            ["Revenue rises from 100 EUR to 200 EUR"],
        ),
        (
            'kind = "limit"\nof = "words"\nmost = 8',
            ["Leverage 30 shops that are really good by June"],
        ),
        ('kind = "limit"\nof = "characters"\nleast = 40\nwhere = "objective"',
         ["Be the leading bakery in town"]),
        ('kind = "limit"\nof = "characters"\nmost = 400\nwhere = "document"', []),
    ],
)  # fmt: skip
def test_what_is_flagged(tmp_path: Path, rule: str, flagged: list[str]) -> None:
    assert words(find(tmp_path, rule)) == flagged


@pytest.mark.parametrize(
    ("rule", "message", "suggestion"),
    [
        (
            'kind = "phrase"\nreplace = { leverage = "use" }',
            '"Leverage" is a word to avoid',
            'write "use"',
        ),
        (
            'kind = "phrase"\nreplace = { leverage = "use" }\n'
            'message = "{words}?"\nsuggestion = "say {instead}"',
            "Leverage?",
            "say use",
        ),
        ('kind = "require"\nfields = ["score", "link"]', "no score or link", ""),
        (
            'kind = "require"\nunits = ["kg", "t"]\nwords = ["a", "b", "c"]',
            'no amount in kg or t and no word such as "a", "b" or "c"',
            "",
        ),
        ('kind = "limit"\nof = "words"\nmost = 1', "9 words; have at most 1", ""),
        ('kind = "count"\nof = "deadlines"\nmost = 0', "1 deadline; have at most 0", ""),
        (
            'kind = "limit"\nof = "words"\nmost = 7\nmessage = "{count}, not {most}"',
            "9, not 7",
            "",
        ),
    ],
)
def test_what_is_said(tmp_path: Path, rule: str, message: str, suggestion: str) -> None:
    found = find(tmp_path, rule)[0]
    assert found.message == message
    assert [one.text for one in found.suggestions] == ([suggestion] if suggestion else [])


def test_the_rest_of_a_rule(tmp_path: Path) -> None:
    rule = 'kind = "phrase"\nwords = ["lever"]\nseverity = "error"\ncode = "HSE001"\nwhy = "So."\n'
    assert find(tmp_path, rule) == []
    (one,) = find(tmp_path, rule.replace("lever", "leverage"))
    assert (one.severity, one.code) == (Severity.ERROR, "HSE001")


def test_statements_in_other_languages_are_left_alone(tmp_path: Path) -> None:
    text = (
        "# OKRs\n\n## Objective: Die beste Bäckerei der ganzen Stadt werden\n\n"
        "- KR: Wir verkaufen jede Woche zweihundert Brote mehr als im Jahr zuvor\n"
    )
    assert find(tmp_path, 'kind = "limit"\nof = "words"\nmost = 1', text) == []


def test_at_most_twenty_findings_a_statement(tmp_path: Path) -> None:
    text = f"# OKRs\n\n## Objective: Be good\n\n- KR: {'lever ' * 50}\n"
    assert len(find(tmp_path, 'kind = "phrase"\nwords = ["lever"]', text)) == 20


def test_rules_are_switched_like_others(tmp_path: Path, okrlint: Run) -> None:
    rule = f'[[rule]]\nname = "no-slang"\nkind = "phrase"\nwords = ["leverage"]\n{EXAMPLES}'
    config, page = tmp_path / "okrlint.toml", tmp_path / "a.md"
    page.write_text(PAGE, encoding="utf-8")
    config.write_text(rule, encoding="utf-8")
    assert "[no-slang, " in okrlint("--select", "no-slang", page).out
    assert okrlint("--select", "no-slang", "--ignore", "no-slang", page).out == ""
    forget_settings()
    config.write_text(f'[severity]\nno-slang = "off"\n{rule}', encoding="utf-8")
    assert okrlint("--select", "no-slang", page).out == ""
    forget_settings()
    config.write_text(rule, encoding="utf-8")
    hidden = PAGE.replace("- KR 1", "<!-- okrlint-disable-next-line no-slang -- x -->\n- KR 1")
    page.write_text(hidden, encoding="utf-8")
    assert okrlint("--select", "no-slang,unknown-rule-in-suppression", page).code == 0


def test_a_shared_file_is_extended_and_its_examples_run(
    tmp_path: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shared = (
        '[[rule]]\nname = "no-slang"\nkind = "phrase"\nwords = ["leverage"]\n'
        'why = "Plain words."\nbad = ["- Leverage 3 shops"]\ngood = ["- 3 shops"]\n'
    )
    Path("house.toml").write_text(shared, encoding="utf-8")
    Path("other.toml").write_text('extends = "house.toml"\n', encoding="utf-8")
    Path("okrlint.toml").write_text('extends = ["house.toml", "other.toml"]\n', encoding="utf-8")
    assert okrlint("test", "no-slang").err == "okrlint: 2 examples of 1 rule, 0 failed\n"
    assert "Plain words." in okrlint("rule", "no-slang").out
    assert "no-slang" in okrlint("rule", "--all").out
    assert "declared in house.toml" in okrlint("config").out.replace(f"{tmp_path}/", "")
    Path("house.toml").write_text(shared.replace("- 3 shops", "- Leverage"), encoding="utf-8")
    forget_settings()
    failed = okrlint("test", "no-slang")
    assert failed.code == 1
    assert "no-slang flags the good example" in failed.out


def test_each_document_has_the_rules_of_its_own_configuration(
    tmp_path: Path, okrlint: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for team, word in (("one", "leverage"), ("two", "revenue")):
        Path(team).mkdir()
        Path(team, "okrs.md").write_text(PAGE, encoding="utf-8")
        text = f'[[rule]]\nname = "house"\nkind = "phrase"\nwords = ["{word}"]\n{EXAMPLES}'
        Path(team, "okrlint.toml").write_text(text, encoding="utf-8")
    out = okrlint("--select", "house", "-f", "concise", ".").out
    assert '"Leverage"' in out
    assert '"Revenue"' in out
    assert len(out.splitlines()) == 2
    sarif = okrlint("--select", "house", "-f", "sarif", ".").out
    assert sarif.count('"name": "House"') == 2


def test_examples_may_be_run_from_python(tmp_path: Path) -> None:
    table = '[[rule]]\nname = "house"\nkind = "phrase"\nwords = ["lever"]\n'
    (tmp_path / "okrlint.toml").write_text(
        f'{table}bad = ["- Lever 3 shops"]\ngood = ["- 3 shops"]\n', encoding="utf-8"
    )
    settings = load_settings(tmp_path, load_rules()).settings
    rule = all_rules(settings, load_rules()).find("house")
    for one, example in find_examples([rule]):
        check_example(one, example)


def test_threads_find_what_one_finds(tmp_path: Path) -> None:
    regex = 'kind = "pattern"\nregex = "(?:[a-z]+ ){2,3}bakery|\\\\d+ shops"\nmessage = "m"\n'
    find(tmp_path, regex)
    settings = load_settings(tmp_path, load_rules()).settings
    chosen = replace(settings, select=("house",))
    texts = [PAGE.replace("30", str(number)) for number in range(40)]
    alone = [lint_text(text, "", chosen).findings for text in texts]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: lint_text(text, "", chosen).findings, texts))
    assert together == alone
    assert all(alone)
