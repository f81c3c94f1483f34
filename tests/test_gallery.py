"""The gallery in docs shows today's output; every format has its page, and the overview names them all."""

import sys
from pathlib import Path

import pytest

from newsdiff.cli import FORMATS
from tests.pairs import ROOT

sys.path.append(str(ROOT / "tools"))
from make_gallery import GALLERY, make_gallery, write_gallery


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    return make_gallery()


def test_gallery(made: dict[str, bytes], update_golden: bool) -> None:
    if update_golden:
        write_gallery()
    found = {path.name: path.read_bytes() for path in GALLERY.iterdir() if path.name != "README.md"}
    assert sorted(found) == sorted(made)
    for name, data in made.items():
        assert found[name].decode() == data.decode(), f"docs/gallery/{name}: python tools/make_gallery.py"


def test_every_format_has_a_page_and_a_picture(made: dict[str, bytes]) -> None:
    overview = (ROOT / "docs" / "formats" / "README.md").read_text(encoding="utf-8")
    for form in FORMATS:
        page = "../json.md" if form == "json" else f"{form}.md"
        assert f"[`{form}`]({page})" in overview
        assert Path(ROOT / "docs" / "formats" / page).exists()
    gallery = (GALLERY / "README.md").read_text(encoding="utf-8")
    for name in made:
        assert f"({name})" in gallery
