r"""A saved web page -> the article on it, headline first; or all of its text.

>>> read_html("<title>x</title><p>He <b>left</b>.<p>It&nbsp;rained.<script>let p = '<p>'</script>", "raw")
'He left.\n\nIt\xa0rained.'

Which part of a page is the article is judged by trafilatura, a library made for news; it leaves out navigation,
captions and comments, and is the extra `newsdiff[html]`. What it takes for the article may lack a box or hold a
teaser. Raw text comes from the standard library, whatever it is: menus, teasers, small print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape

LIMIT = 16_000_000  # characters; the page of an article has a hundredth of it
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# What is in these is no text of the page; of the first, browsers take everything for it until they end.
_RAW = frozenset(["script", "style", "title", "textarea", "noscript", "iframe"])
_SILENT = _RAW | {"template", "svg", "math", "select", "object"}
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr output q ruby s samp
    small span strike strong sub sup time tt u var wbr img""".split()
)


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


def read_html(text: str, what: str) -> str:
    """The article of a page ("news") or all its text ("raw"), paragraphs parted by blank lines. Raises ValueError."""
    if len(text) > LIMIT:
        raise ValueError(f"too large for a web page (over {LIMIT // 1_000_000} MB); --from text reads it as it is")
    return _read_raw(text) if what == "raw" else _read_news(text)


def _read_news(text: str) -> str:
    try:
        import trafilatura
    except ImportError:
        raise ValueError("web pages need an extra: pip install 'newsdiff[html]' (or --html raw for all text)") from None
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings are for those who crawl
    try:
        found = trafilatura.bare_extraction(text, include_comments=False, include_images=False, deduplicate=False)
    except Exception as error:  # noqa: BLE001 -- whatever a library trips over, a page is not our mistake
        raise ValueError(f"trafilatura cannot read it ({type(error).__name__}); --html raw takes all text") from None
    body = (getattr(found, "text", None) or "") if found else ""
    if not body.strip():
        raise ValueError("no article found on the page (--html raw takes all text)")
    paragraphs = [line.strip() for line in body.split("\n") if line.strip()]
    title = " ".join((getattr(found, "title", None) or "").split())
    if title and not any(_fold(title) == _fold(line) for line in paragraphs[:3]):
        paragraphs.insert(0, title)
    return "\n\n".join(paragraphs)


def _fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _read_raw(text: str) -> str:
    paragraphs: list[str] = []
    words: list[str] = []
    for tag, data in _scan(text):
        if tag == "":
            words.append(_SPACE.sub(" ", unescape(data)))
        elif tag == "br":
            words.append("\n")
        elif tag not in _INLINE:
            paragraphs.append("".join(words).strip(" \n"))
            words = []
    paragraphs.append("".join(words).strip(" \n"))
    return "\n\n".join([paragraph for paragraph in paragraphs if paragraph])


def _scan(text: str) -> Iterator[tuple[str, str]]:
    """By turns names of tags and pieces of text (with "" for a name), without what is never shown.

    Not html.parser: it takes quadratic time on tags that do not end. Here each character is looked at a few times,
    since what was found is remembered until it is passed, and what was not found for good.
    """
    low = text.lower()
    if len(low) != len(text):  # a letter that has no single small one
        low = "".join([c.lower() if c.isascii() else c for c in text])
    found: dict[str, int] = {}

    def find(wanted: str, at: int) -> int:
        place = found.get(wanted, 0)
        if 0 <= place < at or wanted not in found:
            place = found[wanted] = low.find(wanted, at)
        return place

    at = 0
    while True:
        start = find("<", at)
        if start < 0 or find(">", start) < 0:
            yield "", text[at:]
            return
        name = _TAG.match(low, start)
        if name is None and low[start + 1 : start + 2] not in ("!", "?", "/"):
            yield "", text[at : start + 1]
            at = start + 1
            continue
        yield "", text[at:start]
        if low.startswith("<!--", start):
            end = find("-->", start)
            if end < 0:
                return
            at = end + 3
            continue
        at = _end_of_tag(low, start + 1, find)
        if name is None:
            continue
        if name[1] in _SILENT and low[start + 1] != "/" and low[at - 2] != "/":
            end = find(f"</{name[1]}", at)
            at = end if end >= 0 else len(text) if name[1] in _RAW else at
        yield name[1], ""


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
        closing = find(opening[0], opening.end())
        if closing < 0:
            return first + 1
        at = closing + 1


_SPACE = re.compile(r"[ \t\n\r\f]+")
_TAG = re.compile(r"</?([a-z][a-z0-9:-]{0,30})")
_QUOTE = re.compile("[\"']")
