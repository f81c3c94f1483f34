"""Helpers for every part of a page: files beside this one, escapes, a policy for the inline style and script."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

_PLACE = re.compile(r"<!--(\w+)-->")


def read_part(name: str, beside: str = __file__) -> str:
    """A file of the page's own, beside the module that asks: its frame, style or script."""
    with open(os.path.join(os.path.dirname(beside), name), encoding="utf-8") as file:
        return file.read()


def fill_page(frame: str, parts: Mapping[str, str], style: str, script: str) -> str:
    """A page: each `<!--name-->` of its frame is replaced by that part; only this style and this script may run."""
    parts = {**parts, "lang": "en", "policy": set_policy(style, script), "style": style, "script": script}
    return _PLACE.sub(lambda found: parts[found[1]], frame)


def set_policy(style: str, script: str = "") -> str:
    """A Content-Security-Policy that admits one inline style and one inline script, by their hashes."""
    runs = f"script-src '{_hash(script)}'; " if script else ""
    return f"default-src 'none'; style-src '{_hash(style)}'; {runs}base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    from binascii import b2a_base64
    from hashlib import sha256

    return "sha256-" + b2a_base64(sha256(text.encode()).digest(), newline=False).decode()


def escape(text: str) -> str:
    """The text escaped for an element and for a quoted attribute."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    return text.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")
