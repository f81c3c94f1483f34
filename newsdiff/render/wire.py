"""A comparison as JSON: the wire format of docs/json.md, whose schema is `schema.json` beside this file.

>>> from newsdiff.compare import compare
>>> render_json(compare("", "")).rpartition('"summary": ')[2]
'{"sentences": {"a": 0, "b": 0}, "links": {"same": 0, "edited": 0, "split": 0, "merged": 0, "regrouped": 0, "omission": 0, "insertion": 0}, "moved": 0, "kept": 1.0, "related": true, "edits": {}, "substantive": 0, "open": 0}}'

It computes no differences; it only counts what was found before.
"""  # noqa: E501

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from newsdiff.model import Article, Comparison, Edit, LeftOut, LinkedPassage, Sentence, Span, Summary, Token, Value

VERSION = 1
# Control characters that JSON may contain unescaped, and whatever changes the direction of a terminal's line.
_CONTROLS = (*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_DIGITS = 4  # in scores and shares: more would be noise that changes from release to release


def render_json(
    comparison: Comparison,
    *,
    indent: bool = False,
    visible: bool = False,
    only: Collection[str] = (),
    ignore: Collection[str] = (),
) -> str:
    """The comparison as one line of JSON, or indented for people; without a final line break.

    `visible` is for terminals: it escapes the control characters that JSON may contain unescaped. `only` and `ignore`
    choose which edits are listed; links and summary are always whole.
    """
    whole = as_dict(comparison)
    if only or ignore:
        from newsdiff.render.view import choose_edits

        whole["edits"] = [edit_as_dict(edit) for edit in choose_edits(comparison, only, ignore)]
    return dump(whole, indent=indent, visible=visible)


def dump(whole: dict[str, Any], *, indent: bool, visible: bool) -> str:
    """The JSON text; `indent` and `visible` are as for `render_json`."""
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2 if indent else None)
    return text.translate({code: f"\\u{code:04x}" for code in _CONTROLS}) if visible else text


def read_schema() -> dict[str, Any]:
    """The JSON Schema of the format, with all kinds of edits."""
    import pkgutil

    from newsdiff.edits.kinds import BY_NAME

    schema: dict[str, Any] = json.loads(pkgutil.get_data("newsdiff.render", "schema.json") or b"")
    schema["$defs"]["editKind"]["enum"] = list(BY_NAME)
    return schema


def as_dict(comparison: Comparison) -> dict[str, Any]:
    """The comparison in plain dicts and lists, keys in the documented order."""
    sides = (comparison.a.sentences, comparison.b.sentences)
    return {
        "version": VERSION,
        "a": article_as_dict(comparison.a),
        "b": article_as_dict(comparison.b),
        "links": [_link(link, *sides) for link in comparison.links],
        "edits": [edit_as_dict(edit) for edit in comparison.edits],
        "summary": summary_as_dict(comparison.summary),
    }


def article_as_dict(article: Article) -> dict[str, Any]:
    """An article in plain dicts and lists; with its text only if that was extracted from a document."""
    return {
        "name": article.name,
        **({"text": article.text} if article.extracted else {}),
        **({"left_out": [_part(part) for part in article.left_out]} if article.extracted else {}),
        "sentences": [
            {"text": s.text, "start": s.start, "end": s.end, "paragraph": s.paragraph} for s in article.sentences
        ],
    }


def _part(part: LeftOut) -> dict[str, Any]:
    return {"kind": part.kind, "count": part.parts, "characters": part.characters}


def _link(link: LinkedPassage, a: Sequence[Sentence], b: Sequence[Sentence]) -> dict[str, Any]:
    return {
        "a": link.a,
        "b": link.b,
        "kind": link.kind,
        "moved": link.moved,
        "score": None if link.score is None else round(link.score, _DIGITS),
        "diff": link.diff,
        "pairs": [] if link.kind == "same" else _pairs(link, _tokens(a, link.a), _tokens(b, link.b)),
    }


def _tokens(sentences: Sequence[Sentence], members: Sequence[int]) -> list[Token]:
    return [token for member in members for token in sentences[member].tokens]


def _pairs(link: LinkedPassage, a: Sequence[Token], b: Sequence[Token]) -> list[tuple[int, int, int, int]]:
    """Paired words as offsets; punctuation is left out, since it corresponds to nothing."""
    return [(a[i].start, a[i].end, b[j].start, b[j].end) for i, j in link.pairs if a[i].word and b[j].word]


def edit_as_dict(edit: Edit) -> dict[str, Any]:
    """An edit in plain dicts."""
    shown: dict[str, Any] = {
        "kind": edit.kind,
        "detail": edit.detail,
        "a": _span(edit.a),
        "b": _span(edit.b),
        "at": {"a": edit.at_a, "b": edit.at_b},
        "link": edit.link,
        "verdict": edit.verdict,
        "substantive": edit.substantive,
        "risk": round(edit.risk, _DIGITS),
        "confidence": round(edit.confidence, _DIGITS),
    }
    if edit.value_a is not None or edit.value_b is not None:
        shown["value"] = {"a": _value(edit.value_a), "b": _value(edit.value_b)}
    return shown


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else {"text": span.text, "start": span.start, "end": span.end}


def _value(value: Value | None) -> dict[str, str] | None:
    return None if value is None else {"value": value.value, "unit": value.unit}


def summary_as_dict(summary: Summary) -> dict[str, Any]:
    """A summary in plain dicts."""
    return {**summary._asdict(), "sentences": summary.sentences._asdict(), "kept": round(summary.kept, _DIGITS)}
