r"""A saved web page -> the article on it, headline first; or all of its text.

>>> read_html("<title>x</title><p>He <b>left</b>.<p>It&nbsp;rained.<script>let p = '<p>'</script>", "raw").text
'He left.\n\nIt\xa0rained.'

Which part of a page is the article is judged by trafilatura, a library made for news; it leaves out navigation,
captions and comments, and is the extra `newsdiff[html]`. What it takes for the article may lack a box or hold a
teaser. Raw text comes from the standard library, whatever it is: menus, teasers, small print.
"""

from __future__ import annotations

import re

from newsdiff.read.document import Document
from newsdiff.read.markup import write_markup
from newsdiff.read.writer import Writer

LIMIT = 16_000_000  # characters; the page of an article has a hundredth of it
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)

_PAGE = re.compile(r"<!doctype\s+html|<html|<body", re.IGNORECASE)


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


def read_html(text: str, what: str) -> Document:
    """The article of a page ("news") or all its text ("raw"). Raises ValueError."""
    if len(text) > LIMIT:
        raise ValueError(f"too large for a web page (over {LIMIT // 1_000_000} MB); --from text reads it as it is")
    if what == "raw" or not _PAGE.search(text):
        writer = Writer(text)
        write_markup(writer, text, 0, len(text), alt=False)
        return writer.finish()
    return Document(_read_news(text), text)


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
