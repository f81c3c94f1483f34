"""The copy read from a file, block by block: cases that an editor can read; wraps and markup that change nothing."""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.read.document import say_unread
from newsdiff.read.markdown import read_markdown
from newsdiff.read.sources import read_data

FOLDER = Path(__file__).parent / "cases" / "reading"
SUFFIXES = {"markdown": ".md", "html": ".html"}


def read_cases() -> Iterator[tuple[str, str, str, list[str]]]:
    """(format, label, file, blocks). The last line of dashes parts a file from its blocks."""
    for path in sorted(FOLDER.glob("*.txt")):
        for case in re.split(r"^= ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            label, _, rest = case.partition("\n")
            source, _, blocks = rest.rpartition("\n---\n")
            yield path.stem, label, source, blocks.strip("\n").split("\n")


@pytest.mark.parametrize(("form", "label", "source", "blocks"), [*read_cases()], ids=lambda x: str(x)[:20])
def test_blocks(form: str, label: str, source: str, blocks: list[str]) -> None:
    document = read_data("story" + SUFFIXES[form], source.encode())[0].document
    found = [f"{block.kind}: {document.text[block.start : block.end]}" for block in document.blocks]
    assert [" ".join(block.split(" ")).replace("\xa0", " ") for block in found] == blocks, label
    for n, char in enumerate(document.text):
        start, end = document.find(n, n + 1)
        assert char.isspace() or source[start:end] == char or source[start] in "&\\", label


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        ("The [dam](/a) broke.", "The [dam](/b) broke.", "link targets"),
        ("It broke.\n\n    x = 1", "It broke.\n\n    x = 2", "code"),
        ("It broke.<!-- 1 -->", "It broke.<!-- 2 -->", "comments"),
        ("---\ndate: 1\n---\nIt broke.", "---\ndate: 2\n---\nIt broke.", "front matter"),
        ("{{< x >}}\n\n![](a.png)", "{{< y >}}\n\n![](b.png)", "picture targets, template tags"),
        ("See https://a.org now.", "See https://b.org now.", "addresses"),
        ("It *broke*.", "It _broke_.", ""),
    ],
)
def test_what_differs_and_was_not_read_is_said(a: str, b: str, kinds: str) -> None:
    one, two = read_markdown(a), read_markdown(b)
    assert one.text == two.text
    assert say_unread(one, two) == kinds


words = st.lists(
    st.sampled_from(
        [
            "dam",
            "*broke*",
            "**not**",
            "[he](http://x.org/a_b)",
            "`x y`",
            "Ann",
            "said,",
            "&amp;",
            "co-op",
            "“no”",
            '{{< ref "a b" >}}',
        ]
    ),
    min_size=1,
    max_size=40,
)


@given(st.lists(words, min_size=1, max_size=3), st.sampled_from([20, 60, 72, 100]))
@settings(deadline=None)
def test_wraps_change_nothing(paragraphs: list[list[str]], width: int) -> None:
    lines = [" ".join(paragraph) for paragraph in paragraphs]
    wrapped = [textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in lines]
    assert read_markdown("\n\n".join(wrapped)).text == read_markdown("\n\n".join(lines)).text


@pytest.mark.parametrize("unit", ["- ", "> ", "  - x\n    ", "1. "])
def test_deep_nesting_is_read_or_said(unit: str) -> None:
    lines = (
        [unit * n + f"item {n} is {n}" for n in range(1, 21)]
        if unit != "  - x\n    "
        else ["  " * n + f"- item {n} is {n}" for n in range(20)]
    )
    text = read_markdown("\n\n".join(lines) if unit == "> " else "\n".join(lines)).text
    assert all(f"item {n} is {n}" in text for n in range(1, 20))
