"""Fine-tune a pre-trained encoder with one head a label."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from augment import vary_statement
from statements import Statement
from torch import nn
from torch.nn import functional

Encode = Callable[[Sequence[str]], list[list[int]]]
"""Texts to token ids, the first and last marks included."""
FLAG_WEIGHTS = (1.0, 1.5, 2.0, 2.0)
"""How much more a missed flag counts than a false one: measurable, baseline, compound, vague."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train."""

    epochs: int = 5
    rate: float = 5e-5
    head_rate: float = 1e-3
    batch: int = 32
    warmup: float = 0.1
    decay: float = 0.01
    dropout: float = 0.1
    joins: float = 0.05
    varied: float = 0.6
    """The part of the statements that is changed each time it is seen."""
    seed: int = 1


class Reader(nn.Module):
    """An encoder and ten numbers on top: promise (3), deadline (3), four flags."""

    def __init__(self, encoder: nn.Module, width: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(width, 10)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Logits of a padded batch: the mean of the token vectors, then the head."""
        hidden = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weight = mask.unsqueeze(-1).float()
        pooled = (hidden * weight).sum(1) / weight.sum(1)
        return self.head(self.dropout(pooled))


def pad(rows: Sequence[Sequence[int]], fill: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids and mask of rows of unequal length."""
    width = max(map(len, rows))
    ids = torch.full((len(rows), width), fill)
    mask = torch.zeros((len(rows), width), dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def find_batches(lengths: Sequence[int], size: int, random: Random) -> list[list[int]]:
    """Batches of rows of about equal length, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + random.random() * 4)
    batches = [order[i : i + size] for i in range(0, len(order), size)]
    random.shuffle(batches)
    return batches


def find_loss(logits: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
    """Cross-entropy of the two three-way labels and the four flags; open labels (-1) left out."""
    promise = functional.cross_entropy(
        logits[:, :3], targets[:, 0], label_smoothing=0.05, ignore_index=-1
    )
    deadline = functional.cross_entropy(logits[:, 3:6], targets[:, 1], ignore_index=-1)
    flags = functional.binary_cross_entropy_with_logits(
        logits[:, 6:],
        targets[:, 2:].clamp(min=0).float(),
        weight=(targets[:, 2:] >= 0).float(),
        pos_weight=torch.tensor(FLAG_WEIGHTS),
        reduction="none",
    ).mean(0)
    return 1.5 * promise + 0.7 * deadline + 0.7 * flags.sum()


def vary_all(statements: Sequence[Statement], recipe: Recipe, random: Random) -> list[Statement]:
    """The statements of one epoch: most of them changed."""
    out = []
    for i, statement in enumerate(statements):
        near = [s for s in statements[max(0, i - 6) : i + 7] if s is not statement]
        changed = random.random() < recipe.varied
        out.append(vary_statement(statement, near, random, recipe.joins) if changed else statement)
    return out


def find_groups(model: Reader, recipe: Recipe) -> list[dict[str, object]]:
    """Parameters for the optimiser: the head learns faster, biases and norms do not decay."""
    groups: list[dict[str, object]] = []
    for rate, named in (
        (recipe.rate, model.encoder.named_parameters()),
        (recipe.head_rate, model.head.named_parameters()),
    ):
        plain, still = [], []
        for name, value in named:
            if value.requires_grad:
                (still if value.ndim == 1 or "embedding" in name else plain).append(value)
        groups.append({"params": plain, "lr": rate, "weight_decay": recipe.decay})
        groups.append({"params": still, "lr": rate, "weight_decay": 0.0})
    return groups


def fine_tune(
    model: Reader, encode: Encode, pad_id: int, statements: Sequence[Statement], recipe: Recipe
) -> Iterator[int]:
    """Train; yields after each epoch, with its number, so that the caller can look."""
    torch.manual_seed(recipe.seed)
    random = Random(recipe.seed)
    optimiser = torch.optim.AdamW(find_groups(model, recipe), fused=True)
    steps = math.ceil(len(statements) / recipe.batch) * recipe.epochs
    warm = max(1, int(steps * recipe.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / warm, max(0.02, (steps - s) / max(1, steps - warm)))
    )
    for epoch in range(recipe.epochs):
        model.train()
        seen = vary_all(statements, recipe, random)
        rows = encode([s.text for s in seen])
        targets = torch.tensor([s.targets for s in seen])
        started, total = time.perf_counter(), 0.0
        for batch in find_batches([len(r) for r in rows], recipe.batch, random):
            ids, mask = pad([rows[i] for i in batch], pad_id)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, mask)
            loss = find_loss(logits.float(), targets[batch])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        spent = time.perf_counter() - started
        print(f"  epoch {epoch + 1}: loss {total / len(seen):.3f}, {spent:.0f} s", flush=True)
        yield epoch


@torch.inference_mode()
def find_logits(
    model: nn.Module,
    encode: Encode,
    pad_id: int,
    texts: Sequence[str],
    *,
    width: int = 10,
    half: bool = False,
) -> np.ndarray:
    """What the model answers to texts, `width` numbers a row."""
    model.eval()
    rows = encode(texts)
    out = np.zeros((len(texts), width), dtype=np.float32)
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for start in range(0, len(order), 64):
        batch = order[start : start + 64]
        ids, mask = pad([rows[i] for i in batch], pad_id)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            out[batch] = model(ids, mask).float().numpy()
    return out


def find_probabilities(logits: np.ndarray) -> np.ndarray:
    """Logits to probabilities: two softmaxes of three, four sigmoids."""
    out = np.empty_like(logits)
    for part in (slice(0, 3), slice(3, 6)):
        rows = np.exp(logits[:, part] - logits[:, part].max(1, keepdims=True))
        out[:, part] = rows / rows.sum(1, keepdims=True)
    out[:, 6:] = 1 / (1 + np.exp(-logits[:, 6:]))
    return out


def load_base(
    folder: Path, recipe: Recipe, layers: int | None = None
) -> tuple[Reader, Encode, int]:
    """A pre-trained encoder with fresh heads, its tokenizer and its padding id."""
    from transformers import AutoModel, AutoTokenizer

    torch.manual_seed(recipe.seed)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, dtype=torch.float32)
    if layers:
        encoder.encoder.layer = encoder.encoder.layer[:layers]
    encoder.embeddings.word_embeddings.weight.requires_grad = False

    def encode(texts: Sequence[str]) -> list[list[int]]:
        return tokenizer(list(texts), truncation=True, max_length=96)["input_ids"]

    return (
        Reader(encoder, encoder.config.hidden_size, recipe.dropout),
        encode,
        tokenizer.pad_token_id,
    )
