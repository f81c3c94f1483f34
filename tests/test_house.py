"""A desk's own lists, from Python and from newsdiff.toml."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsdiff import compare
from newsdiff.cli import command
from newsdiff.model import House

A = "Dr. Hansen said in Kiev that a tenth, or 10 per cent, had left. The mayor quickly agreed."
B = "Dr. Hanson said in Kyiv that a tenth, or 10 percent, had left. The mayor swiftly agreed."


def kinds(house: House | None = None) -> list[str]:
    return sorted(edit.kind for edit in compare(A, B, house=house).edits)


def test_nothing_said_nothing_changed() -> None:
    assert kinds() == kinds(House()) == ["spelling", "spelling", "spelling", "wording"]


def test_a_variant_is_no_difference() -> None:
    assert not compare("He left Kiev.", "He left Kyiv.", house=House(variants=(("Kyiv", "Kiev"),))).differs
    assert kinds(House(variants=(("Kiev", "Kyiv"), ("per cent", "percent")))) == ["spelling", "wording"]


def test_names_are_never_confused() -> None:
    assert kinds(House(names=("Hansen", "Hanson"))) == ["entity", "spelling", "spelling", "wording"]


def test_words_and_kinds_left_out() -> None:
    assert kinds(House(ignore=("quickly", "swiftly"))) == ["spelling", "spelling", "spelling"]
    assert kinds(House(kinds_off=("spelling",))) == ["wording"]


def test_the_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A, encoding="utf-8")
    Path("b.txt").write_text(B, encoding="utf-8")
    Path("newsdiff.toml").write_text('kinds-off = ["spelling"]\n', encoding="utf-8")
    done = CliRunner().invoke(command, ["a.txt", "b.txt", "--format", "json"])
    assert [edit["kind"] for edit in json.loads(done.stdout)["edits"]] == ["wording"]
    Path("newsdiff.toml").write_text("\nvariant = []\n", encoding="utf-8")
    done = CliRunner().invoke(command, ["a.txt", "b.txt"])
    assert done.exit_code == 2
    assert "newsdiff.toml:2: variant" in done.stderr


@pytest.mark.parametrize("suffix", ["md", "html"])
@pytest.mark.parametrize(("name", "table"), [("newsdiff.toml", ""), ("pyproject.toml", "[tool.newsdiff]\n")])
def test_fields_of_front_matter_that_the_house_calls_copy(
    suffix: str, name: str, table: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for side, count in (("a", 40), ("b", 60)):
        front = f'---\ntitle: Dam fails\nPull-quote: "We lost {count} houses."\nweight: {count}\n---\n'
        Path(f"{side}.{suffix}").write_text(front + "<p>It broke.</p>\n", encoding="utf-8")
    arguments = [f"a.{suffix}", f"b.{suffix}", "--format", "json"]
    assert CliRunner().invoke(command, arguments).exit_code == 0
    Path(name).write_text(f'{table}copy-fields = ["pull_quote"]\n', encoding="utf-8")
    done = CliRunner().invoke(command, arguments)
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    assert found["a"]["text"].split("\n\n") == ["Dam fails", "We lost 40 houses.", "It broke."]
    assert [(edit["kind"], edit["b"]["text"]) for edit in found["edits"]] == [("number", "60")]


def test_min_confidence_leaves_out_what_is_less_sure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(A, encoding="utf-8")
    Path("b.txt").write_text(B, encoding="utf-8")
    done = CliRunner().invoke(command, ["a.txt", "b.txt", "--format", "json", "--min-confidence", "0.9"])
    edits = json.loads(done.stdout)["edits"]
    assert edits
    assert all(edit["confidence"] >= 0.9 for edit in edits)
    assert done.exit_code == 1
