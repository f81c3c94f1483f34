"""The picture of the README: what a terminal shows of two samples, as SVG.

    python tools/make_picture.py            # writes docs/terminal.svg

newsdiff runs as a reader would run it, in colour; the SVG is drawn as `--format svg` draws it, with the command
above and the end cut off.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from newsdiff.render.svg import draw_text

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ["samples/reprint/a.txt", "samples/reprint/b.txt"]
WIDTH = 104
LINES = 46


def main() -> None:
    """Write the picture."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "newsdiff", *OPTIONS, "--color", "always", "--theme", "light", "--no-pager"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    if done.returncode != 1:
        sys.exit(done.stderr)
    lines = ["$ newsdiff " + " ".join(OPTIONS), "", *done.stdout.splitlines()[:LINES]]
    svg = draw_text("\n".join(lines), WIDTH)
    target = ROOT / "docs" / "terminal.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(svg, encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(svg.encode()) // 1024} kB")


if __name__ == "__main__":
    main()
