"""Shared by the benchmarks of slips and of harmless rewordings: real articles, changes at known places, verdicts.

Articles are the `a` sides of the commits in SHARED/real, paragraphs of news from SHARED/sources (eight make an
article), the A sides of SHARED/gold, and those in samples/, tests/gold/ and tests/real/. SHARED is `../shared`
beside the clone unless an option says otherwise; without it the clone's own articles are used.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsdiff import Comparison
from newsdiff.model import Edit
from newsdiff.read import Reading, read_document

ROOT = Path(__file__).resolve().parent.parent
WORDS = 450  # of an article at most: enough for the context that a comparison sees, and ten a second
PARAGRAPHS = 8  # of loose paragraphs of news that make an article of about as many words

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()


class Text(NamedTuple):
    """An article and where it comes from."""

    name: str
    text: str


class Change(NamedTuple):
    """Replacements in a text, from left to right: `text[start:end]` becomes `new`."""

    parts: tuple[tuple[int, int, str], ...]

    def apply(self, text: str) -> str:
        """The text with the change in it."""
        for start, end, new in reversed(self.parts):
            text = text[:start] + new + text[end:]
        return text

    def touches(self, edit: Edit) -> bool:
        """Whether an edit covers or touches a changed place, in A or in B."""
        start, end = self.parts[0][0], self.parts[-1][1]
        more = sum(len(new) - (hi - lo) for lo, hi, new in self.parts)
        sides = ((edit.a, edit.at_a, end), (edit.b, edit.at_b, end + more))
        spans = [((span.start, span.end) if span else (at, at), last) for span, at, last in sides]
        return any(lo <= last + 1 and hi >= start - 1 for (lo, hi), last in spans)

    def show(self, text: str) -> str:
        """The changed places with their surroundings, on one line."""
        first, last = self.parts[0][0], self.parts[-1][1]
        marked, at = "", max(0, first - 60)
        for start, end, new in self.parts:
            marked += text[at:start] + f"[{text[start:end]} -> {new}]"
            at = end
        return " ".join((marked + text[at : last + 60]).split())


Finder = Callable[[str, random.Random], Iterable[Change]]


def change(start: int, end: int, new: str) -> Change:
    """A change of one place."""
    return Change(((start, end, new),))


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options that both benchmarks have."""
    parser.add_argument("articles", nargs="*", type=Path, help="text or Markdown; default: all that is there")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="where the shared data lies")
    parser.add_argument("--kind", action="append", default=[], help="only kinds whose name begins so; may be repeated")
    parser.add_argument("--limit", type=int, default=20, help="changes of each kind (20)")
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument(
        "--risk", type=float, help="an open edit of at least this risk stops too; also prints the curve"
    )
    parser.add_argument("--show", action="store_true", help="print what went wrong")


def load_texts(paths: list[Path], shared: Path) -> list[Text]:
    """The articles, each cut to WORDS words at the end of a paragraph."""
    if paths:
        return [Text(path.name, _cut(_read(path.name, path.read_text(encoding="utf-8")))) for path in paths]
    own = [p for pattern in ("samples/*/a.txt", "tests/gold/*/a.txt") for p in sorted(ROOT.glob(pattern))]
    own += sorted(ROOT.glob("tests/real/[a-z]*.md"))
    own += sorted(shared.glob("gold/*/a.txt"))
    texts = [Text(f"{p.parent.name}/{p.name}", _cut(_read(p.name, p.read_text(encoding="utf-8")))) for p in own]
    texts += _commits(shared) + _news(shared)
    seen: dict[str, Text] = {}
    for text in texts:
        seen.setdefault(text.text, text)
    return [text for text in seen.values() if len(text.text.split()) >= 60]


def _commits(shared: Path) -> list[Text]:
    found: dict[str, Text] = {}
    for path in sorted(shared.glob("real/*.jsonl")):
        for row in map(json.loads, path.read_text(encoding="utf-8").rstrip("\n").split("\n")):
            if "a" in row and "subject" in row and row["path"].endswith(".md"):
                found.setdefault(row["path"], Text(row["id"], _cut(_read(row["path"], row["a"]))))
    return list(found.values())


def _news(shared: Path) -> list[Text]:
    texts = []
    for path in sorted(shared.glob("sources/*.jsonl")):
        rows = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]
        for at in range(0, len(rows), PARAGRAPHS):
            texts.append(Text(f"{path.stem}-{at}", "\n\n".join(rows[at : at + PARAGRAPHS]) + "\n"))
    return texts


def _read(name: str, text: str) -> str:
    return read_document("markdown", text, Reading()).text if name.endswith(".md") else text


def _cut(text: str) -> str:
    out, words = [], 0
    for paragraph in re.split(r"(?<=\n)\s*\n", text.replace("\r\n", "\n")):
        if words >= WORDS:
            break
        out.append(paragraph.strip("\n"))
        words += len(paragraph.split())
    return "\n\n".join([p for p in out if p.strip()]) + "\n"


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where running prose is: paragraphs that end as sentences do, mostly small letters, no addresses or tables."""
    for match in re.finditer(r"(?:[^\n]+\n?)+", text):
        block = match[0]
        words = block.split()
        capitals = sum(word[0].isupper() for word in words)
        if (
            len(words) >= 10
            and re.search(r"[.!?][\"”’')]*\s*$", block)
            and capitals * 2.5 < len(words)
            and not re.search(r"https?:|www\.|[|{}<>`_=*]|\w/\w", block)
        ):
            yield match.start(), match.end()


_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Reps|Gen|Lt|Col|Sgt|St|Jr|Sr|No|Inc|vs|[A-Z][a-z]{2}))\.$"
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Whole sentences of running prose, where their ends leave no doubt."""
    for start, end in paragraphs(text):
        block = text[start:end].rstrip()
        cuts = [0]
        for match in re.finditer(r"(?<=[.!?])[\"”]?\s+(?=[\"“]?[A-Z])", block):
            if not _ABBREVIATION.search(block[: match.start()]):
                cuts.append(match.end())
        cuts.append(len(block))
        for lo, hi in itertools.pairwise(cuts):
            sentence = block[lo:hi].rstrip()
            if len(sentence.split()) >= 5 and re.search(r"[.!?][\"”]?$", sentence):
                yield start + lo, start + lo + len(sentence)


def quotations(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The insides of the double quotation marks of a paragraph; None where the marks do not pair."""
    block = text[start:end].replace("''", '" ')  # as wires set them; as long as it was
    found = [(start + m.start() + 1, start + m.end() - 1) for m in re.finditer(r"“[^“”\"]*”|\"[^“”\"]*\"", block)]
    return found if len(re.findall(r"[“”\"]", block)) == 2 * len(found) else None


def outside_quotations(text: str, found: Iterable[Change]) -> Iterator[Change]:
    """The changes that touch no quotation."""
    blocks = [(start, end, quotations(text, start, end)) for start, end in paragraphs(text)]
    for one in found:
        lo, hi = one.parts[0][0], one.parts[-1][1]
        for start, end, quotes in blocks:
            if start <= lo and hi <= end and quotes is not None:
                if not any(a - 1 <= hi and lo <= b + 1 for a, b in quotes):
                    yield one
                break


def read_tables(path: Path) -> dict[str, Finder]:
    """Finders from a table file: `[kind]`, then lines `old -> new` or `old <-> new`.

    `{n}` is a number. What stands in square brackets must be there, before or behind, and stays as it is. A line that
    begins with a small letter holds for a sentence's first word too.
    """
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    kind = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if re.fullmatch(r"\[[a-z ,]+\]", line):
            kind = line[1:-1]
            rules[kind] = []
        elif line and not line.startswith("#"):
            arrow = "<->" if "<->" in line else "->"
            old, new = [side.strip() for side in line.split(arrow)]
            rules[kind].append(_rule(old, new))
            if arrow == "<->":
                before, bare, behind = _contexts(old)
                other = " ".join([part for part in (before and f"[{before}]", new, behind and f"[{behind}]") if part])
                rules[kind].append(_rule(other, bare))
    return {kind: _finder(rows) for kind, rows in rules.items()}


def _contexts(old: str) -> tuple[str, str, str]:
    match = re.fullmatch(r"(?:\[(.*?)\] )?(.*?)(?: \[(.*?)\])?", old)
    assert match
    return match[1] or "", match[2], match[3] or ""


def _rule(old: str, new: str) -> tuple[re.Pattern[str], str]:
    before, bare, behind = _contexts(old)
    pattern = re.escape(bare).replace(r"\ ", r"\s")
    if bare[0].islower() and not before:
        first = bare[0]
        pattern = rf"(?:{first}|(?:(?<=[.!?][ ])|(?<=\n)){first.upper()}){pattern[1:]}"
    number = r"(?:\d[\d,.]*\d|\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty)(?![\w’'])"
    head = "(?:" + before.replace("{n}", number) + r")\s" if before else ""
    tail = r"(?=\s(?:" + behind.replace("{n}", number) + "))" if behind else r"(?![\w'’-])"
    return re.compile(rf"(?<![\w'’$.-]){head}(?P<old>{pattern}){tail}"), new


def _finder(rules: list[tuple[re.Pattern[str], str]]) -> Finder:
    def find(text: str, rng: random.Random) -> Iterator[Change]:
        for lo, hi in paragraphs(text):
            for pattern, new in rules:
                for match in pattern.finditer(text, lo, hi):
                    yield _replaced(text, match.start("old"), match.end("old"), new)

    return find


def _replaced(text: str, start: int, end: int, new: str) -> Change:
    if not new:  # with the space before it, or behind where it opens a sentence
        if text[start - 1 : start] == " ":
            return change(start - 1, end, "")
        rest = re.compile(r"\s(\w)").match(text, end)
        return change(start, rest.end(), rest[1].upper()) if rest else change(start, end, "")
    if text[start].isupper():
        new = new[0].upper() + new[1:]
    return change(start, end, new)


def choose(texts: list[Text], find: Finder, limit: int, seed: str) -> list[tuple[Text, Change]]:
    """So many changes of a kind, in as many articles as there are; the same for the same seed."""
    rng = random.Random(seed)
    order = texts[:]
    rng.shuffle(order)
    taken: list[tuple[Text, Change]] = []
    rest: list[tuple[Text, Change]] = []
    for text in order:
        found = [c for c in find(text.text, rng) if c.apply(text.text).split() != text.text.split()]
        rng.shuffle(found)
        taken += [(text, one) for one in found[:1]]
        rest += [(text, one) for one in found[1:3]]
        if len(taken) >= limit:
            break
    return (taken + rest)[:limit]


def stops(comparison: Comparison, risk: float | None = None) -> list[Edit]:
    """The edits that stop a commit: those that touch the meaning and, with `risk`, open ones at least so risky."""
    return [e for e in comparison.edits if e.substantive or (risk is not None and _risk(e) >= risk)]


def _risk(edit: Edit) -> float:
    if getattr(edit, "verdict", "") != "open":
        return -1.0
    found = getattr(edit, "risk", None)
    return -1.0 if found is None else float(found)


def say(edit: Edit) -> str:
    """An edit on one line."""
    return f"{edit.kind} {edit.detail}: {edit.a and edit.a.text!r} -> {edit.b and edit.b.text!r}"
