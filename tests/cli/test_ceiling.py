"""`--max-findings`: a ceiling that a team lowers step by step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import Outcome

Run = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("most", "code", "said"),
    [
        (1, 1, "2 findings that count; at most 1 are allowed"),
        (2, 0, "2 findings that count, as many as are allowed"),
        (5, 0, "2 findings that count of 5 that are allowed; now --max-findings 2 will do"),
    ],
)
def test_a_ceiling(folder: Path, okrlint: Run, most: int, code: int, said: str) -> None:
    outcome = okrlint("--select", "KR001,KR003", "--max-findings", str(most), folder / "bad.md")
    assert outcome.code == code
    assert f"okrlint: {said}\n" in outcome.err


def test_only_what_would_fail_counts(folder: Path, okrlint: Run) -> None:
    (folder / "okrlint.toml").write_text('[severity]\nno-metric = "note"\n', encoding="utf-8")
    outcome = okrlint("--select", "KR001,KR003", "--max-findings", "1", folder / "bad.md")
    assert outcome.code == 0
    outcome = okrlint("--max-findings", "9", folder / "good.md")
    assert "0 findings that count of 9 that are allowed; now no --max-findings will do" in (
        outcome.err
    )
    assert okrlint("--max-findings", "-1", folder / "good.md").code == 2
    assert okrlint("-q", "--max-findings", "9", folder / "good.md").err == ""
