"""The example does what its page says, on two workers."""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
from pathlib import Path

import dask.dataframe as dd
import pandas as pd
import pytest
from dask.distributed import Client, wait

import lint_frame
from lint_dask import lint, lint_tables, split
from okrlint import lint_text

HEAD = "# OKRs Q3 2026\n\n## Objective: Be found\n\n- KR: 500 visits a day\n"
GOOD = HEAD + "- KR: {} orders a week\n"
TASK = HEAD + "- KR: Launch shop {}\n"


@pytest.fixture(scope="module")
def texts() -> pd.DataFrame:
    rows = [(f"good-{n}", GOOD.format(n + 20)) for n in range(8)]
    rows += [(f"task-{n}", TASK.format(n)) for n in range(8)]
    rows += [("none", None), ("nothing", ""), ("no OKRs", "# Minutes\n\nWe met.\n")]
    return pd.DataFrame(rows, columns=["id", "text"])


@pytest.fixture(scope="module")
def linted(client: Client, texts: pd.DataFrame) -> dd.DataFrame:
    return lint(dd.from_pandas(texts, npartitions=8), client).persist()


def test_rows_in_findings_and_faults_out(linted: dd.DataFrame) -> None:
    findings, faults = (part.compute() for part in split(linted))
    assert faults.to_numpy().tolist() == [["none", "there is no text"]]
    tasks = findings[findings["rule"] == "task-like"].set_index("id")
    assert sorted(tasks.index) == [f"task-{n}" for n in range(8)]
    one = tasks.loc["task-3"]
    assert (one["severity"], one["words"], one["line"]) == ("error", "Launch shop", 6)
    assert not set(findings["id"]) & {"nothing", "no OKRs"}


def test_the_findings_are_those_of_the_library(texts: pd.DataFrame, linted: dd.DataFrame) -> None:
    findings = split(linted)[0].compute()
    here = {
        (name, finding.rule, finding.message)
        for name, text in texts.dropna().itertuples(index=False)
        for finding in lint_text(text).findings
    }
    found = findings[["id", "rule", "message"]].itertuples(index=False)
    assert {tuple(row) for row in found} == here


def test_the_table_has_the_types_it_promises(linted: dd.DataFrame) -> None:
    frame = linted.compute()
    assert list(frame.columns) == list(lint_frame.COLUMNS)
    assert frame.dtypes.equals(linted.dtypes)
    assert {name for name, kind in frame.dtypes.items() if kind == "Int64"} == {
        "line", "column", "end_line", "end_column"
    }  # fmt: skip


def test_a_worker_loads_the_model_once(client: Client, linted: dd.DataFrame) -> None:
    def look() -> tuple[int, list[int]]:
        from spacy.language import Language

        gc.unfreeze()  # okrlint takes the model out of the collector's sight
        models = [id(one) for one in gc.get_objects() if issubclass(type(one), Language)]
        return os.getpid(), models

    wait(linted)
    before = client.run(look)
    lint(dd.from_pandas(pd.DataFrame({"id": ["a"] * 8, "text": [TASK] * 8}), 8), client).compute()
    assert client.run(look) == before
    assert [len(models) for _, models in before.values()] == [1, 1]
    assert len({process for process, _ in before.values()}) == 2


def test_tables_are_written(client: Client, tmp_path: Path, texts: pd.DataFrame) -> None:
    places = [str(tmp_path / name) for name in ("texts", "findings", "faults")]
    dd.from_pandas(texts, npartitions=2).to_parquet(places[0])
    lint_tables(client, *places)
    assert len(pd.read_parquet(places[2])) == 1
    assert (pd.read_parquet(places[1])["rule"] == "task-like").sum() == 8


def test_the_page_runs(tmp_path: Path) -> None:
    folder = Path(__file__).parents[1]
    page = (folder / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    (tmp_path / "page.py").write_text(code, encoding="utf-8")
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "page.py"], cwd=tmp_path, env={**os.environ, "PYTHONPATH": path},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "task-like" in done.stdout
    assert "there is no text" in done.stdout
