"""The examples for clusters: what they share is the same, and their pages say what there is.

Their own tests run with the command of their pages; they need Spark, Dask and minutes.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
NAMES = ("dask", "spark")


@pytest.mark.parametrize("file", ["lint_frame.py", "rate.py"])
def test_what_they_share_is_the_same(file: str) -> None:
    one, other = ((EXAMPLES / name / file).read_text(encoding="utf-8") for name in NAMES)
    assert one == other


@pytest.mark.parametrize("name", NAMES)
def test_a_page_names_every_column_and_file(name: str) -> None:
    page = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
    shared = (EXAMPLES / name / "lint_frame.py").read_text(encoding="utf-8")
    columns = re.findall(r'^    "(\w+)": "(\w+)",', shared, re.MULTILINE)
    assert columns
    assert re.findall(r"^\| `(\w+)` \| (\w+) \|", page, re.MULTILINE) == [
        (column, kind.lower().removesuffix("64")) for column, kind in columns
    ]
    for file in re.findall(r"`([\w.]+\.(?:py|txt))`", page):
        assert (EXAMPLES / name / file).is_file(), file
