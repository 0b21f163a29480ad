"""The training data and its tools, as far as they need no training libraries."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np
import pytest

TRAINING = Path(__file__).parents[2] / "training"


@pytest.fixture(autouse=True)
def _tools_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The tools are scripts beside each other, not a package."""
    monkeypatch.syspath_prepend(str(TRAINING))
    before = set(sys.modules)
    yield
    for name in set(sys.modules) - before:
        if getattr(sys.modules[name], "__file__", None) and str(TRAINING) in str(
            sys.modules[name].__file__
        ):
            del sys.modules[name]


def test_every_statement_is_well_formed() -> None:
    from statements import load_statements, split_statements

    statements = load_statements()
    train, held = split_statements(statements)
    assert len(train) + len(held) == len(statements)
    assert 0.08 < len(held) / len(statements) < 0.12
    assert all("\t" not in s.text and "\n" not in s.text for s in statements)


@pytest.mark.parametrize(
    "line",
    [
        "task\tno\tno\tnone\tno\tOpen a shop",
        "chore\tno\tno\tnone\tno\tno\tOpen a shop",
        "task\tmaybe\tno\tnone\tno\tno\tOpen a shop",
        "task\tno\tno\tnone\tno\tno\t ",
    ],
)
def test_bad_lines_are_errors(line: str) -> None:
    from statements import parse_line

    with pytest.raises(ValueError, match="Open a shop|no text"):
        parse_line(line)


def test_held_back_does_not_depend_on_case_or_spaces() -> None:
    from statements import is_held_back

    for n in range(50):
        assert is_held_back(f"Open {n} shops") == is_held_back(f"open  {n} Shops ")


def test_close_texts_are_found() -> None:
    from check_duplicates import find_close

    texts = [("", "Open three shops in the north"), ("", "Open 3 bakeries at sea")]
    others = [("a.md:1", "Open three shops in the North."), ("a.md:2", "Win back old members")]
    found = list(find_close(texts, others, 0.7))
    assert [(one[1], other[0]) for _, one, other in found] == [(texts[0][1], "a.md:1")]
    assert list(find_close(texts, None, 0.7)) == []
    assert len(list(find_close([*texts, texts[0]], None, 0.7))) == 1


def test_kappa() -> None:
    from agreement import find_kappa

    assert find_kappa([("a", "a"), ("b", "b")]) == (1.0, 1.0)
    agreed, kappa = find_kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")])
    assert (agreed, kappa) == (0.5, 0.0)


def test_changes_keep_what_they_must() -> None:
    from augment import add_deadline, join_statements, swap_numbers
    from statements import parse_line

    random = Random(1)
    kept = "Pass 100 % of the 2024 audits in Q3 and keep v2 with 0 faults"
    assert swap_numbers(kept, random) == kept
    assert swap_numbers("Open 37 shops", random) != "Open 37 shops"
    first = parse_line("task\tno\tno\tnone\tno\tno\tOpen a shop")
    second = parse_line("outcome\tyes\tno\tdate\tno\tno\t40 guests a day by May")
    assert add_deadline(first, random).deadline == "date"
    joined = join_statements(first, second, random)
    assert (joined.promise, joined.measurable, joined.deadline, joined.compound) == (
        "outcome", True, "date", True,
    )  # fmt: skip


def test_open_labels_count_for_nothing() -> None:
    from evaluate import find_figures
    from statements import parse_labels

    row = {"text": "Open a  shop", "kind": "task", "measurable": "no", "baseline": "?"}
    row |= {"deadline": "?", "compound": "no", "vague": "no"}
    statement = parse_labels(row)
    assert statement.text == "Open a shop"
    assert statement.unsure == {"baseline", "deadline"}
    assert statement.targets == (2, -1, 0, -1, 0, 0)
    said = np.array([[0.1, 0.1, 0.8, 0.9, 0.05, 0.05, 0.1, 0.9, 0.1, 0.1]])
    figures = find_figures([statement], said)
    assert (figures["promise accuracy"], figures["baseline F1"], figures["deadline F1"]) == (
        1,
        0,
        0,
    )
    assert figures["no metric F1"] == 1


def test_columns_change_labels_as_they_say() -> None:
    from columns import add_columns, misspell
    from statements import parse_line

    bare = parse_line("outcome\tno\tno\tnone\tno\tyes\tGuests come back")
    for seed in range(40):
        changed = add_columns(bare, Random(seed))
        assert changed.text.startswith("Guests come back")
        assert changed.measurable == (not changed.vague)
        assert (changed.text != bare.text) == (changed != bare)
        assert misspell("Guests", Random(seed)).count(" ") == 0


def test_named_statements_are_found_again(tmp_path: Path) -> None:
    from real import hash_text, load_named, read_real

    page = {"name": "a.md", "repo": "mill/plan", "commit": "c0ffee", "path": "okr.md"}
    page |= {"may_train": True, "fold": 1}
    shut = {**page, "name": "b.md", "fold": 4}
    label = {"document": "a.md", "line": 3, "text": "Grind 40 sacks", "kind": "output"}
    label |= {"measurable": "yes", "baseline": "no", "deadline": "none", "compound": "no"}
    label |= {"vague": "no"}
    for name, rows in {
        "gold": [page, shut],
        "labels": [label, {**label, "document": "b.md"}],
    }.items():
        text = "\n".join(json.dumps(row) for row in rows)
        (tmp_path / f"{name}.jsonl").write_text(text, encoding="utf-8")
    (found,) = read_real(tmp_path)
    assert found.key == ("mill/plan", "c0ffee", "okr.md", 3, hash_text("grind  40 Sacks"))
    assert len(load_named()) > 800


def test_shipped_reader_learned_from_these_statements() -> None:
    from statements import fingerprint, load_statements, split_statements

    card = TRAINING.parent / "okrlint" / "language" / "learned" / "data" / "MODEL_CARD.md"
    train, held = split_statements(load_statements())
    told = card.read_text(encoding="utf-8")
    assert fingerprint(train) in told, "train again, or keep the new statements for the next round"
    assert f"{len(train)} statements" in told
    assert f"{len(held)} more were held back" in told


def test_weights_leave_no_slope() -> None:
    from newton import FREE, fit_kinds, fit_yes

    numbers = np.random.default_rng(1)
    table = np.column_stack([numbers.normal(size=(60, 3)), np.ones(60)])
    truth = (table[:, 0] + numbers.normal(size=60) > 0).astype(int)
    counts = np.where(numbers.random(60) < 0.5, 0.5, 1.0)
    held = np.array([2.0, 2.0, 2.0, FREE])

    weights = fit_yes(table, truth.astype(float), counts, 2.0)
    share = 1 / (1 + np.exp(-table @ weights))
    assert np.abs(table.T @ (counts * (share - truth)) + held * weights).max() < 1e-6

    columns = fit_kinds(table, truth, counts, 2.0)
    pulls = np.exp(table @ columns)
    shares = pulls / pulls.sum(1, keepdims=True)
    slope = table.T @ (counts[:, None] * (shares - np.eye(2)[truth])) + held[:, None] * columns
    assert np.abs(slope).max() < 1e-6


def test_a_counterpart_knows_its_fold() -> None:
    from statements import BESIDE, load_beside, load_statements

    beside = load_beside()
    assert set(beside.values()) == set(BESIDE.values())
    assert set(beside) <= {statement.text for statement in load_statements()}
