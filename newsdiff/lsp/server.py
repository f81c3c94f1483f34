"""The language server: diagnostics as you type, the old reading on hover, code actions that accept or put back.

One comparison runs at a time, in a thread of its own; each starts when typing pauses, and its result is dropped if the
buffer has changed in the meantime. Nothing is kept for a closed file.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from newsdiff import __version__
from newsdiff.check.gate import GateError
from newsdiff.check.policy import Finding, PolicyError
from newsdiff.check.report import describe, say_mark
from newsdiff.config import ConfigError
from newsdiff.lsp.judge import (
    Home,
    Judgement,
    Old,
    find_home,
    is_checked,
    judge_buffer,
    mark_for,
    read_old,
    read_settings,
    record,
)
from newsdiff.lsp.positions import Lines
from newsdiff.output import OutputError
from newsdiff.read.git import GitError
from newsdiff.render.visible import make_visible

PAUSE = 0.3  # seconds without a keystroke after which a buffer is compared
ACCEPT = "newsdiff.accept"
_SEVERITIES = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "open": lsp.DiagnosticSeverity.Hint,
}
_TROUBLES = (ConfigError, PolicyError, GateError, GitError, OutputError)


class Open:
    """An open buffer."""

    def __init__(self, home: Home) -> None:
        self.home = home
        self.old: Old | None = None
        self.task: asyncio.Task[None] | None = None
        self.judgement: Judgement | None = None
        self.lines = Lines("")


class Server:
    """The server and its open buffers; `wire` speaks the protocol."""

    def __init__(self) -> None:
        # Whole texts: pygls counts the lines of a change as Python does, at form feeds and U+2028 too.
        self.wire = LanguageServer("newsdiff", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.base = "HEAD"
        self.pause = PAUSE
        self.open: dict[str, Open] = {}
        self.worker = ThreadPoolExecutor(1, "newsdiff")
        self.told = ""

    @property
    def encoding(self) -> str:
        """The units in which the editor counts characters."""
        return str(getattr(self.wire.workspace.position_encoding, "value", "utf-16"))

    def configure(self, settings: Any) -> None:
        """Takes the base revision and the pause from the editor's settings; ignores invalid ones."""
        if isinstance(settings, dict):
            settings = settings.get("newsdiff", settings)
        if isinstance(settings, dict):
            base, pause = settings.get("base"), settings.get("pause")
            self.base = base if isinstance(base, str) and base else self.base
            self.pause = float(pause) if isinstance(pause, int | float) and 0 <= pause <= 60 else self.pause

    def tell(self, error: Exception | str) -> None:
        """Shows a message, but not twice in a row."""
        if str(error) != self.told:
            self.told = str(error)
            params = lsp.ShowMessageParams(lsp.MessageType.Warning, f"newsdiff: {make_visible(self.told)}")
            self.wire.window_show_message(params)

    async def enter(self, uri: str) -> None:
        """Starts to follow a buffer if its file is in a repository."""
        path = to_fs_path(uri) if uri.startswith("file:") else None
        home = await self.run(find_home, path) if path else None
        if home is not None:
            self.open[uri] = Open(home)
            self.plan(uri, 0)

    def leave(self, uri: str) -> None:
        """Forgets a buffer and its diagnostics."""
        buffer = self.open.pop(uri, None)
        if buffer is not None:
            if buffer.task is not None:
                buffer.task.cancel()
            self.wire.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def plan(self, uri: str, pause: float) -> None:
        """Compares a buffer after a pause; replaces what was planned for it before."""
        buffer = self.open.get(uri)
        if buffer is not None:
            if buffer.task is not None:
                buffer.task.cancel()
            buffer.task = asyncio.get_running_loop().create_task(self._judge(uri, buffer, pause))

    async def run(self, function: Any, *arguments: Any) -> Any:
        """Runs a function in the one worker thread."""
        return await asyncio.get_running_loop().run_in_executor(self.worker, function, *arguments)

    async def _judge(self, uri: str, buffer: Open, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.wire.workspace.get_text_document(uri)
        version, text = document.version, document.source
        try:
            buffer.judgement, buffer.old = await self.run(_look, buffer.home, text, self.base, buffer.old)
            self.told = ""
        except _TROUBLES as error:
            buffer.judgement = None
            self.tell(error)
        if self.open.get(uri) is buffer and self.wire.workspace.get_text_document(uri).version == version:
            buffer.lines = Lines(text)
            found = self.diagnose(buffer)
            self.wire.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def diagnose(self, buffer: Open) -> list[lsp.Diagnostic]:
        """The diagnostics for a buffer."""
        judgement = buffer.judgement
        if judgement is None:
            return []
        found = [
            lsp.Diagnostic(
                self.range_of(buffer, finding),
                make_visible(describe(finding)),
                _SEVERITIES[finding.level],
                f"{finding.kind}.{finding.detail.replace(' ', '-')}".rstrip("."),
                source="newsdiff",
                data=finding.fingerprint,
            )
            for finding in judgement.findings
        ]
        for mark in judgement.idle:
            start = buffer.lines.starts[mark.line - 1] + mark.column - 1
            place = self.range(buffer.lines, start, start + len(mark.text))
            tags = [lsp.DiagnosticTag.Unnecessary]
            found.append(
                lsp.Diagnostic(
                    place, say_mark(mark), lsp.DiagnosticSeverity.Warning, "mark", source="newsdiff", tags=tags
                )
            )
        return found

    def range_of(self, buffer: Open, finding: Finding) -> lsp.Range:
        """Where a finding is shown; something that is gone, at the word after its place, or else at the last word."""
        text, start, end = buffer.lines.text, finding.start, finding.end
        if start == end:
            while end < len(text) and not text[end].isspace():
                end += 1
            while start == end and start > 0 and text[start - 1] not in "\r\n":
                start -= 1
                if text[start].isspace() and start + 1 < end:
                    break
        return self.range(buffer.lines, start, end)

    def range(self, lines: Lines, start: int, end: int) -> lsp.Range:
        """A range in the editor's units."""
        places = [lsp.Position(*lines.find(at, self.encoding)) for at in (start, end)]
        return lsp.Range(*places)

    async def accept(self, uri: str, fingerprint: str) -> None:
        """Writes a finding to the accepted file and judges its buffer again."""
        buffer = self.open.get(uri)
        findings = buffer.judgement.findings if buffer and buffer.judgement else ()
        chosen = [finding for finding in findings if finding.fingerprint == fingerprint]
        if buffer is not None and chosen:
            try:
                await self.run(record, buffer.home, chosen)
            except _TROUBLES as error:
                self.tell(error)
            self.plan(uri, 0)

    def find(self, uri: str, place: lsp.Range) -> list[Finding]:
        """The findings that touch a range."""
        buffer = self.open.get(uri)
        if buffer is None or buffer.judgement is None:
            return []
        first, last = _key(place.start), _key(place.end)
        shown = [(finding, self.range_of(buffer, finding)) for finding in buffer.judgement.findings]
        return [finding for finding, at in shown if _key(at.start) <= last and first <= _key(at.end)]


def _key(position: lsp.Position) -> tuple[int, int]:
    return position.line, position.character


def _look(home: Home, text: str, base: str, known: Old | None) -> tuple[Judgement | None, Old | None]:
    """The judgement on a buffer, and the old version to remember."""
    config = read_settings(home)
    if not is_checked(home, config):
        return None, None
    old = read_old(home, base, known, config)
    return (judge_buffer(home, text, old, config) if old else None), old


def _hover(finding: Finding) -> str:
    """The old reading and its sentence, as plain text: nothing in an article is markup here."""
    title = f"{finding.kind} {finding.detail}".rstrip() + f" ({finding.level})"
    readings = [f"was: {make_visible(finding.a)}" if finding.a is not None else "new here"]
    if finding.b is None:
        readings.append("gone here")
    sentence = make_visible(finding.sentence_a)
    return "\n".join([title, *readings, *(["", sentence] if sentence else [])])


def make_server() -> LanguageServer:
    """A server, ready to be started."""
    server = Server()

    def initialize(params: lsp.InitializeParams) -> None:
        server.configure(params.initialization_options)

    def change_configuration(params: lsp.DidChangeConfigurationParams) -> None:
        server.configure(params.settings)
        for uri in [*server.open]:
            server.plan(uri, 0)

    async def accept(uri: str, fingerprint: str) -> None:
        await server.accept(uri, fingerprint)

    server.wire.feature(lsp.INITIALIZE)(initialize)
    server.wire.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)(change_configuration)
    server.wire.command(ACCEPT)(accept)
    _follow_buffers(server)
    _answer(server)
    return server.wire


def _follow_buffers(server: Server) -> None:
    """Follows buffers as they are opened, changed, saved and closed."""

    async def did_open(params: lsp.DidOpenTextDocumentParams) -> None:
        await server.enter(params.text_document.uri)

    def did_change(params: lsp.DidChangeTextDocumentParams) -> None:
        server.plan(params.text_document.uri, server.pause)

    async def did_save(params: lsp.DidSaveTextDocumentParams) -> None:
        uri = params.text_document.uri
        if uri in server.open:
            server.plan(uri, 0)  # there may have been a commit in the meantime
        else:
            await server.enter(uri)

    def did_close(params: lsp.DidCloseTextDocumentParams) -> None:
        server.leave(params.text_document.uri)

    server.wire.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(did_open)
    server.wire.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(did_change)
    server.wire.feature(lsp.TEXT_DOCUMENT_DID_SAVE)(did_save)
    server.wire.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(did_close)


def _answer(server: Server) -> None:
    """Answers when the editor asks for a hover text or for code actions."""

    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        found = server.find(params.text_document.uri, lsp.Range(params.position, params.position))
        text = "\n\n".join([_hover(finding) for finding in found])
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.PlainText, text)) if found else None

    def code_action(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        return [action for finding in server.find(uri, params.range) for action in _actions(server, uri, finding)]

    kinds = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    server.wire.feature(lsp.TEXT_DOCUMENT_HOVER)(hover)
    server.wire.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, kinds)(code_action)


def _actions(server: Server, uri: str, finding: Finding) -> list[lsp.CodeAction]:
    """The actions for a finding: accept it in the copy or on record, or put the old reading back."""
    buffer = server.open[uri]
    judgement = buffer.judgement
    if judgement is None:
        return []
    place = server.range_of(buffer, finding)
    about = [item for item in server.diagnose(buffer) if item.data == finding.fingerprint and item.range == place]

    def edit(title: str, start: int, end: int, text: str) -> lsp.CodeAction:
        change = lsp.TextEdit(server.range(buffer.lines, start, end), text)
        workspace = lsp.WorkspaceEdit(changes={uri: [change]})
        return lsp.CodeAction(title, lsp.CodeActionKind.QuickFix, about, edit=workspace)

    said = make_visible(describe(finding))
    at, mark = mark_for(judgement, finding)
    actions = [edit(f"Accept with a mark here: {said}", at, at, mark)]
    if not judgement.require_reason:
        command = lsp.Command("Accept", ACCEPT, arguments=[uri, finding.fingerprint])
        actions.append(lsp.CodeAction(f"Accept on record: {said}", lsp.CodeActionKind.QuickFix, about, command=command))
    if (
        finding.a is not None
        and finding.b is not None
        and judgement.new.source[finding.start : finding.end] == finding.b
    ):
        actions.append(edit(f"Put back: {make_visible(finding.a)}", finding.start, finding.end, finding.a))
    return actions
