"""The learned reader says the same on other processors, so that findings do not flip."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

STATEMENTS = Path(__file__).parent / "statements.tsv"
JUDGE = """
import json, sys
from okrlint.language.learned import load_model
found = load_model().predict(json.load(sys.stdin))
flags = ("measurable", "baseline", "compound", "vague")
print(json.dumps([[*j.promise, *j.deadline, *(getattr(j, f) for f in flags)] for j in found]))
"""


def judge(texts: list[str], **environment: str) -> np.ndarray:
    done = subprocess.run(
        [sys.executable, "-c", JUDGE],
        input=json.dumps(texts),
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return np.array(json.loads(done.stdout))


@pytest.mark.parametrize("kernel", ["Nehalem", "Haswell"])
def test_older_processors_say_the_same(kernel: str) -> None:
    """OpenBLAS, where NumPy has it, runs the code it would run on an older processor."""
    lines = STATEMENTS.read_text(encoding="utf-8").splitlines()[:200]
    texts = [line.split("\t")[-1] for line in lines]
    one_thread = judge(texts, OPENBLAS_CORETYPE=kernel, OPENBLAS_NUM_THREADS="1")
    assert np.abs(judge(texts) - one_thread).max() < 1e-4
