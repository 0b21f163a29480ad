"""Make probabilities say how often they are right."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from statements import FLAGS, Statement
from torch.nn import functional

SLOPE_PRIOR = 0.02
"""How strongly slope 1 and shift 0 are believed in, so that few examples cannot move them far."""


def fit_calibration(
    logits: torch.Tensor, statements: Sequence[Statement]
) -> dict[str, tuple[float, float]]:
    """Slope and shift of the logits of each label, fitted on statements not trained on.

    One slope for the three-way labels (temperature scaling, Guo et al. 2017), slope and shift for
    the flags (Platt 1999).
    """
    targets = torch.tensor([s.targets for s in statements])
    found: dict[str, tuple[float, float]] = {}
    for place, name in enumerate(("promise", "deadline", *FLAGS)):
        wide = place < 2
        part = logits[:, 3 * place : 3 * place + 3] if wide else logits[:, 4 + place]
        values = torch.tensor([0.0, 0.0], requires_grad=True)
        optimiser = torch.optim.LBFGS([values], max_iter=100, line_search_fn="strong_wolfe")

        def find_loss(part=part, values=values, place=place, wide=wide, optimiser=optimiser):  # noqa: ANN001, ANN202
            optimiser.zero_grad()
            slope = values[0].exp()
            if wide:
                loss = functional.cross_entropy(part * slope, targets[:, place])
            else:
                truth = targets[:, place].float()
                loss = functional.binary_cross_entropy_with_logits(part * slope + values[1], truth)
            loss = loss + SLOPE_PRIOR * (values**2).sum()
            loss.backward()
            return loss

        optimiser.step(find_loss)
        slope, shift = values.detach().tolist()
        found[name] = (float(torch.tensor(slope).exp()), 0.0 if wide else shift)
    return found


def apply_calibration(
    logits: torch.Tensor, calibration: dict[str, tuple[float, float]]
) -> torch.Tensor:
    """Logits after slope and shift."""
    out = logits.clone()
    for place, name in enumerate(("promise", "deadline", *FLAGS)):
        slope, shift = calibration[name]
        part = slice(3 * place, 3 * place + 3) if place < 2 else slice(4 + place, 5 + place)
        out[:, part] = out[:, part] * slope + shift
    return out
