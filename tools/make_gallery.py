"""The gallery: every format of one pair of samples, as files under docs/gallery.

    python tools/make_gallery.py            # writes docs/gallery/*

`tests/test_gallery.py` compares the files with today's output.
"""

from __future__ import annotations

from pathlib import Path

from newsdiff.cli import FORMATS
from newsdiff.compare import compare
from newsdiff.render.formats import Options, render

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "docs" / "gallery"
SAMPLE = "samples/reprint"
SUFFIXES = {"html": "html", "markdown": "md", "csv": "csv", "svg": "svg", "json": "json"}


def make_gallery() -> dict[str, bytes]:
    """The content of each file by its name."""
    names = [f"{SAMPLE}/{side}.txt" for side in "ab"]
    texts = [(ROOT / name).read_bytes().decode() for name in names]
    comparison = compare(*texts, name_a=names[0], name_b=names[1])
    options = Options(width=100, indent=True)
    return {f"{form}.{SUFFIXES.get(form, 'txt')}": render(form, comparison, options).encode() for form in FORMATS}


def write_gallery() -> None:
    """Writes the files."""
    GALLERY.mkdir(exist_ok=True)
    for name, data in make_gallery().items():
        (GALLERY / name).write_bytes(data)


if __name__ == "__main__":
    write_gallery()
