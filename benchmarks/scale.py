"""How time and memory grow with the length of the articles.

    python benchmarks/scale.py [--times 1 10 100] [--timeout 90]

A pair 1x, 10x and 100x as long. In every copy but the first the letters of all words but function words are replaced
by a substitution of its own, case kept, the same on both sides: a copy is as hard to align as the original, and shares
no content word with the others. Beside newsdiff run wdiff, dwdiff and redlines where they are installed; they see
words only, and know of no sentences. `links` are newsdiff's two-sided ones.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import random
import re
import shutil
import string
import sys
import tempfile
from pathlib import Path

from common import NEWSDIFF, measure, pair_of_articles

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
    options = parser.parse_args()
    tools = {"newsdiff": [*NEWSDIFF, "--format", "json"]}
    if shutil.which("wdiff"):
        tools["wdiff"] = ["wdiff"]
    if shutil.which("dwdiff"):
        tools["dwdiff"] = ["dwdiff", "-P", "-i"]
    if importlib.util.find_spec("redlines"):
        tools["redlines"] = [sys.executable, "-c", REDLINES]
    print(f"{'':10}{'length':>8}{'words':>9}{'CPU s':>9}{'wall s':>9}{'peak MB':>9}{'links':>8}")
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder, side)) for side in ("a.txt", "b.txt")]
        for times in options.times:
            words = 0
            for path, text in zip(paths, pair_of_articles(), strict=True):
                long = "".join([replace_letters(text, copy) for copy in range(times)])
                words += len(long.split())
                Path(path).write_text(long, encoding="utf-8")
            for name, command in tools.items():
                cost = measure([*command, *paths], options.timeout)
                row = f"{name:10}{f'{times}x':>8}{words:9}{cost.cpu:9.2f}{cost.wall:9.2f}{cost.peak:9.0f}"
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


if __name__ == "__main__":
    main()
