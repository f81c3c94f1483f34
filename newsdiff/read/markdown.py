r"""Markdown -> its prose, each line where the file has it.

>>> read_markdown("# Dam *fails*\nIt broke, [he said](http://x.org).\n\n- one\n- two & three\n\n```\ncode\n```\n")
'Dam fails\u2029\nIt broke, he said.\n\none\u2029\ntwo & three\n\n\n\n\n'

Line n of the text is line n of the file, so that a finding can be looked up; where Markdown ends a paragraph without a blank
line, a paragraph separator stands at the line's end. Out are front matter, code blocks, HTML, pictures and their
captions, link targets, rules. What an extension adds (footnotes, directives, maths) is read as the prose that it looks like.
"""  # noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

LIMIT = 2_000_000  # characters; news is a hundredth of it
PARAGRAPH_END = "\u2029"
_FRONT = re.compile(r"\ufeff?(---|\+\+\+)[ \t]*\n(?:(?!\1[ \t]*$).*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


def read_markdown(text: str) -> str:
    """The prose of a Markdown file. Raises ValueError for one too large."""
    if len(text) > LIMIT:
        raise ValueError(f"too large for Markdown (over {LIMIT // 1_000_000} MB); --from text reads it as it is")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    lines = [""] * (text.count("\n") + 1)
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "inline" and token.map and token.children:
            place(lines, token.map[0], _say(token.children).split("\n"))
    for n, line in enumerate(lines[:-1]):
        if line.endswith(PARAGRAPH_END) and not lines[n + 1]:
            lines[n] = line[:-1]
    return "\n".join(lines).rstrip(PARAGRAPH_END)


def place(lines: list[str], at: int, found: Sequence[str]) -> None:
    """Puts the lines of a block where the file has them, the last one with the mark that ends a paragraph."""
    for n, line in enumerate(found):
        end = PARAGRAPH_END if n + 1 == len(found) else ""
        if line.strip():
            lines[min(at + n, len(lines) - 1)] += line.strip() + end


def _say(tokens: Sequence[Token]) -> str:
    """The words of a paragraph."""
    out = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            out.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            out.append("\n")
    return "".join(out)
