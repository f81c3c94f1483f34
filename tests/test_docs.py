"""Every console block of the README and the docs prints what it shows; every Python example too."""

import doctest
import re
from pathlib import Path

import pytest

from tests.console import BLOCK, PAGES, PYTHON, matches, run_block
from tests.pairs import ROOT

BLOCKS = {
    f"{page.name}:{n}": block
    for page in PAGES
    for n, block in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")))
}


@pytest.mark.parametrize("name", BLOCKS)
def test_console_block(name: str) -> None:
    if "newsdiff corpus" in BLOCKS[name]:
        pytest.importorskip("duckdb", reason="newsdiff[corpus] is not installed")
    ran = run_block(BLOCKS[name])
    assert ran, "a console block without a command"
    for command, shown, printed in ran:
        assert "bash: line" not in printed, "the shell could not read the command"
        if not matches(shown, printed):
            assert printed == shown, command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_examples(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = "\n".join([block for _, block in PYTHON.findall(page.read_text(encoding="utf-8"))])
    test = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    out: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS).run(test, out=out.append)
    assert not out, "".join(out)


def test_ci_runs_the_commands_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = re.findall(r"^```sh\n(.*)\n```$", readme, re.M)
    assert [line for line in ci if line.startswith("python3 -m venv")] == commands[:2]
