"""okrlint's own learned reader: a small encoder in NumPy that judges beside the rules."""

from __future__ import annotations

from okrlint.language.learned.model import (
    Influence,
    Judgement,
    Model,
    ModelError,
    load_model,
    read_model,
)

__all__ = ["Influence", "Judgement", "Model", "ModelError", "load_model", "read_model"]
