"""The rate of the example, beside that of the library: `OMP_NUM_THREADS=1 python measure.py`.

After it may stand the numbers of statements to measure with, instead of 1,000 and 10,000.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pandas as pd
import pyspark
from pyspark.sql import SparkSession

from lint_spark import lint
from rate import PARTS, compare


def main() -> None:
    """Start a Spark of two workers, measure, stop."""
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]")
    spark = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()

    def run(texts: pd.DataFrame) -> int:
        frame = spark.createDataFrame(texts, "id string, text string").repartition(PARTS)
        return lint(frame).count()

    compare("Spark", run, tuple(map(int, sys.argv[1:])) or (1_000, 10_000))
    spark.stop()


if __name__ == "__main__":
    main()
