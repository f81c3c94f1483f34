r"""Markdown -> its copy in blocks, each character with its place in the file.

>>> document = read_markdown("---\ntitle: Dam fails\n---\nIt *broke*, [he\nsaid](http://x.org).\n\n1. one\n1. two\n")
>>> [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
[('field', 'Dam fails'), ('paragraph', 'It broke, he said.'), ('list item', 'one'), ('list item', 'two')]
>>> [kind for kind, _, _ in document.left_out]
['front matter', 'link targets']

markdown-it-py finds the markup (CommonMark, tables, strikethrough); added here are the places inside a
line, which it does not give, and what dialects put around the copy: front matter, tags of template languages,
footnotes. A soft line break is a space. A hard one ends a block, unless the next line carries on in small letters.

Left out are code, comments, formulas, tags, link and picture targets, bare addresses. Not known: definition lists,
directives (`:::`) and inline formulas, which are read as the prose that they look like.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token

from newsdiff.read.document import BlockKind, Document
from newsdiff.read.front import read_front
from newsdiff.read.markup import Node, parse, write_nodes, write_text
from newsdiff.read.templates import FILL, cover
from newsdiff.read.writer import Writer

LIMIT = 2_000_000  # characters; news is a hundredth of it
_NESTING = 100  # of blocks; anything nested deeper is reported as left out. Python's own limit is near 200.
_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>()\[\]\"“”]*[\w/=#&+]")
# A reference to a footnote, and both ends of a link whose definition is missing.
_LABEL = r"\[\^[^\]\s]{1,60}\]:?|\[|\]\[[^\[\]]*\]"
_UNDEFINED = re.compile(r"\[(?=[^\[\]]+\]\[[^\[\]]*\])")
_NOTE = re.compile(r"^ {0,3}\[\^[^\]\s]{1,60}\]:", re.MULTILINE)
_CONTAINERS: dict[str, BlockKind] = {"heading": "heading", "blockquote": "quotation", "list_item": "list item"}


def read_markdown(text: str, copy_fields: Sequence[str] = ()) -> Document:
    """The copy of a Markdown file, with `copy_fields` of its front matter too. Raises ValueError for one too large."""
    if len(text) > LIMIT:
        raise ValueError(f"too large for Markdown (over {LIMIT // 1_000_000} MB); --from text reads it as it is")
    return _Reader(text, copy_fields).read()


@cache
def _block_parser() -> MarkdownIt:
    """Blocks alone: links cost more the deeper they may nest, so they have a limit of their own."""
    return MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable("inline")


@cache
def _inline_parser(links: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("strikethrough")
    parser.inline.ruler.at("link", _tell_place(link))
    parser.inline.ruler.at("image", _tell_place(image))
    return parser if links else parser.disable(["link", "image"])


def _parse_inline(content: str, env: dict[str, Any]) -> list[Token]:
    """The tokens of a block's content. An escaped character is one of its own: merged, its place would be lost."""
    parser = _inline_parser("](" in content or "references" in env)
    return parser.inline.parse(content, parser, env, [])


def _tell_place(rule: Any) -> Any:
    """The rule, which notes on its last token where it began and ended: a target is seen in no other way."""

    def wrapped(state: StateInline, silent: bool) -> bool:
        start = state.pos
        done: bool = rule(state, silent)
        if done and not silent:
            state.tokens[-1].meta = {"start": start, "end": state.pos}
        return done

    return wrapped


class _Reader:
    """Writes the content of the parser's tokens, in the order of the file."""

    def __init__(self, text: str, copy_fields: Sequence[str]) -> None:
        self.source = text
        self.writer = Writer(text)
        # A lone CR ends a line for the parser too.
        plain = re.sub(r"\r(?!\n)", "\n", text) if "\r" in text else text
        self.begin, self.fields = read_front(plain, copy_fields)
        if not self.begin and text.startswith("\ufeff"):
            self.begin = 1
        covered = cover(plain, self.begin)
        self.captions = [*reversed(covered.captions)]
        for kind, start, end in covered.omitted:
            self.writer.omit(kind, start, end)
        self.text = _NOTE.sub(lambda note: "- " + FILL * (len(note[0]) - 2), covered.text)
        self.writer.copy = self.text
        self.starts = [self.begin, *[found.end() for found in re.compile("\n").finditer(self.text, self.begin)]]
        self.env: dict[str, Any] = {}
        self.open: list[BlockKind] = []
        self.asides: list[tuple[int, int]] = []
        self.at = 0  # in a table row: the end of the last cell

    def read(self) -> Document:
        env = self.env
        tokens = _block_parser().parse(self.text[self.begin :], env)
        self._write_fields()
        self._write_tokens(tokens)
        self._flush(len(self.source))
        references = [*env.get("references", {}).values(), *env.get("duplicate_refs", ())]
        for first, last in [reference["map"] for reference in references if "map" in reference]:
            self.writer.omit("link targets", self._line(first), self._line(last))
        return self.writer.finish()

    def _line(self, number: int) -> int:
        return self.starts[number] if number < len(self.starts) else len(self.source)

    def _write_fields(self) -> None:
        """The copy of the front matter, a field a block; the rest of it is left out."""
        at = 0
        for name, spans in self.fields:
            content = "\n".join([self.source[lo:hi] for lo, hi in spans])
            places = []
            offset = 0
            for lo, hi in spans:
                self.writer.omit("front matter", at, lo)
                places.append((offset, lo))
                offset += hi - lo + 1
                at = hi
            _Line(self, content, places).write(_parse_inline(content, {}))
            self.writer.end_block("field", name)
        self.writer.omit("front matter", at, self.begin)

    def _write_tokens(self, tokens: Sequence[Token]) -> None:
        for n, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                self._write_inline(token, tokens[n - 1].type)
            elif kind in ("fence", "code_block"):
                start, end = self._span(token)
                self._flush(start)
                while self.captions and self.captions[-1][0] < end:
                    self.captions.pop()
                self.writer.omit("code", start, end)
            elif kind == "html_block":
                start, end = self._span(token)
                self._flush(start)
                write_nodes(self.writer, parse(self.text, start, end), write=self._write_html, alt=True)
            elif kind == "tr_close":
                self.end_block("row")
            elif kind.endswith("_open") and (block := _CONTAINERS.get(kind.removesuffix("_open"))):
                self.open.append(block)
            elif kind.endswith("_close") and kind.removesuffix("_close") in _CONTAINERS:
                self.open.pop()

    def _span(self, token: Token) -> tuple[int, int]:
        first, last = token.map or (0, 0)
        return self._line(first), self._line(last)

    def _write_html(self, writer: Writer, text: Node) -> None:
        """Text of an HTML block. Some generators read Markdown there, and nobody else writes it."""
        content = text.source[text.start : text.end]
        if (text.parent is not None and text.parent.name in ("pre", "code")) or not _MARKED.search(content):
            write_text(writer, text)
        else:
            self._write_marked(text.start, text.end)

    def _write_marked(self, start: int, end: int) -> None:
        """A piece of the file as inline Markdown."""
        content = self.text[start:end]
        _Line(self, content, [(0, start)]).write(_parse_inline(content, self.env), breaks=False)

    def _write_inline(self, token: Token, before: str) -> None:
        start, end = self._span(token)
        cell = before in ("td_open", "th_open")
        if not cell or not self.writer.is_open:
            self._flush(start)
            self.at = start
        elif cell:
            self.writer.next_cell(self.at)
        line = _Line(self, token.content, self._places(token.content, self.at if cell else start, end))
        if _MARKED.search(token.content):
            line.write(_parse_inline(token.content, self.env), breaks=not cell)
        else:
            line.write_plain()
        self.at = line.place(len(token.content))
        if not cell:
            self.end_block()

    def _places(self, content: str, start: int, end: int) -> list[tuple[int, int]]:
        """For every line of a block's content: its offset there, and the place in the file."""
        places = []
        offset = 0
        for line in content.split("\n"):
            bare = line.strip()
            found = self.text.find(bare, start, end) if bare else start
            if found < 0:  # a cell whose pipes are escaped: as near as its first word
                word = bare.split("|")[0].split()[:1]
                found = max(self.text.find(word[0], start, end) if word else start, start)
            places.append((offset, found - (len(line) - len(line.lstrip()))))
            start = found + len(bare)
            offset += len(line) + 1
        return places

    def end_block(self, kind: BlockKind | None = None) -> None:
        """Ends the block at hand; the pictures in it are blocks of their own, after it."""
        self.writer.end_block(kind or (self.open[-1] if self.open else "paragraph"))
        for lo, hi in self.asides:
            self._write_caption(lo, hi)
        self.asides = []

    def _flush(self, before: int) -> None:
        """Writes the captions that tags hold, up to a place in the file, as blocks of their own."""
        while self.captions and self.captions[-1][0] < before:
            self._write_caption(*self.captions.pop())

    def _write_caption(self, start: int, end: int) -> None:
        """The text of a picture or a tag, as a block of its own, with nothing covered."""
        content = self.source[start:end]
        _Line(self, content, [(0, start)]).write(_parse_inline(content, {}), breaks=False)
        self.writer.end_block("caption")


class _Line:
    """The inline tokens of one block, each found in the content that they were made of."""

    def __init__(self, reader: _Reader, content: str, places: Sequence[tuple[int, int]]) -> None:
        self.reader = reader
        self.writer = reader.writer
        self.content = content
        self.offsets = [offset for offset, _ in places]
        self.starts = [start for _, start in places]
        self.at = 0
        self.address = False  # inside an address that is a link by itself
        self.undefined = {m.start() for m in _UNDEFINED.finditer(content)} if "][" in content else set()

    def place(self, offset: int) -> int:
        """The place in the file of a character of the content."""
        n = bisect_right(self.offsets, offset) - 1
        return self.starts[n] + offset - self.offsets[n]

    def _pass(self, literal: str) -> int:
        """Moves after the next place of a literal; where that begins."""
        found = self.content.find(literal, self.at)
        if found < 0:
            return self.at
        self.at = found + len(literal)
        return found

    def _put(self, start: int, end: int, text: str | None = None) -> None:
        self.writer.put(self.place(start), self.place(end - 1) + 1 if end > start else self.place(end), text)

    def write(self, tokens: Sequence[Token], breaks: bool = True) -> None:
        """Writes the text of the tokens; `breaks`: a hard line break may end a block."""
        for token in tokens:
            kind = token.type
            if kind == "text":
                start = self._pass(token.content)
                if not self.address:
                    self._write_text(start, token.content)
            elif kind == "text_special":
                start = self._pass(token.markup)
                self._put(start, self.at, token.content)
            elif kind == "code_inline":
                self._write_code(token)
            elif kind in ("softbreak", "hardbreak"):
                self._break(breaks and kind == "hardbreak")
            elif kind == "html_inline":
                start = self._pass(token.content)
                self._write_tag(token.content, start, breaks)
            elif kind == "link_open":
                self._pass("<" if token.markup == "autolink" else "[")
                self.address = token.markup == "autolink" and not str(token.attrs.get("href")).startswith("mailto:")
            elif kind == "link_close":
                self._close_link(token)
            elif kind == "image":
                self._write_image(token)
            elif token.markup:
                self._pass(token.markup)

    def _close_link(self, token: Token) -> None:
        """Leaves out the target of a link, or an address that is its own text."""
        if "end" in token.meta:
            self._omit("link targets", self.at, token.meta["end"])
            self.at = token.meta["end"]
        else:
            if self.address:
                self._omit("addresses", self.content.rfind("<", 0, self.at) + 1, self.at)
            self._pass(">")
        self.address = False

    def write_plain(self) -> None:
        """Writes content without any mark: it needs no parser."""
        for offset, start, line in zip(self.offsets, self.starts, self.content.split("\n"), strict=True):
            if offset:
                self.writer.put(start - 1, start, " ")
            self.writer.put(start, start + len(line), line)

    def _omit(self, kind: str, start: int, end: int) -> None:
        self.writer.omit(kind, self.place(start), self.place(end))

    def _write_text(self, start: int, text: str) -> None:
        """Text without what only looks like it: fills, labels of notes, bare addresses."""
        if FILL not in text and "[" not in text and "]" not in text and "://" not in text and "www." not in text:
            self._put(start, start + len(text), text)
            return
        at = 0
        for found in _PLAIN_MARKS.finditer(text):
            if found[0] == "[" and start + found.start() not in self.undefined:
                continue
            self._put(start + at, start + found.start(), text[at : found.start()])
            if found[0][0] not in (FILL, "[", "]"):
                self._omit("addresses", start + found.start(), start + found.end())
            elif found[0].startswith("]["):
                self._omit("link targets", start + found.start(), start + found.end())
            at = found.end()
        self._put(start + at, start + len(text), text[at:])

    def _write_code(self, token: Token) -> None:
        self._pass(token.markup)
        shift = (
            1 if self.content.startswith(" ", self.at) and not self.content.startswith(token.content, self.at) else 0
        )
        start = self.at + shift
        self._put(start, start + len(token.content), token.content)
        self.at = start + len(token.content)
        self._pass(token.markup)

    def _break(self, hard: bool) -> None:
        """A line break: a space, or the end of the block."""
        found = self._pass("\n")
        while self.at < len(self.content) and self.content[self.at] in " \t":
            self.at += 1
        if hard and not self.content[self.at : self.at + 1].islower():
            self.reader.end_block()
        else:
            self._put(found, found + 1, " ")

    def _write_tag(self, tag: str, start: int, breaks: bool) -> None:
        name = _TAG_NAME.match(tag)
        if tag.startswith("<!--"):
            self._omit("comments", start, start + len(tag))
        elif name and name[1].lower() == "br":
            after = self.content[self.at : self.at + 9].lstrip()[:1]
            if breaks and not after.islower():
                self.reader.end_block()
            else:
                self._put(start, start + 1, " ")
        elif name and name[1].lower() == "img":
            if alt := _ALT.search(tag):
                lo, hi = alt.span(2)
                self.reader.asides.append((self.place(start + lo), self.place(start + hi)))
            self._omit("picture targets", start, start + len(tag))

    def _write_image(self, token: Token) -> None:
        """The alternative text of a picture, as a caption after the paragraph; its target is left out."""
        start, end = token.meta["start"], token.meta["end"]
        label = start + 2
        if token.content.strip(FILL + " "):
            self.reader.asides.append((self.place(label), self.place(label + len(token.content) - 1) + 1))
        self._omit("picture targets", label + len(token.content), end)
        self.at = end


_MARKED = re.compile(rf"[\\`*_~\[\]<&{FILL}]|://|www\.|  \n")
_PLAIN_MARKS = re.compile(rf"{FILL}+|{_ADDRESS.pattern}|{_LABEL}")
_TAG_NAME = re.compile(r"</?([A-Za-z][\w-]*)")
_ALT = re.compile(r"""\balt\s*=\s*(["'])((?:(?!\1).)*)\1""", re.IGNORECASE | re.DOTALL)
