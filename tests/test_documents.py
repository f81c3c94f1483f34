"""Documents as sources: Markdown, Word and web pages. What must stay out comes first, then hostile files."""

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import newsdiff
from newsdiff import cli
from newsdiff.cli import FORMATS_IN, command
from newsdiff.read import FORMATS, NOTES, find_format
from newsdiff.read.docx import read_docx
from newsdiff.read.html import find_charset, read_html
from newsdiff.read.markdown import read_markdown
from newsdiff.read.odt import read_odt
from newsdiff.read.sources import SourceError
from tests.growth import LINEAR, growth
from tests.test_json import SCHEMA

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(w: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{w}</w:t></w:r>'


def para(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def docx(body: str, **parts: str) -> bytes:
    """A Word file of a body, and of other parts by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return out.getvalue()


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\u2029", "\n\n").split("\n\n") if part.strip()]


# Which format


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("story.txt", b"<html>", "text"),
        ("story.txt", b"PK\3\4", "text"),
        ("story.md.orig", b"# x", "text"),
        ("-", b"# He left", "text"),
        ("-", b"<b>He</b> left", "text"),
        ("story.MD", b"", "markdown"),
        ("HEAD~1:news/story.markdown", b"", "markdown"),
        ("story.docx", b"", "docx"),
        ("a/b.html", b"", "html"),
        ("-", b"PK\3\4...", "docx"),
        ("-", b"\xef\xbb\xbf \n<!-- saved --><!DOCTYPE HTML><title>", "html"),
        ("/dev/fd/63", b"<html lang=en>", "html"),
        ("../v1.2/story", b"He left.", "text"),
    ],
)
def test_format(name: str, data: bytes, form: str) -> None:
    assert find_format(name, data) == form


@pytest.mark.parametrize("name", ["a.pdf", "a.rtf", "a.epub", "a.doc", "a.PDF"])
def test_other_formats_name_a_tool(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"\0\1\2")
    with pytest.raises(SourceError, match=r"does not read .*pandoc"):
        newsdiff.read_article(tmp_path / name)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n\0", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"])
def test_other_formats_by_their_content(data: bytes) -> None:
    done = CliRunner().invoke(command, ["-", __file__], input=data)
    assert done.exit_code == 2
    assert "pandoc" in done.stderr
    assert done.stderr.count("\n") == 1


def test_the_command_line_names_the_formats() -> None:
    assert FORMATS_IN == FORMATS
    assert cli.NOTES == NOTES


# Markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("He left.\n", ["He left."]),
        ("---\ntitle: Dam\ndate: 1\n---\nHe left.", ["Dam", "He left."]),
        ("+++\nweight = 1\n+++\n\nHe left.", ["He left."]),
        ("He left.\n\n---\n\nIt rained.\n\n---\n", ["He left.", "It rained."]),
        ("```\ncode\n```\nHe left.\n\n    more code\n", ["He left."]),
        ("<div>\nHe <b>left</b>.\n</div>\n\nHe <b>left</b>.<!-- why? -->", ["He left.", "He left."]),
        ("![a caption](x.jpg)\n\nHe ![](y) left.", ["a caption", "He left."]),
        ('# Dam *fails* again\nHe **left**, [she said](http://x.org "t").', ["Dam fails again", "He left, she said."]),
        ("Dam fails\n=========\nHe left.", ["Dam fails", "He left."]),
        ("- one\n- two\n  more\n\n1. three\n", ["one", "two more", "three"]),
        ('> "He left,"\n> she said.\n', ['"He left," she said.']),
        ("| a | b |\n|---|---|\n| c | d |\n", ["a\tb", "c\td"]),
        ("5 \\* 3 &amp; a_b_c and `x*y`, ~~gone~~", ["5 * 3 & a_b_c and x*y, gone"]),
        ("[he]: http://x.org\n\n[he] left.", ["he left."]),
        ("", []),
    ],
)
def test_markdown(source: str, text: list[str]) -> None:
    assert paragraphs(read_markdown(source).text) == text


def test_line_ends_of_markdown_are_no_difference() -> None:
    source = "---\na: b\n---\n# Head\nFirst\nline.\n- item *one*\n- item two\n\n```\nx\n```\n\nLast **line**.\n"
    for end in ("\r\n", "\r"):
        assert read_markdown(source.replace("\n", end)).text == read_markdown(source).text


@given(st.text(st.sampled_from("#*_`[]()<>!-+=|~\\ ab.\n\t>1&;:"), max_size=80))
@settings(deadline=None)
def test_any_markdown_is_read(source: str) -> None:
    document = read_markdown(source)
    assert [document.text[b.start : b.end] for b in document.blocks] == paragraphs(document.text)
    ends = [document.find(n, n + 1) for n in range(len(document.text))]
    assert all(0 <= lo <= hi <= len(source) for lo, hi in ends)


# Word


@pytest.mark.parametrize(
    ("body", "original", "final"),
    [
        (para(run("He left."), "<w:r><w:instrText>PAGE</w:instrText></w:r>"), ["He left."], ["He left."]),
        (para(run("He "), "<w:r><w:br/></w:r>", run("left."), "<w:r><w:tab/></w:r>"), ["He \nleft."], ["He \nleft."]),
        (
            para(run("He "), f"<w:ins>{run('has ')}</w:ins>", "<w:del><w:r><w:delText>left</w:delText></w:r></w:del>."),
            ["He left"],
            ["He has"],
        ),
        (
            para(f"<w:moveFrom>{run('One.')}</w:moveFrom>")
            + para(run("Two."))
            + para(f"<w:moveTo>{run('One.')}</w:moveTo>"),
            ["One.", "Two."],
            ["Two.", "One."],
        ),
        (
            para("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", run("He left ")) + para(run("town.")),
            ["He left", "town."],
            ["He left town."],
        ),
        (
            para("<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>", run("He left.")) + para(run(" She came.")),
            ["He left. She came."],
            ["He left.", "She came."],
        ),
        (
            f"<w:tbl><w:tr><w:tc>{para(run('Goals'))}</w:tc><w:tc>{para(run('3'))}</w:tc></w:tr></w:tbl>",
            ["Goals\t3"],
            ["Goals\t3"],
        ),
        (
            para(
                run("Text."),
                "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>",
                para(run("A box.")),
                "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>",
                para(run("A box.")),
                "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>",
                run(" More."),
            ),
            ["Text. More.", "A box."],
            ["Text. More.", "A box."],
        ),
        (
            para(
                run("He "),
                "<w:hyperlink>",
                run("left"),
                "</w:hyperlink>",
                "<w:r><w:noBreakHyphen/></w:r>",
                run("handed."),
            ),
            ["He left\u2011handed."],
            ["He left\u2011handed."],
        ),
        ("", [], []),
    ],
)
def test_word(body: str, original: list[str], final: list[str]) -> None:
    assert paragraphs(read_docx(docx(body), "original").text) == original
    assert paragraphs(read_docx(docx(body), "final").text) == final


def test_word_notes() -> None:
    notes = (
        f"<w:footnotes {SPACES}><w:footnote w:type='separator'>{para(run('---'))}</w:footnote>"
        f"<w:footnote w:id='1'>{para(run('As of June.'))}</w:footnote></w:footnotes>"
    )
    body = para(run("He left."), "<w:r><w:footnoteReference w:id='1'/></w:r>")
    assert paragraphs(read_docx(docx(body, footnotes=notes, comments=notes), "final").text) == [
        "He left.",
        "As of June.",
    ]


def cell(*content: str) -> str:
    return f"<w:tc>{''.join([para(run(c)) for c in content])}</w:tc>"


def test_rows_of_word_tables_are_units_and_may_be_tracked() -> None:
    rows = [
        f"<w:tr>{cell('Oberau')}{cell('1,200')}</w:tr>",
        f"<w:tr><w:trPr><w:ins w:id='1'/></w:trPr>{cell('Varn')}{cell('900')}</w:tr>",
        f"<w:tr><w:trPr><w:del w:id='2'/></w:trPr>{cell('Kestrel')}{cell('30')}</w:tr>",
        f"<w:tr>{cell('A box', 'of text')}{cell('beside it')}</w:tr>",
    ]
    data = docx(f"<w:tbl>{''.join(rows)}</w:tbl>")
    box = ["A box", "of text", "beside it"]
    assert read_docx(data, "final").text.split("\n\n") == ["Oberau\t1,200", "Varn\t900", *box]
    assert read_docx(data, "original").text.split("\n\n") == ["Oberau\t1,200", "Kestrel\t30", *box]


def test_what_a_word_file_leaves_out_is_counted() -> None:
    math = "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:t>x+1</m:t></m:oMath>"
    comments = f"<w:comments {SPACES}><w:comment w:id='0'>{para(run('Really?'))}</w:comment></w:comments>"
    found = read_docx(docx(para(run("He left."), math), comments=comments), "final")
    assert found.text == "He left."
    assert [(kind, parts) for kind, parts, _ in found.left_out] == [("comments", 1), ("formulas", 1)]


ODT = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_BODY = """<text:tracked-changes>
<text:changed-region text:id="c1"><text:deletion><text:p>Monday</text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>
<text:h>Dam<text:s text:c="1"/>fails</text:h>
<text:p>It broke on <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>Friday<text:change-end
 text:change-id="c2"/>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As of June.</text:p>
</text:note-body></text:note></text:p><office:annotation><text:p>Really?</text:p></office:annotation>
<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>
<table:table><table:table-row><table:table-cell><text:p>Varn</text:p></table:table-cell>
<table:table-cell><text:p>900</text:p></table:table-cell></table:table-row></table:table>"""


def odt(body: str) -> bytes:
    out = io.BytesIO()
    spaces = " ".join([f'xmlns:{name}="{ODT}{name}:1.0"' for name in ("office", "text", "table")])
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        content = f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
        archive.writestr("content.xml", content + "</office:document-content>")
    return out.getvalue()


@pytest.mark.parametrize(("side", "day"), [("final", "Friday"), ("original", "Monday")])
def test_opendocument_texts(side: str, day: str) -> None:
    found = read_odt(odt(ODT_BODY), side)
    rest = ["As of June.", "one", "Varn\t900"]
    assert found.text.split("\n\n") == ["Dam fails", f"It broke on {day}.", *rest]
    assert [kind for kind, _, _ in found.left_out] == ["comments"]


def test_an_opendocument_text_is_known_by_its_content_and_compared_with_itself(tmp_path: Path) -> None:
    assert find_format("-", odt(ODT_BODY)) == "odt"
    path = tmp_path / "story.odt"
    path.write_bytes(odt(ODT_BODY))
    done = CliRunner().invoke(command, [str(path), "--format", "csv"])
    assert done.exit_code == 1
    assert "Friday" in done.stdout


def with_notes(suffix: str, number: int) -> bytes:
    """A file of one paragraph with a footnote and a comment, both of which hold a number."""
    comment = f"Anna counted {number} houses near the river."
    if suffix == "odt":
        return odt(
            f"""<text:p>He left.<text:note><text:note-citation>1</text:note-citation><text:note-body>
            <text:p>As of June {number}.</text:p></text:note-body></text:note><office:annotation><dc:creator
            xmlns:dc="http://purl.org/dc/elements/1.1/">Anna</dc:creator><text:p>{comment}</text:p>
            </office:annotation></text:p><text:p>She came.</text:p>"""
        )
    note, comment = para(run(f"As of June {number}.")), para(run(comment))
    return docx(
        para(run("He left.")) + para(run("She came.")),
        footnotes=f"<w:footnotes {SPACES}><w:footnote w:id='1'>{note}</w:footnote></w:footnotes>",
        comments=f"<w:comments {SPACES}><w:comment w:id='0' w:author='Anna'>{comment}</w:comment></w:comments>",
    )


@pytest.mark.parametrize("suffix", ["docx", "odt"])
@pytest.mark.parametrize(
    ("notes", "read", "unread"),
    [
        ([], ["As of June 4."], "comments"),
        (["--notes", "footnotes"], ["As of June 4."], "comments"),
        (["--notes", "comments"], ["Anna counted 4 houses near the river."], "footnotes"),
        (["--notes", "all"], ["As of June 4.", "Anna counted 4 houses near the river."], ""),
        (["--notes", "none"], [], "comments, footnotes"),
    ],
)
def test_footnotes_and_comments_are_read_on_demand(
    suffix: str, notes: list[str], read: list[str], unread: str, tmp_path: Path
) -> None:
    paths = [tmp_path / f"{number}.{suffix}" for number in (4, 5)]
    for path in paths:
        path.write_bytes(with_notes(suffix, int(path.stem)))
    done = CliRunner().invoke(command, [*map(str, paths), *notes, "--format", "json"])
    assert done.exit_code == bool(read)
    found = json.loads(done.stdout)
    assert sorted(found["a"]["text"].split("\n\n")) == sorted(["He left.", "She came.", *read])
    assert len(found["edits"]) == len(read)
    assert done.stderr == (f"newsdiff: not compared, though it differs: {unread}\n" if unread else "")


TRACKED = para(
    run("It rained on "),
    f"<w:del><w:r><w:delText>Monday</w:delText></w:r></w:del><w:ins>{run('Friday')}</w:ins>",
    run("."),
)


def test_a_word_file_alone_is_compared_with_itself(tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(docx(TRACKED))
    done = CliRunner().invoke(command, [str(path), "--format", "json"])
    assert done.exit_code == 1
    found = json.loads(done.stdout)
    Draft202012Validator(SCHEMA).validate(found)
    assert (found["a"]["text"], found["b"]["text"]) == ("It rained on Monday.", "It rained on Friday.")
    assert found["a"]["name"].endswith("story.docx (original)")
    same = [str(path), str(path), "--docx", "original", "--format", "json"]
    assert CliRunner().invoke(command, same).exit_code == 0
    assert newsdiff.read_article(path, docx="original").text == "It rained on Monday."


def test_a_word_file_on_standard_input() -> None:
    done = CliRunner().invoke(command, ["-", "--from", "docx", "--format", "csv"], input=docx(TRACKED))
    assert done.exit_code == 1, done.stderr


@pytest.mark.parametrize("args", [["story.txt"], ["a.html"], []])
def test_one_file_alone_is_no_comparison(args: list[str]) -> None:
    done = CliRunner().invoke(command, args)
    assert done.exit_code == 2
    assert "Missing argument" in done.stderr


# Web pages

PAGE = """<!doctype html><html><head><title>Dam fails near Ostrov</title>
<meta property="og:title" content="Dam fails near Ostrov"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a> Subscribe now</nav>
<article><h1>Dam fails near Ostrov</h1>{body}
<figure><img src="x"><figcaption>The dam on Monday. Photo: AP</figcaption></figure>
</article><section id="comments"><h2>Comments</h2><p>First! I never liked that dam anyway, said nobody.</p></section>
<footer>Copyright 2026 All rights reserved. Cookie settings</footer></body></html>"""
BODY = "".join(
    [
        f"<p>Engineers had warned state officials in report number {n} that the gates of the old dam were not safe, "
        f"and the officials, who met on day {n} of the month, answered that they would look into the matter.</p>"
        for n in range(6)
    ]
)


def test_a_page_is_its_article_headline_first() -> None:
    text = read_html(PAGE.format(body=BODY), "news").text
    assert paragraphs(text)[0] == "Dam fails near Ostrov"
    assert len(paragraphs(text)) == 8  # with what a browser shows under the picture
    for boilerplate in ("Subscribe", "First!", "Cookie"):
        assert boilerplate not in text


STORY = [
    "Dam fails",
    "The old dam near Ostrov broke on Monday night, officials said.",
    *re.findall("<p>(.*?)</p>", BODY),
]
LEDE, TEXT = f"<p>{STORY[1]}</p>", BODY


@pytest.mark.parametrize(
    "page",
    [
        "<div class='head'><h1>Dam fails</h1></div><div class='text'>{lede}{text}</div>",
        "<header class='site'><h1>Dam fails</h1></header><main><div class='story'>{lede}{text}</div></main>",
        "<header><h1>The Post</h1></header><h1>Dam fails</h1>{lede}<div id='body'>{text}</div>",
        "<article><h1>Dam fails</h1><p class='standfirst'>{lede}</p><div>{text}</div></article>",
        "<nav><ul><li><a href='/'>Home</a><li><a href='/s'>Sport</a></ul></nav><h1>Dam fails</h1>{lede}{text}",
        "<h1>Dam fails</h1>{lede}{text}<aside class='related'><p>"
        + "The other dam is a hundred years old. " * 4
        + "</p></aside>",
        "<h1>Dam fails</h1>{lede}{text}<div><h2><a href='/1'>More dams</a></h2><p><a href='/2'>Other dams</a></div>",
        "<h1>Dam fails</h1>{lede}{text}<div class='pullquote'>the gates of the old dam were not safe</div>",
        "<table><tr><td class='sidebar'><a href='/'>Home</a><td><h1>Dam fails</h1>{lede}{text}</table>",
        "<form><div class='social-wrap'><h1>Dam fails</h1>{lede}{text}<div class='share'>Share</div></div></form>",
        "{lede}{text}",
    ],
)
def test_an_article_is_found_wherever_the_page_keeps_it(page: str) -> None:
    head = "<!doctype html><title>Dam fails | The Post</title><meta property='og:title' content='Dam fails'><body>"
    text = read_html(f"<html><head>{head}" + page.format(lede=LEDE, text=TEXT), "news").text
    assert paragraphs(text) == STORY


CAPTION = "The old dam near Ostrov was built in 1931 by the province."


@pytest.mark.parametrize(
    ("block", "read"),
    [
        ("<div class='photo-gallery'><div><img src=x><p>{}</p></div><p>1 of 12</p></div>", False),
        ("<section id='mediaSlideshow'><ul><li>{}<li>Next</ul></section>", False),
        ("<div class='video-js'><div>Play video</div><p>{}</p></div>", False),
        ("<div class='article__video'><h3>Watch</h3><span>{}</span></div>", False),
        ("<div role='application'><div>{}</div></div>", False),
        ("<div class='promo-box'><p>{}</p></div>", False),
        ("<figure class='video'><div class='video-caption'>{}</div></figure>", True),
        ("<div class='gallery'><figure><img src=x><figcaption>{}</figcaption></figure></div>", True),
        ("<p class='video'>{}</p>", True),
        ("<div class='videography'><p>{}</p></div>", True),
    ],
)
def test_of_galleries_and_videos_the_captions_of_figures_are_read(block: str, read: bool) -> None:
    page = f"<body><article><h1>Dam fails</h1>{LEDE}{block.format(CAPTION)}{TEXT}</article>"
    said = paragraphs(read_html(page, "news").text)
    assert said == ([*STORY[:2], CAPTION, *STORY[2:]] if read else STORY)


@pytest.mark.parametrize("name", ["video", "gallery", "player"])
def test_a_page_that_calls_its_text_a_video_is_read(name: str) -> None:
    page = f"<body><div class='{name}-page'><h1>Dam fails</h1><div class='{name}-text'>{LEDE}{TEXT}</div></div>"
    assert paragraphs(read_html(page, "news").text) == STORY


@pytest.mark.parametrize(
    "note",
    [
        "<div class='correction'><p>{}</p></div>",
        "<aside><p>{}</p></aside>",
        "<footer><p>{}</p></footer>",
        "<p><em>{}</em></p>",
    ],
)
def test_a_correction_is_part_of_the_article(note: str) -> None:
    said = "This article was amended on 14 May to correct a name."
    page = f"<body><article><h1>Dam fails</h1>{LEDE}{TEXT}{note.format(said)}</article><footer>Imprint</footer>"
    assert paragraphs(read_html(page, "news").text) == [*STORY, said]


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>He <b>left</b>.<p>It rained.", ["He left.", "It rained."]),
        ("<script>x</script><style>y</style><template>z</template>He left.", ["He left."]),
        ("He left<br>early.<div>It&nbsp;rained &amp; rained.</div>", ["He left early.", "It\xa0rained & rained."]),
        ("<ul><li>one<li>two</ul><table><tr><td>3<td>4</table>", ["one", "two", "3\t4"]),
        ("<!-- no --><p>A &lt;b&gt; tag.", ["A <b> tag."]),
        ("", []),
    ],
)
def test_all_text_of_a_page(page: str, text: list[str]) -> None:
    assert paragraphs(read_html(page, "raw").text) == text


def test_a_page_names_its_encoding(tmp_path: Path) -> None:
    assert find_charset(b"<meta charset=koi8-r>") == "koi8-r"
    assert find_charset(b"<META http-equiv=x content='text/html; charset=ISO-8859-1'>") == "windows-1252"
    assert find_charset(b"<meta charset=x-none>") is None
    path = tmp_path / "a.html"
    path.write_bytes(b"<meta charset=iso-8859-2><p>" + "Łódź leży.".encode("iso-8859-2"))
    assert newsdiff.read_article(path, html="raw").text == "Łódź leży."


# Hostile files end with an error, soon


def bomb() -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        for _ in range(130):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def many_files() -> bytes:
    return b"PK\3\4" + b"\0" * 60 + b"PK\5\6" + b"\0" * 8 + (200_000_000).to_bytes(4, "little") + b"\0" * 6


LAUGHS = f"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"""


def raw_docx(xml: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("word/document.xml", xml)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (lambda: b"PK\3\4 not an archive", "not a complete zip archive"),
        (lambda: docx(para(run("x")))[:-60], "not a complete zip|not a Word file"),
        (lambda: bytes(b ^ 0x55 if 60 < n < 200 else b for n, b in enumerate(docx(para(run("x"))))), "not a Word file"),
        (many_files, "too many files"),
        (bomb, "too large"),
        (lambda: raw_docx(LAUGHS.encode()), "document type"),
        (lambda: raw_docx(LAUGHS.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")), "document type"),
        (lambda: raw_docx(b"<a>" * 5_000_000), "nested too deeply"),
        (lambda: raw_docx(b"<w:document"), "XML is broken"),
        (lambda: raw_docx(b"<a/>", zipfile.ZIP_BZIP2), "its compression"),
        (lambda: raw_docx(b"<a/>", zipfile.ZIP_LZMA), "its compression"),
        (lambda: raw_docx(b""), "XML is broken"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "password"),
    ],
    ids=["no archive", "cut off", "flipped", "many files", "bomb", "entities", "entities in UTF-16", "deep", "broken",
         "bzip2", "lzma", "empty", "encrypted"],
)  # fmt: skip
def test_hostile_word_files(data: "object", why: str, tmp_path: Path) -> None:
    path = tmp_path / "story.docx"
    path.write_bytes(data())  # type: ignore[operator]
    with pytest.raises(SourceError, match=why) as caught:
        newsdiff.read_article(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "unit", ["[", "![", "*a_b ", "`", "> ", "- ", "<", "&", "(", "\\", "| ", "[a](", "a\n=\n", "**", "~~x "]
)
def test_hostile_markdown(unit: str) -> None:
    assert growth(lambda size: read_markdown(unit * (size // len(unit))), 2_000) < LINEAR


def test_markdown_beyond_the_bounds() -> None:
    with pytest.raises(ValueError, match="too large for Markdown"):
        read_markdown("a" * 2_000_001)


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<",
        "<!--",
        "<a b='",
        "</",
        "&",
        "<p",
        "<![CDATA[",
        "<?",
        "<!",
        "<script>",
        "<b ",
        "<p>x<b>",
        "<li>x",
        "<td>x",
        "<table>",
    ],
)
def test_hostile_pages(unit: str) -> None:
    for end in ("", ">", "' \" -->"):
        assert growth(lambda size, end=end: read_html(unit * (size // len(unit)) + end, "raw"), 8_000) < LINEAR


def test_pages_beyond_the_bounds() -> None:
    with pytest.raises(ValueError, match="no text"):
        read_html("<body>" + "<div>" * 200_000, "news")
    with pytest.raises(ValueError, match="too large"):
        read_html("<div>" * 5_000_000, "news")
