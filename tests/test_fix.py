"""Edits that are applied: whole, without overlaps, and to the right file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from okrlint import lint_file
from okrlint.errors import InputError
from okrlint.finding import Edit, Finding, Severity, Suggestion
from okrlint.fix import apply_edits, fix_file, render_diff
from okrlint.model import Span
from tests.support import GOOD, Outcome, steps

Run = Callable[..., Outcome]
UNUSED = GOOD.replace("**Mission:**", "<!-- okrlint-disable-file no-metric -->\n\n**Mission:**")


def finding(*suggestions: tuple[tuple[int, int, str], ...]) -> Finding:
    made = tuple(Suggestion("s", tuple(Edit(Span(a, b), t) for a, b, t in s)) for s in suggestions)
    return Finding("a.md", "rule", "XX001", Severity.NOTE, "m", Span(0, 0), "", made)


@pytest.mark.parametrize(
    ("findings", "text", "applied"),
    [
        ([finding(((0, 1, "A"),))], "Abcdef", 1),
        ([finding(((4, 5, "E"),)), finding(((0, 1, "A"),))], "AbcdEf", 2),
        ([finding(((0, 3, "A"),)), finding(((2, 4, "C"),))], "Adef", 1),
        ([finding(((2, 4, "C"),)), finding(((0, 3, "A"),))], "abCef", 1),
        ([finding(((0, 3, "A"),)), finding(((3, 4, "D"),))], "ADef", 2),
        ([finding(((0, 6, "A"),)), finding(((2, 3, "C"),))], "A", 1),
        ([finding(((2, 3, "C"),)), finding(((0, 6, "A"),))], "abCdef", 1),
        ([finding(((2, 2, "X"),)), finding(((2, 2, "Y"),))], "abXYcdef", 2),
        ([finding(((2, 2, "X"),)), finding(((2, 3, ""),))], "abXdef", 2),
        ([finding(((0, 6, ""),)), finding(((3, 3, "X"),))], "", 1),
        ([finding(((0, 1, "A"), (4, 5, "E"))), finding(((4, 5, "!"), (2, 3, "C")))], "AbcdEf", 1),
        ([finding((), ((1, 2, "B"),), ((3, 4, "D"),))], "aBcdef", 1),
        ([finding(((0, 2, "A"),)), finding(((1, 2, "B"),), ((3, 4, "D"),))], "AcDef", 2),
        ([finding()], "abcdef", 0),
    ],
)
def test_apply(findings: list[Finding], text: str, applied: int) -> None:
    assert apply_edits("abcdef", findings) == (text, applied)


def test_effort_grows_with_the_edits() -> None:
    def effort(size: int) -> int:
        found = [finding(((n, n + 1, ""),)) for n in range(size)]
        return steps(lambda: apply_edits("a" * size, found))

    assert effort(2_000) < 2.6 * effort(1_000)


def test_a_file_that_cannot_be_written_does_not_stop_the_others(okrlint: Run, folder: Path) -> None:
    for name in ("a.md", "b.md"):
        Path(name).write_text(UNUSED, encoding="utf-8")
    Path("a.md").chmod(0o444)
    outcome = okrlint("-f", "concise", "--fix", "a.md", "b.md", "bad.md")
    assert outcome.code == 2
    assert "a.md: is read-only, nothing was written" in outcome.err
    assert Path("a.md").read_text(encoding="utf-8") == UNUSED
    assert "disable" not in Path("b.md").read_text(encoding="utf-8")
    assert "bad.md:7" in outcome.out
    assert "a.md:3" in outcome.out


def test_a_link_stays_one(okrlint: Run, folder: Path) -> None:
    Path("real").mkdir()
    Path("real/okrs.md").write_text(UNUSED, encoding="utf-8")
    Path("okrs.md").symlink_to("real/okrs.md")
    okrlint("--fix", "okrs.md")
    assert Path("okrs.md").is_symlink()
    assert "disable" not in Path("real/okrs.md").read_text(encoding="utf-8")


def test_a_diff_is_one_that_patch_reads() -> None:
    assert render_diff("a.md", "one\ntwo", "one\nthree") == (
        "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n"
    )
    assert render_diff("a.md", "one\n", "one\n") == ""


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(UNUSED, encoding="utf-8")
    result = lint_file(path)
    path.write_text("other\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        fix_file(result)
    assert str(caught.value) == f"{path}: was changed while it was linted; lint it again"
    assert path.read_text(encoding="utf-8") == "other\n"
    path.write_text(UNUSED, encoding="utf-8")
    assert [fix_file(result), fix_file(result)] == [1, 1]  # the second finds it done
