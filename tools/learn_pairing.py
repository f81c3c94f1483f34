"""Learn the weights of newsdiff/pairing from word-aligned sentence pairs (Edinburgh++, Apache-2.0).

    python tools/learn_pairing.py ../shared/words/edinburgh-train.jsonl

Two logistic regressions over indicator features: which cells are pairs, in the states that the decoder passes
through; and which leftover words join the pair beside them. The score in the file is from cross-validation in four.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from newsdiff.pairing import decoding
from newsdiff.pairing.likeness import describe
from newsdiff.pairing.phrases import gaps_between, grow_cells, grow_names

OUT = Path(decoding.__file__).parent / "weights.json"
MADE = "2026-11-22"


def load(path):
    docs = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    for doc in docs:
        doc["gold"] = {tuple(p) for p in doc["sure"]} | {tuple(p) for p in doc["possible"]}
        doc["words"] = describe(doc["a"]), describe(doc["b"])
    return docs


def walk(doc, w):
    """The state after the single pairs, and the rows seen on the way; without weights the gold leads."""
    state, gold, rows = decoding.State(*doc["words"]), doc["gold"], []
    decoding.start(state)
    for step, least in enumerate(decoding.LEAST):
        cells = list(decoding.cells(state, step))
        rows += [(c[2:], c[:2] in gold) for c in cells]
        if w is None:
            order = [(0, c[0], c[1]) for c in cells if GUIDE[c[2]] and c[:2] in gold]
        else:
            order = sorted((-sum([w[f] for f in c[2:]]), c[0], c[1]) for c in cells)
        for v, i, j in order:
            if (w is None or -v >= least) and state.to_b[i] < 0 and state.to_a[j] < 0:
                state.pair(i, j)
    return state, rows


GUIDE = [name.startswith(("same", "alike", "vectors .6")) for name in decoding.KINDS]


def grow_rows(doc, state, w):
    rows = []
    for side in (0, 1):
        x, y = doc["words"][:: -1 if side else 1]
        to_y, to_x = (state.to_a, state.to_b) if side else (state.to_b, state.to_a)
        joined = {}
        for step in range(decoding.STEPS):
            new = {}
            for i, j, *features in grow_cells(x, y, to_y, to_x, gaps_between(x, y, to_y), joined, step):
                label = ((j, i) if side else (i, j)) in doc["gold"]
                rows.append((tuple(features), label))
                if label if w is None else sum([w[f] for f in features]) >= decoding.LEAST_GROW:
                    new[i] = j
            joined |= new
    return rows


def fit(rows, size, l2):
    """The weights that make the labels likeliest (Newton's method on distinct rows)."""
    total, true = Counter(), Counter()
    for features, label in rows:
        total[features] += 1
        true[features] += label
    x = np.zeros((len(total), size), dtype=np.float32)
    for n, features in enumerate(total):
        for f in features:
            x[n, f] += 1
    count = np.array(list(total.values()), dtype=float)
    hits = np.array([true[f] for f in total], dtype=float)
    w = np.zeros(size)
    for _ in range(9):
        p = 1 / (1 + np.exp(-(x @ w)))
        hessian = (x * (count * p * (1 - p)).astype(np.float32)[:, None]).T @ x + l2 * np.eye(size)
        w -= np.linalg.solve(hessian, x.T @ (count * p - hits) + l2 * w)
    return [float(v) for v in w]


def learn(docs, rounds=2):
    pair = None
    for _ in range(rounds):
        pair = fit([r for d in docs for r in walk(d, pair)[1]], decoding.SIZE, 1.0)
    states = [walk(d, pair)[0] for d in docs]
    grow = None
    for _ in range(2):
        grow = fit(
            [r for d, s in zip(docs, states, strict=True) for r in grow_rows(d, s, grow)], len(grow_names()), 2.0
        )
    return decoding.Weights(pair, grow)


def use(weights):
    decoding.weights = lambda: weights


def tally(docs, table):
    for doc in docs:
        got = set(decoding.decode(*doc["words"]))
        row = table.setdefault(doc["id"].split("-")[0], [0, 0, 0])
        for n, v in enumerate((len(got & doc["gold"]), len(got), len(doc["gold"]))):
            row[n] += v
    return table


def report(table):
    return {
        k: {"precision": round(h / n, 4), "recall": round(h / g, 4), "f1": round(2 * h / (n + g), 4)}
        for k, (h, n, g) in sorted(table.items())
    }


def cross_validate(docs, parts=4):
    table = {}
    for k in range(parts):
        use(learn([d for n, d in enumerate(docs) if n % parts != k]))
        tally([d for n, d in enumerate(docs) if n % parts == k], table)
    return report(table)


def main():
    docs = load(sys.argv[1])
    random.Random(1).shuffle(docs)
    score = cross_validate(docs)
    print(json.dumps(score, indent=1))
    weights = learn(docs)
    names = decoding.feature_names(), grow_names()
    tables = {
        step: {name: round(v, 2) for name, v in zip(keys, values, strict=True)}
        for step, keys, values in zip(("pair", "grow"), names, weights, strict=True)
    }
    head = {
        "made": MADE,
        "data": f"Edinburgh++ (Cohn et al. 2008; Thadani et al. 2012), Apache-2.0, {len(docs)} sentence pairs",
        "by": "tools/learn_pairing.py",
        "cross-validated": score,
    }
    OUT.write_text(json.dumps(head | tables, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
