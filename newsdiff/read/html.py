r"""A web page -> the article on it, headline first; or all of its text. Each character with its place in the file.

>>> page = "<body><nav>Home</nav><h1>Dam fails</h1><p>He <b>left</b>.<p>It&nbsp;rained.<script>let p = '<p>'</script>"
>>> read_html(page, "news").text
'Dam fails\n\nHe left.\n\nIt\xa0rained.'
>>> read_html(page, "raw").text[:20]
'Home\n\nDam fails\n\nHe '

The article is the part with most of the page's running text; anything labelled navigation, advertisement, share bar or
the like is left out, unless it contains a correction; galleries and
videos too, but for the captions of their figures. The headline is read wherever it is, and so is a summary between it
and the text. A piece of a page (no `<html>`, no `<body>`) is read whole, with its front matter, as generators of sites have it.

trafilatura is not used: it drops headlines, standfirsts, corrections and short paragraphs, and gives no offsets. Not
caught: an article of short lines only, beside a long sidebar without a label.
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape

from newsdiff.lexicon.en.pages import CORRECTION, CORRECTION_STARTS, FURNITURE, MEDIA, PULL_QUOTES, STANDFIRST
from newsdiff.read.document import Document
from newsdiff.read.front import read_front
from newsdiff.read.markup import INLINE, Node, parse, silence, write_nodes
from newsdiff.read.templates import cover
from newsdiff.read.writer import Writer
from newsdiff.text.sentences.marks import CLOSING, EITHER, MARKS, is_wide

LIMIT = 16_000_000  # characters; the page of an article has a hundredth of it
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_PAGE = re.compile(r"<!doctype\s+html|<html|<body", re.IGNORECASE)
_NOT_ARTICLE = frozenset(["nav", "footer", "aside", "form", "dialog", "menu"])
# Elements whose classes say how their text looks ("p.paywall"), and what holds the article.
_COPY = frozenset("article main p li dd dt h1 h2 h3 h4 h5 h6 blockquote figure figcaption td th tr tbody".split())
_FIGURES = frozenset(["figure", "figcaption"])
_ROLES = frozenset("application navigation search complementary banner contentinfo dialog menu menubar toolbar".split())
# Running text: a block of at least this many characters, most of them outside links. Teasers and captions are shorter.
_RUNNING = 80
_WIDE = 3
_SENTENCE = 40  # or of this many, if it ends like a sentence
_LINKED = 0.5
# The article is in the innermost element that holds this share of the running text; neither of two halves does.
_CORE = 0.75
_MOST = 0.5  # what holds so much of it is not furniture, whatever it is called
_SHORT = 25  # outside of the core, a shorter block is a label or a button
_WORD = re.compile(r"[a-z]+(?:[-_][a-z]+)*")
_TITLE_PARTS = re.compile(r"(?<!\s)(?:\s++[|–—·•»-]\s+|\s*+\|\s*)")


def find_charset(data: bytes) -> str | None:
    """The encoding that a page names in its head, if Python knows it."""
    found = _CHARSET.search(data[:4096])
    if found is None:
        return None
    name = found[1].decode("ascii")
    try:
        " ".encode(name)
    except (LookupError, ValueError):
        return None
    # What calls itself Latin-1 on the web is windows-1252 (the WHATWG's encoding standard has it so).
    return "windows-1252" if name.lower() in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name


def read_html(text: str, what: str, copy_fields: Sequence[str] = ()) -> Document:
    """The article of a page ("news") or all its text ("raw"), with `copy_fields` of front matter. Raises ValueError."""
    if len(text) > LIMIT:
        raise ValueError(f"too large for a web page (over {LIMIT // 1_000_000} MB); --from text reads it as it is")
    writer = Writer(text)
    if not _PAGE.search(text):
        _write_piece(writer, text, copy_fields)
        return writer.finish()
    root = parse(text, 0, len(text))
    if what == "raw":
        write_nodes(writer, root)
        return writer.finish()
    page = _Page(root)
    if not page.blocks:
        raise ValueError("no text on the page")
    page.write(writer)
    return writer.finish()


def _write_piece(writer: Writer, text: str, copy_fields: Sequence[str]) -> None:
    """All of a piece of a page: its front matter, and the text between tags, also those of a template language."""
    begin, fields = read_front(text, copy_fields)
    at = 0
    for name, spans in fields:
        for lo, hi in spans:
            writer.omit("front matter", at, lo)
            writer.put(lo, hi)
            at = hi
        writer.end_block("field", name)
    writer.omit("front matter", at, begin)
    covered = cover(text, begin)
    writer.copy = covered.text
    for kind, start, end in covered.omitted:
        writer.omit(kind, start, end)
    write_nodes(writer, parse(covered.text, begin, len(text)), alt=True)


class _Block:
    """An element with text of its own: how much, how much of it in links, and how its ancestors are labelled."""

    __slots__ = ("furniture", "length", "linked", "node", "note", "order", "parts", "pull")

    def __init__(self, node: Node, order: int) -> None:
        self.node, self.order = node, order
        self.length = self.linked = 0
        self.parts: list[str] = []
        self.furniture = self.note = self.pull = False

    @property
    def text(self) -> str:
        return " ".join(unescape("".join(self.parts)).split())

    @property
    def running(self) -> int:
        """The characters of running text in it."""
        if self.linked > _LINKED * self.length or self.node.name in _HEADINGS:
            return 0
        if self.length < _RUNNING and not (self.length >= _SENTENCE and self.text[-1:] in _ENDS):
            return 0
        return self.length - self.linked


_ENDS = MARKS | CLOSING | EITHER
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])


class _Page:
    """The blocks of a page, and which of them are the article's."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self.blocks: list[_Block] = []
        self.owner: dict[Node, _Block] = {}
        self.title = self._find_title()
        self._collect()
        total = self._sum()
        most = _MOST * total.get(root, 0)
        boxes = self._find_link_boxes(total)
        self._mark(lambda node: total.get(node, 0) > most > 0, boxes)
        self.core = self._find_core()

    def _collect(self) -> None:
        """Finds the blocks: every text with the element that it belongs to, links and styles looked through."""
        path: list[Node] = [self.root]
        links = 0
        skipped: Node | None = None
        for node, ended in self.root.walk():
            if skipped is not None:
                if ended and node is skipped:
                    skipped = None
                continue
            if node.name == "":
                if not ended:
                    self._add(path[-1], node, links)
            elif node.name == "!":
                continue
            elif not ended and (silence(node) or _is_hidden(node)):
                skipped = node
            elif node.name in INLINE:
                links += (node.name in ("a", "button")) * (-1 if ended else 1)
            elif ended:
                path.pop()
            else:
                path.append(node)

    def _add(self, owner: Node, text: Node, links: int) -> None:
        words = text.source[text.start : text.end].split()
        if not words:
            return
        block = self.owner.get(owner)
        if block is None:
            block = self.owner[owner] = _Block(owner, len(self.blocks))
            self.blocks.append(block)
        # A word of Chinese is two characters, without a space.
        length = sum([len(word) * (_WIDE if is_wide(word[0]) else 1) for word in words]) + len(words)
        block.length += length
        block.linked += length if links else 0
        block.parts.append(text.source[text.start : text.end])

    def _find_title(self) -> tuple[int, int] | None:
        """The headline in the page's metadata: og:title, or else the longest part of its title."""
        found: tuple[int, int] | None = None
        last = ""
        for node, ended in self.root.walk():
            if ended:
                continue
            if node.name == "meta" and node.attributes.get("property", node.attributes.get("name")) == "og:title":
                if content := _CONTENT.search(node.source, node.start, node.end):
                    return content.span(2)
            elif node.name == "!" and last == "title" and found is None:
                found = _longest_part(node.source, node.start, node.end)
            last = node.name
        return found

    def _sum(self, without_furniture: bool = False) -> dict[Node, int]:
        """The running text in every element."""
        sums: dict[Node, int] = {}
        for block in self.blocks:
            if not (without_furniture and block.furniture):
                sums[block.node] = block.running
        for node, ended in self.root.walk():
            if ended and node.parent is not None and node in sums:
                sums[node.parent] = sums.get(node.parent, 0) + sums[node]
        return sums

    def _find_link_boxes(self, running: dict[Node, int]) -> set[Node]:
        """The elements that hold several links and no running text: "Read more", "Most read"."""
        sums = {block.node: (block.length, block.linked, 1) for block in self.blocks}
        found = set()
        for node, ended in self.root.walk():
            if not ended or node not in sums:
                continue
            length, linked, count = sums[node]
            if count > 1 and not running.get(node) and linked > _LINKED * length:
                found.add(node)
            if node.parent is not None:
                above = sums.get(node.parent, (0, 0, 0))
                sums[node.parent] = (above[0] + length, above[1] + linked, above[2] + count)
        return found

    def _mark(self, is_most: Callable[[Node], bool], boxes: set[Node]) -> None:
        """Marks the blocks with the names of the elements around them."""
        flags: dict[Node, tuple[bool, bool, bool, str]] = {self.root: (False, False, False, "")}
        for node, ended in self.root.walk():
            if ended or node.name in ("", "!") or node.parent not in flags:
                continue
            furniture, note, pull, place = flags[node.parent]
            if node.name not in INLINE and node.name not in ("html", "body"):
                names = _names(node)
                note = note or not CORRECTION.isdisjoint(names)
                pull = pull or not PULL_QUOTES.isdisjoint(names)
                furniture = furniture or node in boxes or (_is_furniture(node, names) and not is_most(node))
                if node.name in _FIGURES:
                    place = "figure"  # its caption is copy, wherever it is
                elif not place and _is_media(node, names) and not is_most(node):
                    place = "media"
            flags[node] = (furniture, note, pull, place)
        for block in self.blocks:
            block.furniture, block.note, block.pull, place = flags.get(block.node, (False, False, False, ""))
            block.furniture = block.furniture or place == "media"
            if block.length > _SHORT and block.text.lower().startswith(CORRECTION_STARTS):
                block.note = True

    def _find_core(self) -> Node:
        """The innermost element with most of the running text, or the article around it."""
        sums = self._sum(without_furniture=True)
        node = self.root
        while True:
            inner = [n for n in node.children if n in sums and n not in self.owner]
            best = max(inner, key=lambda n: sums[n], default=None)
            if best is None or sums[best] < _CORE * sums.get(node, 0) or not sums[best]:
                break
            node = best
        around: Node | None = node
        while around is not None and around.name != "article":
            around = around.parent
        return around or node

    def write(self, writer: Writer) -> None:
        """Writes the article; everything left out of the page is noted as one kind."""
        wanted = self._choose()
        alive: set[Node] = set()
        for block in wanted:
            node: Node | None = block.node
            while node is not None and node not in alive:
                alive.add(node)
                node = node.parent
        chosen = {block.node for block in wanted}
        headed = any(block.node.name == "h1" for block in wanted)
        if not headed and self.title is not None and not self._says_title(wanted):
            lo, hi = self.title
            writer.put(lo, hi, unescape(self.root.source[lo:hi]))
            writer.end_block("heading")

        def skip(node: Node) -> str:
            if node.name == "":
                owner = node.parent
                while owner is not None and owner.name in INLINE:
                    owner = owner.parent
                return "" if owner in chosen else "page parts"
            if kind := silence(node):
                return kind
            return "" if node.name in INLINE or node in alive or node.name in ("br", "hr", "img") else "page parts"

        write_nodes(writer, self.root, skip)

    def _choose(self) -> list[_Block]:
        """The blocks of the article."""
        inside = self._blocks_of(self.core)
        first = inside[0].order if inside else 0
        headline = self._find_headline(inside, first)
        core = set(inside)
        wanted = []
        for block in self.blocks:
            if block is headline or block.note:
                wanted.append(block)
            elif block.furniture:
                continue
            elif block in core or (
                headline is not None and headline.order < block.order < first and _is_standfirst(block)
            ):
                wanted.append(block)
        while len(wanted) > 2 and all(b.linked > 0.9 * b.length and not b.note for b in wanted[-2:]):
            del wanted[-1]  # links under the article; of one alone nobody knows
        if not any(block.running for block in wanted) and len(wanted) < 2:
            wanted = [block for block in self.blocks if not block.furniture]
        folded = {block: _fold(block.text) for block in wanted}
        body = "\n".join([folded[block] for block in wanted if not block.pull])
        return [block for block in wanted if not (block.pull and folded[block] in body)] or self.blocks

    def _blocks_of(self, node: Node) -> list[_Block]:
        found = [self.owner[node]] if node in self.owner else []
        return found + [self.owner[n] for n, ended in node.walk() if not ended and n in self.owner]

    def _find_headline(self, inside: list[_Block], first: int) -> _Block | None:
        """The h1 of the article, or that of the page which its title repeats, or the last one before the text."""
        if any(block.node.name == "h1" and not block.furniture for block in inside):
            return next(block for block in inside if block.node.name == "h1" and not block.furniture)
        heads = [block for block in self.blocks if block.node.name == "h1" and block.length > 3]
        if not heads:
            return None
        source = self.root.source
        title = _fold(unescape(source[self.title[0] : self.title[1]])) if self.title else ""
        same = [block for block in heads if title and (_fold(block.text) in title or title in _fold(block.text))]
        before = [block for block in heads if block.order < first]
        return max(same or before[-1:] or heads[:1], key=lambda block: block.length)

    def _says_title(self, wanted: list[_Block]) -> bool:
        lo, hi = self.title or (0, 0)
        title = _fold(unescape(self.root.source[lo:hi]))
        return any(title and title == _fold(block.text) for block in wanted[:5])


def _names(node: Node) -> set[str]:
    """The words of an element's class and id, compounds whole and in parts."""
    value = f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}"
    if value == " ":
        return set()
    value = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", value).lower()
    found = set(_WORD.findall(value))
    return found | {part for name in found for part in re.split("[-_]+", name)} | {re.sub("[-_]", "", n) for n in found}


def _is_furniture(node: Node, names: set[str]) -> bool:
    if node.name in _NOT_ARTICLE or node.attributes.get("role") in _ROLES:
        return PULL_QUOTES.isdisjoint(names)
    return node.name not in _COPY and not FURNITURE.isdisjoint(names)


def _is_media(node: Node, names: set[str]) -> bool:
    return node.name not in _COPY and not MEDIA.isdisjoint(names)


def _is_hidden(node: Node) -> bool:
    if node.name in INLINE:
        return False
    style = node.attributes.get("style", "").replace(" ", "").lower()
    return "hidden" in node.attributes or "display:none" in style


def _is_standfirst(block: _Block) -> bool:
    if block.linked > _LINKED * block.length:
        return False
    return block.length >= _SENTENCE or (block.length > _SHORT and not STANDFIRST.isdisjoint(_names(block.node)))


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _longest_part(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of the longest part of a title: the others name the site."""
    best = (start, start)
    at = start
    for cut in [*_TITLE_PARTS.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        if stop - at > best[1] - best[0]:
            best = (at, stop)
        at = cut.end() if cut else end
    return best


_CONTENT = re.compile(r"""\bcontent\s*=\s*(["'])((?:(?!\1).)*)\1""", re.IGNORECASE | re.DOTALL)
