"""How often the check stops a commit that changed nothing of substance.

    python benchmarks/false_alarms.py [FOLDER-OF-GOLD-PAIRS] [--show]

Two measures. A week of ordinary copy edits: every article of samples/ and tests/gold/ is copied with light edits that
a desk makes (other quotation marks, dashes and line ends, regional spelling, figures and dates in another style,
contractions, plain words for plain words, idle words left out, "said X" for "X said", a sentence split in two), three
in ten of the places where one is possible; whatever stops such a copy is a false alarm. And the pairs annotated by hand
whose style is copyedit: there whatever stops and answers no annotated edit is one. The bar of both: at most one file in
ten has any.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from newsdiff.check.policy import DEFAULT_FAIL_ON, Finding, Policy, expand, judge
from newsdiff.compare import compare

ROOT = Path(__file__).resolve().parent.parent
SHARE = 0.3
COPIES = 4
POLICY = Policy(expand(DEFAULT_FAIL_ON))

# Plain words for plain words. None is a hedge, a negation, a figure, a name or a verb of saying.
WORDS = {
    "began": "started", "started": "began", "because": "as", "near": "close to", "buy": "purchase", "bought":
    "purchased", "before": "ahead of", "big": "large", "large": "big", "help": "assist", "helped": "assisted",
    "while": "as", "show": "indicate", "shows": "indicates", "part": "portion", "people": "persons", "home":
    "house", "children": "kids", "workers": "employees", "built": "constructed", "used": "employed", "car":
    "automobile", "ended": "finished", "although": "though", "during": "in the course of", "also": "too", "whole":
    "entire", "money": "cash", "answer": "reply", "fell": "dropped", "rose": "climbed", "get": "obtain", "got":
    "obtained", "kept": "retained", "left": "departed", "small": "little", "quickly": "swiftly", "often":
    "frequently", "city's": "town's", "job": "post", "job,": "post,",
}  # fmt: skip
NUMBERS = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
           "ten": "10", "eleven": "11", "twelve": "12"}  # fmt: skip
MONTHS = {"Jan.": "January", "Feb.": "February", "Aug.": "August", "Sept.": "September", "Oct.": "October",
          "Nov.": "November", "Dec.": "December"}  # fmt: skip
CONTRACTIONS = {"did not": "didn't", "was not": "wasn't", "is not": "isn't", "has not": "hasn't", "were not": "weren't",
                "have not": "haven't", "does not": "doesn't", "it is": "it's"}  # fmt: skip

Edit = Callable[[str, random.Random], str]


def replace_some(pattern: str, answer: Callable[[re.Match[str]], str]) -> Edit:
    """An edit of a share of the matches."""
    found = re.compile(pattern)
    return lambda text, chance: found.sub(lambda m: answer(m) if chance.random() < SHARE else m[0], text)


def words(table: dict[str, str]) -> Edit:
    """An edit of whole words or phrases by a table."""
    pattern = r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(table, key=len, reverse=True))) + r")(?![\w'’-])"
    return replace_some(pattern, lambda m: table[m[0]])


def outside_quotes(edit: Edit) -> Edit:
    """The edit, but for what stands in quotation marks: a desk leaves those words alone."""

    def apply(text: str, chance: random.Random) -> str:
        parts = re.split(r'("[^"\n]*(?:"|$)|“[^”\n]*(?:”|$)|‘[^\n]*?’(?!\w))', text, flags=re.M)
        return "".join([part if n % 2 else edit(part, chance) for n, part in enumerate(parts)])

    return apply


def split_sentence(text: str, chance: random.Random) -> str:
    """Sentences cut in two at ", and <pronoun>" or at a semicolon."""
    cut = replace_some(r"(?:, and|;) (he|she|it|they) ", lambda m: f". {m[1].capitalize()} ")
    return cut(text, chance)


def regional(text: str, chance: random.Random) -> str:
    """The other side's spelling, in the whole article, as a desk does it."""
    pairs = dict(spellings())
    if chance.random() < 0.5:
        pairs |= {american: british for british, american in spellings()}
    return re.sub(r"(?<![\w-])[a-z]+(?![\w-])", lambda m: pairs.get(m[0], m[0]), text)


def spellings() -> Iterator[tuple[str, str]]:
    """British and American spellings of some common words."""
    table = """organise organize recognise recognize colour color harbour harbor labour labor neighbour neighbor
    metre meter metres meters kilometres kilometers kilometre kilometer programme program defence defense centre center
    travelled traveled cancelled canceled theatre theater grey gray cheque check tyre tire plough plow ageing aging
    organised organized organisation organization organisations organizations authorised authorized licence license
    criticised criticized""".split()
    return zip(table[::2], table[1::2], strict=True)


def wrap(text: str, chance: random.Random) -> str:
    """Hard line ends at a width of its own, or none."""
    width = chance.choice((0, 60, 72))
    paragraphs = [" ".join(p.split()) for p in text.split("\n\n")]
    return "\n\n".join([textwrap.fill(p, width) if width else p for p in paragraphs]) + "\n"


def marks(text: str, chance: random.Random) -> str:
    """Curly marks for straight ones, or the other way; other dashes and ellipses."""
    if chance.random() < 0.5:
        text = re.sub(r'(?<!\S)"|(?<=[(\[—])"', "“", text).replace('"', "”").replace("'", "’")
        return text.replace(" -- ", " — ").replace("...", "…")
    return text.replace("“", '"').replace("”", '"').replace("’", "'").replace(" — ", " -- ").replace("…", "...")


EDITS: dict[str, Edit] = {
    "words": outside_quotes(words(WORDS)),
    "figures": outside_quotes(words(NUMBERS)),
    "months": outside_quotes(words(MONTHS)),
    "contractions": outside_quotes(words(CONTRACTIONS)),
    "percent": outside_quotes(replace_some(r"(?<=\d) per ?cent\b", lambda m: "%")),
    "saying": outside_quotes(replace_some(r"(?<!was )\bsaid\b(?! to)", lambda m: "added")),
    "inversion": replace_some(r"(?<=[,?!][\"”] )((?:[A-Z][\w'’-]+ ?){1,2}) said\b", lambda m: f"said {m[1]}"),
    "which": outside_quotes(replace_some(r",? (?:which|who) (?:is|was|are|were) (?=\w+ed\b)", lambda m: " ")),
    "idle": outside_quotes(replace_some(r" (?:very|then|also|itself|themselves|however)(?= \w)", lambda m: "")),
    "perfect": outside_quotes(replace_some(r"\b(?:has|had) (?=\w+ed (?:a|the|to|in|its|his|her)\b)", lambda m: "")),
    "that": outside_quotes(replace_some(r"\b(said) that\b", lambda m: m[1])),
    "split": outside_quotes(split_sentence),
    "regional": outside_quotes(regional),
    "marks": marks,
    "wrap": wrap,
}


def ordinary_edits(text: str, chance: random.Random) -> str:
    """A copy after the desk: all the kinds of light edits, at three in ten of the places where one can be."""
    for edit in EDITS.values():
        text = edit(text, chance)
    return text


def alarms(a: str, b: str) -> list[Finding]:
    """What stops the commit."""
    return [finding for finding in judge(compare(a, b), "x", POLICY) if finding.level == "error"]


def is_annotated(finding: Finding, gold: dict[str, list]) -> bool:
    """Whether a finding answers an annotated edit, or a sentence that the annotation leaves without an answer."""

    def fold(text: str | None) -> str:
        return " ".join((text or "").split()).lower()

    mine = (fold(finding.a), fold(finding.b))
    if finding.kind == "omission":
        linked = {n for group in gold["groups"] for n in group["a"]}
        return any([fold(s) in mine[0] or mine[0] in fold(s) for n, s in enumerate(gold["a"]) if n not in linked])
    for edit in gold["edits"]:
        theirs = (fold(edit.get("a")), fold(edit.get("b")))
        if edit["type"] in ("spelling",) or edit.get("same_value"):
            continue
        if any([x and y and (x in y or y in x) for x, y in zip(mine, theirs, strict=True)]):
            return True
    return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="?", type=Path, default=ROOT / "tests" / "gold")
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    articles = sorted([*ROOT.glob("samples/*/[ab].txt"), *ROOT.glob("tests/gold/*/[ab].txt")])
    kinds: Counter[str] = Counter()
    files = stopped = changed = 0
    for path in articles:
        text = path.read_text(encoding="utf-8")
        for n in range(COPIES):
            copy = ordinary_edits(text, random.Random(f"{path.parent.name}/{path.name}/{n}"))
            found = alarms(text, copy)
            files += 1
            changed += copy.split() != text.split()
            stopped += bool(found)
            kinds.update([f"{f.kind} {f.detail}".strip() for f in found])
            if options.show:
                for f in found:
                    print(f"  {path.parent.name}/{path.name} {n}: {f.kind} {f.detail}: {f.a!r} -> {f.b!r}")
                    print(f"      {f.sentence_a!r}\n      {f.sentence_b!r}")
    print(f"ordinary copy edits: {stopped} of {files} copies have a false alarm: {stopped / files:.1%} (bar: 10 %)")
    print("  " + (", ".join([f"{n} {kind}" for kind, n in kinds.most_common()]) or "none"))
    files = stopped = true = 0
    for path in sorted(options.gold.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["style"] != "copyedit":
            continue
        found = alarms(*[(path.parent / name).read_text(encoding="utf-8") for name in ("a.txt", "b.txt")])
        false = [f for f in found if not is_annotated(f, gold)]
        files += 1
        true += len(found) - len(false)
        stopped += bool(false)
        if options.show:
            for f in false:
                print(f"  {path.parent.name}: {f.kind} {f.detail}: {f.a!r} -> {f.b!r} ({f.confidence})")
    if files:
        print(f"annotated copy edits: {stopped} of {files} files have a false alarm; {true} true ones")


if __name__ == "__main__":
    main()
