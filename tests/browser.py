"""Helpers for tests of pages in a real browser; the browser itself is a fixture in conftest.py."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# Opens a page: show(html, width=1280, height=800, **options of the browser's context).
Open = Callable[..., Any]


def settle(page: Any) -> None:
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"
    )


def check_axe(page: Any, *keys: str) -> None:
    """Lets axe-core look at the page as it is, and again after each key."""
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    page.evaluate(Path(axe.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    for key in ("", *keys):
        if key:
            page.keyboard.press(key)
            page.wait_for_timeout(250)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [(v["id"], [n["html"][:200] for n in v["nodes"]][:3]) for v in found["violations"]] == []
