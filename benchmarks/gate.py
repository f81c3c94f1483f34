"""What `newsdiff check` costs: commits of 100 articles of 700 words, and one without prose. Run it in a clone.

python benchmarks/gate.py [ARTICLES]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from common import NEWSDIFF, edited_lightly, measure, pair_of_articles

# Articles, in the order of the commits, and the bar in CPU seconds for 100.
BARS = (("lightly edited", 2.7), ("rewritten", 10.0))
BAR_NO_PROSE = 0.08


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", *arguments], check=True, stdout=subprocess.DEVNULL
    )


def stage(text: str, articles: int) -> None:
    """So many articles, no two alike: equal contents are read and compared once by whoever remembers them."""
    for n in range(articles):
        Path(f"story{n:03}.txt").write_text(f"Story number {n} of this paper.\n\n{text}", encoding="utf-8")
    git("add", ".")


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    a, b = pair_of_articles()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        git("init", "-q")
        for (name, bar), before, after in zip(BARS, (a, a), (edited_lightly(a), b), strict=True):
            stage(before, articles)
            git("commit", "-q", "-m", "before", "--allow-empty")
            stage(after, articles)
            cost = measure([*NEWSDIFF, "check"])
            print(
                f"{articles} articles of {len(a.split())} words, {name}: {cost.cpu:.2f} s CPU, {cost.peak:.0f} MB",
                end="",
            )
            print(f" (bar: {bar} s for 100)")
            git("commit", "-q", "-m", "after")
        Path("script.py").write_text("print(1)\n", encoding="utf-8")
        git("add", ".")
        cost = measure([*NEWSDIFF, "check"])
        print(f"a commit without prose: {cost.cpu:.3f} s CPU, {cost.wall:.3f} s (bar: {BAR_NO_PROSE} s)")


if __name__ == "__main__":
    main()
