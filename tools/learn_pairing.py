"""Learn newsdiff/pairing/weights.json from word-aligned sentence pairs (Edinburgh++, Apache-2.0).

    python tools/learn_pairing.py ../shared/words/edinburgh-train.jsonl [--write]

Needs lightgbm and numpy from PyPI. Two rounds: a logistic regression over indicator features says which cells are
pairs, in the states that the decoder passes through; boosted trees (Friedman 2001) decide what it leaves in doubt, and
learn from what it says of sentences it has not seen. Both are cross-validated over sentence pairs in the same four
parts; the trees with three seeds, whose spread says how small a gain is noise. Without --write it only prints.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import sys
from collections import Counter
from pathlib import Path

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from newsdiff.pairing import decoding, revision
from newsdiff.pairing.likeness import describe

OUT = Path(decoding.__file__).parent / "weights.json"
MADE = "2026-11-22"
PARTS = 4
SEEDS = (0, 1, 2)
# F1 is flat around all of them: 45 to 150 trees of 8 to 16 leaves differ by .001, and each costs time in every run.
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.16, "num_leaves": 12, "min_data_in_leaf": 60,
    "lambda_l2": 5.0, "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "max_bin": 63,
    "verbosity": -1, "num_threads": 1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
TREES = 50
NEWS_WEIGHT = 2.0  # news is what is compared; F1 on news .001 better than with 1, on novels .002 worse


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
    return rows


GUIDE = [name.startswith(("same", "alike", "vectors .6")) for name in decoding.KINDS]


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
    return [round(float(v), 2) for v in w]


def learn_pairs(docs, rounds=2):
    """The weights of the first round."""
    w = None
    for _ in range(rounds):
        w = fit([r for d in docs for r in walk(d, w)], decoding.SIZE, 1.0)
    return w


def look(doc, w):
    """What the second round is given, both ways round: cells, features, weighted labels; the pairs of the first."""
    decoding.weights = lambda: w
    views = []
    for turn in (1, -1):
        state = decoding.pair_singles(*doc["words"][::turn])
        found = list(revision.doubtful_cells(state))
        cells = [(i, j)[::turn] for i, j, _ in found]
        weight = NEWS_WEIGHT if doc["id"].startswith("news") else 1.0
        views.append((cells, [row for _, _, row in found], [(cell in doc["gold"], weight) for cell in cells]))
        if turn == 1:
            pairs = {(i, j) for i, j in enumerate(state.to_b) if j >= 0}
            pairs |= {(i, j) for j, i in enumerate(state.to_a) if i >= 0} | set(state.amounts)
    return views, pairs


def learn_trees(looks, seed=0):
    """The trees of the second round."""
    x = np.array([row for views, _ in looks for _, rows, _ in views for row in rows], dtype=float)
    y, weights = np.array([label for views, _ in looks for _, _, labels in views for label in labels], dtype=float).T
    return lightgbm.train(PARAMETERS | {"seed": seed}, lightgbm.Dataset(x, y, weight=weights), TREES)


def decide(looked, trees):
    """The pairs of a sentence pair after the second round."""
    views, pairs = looked
    cells, rows, _ = views[0]
    found = set(pairs)
    if rows:
        odds = trees.predict(np.array(rows, dtype=float), raw_score=True)
        found -= set(cells)
        found |= {cell for cell, row, v in zip(cells, rows, odds, strict=True) if v >= revision.least_odds(row)}
    return found


def score(docs, found):
    """Precision, recall and F1 by kind of text."""
    table = {}
    for doc, got in zip(docs, found, strict=True):
        row = table.setdefault(doc["id"].split("-")[0], [0, 0, 0])
        for n, v in enumerate((len(got & doc["gold"]), len(got), len(doc["gold"]))):
            row[n] += v
    return {k: (h / n, h / g, 2 * h / (n + g)) for k, (h, n, g) in sorted(table.items())}


def cross_validate(docs, looks):
    """A line a kind of text: the first round alone, then both, mean and spread over the seeds."""
    first = score(docs, [pairs for _, pairs in looks])
    runs = []
    for seed in SEEDS:
        models = [learn_trees([v for n, v in enumerate(looks) if n % PARTS != k], seed) for k in range(PARTS)]
        runs.append(score(docs, [decide(v, models[n % PARTS]) for n, v in enumerate(looks)]))
    for kind in first:
        p, r, f = (statistics.mean([run[kind][n] for run in runs]) for n in range(3))
        spread = [run[kind][2] for run in runs]
        yield (
            f"{kind:8} precision {p:.3f}, recall {r:.3f}, F1 {f:.4f} ({min(spread):.4f} to {max(spread):.4f});"
            f" first round alone F1 {first[kind][2]:.4f}"
        )


def express(node):
    """A tree as nested lists: a leaf is a number; a fork has a feature, a threshold, what is not above it, what is."""
    if "leaf_value" in node:
        return float(f"{node['leaf_value']:.4g}")
    feature, threshold = node["split_feature"], node["threshold"]
    # Almost all features are whole numbers, and whole numbers are compared faster.
    shown = float(f"{threshold:.5g}") if revision.FEATURES[feature] in FRACTIONS else int(threshold // 1)
    return [feature, shown, express(node["left_child"]), express(node["right_child"])]


FRACTIONS = ("odds", "lead_row", "lead_column", "settled", "vectors", "letters")
SOURCE = "Edinburgh++ (Cohn et al. 2008; Thadani et al. 2012; Apache-2.0)"


def show(table):
    """The file: a line for each of the table's values, and for each entry of what it maps or lists."""
    lines = []
    for name, value in table.items():
        if isinstance(value, dict):
            rows = [f"    {json.dumps(key)}: {json.dumps(entry)}" for key, entry in value.items()]
        else:
            rows = [f"    {json.dumps(entry)}" for entry in value] if isinstance(value, list) else []
        inner = ",\n".join(rows)
        ends = "{}" if isinstance(value, dict) else "[]"
        lines.append(f'  "{name}": ' + (f"{ends[0]}\n{inner}\n  {ends[1]}" if rows else json.dumps(value)))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    docs = load(options.data)
    random.Random(1).shuffle(docs)
    parts = [learn_pairs([d for n, d in enumerate(docs) if n % PARTS != k]) for k in range(PARTS)]
    looks = [look(doc, parts[n % PARTS]) for n, doc in enumerate(docs)]
    lines = list(cross_validate(docs, looks))
    print(*lines, sep="\n")
    if options.write:
        trees = [tree["tree_structure"] for tree in learn_trees(looks).dump_model()["tree_info"]]
        pair = zip(decoding.feature_names(), learn_pairs(docs), strict=True)
        table = {
            "made": f"{MADE} by tools/learn_pairing.py",
            "source": f"{SOURCE}, {len(docs)} sentence pairs",
            "cross-validated in four, three seeds": lines,
            "pair": dict(pair),
            "features": list(revision.FEATURES),
            "trees": [express(tree) for tree in trees],
        }
        OUT.write_text(show(table), encoding="utf-8")


if __name__ == "__main__":
    main()
