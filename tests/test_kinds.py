"""Every kind has a detector, a case file, a docs heading and a place in the schema and on the command line."""

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from newsdiff.edits.kinds import BY_NAME, verdict_of

ROOT = Path(__file__).parent.parent
MODULES = {
    "spelling": "spellings",
    "number": "numbers",
    "date": "dates",
    "quote": "quotes",
    "identifier": "identifiers",
}
KINDS = ("spelling", "entity", "number", "date", "identifier", "quote", "negation", "hedge", "attribution", "wording")
READ_OFF_THE_LINKS = ("omission", "insertion", "transposition")


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_whole(kind: str) -> None:
    module = import_module(f"newsdiff.edits.{MODULES.get(kind, kind)}")
    assert callable(module.find)
    assert (ROOT / "tests" / "cases" / "edits" / f"{kind}.txt").read_text(encoding="utf-8").strip()
    section = (
        (ROOT / "docs" / "edits.md").read_text(encoding="utf-8").partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    )
    for part in ("**What it finds.**", "**Why a desk cares.**", "**What it lets pass.**"):
        assert part in section
    assert "xample" in section


def test_the_lists_of_kinds_agree() -> None:
    every = {*KINDS, *READ_OFF_THE_LINKS}
    schema = json.loads((ROOT / "newsdiff" / "render" / "schema.json").read_text(encoding="utf-8"))
    assert every <= set(re.findall(r'"(\w+)"', json.dumps(schema)))
    assert set(BY_NAME) == every
    assert verdict_of("insertion", "") == verdict_of("transposition", "") == "accidental"
