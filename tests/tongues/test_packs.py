"""The packs themselves: their English is what okrlint knows, and reading through them is linear."""

from __future__ import annotations

import subprocess
import sys

import pytest

from okrlint.beside import is_blank, name_of
from okrlint.language.words import load_table
from okrlint.outline.vocabulary import load_words
from okrlint.tongues import gloss_document
from okrlint.tongues.pack import MONTHS, Where, languages, load_pack, parse_pack
from tests.support import steps

ASIDES = ("asides", "closed", "statement_columns", "missions")
OTHERS = {"period", "in progress", "at risk", "on track", "none yet", "done", "background"}
"""Names that are looked up elsewhere: cycles, values of a status or a baseline."""


@pytest.mark.parametrize("language", sorted(languages()))
def test_the_english_of_a_pack_is_known(language: str) -> None:
    pack = load_pack(language)
    assert language in {name for names in load_table("tongues").values() for name in names}
    phrases = [phrase for phrases in pack.phrases.values() for phrase in phrases]
    names = {phrase.english for phrase in phrases if phrase.where is Where.NAMES} - OTHERS
    known = set().union(*map(load_words, ASIDES))
    unknown = {n for n in names if not (name_of(n) or n in known or is_blank(n))}
    assert not unknown
    assert {phrase.english for phrase in phrases} >= set(MONTHS)


def test_a_pack_with_an_unknown_table_is_refused() -> None:
    with pytest.raises(ValueError, match="colours"):
        parse_pack('language = "Low German"\n[colours]\n')


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("Umsatz von 1.234,5 auf 2.500 €", "Umsatz from 1,234.5 to 2,500 €"),
        ("KR 1 200 Gäste", "KR 1 200 Gäste"),
        ("[Ziele](ziele.md) und <b class='ziel'>", "](ziele.md) and <b class='ziel'>"),
        ("bis 12/06/2027", "by 2027-06-12"),
        ("im 2. Quartal 2027", "in Q2 2027"),
        ("Version 2.4.1 und 0,5 %", "Version 2.4.1 and 0.5 %"),
        ("ZIEL 1: Gäste", "OBJECTIVE 1: Gäste"),
        ("  - Ziel: 45", "  - Target: 45"),
        ("| KR | Ausgangswert | Ziel |", "| KR | Baseline | Target |"),
        ("| Ziel | KR | Ist | Soll |", "| Objective | KR | Current | Target |"),
        ("Das Ziel ist weit", "The Ziel ist weit"),
    ],
)
def test_what_is_put_into_english(written: str, english: str) -> None:
    text = f"# OKRs für uns und mit dir auf Zeit\n\n{written}\n"
    gloss = gloss_document(text)
    assert gloss is not None
    assert english in gloss.text
    assert gloss.text.count("\n") == text.count("\n")


@pytest.mark.parametrize("piece", ["Ziel 1: von 1 auf 2\n", "und von 9 ", "1 ", "Ziel | ", "<!--"])
def test_a_gloss_takes_time_that_grows_with_the_text(piece: str) -> None:
    top = "# OKRs für uns und mit dir auf Zeit\n\n"

    def read(size: int) -> int:
        return steps(lambda: gloss_document(top + piece * (size // len(piece))))

    read(500)
    assert read(16_000) < 2.6 * read(8_000) + 5_000


def test_english_loads_no_pack() -> None:
    code = (
        "import okrlint\n"
        "okrlint.parse('# OKRs Q3 2027\\n\\n## Objective: Guests stay\\n\\n- KR: 9 teas\\n')\n"
        "from okrlint.tongues.pack import load_pack\n"
        "print(load_pack.cache_info().currsize)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "0"
