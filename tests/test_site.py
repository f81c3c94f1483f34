"""The documentation as a site: it builds without a warning, and has every public name."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import newsdiff
from tests.pairs import ROOT


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="no mkdocs-material: pip install '.[docs]'")
    pytest.importorskip("mkdocstrings")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "api" / "index.html").read_text()
    assert 'id="newsdiff.compare.compare"' in page
    assert "https://fonts." not in page


def test_the_reference_has_every_public_name() -> None:
    page = (ROOT / "docs" / "api.md").read_text()
    named = re.findall(r"^::: newsdiff\.([\w.]+)\.(\w+)$", page, re.M)
    assert {name: module for module, name in named} == newsdiff._HOMES


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text()
    for page in sorted((ROOT / "docs").glob("*.md")):
        assert page.name == "README.md" or f"]({page.name})" in index, page
