"""CONTRIBUTING's steps, followed: a toy kind is added to a copy of the package in four files and a heading."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent
STEPS = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
# The steps' own blocks of code, by the file that each of them names in its first line.
BLOCKS = dict(re.findall(r"```python\n# (newsdiff/\S+)\n(.*?)```", STEPS, re.DOTALL))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("toy")
    shutil.copytree(ROOT / "newsdiff", top / "newsdiff", ignore=shutil.ignore_patterns("__pycache__"))
    for name, block in BLOCKS.items():
        path = top / name
        if path.exists():
            text = path.read_text(encoding="utf-8")
            head = "KINDS: tuple[Kind, ...] = (\n"
            assert text.count(head) == 1
            path.write_text(text.replace(head, head + block), encoding="utf-8")
        else:
            path.write_text(block, encoding="utf-8")
    (top / "a.txt").write_text("The red door was open.\n\nIt rained.\n", encoding="utf-8")
    (top / "b.txt").write_text("The green door was open.\n\nIt rained.\n", encoding="utf-8")
    return top


def run(top: Path, *args: str, code: int = 1) -> str:
    environment = {**os.environ, "PYTHONPATH": str(top), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "newsdiff", *args], cwd=top, env=environment, capture_output=True, text=True
    )
    assert done.returncode == code, done.stderr
    return done.stdout


def test_the_steps_name_few_files() -> None:
    assert set(BLOCKS) == {"newsdiff/edits/kinds.py", "newsdiff/facts/colours.py", "newsdiff/edits/colours.py"}


def test_the_table_shows_it(copy: Path) -> None:
    assert re.search(r"! colour +red +green", run(copy, "a.txt", "b.txt"))
    assert "colour" in run(copy, "a.txt", "b.txt", "--only", "colour")
    assert not re.search(r"! colour", run(copy, "a.txt", "b.txt", "--only", "number"))


def test_json_keeps_the_schema(copy: Path) -> None:
    schema = json.loads(run(copy, "--json-schema", code=0))
    found = json.loads(run(copy, "a.txt", "b.txt", "--format", "json"))
    Draft202012Validator(schema).validate(found)
    assert [(e["kind"], e["a"]["text"], e["b"]["text"]) for e in found["edits"]] == [("colour", "red", "green")]


def test_the_gate_stops_at_it(copy: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "a.txt"], ["commit", "-q", "-m", "a"]):
        subprocess.run([*git, *command], cwd=copy, check=True)
    shutil.copy(copy / "b.txt", copy / "a.txt")
    subprocess.run(["git", "add", "a.txt"], cwd=copy, check=True)
    assert "a.txt:1:5: colour: 'red' -> 'green'" in run(copy, "check", "a.txt", "--fail-on", "colour")
