"""Baselines as data: what is counted, what is told apart, what the file looks like."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from okrlint import Result, Settings, lint_text
from okrlint.baseline import (
    compare_with_baseline,
    load_baseline,
    make_baseline,
    prune_baseline,
    save_baseline,
    update_baseline,
)
from okrlint.errors import ConfigError

TASK = "- KR 1: Launch the shop\n"


def linted(path: str, body: str = TASK) -> Result:
    page = f"# OKRs Q3 2026\n\n## Objective 1: Be found\n\n{body}"
    return lint_text(page, path, Settings(select=("task-like", "objective-count")))


def test_the_file_reads_well_in_a_review(tmp_path: Path) -> None:
    twice = linted("okrs/a.md", f"{TASK}\n## Objective 2: Be  loved\n\n{TASK}")
    save_baseline(make_baseline([twice], Path("okrs")), tmp_path / "known.json")
    assert (
        (tmp_path / "known.json").read_text(encoding="utf-8")
        == """{
  "version": 1,
  "findings": [
    {
      "path": "a.md",
      "rule": "objective-count",
      "statement": "Be found",
      "count": 1
    },
    {
      "path": "a.md",
      "rule": "task-like",
      "statement": "Launch the shop",
      "count": 2
    }
  ]
}
"""
    )
    assert len(load_baseline(tmp_path / "known.json")) == 3


def test_each_occurrence_is_accepted_once() -> None:
    known = make_baseline([linted("a.md")], Path())
    twice = linted("a.md", f"{TASK}\n## Objective 2: Be loved\n\n{TASK}")
    compared = compare_with_baseline([twice], known, Path())
    assert compared.known == 2
    assert [finding.rule for finding in compared.results[0].findings] == ["task-like"]
    assert len(compared.stale) == 0


def test_what_is_accepted_several_times_is_accepted_so_often() -> None:
    known = make_baseline([linted("a.md", TASK * 2)], Path())
    assert known.counts["a.md", "task-like", "Launch the shop"] == 2
    for often, new, stale in ((1, 0, 1), (2, 0, 0), (3, 1, 0)):
        compared = compare_with_baseline([linted("a.md", TASK * often)], known, Path())
        kept = [finding.rule for finding in compared.results[0].findings]
        assert kept.count("task-like") == new
        assert compared.stale.counts["a.md", "task-like", "Launch the shop"] == stale
        assert ("a.md", "objective-count", "Be found") not in compared.stale.counts


def test_what_is_stale_is_told_of_the_files_that_were_read() -> None:
    known = make_baseline([linted("a.md"), linted("b.md")], Path())
    better = linted("a.md", "- KR 1: Visits rise from 5 to 9\n")
    stale = compare_with_baseline([better], known, Path()).stale.counts
    assert stale == {("a.md", "task-like", "Launch the shop"): 1}


def test_an_update_keeps_what_is_known_of_other_files() -> None:
    known = make_baseline([linted("a.md"), linted("b.md")], Path())
    better = linted("a.md", "- KR 1: Visits rise from 5 to 9\n")
    assert sorted(update_baseline(known, [better], Path()).counts) == [
        ("a.md", "objective-count", "Be found"),
        ("b.md", "objective-count", "Be found"),
        ("b.md", "task-like", "Launch the shop"),
    ]


def test_pruned_is_what_is_gone(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in ("a.md", "b.md", "c.md")]
    known = make_baseline(map(linted, names), tmp_path)
    for name in names[:2]:
        Path(name).touch()
    better = linted(names[0], "- KR 1: Visits rise from 5 to 9\n")
    left = prune_baseline(known, [better], tmp_path)
    assert sorted((path, rule) for path, rule, _ in left.counts) == [
        ("a.md", "objective-count"),
        ("b.md", "objective-count"),
        ("b.md", "task-like"),
    ]


def test_a_name_that_is_not_utf8_is_kept_with_its_bytes(tmp_path: Path) -> None:
    known = make_baseline([linted(os.fsdecode(b"\xff.md"))], Path())
    save_baseline(known, tmp_path / "known.json")
    assert {path for path, _, _ in load_baseline(tmp_path / "known.json").counts} == {"\\udcff.md"}


HEAD = '{"version": 1, "findings": '


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is no baseline of okrlint (Input data was truncated); make it anew with `okrlint "
         "baseline create`"),
        (b'{"version": 2, "findings": []}', "is of version 2; this okrlint reads 1"),
        (b"\xff", "is no baseline of okrlint ("),
        (b"[" * 100_000, "is no baseline of okrlint ("),
        (f'{HEAD}[], "more": 1}}'.encode(), "is no baseline of okrlint (Object contains unknown"),
        (f'{HEAD}[{{"path": "a", "rule": "b", "statement": "\\udcff"}}]}}'.encode(), "is no b"),
        (f'{HEAD}[{{"path": "a", "rule": "b", "statement": "", "count": 0}}]}}'.encode(),
         "is no baseline of okrlint (Expected `int` >= 1"),
        (f'{HEAD}[{{"path": "a", "rule": "b", "statement": "", "x": 0}}]}}'.encode(),
         "is no baseline of okrlint (Object contains unknown"),
    ],
)  # fmt: skip
def test_what_is_no_baseline(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(data)
    with pytest.raises(ConfigError) as caught:
        load_baseline(file)
    assert str(caught.value).startswith(f"{file}: {said}")


def test_one_that_is_missing_or_too_large(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    hint = "make it with `okrlint baseline create`"
    with pytest.raises(ConfigError) as caught:
        load_baseline(file)
    assert str(caught.value) == f"{file}: cannot be read (No such file or directory); {hint}"
    with file.open("wb") as stream:
        stream.truncate(64 * 1024 * 1024)  # holes, which take no room
    with pytest.raises(ConfigError, match="is no baseline"):
        load_baseline(file)
    with file.open("ab") as stream:
        stream.write(b" ")
    with pytest.raises(ConfigError) as caught:
        load_baseline(file)
    reason = "larger than 65,536 KiB, the most that is read; cut it into smaller files"
    assert str(caught.value) == f"{file}: {reason}; {hint}"


def test_what_occurs_no_more_is_not_written(tmp_path: Path) -> None:
    known = make_baseline([linted("a.md")], Path())
    known.counts["a.md", "task-like", "Launch the shop"] = 0
    known.counts["a.md", "no-metric", "Launch the shop"] = -1
    save_baseline(known, tmp_path / "known.json")
    assert [key[1] for key in load_baseline(tmp_path / "known.json").counts] == ["objective-count"]


def test_it_holds_the_very_words_of_a_statement_whatever_their_blanks() -> None:
    known = make_baseline([linted("a.md", "- KR 1: Launch  the\n  shop\n")], Path())
    assert ("a.md", "task-like", "Launch the shop") in known.counts


def test_one_entry_without_a_count_is_one(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(f'{HEAD}[{{"path": "a", "rule": "b", "statement": "c"}}]}}', encoding="utf-8")
    assert load_baseline(file).counts == {("a", "b", "c"): 1}
