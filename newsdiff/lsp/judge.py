"""A buffer against its version in git: what `newsdiff check` would say about it if it were staged as it is.

It knows nothing about the protocol. There are no findings for a file outside a repository, a file that the base lacks,
or a file that is not prose. The old version of each open file is kept, and read again only if git names another.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from newsdiff.check.gate import (
    MAX_BYTES,
    add_accepted,
    find_policy,
    judge_marks,
    read_accepted_file,
    reading_of,
    text_of,
)
from newsdiff.check.marks import write_mark
from newsdiff.check.policy import Finding, IdleMark, accept, find_idle, judge, settle
from newsdiff.compare import compare
from newsdiff.config import Config, Rules, read_config
from newsdiff.model import Article
from newsdiff.read import PACKED, find_format, git, read_document
from newsdiff.read.document import Document
from newsdiff.read.paths import is_prose, matches
from newsdiff.read.sources import Source, read_data

ATTRIBUTE = "newsdiff"


class Home(NamedTuple):
    """A file's place: its repository, and its path from the top."""

    place: git.Place
    path: str


class Old(NamedTuple):
    """The version that a buffer is compared with, and git's name for its contents."""

    blob: str
    source: Source


class Judgement(NamedTuple):
    """The findings and remarks for a buffer. `findings` includes the open edits that pass."""

    findings: tuple[Finding, ...]
    idle: tuple[IdleMark, ...]
    new: Document
    article: Article
    form: str
    require_reason: bool


def find_home(path: str) -> Home | None:
    """The home of a file; None outside a repository, or if git is not installed."""
    folder = os.path.dirname(path)
    with suppress(git.GitError):
        top = os.fsdecode(git.run("-C", folder, "rev-parse", "--show-toplevel")).removesuffix("\n")
        real = os.path.join(os.path.realpath(folder), os.path.basename(path))
        below = os.path.relpath(real, os.path.realpath(top)).replace(os.sep, "/")
        if top and not below.startswith("../"):
            return Home(git.Place(top, ""), below)
    return None


def read_old(home: Home, base: str, known: Old | None, config: Config) -> Old | None:
    """The file in the revision `base`; None if there is none that can be compared."""
    if base.startswith("-"):
        return None
    top = home.place.top
    named = git.run("-C", top, "rev-parse", "--verify", "--quiet", f"{base}:{home.path}", ok=(0, 1, 128))
    blob = named.decode("ascii", "replace").strip()
    if not blob or (known is not None and known.blob == blob):
        return known if blob else None
    with suppress(git.GitError, ValueError):
        data = git.run("-C", top, "cat-file", "blob", blob)
        if len(data) <= (config.check.max_bytes or MAX_BYTES):
            return Old(blob, read_data(home.path, data, reading=reading_of(config))[0])
    return None


def is_checked(home: Home, config: Config) -> bool:
    """Whether `newsdiff check` would look at a file with this name."""
    values = git.run("-C", home.place.top, "check-attr", "-z", ATTRIBUTE, "--", home.path).split(b"\0")
    value = values[2] if len(values) > 2 else b""
    if value == b"unset" or any(matches(home.path, pattern) for pattern in config.check.exclude):
        return False
    return value == b"set" or is_prose(home.path, config.check.suffixes)


def judge_buffer(home: Home, text: str, old: Old, config: Config) -> Judgement | None:
    """The judgement on a buffer's text; None if such files are not read. Raises GateError, PolicyError."""
    name = text_of(home.path)
    try:
        form = find_format(name, text.encode("utf-8", "replace"))
        if form in PACKED or len(text) > (config.check.max_bytes or MAX_BYTES):
            return None
        new = read_document(form, text, reading_of(config))
    except ValueError:
        return None
    found = compare(
        old.source.text, new.text, name_a=name, name_b=name, lang=config.check.lang or "en", house=config.house
    )
    findings = judge(found, name, find_policy(Rules(), config, home.path), new)
    marks = judge_marks((new, found.b), [(old.source.document, found.a)], config.check.require_reason)
    standing, _, unused = settle(findings, read_accepted_file(home.place), (name,), marks)
    idle = find_idle(name, unused, new.source)
    return Judgement(tuple(standing), tuple(idle), new, found.b, form, config.check.require_reason)


def mark_for(judgement: Judgement, finding: Finding) -> tuple[int, str]:
    """Where to insert a mark that accepts a finding, and its text."""
    selector = f"{finding.kind}.{finding.detail.replace(' ', '-')}".rstrip(".")
    return write_mark(judgement.new, judgement.article, judgement.form, finding.start, selector)


def record(home: Home, findings: Sequence[Finding]) -> None:
    """Writes findings to the accepted file. Raises GateError, PolicyError, OutputError."""
    add_accepted(home.place, [accept(finding, "") for finding in findings])


def read_settings(home: Home) -> Config:
    """The configuration at the top of the repository. Raises ConfigError."""
    return read_config(home.place.top)
