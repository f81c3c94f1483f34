"""Measure the alignment and write docs/accuracy.md.

    python tools/measure_accuracy.py --shared ../shared [--embedder]

The gold pairs are learned from, so their figures are cross-validated: each article pair is aligned by what was learned
from the other nine tenths. What is not learned from is measured with the package as it stands. Peers that are
installed are run on the same pairs: dwdiff, redlines, CollateX and difflib. They know of no sentences, so a link of
theirs is a pair of sentences of which they keep at least half the letters of the shorter one in place. --embedder adds
the figures with all-MiniLM-L6-v2 (minutes of CPU). Needs what tools/learn_alignment.py needs.
"""

from __future__ import annotations

import argparse
import difflib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

import learn_alignment  # noqa: E402

KINDS = (
    "all", "spun", "reprint", "update", "copyedit", "polarity", "names", "figures", "quotes", "adversarial", "deep",
)  # fmt: skip
Kept = Iterator[tuple[str, str]]  # steps: "=", "-" or "+", and the letters
WORD = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--embedder", action="store_true")
    options = parser.parse_args()
    shared = options.shared
    gold = sorted(shared.glob("gold/*"))
    drafts = shared / "align" / "argrewrite-train.jsonl"
    english, other = [
        learn_alignment.learn(m, final=False) for m in learn_alignment.collect(gold, drafts, embedder=False)
    ]
    columns = {"newsdiff": english["tally"], "in unknown letters": other["tally"]}
    if options.embedder:
        (m,) = learn_alignment.collect(gold, drafts, embedder=True)
        columns["with MiniLM"] = learn_alignment.learn(m, final=False)["tally"]
    columns |= {name: tally_peer(gold, run) for name, run in peers().items()}
    lines = [HEAD, "| links (F1) | " + " | ".join(columns) + " |", "|---|" + "---|" * len(columns)]
    for name in [f"links {kind}" for kind in KINDS] + ["omission all", "insertion all"]:
        cells = [f"{learn_alignment.f1(tally[name]):.3f}" if name in tally else "" for tally in columns.values()]
        lines.append(f"| {name.removeprefix('links ')} | " + " | ".join(cells) + " |")
    lines += [HELD_OUT]
    for what, paths in (
        ("align", [shared / "align" / "argrewrite-dev.jsonl", shared / "align" / "deplain-dev.jsonl"]),
        ("pairs", sorted(shared.glob("gold_languages/*/"))),
        ("words", [shared / "words" / "mtref-dev.jsonl"]),
    ):
        for name, row in score(shared, what, paths).items():
            if what != "pairs" or name in ("segment", "align", "omission", "insertion"):
                label = f"French, Russian, Chinese pair: {name}" if what == "pairs" else name
                figures = " | ".join([f"{row[key]:.3f}" for key in ("precision", "recall", "f1")])
                lines.append(f"| {label} | {figures} | {row['gold']} |")
    lines += [CURVE]
    lines += [
        f"| {lo:.2f} to {hi:.2f} | {n} | {mean:.3f} | {right:.3f} |" for lo, hi, n, mean, right in english["curve"]
    ]
    lines += [*tell_risk(), TESTS]
    out = ROOT / "docs" / "accuracy.md"
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("written", out)


HEAD = """# Accuracy

Written by `python tools/measure_accuracy.py`, not by hand.

## Articles annotated for newsdiff

Pairs of fictional news articles with sentences linked by hand; the sentence boundaries are given. newsdiff learned from
these pairs, so its figures are cross-validated: each pair is aligned by what was learned from the others. *In unknown
letters* shows the same pairs with all letters exchanged, so that no word has a known vector or stem; this is how well
newsdiff does in a language that it does not know.
The peers compare words and know nothing about sentences; two sentences count as linked if a peer keeps at least half
the letters of the shorter one in place.
"""
HELD_OUT = """
## Texts that newsdiff did not learn from

ArgRewrite V.2 (drafts of student essays; *edited* leaves out identical pairs), DEplain-web (German texts and their
version in plain language), a pair of articles in each of three languages, and word pairs from MTRef. No model saw them,
but they were measured often while the aligner was being built, and influenced a few settings: the weight of the
ArgRewrite training pairs, the number of candidates for a sentence in an unknown language, the weight given to order.

| | precision | recall | F1 | gold |
|---|---|---|---|---|"""
CURVE = """
## The score of a link

A link's `score` is meant to be the probability that the whole link is right, that is, that the annotators linked every
pair of sentences in it. These are the links by score, cross-validated on the pairs above:

| score | links | mean score | right |
|---|---|---|---|"""

RISK = """
## The risk of an open wording edit

A wording edit that cannot be shown to be harmless or harmful is open, and its `risk` is meant to be the probability
that a careful desk would stop it. It was learned by tools/learn_risk.py from {harmless} wording edits in real commits
and paraphrases (harmless) and {harmful} slips made in the same commits, with equal weight for both groups; each commit
was judged by what was learned from the others (area under the curve {auc}). `check --risk P` stops wording edits with a
risk of P or more: *slips stopped* and *harmless stopped* are the shares of open wording edits in that row and below.

| risk | edits | mean risk | slips among them | slips stopped | harmless stopped |
|---|---|---|---|---|---|"""

TESTS = """
## What the tests hold

A threshold that can be changed without a test failing is a threshold without a reason. `tools/mutants.py` breaks one
thing at a time in the folders that judge (align, pairing, facts, edits, figures, text): a constant, a comparison, an
operator, a slice, a jump, a return value, a whole statement. Each of the 13,930 mutants is as likely to be tried as any
other; a test that fails, crashes or never ends kills it. On 28 November 2026 (commit e5f6f00),

    python tools/mutants.py --quick --sample 55 --seed 404

killed 47 of 55 (.85). `--quick` asks only what is recorded of the mutant's folder (`tests/golden/judgement`), so the
whole suite holds no less. Of the eight that lived, two change nothing that could be seen (how far a search goes that
finds the same), and one a confidence, which is recorded since."""


def tell_risk() -> Iterator[str]:
    """The section on the risk of rewordings, by what tools/learn_risk.py found."""
    path = ROOT / "newsdiff" / "edits" / "weights_risk.json"
    doc = json.loads(path.read_text(encoding="utf-8"))
    harmless = sum(doc["cases"].get(sort, 0) for sort in ("commit", "paraphrase"))
    yield RISK.format(harmless=harmless, harmful=sum(doc["cases"].values()) - harmless, auc=doc["auc"])
    for row in doc["curve"]:
        lo, hi, n, mean, right, stopped, alarms = row
        yield f"| {lo:.1f} to {hi:.1f} | {n} | {mean:.3f} | {right:.3f} | {stopped:.3f} | {alarms:.3f} |"


def score(shared: Path, what: str, paths: list[Path]) -> dict[str, dict[str, float]]:
    """What the scorer says of the package as it stands."""
    command = [sys.executable, str(shared / "yardstick" / "score.py"), what, "--json", *map(str, paths)]
    environment = {"PYTHONPATH": str(ROOT), "NEWSDIFF": f"{sys.executable} -m newsdiff", "PATH": "/usr/bin:/bin"}
    found: dict[str, dict[str, float]] = json.loads(
        subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout
    )
    return found


def peers() -> dict[str, Callable[[str, str], Kept]]:
    """The peers that are installed: each from two texts to steps that give back both sides, white space aside."""
    found: dict[str, Callable[[str, str], Kept]] = {"difflib": by_difflib}
    if shutil.which("dwdiff"):
        found["dwdiff -P -i"] = by_dwdiff
    if importlib.util.find_spec("redlines"):
        found["redlines"] = by_redlines
    if importlib.util.find_spec("collatex"):
        found["CollateX"] = by_collatex
    return found


def by_difflib(a: str, b: str) -> Kept:
    """difflib on words and marks."""
    x, y = WORD.findall(a), WORD.findall(b)
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, x, y, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "=", "".join(x[i1:i2])
        else:
            yield "-", "".join(x[i1:i2])
            yield "+", "".join(y[j1:j2])


def by_dwdiff(a: str, b: str) -> Kept:
    """Dwdiff (C++), with marks of our own."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, side) for side in "ab"]
        for file, text in zip(files, (a, b), strict=True):
            file.write_text(text, encoding="utf-8")
        marks = ["-w", "\x01", "-x", "\x02", "-y", "\x03", "-z", "\x04"]
        ran = subprocess.run(["dwdiff", "-P", "-i", *marks, *map(str, files)], capture_output=True, text=True)
    yield from _marked(ran.stdout, "\x01(.*?)\x02|\x03(.*?)\x04")


def by_redlines(a: str, b: str) -> Kept:
    """Redlines, in its plainest dress."""
    from redlines import Redlines

    shown = Redlines(a, b, markdown_style="none").output_markdown.replace("\xb6", "")
    yield from _marked(shown, "<del>(.*?)</del>|<ins>(.*?)</ins>")


def by_collatex(a: str, b: str) -> Kept:
    """CollateX, on words and marks."""
    from collatex import Collation, collate

    collation = Collation()
    for name, text in (("A", a), ("B", b)):
        collation.add_witness({"id": name, "tokens": [{"t": w, "n": w.lower()} for w in WORD.findall(text)]})
    rows = json.loads(collate(collation, output="json", segmentation=False))["table"]
    for left, right in zip(*rows, strict=True):
        x, y = ["".join([token["t"] for token in cell or ()]) for cell in (left, right)]
        if x.lower() == y.lower():
            yield "=", x
        else:
            yield "-", x
            yield "+", y


def _marked(shown: str, pattern: str) -> Kept:
    """Steps from a text with marks; the first group is deleted, the second inserted."""
    at = 0
    for match in re.finditer(pattern, shown, re.DOTALL):
        yield "=", shown[at : match.start()]
        yield ("-", match[1]) if match[1] is not None else ("+", match[2])
        at = match.end()
    yield "=", shown[at:]


def tally_peer(gold: list[Path], run: Callable[[str, str], Kept]) -> dict[str, list[int]]:
    """Hits, misses and false alarms of a peer, by kind, as learn_alignment.score gives them."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for folder in gold:
        if not (folder / "gold.json").exists():
            continue
        doc = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        sides = [["".join(s.split()) for s in doc[side]] for side in "ab"]
        texts = [(folder / f"{side}.txt").read_text(encoding="utf-8") for side in "ab"]
        owner = [[n for n, s in enumerate(side) for _ in s] for side in sides]
        i = j = 0
        common: dict[tuple[int, int], int] = defaultdict(int)
        for step, piece in run(*texts):
            length = len("".join(piece.split()))
            if step == "=":
                for n in range(min(length, len(owner[0]) - i, len(owner[1]) - j)):
                    common[owner[0][i + n], owner[1][j + n]] += 1
            i += length * (step in "=-")
            j += length * (step in "=+")
        got = {(m, n) for (m, n), c in common.items() if 2 * c >= min(len(sides[0][m]), len(sides[1][n]))}
        right = {(m, n) for g in doc["groups"] for m in g["a"] for n in g["b"]}
        sets = {"links": (right, got)}
        for side, name in ((0, "omission"), (1, "insertion")):
            every = set(range(len(sides[side])))
            sets[name] = (every - {k[side] for k in right}, every - {k[side] for k in got})
        for name, (wanted, found) in sets.items():
            for kind in ("all", folder.name.rsplit("-", 1)[0]):
                row = tally[f"{name} {kind}"]
                row[0] += len(wanted & found)
                row[1] += len(wanted - found)
                row[2] += len(found - wanted)
    return tally


if __name__ == "__main__":
    main()
