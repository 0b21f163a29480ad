"""Lint a data set of OKR texts with Dask: `python lint_dask.py TEXTS FINDINGS FAULTS`.

TEXTS is Parquet with the columns `id` and `text`; FINDINGS and FAULTS are written as Parquet.
"""

from __future__ import annotations

import sys

import dask.dataframe as dd
import pandas as pd
from dask.distributed import Client, LocalCluster

import lint_frame

META = pd.DataFrame(columns=list(lint_frame.COLUMNS)).astype(lint_frame.COLUMNS)


def lint(texts: dd.DataFrame, client: Client) -> dd.DataFrame:
    """The findings and faults of texts; computed when asked for, so persist or write it once.

    A worker keeps its process, so it loads the model once. Give it one thread: okrlint computes in
    Python, where threads wait for each other.
    """
    client.upload_file(lint_frame.__file__)
    return texts[["id", "text"]].map_partitions(lint_frame.lint_frame, meta=META)


def split(linted: dd.DataFrame) -> tuple[dd.DataFrame, dd.DataFrame]:
    """What `lint` gave, as findings and faults apart."""
    good = linted["fault"].isna()
    return linted[good].drop(columns="fault"), linted[~good][["id", "fault"]]


def lint_tables(client: Client, texts: str, findings: str, faults: str) -> None:
    """Read, lint, write; tables that are there are replaced."""
    linted = lint(dd.read_parquet(texts), client).persist()
    for table, place in zip(split(linted), (findings, faults), strict=True):
        table.to_parquet(place, overwrite=True, write_index=False)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    with LocalCluster(threads_per_worker=1) as cluster, Client(cluster) as here:
        lint_tables(here, *sys.argv[1:])
