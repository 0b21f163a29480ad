"""Write the model that okrlint ships: small whole numbers, scales, pieces and settings."""

from __future__ import annotations

import hashlib
import json
import math
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import torch
from student import HEADS, LONGEST, WIDTH, Student

from okrlint.language.learned.model import PIECES, SETTINGS, WEIGHTS
from okrlint.language.learned.packed import Matrix, Table, unpack

Stored = dict[str, np.ndarray]
QUERY_SCALE = math.sqrt(WIDTH // HEADS)


def find_places(student: Student) -> dict[str, torch.Tensor]:
    """The student's weights under the names of the run time; matrices are (out, in)."""
    state = student.state_dict()
    places = {
        "words": state["words.weight"],
        "places": state["places.weight"],
        "norm.scale": state["norm.weight"],
        "norm.shift": state["norm.bias"],
        "head.weight": state["head.weight"],
        "head.bias": state["head.bias"],
    }
    for i in range(len(student.layers)):
        name = f"layers.{i}."
        for part in ("queries", "keys_values", "mix", "up", "down"):
            places[f"{i}.{part}.weight"] = state[f"{name}{part}.weight"]
            places[f"{i}.{part}.bias"] = state[f"{name}{part}.bias"]
        for part in ("mix", "down"):
            places[f"{i}.{part}.scale"] = state[f"{name}{part}_norm.weight"]
            places[f"{i}.{part}.shift"] = state[f"{name}{part}_norm.bias"]
    return places


def find_weights(student: Student) -> dict[str, np.ndarray]:
    """The student's weights as the run time reads them, attention scaled in the queries."""
    return {
        name: place.detach().float().numpy() / (QUERY_SCALE if ".queries." in name else 1.0)
        for name, place in find_places(student).items()
    }


def read_student(folder: Path) -> tuple[Student, list[str]]:
    """A student with the weights of a reader that was written, and its pieces."""
    weights = {
        name: torch.from_numpy(
            np.ascontiguousarray(value.whole() if isinstance(value, (Matrix, Table)) else value)
        )
        for name, value in unpack((folder / WEIGHTS).read_bytes()).items()
    }
    pieces = (folder / PIECES).read_text(encoding="utf-8").splitlines()
    student = Student(len(pieces), sum(name.endswith(".up.weight") for name in weights))
    with torch.no_grad():
        for name, target in find_places(student).items():
            value = weights[name]
            if name.endswith(".weight"):
                value = value.T
            target.copy_(value * QUERY_SCALE if ".queries." in name else value)
    student.words.weight.requires_grad = False
    return student, pieces


def shrink_weights(weights: Mapping[str, np.ndarray], levels: int, word_levels: int) -> Stored:
    """Matrices as 8-bit numbers from -levels to levels with a scale for each row.

    Fewer levels than 127 make the zip archive smaller, because its coding spends fewer bits on
    each number. The scale of a row is the one of several with the least squared error.
    """
    stored: Stored = {}
    for name, value in sorted(weights.items()):
        if value.ndim == 1:
            stored[name] = value.astype(np.float32)
            continue
        most = word_levels if name == "words" else levels
        top = np.abs(value).max(1, keepdims=True)
        best = np.full(len(value), np.inf)
        numbers = np.zeros(value.shape, dtype=np.int8)
        scales = np.zeros(len(value), dtype=np.float32)
        for part in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5):
            scale = (top * part / most).astype(np.float32)
            whole = np.clip(np.rint(value / scale), -most, most)
            error = ((whole * scale - value) ** 2).sum(1)
            better = error < best
            best[better], scales[better] = error[better], scale[better, 0]
            numbers[better] = whole[better].astype(np.int8)
        stored[name], stored[f"{name}.scales"] = numbers, scales
    return stored


def write_archive(stored: Stored, path: Path) -> str:
    """Write the arrays as an npz file, the same bytes for the same arrays; returns its SHA-256.

    Not compressed: unpacking takes a tenth of a second of every start, and the wheel is packed.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name, value in sorted(stored.items()):
            body = BytesIO()
            np.lib.format.write_array(body, np.ascontiguousarray(value), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0)), body.getvalue())
    return hashlib.sha256(path.read_bytes()).hexdigest()


def write_model(
    folder: Path,
    stored: Stored,
    pieces: Sequence[str],
    calibration: Mapping[str, tuple[float, float]],
) -> str:
    """Write all files of the model; returns the SHA-256 of the weights."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = write_archive(stored, folder / WEIGHTS)
    settings = {
        "layers": sum(name.endswith(".up.weight") for name in stored),
        "heads": HEADS,
        "longest": LONGEST,
        "calibration": {k: [round(a, 4), round(b, 4)] for k, (a, b) in calibration.items()},
        "sha256": digest,
    }
    (folder / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    (folder / PIECES).write_text("\n".join(pieces) + "\n", encoding="utf-8")
    return digest
