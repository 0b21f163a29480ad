"""What is wrong in a rule without code is told with its line and the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from okrlint import ConfigError
from okrlint.config import forget_settings, load_settings
from okrlint.registry import load_rules

END = 'bad = ["- x"]\ngood = ["- y"]\n'
PHRASE = '[[rule]]\nname = "a"\nkind = "phrase"\nwords = ["x"]\n'

FAULTS = [
    ('[[rule]]\nname = "a"\nwords = ["x"]\n',
     "2:1: rule a: has no `kind`; say phrase, pattern, require, count, limit"),
    ('[[rule]]\nname = "a"\nkind = "phrases"\n',
     "3:1: rule a: kind: 'phrases' is none of phrase, pattern, require, count, limit; "
     "did you mean 'phrase'?"),
    ('[[rule]]\nkind = "phrase"\nwords = ["x"]\n',
     '1:3: rule: has no `name`; call it what people will write, as "no-slang"'),
    ('[[rule]]\nname = "No Slang"\nkind = "phrase"\n',
     "2:1: rule No Slang: name: 'No Slang' is none; "
     'write small letters, digits and hyphens, as "no-slang"'),
    (PHRASE + 'code = "h1"\n',
     "5:1: rule a: code: 'h1' is none; "
     'write two to eight capitals and three digits, as "HSE001"'),
    ('[[rule]]\nname = "a"\nkind = "phrase"\nword = ["x"]\n',
     "4:1: rule a: unknown key 'word'; did you mean 'words'?"),
    (PHRASE + "most = 3\n",
     "5:1: rule a: 'most' is for rules of kind count or limit, not phrase"),
    ('[[rule]]\nname = "a"\nkind = "phrase"\nwords = "x"\n',
     "4:1: rule a: words: expected a list, got text"),
    (PHRASE + 'where = ["key-result", "objectives"]\n',
     "5:1: rule a: where: 'objectives' is none of mission, objective, key-result, document; "
     "did you mean 'objective'?"),
    (PHRASE + 'severity = "warn"\n',
     "5:1: rule a: severity: 'warn' is none of error, warning, note; did you mean 'warning'?"),
    (PHRASE + 'message = "no {word}"\n',
     "5:1: rule a: message: nothing is called {word}; did you mean 'words'?"),
    ('[[rule]]\nname = "a"\nkind = "phrase"\n',
     "3:1: rule a: names no words to avoid; give `words` or `replace`"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nregex = "(a"\nmessage = "m"\n',
     "4:1: rule a: regex: missing ), unterminated subpattern at position 0"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nregex = "(?=a)"\nmessage = "m"\n',
     "4:1: rule a: regex: '(?=' at character 1 looks around, which can take forever; do without"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nregex = "a"\n',
     "3:1: rule a: has no `message`; say what is wrong with what the pattern finds"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\n',
     "3:1: rule a: needs either `regex` or `tokens`"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\ntokens = [{ LOWR = "x" }]\n',
     "5:1: rule a: tokens: no token has 'LOWR'; did you mean 'LOWER'?"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\ntokens = [{ OP = "x" }]\n',
     "5:1: rule a: tokens: OP: 'x' is none of ! ? + * and {2} {2,4} {2,}"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\ntokens = [{ TEXT = 3 }]\n',
     "5:1: rule a: tokens: TEXT: give a word, true, false, { IN = [...] } or { REGEX = '...' }"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\ntokens = [{ POS = "NOUNS" }]\n',
     "5:1: rule a: tokens: POS: no token is 'NOUNS'; did you mean 'NOUN'?"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\ntokens = [{ IS_STOP = "yes" }]\n',
     "5:1: rule a: tokens: IS_STOP: say true or false"),
    ('[[rule]]\nname = "a"\nkind = "pattern"\nmessage = "m"\n'
     'tokens = [{ TEXT = { REGEX = "(?!x)" } }]\n',
     "5:1: rule a: tokens: TEXT: REGEX: '(?!' at character 1 looks around"),
    ('[[rule]]\nname = "a"\nkind = "require"\nfields = ["due", "ownr"]\n',
     "4:19: rule a: fields: no field is called 'ownr'; did you mean 'owner'?"),
    ('[[rule]]\nname = "a"\nkind = "require"\n',
     "3:1: rule a: asks for nothing; give `fields`, `units` or `words`"),
    ('[[rule]]\nname = "a"\nkind = "require"\nfields = ["due"]\nwhere = "mission"\n',
     "5:10: rule a: where: fields are looked for in document or key-result or objective, "
     "not mission"),
    ('[[rule]]\nname = "a"\nkind = "count"\nof = "numbers"\n',
     "3:1: rule a: sets no bounds; give `least` or `most`"),
    ('[[rule]]\nname = "a"\nkind = "count"\nmost = 1\n',
     "3:1: rule a: needs one of `of`, `words` and `regex`: what is counted"),
    ('[[rule]]\nname = "a"\nkind = "count"\nof = "words"\nmost = 1\n',
     "4:1: rule a: of: words are for a rule of kind limit"),
    ('[[rule]]\nname = "a"\nkind = "limit"\nof = "numbers"\nmost = 1\n',
     "4:1: rule a: of: say words or characters"),
    ('[[rule]]\nname = "a"\nkind = "limit"\nof = "words"\nleast = 3\nmost = 1\n',
     "5:1: rule a: least: 3 is more than `most`, 1"),
    ('[[rule]]\nname = "a"\nkind = "count"\nof = "objectives"\nmost = 1\n',
     "1:3: rule a: where: objectives are looked for in document, not key-result"),
    ('[[rule]]\nname = "no-metric"\nkind = "phrase"\nwords = ["x"]\n',
     "2:1: rule no-metric: 'no-metric' is taken by the rule no-metric of okrlint"),
    (PHRASE + 'code = "KR003"\n',
     "5:1: rule a: 'KR003' is taken by the rule no-metric of okrlint; "
     "give it a `code` of its own"),
    ('[[rule]]\nname = "a"\nkind = "phrase"\nwords = ["x", "-"]\n',
     "4:16: rule a: words: '-' is no word; nothing can be found by it"),
    ('[rule]\nname = "a"\n',
     "1:2: rule: one of several, so write it with two brackets: [[rule]]"),
    (PHRASE + 'where = "key result"\n',
     "5:1: rule a: where: 'key result' is none of mission, objective, key-result, document; "
     "did you mean 'key-result'?"),
    ('[[rules]]\nname = "a"\n',
     "1:3: rules: options are tables; rules of your own are [[rule]]"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FAULTS, ids=[said for _, said in FAULTS])
def test_a_fault(tmp_path: Path, text: str, said: str) -> None:
    assert str(fault(tmp_path, text + END)).startswith(f"{tmp_path / 'okrlint.toml'}:{said}")


def fault(folder: Path, text: str, name: str = "okrlint.toml") -> ConfigError:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_settings(folder, load_rules())
    return caught.value


@pytest.mark.parametrize("key", ["bad", "good"])
def test_examples_are_asked_for(tmp_path: Path, key: str) -> None:
    end = "".join(line for line in END.splitlines(keepends=True) if not line.startswith(key))
    assert f":2:1: rule a: has no `{key}`; give lines that it must" in str(
        fault(tmp_path, PHRASE + end)
    )


def test_a_fault_in_a_later_table_with_texts_of_several_lines(tmp_path: Path) -> None:
    text = (
        '[tool.okrlint]\ncycle = "Q3 2026"\n\n[[tool.okrlint.rule]]\nname = "a"\n'
        'kind = "phrase"\nwords = ["x"]\nbad = ["""\n# O\n\n[[tool.okrlint.rule]]\nmost = 3\n"""]\n'
        'good = ["- y"]\n\n[tool.okrlint.rule.replace]\ny = "z"\n\n'
        '[[tool.okrlint.rule]]\nname = "b"\nkind = "limit"\nof = "words"\nmsot = 3\n'
    )
    said = str(fault(tmp_path, text + END, "pyproject.toml"))
    assert said.endswith("pyproject.toml:23:1: rule b: unknown key 'msot'; did you mean 'most'?")


def test_more_rules_than_anybody_has(tmp_path: Path) -> None:
    text = "".join((PHRASE + END).replace('"a"', f'"a{n}"') for n in range(201))
    said = str(fault(tmp_path, text))
    assert said.endswith(":1202:1: rule: more than 200 rules; fewer will do")


def test_two_rules_of_one_name_name_both_places(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(PHRASE + END, encoding="utf-8")
    text = f'extends = "house.toml"\n{PHRASE}severity = "note"\n{END}'
    house = tmp_path / "house.toml"
    assert str(fault(tmp_path, text)).endswith(
        f"okrlint.toml:3:1: rule a: 'a' is taken by the rule a of {house}:2:1"
    )
    forget_settings()
    assert "'a' is taken by the rule a of" in str(fault(tmp_path, 2 * (PHRASE + END)))


def test_codes_that_are_made_never_clash(tmp_path: Path) -> None:
    text = "".join((PHRASE + END).replace('"a"', f'"a{n}"') for n in range(150))
    last = f'{PHRASE}code = "OWN001"\n{END}'
    (tmp_path / "okrlint.toml").write_text(text + last, encoding="utf-8")
    forget_settings()
    declared = load_settings(tmp_path, load_rules()).settings.declared
    assert len({one.code for one in declared}) == 151
    assert declared[-1].code == "OWN001"


def test_a_name_that_stands_twice(tmp_path: Path) -> None:
    text = 2 * (f'{PHRASE}code = "HSE001"\n{END}')
    assert ":9:1: rule a: stands here twice" in str(fault(tmp_path, text))
