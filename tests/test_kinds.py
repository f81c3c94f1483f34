"""Every kind has a detector, a case file, a docs heading and a place in the schema and on the command line."""

from importlib import import_module
from pathlib import Path

import pytest

from newsdiff.edits.kinds import BY_NAME, KINDS, verdict_of
from newsdiff.render.wire import read_schema

ROOT = Path(__file__).parent.parent
FOUND_IN_LINKS = [kind.name for kind in KINDS if kind.family != "link"]


@pytest.mark.parametrize("kind", FOUND_IN_LINKS)
def test_a_kind_is_whole(kind: str) -> None:
    module = import_module(f"newsdiff.edits.{BY_NAME[kind].finder}")
    assert callable(module.find)
    assert (ROOT / "tests" / "cases" / "edits" / f"{kind}.txt").read_text(encoding="utf-8").strip()
    section = (
        (ROOT / "docs" / "edits.md").read_text(encoding="utf-8").partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    )
    for part in ("**What it finds.**", "**Why a desk cares.**", "**What it lets pass.**"):
        assert part in section
    assert "xample" in section


def test_the_lists_of_kinds_agree() -> None:
    assert read_schema()["$defs"]["editKind"]["enum"] == [kind.name for kind in KINDS]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"\n| {kind.name} |" in readme, f"README's table has no {kind.name}"
    assert verdict_of("insertion", "") == verdict_of("transposition", "") == "accidental"
