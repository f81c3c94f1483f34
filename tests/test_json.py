"""The JSON: real output against the schema, and rules that a schema cannot express."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsdiff.compare import compare
from newsdiff.model import LINK_KINDS, Comparison, Difference, Edit, LinkedPassage, Span, Value
from newsdiff.render.wire import VERSION, read_schema, render_json
from tests.pairs import PAIRS, read_pair

SCHEMA = read_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
SMALL = {
    "same": ("One story. Two.", "One story. Two."),
    "empty": ("", ""),
    "all omitted": ("One. Two.", ""),
    "all inserted": ("", "One. Two."),
    "nothing but space": (" \n\n", "\ufeff"),
    "hostile": ('A "quote" \\ [b] \x1b[31m \u2028 \x00 \x7f.', "Ein Gespr\u00e4ch \U0001f600. \ufeffZwei\r\n\r\nDrei"),
}


def wire(comparison: Comparison) -> Any:
    return json.loads(render_json(comparison).encode())


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_articles_keep_the_schema(folder: Path) -> None:
    a, b = read_pair(folder)
    check(compare(a, b), a, b)


@pytest.mark.parametrize(("a", "b"), SMALL.values(), ids=SMALL)
def test_small_texts_keep_the_schema(a: str, b: str) -> None:
    check(compare(a, b), a, b)


def check(comparison: Comparison, a: str, b: str) -> None:
    """The schema, and that everything points where it says."""
    found = wire(comparison)
    VALIDATOR.validate(found)
    texts = {"a": a, "b": b}
    for side, text in texts.items():
        for sentence in found[side]["sentences"]:
            assert text[sentence["start"] : sentence["end"]] == sentence["text"]
        assert sorted([n for link in found["links"] for n in link[side]]) == list(range(len(found[side]["sentences"])))
    for link in found["links"]:
        for position, side in ((1, "a"), (2, "b")):
            whole = "".join([step[position] for step in link["diff"]])
            assert "".join(whole.split()) == "".join(
                "".join([found[side]["sentences"][n]["text"] for n in link[side]]).split()
            )
        for start_a, end_a, start_b, end_b in link["pairs"]:
            assert any(
                found["a"]["sentences"][n]["start"] <= start_a < end_a <= found["a"]["sentences"][n]["end"]
                for n in link["a"]
            )
            assert any(
                found["b"]["sentences"][n]["start"] <= start_b < end_b <= found["b"]["sentences"][n]["end"]
                for n in link["b"]
            )
    for edit in found["edits"]:
        assert edit["link"] < len(found["links"])
        for side, text in texts.items():
            assert 0 <= edit["at"][side] <= len(text)
            if edit[side]:
                assert text[edit[side]["start"] : edit[side]["end"]] == edit[side]["text"]
    summary = found["summary"]
    assert sum(summary["links"].values()) == len(found["links"])
    assert sum(summary["edits"].values()) == len(found["edits"])
    assert summary["substantive"] == len([edit for edit in found["edits"] if edit["substantive"]])


def test_the_whole_of_a_small_comparison() -> None:
    """Keys in the documented order, and the form of each member."""
    base = compare("One 5.", "One five.", name_a="a.txt", name_b="b.txt")
    link = LinkedPassage(
        (0,),
        (0,),
        "edited",
        False,
        2 / 3,
        (Difference("equal", "One ", "One "), Difference("replace", "5.", "five.")),
        ((0, 0), (1, 1), (2, 2)),
    )
    edit = Edit(
        "number",
        "same value",
        Span("5", 4, 5),
        Span("five", 4, 8),
        4,
        4,
        0,
        "accidental",
        0.98765,
        Value("5", ""),
        None,
    )
    comparison = base._replace(links=(link,), edits=(edit,), kept=0.5, related=True)
    assert render_json(comparison) == (
        '{"version": 1, '
        '"a": {"name": "a.txt", "sentences": [{"text": "One 5.", "start": 0, "end": 6, "paragraph": 0}]}, '
        '"b": {"name": "b.txt", "sentences": [{"text": "One five.", "start": 0, "end": 9, "paragraph": 0}]}, '
        '"links": [{"a": [0], "b": [0], "kind": "edited", "moved": false, "score": 0.6667, '
        '"diff": [["equal", "One ", "One "], ["replace", "5.", "five."]], '
        '"pairs": [[0, 3, 0, 3], [4, 5, 4, 8]]}], '
        '"edits": [{"kind": "number", "detail": "same value", "a": {"text": "5", "start": 4, "end": 5}, '
        '"b": {"text": "five", "start": 4, "end": 8}, "at": {"a": 4, "b": 4}, "link": 0, "verdict": "accidental", '
        '"substantive": false, "risk": 0.0, "confidence": 0.9877, '
        '"value": {"a": {"value": "5", "unit": ""}, "b": null}}], '
        '"summary": {"sentences": {"a": 1, "b": 1}, "links": {"same": 0, "edited": 1, "split": 0, "merged": 0, '
        '"regrouped": 0, "omission": 0, "insertion": 0}, "moved": 0, "kept": 0.5, "related": true, '
        '"edits": {"number": 1}, "substantive": 0, "open": 0}}'
    )
    VALIDATOR.validate(wire(comparison))


def test_one_line_and_indented_say_the_same() -> None:
    comparison = compare("One.\nTwo.", "Two.\n\nThree.")
    assert "\n" not in render_json(comparison)
    assert json.loads(render_json(comparison, indent=True)) == wire(comparison)


def test_a_terminal_gets_no_control_characters() -> None:
    comparison = compare("A \x1b[31m \x9b31m \x7f b.", "A b.")
    shown = render_json(comparison, indent=True, visible=True)
    assert shown.replace("\n", "").isprintable()
    assert json.loads(shown) == wire(comparison)


def test_the_schema_is_a_schema_and_names_every_kind() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["linkKind"]["enum"] == list(LINK_KINDS)
    assert SCHEMA["$defs"]["summary"]["properties"]["links"]["required"] == list(LINK_KINDS)
    from newsdiff.edits.kinds import BY_NAME

    assert SCHEMA["$defs"]["editKind"]["enum"] == list(BY_NAME)


def test_the_schema_is_closed() -> None:
    """Every object lists its members; a stray member anywhere is an error."""
    pending: list[Any] = [SCHEMA]
    while pending:
        part = pending.pop()
        if isinstance(part, dict):
            if part.get("type") == "object":
                assert "additionalProperties" in part, part
            pending += part.values()
        elif isinstance(part, list):
            pending += part
    for path in ([], ["a"], ["a", "sentences", 0], ["links", 0], ["edits", 0], ["edits", 0, "at"], ["summary"]):
        found = wire(compare("One story. Two.", "One."))
        target = found
        for step in path:
            target = target[step]
        target["stray"] = 1
        assert not VALIDATOR.is_valid(found), path


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (["version"], 2),
        (["links", 0, "kind"], "split"),
        (["links", 0, "score"], 1.5),
        (["links", 0, "diff", 0, 0], "move"),
        (["links", 1, "score"], 0.5),
        (["edits", 0, "kind"], "typo"),
        (["edits", 0, "a"], None),
        (["edits", 0, "at", "a"], -1),
        (["summary", "edits", "typo"], 1),
    ],
)
def test_what_the_schema_refuses(path: list[Any], wrong: Any) -> None:
    found = wire(compare("One story here. Two were omitted.", "One story there."))
    assert [link["kind"] for link in found["links"]] == ["edited", "omission"]
    found["edits"] = [edit for edit in found["edits"] if edit["kind"] == "omission"]
    VALIDATOR.validate(found)
    target = found
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = wrong
    assert not VALIDATOR.is_valid(found)


def test_the_schema_is_named_by_its_version() -> None:
    schema = read_schema()
    assert schema["$id"] == f"urn:newsdiff:comparison:{VERSION}"
    assert schema["properties"]["version"] == {**schema["properties"]["version"], "const": VERSION}
