"""Learn newsdiff/align/weights.json: which sentences belong together.

    python tools/learn_alignment.py --gold GOLD/* --drafts argrewrite-train.jsonl [--write]

Needs lightgbm, numpy and scikit-learn from PyPI. Two rounds of boosted trees (Friedman 2001): the first sees a pair alone and
its rivals, the second the first's probabilities of the pairs around it (stacking: the second learns from probabilities
that the first gave to pairs it had not seen). All figures printed are cross-validated over article pairs, with the same
folds in both rounds. Without --write it only prints.
"""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from newsdiff.align import candidates, decode, features, model, profile  # noqa: E402
from newsdiff.words import tokenize  # noqa: E402

FOLDS = 10
PARAMETERS = {
    "objective": "binary", "learning_rate": 0.08, "num_leaves": 8, "max_depth": 4, "min_data_in_leaf": 20,
    "lambda_l2": 5.0, "feature_fraction": 0.7, "bagging_fraction": 0.8, "bagging_freq": 1, "verbosity": -1, "num_threads": 2,
    "seed": 7, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
ROUNDS = (70, 70)
CONTEXT_PASSES = 2


class Pair:
    """One article pair: its candidates with their features, and which are right."""

    def __init__(self, name: str, kind: str, a: list[str], b: list[str], gold: set[tuple[int, int]], paragraphs: Any) -> None:
        self.name, self.kind, self.gold, self.paragraphs = name, kind, gold, paragraphs
        self.profiles = profile.make_profiles([tokenize(s) for s in a], [tokenize(s) for s in b])
        rows = candidates.rough_scores(*self.profiles)
        chosen = candidates.choose_candidates(rows, len(b))
        self.features = features.pair_features(*self.profiles, rows, chosen)
        self.keys = list(self.features)
        self.labels = np.array([key in gold for key in self.keys], dtype=float)
        self.weight = 1.0
        self.sizes = (len(a), len(b))


def read_gold(folder: Path) -> Pair:
    """A gold pair; paragraphs as the files' blank lines give them."""
    doc = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    numbers = []
    for side in "ab":
        text = (folder / f"{side}.txt").read_text(encoding="utf-8")
        at, row = 0, []
        starts = []
        for sentence in doc[side]:
            squashed = "".join(sentence.split())
            # walk the text, white space aside
            k = 0
            while k < len(squashed):
                if text[at] == squashed[k]:
                    if k == 0:
                        starts.append(at)
                    k += 1
                at += 1
        row = [text.count("\n\n", 0, s) for s in starts]
        numbers.append(row)
    gold = {(i, j) for g in doc["groups"] for i in g["a"] for j in g["b"]}
    return Pair(folder.name, folder.name.rsplit("-", 1)[0], doc["a"], doc["b"], gold, tuple(numbers))


def fit(rows: Any, labels: Any, weights: Any, rounds: int, seed: int = 7) -> Any:
    """A booster."""
    data = lightgbm.Dataset(np.asarray(rows), label=labels, weight=weights)
    return lightgbm.train({**PARAMETERS, "seed": seed}, data, num_boost_round=rounds)


def export(booster: Any) -> list[Any]:
    """The trees as nested lists."""

    def walk(node: dict[str, Any]) -> Any:
        if "leaf_value" in node:
            return round(node["leaf_value"], 4)
        return [node["split_feature"], round(node["threshold"], 5), walk(node["left_child"]), walk(node["right_child"])]

    return [walk(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def gather(pairs: list[Pair], rows: dict[str, list[list[float]]]) -> tuple[Any, Any, Any]:
    """Rows, labels and weights of several pairs."""
    x = [row for pair in pairs for row in rows[pair.name]]
    y = np.concatenate([pair.labels for pair in pairs])
    w = np.concatenate([np.full(len(pair.labels), pair.weight) for pair in pairs])
    return x, y, w


def context(pair: Pair, p: Any) -> list[list[float]]:
    """The second round's rows, from the first's probabilities."""
    found = features.context_features(*pair.profiles, pair.features, dict(zip(pair.keys, map(float, p))), pair.paragraphs)
    return [found[key] for key in pair.keys]


def score(pairs: list[Pair], p: dict[str, Any], threshold: float) -> dict[str, list[int]]:
    """Hits, misses, false alarms of links, omissions and insertions, by kind."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in pairs:
        groups = decode.form_groups(dict(zip(pair.keys, map(float, p[pair.name]))), threshold)
        got = {(i, j) for left, right in groups for i in left for j in right}
        sets = {"links": (pair.gold, got)}
        for side, name in ((0, "omission"), (1, "insertion")):
            every = set(range(pair.sizes[side]))
            sets[name] = (every - {k[side] for k in pair.gold}, every - {k[side] for k in got})
        for name, (gold, found) in sets.items():
            for kind in ("all" if not pair.kind.startswith("drafts") else "drafts", pair.kind):
                row = tally[f"{name} {kind}"]
                row[0] += len(gold & found)
                row[1] += len(gold - found)
                row[2] += len(found - gold)
    return tally


def f1(row: list[int]) -> float:
    """F1 of hits, misses, false alarms."""
    return 2 * row[0] / (2 * row[0] + row[1] + row[2]) if sum(row) else 1.0


def main() -> None:
    """Cross-validate; with --write learn from everything and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--drafts", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    pairs = [read_gold(f) for f in args.gold if (f / "gold.json").exists()]
    if args.drafts:
        for n, line in enumerate(args.drafts.open(encoding="utf-8")):
            doc = json.loads(line)
            pair = Pair(f"drafts{n:03}", "drafts", doc["a"], doc["b"], {(q[0], q[1]) for q in doc["pairs"]}, None)
            pair.weight = 0.3
            pairs.append(pair)
    gold_pairs = [pair for pair in pairs if pair.kind != "drafts"]
    lost = sum(len(pair.gold - set(pair.keys)) for pair in gold_pairs)
    total = sum(len(pair.gold) for pair in gold_pairs)
    print(f"{len(pairs)} pairs, candidates hold {total - lost} of {total} gold links, "
          f"{np.mean([len(p.keys) / max(p.sizes) for p in gold_pairs]):.1f} a sentence")
    # folds keep the kinds apart evenly: every FOLDS-th pair of a kind
    fold_of: dict[str, int] = {}
    seen: dict[str, int] = defaultdict(int)
    for n, pair in enumerate(sorted(pairs, key=lambda q: (q.kind, q.name))):
        fold_of[pair.name] = n % FOLDS
    rows1 = {pair.name: [pair.features[key] for key in pair.keys] for pair in pairs}
    stages: list[dict[str, Any]] = []
    p: dict[str, Any] = {}
    rows = rows1
    for stage in range(1 + CONTEXT_PASSES):
        p = {}
        for fold in range(FOLDS):
            booster = fit(*gather([q for q in pairs if fold_of[q.name] != fold], rows), ROUNDS[min(stage, 1)])
            for pair in pairs:
                if fold_of[pair.name] == fold:
                    p[pair.name] = booster.predict(np.asarray(rows[pair.name]))
        stages.append(p)
        tally = score(pairs, p, 0.5)
        print(f"stage {stage}: " + "  ".join(f"{k} {f1(v):.3f}" for k, v in sorted(tally.items()) if k.split()[1] in ("all", "drafts", "deep")))
        rows = {pair.name: context(pair, p[pair.name]) for pair in pairs}
        if stage == 0:
            first_rows = rows
    for threshold in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        tally = score(pairs, p, threshold)
        print(threshold, "  ".join(f"{k} {f1(v):.3f}" for k, v in sorted(tally.items()) if k.split()[1] in ("all", "drafts", "deep")))
    tally = score(pairs, p, 0.5)
    for k, v in sorted(tally.items()):
        print(f"  {k:24} {f1(v):.3f} {v}")
    Path("/tmp/align_cv.json").write_text(json.dumps({n: [[list(map(int, k)), float(q)] for k, q in zip(pair.keys, p[pair.name])] for n, pair in ((q.name, q) for q in pairs)}))
    if args.write:
        trees = []
        rows = rows1
        for stage in range(1 + CONTEXT_PASSES):
            booster = fit(*gather(pairs, rows), ROUNDS[min(stage, 1)])
            trees.append(export(booster))
            # the next round learns from cross-validated probabilities, as in the evaluation above
            rows = {pair.name: context(pair, stages[stage][pair.name]) for pair in pairs}
        summary = {k: round(f1(v), 3) for k, v in sorted(tally.items()) if k.split()[1] in ("all", "drafts")}
        names = [features.PAIR_FEATURES, *[features.CONTEXT_FEATURES] * CONTEXT_PASSES]
        doc = {
            "about": "which sentences belong together; written by tools/learn_alignment.py",
            "date": datetime.date.today().isoformat(),
            "data": f"{len(gold_pairs)} gold pairs, {len(pairs) - len(gold_pairs)} of ArgRewrite V.2 (train; CC BY 4.0)",
            "cross_validated": summary,
            "threshold": 0.5,
            "stages": [{"features": list(n), "trees": t} for n, t in zip(names, trees)],
        }
        model._FILE.write_text(_layout(doc) + "\n", encoding="utf-8")
        print("written", model._FILE)


def _layout(doc: dict[str, Any]) -> str:
    """JSON with one tree a line."""
    head = {k: v for k, v in doc.items() if k != "stages"}
    text = json.dumps(head, indent=1)[:-2] + ',\n "stages": [\n'
    parts = []
    for stage in doc["stages"]:
        trees = ",\n   ".join(json.dumps(t, separators=(",", ":")) for t in stage["trees"])
        parts.append(f'  {{"features": {json.dumps(stage["features"])},\n   "trees": [\n   {trees}]}}')
    return text + ",\n".join(parts) + "\n ]}"


if __name__ == "__main__":
    main()
