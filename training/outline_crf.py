"""Fitting the weights of signs: a conditional random field over the tree of units.

The likelihood of the right labels, summed over what the gold leaves open, is climbed by L-BFGS from
weights set by hand (`outline_prior.py`), with a pull back to them. Sums over all labellings run
from the leaves up and down again, along the siblings under each parent, scaled at each step.
"""

from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from numba import njit
from scipy.optimize import minimize

NEVER = -1e30


@njit(cache=True)
def _up(theta, first, nxt, above, before, pair_above, pair_before):
    """From the leaves: for each unit and label, the sum over all below it, with a log scale."""
    n, size = theta.shape
    inside, scale = np.zeros((n, size)), np.zeros(n)
    chain, chain_scale = np.zeros((n, size, size)), np.zeros((n, size))
    for i in range(n - 1, -1, -1):
        child, last = first[i], -1
        logs = np.zeros(size)
        while child >= 0:
            for p in range(size):
                top = 0.0
                for label in range(size):
                    value = inside[child, label] * pair_above[above[child], p, label]
                    if value > 0 and last >= 0:
                        total = 0.0
                        for k in range(size):
                            total += chain[last, p, k] * pair_before[before[child], k, label]
                        value *= total
                    chain[child, p, label] = value
                    top = max(top, value)
                if top > 0:
                    for label in range(size):
                        chain[child, p, label] /= top
                    chain_scale[child, p] = scale[child] + np.log(top)
                    if last >= 0:
                        chain_scale[child, p] += chain_scale[last, p]
                else:
                    chain_scale[child, p] = -1e30
            last, child = child, nxt[child]
        most = -1e30
        for p in range(size):
            logs[p] = theta[i, p]
            if last >= 0 and logs[p] > -1e29:
                total = 0.0
                for label in range(size):
                    total += chain[last, p, label]
                logs[p] = logs[p] + chain_scale[last, p] + np.log(total) if total > 0 else -1e30
            most = max(most, logs[p])
        scale[i] = most
        for p in range(size):
            inside[i, p] = np.exp(logs[p] - most) if logs[p] > -1e29 else 0.0
    return inside, scale, chain, chain_scale


@njit(cache=True)
def _down(theta, links, pairs, sums, out, sign, weight):
    """From the root: adds sign * weight * marginals to `out`; returns the log of the whole sum."""
    first, last_child, nxt, prev, above, before = links
    pair_above, pair_before = pairs
    inside, scale, chain, chain_scale = sums
    of_unit, of_above, of_before = out
    n, size = theta.shape
    total = scale[0] + np.log(inside[0].sum())
    outer = np.full((n, size), -1e30)
    outer[0] = theta[0]
    back, back_scale = np.zeros((n, size, size)), np.zeros((n, size))
    for i in range(n):
        child, after = last_child[i], -1
        while child >= 0:
            for p in range(size):
                if after < 0:
                    back[child, p, :] = 1.0
                    continue
                top = 0.0
                for label in range(size):
                    value = 0.0
                    for k in range(size):
                        value += (
                            pair_before[before[after], label, k]
                            * inside[after, k]
                            * pair_above[above[after], p, k]
                            * back[after, p, k]
                        )
                    back[child, p, label] = value
                    top = max(top, value)
                if top > 0:
                    back[child, p] /= top
                    back_scale[child, p] = back_scale[after, p] + scale[after] + np.log(top)
                else:
                    back_scale[child, p] = -1e30
            after, child = child, prev[child]
        child = first[i]
        while child >= 0:
            edge, last = above[child], prev[child]
            marginal = np.zeros(size)
            for p in range(size):
                if min(outer[i, p], chain_scale[child, p], back_scale[child, p]) < -1e29:
                    continue
                rest = outer[i, p] + back_scale[child, p] - total
                part = np.exp(min(50.0, rest + chain_scale[child, p]))
                for label in range(size):
                    value = part * chain[child, p, label] * back[child, p, label]
                    marginal[label] += value
                    of_above[edge, p, label] += sign * weight * value
                if last >= 0:
                    part = np.exp(min(50.0, rest + chain_scale[last, p] + scale[child]))
                    for label in range(size):
                        value = part * inside[child, label] * pair_above[edge, p, label]
                        value *= back[child, p, label]
                        if value > 1e-12:
                            for k in range(size):
                                of_before[before[child], k, label] += (
                                    sign * weight * value * chain[last, p, k]
                                    * pair_before[before[child], k, label]
                                )  # fmt: skip
            for label in range(size):
                of_unit[child, label] += sign * weight * marginal[label]
                if inside[child, label] > 0 and marginal[label] > 1e-14:
                    outer[child, label] = (
                        np.log(marginal[label]) + total - np.log(inside[child, label])
                        - scale[child] + theta[child, label]
                    )  # fmt: skip
            child = nxt[child]
    for label in range(size):
        of_unit[0, label] += (
            sign * weight * np.exp(np.log(inside[0, label] + 1e-300) + scale[0] - total)
        )
    return total


@njit(cache=True)
def _loss(theta, allowed, offsets, links, pairs, weights, out):
    total = 0.0
    first, last, nxt, prev, above, before = links
    for at in range(len(offsets) - 1):
        a, b = offsets[at], offsets[at + 1]
        part = (first[a:b], last[a:b], nxt[a:b], prev[a:b], above[a:b], before[a:b])
        parts = (out[0][a:b], out[1], out[2])
        free = theta[a:b]
        sums = _up(free, part[0], part[2], part[4], part[5], pairs[0], pairs[1])
        whole = _down(free, part, pairs, sums, parts, 1.0, weights[at])
        right = np.where(allowed[a:b], free, -1e30)
        sums = _up(right, part[0], part[2], part[4], part[5], pairs[0], pairs[1])
        total += weights[at] * (whole - _down(right, part, pairs, sums, parts, -1.0, weights[at]))
    return total


class Problem:
    """All units of some documents as arrays."""

    def __init__(self, examples, names, aboves, befores, size, shared):
        rows, columns, offsets = [], [], [0]
        links = [[] for _ in range(6)]
        group_rows, group_columns, group_values = [], [], []
        allowed, masks = [], []
        for example in examples:
            base = offsets[-1]
            for at, signs in enumerate(example.signs):
                known = [names[s] for s in signs if s in names]
                rows += [base + at] * len(known)
                columns += known
            for group in example.alike:
                for a in group:
                    group_rows += [base + a] * len(group)
                    group_columns += [base + b for b in group]
                    group_values += [1 / len(group)] * len(group)
            for store, values in zip(links, example.links(aboves, befores), strict=True):
                store.extend(values)
            allowed += example.allowed
            masks += example.masks
            offsets.append(base + len(example.signs))
        count = offsets[-1]
        own = sp.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(count, len(names)))
        mean = sp.csr_matrix((group_values, (group_rows, group_columns)), shape=(count, count))
        self.signs = ((1 - shared) * own + shared * (mean @ own)).tocsr()
        self.turned = self.signs.T.tocsr()
        self.links = tuple(np.array(x, np.int64) for x in links)
        self.offsets = np.array(offsets, np.int64)
        self.allowed = np.array(allowed)
        mask = np.array(masks)
        mask[~(mask & self.allowed).any(1)] = True
        self.mask = mask
        self.weights = np.array([example.weight for example in examples])
        self.shape = ((len(names), size), (len(aboves), size, size), (len(befores), size, size))

    def fit(self, prior, pull, steps):
        """The weights: of signs, of labels above, of labels before."""
        sizes = [int(np.prod(shape)) for shape in self.shape]
        edges = np.cumsum([0, *sizes])
        start = np.concatenate([p.ravel() for p in prior])
        pulls = np.concatenate([p.ravel() for p in pull])

        def parts(vector):
            return [
                vector[a:b].reshape(s)
                for a, b, s in zip(edges, edges[1:], self.shape, strict=False)
            ]

        def loss(vector):
            signs, above, before = parts(vector)
            theta = self.signs @ signs
            theta[~self.mask] = NEVER
            out = (np.zeros_like(theta), np.zeros_like(above), np.zeros_like(before))
            pairs = (np.exp(above), np.exp(before))
            value = _loss(theta, self.allowed, self.offsets, self.links, pairs, self.weights, out)
            slope = np.concatenate([(self.turned @ out[0]).ravel(), out[1].ravel(), out[2].ravel()])
            away = vector - start
            return value + 0.5 * (pulls * away) @ away, slope + pulls * away

        found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": steps})
        return parts(found.x)
