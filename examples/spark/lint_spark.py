"""Lint a data set of OKR texts with Spark: `python lint_spark.py TEXTS FINDINGS FAULTS`.

TEXTS is Parquet with the columns `id` and `text`; FINDINGS and FAULTS are written as Parquet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import col

import lint_frame

SCHEMA = (
    "id string, fault string, rule string, code string, severity string, certainty double, "
    "message string, suggestion string, words string, "
    "line long, column long, end_line long, end_column long"
)


def lint(texts: DataFrame) -> DataFrame:
    """The findings and faults of texts; computed when it is asked for, so cache or write it once.

    Spark keeps the Python process of a worker from task to task, so each loads the model once.
    """
    context = texts.sparkSession.sparkContext
    for module in (lint_frame.__file__, __file__):
        context.addPyFile(str(Path(module).resolve()))
    return texts.select("id", "text").mapInPandas(lint_batches, SCHEMA)


def lint_batches(frames: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """What a worker does with its part of the texts, a batch at a time."""
    return map(lint_frame.lint_frame, frames)


def split(linted: DataFrame) -> tuple[DataFrame, DataFrame]:
    """What `lint` gave, as findings and faults apart."""
    findings = linted.where(col("fault").isNull()).drop("fault")
    return findings, linted.where(col("fault").isNotNull()).select("id", "fault")


def lint_tables(spark: SparkSession, texts: str, findings: str, faults: str) -> None:
    """Read, lint, write; tables that are there are replaced."""
    linted = lint(spark.read.parquet(texts)).cache()
    for table, place in zip(split(linted), (findings, faults), strict=True):
        table.write.mode("overwrite").parquet(place)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    lint_tables(SparkSession.builder.appName("okrlint").getOrCreate(), *sys.argv[1:])
