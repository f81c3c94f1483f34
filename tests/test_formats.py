"""The formats that are plain text: golden files of real text, and what each promises about any text."""

import csv
import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsdiff.cli import FORMATS
from newsdiff.compare import compare
from newsdiff.model import Comparison
from newsdiff.render.ansi import measure
from newsdiff.render.criticmarkup import accept, reject, render_criticmarkup
from newsdiff.render.csv import render_csv
from newsdiff.render.formats import Options, render
from newsdiff.render.inline import render_inline
from newsdiff.render.map import ROWS, render_map
from newsdiff.render.markdown import render_markdown
from newsdiff.render.svg import render_svg
from newsdiff.render.terminal import render_terminal
from tests.pairs import PAIRS, read_pair
from tests.test_terminal import ESCAPE, HERE, KUZEY, KUZEY_EDITS, STORED, comparison, load_comparison

GOLDEN = [(form, False) for form in FORMATS if form not in ("table", "html")] + [("inline", True), ("map", True)]
SUFFIXES = {"markdown": "md", "csv": "csv", "svg": "svg", "json": "json"}
HOSTILE = (
    "<script>alert(1)</script> a|b *c* _d_ `e` ~~f~~ [g](h) &amp; \x1b[31m{++i++}{--j--} {~~k~>l~~}{>>m<<} "
    "@someone #12 \\ \\\\ \\{ {==n==} =1+1 \u202eo"
)


@pytest.mark.parametrize(("form", "color"), GOLDEN, ids=[form + "-color" * color for form, color in GOLDEN])
@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
def test_golden(path: Path, form: str, color: bool, update_golden: bool) -> None:
    golden = HERE / "golden" / "formats" / f"{path.stem}-{form}{'-color' * color}.{SUFFIXES.get(form, 'txt')}"
    options = Options(width=160 if form == "svg" else 80, color=color, indent=True)
    shown = render(form, load_comparison(path), options)
    if update_golden:
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(shown.encode())
    assert shown == golden.read_bytes().decode()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(("a", "b"), [("", ""), ("One.", ""), ("", "One."), ("One.", "One."), (HOSTILE, HOSTILE[3:])])
def test_any_text_has_every_format(form: str, a: str, b: str) -> None:
    shown = render(form, compare(a, b, name_a=HOSTILE, name_b=""), Options(terminal=True))
    assert shown.endswith("\n")
    assert "\x1b" not in shown
    assert "\u202e" not in shown or form == "json"


# Markdown


def as_html(text: str) -> str:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_markdown_shows_the_marks_as_marks(folder: Path) -> None:
    c = compare(*read_pair(folder))
    html = as_html(render_markdown(c))
    assert "**" not in html
    assert "~~" not in html
    for link, row in zip([x for x in c.links if x.kind != "same" or x.moved], _rows(html), strict=False):
        for side, tag, cell in (("a", "s|del", row[1]), ("b", "strong", row[2])):
            marked = "".join(re.findall(rf"<(?:{tag})>(.*?)</(?:{tag})>", cell))
            changed = "".join([getattr(step, side) for step in link.diff if step.op != "equal"])
            assert set(_letters(marked)) == set(_letters(changed))


def _rows(html: str) -> list[list[str]]:
    rows = [re.findall(r"<td[^>]*>(.*?)</td>", row, re.S) for row in re.findall(r"<tr>(.*?)</tr>", html, re.S)]
    return [row for row in rows if row and row[0]]


def _letters(text: str) -> str:
    return re.sub(r"\W", "", unescape(text))


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("It cost 2.4 million.", "It cost $2.4 million.", "It cost <strong>$</strong>2.4 million."),
        ("He left.", "He (and she) left.", "He <strong>(and she)</strong> left."),
        ("A *star* and_under_score.", "A *star* or_under_score.", "A *star* <strong>or</strong>_under_score."),
        ("He said it was a|b to us.", "He said it was c|d to us.", "was <strong>c</strong>|<strong>d</strong> to us."),
        ("He left.", "He left <b>now</b> & then.", "He left <strong>&lt;b&gt;now&lt;/b&gt; &amp; then</strong>."),
    ],
)
def test_markdown_of_what_markdown_would_take_for_its_own(a: str, b: str, shown: str) -> None:
    assert shown in as_html(render_markdown(compare(a, b)))


def test_markdown_calls_nobody() -> None:
    shown = render_markdown(compare("He left.", "He left, says @someone in #12."))
    assert "@someone" not in shown
    assert "#12" not in shown


def test_markdown_shows_what_the_tables_show() -> None:
    c = comparison(KUZEY, (["He paused."], ["He paused."]), (["It rained."], []), edits=KUZEY_EDITS)
    assert "1 unchanged sentence" in render_markdown(c)
    assert "He paused." in render_markdown(c, all_sentences=True)
    assert "rained" not in render_markdown(c, ignore=frozenset(["omission"]))
    assert "Evgeny |" in render_markdown(c, only=frozenset(["spelling"]))
    assert "**!** number changed value | 300,000 | 30,000 | 1→1" in render_markdown(c)


# CriticMarkup


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_criticmarkup_gives_back_both_texts(folder: Path) -> None:
    a, b = read_pair(folder)
    for x, y in ((a, b), (b, a), (a, ""), ("", b), (a, a)):
        marked = render_criticmarkup(compare(x, y))
        assert reject(marked) == x
        assert accept(marked) == y


marks = st.text(st.sampled_from("{}+-~<>=\\ ab.\n"), max_size=30)


@given(marks, marks)
@settings(deadline=None, max_examples=300)
def test_criticmarkup_gives_back_texts_full_of_marks(a: str, b: str) -> None:
    marked = render_criticmarkup(compare(a, b))
    assert reject(marked) == a
    assert accept(marked) == b


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None)
def test_criticmarkup_gives_back_any_text(a: str, b: str) -> None:
    marked = render_criticmarkup(compare(a, b))
    assert reject(marked) == a
    assert accept(marked) == b


def test_criticmarkup_of_stored_comparisons() -> None:
    for path in STORED:
        c = load_comparison(path)
        marked = render_criticmarkup(c)
        assert reject(marked) == c.a.text
        assert accept(marked) == c.b.text


def test_criticmarkup_names_the_edits() -> None:
    shown = render_criticmarkup(compare("The colour faded.", "The color faded."))
    assert shown == "The {~~colour~>color~~}{>>spelling regional<<} faded."


def test_criticmarkup_of_a_move_has_the_passage_twice() -> None:
    a = "The old mill burned down. Nobody was hurt in it. The cause is not known."
    b = "Nobody was hurt in it. The cause is not known. The old mill burned down."
    shown = render_criticmarkup(compare(a, b))
    assert "{--The old mill burned down. --}" in shown
    assert "{++ The old mill burned down.++}" in shown


# The running text


def flat(c: Comparison, **options: Any) -> str:
    return " ".join(render_inline(c, width=200, color=False, **options).split("\n\n", 1)[1].split())


@pytest.mark.parametrize(
    ("a", "b", "shown"),
    [
        ("He left on Monday.", "He left on Friday.", "He left on [-Monday-] {+Friday+}."),
        ("Mayor Ida Colquhoun left.", "Mayor, Ida Colquhoun, left.", "Mayor{+,+} Ida Colquhoun{+,+} left."),
        ("He left on Feb. 27.", "He left on 27 February.", "He left on [-Feb.-] 27 {+February+}."),
        ("He left.", "He left in the rain.", "He left {+in the rain+}."),
        ("The colour faded.", "The color faded.", "The [~colour~] {~color~} faded."),
        ('He said "no" to it.', "He said ‘no’ to it.", 'He said "no" to it.'),
        ("It rained. He left. We stayed for tea.", "It rained. He left.", "It rained. He left. [-We stayed for tea.-]"),
    ],
)
def test_inline(a: str, b: str, shown: str) -> None:
    assert flat(compare(a, b)) == shown


def test_inline_says_where_a_passage_went_and_whence_it_came() -> None:
    a = "The old mill burned down. Nobody was hurt in it. The cause is not known."
    b = "Nobody was hurt in it. The cause is not known. The old mill burned down."
    shown = flat(compare(a, b))
    assert shown.startswith("[>The old mill burned down. →3<]")
    assert shown.endswith("{>1→<} The old mill burned down.")


def test_inline_leaves_out_the_marks_that_are_filtered() -> None:
    c = comparison(KUZEY, edits=KUZEY_EDITS)
    assert "[~organised~] {~organized~}" in flat(c)
    assert "cranes organised by Yevgeny." in flat(c, ignore=frozenset(["spelling"]))


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
@pytest.mark.parametrize("width", [12, 40, 80])
def test_inline_and_map_keep_the_width(folder: Path, width: int) -> None:
    c = compare(*read_pair(folder))
    for color in (False, True):
        assert (
            max([measure(ESCAPE.sub("", x)) for x in render_inline(c, width=width, color=color).split("\n")]) <= width
        )
    rows = render_map(c, width=width, color=False).split("\n")[:-2]
    assert max([measure(row) for row in rows]) <= max(width, 24)


@given(st.text(max_size=60), st.text(max_size=60), st.integers(1, 40))
@settings(deadline=None)
def test_inline_wraps_any_text(a: str, b: str, width: int) -> None:
    for line in render_inline(compare(a, b), width=width, color=False).split("\n"):
        assert measure(line) <= max(width, 12) or len(line) <= 2


# The map


def test_map_of_an_article_too_long_for_a_row_a_sentence() -> None:
    words = ["mill", "bridge", "harbor", "council", "orchard", "ferry", "quarry", "chapel"]
    text = " ".join([f"The {words[n % 8]} number {n} was closed on day {n * 7} by order {n * 3}." for n in range(400)])
    shown = render_map(compare(text, text), width=100, color=False)
    rows = [line for line in shown.split("\n") if "●" in line and "same" not in line]
    assert 0 < len(rows) <= ROWS + 1
    numbers = re.findall(r"^\s*(\d+)(?:–(\d+))?", "\n".join(rows), re.M)
    covered = [n for lo, hi in numbers for n in range(int(lo), int(hi or lo) + 1)]
    assert covered == list(range(1, 401))


def test_map_tells_kinds_apart_without_color() -> None:
    c = comparison((["He left."], ["He left."]), KUZEY, (["It rained."], []), ([], ["It snowed."]))
    rows = render_map(c, width=70, color=False).split("\n")
    assert [re.findall("[●◆◇○]", row) for row in rows[2:6]] == [["●", "●"], ["◆", "◆"], ["○", "○"], []]


# CSV


def test_csv_has_a_row_for_each_edit() -> None:
    for path in STORED:
        c = load_comparison(path)
        rows = list(csv.DictReader(io.StringIO(render_csv(c))))
        assert [row["kind"] for row in rows] == [edit.kind for edit in c.edits]
        for row, edit in zip(rows, c.edits, strict=True):
            for side, article, span in (("a", c.a, edit.a), ("b", c.b, edit.b)):
                cut = article.text[int(row[f"{side}_start"]) : int(row[f"{side}_end"])]
                assert cut == (span.text if span else "")
                assert row[side].removeprefix("'") == cut.removeprefix("'")


def test_csv_holds_no_formula() -> None:
    c = compare("It rained.", "It rained.\n\n=HYPERLINK(1) was here.\n\n@SUM(1) too.")
    cells = [cell for row in csv.reader(io.StringIO(render_csv(c))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


# SVG


@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
def test_svg_is_xml_and_fetches_nothing(path: Path) -> None:
    svg = render_svg(load_comparison(path), width=100)
    ET.fromstring(svg)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|url\(|@import|@font-face", svg)


@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
def test_svg_needs_no_white_space_to_be_kept(path: Path) -> None:
    texts = [
        text
        for text in ET.fromstring(render_svg(load_comparison(path), width=100)).iter()
        if text.tag.endswith("}text")
    ]
    assert texts
    assert all(text.text and text.text == " ".join(text.text.split(" ")).strip() for text in texts)
    assert not any("  " in (text.text or "") for text in texts)


@pytest.mark.skipif(
    not (shutil.which("rsvg-convert") and shutil.which("pdftotext")), reason="rsvg-convert or pdftotext is missing"
)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_svg_is_drawn_right_by_librsvg(theme: str, tmp_path: Path) -> None:
    """What librsvg draws reads as the table does, word by word, each column in its place."""
    c = compare(*read_pair(PAIRS[0]))
    (tmp_path / "x.svg").write_text(render_svg(c, width=100, theme=theme), encoding="utf-8")
    subprocess.run(["rsvg-convert", "-f", "pdf", "x.svg", "-o", "x.pdf"], cwd=tmp_path, check=True)
    drawn = subprocess.run(["pdftotext", "-layout", "x.pdf", "-"], cwd=tmp_path, check=True, capture_output=True)
    shown = ESCAPE.sub("", render_terminal(c, width=100, color=True))
    lines = [line.split() for line in shown.splitlines() if line.strip(" ─")]
    found = [line.split() for line in drawn.stdout.decode().splitlines() if line.strip(" ─\f")]
    assert found == lines


def test_svg_holds_the_article_as_text() -> None:
    svg = render_svg(compare("It rained.", "It rained. " + HOSTILE), width=100)
    text = "".join(ET.fromstring(svg).itertext()).replace("\u00a0", " ")
    assert "<script>alert(1)</script>" in text
    assert "<script" not in svg
