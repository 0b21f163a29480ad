"""The example does what its page says, on two workers."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from pyspark.sql import DataFrame, SparkSession

import lint_frame
from lint_spark import SCHEMA, lint, lint_tables, split
from okrlint import lint_text

HEAD = "# OKRs Q3 2026\n\n## Objective: Be found\n\n- KR: 500 visits a day\n"
GOOD = HEAD + "- KR: {} orders a week\n"
TASK = HEAD + "- KR: Launch shop {}\n"


@pytest.fixture(scope="module")
def texts(spark: SparkSession) -> DataFrame:
    rows = [(f"good-{n}", GOOD.format(n + 20)) for n in range(8)]
    rows += [(f"task-{n}", TASK.format(n)) for n in range(8)]
    rows += [("none", None), ("nothing", ""), ("no OKRs", "# Minutes\n\nWe met.\n")]
    return spark.createDataFrame(rows, "id string, text string").repartition(8).cache()


@pytest.fixture(scope="module")
def linted(texts: DataFrame) -> DataFrame:
    return lint(texts).cache()


def test_rows_in_findings_and_faults_out(linted: DataFrame) -> None:
    findings, faults = split(linted)
    assert [tuple(row) for row in faults.collect()] == [("none", "there is no text")]
    found = {(row["id"], row["rule"]): row for row in findings.collect()}
    assert {name for name, rule in found if rule == "task-like"} == {f"task-{n}" for n in range(8)}
    one = found["task-3", "task-like"]
    assert (one["severity"], one["words"], one["line"]) == ("error", "Launch shop", 6)
    assert not {name for name, _ in found} & {"nothing", "no OKRs"}


def test_the_findings_are_those_of_the_library(texts: DataFrame, linted: DataFrame) -> None:
    findings, _ = split(linted)
    here = {
        (row["id"], finding.rule, finding.message)
        for row in texts.where("text is not null").collect()
        for finding in lint_text(row["text"]).findings
    }
    assert {(row["id"], row["rule"], row["message"]) for row in findings.collect()} == here


def test_the_table_has_the_types_it_promises(linted: DataFrame) -> None:
    types = [f"{name} {kind.replace('bigint', 'long')}" for name, kind in linted.dtypes]
    assert ", ".join(types) == SCHEMA
    assert linted.columns == list(lint_frame.COLUMNS)


@pytest.mark.usefixtures("linted")  # it sends lint_frame.py to the workers
def test_a_worker_loads_the_model_once(texts: DataFrame) -> None:
    def look(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        from spacy.language import Language

        for frame in frames:
            lint_frame.lint_frame(frame)
            gc.unfreeze()  # okrlint takes the model out of the collector's sight
            models = [id(one) for one in gc.get_objects() if issubclass(type(one), Language)]
            yield pd.DataFrame({"process": os.getpid(), "model": models})

    seen = [tuple(row) for row in texts.mapInPandas(look, "process long, model long").collect()]
    assert len(seen) == 8  # one for each part of the data: never two models in a process
    assert len({process for process, _ in seen}) == 2
    assert len(set(seen)) == 2


def test_tables_are_written(spark: SparkSession, tmp_path: Path, texts: DataFrame) -> None:
    places = [str(tmp_path / name) for name in ("texts", "findings", "faults")]
    texts.write.parquet(places[0])
    lint_tables(spark, *places)
    assert spark.read.parquet(places[2]).count() == 1
    assert spark.read.parquet(places[1]).where("rule = 'task-like'").count() == 8


@pytest.mark.usefixtures("spark")
def test_the_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    said = capsys.readouterr().out
    assert "task-like" in said
    assert "there is no text" in said
