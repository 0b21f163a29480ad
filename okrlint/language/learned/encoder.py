"""The encoder in plain array code: token numbers to ten logits a statement.

A post-norm transformer (Vaswani et al. 2017; Devlin et al. 2019). Statements are laid one after
the other without padding, so a statement's result does not depend on its neighbours: the dense
parts run over all tokens at once, attention over statements of equal length. The last layer is
computed for the first token alone, because only that is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

CHUNK = 1024
"""Tokens in one pass: enough for fast products, few enough to stay in the cache."""
EPSILON = np.float32(1e-12)
GELU_SCALE = np.float32(np.sqrt(2.0 / np.pi))
GELU_CUBIC = np.float32(0.044715)


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the encoder."""

    layers: int
    heads: int
    longest: int
    """Tokens of a statement that are read, both marks included."""


def normalise(x: Array, scale: Array, shift: Array) -> Array:
    """Layer norm over the last axis, in place."""
    x -= x.mean(axis=-1, keepdims=True)
    deviation = np.sqrt(np.einsum("td,td->t", x, x) / np.float32(x.shape[-1]) + EPSILON)
    x /= deviation[:, None]
    x *= scale
    x += shift
    return x


def gelu(x: Array) -> Array:
    """Gaussian error linear unit by its tanh form, in place."""
    inner = x * x
    inner *= GELU_CUBIC
    inner += np.float32(1.0)
    inner *= x
    inner *= GELU_SCALE
    np.tanh(inner, out=inner)
    inner += np.float32(1.0)
    inner *= np.float32(0.5)
    x *= inner
    return x


def softmax(x: Array) -> Array:
    """Softmax over the last axis, in place."""
    x -= x.max(axis=-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(axis=-1, keepdims=True)
    return x


def find_runs(rows: Sequence[Sequence[int]]) -> list[tuple[int, int, int]]:
    """(first token, statements, length) of each run of rows of equal length."""
    runs: list[tuple[int, int, int]] = []
    at = 0
    for row in rows:
        if runs and runs[-1][2] == len(row):
            start, count, length = runs[-1]
            runs[-1] = (start, count + 1, length)
        else:
            runs.append((at, 1, len(row)))
        at += len(row)
    return runs


class Encoder:
    """Weights and the way through them."""

    def __init__(self, weights: Mapping[str, Any], shape: Shape) -> None:
        self._weights = weights
        self._shape = shape

    def find_logits(self, rows: Sequence[Sequence[int]]) -> Array:
        """Ten logits for each row of token numbers, in the order of the rows."""
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
        out = np.empty((len(rows), self._weights["head.bias"].shape[0]), dtype=np.float32)
        chunk: list[int] = []
        tokens = 0
        for i in order:
            if chunk and tokens + len(rows[i]) > CHUNK:
                out[chunk] = self._pass([rows[j] for j in chunk])
                chunk, tokens = [], 0
            chunk.append(i)
            tokens += len(rows[i])
        if chunk:
            out[chunk] = self._pass([rows[j] for j in chunk])
        return out

    def _pass(self, rows: Sequence[Sequence[int]]) -> Array:
        weights = self._weights
        runs = find_runs(rows)
        ids = np.concatenate([np.asarray(row) for row in rows])
        places = np.concatenate([np.arange(len(row)) for row in rows])
        x = weights["words"][ids] + weights["places"][places]
        x = normalise(x, weights["norm.scale"], weights["norm.shift"])
        for layer in range(self._shape.layers):
            x = self._layer(x, f"{layer}.", runs, last=layer == self._shape.layers - 1)
        logits: Array = x @ weights["head.weight"] + weights["head.bias"]
        return logits

    def _layer(self, x: Array, name: str, runs: list[tuple[int, int, int]], *, last: bool) -> Array:
        weights = self._weights
        keys_values = x @ weights[name + "keys_values.weight"] + weights[name + "keys_values.bias"]
        if last:
            firsts = np.concatenate([start + length * np.arange(n) for start, n, length in runs])
            x = x[firsts]
        queries = x @ weights[name + "queries.weight"] + weights[name + "queries.bias"]
        mixed = self._attend(queries, keys_values, runs, last=last)
        y = mixed @ weights[name + "mix.weight"]
        y += weights[name + "mix.bias"]
        y += x
        y = normalise(y, weights[name + "mix.scale"], weights[name + "mix.shift"])
        inner = y @ weights[name + "up.weight"]
        inner += weights[name + "up.bias"]
        z = gelu(inner) @ weights[name + "down.weight"]
        z += weights[name + "down.bias"]
        z += y
        return normalise(z, weights[name + "down.scale"], weights[name + "down.shift"])

    def _attend(
        self, queries: Array, keys_values: Array, runs: list[tuple[int, int, int]], *, last: bool
    ) -> Array:
        """Scaled dot-product attention within each statement; the scale is in the weights."""
        width = queries.shape[1]
        heads = self._shape.heads
        out = np.empty_like(queries)
        at = 0
        for start, count, length in runs:
            asking = 1 if last else length
            end, stop = at + count * asking, start + count * length
            q = queries[at:end].reshape(count, asking, heads, -1).transpose(0, 2, 1, 3)
            kv = keys_values[start:stop].reshape(count, length, 2, heads, width // heads)
            k = np.ascontiguousarray(kv[:, :, 0].transpose(0, 2, 3, 1))
            v = np.ascontiguousarray(kv[:, :, 1].transpose(0, 2, 1, 3))
            mixed = softmax(np.ascontiguousarray(q) @ k) @ v
            out[at:end] = mixed.transpose(0, 2, 1, 3).reshape(end - at, width)
            at = end
        return out
