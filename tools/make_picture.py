"""The pictures of the README and the docs: a terminal as SVG, and two pages in a browser as PNG.

    python tools/make_picture.py            # writes docs/terminal.svg, docs/formats/report.png, docs/history.png

newsdiff runs as a reader would run it. The SVG is drawn as `--format svg` draws it, with the command above and the end
cut off; the pages are opened in an installed Chromium, without which they stay as they are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from newsdiff.render.svg import draw_text

ROOT = Path(__file__).resolve().parent.parent
PAIR = ["samples/reprint/a.txt", "samples/reprint/b.txt"]
WIDTH = 104
LINES = 46
PAGES = {
    "docs/formats/report.png": PAIR,
    "docs/history.png": ["history", *[f"samples/history/v{n}.txt" for n in range(1, 6)]],
}
WINDOW = "1200,900"


def main() -> None:
    """Write the pictures."""
    lines = [f"$ newsdiff {' '.join(PAIR)}", "", *run(*PAIR, "--color", "always", "--theme", "light").splitlines()]
    target = ROOT / "docs" / "terminal.svg"
    target.write_text(draw_text("\n".join(lines[: LINES + 2]), WIDTH), encoding="utf-8")
    say(target)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        sys.exit("no Chromium: the pictures of pages stay as they are")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        for name, arguments in PAGES.items():
            page.write_text(run(*arguments, "--format", "html"), encoding="utf-8")
            options = ["--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WINDOW}"]
            command = [chromium, *options, f"--screenshot={ROOT / name}", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True)
            say(ROOT / name)


def run(*arguments: str) -> str:
    """What newsdiff prints."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "PYTHONUTF8": "1", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "newsdiff", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8")
    if done.returncode > 1:
        sys.exit(done.stderr)
    return done.stdout


def say(path: Path) -> None:
    """Name a picture that was written."""
    print(f"{path.relative_to(ROOT)}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
