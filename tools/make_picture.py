"""The picture of the README: what a terminal shows of two samples, as SVG.

    python tools/make_picture.py            # writes docs/terminal.svg

newsdiff runs as a reader would run it, in colour; Rich turns what it printed into an SVG. The template is ours: Rich's
own fetches a font from elsewhere, this one takes the reader's monospaced font.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
OPTIONS = ["samples/reprint/a.txt", "samples/reprint/b.txt"]
WIDTH = 104
LINES = 46
# Muted, and told apart by those who do not tell red from green; everything that colour says is also said by a line.
THEME = TerminalTheme(
    (252, 252, 250),
    (40, 42, 46),
    [
        (40, 42, 46),
        (178, 60, 20),
        (60, 120, 60),
        (150, 105, 0),
        (20, 90, 170),
        (125, 60, 140),
        (0, 110, 125),
        (120, 122, 126),
    ],
    [
        (120, 122, 126),
        (178, 60, 20),
        (60, 120, 60),
        (150, 105, 0),
        (20, 90, 170),
        (125, 60, 140),
        (0, 110, 125),
        (40, 42, 46),
    ],
)
TEMPLATE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>newsdiff in a terminal</title>
<style>
.{unique_id}-matrix {{ font: {char_height}px
  ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre }}
{styles}
</style>
<rect fill="#fcfcfa" stroke="#c8c8c4" width="100%" height="100%" rx="6"/>
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g></g></svg>
"""


def main() -> None:
    """Write the picture."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "newsdiff", *OPTIONS, "--color", "always", "--no-pager"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    if done.returncode != 1:
        sys.exit(done.stderr)
    console = Console(width=WIDTH, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text("$ newsdiff " + " ".join(OPTIONS)))
    for line in done.stdout.splitlines()[:LINES]:
        console.print(Text.from_ansi(line), overflow="crop", no_wrap=True)
    svg = console.export_svg(title="", theme=THEME, code_format=TEMPLATE, unique_id="n", font_aspect_ratio=0.6)
    # One clip path a line guards against fonts that are wider than ours; it doubles the file.
    svg = re.sub(r'<clipPath id="n-line-\d+">.*?</clipPath>\s*', "", svg, flags=re.S)
    svg = re.sub(r"<text[^>]*>\n</text>", "\n", svg)
    svg = re.sub(r' clip-path="[^"]*"', "", svg).replace("&#160;", "\u00a0")
    target = ROOT / "docs" / "terminal.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(svg, encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(svg.encode()) // 1024} kB")


if __name__ == "__main__":
    main()
