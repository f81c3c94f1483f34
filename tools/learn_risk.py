"""Learn the probability that a careful desk would stop an open rewording; write newsdiff/edits/weights_risk.json.

    python tools/learn_risk.py ../shared/real/18f.jsonl ../shared/real/digitalgov.jsonl ../shared/real/rustblog.jsonl \\
        --paraphrases ../shared/words/edinburgh-train.jsonl

Harmless cases are rewordings in real commits of prose that no kind claims (a few of them do change what is said), and
single words that annotators of Edinburgh++ (paraphrases, Apache-2.0) linked, put into one of the two sentences. Slips
are made in the same commits, one at a time, half of them in sentences that stayed and half in links
that were edited, so that the edits beside it tell nothing: a word for its sister, for its opposite, for another of its
frequency and part of speech, a content word or a phrase dropped or put in, two words exchanged. Only rewordings that
`newsdiff.edits.grounds.weigh` calls open are learned from. Harmless rewordings and slips count as equally frequent, so
the probability is that of a copy in which they are.

Logistic regression (scikit-learn, needed here only), scored with each commit in one of ten parts. Nothing of the texts
is kept.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from newsdiff import compare
from newsdiff.edits import grounds, risk, wording
from newsdiff.lexicon import vectors, wordnet
from newsdiff.lexicon.en.function_words import CLASSES
from newsdiff.model import Token
from newsdiff.pairing.worddiff import diff_tokens
from newsdiff.read.markdown import read_markdown
from newsdiff.text.words import tokenize

OUT = Path(__file__).parent.parent / "newsdiff" / "edits" / "weights_risk.json"
STRENGTH = 0.3  # C of the regression
PARTS = 10
SORTS = ("sister", "opposite", "other", "dropped", "phrase dropped", "exchanged")
SLIPS = 800  # of each sort, as far as the texts have place for them
EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


class Case(NamedTuple):
    """A rewording in its place, as `weigh` is asked about it; commits of one number are never in two parts."""

    a: Sequence[Token]
    b: Sequence[Token]
    spans: tuple[int, int, int, int]
    sort: str
    group: int

    @property
    def harmful(self) -> bool:
        return self.sort not in ("commit", "paraphrase")


class Pair(NamedTuple):
    """A link of a commit: the tokens of its sides."""

    a: Sequence[Token]
    b: Sequence[Token]
    group: int


def main() -> None:
    """Collect, learn, score, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("commits", nargs="+", type=Path)
    parser.add_argument("--paraphrases", nargs="*", type=Path, default=[])
    args = parser.parse_args()
    commits = [json.loads(line) for path in args.commits for line in path.open(encoding="utf-8")]
    pairs, cases = read_commits(commits)
    cases += list(read_paraphrases(args.paraphrases))
    cases += list(make_slips(pairs))
    report(cases)
    learn([case for case in cases if grounds.weigh(case.a, case.b, *case.spans).verdict == "open"])


def read_commits(commits: Sequence[dict[str, str]]) -> tuple[list[Pair], list[Case]]:
    """The links of prose, and the stretches of the edited ones that no kind claims."""
    pairs: list[Pair] = []
    found: list[Case] = []
    plain = wording.weigh
    group = 0

    def listen(a: Sequence[Token], b: Sequence[Token], *spans: int) -> grounds.Ground:
        if is_prose([*a[spans[0] : spans[1]], *b[spans[2] : spans[3]]]):
            found.append(Case(a, b, spans, "commit", group))  # type: ignore[arg-type]
        return plain(a, b, *spans)

    wording.weigh = listen
    for group, commit in enumerate(commits):
        comparison = compare(*(read_markdown(commit[side]).text for side in "ab"))
        for link in comparison.links:
            a, b = (
                [t for n in members for t in article.sentences[n].tokens]
                for members, article in ((link.a, comparison.a), (link.b, comparison.b))
            )
            if is_sentence(a) and is_sentence(b):
                pairs.append(Pair(a, b, group))
    wording.weigh = plain
    return pairs, found


def is_sentence(tokens: Sequence[Token]) -> bool:
    """Whether the tokens of a side are running prose."""
    words = [t for t in tokens if t.word]
    return len(words) >= 6 and tokens[-1].key == "." and len(words) > 0.75 * len(tokens)


def is_prose(tokens: Sequence[Token]) -> bool:
    """Whether a stretch has words and is no address, code or figure."""
    return any(t.word for t in tokens) and all(
        t.key.replace("-", "").replace("'", "").isalpha() for t in tokens if t.word
    )


def read_paraphrases(paths: Sequence[Path]) -> Iterator[Case]:
    """Single words that annotators put for each other, each set into the sentence of the other."""
    for path in paths:
        for group, line in enumerate(path.open(encoding="utf-8")):
            doc = json.loads(line)
            counts = [Counter(pair[side] for pair in doc["sure"]) for side in (0, 1)]
            for i, j in doc["sure"]:
                x, y = doc["a"][i], doc["b"][j]
                if counts[0][i] == counts[1][j] == 1 and x.lower() != y.lower() and x.isalpha() and y.isalpha():
                    a, b = (tokenize(" ".join([*doc["a"][:i], word, *doc["a"][i + 1 :]])) for word in (x, y))
                    if len(a) == len(b):
                        at = next(n for n, (t, u) in enumerate(zip(a, b, strict=True)) if t.key != u.key)
                        yield Case(a, b, (at, at + 1, at, at + 1), "paraphrase", group)


def make_slips(pairs: Sequence[Pair]) -> Iterator[Case]:
    """Slips in the links, of each sort as many."""
    rng = random.Random(11)
    pools = [p for p in pairs if keys(p.a) == keys(p.b)], [p for p in pairs if keys(p.a) != keys(p.b)]
    by_form: dict[tuple[str, str], list[str]] = {}
    for word in sorted({t.key for p in pairs for t in p.a if t.key.islower()}):
        forms = {(part, form) for _, part, form in wordnet.readings(word)}
        if len(forms) == 1:
            by_form.setdefault(forms.pop(), []).append(word)
    for sort in SORTS:
        done, tries = 0, 0
        while done < SLIPS and tries < 60 * SLIPS:
            tries += 1
            case = make_slip(sort, rng.choice(pools[done % 2]), by_form, rng)
            if case:
                done += 1
                yield case if rng.random() < 0.5 else turn(case)


def keys(tokens: Sequence[Token]) -> list[str]:
    """What is compared."""
    return [t.key for t in tokens]


def turn(case: Case) -> Case:
    """The case with its sides changed."""
    lo_a, hi_a, lo_b, hi_b = case.spans
    return Case(case.b, case.a, (lo_b, hi_b, lo_a, hi_a), case.sort, case.group)


def make_slip(sort: str, pair: Pair, by_form: dict[tuple[str, str], list[str]], rng: random.Random) -> Case | None:
    """One slip of a sort in the second side of a link, at words that stayed; None where it has no place for it."""
    equal = {}  # places of B that stayed -> their places in A
    for _, a1, _, b1, b2 in [o for o in diff_tokens(pair.a, pair.b) if o.op == "equal"]:
        equal.update({b1 + n: a1 + n for n in range(b2 - b1)})
    content = [
        n for n in equal if (k := pair.b[n].key).islower() and k not in CLASSES and wordnet.readings(k)
    ]  # fmt: skip
    if len(content) < 3:
        return None
    n = rng.choice(content)
    word, size = pair.b[n].key, 1
    b = list(pair.b)
    if sort == "exchanged":
        m = rng.choice(content)
        if b[m].key == word:
            return None
        b[n], b[m] = put(b[n], b[m].key), put(b[m], word)
    elif sort in ("dropped", "phrase dropped"):
        size = 1 if sort == "dropped" else rng.randint(2, 6)
        if any(k not in equal for k in range(n, n + size)):
            return None
        del b[n : n + size]
    else:
        forms = sorted({(part, form) for _, part, form in wordnet.readings(word)})
        choice = [x for x in by_form.get(forms[0], []) if fits(sort, word, x)] if len(forms) == 1 else []
        if not choice:
            return None
        b[n] = put(b[n], rng.choice(choice))
    stop = n if "dropped" in sort else n + 1
    return Case(pair.a, b, (equal[n], equal[n] + size, n, stop), sort, pair.group)


def fits(sort: str, word: str, other: str) -> bool:
    """Whether a word is the slip of a sort for another one of the same form."""
    if word == other or wordnet.synonymy(word, other) > 0:
        return False
    if sort == "sister":
        return wordnet.are_siblings(word, other)
    if sort == "opposite":
        return wordnet.are_antonyms(word, other)
    place, place2 = vectors.rank(word), vectors.rank(other)
    return place is not None and place2 is not None and place / 3 < place2 < place * 3


def put(token: Token, word: str) -> Token:
    """The token with another word in it."""
    return token._replace(text=word, key=word)


def report(cases: Sequence[Case]) -> None:
    """What `weigh` says of each sort."""
    table: dict[str, Counter[str]] = {}
    for case in cases:
        table.setdefault(case.sort, Counter())[grounds.weigh(case.a, case.b, *case.spans).verdict] += 1
    for sort, row in table.items():
        print(f"{sort:12} {row.total():5}", {v: round(n / row.total(), 3) for v, n in sorted(row.items())})


def learn(cases: Sequence[Case]) -> None:
    """Learn on nine tenths and try on the tenth, ten times; then learn on all and write."""
    described = [describe(case) for case in cases]
    names = list(described[0])
    rows = np.array([list(row.values()) for row in described])
    labels = np.array([case.harmful for case in cases])
    sorts = Counter(case.sort for case in cases)
    sides = Counter(case.harmful for case in cases)
    weights = np.array([len(cases) / sides[case.harmful] / 2 for case in cases])
    part = np.array([case.group % PARTS for case in cases])
    logits = np.zeros(len(cases))
    for n in range(PARTS):
        inside = part == n
        logits[inside] = fit(rows[~inside], labels[~inside], weights[~inside]).decision_function(rows[inside])
    guesses = 1 / (1 + np.exp(-logits))
    auc = round(float(roc_auc_score(labels, guesses, sample_weight=weights)), 3)
    print("AUC", auc)
    for sort in sorts:
        own = np.array([case.sort == sort for case in cases])
        print(f"{sort:12} {own.sum():5} mean {guesses[own].mean():.3f}  above .5 {np.mean(guesses[own] > 0.5):.3f}")
    curve = list(draw_curve(guesses, labels, weights))
    model = fit(rows, labels, weights)
    for name, weight in zip(names, model.coef_[0], strict=True):
        print(f"{weight:7.3f} {name}")
    doc = {
        "made by": "tools/learn_risk.py",
        "cases": dict(sorted(sorts.items())),
        "auc": auc,
        "curve": curve,
        "intercept": round(float(model.intercept_[0]), 4),
        "weights": {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)},
    }
    OUT.write_text(json.dumps(doc, indent=1) + "\n", encoding="utf-8")


def draw_curve(guesses: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> Iterator[list[float]]:
    """Rows of the table in docs/accuracy.md: by risk, how many, the mean, how many slips; what a gate there stops."""
    for lo, hi in pairwise(EDGES):
        inside = (guesses >= lo) & (guesses < hi)
        if inside.any():
            mean = np.average(guesses[inside], weights=weights[inside])
            right = np.average(labels[inside], weights=weights[inside])
            stopped, alarms = np.mean(guesses[labels] >= lo), np.mean(guesses[~labels] >= lo)
            yield [lo, hi, int(inside.sum()), *(round(float(x), 3) for x in (mean, right, stopped, alarms))]


def describe(case: Case) -> dict[str, float]:
    """The features of a case."""
    setting = risk.make_setting(case.a, case.b)
    return risk.features(grounds.find_steps(setting, case.spans), setting, case.spans)


def fit(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    """A logistic regression with each case as heavy as its weight."""
    return LogisticRegression(C=STRENGTH, max_iter=2000).fit(rows, labels, weights)


if __name__ == "__main__":
    main()
