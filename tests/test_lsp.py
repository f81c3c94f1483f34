"""The language server, driven by real clients: pytest-lsp's, and Neovim if it is installed."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.lsp.positions import Lines
from tests.pairs import ROOT
from tests.repository import STORY, Repository

pytestmark = pytest.mark.edges
lsp: Any = pytest.importorskip("lsprotocol.types", reason="pygls is not installed (newsdiff[lsp])")
pytest_lsp: Any = pytest.importorskip("pytest_lsp", reason="pytest-lsp is not installed")

CHANGED = STORY.replace("312", "321").replace("allegedly ", "")
LIMIT = 60  # seconds for an answer, on a machine under load


@given(st.text("ab\n\r\f\u2028é\U0001f6a2", max_size=20), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_positions_there_and_back(text: str, encoding: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        if text[offset - 1 : offset + 1] != "\r\n" and not (offset and text[offset - 1 : offset + 1] == "\r\n"):
            assert lines.offset(*lines.find(offset, encoding), encoding) == offset or text[offset - 1 : offset] == "\r"


class Editor:
    """One session of a client with the server."""

    def __init__(self, repo: Repository, client: Any) -> None:
        self.repo = repo
        self.client = client
        self.versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        return (self.repo.top / name).as_uri()

    async def open(self, name: str, text: str, wait: bool = True) -> list[Any]:
        self.versions[name] = 1
        item = lsp.TextDocumentItem(self.uri(name), "plaintext", 1, text)
        told = self.told(name) if wait else None
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return await told if told else []

    async def type(self, name: str, text: str) -> list[Any]:
        self.versions[name] += 1
        item = lsp.VersionedTextDocumentIdentifier(self.versions[name], self.uri(name))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        told = self.told(name)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(item, [change]))
        return await told

    async def save(self, name: str) -> list[Any]:
        told = self.told(name)
        self.client.text_document_did_save(lsp.DidSaveTextDocumentParams(lsp.TextDocumentIdentifier(self.uri(name))))
        return await told

    def told(self, name: str) -> Awaitable[list[Any]]:
        """What the server says next of a file."""
        known = self.client.diagnostics
        known.pop(self.uri(name), None)

        async def wait() -> list[Any]:
            for _ in range(50 * LIMIT):
                if self.uri(name) in known:
                    return list(known[self.uri(name)])
                await asyncio.sleep(0.02)
            raise TimeoutError(name)

        return wait()

    async def actions(self, name: str, line: int, character: int) -> dict[str, Any]:
        place = lsp.Range(lsp.Position(line, character), lsp.Position(line, character))
        params = lsp.CodeActionParams(lsp.TextDocumentIdentifier(self.uri(name)), place, lsp.CodeActionContext([]))
        found = await self.client.text_document_code_action_async(params)
        return {action.title.partition(":")[0]: action for action in found or []}

    async def hover(self, name: str, line: int, character: int) -> str:
        params = lsp.HoverParams(lsp.TextDocumentIdentifier(self.uri(name)), lsp.Position(line, character))
        found = await self.client.text_document_hover_async(params)
        return str(found.contents.value) if found else ""


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit()
    repository.commit("story.md")
    return repository


def session(repo: Repository, work: Callable[[Editor], Awaitable[None]], **options: Any) -> None:
    """Runs a session with a server of its own."""

    async def whole() -> None:
        client = pytest_lsp.make_test_lsp_client()
        await client.start_io(sys.executable, "-m", "newsdiff", "lsp", cwd="/", env=repo.environment)
        params = lsp.InitializeParams(
            pytest_lsp.client_capabilities("visual-studio-code"),
            initialization_options={"pause": 0.05, **options},
        )
        await asyncio.wait_for(client.initialize_session(params), LIMIT)
        await work(Editor(repo, client))
        await asyncio.wait_for(client.shutdown_session(), LIMIT)

    asyncio.run(whole())


def show(diagnostics: list[Any]) -> list[tuple[str, int, int, int, str]]:
    return [
        (d.code, d.range.start.line, d.range.start.character, d.range.end.character, d.message)
        for d in diagnostics
    ]  # fmt: skip


def test_diagnostics_while_one_types(repo: Repository) -> None:
    async def work(editor: Editor) -> None:
        assert await editor.open("story.txt", STORY) == []
        # The buffer is not saved; a ship takes two units of UTF-16 and one code point.
        found = await editor.type("story.txt", CHANGED.replace("LIND —", "LIND \U0001f6a2 —"))
        named = [d for d in found if d.severity == lsp.DiagnosticSeverity.Error]
        assert show(named) == [
            ("number.changed-value", 2, 55, 58, "number changed value: '312' -> '321'"),
            ("hedge", 6, 9, 12, "hedge: 'allegedly' -> nothing"),
        ]
        assert await editor.type("story.txt", STORY) == []
        hints = await editor.type("story.txt", STORY.replace("put off", "delayed"))
        assert {d.severity for d in hints} == {lsp.DiagnosticSeverity.Hint}

    session(repo, work)


def test_lines_are_those_of_editors(repo: Repository) -> None:
    async def work(editor: Editor) -> None:
        text = "A\fform feed,\u2028a separator.\r\n\r\n" + STORY.replace("\n", "\r\n")
        await editor.open("story.txt", text)
        found = await editor.type("story.txt", text.replace("312", "321"))
        assert [row[:4] for row in show(found) if row[0] == "number.changed-value"] == [
            ("number.changed-value", 4, 52, 55)
        ]

    session(repo, work)


def test_hover_shows_the_old_reading(repo: Repository) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("story.txt", CHANGED)
        assert await editor.hover("story.txt", 2, 53) == (
            "number changed value (error)\nwas: 312\n\nThe ferry Aurora ran aground on Tuesday with 312 people aboard, "
            "the coast guard said."
        ) or "was: 312" in await editor.hover("story.txt", 2, 53)
        assert "was: allegedly\ngone here" in await editor.hover("story.txt", 6, 10)
        assert await editor.hover("story.txt", 0, 0) == ""

    session(repo, work)


@pytest.mark.parametrize("name", ["story.txt", "story.md"])
def test_accepting_with_a_mark(repo: Repository, name: str) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.open(name, STORY.replace("312", "321"))
        assert len(found) == 1
        action = (await editor.actions(name, 2, 53))["Accept with a mark here"]
        (change,) = action.edit.changes[editor.uri(name)]
        text = apply(STORY.replace("312", "321"), change)
        assert "newsdiff: accept number.changed-value" in text
        assert await editor.type(name, text) == []
        # The change taken back, the mark is left over.
        (left,) = await editor.type(name, text.replace("321", "312"))
        assert [*left.tags] == [lsp.DiagnosticTag.Unnecessary] and "nothing here needs it" in left.message

    session(repo, work)


def test_accepting_on_record(repo: Repository) -> None:
    async def work(editor: Editor) -> None:
        found = await editor.open("story.txt", CHANGED)
        assert "Accept on record" in await editor.actions("story.txt", 2, 53)
        told = editor.told("story.txt")
        # lsprotocol's client takes an action that has a command for a command, and loses its arguments.
        params = lsp.ExecuteCommandParams("newsdiff.accept", [editor.uri("story.txt"), found[0].data])
        await editor.client.workspace_execute_command_async(params)
        assert [row[0] for row in show(await told)] == ["hedge"]

    session(repo, work)
    repo.stage("story.txt", CHANGED)
    repo.git("add", ".newsdiff-accepted.toml")
    assert repo.check().out.splitlines()[-1] == "1 file compared, 1 finding, 1 accepted"


def test_putting_the_old_reading_back(repo: Repository) -> None:
    async def work(editor: Editor) -> None:
        await editor.open("story.txt", CHANGED)
        (change,) = (await editor.actions("story.txt", 2, 53))["Put back"].edit.changes[editor.uri("story.txt")]
        assert apply(CHANGED, change) == STORY.replace("allegedly ", "")
        assert "Put back" not in await editor.actions("story.txt", 6, 10)

    session(repo, work)


def test_a_reason_is_asked_for_where_the_house_does(repo: Repository) -> None:
    repo.write("newsdiff.toml", "[check]\nrequire-reason = true\n")

    async def work(editor: Editor) -> None:
        await editor.open("story.txt", CHANGED)
        actions = await editor.actions("story.txt", 2, 53)
        assert "Accept on record" not in actions
        (change,) = actions["Accept with a mark here"].edit.changes[editor.uri("story.txt")]
        found = await editor.type("story.txt", apply(CHANGED, change))
        assert any("it gives no reason" in d.message for d in found)
        found = await editor.type("story.txt", apply(CHANGED, change).replace('""', '"recounted"'))
        assert [row[0] for row in show(found)] == ["hedge"]

    session(repo, work)


def test_another_base(repo: Repository) -> None:
    repo.git("tag", "wire")
    repo.commit("story.txt", STORY.replace("312", "321"))

    async def work(editor: Editor) -> None:
        assert len(await editor.open("story.txt", STORY.replace("312", "321"))) == 1
        told = editor.told("story.txt")
        editor.client.workspace_did_change_configuration(
            lsp.DidChangeConfigurationParams({"newsdiff": {"base": "HEAD"}})
        )
        assert await told == []
        # A commit meanwhile is noticed when the file is saved.
        repo.commit("story.txt", STORY)
        assert len(await editor.save("story.txt")) == 1

    session(repo, work, base="wire")


def test_what_is_left_alone(repo: Repository, tmp_path: Path) -> None:
    repo.write("newsdiff.toml", '[check]\nexclude = ["archive/"]\n')
    repo.write("fresh.txt", STORY)
    for name in ("archive/old.txt", "tool.py"):
        repo.commit(name)
    outside = tmp_path / "outside.txt"
    outside.write_text(STORY)

    async def work(editor: Editor) -> None:
        for name in ("../outside.txt", "gone/missing.txt"):
            await editor.open(name, CHANGED, wait=False)
        item = lsp.TextDocumentItem("untitled:Untitled-1", "plaintext", 1, CHANGED)
        editor.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        for name in ("fresh.txt", "archive/old.txt", "tool.py"):
            assert await editor.open(name, CHANGED) == []
        assert await editor.open("story.docx", CHANGED) == []
        # Only what follows is said of a file: nothing was said of those outside.
        assert len(await editor.open("story.txt", CHANGED)) == 2
        assert set(editor.client.diagnostics) == {
            editor.uri(name) for name in ("fresh.txt", "archive/old.txt", "tool.py", "story.docx", "story.txt")
        }
        assert editor.client.messages == []

    session(repo, work)


def test_a_mistake_in_the_configuration_is_told_once(repo: Repository) -> None:
    repo.write("newsdiff.toml", "[check]\nfail-off = []\n")

    async def work(editor: Editor) -> None:
        assert await editor.open("story.txt", CHANGED) == []
        assert await editor.type("story.txt", STORY) == []
        assert [m.message for m in editor.client.messages] == [
            "newsdiff: newsdiff.toml:2: check.fail-off: unknown key (did you mean fail-on?)"
        ]
        repo.write("newsdiff.toml", "")
        assert len(await editor.type("story.txt", CHANGED)) == 2

    session(repo, work)


def test_a_closed_file_is_forgotten(repo: Repository) -> None:
    async def work(editor: Editor) -> None:
        assert len(await editor.open("story.txt", CHANGED)) == 2
        told = editor.told("story.txt")
        name = lsp.TextDocumentIdentifier(editor.uri("story.txt"))
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(name))
        assert await told == []
        assert await editor.actions("story.txt", 2, 53) == {}

    session(repo, work)


def apply(text: str, change: Any) -> str:
    """The text after an edit of the protocol."""
    lines = Lines(text)
    start, end = (lines.offset(at.line, at.character) for at in (change.range.start, change.range.end))
    return text[:start] + change.new_text + text[end:]


def test_the_extension_for_vs_code_is_whole(tmp_path: Path) -> None:
    page = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
    found = re.search(r"`package.json`:\n\n```json\n(.*?)```\n\n`extension.js`:\n\n```js\n(.*?)```", page, re.DOTALL)
    assert found
    package, script = json.loads(found[1]), found[2]
    languages = re.search(r"documentSelector: (\[.*?\])", script)
    assert package["main"] == "extension.js" and languages
    events = [f"onLanguage:{language}" for language in json.loads(languages[1].replace("'", '"'))]
    assert package["activationEvents"] == events
    assert set(re.findall(r"require\('([^'/]*)", script)) == set(package["dependencies"])
    if shutil.which("node"):
        (tmp_path / "extension.js").write_text(script, encoding="utf-8")
        subprocess.run(["node", "--check", tmp_path / "extension.js"], check=True)


# What docs/editors.md says, then an edit (in bytes: the dash takes three), and what came of it.
SETTINGS = re.search(r"from 0\.7 on:\n\n```lua\n(.*?)```", (ROOT / "docs/editors.md").read_text(), re.DOTALL)
NEOVIM = """
vim.cmd('edit story.txt')
vim.wait(20000, function() local c = vim.lsp.get_client_by_id(id); return c and c.initialized end, 50)
vim.api.nvim_buf_set_text(0, 2, 54, 2, 57, { '321' })
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local found = vim.diagnostic.get(0)
local hover = vim.lsp.buf_request_sync(0, 'textDocument/hover',
  { textDocument = vim.lsp.util.make_text_document_params(), position = { line = 2, character = 53 } }, 20000)
local out = io.open('out.json', 'w')
out:write(vim.fn.json_encode({ found = found, hover = hover[id].result.contents.value }))
out:close()
vim.cmd('qall!')
"""


def test_neovim(repo: Repository) -> None:
    if shutil.which("nvim") is None:
        pytest.skip("Neovim is not installed")
    assert SETTINGS
    repo.write("check.lua", SETTINGS[1] + NEOVIM)
    done = repo.run("nvim", "--headless", "--clean", "-n", "-c", "luafile check.lua", HOME=str(repo.top.parent))
    assert done.code == 0, done
    found = json.loads((repo.top / "out.json").read_text())
    assert len(found["found"]) == 1, found["found"]
    diagnostic = found["found"][0]
    assert (diagnostic["lnum"], diagnostic["col"], diagnostic["end_col"]) == (2, 54, 57)  # bytes
    assert diagnostic["message"] == "number changed value: '312' -> '321'"
    assert "was: 312" in found["hover"]


def test_the_option_that_some_editors_add(repo: Repository) -> None:
    done = repo.run(sys.executable, "-m", "newsdiff", "lsp", "--stdio")
    assert (done.code, done.out) == (0, "")


def test_without_pygls_a_line_says_what_to_install(repo: Repository) -> None:
    repo.write("pygls/__init__.py", "raise ImportError('no', name='pygls')\n")
    done = repo.run(sys.executable, "-m", "newsdiff", "lsp", PYTHONPATH=f"{repo.top}:{repo.environment['PYTHONPATH']}")
    assert (done.code, done.out) == (2, "")
    assert done.err == "newsdiff: the language server needs pygls: pip install 'newsdiff[lsp]'\n"
