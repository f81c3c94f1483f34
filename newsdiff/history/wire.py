"""A history as JSON: the format of docs/history.md, whose schema is `schema.json` beside this file.

>>> import newsdiff
>>> print(render_json(newsdiff.history(["One.", "Two."]))[:60])
{"version": 1, "reprints": false, "versions": [{"name": "v1"

The comparisons of the pairs are not in it; `newsdiff A B --format json` has them.
"""

from __future__ import annotations

import json
from typing import Any

from newsdiff.history.model import Event, Family, History, Source, Version
from newsdiff.render.wire import article_as_dict, dump

VERSION = 1
_DIGITS = 4  # in scores and weights, as in the pair's format


def render_json(history: History, *, indent: bool = False, visible: bool = False) -> str:
    """The history as one line of JSON, or indented for people; no final line break. `visible` is for terminals."""
    return dump(as_dict(history), indent=indent, visible=visible)


def read_schema() -> dict[str, Any]:
    """The JSON Schema of the format, with all kinds of events."""
    import pkgutil

    from newsdiff.edits.kinds import BY_NAME

    schema: dict[str, Any] = json.loads(pkgutil.get_data("newsdiff.history", "schema.json") or b"")
    schema["$defs"]["event"]["properties"]["kind"]["enum"] = list(BY_NAME)
    return schema


def as_dict(history: History) -> dict[str, Any]:
    """The history in plain dicts and lists, keys in the documented order."""
    return {
        "version": VERSION,
        "reprints": history.reprints,
        "versions": [_version(version) for version in history.versions],
        "families": [_family(family) for family in history.families],
        "events": [_event(event) for event in history.events],
        "sources": [_source(source) for source in history.sources],
        "survivals": [survival._asdict() for survival in history.survivals],
    }


def _version(version: Version) -> dict[str, Any]:
    article = article_as_dict(version.article)
    return {
        "name": article.pop("name"),
        "time": version.time,
        "note": version.note,
        "before": version.before,
        "twin": version.twin,
        **article,
    }


def _family(family: Family) -> dict[str, Any]:
    return {**family._asdict(), "score": round(family.score, _DIGITS)}


def _event(event: Event) -> dict[str, Any]:
    shown = event._asdict()
    edit = shown.pop("edit")
    spans = (edit.a, edit.b) if edit else (None, None)
    shown["a"], shown["b"] = (span._asdict() if span else None for span in spans)
    return shown


def _source(source: Source) -> dict[str, Any]:
    shared = [{**reading._asdict(), "weight": round(reading.weight, _DIGITS)} for reading in source.shared]
    return {**source._asdict(), "shared": shared}
