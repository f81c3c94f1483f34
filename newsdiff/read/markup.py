r"""HTML -> a tree of its elements and pieces of text, each with its place; and the blocks of text in a part of it.

>>> source = "<ul><li>One<li>Two <b>more</b></ul><!-- why? --><p>Th&eacute;"
>>> writer = Writer(source)
>>> write_nodes(writer, parse(source, 0, len(source)))
>>> writer.finish().text
'One\n\nTwo more\n\nThé'

html.parser is not used: it takes quadratic time on unclosed tags and does not say where an entity is. Here each
character is examined a few times, and nothing is recursive, so a page may be nested to any depth.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from html import unescape

from newsdiff.read.document import BlockKind
from newsdiff.read.templates import FILL
from newsdiff.read.writer import Writer

# What is in these is not text of the page; of the first, browsers take everything for it until they end.
_RAW = frozenset(["script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp"])
_SILENT = {
    **dict.fromkeys(("script", "style", "noscript", "iframe", "template", "noembed", "noframes"), "code"),
    "title": "page title", "head": "page title", "textarea": "forms", "select": "forms",
    "svg": "pictures", "object": "pictures", "math": "formulas",
}  # fmt: skip
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
INLINE = frozenset(
    """a abbr acronym area b bdi bdo big button cite code data del dfn em font i img ins kbd label mark meter nobr
    output q rp rt ruby s samp small span strike strong sub sup time tt u var wbr""".split()
)
# What ends where another of its kind begins, and what keeps it from that.
_ENDS_BY = {
    "li": (("li",), ("ul", "ol", "menu")),
    "dt": (("dt", "dd"), ("dl",)),
    "dd": (("dt", "dd"), ("dl",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    "tr": (("tr",), ("table",)),
    "tbody": (("thead", "tbody", "tfoot"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot"), ("table",)),
    "option": (("option",), ("select",)),
}
_IN_HEAD = frozenset("base head link meta noscript script style template title".split())
_BLOCKS: dict[str, BlockKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "li": "list item", "dt": "list item", "dd": "list item", "figcaption": "caption", "caption": "caption",
    "blockquote": "quotation",
}  # fmt: skip
_AROUND_ROWS = frozenset("table caption thead tbody tfoot".split())  # of a table of data
_LONGEST_ATTRIBUTES = 5000  # characters of a tag that are looked at
_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9:-]{0,30})")
_QUOTE = re.compile(r"=\s{0,50}([\"'])")  # a quote anywhere else does not open a value: <input type="text="" id="q">
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]{1,60})\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)|[\s/]([A-Za-z][\w-]{0,60})(?=[\s/>])"""
)
_ENTITY = re.compile(rf"&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z]\w{{1,31}});?|{FILL}+")


class Node:
    """An element, or a piece of text (its name is ""), or a comment ("!")."""

    __slots__ = ("_attributes", "children", "end", "name", "parent", "source", "start", "stop")

    def __init__(self, name: str, source: str, start: int, end: int, parent: Node | None) -> None:
        self.name, self.source, self.start, self.end, self.parent = name, source, start, end, parent
        self.stop = end  # the end of the element
        self.children: list[Node] = []
        self._attributes: dict[str, str] | None = None

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes of the tag, names in small letters."""
        if self._attributes is None:
            stop = min(self.end, self.start + _LONGEST_ATTRIBUTES)
            found = _ATTRIBUTE.finditer(self.source, self.start + len(self.name) + 1, stop)
            pairs = [(a[1] or a[3], unescape((a[2] or "").strip("\"'"))) for a in found]
            self._attributes = {name.lower(): value for name, value in reversed(pairs)}
        return self._attributes

    def walk(self) -> Iterator[tuple[Node, bool]]:
        """Every node below with False when it begins, and with True when it ends."""
        stack: list[tuple[Node, int]] = [(self, 0)]
        while stack:
            node, n = stack.pop()
            if n < len(node.children):
                stack.append((node, n + 1))
                child = node.children[n]
                yield child, False
                stack.append((child, 0))
            elif node is not self:
                yield node, True


def parse(source: str, start: int, end: int) -> Node:
    """The tree of a part of a text."""
    tree = _Tree(source, start)
    for kind, name, lo, hi in scan(source, start, end):
        if kind in ("text", "comment"):
            tree.add("" if kind == "text" else "!", lo, hi)
        elif kind == "close":
            if tree.open.get(name):
                tree.close(tree.nearest((name,)), hi)
        else:
            for ended, kept in _implied(name):
                if any(tree.open.get(e) for e in ended) and (node := tree.nearest((*ended, *kept))).name in ended:
                    tree.close(node, lo)
            node = tree.add(name, lo, hi)
            if kind == "open":
                tree.here = node
                tree.open[name] = tree.open.get(name, 0) + 1
    tree.close(tree.root, end)
    return tree.root


class _Tree:
    """A tree that grows: the element that is open at the end of it, and how many of each name are."""

    def __init__(self, source: str, start: int) -> None:
        self.root = self.here = Node("#root", source, start, start, None)
        self.open: dict[str, int] = {"#root": 1}

    def add(self, name: str, start: int, end: int) -> Node:
        """A new last child of the open element."""
        node = Node(name, self.root.source, start, end, self.here)
        self.here.children.append(node)
        return node

    def nearest(self, names: Sequence[str]) -> Node:
        """The innermost open element that has one of these names, else the root."""
        node = self.here
        while node.parent is not None and node.name not in names:
            node = node.parent
        return node

    def close(self, node: Node, at: int) -> None:
        """Ends an open element, and with it those inside."""
        while True:
            ended = self.here
            ended.stop = at
            self.open[ended.name] -= 1
            self.here = ended.parent or self.root
            if ended is node:
                break


def _implied(name: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The elements that end where one with this name begins, and the elements that prevent it."""
    found = [_ENDS_BY[name]] if name in _ENDS_BY else []
    if name not in _IN_HEAD:
        found.append((("head",), ("html",)))
    if name not in INLINE and name not in _VOID:
        found.append((("p",), ("td", "th", "li", "blockquote", "div", "section", "article", "body", "button")))
    return found


def scan(text: str, start: int, stop: int) -> Iterator[tuple[str, str, int, int]]:
    """(kind, name, start, end) of tags, comments and pieces of text; what is in scripts and the like is a comment."""
    low = text.lower()
    if len(low) != len(text):  # a letter that has no single small one
        low = "".join([c.lower() if c.isascii() else c for c in text])
    find = _finder(low, stop)
    at = text_start = start
    while True:
        lo = find("<", at)
        if lo < 0 or find(">", lo) < 0:
            break
        name = _TAG.match(low, lo)
        if name is None and low[lo + 1 : lo + 2] not in ("!", "?", "/"):
            at = lo + 1
            continue
        if text_start < lo:
            yield "text", "", text_start, lo
        if low.startswith("<!--", lo):
            end = find("-->", lo)
            at = end + 3 if end >= 0 else stop
            yield "comment", "", lo, at
            text_start = at
            continue
        at = _end_of_tag(low, lo + 1, find)
        text_start = at
        if name is None:
            continue
        closing = low[lo + 1] == "/"
        if name[1] in _RAW and not closing and low[at - 2] != "/":
            end = find(f"</{name[1]}", at)
            text_start = end if end >= 0 else stop
            yield "void", name[1], lo, at
            yield "comment", name[1], at, text_start
            at = text_start
        elif closing:
            yield "close", name[1], lo, at
        else:
            yield "void" if name[1] in _VOID or low[at - 2] == "/" else "open", name[1], lo, at
    if text_start < stop:
        yield "text", "", text_start, stop


def _finder(text: str, stop: int) -> Callable[[str, int], int]:
    """`text.find` up to `stop`, for ascending places: what was found far ahead is not searched for again."""
    found: dict[str, int] = {}

    def find(wanted: str, at: int) -> int:
        place = found.get(wanted, 0)
        if 0 <= place < at or wanted not in found:
            place = found[wanted] = text.find(wanted, at, stop)
        return place

    return find


def _end_of_tag(text: str, at: int, find: Callable[[str, int], int]) -> int:
    """The place after the > that ends a tag, those in quotes passed over where the quotes end."""
    first = find(">", at)
    while True:
        stop = find(">", at)
        if stop < 0:
            return first + 1
        opening = _QUOTE.search(text, at, stop)
        if opening is None:
            return stop + 1
        closing = find(opening[1], opening.end())
        if closing < 0:
            return first + 1
        at = closing + 1


def silence(node: Node) -> str:
    """What an element is called whose text is never shown, "" for others."""
    return _SILENT.get(node.name, "")


def write_text(writer: Writer, text: Node) -> None:
    """Writes a piece of text with its entities read."""
    source, start, end = text.source, text.start, text.end
    if source.find("&", start, end) < 0 and source.find(FILL, start, end) < 0:
        writer.put(start, end)
        return
    at = start
    for found in _ENTITY.finditer(source, start, end):
        char = "" if found[0][0] == FILL else unescape(found[0])
        if char != found[0]:
            writer.put(at, found.start())
            writer.put(found.start(), found.end(), char)
            at = found.end()
    writer.put(at, end)


def write_nodes(
    writer: Writer,
    root: Node,
    skip: Callable[[Node], str] = silence,
    write: Callable[[Writer, Node], None] = write_text,
    alt: bool = False,
) -> None:
    """Writes the blocks below a node, without the elements for which `skip` has a name.

    `write` writes the pieces of text; `alt`: the alternative text of a picture is a block of its own.
    """
    nodes = _NodeWriter(writer, skip, write)
    skipped: Node | None = None
    for node, ended in root.walk():
        if skipped is not None:
            skipped = None if ended and node is skipped else skipped
        elif node.name in ("", "!"):
            if not ended:
                nodes.write_leaf(node)
        elif not ended and (kind := skip(node)):
            nodes.leave_out(node, kind)
            skipped = node
        elif node.name in INLINE:
            if not ended and alt and node.name == "img" and node.attributes.get("alt", "").strip():
                nodes.write_alt(node)
        elif node.name == "br":
            if not ended:
                nodes.write_break(node)
        else:
            nodes.write_block(node, ended)


class _NodeWriter:
    """Writes nodes in their order; knows which blocks and which tables of data are open."""

    def __init__(self, writer: Writer, skip: Callable[[Node], str], write: Callable[[Writer, Node], None]) -> None:
        self.writer, self.skip, self.write = writer, skip, write
        self.open: list[BlockKind] = []
        self.tables: list[Node] = []

    def write_leaf(self, node: Node) -> None:
        """A piece of text, or a comment, which is left out."""
        if node.name == "!":
            raw = node.source.startswith("<!--", node.start)
            self.writer.omit("comments" if raw else "code", node.start, node.end)
        elif kind := self.skip(node):
            self.writer.omit(kind, node.start, node.end)
        else:
            self.write(self.writer, node)

    def leave_out(self, node: Node, kind: str) -> None:
        """Leaves out an element that is not copy."""
        if node.name not in INLINE and not self.tables:
            self._end_block()
        self.writer.omit(kind, node.start, node.stop)

    def write_alt(self, node: Node) -> None:
        """The alternative text of a picture."""
        value = _ALT.search(node.source, node.start, node.end)
        if value is None:
            return
        if self.tables:
            self.writer.put(node.start, node.start + 1, " ")
        else:
            self._end_block()
        self.write(self.writer, Node("", node.source, *value.span(2), None))
        if not self.tables:
            self.writer.end_block("caption")

    def write_break(self, node: Node) -> None:
        """A line break ends a block, unless the text carries on in small letters."""
        after = _NEXT_LETTER.match(node.source, node.end)
        if self.tables or (after and after[1].islower()):
            self.writer.put(node.start, node.start + 1, " ")
        else:
            self._end_block()

    def write_block(self, node: Node, ended: bool) -> None:
        """The beginning or the end of an element that is a block, or of a part of a table."""
        if node.name == "table" and not ended and is_data(node):
            self.tables.append(node)
        elif ended and self.tables and self.tables[-1] is node:
            self.tables.pop()
        if self.tables and node.name not in _AROUND_ROWS:
            self._write_cell(node, ended)
            return
        self._end_block()
        block = _BLOCKS.get(node.name)
        if block and ended and self.open:
            self.open.pop()
        elif block and not ended:
            self.open.append(block)

    def _write_cell(self, node: Node, ended: bool) -> None:
        """A tab separates a cell from the next; blocks inside a cell run on."""
        if node.name == "tr":
            self.writer.end_block("row")
        elif node.name in ("td", "th"):
            if not ended and self.writer.is_open:
                self.writer.next_cell(node.start)
        else:
            self.writer.put(node.start, node.start + 1, " ")

    def _end_block(self) -> None:
        self.writer.end_block(self.open[-1] if self.open else "paragraph")


def is_data(table: Node) -> bool:
    """Whether a table holds data, and not the columns of a page: no headings, no tables, no paragraphs in a row."""
    paragraphs = 0
    for node, ended in table.walk():
        if ended:
            continue
        if node.name in ("td", "th", "tr"):
            paragraphs = 0
        paragraphs += node.name in ("p", "div", "ul", "ol")
        if paragraphs > 1 or node.name in ("table", "h1", "h2", "h3", "article"):
            return False
    return True


_ALT = re.compile(r"""\balt\s*=\s*(["'])((?:(?!\1).)*)\1""", re.IGNORECASE | re.DOTALL)
_NEXT_LETTER = re.compile(r"[\s\"'“‘(]{0,40}([^\W\d_])")
