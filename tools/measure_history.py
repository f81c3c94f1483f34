"""Measure histories: families of sentences in made four-version stories, and the sources of made reprints.

    python tools/measure_history.py ../shared/gold [--seeds N] [--kind KIND] [--show]

A story is made of a gold pair a → b: the two texts themselves, and versions of either that are copy-edited, cut, put in
another order, or get back what had been cut. The truth is known, since a made sentence inherits the family of its
original, and the gold groups join the families of a and b. The score is F1 over pairs of sentences from two versions
that are in one family.

A set of reprints is made of one text: papers that each took from the wire or from another paper, with changes of their
own. The score is how often a paper's source is right; papers whose source cannot be known (a copy without changes) are
counted separately.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import newsdiff

EDITED, CUT, MOVED = 0.35, 0.2, 0.15  # shares of the sentences of a made version
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SWAPS = {
    "said": "told reporters", "but": "although", "about": "around", "began": "started", "big": "large",
    "people": "residents", "also": "too", "will": "is to", "after": "following", "killed": "dead", "has": "had",
    "children": "youngsters", "near": "close to", "police": "officers", "because": "since", "many": "several",
    "bought": "purchased", "show": "reveal", "need": "require", "house": "home", "help": "assist", "end": "close",
}  # fmt: skip


class Unit(NamedTuple):
    """A sentence of a made version: its family, its text, the white space after it."""

    family: int
    text: str
    gap: str


class Story(NamedTuple):
    """Versions of one story, each as its units."""

    kind: str
    versions: list[list[Unit]]


class Count:
    """True and false positives, false negatives."""

    def __init__(self) -> None:
        self.right = self.found = self.wished = 0

    def add(self, found: set[tuple[object, object]], wished: set[tuple[object, object]]) -> None:
        self.right += len(found & wished)
        self.found += len(found)
        self.wished += len(wished)

    def __str__(self) -> str:
        p, r = self.right / max(self.found, 1), self.right / max(self.wished, 1)
        return f"P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(p + r, 1e-9):.3f}"


def main() -> None:
    """Prints F1 by kind, and how many sources were right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--seeds", type=int, default=2, help="stories made of each pair and scheme")
    parser.add_argument("--kind", default="", help="only pairs whose name begins so")
    parser.add_argument("--show", action="store_true", help="what is wrong")
    parser.add_argument("--part", choices=["families", "sources", "both"], default="both")
    args = parser.parse_args()
    folders = sorted(path.parent for path in args.gold.glob(f"{args.kind}*/gold.json"))
    if args.part != "sources":
        measure_families(folders, args.seeds, args.show)
    if args.part != "families":
        measure_sources(folders, args.seeds, args.show)


# Families


def measure_families(folders: Sequence[Path], seeds: int, show: bool) -> None:
    """Prints precision, recall and F1 for each kind of pair and each scheme."""
    counts: defaultdict[str, Count] = defaultdict(Count)
    for folder in folders:
        for name, scheme in SCHEMES.items():
            for seed in range(seeds):
                story = scheme(*read_pair(folder), random.Random(f"{folder.name} {name} {seed}"))
                found, wished = score_families(story)
                for key in (folder.name.partition("-")[0], f"  scheme {name}", "all"):
                    counts[key].add(found, wished)
                if show:
                    count = Count()
                    count.add(found, wished)
                    print(f"{folder.name} {name} {seed}: {count}")
    for key in sorted(counts):
        print(f"{key:16} {counts[key]}")


def score_families(versions: list[list[Unit]]) -> tuple[set[tuple[object, object]], set[tuple[object, object]]]:
    """The pairs of sentences of two versions that a family holds: found, and right."""
    history = newsdiff.history(["".join(unit.text + unit.gap for unit in version) for version in versions])
    wished: list[list[int]] = []
    found: list[list[frozenset[int]]] = []
    for v, version in enumerate(versions):
        homes = {s: n for n, family in enumerate(history.families) for s in family.members[v]}
        at, row = 0, []
        for unit in version:
            row.append(_covering(history.versions[v].article.sentences, at, at + len(unit.text), homes))
            at += len(unit.text) + len(unit.gap)
        found.append(row)
        wished.append([unit.family for unit in version])
    pairs: tuple[set[tuple[object, object]], set[tuple[object, object]]] = (set(), set())
    for v in range(len(versions)):
        for w in range(v + 1, len(versions)):
            for i in range(len(versions[v])):
                for j in range(len(versions[w])):
                    key = ((v, i), (w, j))
                    if found[v][i] & found[w][j]:
                        pairs[0].add(key)
                    if wished[v][i] == wished[w][j]:
                        pairs[1].add(key)
    return pairs


def _covering(sentences: Sequence[newsdiff.Sentence], lo: int, hi: int, homes: dict[int, int]) -> frozenset[int]:
    """The families of the sentences that cover half of a stretch of text, or that it covers half of."""
    found = set()
    for n, s in enumerate(sentences):
        over = min(hi, s.end) - max(lo, s.start)
        if 2 * over > min(hi - lo, s.end - s.start):
            found.add(homes[n])
    return frozenset(found)


def read_pair(folder: Path) -> tuple[list[Unit], list[Unit]]:
    """Both texts of a gold pair as units, whose families the gold groups join."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = [(folder / f"{side}.txt").read_text(encoding="utf-8") for side in "ab"]
    families = [{}, {}]  # type: list[dict[int, int]]
    for n, group in enumerate(gold["groups"]):
        for side in (0, 1):
            families[side].update(dict.fromkeys(group["ab"[side]], n))
    sides = []
    for side in (0, 1):
        alone = 1000 * (side + 1)
        names = [families[side].get(i, alone + i) for i in range(len(gold["ab"[side]]))]
        sides.append(_units(texts[side], gold["ab"[side]], names))
    return sides[0], sides[1]


def _units(text: str, sentences: Sequence[str], families: Sequence[int]) -> list[Unit]:
    """The text cut at its gold sentences, whose white space may differ from the text's."""
    units, at = [], 0
    for family, sentence in zip(families, sentences, strict=True):
        start = at
        for _ in re.sub(r"\s", "", sentence):
            while text[at].isspace():
                at += 1
            at += 1
        stop = at
        while at < len(text) and text[at].isspace():
            at += 1
        units.append(Unit(family, text[start:stop].lstrip(), text[stop:at]))
    return units


def revise(units: Sequence[Unit], rng: random.Random) -> list[Unit]:
    """A version with some sentences copy-edited, cut and moved."""
    made = cut(edit(units, rng), rng)
    for _ in range(round(MOVED * len(made))):
        unit = made.pop(rng.randrange(1, len(made)))
        made.insert(rng.randrange(1, len(made) + 1), unit)
    return spaced(made)


def spaced(units: Sequence[Unit]) -> list[Unit]:
    """The units with white space after each, which the last of a text may lack."""
    return [unit if unit.gap else unit._replace(gap="\n\n") for unit in units]


def edit(units: Sequence[Unit], rng: random.Random, share: float = EDITED) -> list[Unit]:
    return [unit._replace(text=copy_edit(unit.text, rng)) if rng.random() < share else unit for unit in units]


def cut(units: Sequence[Unit], rng: random.Random, share: float = CUT) -> list[Unit]:
    return [unit for n, unit in enumerate(units) if n == 0 or rng.random() >= share]


def copy_edit(text: str, rng: random.Random) -> str:
    """A sentence with one to three changes such as a desk makes."""
    words = text.split(" ")
    for _ in range(rng.randint(1, 3)):
        n = rng.randrange(len(words))
        change = rng.choice(CHANGES)
        words[n : n + 1] = change(words[n], rng)
    for n, word in enumerate(words):
        if word in SWAPS and rng.random() < 0.3:
            words[n] = SWAPS[word]
    return " ".join(words) if any(words) else text


def _figure(word: str, rng: random.Random) -> list[str]:
    return [re.sub(r"\d+", lambda m: str(int(m[0]) + rng.randint(1, 9)), word)]


def _day(word: str, rng: random.Random) -> list[str]:
    return [next((word.replace(day, rng.choice(DAYS)) for day in DAYS if day in word), word)]


def _drop(word: str, rng: random.Random) -> list[str]:
    return [] if word.islower() and word.isalpha() else [word]


def _add(word: str, rng: random.Random) -> list[str]:
    return [word, rng.choice(("reportedly", "late", "nearly", "at least", "on the spot", "again", "in part"))]


CHANGES: tuple[Callable[[str, random.Random], list[str]], ...] = (_figure, _day, _drop, _add)


def _edited_twice(a: list[Unit], b: list[Unit], rng: random.Random) -> list[list[Unit]]:
    return [a, revise(a, rng), b, revise(b, rng)]


def _goes_and_returns(a: list[Unit], b: list[Unit], rng: random.Random) -> list[list[Unit]]:
    """What the rewrite dropped comes back from the first version."""
    kept = {unit.family for unit in b}
    back = [*b, *[unit for unit in spaced(edit(a, rng)) if unit.family not in kept]]
    return [a, b, spaced(cut(edit(b, rng), rng, 0.4)), spaced(back)]


def _between(a: list[Unit], b: list[Unit], rng: random.Random) -> list[list[Unit]]:
    """The second version drops a third, the third is the rewrite, the fourth goes back to the first, copy-edited."""
    return [a, spaced(cut(a, rng, 0.35)), b, revise(a, rng)]


SCHEMES: dict[str, Callable[[list[Unit], list[Unit], random.Random], list[list[Unit]]]] = {
    "edited": _edited_twice,
    "returns": _goes_and_returns,
    "between": _between,
}


# Sources


class Reprints(NamedTuple):
    """A wire story and its papers: the texts, the source of each paper, and whether anything can tell it."""

    texts: list[str]
    sources: list[int]
    told: list[bool]


def measure_sources(folders: Sequence[Path], seeds: int, show: bool) -> None:
    """Prints how often the source was right, wrong or left open, where something could tell it and where not."""
    counts: Counter[tuple[str, str]] = Counter()
    for folder in folders:
        for side in (0, 1):
            for seed in range(seeds):
                rng = random.Random(f"{folder.name} {side} {seed}")
                made = make_reprints(read_pair(folder)[side], rng)
                for told, verdict, why in judge_sources(made):
                    counts["told" if told else "cannot be told", verdict] += 1
                    if show and verdict != "right" and told:
                        print(f"{folder.name} {side} {seed}: {why}")
    for told in ("told", "cannot be told"):
        total = sum(n for (name, _), n in counts.items() if name == told)
        parts = [f"{verdict} {counts[told, verdict]}" for verdict in ("right", "wrong", "open")]
        print(f"source, {told:16} {', '.join(parts)} of {total}")


def judge_sources(made: Reprints) -> Iterator[tuple[bool, str, str]]:
    history = newsdiff.history(made.texts, reprints=True)
    for paper, (wished, told) in enumerate(zip(made.sources[1:], made.told[1:], strict=True), 1):
        source = history.sources[paper]
        verdict = "open" if source.source is None else "right" if source.source == wished else "wrong"
        yield told, verdict, f"paper {paper} took from {wished}: {source}"


def make_reprints(wire: list[Unit], rng: random.Random) -> Reprints:
    """Three to five papers in random order, each from the wire or an earlier one."""
    papers = [(wire, -1, True)]
    for n in range(rng.randint(3, 5)):
        source = rng.randrange(n + 1)
        own = [revised for revised in [reprint(papers[source][0], rng)] if rng.random() > 0.1]
        papers.append((own[0] if own else papers[source][0], source, bool(own)))
    order = [0, *rng.sample(range(1, len(papers)), len(papers) - 1)]
    place = {old: new for new, old in enumerate(order)}
    texts = ["".join(unit.text + unit.gap for unit in papers[old][0]) for old in order]
    sources = [place.get(papers[old][1], -1) for old in order]
    twins = Counter(texts)
    told = [
        papers[old][2] and twins[texts[n]] == 1 and (n == 0 or twins[texts[sources[n]]] == 1)
        for n, old in enumerate(order)
    ]
    return Reprints(texts, sources, told)


def reprint(units: Sequence[Unit], rng: random.Random) -> list[Unit]:
    """A paper's own version: some words, a sentence out, the end cut off."""
    made = edit(units, rng, rng.choice((0.1, 0.2, 0.4)))
    made = cut(made, rng, rng.choice((0.0, 0.05, 0.15)))
    if rng.random() < 0.4:
        made = made[: -rng.randint(1, max(1, len(made) // 5))]
    return spaced(made)


if __name__ == "__main__":
    main()
