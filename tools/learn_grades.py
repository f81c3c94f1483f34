"""Learn to grade the pairs of an archive, and write newsdiff/corpus/weights_grade.json.

    python tools/learn_grades.py ../shared

Versions are the gold pairs (with reprints made of them that break off), commits of prose, drafts of essays, the
rewrites in tools/grades, and stories and notices with light edits. Follow-ups are the stories in tools/grades, and gold
pairs cut into two articles that have at most three sentences in ten in common. Templates come from the forms in
tools/grades, in one series and across two. Unrelated are articles of one kind or from one blog, and essays by two
students on one question.

Multinomial logistic regression (scikit-learn, needed here only). The three classes that are not versions have equal
weight, together as much as the versions; within a class, every sort of pair has the same weight. Scored with each
story, form, file or writer in only one of ten parts. No part of the texts is kept.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from newsdiff import compare
from newsdiff.corpus import grade as grades
from newsdiff.corpus.grade import Grade, Shares
from newsdiff.read.markdown import read_markdown

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "tools" / "grades"
OUT = ROOT / "newsdiff" / "corpus" / "weights_grade.json"
# What a version of a sort is, where the sort tells. Drafts, cut reprints and British reprints may be either; some
# commits, and light edits that happened to find nothing to do, are copies.
CLOSE: dict[str, Grade] = {
    "copy": "copy",
    **dict.fromkeys("copyedit update adversarial figures names polarity quotes".split(), "edit"),
    "light edit": "edit",
    **dict.fromkeys("spun deep rewrite".split(), "rewrite"),
}
CLASSES = ("version", "follow-up", "template", "unrelated")
STRENGTH = 3.0  # C of the regression
PARTS = 10
LONGEST = 9000  # letters of a commit
COMMITS = 50  # of each repository
FORMS = 6  # pairs of each form

FIRST = (
    "Anna Peter Maria George Helen Samuel Ruth Victor Irene Walter Paula Leon Martha Hugo Clara Oscar Nadia Felix "
    "Greta Simon Joan Arthur Edith Marcus Doris Ralph Lydia Conrad Stella Ivan"
).split()
HEADS = "B Br C Ch D F G H K L M N P R S St T V W".split()
MIDDLES = "al ar en il on or ur ell and ing ath ost erm ind olb".split()
TAILS = "er ton ley man sen ford ini ova well ard by wick son ham ster".split()
PLACES = "ton ville ford burg field port mouth bridge dale haven".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ADJECTIVES = "Silent Golden Last Broken Distant Crimson Second Paper Northern Empty".split()
NOUNS = "Harbor Winter Lanterns Witness Orchard Signal River Tenant Letters Hour".split()
COMPANIES = ("Corp.", "Inc.", "Holdings", "& Sons", "Group")
OFFICES = ("Labor Department", "Transportation Department", "Commerce Department", "Treasury", "Food Safety Agency")
SYNONYMS = dict(
    zip(
        "said killed people also about began police large found closed big told bought help first after showed".split(),
        "stated slain residents too roughly started officers big discovered shut large informed purchased aid initial "
        "following revealed".split(),
        strict=True,
    )
)


class Pair(NamedTuple):
    """Two articles, what they are, the sort of pair, and the story, form or file that no two parts share."""

    label: str
    sort: str
    group: str
    a: str
    b: str


def main() -> None:
    """Collect, learn, score, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--unseen", action="store_true", help="only grade pairs that nothing was learned from")
    args = parser.parse_args()
    if args.unseen:
        report_unseen(list(read_unseen(args.shared)))
        return
    rng = random.Random(13)
    pairs = [*read_gold(args.shared, rng), *read_essays(args.shared), *read_commits(args.shared)]
    pairs += [*read_stories(rng), *read_forms(rng)]
    with ProcessPoolExecutor(2) as pool:
        measured = list(pool.map(measure_pair, pairs, chunksize=8))
    learn(pairs, np.array([shares for shares, _ in measured]), [close for _, close in measured])


def measure_pair(pair: Pair) -> tuple[Shares, Grade]:
    """The shares of a pair, and how close it is if it is a version."""
    comparison = compare(pair.a, pair.b)
    return grades.measure(comparison), grades.grade_version(comparison)


# The pairs


def read_gold(shared: Path, rng: random.Random) -> Iterator[Pair]:
    """Gold pairs, cut reprints and follow-ups made of them, and pairs of unlike stories."""
    folders = sorted(path.parent for path in shared.glob("gold/*/gold.json"))
    texts = {f.name: [(f / side).read_text(encoding="utf-8") for side in ("a.txt", "b.txt")] for f in folders}
    for folder in folders:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        name, style = folder.name, folder.name.split("-")[0]
        a, b = texts[name]
        yield Pair("version", style, name, a, b)
        yield Pair("version", "copy", name, a, a)
        if style != "deep":  # a third of a deep paraphrase is hardly a version any more
            for share in (0.35, 0.6):
                yield Pair("version", "cut", name, a, "\n\n".join(gold["b"][: int(len(gold["b"]) * share)]))
        for common in (0.0, 0.1, 0.2, 0.3):
            yield Pair("follow-up", "halves", name, *halve(gold, common, rng))
    names = list(texts)
    for step in (1, 5):
        for n, name in enumerate(names):
            yield Pair("unrelated", "gold", name, texts[name][0], texts[names[(n + step) % len(names)]][1])


def halve(gold: dict[str, Any], common: float, rng: random.Random) -> tuple[str, str]:
    """Two articles about one affair: each with half of what the pair tells, and a share of it in both."""
    groups = list(gold["groups"])
    rng.shuffle(groups)
    both = int(len(groups) * common)
    half = both + (len(groups) - both) // 2
    first, second = groups[:half], [*groups[:both], *groups[half:]]
    sides = []
    for side, told in (("a", first), ("b", second)):
        known = {n for group in groups for n in group[side]}
        mine = {n for group in told for n in group[side]}
        free = [n for n in range(len(gold[side])) if n not in known]
        kept = sorted(mine | set(free[:: 2 if side == "a" else 3]))
        sides.append("\n\n".join([gold[side][n] for n in kept]))
    return sides[0], sides[1]


def read_essays(shared: Path) -> Iterator[Pair]:
    """Drafts of one essay, and essays by two students on one question."""
    rows = [json.loads(line) for line in (shared / "align" / "argrewrite-train.jsonl").open(encoding="utf-8")]
    for row in rows:
        yield Pair("version", "drafts", f"writer {row['writer']}", row["raw_a"], row["raw_b"])
    for row, other in zip(rows, rows[7:], strict=False):
        if row["writer"] != other["writer"]:
            yield Pair("unrelated", "essays", f"writer {row['writer']}", row["raw_a"], other["raw_b"])


def read_commits(shared: Path) -> Iterator[Pair]:
    """Commits to blogs, and two posts of one blog."""
    for path in sorted((shared / "real").glob("*.jsonl")):
        rows = [json.loads(line) for line in path.open(encoding="utf-8")]
        rows = [r for r in rows if "subject" in r and 400 < len(r["a"]) < LONGEST and 400 < len(r["b"]) < LONGEST]
        rows = rows[:COMMITS]
        for row in rows:
            yield Pair("version", path.stem, row["path"][-20:], row["a"], row["b"])
        for row, other in pairwise(rows):
            if row["path"][-12:] != other["path"][-12:]:
                yield Pair("unrelated", path.stem, row["path"][-20:], row["a"], other["b"])


def read_unseen(shared: Path) -> Iterator[Pair]:
    """Pairs that nothing is learned from: other drafts and essays, posts of one series of a blog, samples/archive."""
    essays = [json.loads(line) for line in (shared / "align" / "argrewrite-dev.jsonl").open(encoding="utf-8")]
    for row in essays:
        yield Pair("version", "drafts", "", row["raw_a"], row["raw_b"])
    for row, other in zip(essays, essays[9:], strict=False):
        if row["writer"] != other["writer"]:
            yield Pair("other", "essays", "", row["raw_a"], other["raw_b"])
    for path in sorted((shared / "real").glob("*.jsonl")):
        posts: dict[str, dict[str, str]] = {}
        for row in map(json.loads, path.open(encoding="utf-8")):
            name = re.sub(r"^[\d-]{11}", "", row.get("path", "").split("/")[-1])
            if name and "subject" in row and len(row["a"]) < 20_000:
                posts.setdefault(re.sub(r"[\d.@]+", "#", name)[:12], {})[name] = read_markdown(row["a"]).text
        for series in posts.values():
            for a, b in list(combinations(series.values(), 2))[:8]:
                yield Pair("other", f"series of {path.stem}", "", a, b)
    lines = (ROOT / "samples/archive/archive.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    with (ROOT / "samples/archive/truth.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            label = "version" if row["grade"] in grades.VERSIONS else "other"
            yield Pair(label, f"samples/archive, {row['grade']}", "", texts[row["a"]], texts[row["b"]])


def report_unseen(pairs: Sequence[Pair]) -> None:
    """Prints what the pairs that nothing was learned from are graded as."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for pair in pairs:
        found.setdefault((pair.label, pair.sort), Counter())[grades.grade(compare(pair.a, pair.b))] += 1
    for (label, sort), counts in found.items():
        print(f"unseen  {label:8} {sort:28}{counts.total():4}", dict(counts.most_common()))


def read_sections(name: str) -> dict[str, str]:
    """The texts of a file in tools/grades by their headings."""
    parts = re.split(r"^## (.*)\n", (HERE / name).read_text(encoding="utf-8"), flags=re.M)[1:]
    return {head: text.replace("===\n", "").strip() for head, text in zip(parts[::2], parts[1::2], strict=True)}


def read_stories(rng: random.Random) -> Iterator[Pair]:
    """Follow-ups and rewrites of our own, and light edits of both."""
    stories = {name: text.split("\n---\n") for name, text in read_sections("followups.txt").items()}
    for name, (a, b) in stories.items():
        yield Pair("follow-up", "story", name, a, b)
        yield Pair("follow-up", "story", name, b, a)
        for text in (a, b):
            yield Pair("version", "light edit", name, text, edit_lightly(text, rng))
    for name, text in read_sections("rewrites.txt").items():
        a, b = stories[name]
        yield Pair("version", "rewrite", name, a, text)
        yield Pair("version", "rewrite", name, text, a)
        yield Pair("follow-up", "story rewritten", name, text, b)
    for (name, (a, _)), (_, (_, b)) in pairwise(stories.items()):
        yield Pair("unrelated", "story", name, a, b)


def read_forms(rng: random.Random) -> Iterator[Pair]:
    """Articles that a form fills in: of one series, of two, two forms; and light edits of one."""
    forms = read_sections("templates.txt")
    for name, form in forms.items():
        for n in range(FORMS):
            seeds = [f"{name} {n}", f"{name} {n if n % 3 else n + 100}"]
            a, b = (fill(form, rng, random.Random(seed)) for seed in seeds)
            yield Pair("template", "one series" if n % 3 else "two series", name, a, b)
        for seed in "xy":
            a = fill(form, rng, random.Random(name + seed))
            yield Pair("version", "light edit of a template", name, a, edit_lightly(a, rng))
    for (name, form), (_, other) in pairwise(forms.items()):
        a, b = (fill(text, rng, random.Random(name)) for text in (form, other))
        yield Pair("unrelated", "two forms", name, a, b)


def edit_lightly(text: str, rng: random.Random) -> str:
    """The text with small words gone, some synonyms, perhaps a figure changed, sentences cut, paragraphs swapped."""
    cut = rng.choice([0, 0.1, 0.3])
    paragraphs = []
    for paragraph in text.split("\n\n"):
        sentences = re.split(r'(?<=[.!?]) (?=[A-Z"])', paragraph)
        sentences = [s for s in sentences if rng.random() > cut] or sentences[:1]
        words = [w for s in sentences for w in s.split(" ") if w not in SYNONYMS or rng.random() > 0.1]
        words = [SYNONYMS.get(w, w) if rng.random() < 0.6 else w for w in words]
        paragraphs.append(" ".join([w for w in words if w not in ("the", "very", "that") or rng.random() > 0.15]))
    if rng.random() < 0.3 and len(paragraphs) > 2:
        paragraphs[1], paragraphs[2] = paragraphs[2], paragraphs[1]
    text = "\n\n".join(paragraphs)
    figures = list(re.finditer(r"\b\d+\b", text))
    if figures and rng.random() < 0.5:
        figure = rng.choice(figures)
        text = text[: figure.start()] + str(int(figure[0]) + 1) + text[figure.end() :]
    return text


# Forms


def fill(form: str, rng: random.Random, series: random.Random) -> str:
    """An article of a form. Names in capitals are those of the series."""
    held: dict[str, str] = {}
    names = {name: make_name(name, series) for name in sorted(set(re.findall(r"\{([A-Z]+\d?)\}", form)))}
    form = re.sub(r"\{([^{}]*\|[^{}]*)\}", lambda found: rng.choice(found[1].split("|")), form)
    form = re.sub(r"\[([^\[\]]*)\]", lambda found: rng.choice(found[1].split("|")), form)

    def put(found: re.Match[str]) -> str:
        slot = found[1]
        if slot in names:
            return names[slot]
        if slot[-1].isdigit() and slot[0].isalpha() and " " not in slot:  # {p1}: one person throughout
            return held.setdefault(slot, make_name(slot, rng))
        return make_figure(slot, rng) if " " in slot else make_name(slot, rng)

    return re.sub(r" +", " ", re.sub(r"\{([^{}]*)\}", put, form)).replace(" \n", "\n")


def make_figure(slot: str, rng: random.Random) -> str:
    """A figure between two bounds: n whole, N with thousands marked, d decimal, year."""
    sort, low, high = slot.split()
    number = rng.randint(int(low), int(high))
    if sort == "d":
        return f"{number}.{rng.randint(0, 99) if rng.random() < 0.3 else rng.randint(0, 9)}"
    return f"{number:,}" if sort == "N" else str(number)


def make_name(slot: str, rng: random.Random) -> str:
    """A name, a date or a time for a slot."""
    surname = (rng.choice(HEADS) + rng.choice(MIDDLES) + rng.choice(TAILS)).capitalize()
    place = (rng.choice(HEADS) + rng.choice(MIDDLES) + rng.choice(PLACES)).capitalize()
    first, month = rng.choice(FIRST), rng.choice(MONTHS)
    work = f"{rng.choice(ADJECTIVES)} {rng.choice(NOUNS)}"
    made = {
        "p": f"{first} {surname}",
        "analyst": f"{first} {surname}",
        "master": f"{first} {surname}",
        "head": f"{first} {surname}",
        "first": first,
        "surname": surname,
        "co": f"{surname} {rng.choice(COMPANIES)}",
        "day": rng.choice(DAYS),
        "month": month,
        "date": f"{month} {rng.randint(1, 28)}",
        "time": f"{rng.randint(1, 12)}:{rng.randint(0, 59):02} {rng.choice(('a.m.', 'p.m.'))}",
        "film": f"The {work}" if rng.random() < 0.5 else work,
        "show": f"The {work}",
        "game": work,
        "horse": work,
        "ship": f"MV {work}",
        "dept": rng.choice(OFFICES),
        "bank": "central bank",
        "net": "".join(rng.choices("ABCNTV", k=3)),
        "hospital": f"{place} Memorial Hospital",
        "school": f"{place} High School",
        "ground": f"{place} Park",
    }
    return made.get(slot.lower().rstrip("0123456789"), place)


# Learning


def learn(pairs: Sequence[Pair], rows: np.ndarray, close: Sequence[Grade]) -> None:
    """Learn on nine tenths and try on the tenth, ten times; then learn on all and write."""
    labels = np.array([pair.label for pair in pairs])
    weights = weigh_pairs(pairs)
    groups = {group: n for n, group in enumerate(dict.fromkeys(pair.group for pair in pairs))}
    part = np.array([groups[pair.group] % PARTS for pair in pairs])
    odds = np.zeros((len(pairs), len(CLASSES)))
    for n in range(PARTS):
        out = part == n
        for column, (intercept, slopes) in enumerate(fit(rows[~out], labels[~out], weights[~out]).values()):
            odds[out, column] = intercept + rows[out] @ slopes
    chances = np.exp(odds) / np.exp(odds).sum(axis=1, keepdims=True)
    others = np.array([CLASSES[1 + n] for n in chances[:, 1:].argmax(axis=1)])
    guesses = np.where(chances[:, 0] >= 0.5, "version", others)
    scores = report(pairs, labels, guesses, weights) | report_close(pairs, guesses, close, weights)
    doc = {
        "made by": "tools/learn_grades.py",
        "pairs": {f"{label}: {sort}": n for (label, sort), n in Counter((p.label, p.sort) for p in pairs).items()},
        "cross-validated": scores,
        "weights": {
            name: {
                "intercept": round(intercept, 3),
                **dict(zip(Shares._fields, np.round(slopes, 3).tolist(), strict=True)),
            }
            for name, (intercept, slopes) in fit(rows, labels, weights).items()
        },
    }
    OUT.write_text(json.dumps(doc, indent=1) + "\n", encoding="utf-8")


def weigh_pairs(pairs: Sequence[Pair]) -> np.ndarray:
    """The weights of the pairs: one mean weight of 1, versions half of all, each other class a sixth."""
    sizes = Counter((pair.label, pair.sort) for pair in pairs)
    sorts = Counter(label for label, _ in sizes)
    weights = np.array([(3 if p.label == "version" else 1) / sorts[p.label] / sizes[p.label, p.sort] for p in pairs])
    return weights * len(pairs) / weights.sum()


def fit(rows: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> dict[str, tuple[float, np.ndarray]]:
    """Intercept and slopes of each class, for shares as they are."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))
    model.fit(rows, labels, logisticregression__sample_weight=weights)
    scaler, regression = model[0], model[1]
    found = {}
    for name in CLASSES:
        row = list(regression.classes_).index(name)
        slopes = regression.coef_[row] / scaler.scale_
        found[name] = (float(regression.intercept_[row] - slopes @ scaler.mean_), slopes)
    return found


def report(
    pairs: Sequence[Pair], labels: np.ndarray, guesses: np.ndarray, weights: np.ndarray
) -> dict[str, list[float]]:
    """Precision and recall of each class, and of each sort of pair where its members went."""
    scores = {}
    for name in CLASSES:
        both = weights[(labels == name) & (guesses == name)].sum()
        precision, recall = both / weights[guesses == name].sum(), both / weights[labels == name].sum()
        scores[name] = [round(float(precision), 3), round(float(recall), 3)]
        print(f"{name:10} precision {precision:.3f}  recall {recall:.3f}")
    for key in dict.fromkeys((pair.label, pair.sort) for pair in pairs):
        own = [guess for pair, guess in zip(pairs, guesses, strict=True) if (pair.label, pair.sort) == key]
        print(f"{key[0]:10} {key[1]:26}{len(own):4}", dict(Counter(map(str, own)).most_common()))
    return scores


def report_close(
    pairs: Sequence[Pair], guesses: np.ndarray, close: Sequence[Grade], weights: np.ndarray
) -> dict[str, list[float]]:
    """Precision and recall of copy, edit and rewrite, among the versions whose sort tells."""
    told = np.array([CLOSE.get(pair.sort, "") if pair.label == "version" else "" for pair in pairs])
    given = np.where(guesses == "version", np.array(close), "")
    scores = {}
    for name in grades.VERSIONS:
        both = weights[(told == name) & (given == name)].sum()
        precision, recall = both / weights[(told != "") & (given == name)].sum(), both / weights[told == name].sum()
        scores[name] = [round(float(precision), 3), round(float(recall), 3)]
        print(f"{name:10} precision {precision:.3f}  recall {recall:.3f}")
    for sort in dict.fromkeys(pair.sort for pair in pairs if pair.label == "version"):
        own = [g for pair, g in zip(pairs, given, strict=True) if pair.sort == sort and pair.label == "version"]
        print(f"{sort:37}{len(own):4}", dict(Counter(map(str, own)).most_common()))
    return scores


if __name__ == "__main__":
    main()
