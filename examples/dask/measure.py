"""The rate of the example, beside that of the library: `OMP_NUM_THREADS=1 python measure.py`.

After it may stand the numbers of statements to measure with, instead of 1,000 and 10,000.
"""

from __future__ import annotations

import sys

import dask.dataframe as dd
import pandas as pd
from dask.distributed import Client, LocalCluster

from lint_dask import lint
from rate import PARTS, compare


def main() -> None:
    """Start a Dask of two workers, measure, stop."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):

        def run(texts: pd.DataFrame) -> int:
            return len(lint(dd.from_pandas(texts, npartitions=PARTS), client))

        compare("Dask", run, tuple(map(int, sys.argv[1:])) or (1_000, 10_000))


if __name__ == "__main__":
    main()
