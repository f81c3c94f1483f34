"""Word lists: each names its source, is in the table of lexicon/README.md, and has no unused section."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "newsdiff"
LEXICON = PACKAGE / "lexicon"
FILES = sorted(p for p in LEXICON.rglob("*") if p.suffix in (".txt", ".json", ".bin"))
LISTS = [p for p in FILES if p.suffix == ".txt"]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.stem)
def test_a_list_names_its_source(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert re.search(r"Sources?: ", head)
    assert "MIT" in head


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_readme_lists_every_file(path: Path) -> None:
    assert re.search(rf"\b{re.escape(path.name)}\b", (LEXICON / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.stem)
def test_every_section_is_read(path: Path) -> None:
    for section in re.findall(r"^\[(\w+)\]$", path.read_text(encoding="utf-8"), re.MULTILINE):
        assert f'"{section}"' in CODE, section
