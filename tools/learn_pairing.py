"""Learn the weights of newsdiff/pairing from word-aligned sentence pairs (Edinburgh++, Apache-2.0).

    python tools/learn_pairing.py ../shared/words/edinburgh-train.jsonl

Logistic regression over the cells that the decoder looks at, in the states that it passes through.
"""
import json, sys, datetime, pathlib, random
import numpy as np
from newsdiff.pairing import decoding as D
from newsdiff.pairing.likeness import describe

OUT = pathlib.Path(D.__file__).parent / "weights.json"

def load(path):
    return [json.loads(l) for l in open(path, encoding="utf-8")]

def gold(d): return {tuple(p) for p in d["sure"]} | {tuple(p) for p in d["possible"]}

def rows_of(doc, w):
    """Cells with labels of the states of decoding with weights w."""
    s = D.State(describe(doc["a"]), describe(doc["b"])); D.anchor(s)
    g = gold(doc); out = []
    for r in range(len(D.LEAST)):
        cs = list(D.cells(s))
        out += [(c[2:], (c[0], c[1]) in g) for c in cs]
        if w is None:
            # no weights yet: walk on with gold-supported lexical evidence
            for c in cs:
                if c[2] < D.lk.V55 and (c[0], c[1]) in g and s.to_b[c[0]] < 0 and s.to_a[c[1]] < 0: s.pair(c[0], c[1])
        else:
            sc = sorted((-sum(w[f] for f in c[2:]), c[0], c[1]) for c in cs)
            for v, i, j in sc:
                if -v >= D.LEAST[r] and s.to_b[i] < 0 and s.to_a[j] < 0: s.pair(i, j)
    return out

def fit(rows, l2=1.0, steps=60):
    """Weights by Newton's method on the sparse 0/1 design, as counts of equal rows."""
    n = D.SIZE
    X = np.zeros((len(rows), n)); y = np.zeros(len(rows))
    for k, (fs, t) in enumerate(rows):
        X[k, list(fs)] = 1; y[k] = t
    w = np.zeros(n)
    for _ in range(12):
        p = 1 / (1 + np.exp(-(X @ w)))
        grad = X.T @ (p - y) + l2 * w
        H = (X * (p * (1 - p))[:, None]).T @ X + l2 * np.eye(n)
        step = np.linalg.solve(H, grad); w -= step
        if np.abs(step).max() < 1e-3: break
    return w

def score(docs):
    h = g = n = 0
    for d in docs:
        G = gold(d); P = set(D.decode(describe(d["a"]), describe(d["b"])))
        h += len(G & P); g += len(G); n += len(P)
    return h / n, h / g, 2 * h / (n + g)

def train(docs, rounds=2):
    w = None
    for _ in range(rounds):
        w = fit([r for d in docs for r in rows_of(d, w)])
    return w

def set_weights(w):
    D.weights.cache_clear(); vals = [float(x) for x in w]; D.weights = lambda: vals

if __name__ == "__main__":
    docs = load(sys.argv[1]); random.Random(1).shuffle(docs)
    orig = D.weights
    cv = {}
    for k in range(4):
        D.weights = orig
        w = train([d for n, d in enumerate(docs) if n % 4 != k]); set_weights2 = [float(x) for x in w]
        D.weights = lambda v=set_weights2: v
        for d in [d for n, d in enumerate(docs) if n % 4 == k]:
            t = cv.setdefault(d["id"].split("-")[0], [0, 0, 0]); G = gold(d); P = set(D.decode(describe(d["a"]), describe(d["b"])))
            t[0] += len(G & P); t[1] += len(P); t[2] += len(G)
    rep = {k: dict(precision=round(h / n, 4), recall=round(h / g, 4), f1=round(2 * h / (n + g), 4)) for k, (h, n, g) in sorted(cv.items())}
    print(json.dumps(rep, indent=1))
    D.weights = orig
    w = train(docs)
    OUT.write_text(json.dumps({"made": "2026-11-21", "data": "Edinburgh++ (Cohn et al. 2008; Thadani et al. 2012), Apache-2.0, 714 sentence pairs",
        "method": "logistic regression, tools/learn_pairing.py", "score": rep,
        "weights": {k: round(float(v), 2) for k, v in zip(D.feature_names(), w)}}, indent=1) + "\n", encoding="utf-8")
