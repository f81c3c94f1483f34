"""The library: what `import newsdiff` offers, and what it costs."""

import ast
import inspect
import json
import subprocess
import sys
from pathlib import Path
from types import FunctionType
from typing import get_args

import pytest

import newsdiff
from newsdiff.cli import FORMATS
from newsdiff.edits.kinds import KINDS
from newsdiff.model import EditKind

RENDERERS = [name for name in newsdiff.__all__ if name.startswith("render_")]
FUNCTIONS = (
    "facts",
    "align",
    "compare",
    "history",
    "pair_words",
    "read_article",
    "read_config",
    "split_sentences",
    *RENDERERS,
)
SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.mark.parametrize("name", newsdiff.__all__)
def test_public_names(name: str) -> None:
    value = getattr(newsdiff, name)
    assert isinstance(value, FunctionType if name in FUNCTIONS else type)
    assert value.__doc__
    assert name in dir(newsdiff)


def test_type_checkers_see_the_public_names() -> None:
    tree = ast.parse(inspect.getsource(newsdiff))
    block = next(node for node in tree.body if isinstance(node, ast.If) and isinstance(node.test, ast.Name))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    found = {alias.asname: f"{node.module}.{alias.name}" for node in imports for alias in node.names}
    assert found == {name: f"newsdiff.{module}.{name}" for name, module in newsdiff._HOMES.items()}


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'newsdiff' has no attribute 'nosuch'"):
        newsdiff.nosuch  # noqa: B018


def test_functions() -> None:
    a, b = "The men were organised. He paused.", "He paused. Men organized it."
    assert [span.text for span in newsdiff.split_sentences(a)] == ["The men were organised.", "He paused."]
    links = newsdiff.align(["The men were organised.", "He paused."], ["He paused.", "Men organized it."])
    assert {(link.a, link.b) for link in links} >= {((1,), (0,))}
    assert (1, 0) in newsdiff.pair_words(["The", "men"], ["Men"])
    comparison = newsdiff.compare(a, b, name_a="x", name_b="y", lang="en")
    assert (comparison.a.name, comparison.b.name, comparison.differs) == ("x", "y", True)
    with pytest.raises(AttributeError):
        comparison.kept = 0.0  # type: ignore[misc]


def test_the_kinds_of_edits_are_those_of_the_table() -> None:
    assert get_args(EditKind) == tuple(kind.name for kind in KINDS)


def test_compare_keeps_the_names_of_articles_and_takes_texts_beside_them() -> None:
    a = newsdiff.read_article(SAMPLES / "slip" / "a.txt")
    both = newsdiff.compare(a, newsdiff.read_article(SAMPLES / "slip" / "b.txt"))
    assert (both.a.name, both.b.name) == (str(SAMPLES / "slip" / "a.txt"), str(SAMPLES / "slip" / "b.txt"))
    mixed = newsdiff.compare(a, "One.", name_a="wire")
    assert (mixed.a.name, mixed.b.name, mixed.a.text) == ("wire", "b", a.text)


@pytest.mark.parametrize(
    ("name", "a", "b"),
    [
        ("a.txt", "The dam was\r\nexam-\r\nined.".encode("utf-16"), b"The dam was examined."),
        (
            "a.md",
            b"---\ntitle: Dam\nkicker: Six\n---\nThe *dam* failed.\n\n```\nx\n```\n",
            b"The dam fell. Five left.\n",
        ),
        ("a.html", b"<html><body><p>The dam failed in Kyiv.</p><script>1</script></body></html>", b"The dam held."),
        ("a.txt", "La caf\xe9 \x93dam\x94 failed.".encode("latin-1"), "The café “dam” failed. So.".encode()),
    ],
)
def test_read_and_compare_give_what_the_command_gives(tmp_path: Path, name: str, a: bytes, b: bytes) -> None:
    (tmp_path / name).write_bytes(a)
    (tmp_path / "b.txt").write_bytes(b)
    (tmp_path / "newsdiff.toml").write_text("variants = [['failed', 'fell']]\ncopy-fields = ['kicker']\n")
    command = [sys.executable, "-m", "newsdiff", name, "b.txt", "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env={"PYTHONPATH": str(SAMPLES.parent)})
    program = (
        "import newsdiff, sys, warnings; warnings.simplefilter('ignore'); config = newsdiff.read_config('.')\n"
        "read = lambda name, like: newsdiff.read_article(name, copy_fields=config.copy_fields, like=like)\n"
        f"b = read('b.txt', None); a = read({name!r}, b)\n"
        "sys.stdout.buffer.write((newsdiff.render_json(newsdiff.compare(a, b, house=config.house)) + '\\n').encode())"
    )
    same = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, env={"PYTHONPATH": str(SAMPLES.parent)}
    )
    assert same.returncode == 0, same.stderr
    assert done.returncode == 1
    assert json.loads(done.stdout) == json.loads(same.stdout)


def test_every_format_has_a_renderer() -> None:
    assert {name.removeprefix("render_").replace("terminal", "table") for name in RENDERERS} == set(FORMATS)


@pytest.mark.parametrize("name", RENDERERS)
def test_renderers_need_nothing_but_a_comparison(name: str) -> None:
    comparison = newsdiff.compare("The 30 men rose.\n\nA colour.", "The 40 men rose.\n\nA color.")
    render = getattr(newsdiff, name)
    assert isinstance(render(comparison), str)
    if name not in ("render_criticmarkup", "render_map"):
        assert render(comparison, ignore=["spelling"]) != render(comparison)


def test_csv_and_json_list_the_edits_that_the_filters_let_through() -> None:
    comparison = newsdiff.compare("The 30 men were organised. He paused.", "The 40 men were organized.")
    for filters in ({"only": ["number", "omission"]}, {"ignore": ["accidental"]}):
        rows = newsdiff.render_csv(comparison, **filters).splitlines()[1:]
        assert [row.partition(",")[0] for row in rows] == ["number", "omission"]
        told = json.loads(newsdiff.render_json(comparison, **filters))
        assert [edit["kind"] for edit in told["edits"]] == ["number", "omission"]
        assert told["summary"] == json.loads(newsdiff.render_json(comparison))["summary"]


def test_the_summary_is_that_of_the_json() -> None:
    comparison = newsdiff.compare("The 30 men were organised. He paused.", "The 40 men were organized.")
    summary = comparison.summary
    assert summary.sentences == (2, 1)
    assert summary.links["omission"] == summary.links["edited"] == 1
    assert summary.edits == {"number": 1, "omission": 1, "spelling": 1}
    assert (summary.substantive, summary.open, summary.moved, summary.related) == (2, 0, 0, True)
    told = json.loads(newsdiff.render_json(comparison))["summary"]
    assert list(told) == list(summary._fields)
    assert told == {**summary._asdict(), "sentences": {"a": 2, "b": 1}, "kept": round(summary.kept, 4)}


@pytest.mark.parametrize(
    "program",
    [
        "import newsdiff.compare, newsdiff.align",
        "from newsdiff.compare import compare",
        "import newsdiff; newsdiff.compare('', '')",
        "import newsdiff; newsdiff.align([], [])",
    ],
)
def test_the_functions_are_not_hidden_by_the_modules_of_their_names(program: str) -> None:
    run(f"{program}\nimport newsdiff\nnewsdiff.align(['One.'], ['One.']); newsdiff.compare('One.', 'One.')")


def test_the_import_is_cheap_and_needs_neither_click_nor_rich() -> None:
    run(
        "import sys; before = set(sys.modules); import newsdiff\n"
        "assert set(sys.modules) - before <= {'newsdiff', 'types', '_types'}"
    )
    run(
        "import sys; sys.modules['click'] = sys.modules['rich'] = None\n"
        "from newsdiff import compare, read_article, SourceError\n"
        "assert compare('One.', 'Two.').differs and read_article and SourceError"
    )


def run(program: str) -> None:
    """Runs a program in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
