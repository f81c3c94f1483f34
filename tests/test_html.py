"""The HTML report as text: it is complete and loads nothing from outside, and everything from an article is text."""

import base64
import hashlib
import re
import xml.etree.ElementTree as ET
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.compare import compare
from newsdiff.render.html import render_html
from newsdiff.render.visible import make_visible
from tests.pairs import PAIRS, read_pair
from tests.test_terminal import HERE, KUZEY, KUZEY_EDITS, STORED, comparison, load_comparison

HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> \"' onclick=alert(3) </style></span></section> "
    "<!--style--> <!--a--> &lt;b&gt; javascript:alert(4) \x1b[31m \u202e"
)
VOID = frozenset(["meta", "input", "link", "br"])


class Reader(HTMLParser):
    """The elements of a page, which must be well nested, and the text of each sentence."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        sentence = [a["id"] for _, a in self.open if a.get("class") and (a["class"] or "").split()[0] == "s"]
        if sentence and not any(a.get("class") == "n" for _, a in self.open):
            key = sentence[0] or ""
            self.texts[key] = self.texts.get(key, "") + data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
def test_golden(path: Path, update_golden: bool) -> None:
    golden = HERE / "golden" / "formats" / f"{path.stem}-html.html"
    page = render_html(load_comparison(path))
    shown = re.sub(r"(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|sha256-[^']*", "", page)
    if update_golden:
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_every_sentence_stands_there_once_and_whole(folder: Path) -> None:
    c = compare(*read_pair(folder))
    reader = read(render_html(c))
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(set(ids)) == len(ids)
    for side, article in (("a", c.a), ("b", c.b)):
        for n, sentence in enumerate(article.sentences, 1):
            assert reader.texts[f"{side}{n}"].split() == make_visible(sentence.text).split()
    targets = [a["href"] for tag, a in reader.elements if tag == "a"]
    assert {target.removeprefix("#") for target in targets if target} <= set(ids)


@pytest.mark.parametrize(("a", "b"), [("", ""), ("One.", ""), ("", "One."), (HOSTILE, ""), (HOSTILE, HOSTILE[9:])])
def test_any_article_is_text(a: str, b: str) -> None:
    reader = read(render_html(compare(a, b, name_a=HOSTILE, name_b='"><b>')))
    plain = read(render_html(compare("One.", "Two.")))
    known = {tag for tag, _ in plain.elements} | {"h3", "table", "dl", "dt", "dd", "small", "del", "ins"}
    assert {tag for tag, _ in reader.elements} <= known
    assert [tag for tag, _ in reader.elements].count("script") == 1
    assert not [name for _, attributes in reader.elements for name in attributes if name.startswith("on")]
    assert "\x1b" not in render_html(compare(a, b))


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None)
def test_random_articles(a: str, b: str) -> None:
    read(render_html(compare(a, b, name_a=a, name_b=b)))


def test_the_policy_names_the_style_and_the_script_and_nothing_else() -> None:
    page = render_html(comparison(KUZEY, edits=KUZEY_EDITS))
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])  # type: ignore[index]
    for kind in ("style", "script"):
        (inline,) = re.findall(rf"(?s)<{kind}>(.*?)</{kind}>", page)
        digest = base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert not re.search(r" style=| on\w+=|unsafe", page.split("</style>")[1].split("<script>")[0])


def test_nothing_is_fetched_from_elsewhere() -> None:
    page = render_html(comparison(KUZEY))
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import|\bsrc=|<link", page)


def test_pictures_are_xml() -> None:
    page = render_html(load_comparison(STORED[0]))
    for svg in re.findall(r"(?s)<svg.*?</svg>", page):
        ET.fromstring(svg)


FILTER = re.compile(r'data-[fv]="(\w+)" aria-pressed="(\w+)">([\w !?]+?)(?: <b>(\d+)</b>)?</button>')


def test_filters_have_counts() -> None:
    page = render_html(comparison(KUZEY, (["He paused."], []), ([], ["It rained."]), edits=KUZEY_EDITS))
    assert FILTER.findall(page) == [
        ("substantive", "true", "! substantive", "1"),
        ("accidental", "true", "accidental", "2"),
        ("edited", "true", "edited", "1"),
        ("omission", "true", "omission", "1"),
        ("insertion", "true", "insertion", "1"),
        ("spelling", "true", "spelling", "2"),
        ("number", "true", "number", "1"),
    ]


@pytest.mark.parametrize(
    ("only", "ignore", "off", "rows"),
    [
        ((), ("spelling", "omission"), ["omission", "spelling"], ["number"]),
        (("spelling",), (), ["number"], ["spelling", "spelling"]),
        (("substantive",), (), ["accidental"], ["number"]),
        ((), ("substantive",), ["substantive"], ["spelling", "spelling"]),
        (("number.changed value",), (), ["spelling"], ["number"]),
        (("number.dropped",), (), ["spelling"], []),
        (("spelling.typo", "substantive"), (), [], ["number"]),
    ],
)
def test_the_page_opens_with_the_filters_of_the_command_line(
    only: tuple[str, ...], ignore: tuple[str, ...], off: list[str], rows: list[str]
) -> None:
    page = render_html(comparison(KUZEY, (["He paused."], []), edits=KUZEY_EDITS), only=only, ignore=ignore)
    assert [name for name, pressed, _, _ in FILTER.findall(page) if pressed == "false"] == off
    assert re.findall(r'<tr data-k="(\w+)" data-v="\w+"(?: class="minor")?>', page) == rows


def test_long_readings_are_cut_down_to_where_they_differ() -> None:
    long = "and so on, as the clerk of the harbour board had told the council more than once, " * 5
    c = compare(f'Pettit said, "We will rebuild {long}it."', f'Pettit said, "We will repair {long}it."')
    a, b = re.findall(r"<t[dh].*?quote.*?<td><del>(.*?)</del></td><td><ins>(.*?)</ins></td>", render_html(c))[0]
    assert "<b>rebuild</b>" in a
    assert "<b>repair</b>" in b
    assert max(len(a), len(b)) < 300


def test_a_long_pair_is_drawn_within_bounds() -> None:
    sentences = [([f"The mill number {n} closed."], [f"The mill number {n} shut."]) for n in range(3000)]
    page = render_html(comparison(*sentences))
    assert len(re.search(r'(?s)<svg class="map".*?</svg>', page)[0]) < 80_000  # type: ignore[index]
    assert max(len(strip) for strip in re.findall(r'(?s)<div class="strip.*?</div>', page)) < 20_000
