"""The parts of a file with markup that are compared, and the places of findings in it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.read import Reading, find_format, read_document
from newsdiff.read.document import Document
from tests.growth import LINEAR, growth
from tests.repository import Repository

HTML = """\
<!DOCTYPE html>
<html><head><title>5 trips</title><style>p { width: 40em }</style></head>
<body class="v1"><h1>Ferry runs aground</h1><p>The <b>ferry</b> ran aground with 312
people aboard, <a href="/d/1">Marta Kull</a> said&nbsp;&mdash; &ldquo;Nobody was hurt.&rdquo;</p>
<script>let n = 312 < 3;</script><!-- 40 trips --></body></html>
"""
MARKDOWN = """\
---
date: 2026-03-01
weight: 3
---

# Ferry runs aground

The ferry ran aground with 312 people aboard, [Marta Kull](https://example.org/1) said.

```sh
seq 40
```

She did not blame the captain.
"""


def read(source: str, name: str) -> Document:
    return read_document(find_format(name, b""), source, Reading(html="raw"))


@pytest.fixture
def repo(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "repo")
    repository.commit("story.html", HTML)
    repository.commit("story.md", MARKDOWN)
    return repository


def test_markup_is_no_copy(repo: Repository) -> None:
    new = HTML.replace("v1", "v2").replace("/d/1", "/d/2").replace("40", "50").replace("5 trips", "6 trips")
    new = new.replace("&mdash;", "—").replace("<b>ferry</b>", "ferry").replace("312 <", "313 <").replace("\n", "\r\n")
    repo.stage("story.html", new)
    new = MARKDOWN.replace("2026-03-01", "2026-04-02").replace("weight: 3", "weight: 4").replace("seq 40", "seq 50")
    repo.stage("story.md", new.replace("org/1", "org/2"))
    assert repo.check().out == "2 files compared, 0 findings\n"


def test_findings_stand_in_the_file(repo: Repository) -> None:
    repo.stage("story.html", HTML.replace("with 312", "with 321").replace(" was hurt", " was killed"))
    repo.stage("story.md", MARKDOWN.replace("with 312", "with 321").replace("did not blame", "did blame"))
    assert repo.check().out.splitlines()[:-1] == [
        "story.html:3:82: number changed value: '312' -> '321'",
        "story.html:4:71: quote altered: 'Nobody was hurt' -> 'Nobody was killed'",
        "story.md:8:28: number changed value: '312' -> '321'",
        "story.md:14:5: negation: 'did not blame' -> 'did blame'",
    ]


def test_plain_text_is_as_it_is() -> None:
    text = "a < b & c\r\n<p>\n---\n"
    assert read(text, "x.txt").text == text
    assert read(text, "x.txt").find(3, 9) == (3, 9)


MARKS = [
    "<",
    ">",
    "</",
    "<p>",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<script>",
    "&amp;",
    "&#233;",
    "&",
    "](",
    ")",
    "\n",
    "```\n",
    "---\n",
    "a b",
    "İ",
    "\r\n",
]


@given(st.lists(st.sampled_from(MARKS), max_size=14).map("".join), st.sampled_from(["x.html", "x.md", "x.txt"]))
def test_every_character_has_its_place(source: str, name: str) -> None:
    prose = read(source, name)
    last = 0
    for n, char in enumerate(prose.text):
        start, end = prose.find(n, n + 1)
        assert 0 <= start <= end <= len(source)
        if not char.isspace():
            assert last <= start
            last = start
            assert source[start:end] == char or source[start] == "&"


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<script>", "<script", "&", "](", "](x", "<p", "```", "<a>x", "&#", "["]
)
@pytest.mark.parametrize("name", ["x.html", "x.md"])
def test_hostile_markup_takes_a_time_in_proportion(piece: str, name: str) -> None:
    assert growth(lambda size: read(piece * (size // len(piece)), name), 10_000) < LINEAR
