"""The student: the encoder that okrlint ships, as a torch module to train.

The same arithmetic as `okrlint/language/learned/encoder.py`: the first token is read, gelu by
its tanh form, no padding counts.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import torch
from safetensors.torch import load_file
from statements import Statement
from teacher import Encode, Recipe, find_batches, find_loss, pad, vary_all
from torch import nn
from torch.nn import functional

WIDTH, HEADS, INNER, LONGEST = 384, 12, 1536, 128


class Layer(nn.Module):
    """Attention and two dense parts, each with a norm behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.queries = nn.Linear(WIDTH, WIDTH)
        self.keys_values = nn.Linear(WIDTH, 2 * WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.mix_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.down_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: torch.Tensor, mask: torch.Tensor, *, last: bool) -> torch.Tensor:
        """One layer; the last one for the first token alone."""
        n, length, _ = x.shape
        pairs = self.keys_values(x).view(n, length, 2, HEADS, -1).permute(2, 0, 3, 1, 4)
        if last:
            x = x[:, :1]
        asked = self.queries(x).view(n, x.shape[1], HEADS, -1).transpose(1, 2)
        # Written out: on a processor, torch's fused attention takes far longer to learn.
        scores = asked @ pairs[0].transpose(-1, -2) / math.sqrt(WIDTH // HEADS)
        mixed = (scores + mask).softmax(-1) @ pairs[1]
        mixed = mixed.transpose(1, 2).reshape(x.shape)
        x = self.mix_norm(x + self.mix(mixed))
        inner = functional.gelu(self.up(x), approximate="tanh")
        return self.down_norm(x + self.down(inner))


class Student(nn.Module):
    """Encoder and head."""

    def __init__(self, pieces: int, layers: int) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.places = nn.Embedding(LONGEST, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.dropout = nn.Dropout(0.1)
        self.head = nn.Linear(WIDTH, 10)
        self.likeness = nn.Linear(WIDTH, 768)
        """What the teachers' vectors are guessed from; training only."""

    def find_vectors(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """The vector of the first token."""
        x = self.norm(self.words(ids) + self.places.weight[: ids.shape[1]])
        unseen = (mask[:, None, None, :] - 1) * 1e4
        for layer in self.layers:
            x = layer(x, unseen, last=layer is self.layers[-1])
        return x[:, 0]

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Ten logits a statement."""
        return self.head(self.find_vectors(ids, mask).float())


def load_student(base: Path, rows: Sequence[int], layers: Sequence[int]) -> Student:
    """A student cut from the base encoder: some of its pieces (by row), some of its layers."""
    stored = load_file(base / "model.safetensors")
    student = Student(len(rows), len(layers))
    state = student.state_dict()
    state["words.weight"] = stored["embeddings.word_embeddings.weight"][list(rows)]
    kinds = stored["embeddings.token_type_embeddings.weight"][0]
    state["places.weight"] = stored["embeddings.position_embeddings.weight"][:LONGEST] + kinds
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = stored[f"embeddings.LayerNorm.{part}"]
        for i, layer in enumerate(layers):
            old, new = f"encoder.layer.{layer}.", f"layers.{i}."
            state[f"{new}queries.{part}"] = stored[f"{old}attention.self.query.{part}"]
            state[f"{new}keys_values.{part}"] = torch.cat(
                [stored[f"{old}attention.self.{x}.{part}"] for x in ("key", "value")]
            )
            state[f"{new}mix.{part}"] = stored[f"{old}attention.output.dense.{part}"]
            state[f"{new}mix_norm.{part}"] = stored[f"{old}attention.output.LayerNorm.{part}"]
            state[f"{new}up.{part}"] = stored[f"{old}intermediate.dense.{part}"]
            state[f"{new}down.{part}"] = stored[f"{old}output.dense.{part}"]
            state[f"{new}down_norm.{part}"] = stored[f"{old}output.LayerNorm.{part}"]
    student.load_state_dict(state)
    student.words.weight.requires_grad = False  # so that words not seen here keep their meaning
    return student


def learn_labels(
    student: Student,
    encode: Encode,
    statements: Sequence[Statement],
    recipe: Recipe,
) -> None:
    """Train the student on labels, most statements changed each time they are seen."""
    torch.manual_seed(recipe.seed)
    random = Random(recipe.seed)
    head = list(student.head.parameters())
    body = [p for p in student.parameters() if p.requires_grad]
    body = [p for p in body if not any(p is h for h in (*head, *student.likeness.parameters()))]
    groups = [{"params": body, "lr": recipe.rate}, {"params": head, "lr": recipe.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=recipe.decay, fused=True)
    steps = math.ceil(len(statements) / recipe.batch) * recipe.epochs
    schedule = find_schedule(optimiser, steps)
    for epoch in range(recipe.epochs):
        student.train()
        started, total = time.perf_counter(), 0.0
        seen = vary_all(statements, recipe, random)
        rows, targets = encode([s.text for s in seen]), torch.tensor([s.targets for s in seen])
        for batch in find_batches([len(r) for r in rows], recipe.batch, random):
            ids, mask = pad([rows[i] for i in batch], 0)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                vectors = student.find_vectors(ids, mask).float()
            loss = find_loss(student.head(student.dropout(vectors)), targets[batch])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_([*body, *head], 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        spent = time.perf_counter() - started
        print(f"  epoch {epoch + 1}: loss {total / len(seen):.3f}, {spent:.0f} s", flush=True)


def find_schedule(
    optimiser: torch.optim.Optimizer, steps: int
) -> torch.optim.lr_scheduler.LambdaLR:
    """A short warm-up, then down to a hundredth in a line."""
    return torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (0.06 * steps), max(0.01, 1 - s / steps))
    )


def find_distance(
    student: Student, ids: torch.Tensor, mask: torch.Tensor, goal: torch.Tensor, like: torch.Tensor
) -> torch.Tensor:
    """How far the student is from its teachers: logits, then vectors."""
    vectors = student.find_vectors(ids, mask).float()
    logits = student.head(student.dropout(vectors))
    soft = sum(
        functional.kl_div(
            functional.log_softmax(logits[:, part], 1),
            functional.softmax(goal[:, part], 1),
            reduction="batchmean",
        )
        * weight
        for part, weight in ((slice(0, 3), 1.5), (slice(3, 6), 1.0))
    )
    flags = functional.binary_cross_entropy_with_logits(logits[:, 6:], goal[:, 6:].sigmoid())
    near = functional.mse_loss(logits, goal)
    alike = 1 - functional.cosine_similarity(student.likeness(vectors), like).mean()
    return soft + 4 * flags + 0.15 * near + 0.5 * alike


def distil(
    student: Student,
    rows: Sequence[Sequence[int]],
    goals: np.ndarray,
    likes: np.ndarray,
    *,
    epochs: int = 6,
    rate: float = 1e-4,
    size: int = 64,
    seed: int = 1,
) -> None:
    """Train the student on rows of piece numbers with its teachers' logits and vectors."""
    torch.manual_seed(seed)
    random = Random(seed)
    goal, like = torch.from_numpy(goals).float(), torch.from_numpy(likes).float()
    trained = [p for p in student.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(trained, lr=rate, weight_decay=0.01, fused=True)
    steps = math.ceil(len(rows) / size) * epochs
    schedule = find_schedule(optimiser, steps)
    for epoch in range(epochs):
        student.train()
        started, total = time.perf_counter(), 0.0
        for batch in find_batches([len(r) for r in rows], size, random):
            ids, mask = pad([rows[i] for i in batch], 0)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = find_distance(student, ids, mask, goal[batch], like[batch])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item() * len(batch)
        spent = time.perf_counter() - started
        print(f"  epoch {epoch + 1}: distance {total / len(rows):.3f}, {spent:.0f} s", flush=True)
