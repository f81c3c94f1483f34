"""Learn the weights of newsdiff.spelling.names.same_name and write newsdiff/lexicon/en/spelling_names.json.

    python tools/learn_names.py ../shared/lists

Forms of one name (names.tsv) against names at edit distance 1-2 that are kept apart (names_other.tsv), and against
other names of the list with the same skeleton of letters, so that a long distance counts against a pair. Logistic
regression (scikit-learn, needed here only), scored by cross-validation on the first two; nothing of the lists is kept
but the weights of letters.
"""

from __future__ import annotations

import datetime
import json
import pathlib
import random
import sys
from collections import Counter

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold

from newsdiff.spelling import names

OUT = pathlib.Path(__file__).parent.parent / "newsdiff" / "lexicon" / "en" / "spelling_names.json"
SEEN = 6  # a step must occur this often to get a weight
STRENGTH = 0.15  # C of the regression, chosen among .05-.5 by cross-validation
MEASURES = ("cost", "cost per letter", "letters", "steps", "skeleton length")


def main() -> None:
    """Read, learn, score, write."""
    folder = pathlib.Path(sys.argv[1])
    same = [tuple(names.plain(x) for x in row[:2]) for row in rows(folder / "names.tsv")]
    other = [tuple(names.plain(x) for x in row[:2]) for row in rows(folder / "names_other.tsv")]
    same = [p for p in same if p[0] != p[1] and all(p)]
    far = decoys(same)
    pairs = same + other + far
    labels = np.array([1] * len(same) + [0] * (len(other) + len(far)))
    weights = np.array([1.0] * len(same) + [1.5] * len(other) + [0.5] * len(far))
    found = [names.features(*p) for p in pairs]
    seen = Counter(name for f in found for name in f)
    columns = {name: k for k, name in enumerate(sorted(name for name, n in seen.items() if n >= SEEN))}
    scales = {name: max(f.get(name, 0.0) for f in found) or 1.0 for name in MEASURES}
    data, at, ptr = [], [], [0]
    for f in found:
        for name, value in f.items():
            if name in columns:
                at.append(columns[name])
                data.append(value / scales.get(name, 1.0))
        ptr.append(len(at))
    table = csr_matrix((data, at, ptr), shape=(len(pairs), len(columns)))
    guesses = np.zeros(len(pairs))
    for train, test in KFold(5, shuffle=True, random_state=1).split(table):
        model = fit(table[train], labels[train], weights[train])
        guesses[test] = model.decision_function(table[test])
    measured = np.arange(len(same) + len(other))
    score = roc_auc_score(labels[measured], guesses[measured])
    print(f"AUC same against other, cross-validated: {score:.3f}; with decoys {roc_auc_score(labels, guesses):.3f}")
    prob = 1 / (1 + np.exp(-guesses))
    for lo in (0.5, 0.7, 0.9):
        chosen = prob >= lo
        same_share, other_share = chosen[: len(same)].mean(), chosen[len(same) : len(same) + len(other)].mean()
        decoy_share = chosen[len(same) + len(other) :].mean()
        print(f">= {lo}: recall {same_share:.3f}, others {other_share:.3f}, decoys {decoy_share:.4f}")
    model = fit(table, labels, weights)
    learned = {n: round(float(model.coef_[0][k]), 2) for n, k in columns.items()}
    learned = {n: w for n, w in learned.items() if abs(w) >= 0.08}
    learned["bias"] = round(float(model.intercept_[0]), 2)
    head = {
        "what": "weights of the steps between two forms of a name, see newsdiff/spelling/names.py",
        "made": datetime.date.today().isoformat(),
        "by": "tools/learn_names.py",
        "data": "Wikidata name forms by way of rigour (CC0, MIT):"
        f" {len(same)} pairs of one name, {len(other)} of two, {len(far)} decoys",
        "score": f"AUC {score:.3f} one name against near names, 5-fold cross-validation",
    }
    text = json.dumps(head | {"scales": {k: round(v, 3) for k, v in scales.items()}}, ensure_ascii=False, indent=1)
    body = json.dumps(dict(sorted(learned.items())), ensure_ascii=False, separators=(",", ":"))
    OUT.write_text(text[:-2] + ',\n "weights": ' + body.replace(',"', ',\n"') + "}\n", encoding="utf-8")
    print(len(learned), "weights")


def rows(path: pathlib.Path) -> list[list[str]]:
    """The rows of a table."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


def decoys(same: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """As many pairs of different names, each the likest of thirty drawn at random."""
    draw = random.Random(1)
    pool = [x for pair in same for x in pair]
    out = []
    for a, _ in same:
        rest = [pool[draw.randrange(len(pool))] for _ in range(30)]
        b = max(rest, key=lambda x: (len(set(x) & set(a)) / (1 + len(set(x) | set(a))) + 0.2 * (x[0] == a[0]), x))
        if names.skeleton(a) != names.skeleton(b):
            out.append((a, b))
    return out


def fit(table: csr_matrix, labels: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    """The regression."""
    return LogisticRegression(C=STRENGTH, max_iter=400).fit(table, labels, sample_weight=weights)


if __name__ == "__main__":
    main()
