"""One slip at a time in a restyled copy: is it reported as substantive, at its place? And is a clean copy silent?

    python benchmarks/slips.py [ARTICLE…] [--slips 480] [--show]

Every article (default: the A side of samples/ and of tests/gold) is restyled: other quotation marks, dashes,
apostrophes, line ends, wrapping. Into each copy one slip goes: a digit, million/billion, a "not", a hedge, may/will, a
weekday, a month, a name, a word inside a quotation, a source, a sentence. A slip counts as found when a substantive
edit covers or touches it in A. The clean copies count by whether they have any substantive edit at all. The bars are
95 % found and at most one clean copy in twenty with an alarm. The choice of slips is fixed by a seed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsdiff import Comparison, compare, split_sentences

ROOT = Path(__file__).resolve().parent.parent
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
HEDGES = re.compile(
    r"\b(?:allegedly|reportedly|alleged|apparently|possibly|probably|about|nearly|roughly|at least|up to|almost) (?=\w)"
)
SOURCE = r"(?:the [a-z]|[A-Z])[^,.\"“”]{3,60}"  # a name or "the police", not "said that" or "said water came in"
SAID = re.compile(rf", (?:according to|said) {SOURCE}(?=\.)|(?<=\. )According to {SOURCE}, (?=[a-z])")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?: [A-Z][a-z]{3,})*")


class Slip(NamedTuple):
    """`text[start:end]` is exchanged for `new`."""

    start: int
    end: int
    new: str


def _digits(text: str, rng: random.Random) -> Iterator[Slip]:
    for match in re.finditer(r"\d", text):
        other = rng.choice([d for d in "123456789" if d != match.group()])
        yield Slip(match.start(), match.end(), other)


def _swap(pattern: str, choose: Callable[[str, random.Random], str]) -> Callable[[str, random.Random], Iterator[Slip]]:
    def find(text: str, rng: random.Random) -> Iterator[Slip]:
        for match in re.finditer(pattern, text):
            yield Slip(match.start(), match.end(), choose(match.group(), rng))

    return find


def _names(text: str, rng: random.Random) -> Iterator[Slip]:
    found = [m for m in NAME.finditer(text) if m.group() not in DAYS + MONTHS + ["May"]]
    every = sorted({m.group() for m in found})
    for match in found:
        parts = set(match.group().split())
        others = [n for n in every if not parts & set(n.split()) and len(n.split()) == len(match.group().split())]
        if others:
            yield Slip(match.start(), match.end(), rng.choice(others))


def _quoted(text: str, rng: random.Random) -> Iterator[Slip]:
    words = ["never", "money", "garden", "small", "yesterday", "winter", "blame", "quiet"]
    for match in re.finditer(r"[\"“]([^\"“”\n]{25,})[\"”]", text):
        inner = list(re.finditer(r"\b[a-z]{4,}\b", match.group(1)))
        if inner:
            word = rng.choice(inner)
            at = match.start(1) + word.start()
            yield Slip(at, at + len(word.group()), rng.choice([w for w in words if w != word.group()]))


def _sentences(text: str, rng: random.Random) -> Iterator[Slip]:
    for span in split_sentences(text)[1:]:
        if len(span.text.split()) >= 6:
            yield Slip(span.start, span.end, "")


KINDS: dict[str, Callable[[str, random.Random], Iterator[Slip]]] = {
    "digit": _digits,
    "million": _swap(r"\b[mb]illion\b", lambda w, _: "billion" if w[0] == "m" else "million"),
    "not": _swap(r"\bnot (?=[a-z])|(?<=[a-z])n['’]t\b", lambda *_: ""),
    "hedge": lambda text, _: (Slip(m.start(), m.end(), "") for m in HEDGES.finditer(text)),
    "may": _swap(r"\b(?:may|might|could)(?= [a-z])", lambda *_: "will"),
    "weekday": _swap(rf"\b(?:{'|'.join(DAYS)})\b", lambda w, rng: rng.choice([d for d in DAYS if d != w])),
    "month": _swap(rf"\b(?:{'|'.join(MONTHS)})\b", lambda w, rng: rng.choice([m for m in MONTHS if m != w])),
    "name": _names,
    "quotation": _quoted,
    "source": lambda text, _: (Slip(m.start(), m.end(), "") for m in SAID.finditer(text)),
    "sentence": _sentences,
}


def restyle(text: str, rng: random.Random) -> str:
    """The article in another house's dress: marks, dashes, ellipses, line ends, wrapping. No word changes."""
    if rng.random() < 0.5:
        text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    else:
        text = re.sub(r'"(?=\w)', "“", text).replace('"', "”")
        text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = text.replace(" — ", rng.choice([" -- ", " – ", " — ", "—"])).replace("...", "…")
    style = rng.randrange(3)
    if style == 0:
        text = "\n".join([_wrapped(line, 72) for line in text.split("\n")])
    elif style == 1:
        text = text.replace("\n", "\r\n")
    return text


def _wrapped(line: str, width: int) -> str:
    rows: list[str] = [""]
    for word in line.split(" "):
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append(word)
        else:
            rows[-1] += f" {word}" if rows[-1] else word
    return "\n".join(rows)


def found(comparison: Comparison, slip: Slip) -> bool:
    """Whether a substantive edit covers or touches the slip's place in A."""
    for edit in comparison.edits:
        if edit.substantive:
            start, end = (edit.a.start, edit.a.end) if edit.a else (edit.at_a, edit.at_a)
            if start <= slip.end + 1 and end >= slip.start - 1:
                return True
    return False


def main() -> None:
    """Make the copies, compare, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="*", type=Path)
    parser.add_argument("--slips", type=int, default=480)
    parser.add_argument("--show", action="store_true", help="print what was missed and what was a false alarm")
    args = parser.parse_args()
    paths = args.articles or sorted([*ROOT.glob("samples/*/a.txt"), *ROOT.glob("tests/gold/*/a.txt")])
    texts = [(path, path.read_bytes().decode("utf-8")) for path in paths]
    rng = random.Random(20)
    alarms = 0
    for path, text in texts:
        wrong = [edit for edit in compare(text, restyle(text, rng)).edits if edit.substantive]
        alarms += bool(wrong)
        if args.show and wrong:
            print(f"alarm {path}: {[(e.kind, e.detail, e.a and e.a.text, e.b and e.b.text) for e in wrong]}")
    every = [
        (kind, path, text, slip) for path, text in texts for kind, find in KINDS.items() for slip in find(text, rng)
    ]
    by_kind = defaultdict(list)
    for row in every:
        by_kind[row[0]].append(row)
    share = args.slips / len(by_kind)
    hits: dict[str, list[bool]] = defaultdict(list)
    for kind, rows in by_kind.items():
        for _, path, text, slip in rng.sample(rows, min(len(rows), round(share))):
            changed = text[: slip.start] + slip.new + text[slip.end :]
            met = found(compare(text, restyle(changed, rng)), slip)
            hits[kind].append(met)
            if args.show and not met:
                print(f"missed {kind} {path}: …{text[slip.start - 40 : slip.end + 40]!r}… -> {slip.new!r}")
    for kind, row in hits.items():
        print(f"{kind:10} {sum(row):4} of {len(row):4}  {sum(row) / len(row):.3f}")
    total = [met for row in hits.values() for met in row]
    print(f"{'all':10} {sum(total):4} of {len(total):4}  {sum(total) / len(total):.3f}   (bar .95)")
    print(f"clean copies with an alarm: {alarms} of {len(texts)}   (bar: one in twenty)")


if __name__ == "__main__":
    main()
