"""How time and memory grow with the length of the articles.

    python benchmarks/scale.py [--times 1 10 100] [--timeout 90] [--words unknown english]

A pair 1x, 10x and 100x as long. In every copy but the first all words but function words are replaced, the same on both
sides, case kept, so that a copy is as hard to align as the original. `unknown`: their letters are replaced, and copies
share no content word; `english`: by other words of the samples and of tests/real, as in one long article. Beside
newsdiff run wdiff, dwdiff and redlines where they are installed; they see words only, and know of no sentences. `links`
are newsdiff's two-sided ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import random
import re
import shutil
import string
import sys
import tempfile
from functools import cache
from pathlib import Path

from common import NEWSDIFF, SAMPLES, measure, pair_of_articles

FUNCTION_WORDS = frozenset(
    "a about after all an and any are as at be because been before but by can could did do down for from had "
    "has have he her him his how i if in into is it its last may more most my no not of off on one only or "
    "other our out over said say says she should so some such than that the their them then there they this "
    "those to two under until up us was we were what when where which who whose why will with would you your".split()
)
REDLINES = """
import sys
from redlines import Redlines
a, b = [open(path, encoding="utf-8").read() for path in sys.argv[1:]]
print(Redlines(a, b).output_markdown)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100])
    parser.add_argument("--timeout", type=float, default=90)
    parser.add_argument("--words", nargs="+", choices=("unknown", "english"), default=["unknown", "english"])
    options = parser.parse_args()
    tools = {"newsdiff": [*NEWSDIFF, "--format", "json"]}
    if shutil.which("wdiff"):
        tools["wdiff"] = ["wdiff"]
    if shutil.which("dwdiff"):
        tools["dwdiff"] = ["dwdiff", "-P", "-i"]
    if importlib.util.find_spec("redlines"):
        tools["redlines"] = [sys.executable, "-c", REDLINES]
    print(f"{'':10}{'length':>8}{'':10}{'words':>9}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'links':>8}")
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, side)) for side in ("a.txt", "b.txt")]
        for times, kind in itertools.product(options.times, options.words):
            words = 0
            replace = replace_letters if kind == "unknown" else replace_words
            for path, text in zip(paths, pair_of_articles(), strict=True):
                long = "".join([replace(text, copy) for copy in range(times)])
                words += len(long.split())
                Path(path).write_text(long, encoding="utf-8")
            for name, command in tools.items():
                cost = measure([*command, *paths], options.timeout)
                row = f"{name:10}{f'{times}x':>8} {kind:9}{words:9}{cost.cpu:9.2f}{cost.wall:9.2f}{cost.peak:9.0f}"
                links = ""
                if name == "newsdiff" and cost.output:
                    links = str(sum(bool(link["a"] and link["b"]) for link in json.loads(cost.output)["links"]))
                print(f"{row}{links:>8}" if cost.output is not None else f"{row}  stopped", flush=True)


def replace_letters(text: str, copy: int) -> str:
    """The text in the letters of its `copy`: the first is the original."""
    if not copy:
        return text
    letters = list(string.ascii_lowercase)
    random.Random(copy).shuffle(letters)
    new = "".join(letters)
    table = str.maketrans(string.ascii_letters, new + new.upper())
    word = re.compile(r"[^\W\d_]+")
    return word.sub(lambda m: m[0] if m[0].lower() in FUNCTION_WORDS else m[0].translate(table), text)


def replace_words(text: str, copy: int) -> str:
    """The text with other English words in its `copy`: the first is the original."""
    if not copy:
        return text
    rng, new = random.Random(copy), {}

    def other(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in FUNCTION_WORDS:
            return word
        chosen = new.setdefault(word.lower(), rng.choice(vocabulary()))
        return chosen.capitalize() if word[0].isupper() else chosen

    return re.sub(r"[^\W\d_]+", other, text)


@cache
def vocabulary() -> list[str]:
    """The words of the samples and of the real posts, in small letters, function words left out."""
    files = sorted([*SAMPLES.glob("*/?.txt"), *(SAMPLES.parent / "tests/real").glob("*.md")])
    found = re.findall(r"\b[a-z]{4,}\b", " ".join([path.read_text(encoding="utf-8") for path in files]))
    return sorted(set(found) - FUNCTION_WORDS)


if __name__ == "__main__":
    main()
