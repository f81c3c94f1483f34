"""What `newsdiff check` costs: a commit of 100 articles of 700 words, and a commit without prose. Run it in a clone.

python benchmarks/gate.py [ARTICLES]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from common import NEWSDIFF, measure, pair_of_articles

BAR, BAR_NO_PROSE = 10.0, 0.2


def git(*arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x", *arguments], check=True, stdout=subprocess.DEVNULL
    )


def main() -> None:
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    a, b = pair_of_articles()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        git("init", "-q")
        for side in (a, b):
            for n in range(articles):
                # No two alike: equal contents are read and compared once by whoever remembers them.
                Path(f"story{n:03}.txt").write_text(f"Story number {n} of this paper.\n\n{side}", encoding="utf-8")
            git("add", ".")
            if side is a:
                git("commit", "-q", "-m", "before")
        cost = measure([*NEWSDIFF, "check"])
        print(f"{articles} staged articles of {len(a.split())} words: {cost.cpu:.2f} s CPU, {cost.peak:.0f} MB", end="")
        print(f" (bar: {BAR:.0f} s for 100)")
        git("commit", "-q", "-m", "after")
        Path("script.py").write_text("print(1)\n", encoding="utf-8")
        git("add", ".")
        cost = measure([*NEWSDIFF, "check"])
        print(f"a commit without prose: {cost.cpu:.3f} s CPU, {cost.wall:.3f} s (bar: {BAR_NO_PROSE} s)")


if __name__ == "__main__":
    main()
