"""The terminal's tables: nothing overflows, nothing escapes, nothing rests on colour; golden renders of real text."""

import json
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from newsdiff import compare
from newsdiff.check.policy import Accepted
from newsdiff.check.report import describe
from newsdiff.cli import THEMES
from newsdiff.edits.kinds import verdict_of
from newsdiff.edits.passage import side_of
from newsdiff.model import (
    Article,
    Comparison,
    Difference,
    Edit,
    LinkedPassage,
    LinkKind,
    Sentence,
    Span,
    Token,
)
from newsdiff.pairing.worddiff import diff_tokens, render_opcodes
from newsdiff.render import palette
from newsdiff.render.excerpt import excerpt, mark
from newsdiff.render.markdown import render_markdown
from newsdiff.render.terminal import render_stat, render_terminal
from newsdiff.render.view import read_edit, say_where
from newsdiff.render.visible import make_visible
from newsdiff.text.words import tokenize

HERE = Path(__file__).parent
STORED = sorted((HERE / "data" / "comparisons").glob("*.json"))
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


# Comparisons: stored ones, and ones made by hand


def load_comparison(path: Path) -> Comparison:
    data = json.loads(path.read_text(encoding="utf-8"))
    articles = []
    for side in ("a", "b"):
        text = data[side]["text"]
        sentences = [
            Sentence(text[lo:hi], lo, hi, paragraph, tuple([_token(text, *span) for span in spans]))
            for (lo, hi, paragraph), spans in zip(data[side]["sentences"], data[side]["tokens"], strict=True)
        ]
        articles.append(Article(data[side]["name"], text, tuple(sentences)))
    a, b = articles
    links = [
        LinkedPassage(
            tuple(link["a"]),
            tuple(link["b"]),
            link["kind"],
            link["moved"],
            link["score"],
            tuple([Difference(*step) for step in link["diff"]]),
            tuple([(i, j) for i, j in link["pairs"]]),
        )
        for link in data["links"]
    ]
    edits = [
        Edit(
            e["kind"],
            e["detail"],
            Span(a.text[slice(*e["a"])], *e["a"]) if e["a"] else None,
            Span(b.text[slice(*e["b"])], *e["b"]) if e["b"] else None,
            *e["at"],
            e["link"],
            "substantive" if e["substantive"] else "accidental",
            e["confidence"],
        )
        for e in data["edits"]
    ]
    return Comparison(a, b, tuple(links), tuple(edits), data["kept"], data["related"])


def _token(text: str, start: int, end: int) -> Token:
    return Token(text[start:end], start, end, text[start:end], text[start].isalnum(), False)


def article(name: str, sentences: list[str]) -> Article:
    """An article of the sentences, a blank line after each."""
    text, made = "", []
    for n, sentence in enumerate(sentences):
        made.append(Sentence(sentence, len(text), len(text) + len(sentence), n, ()))
        text += sentence + "\n\n"
    made = [s._replace(tokens=tokenize(text, s.start, s.end)) for s in made]
    return Article(name, text, tuple(made))


def comparison(
    *links: tuple[list[str], list[str]],
    edits: tuple[tuple[str, str, str | None, str | None], ...] = (),
    order: list[int] | None = None,
    score: float = 0.9,
    names: tuple[str, str] = ("a.txt", "b.txt"),
    pairs: bool = False,
) -> Comparison:
    """A comparison of links given as texts of both sides, in A's order; `order` of the links in B.

    Edits are (kind, detail, text in A, text in B), each found where its texts stand first.
    """
    order = list(range(len(links))) if order is None else order
    at_b, count = {}, 0
    for n in order:
        at_b[n] = tuple(range(count, count := count + len(links[n][1])))
    a = article(names[0], [s for link in links for s in link[0]])
    b = article(names[1], [s for n in order for s in links[n][1]])
    made, count = [], 0
    for n, (side_a, side_b) in enumerate(links):
        i = tuple(range(count, count := count + len(side_a)))
        j = at_b[n]
        tokens_a = [t for k in i for t in a.sentences[k].tokens]
        tokens_b = [t for k in j for t in b.sentences[k].tokens]
        opcodes = diff_tokens(tokens_a, tokens_b)
        kind: LinkKind = (
            "same" if side_a == side_b else "omission" if not side_b else "insertion" if not side_a else "edited"
        )
        if kind == "edited" and max(len(i), len(j)) > 1:
            kind = "split" if len(i) == 1 else "merged" if len(j) == 1 else "regrouped"
        keys_b = [t.key.lower() for t in tokens_b]
        found = [(x, keys_b.index(t.key.lower())) for x, t in enumerate(tokens_a) if t.key.lower() in keys_b]
        made.append(
            LinkedPassage(
                i,
                j,
                kind,
                n in [order[k] for k in range(len(order) - 1) if order[k] > order[k + 1]],
                score if i and j else None,
                render_opcodes(opcodes, side_of(a, i), side_of(b, j)),
                tuple(found) if pairs else (),
            )
        )
    listed = []
    for kind_, detail, x, y in edits:
        span_a = Span(x, a.text.index(x), a.text.index(x) + len(x)) if x else None
        span_b = Span(y, b.text.index(y), b.text.index(y) + len(y)) if y else None
        link = next(
            n
            for n, passage in enumerate(made)
            if any(span_a and a.sentences[k].start <= span_a.start < a.sentences[k].end for k in passage.a)
            or any(span_b and b.sentences[k].start <= span_b.start < b.sentences[k].end for k in passage.b)
        )
        listed.append(Edit(kind_, detail, span_a, span_b, 0, 0, link, verdict_of(kind_, detail), 0.9))
    return Comparison(a, b, tuple(made), tuple(listed), 0.8, True)


def show(c: Comparison, width: int = 60, color: bool = False, **options: object) -> str:
    return render_terminal(c, width=width, color=color, **options)  # type: ignore[arg-type]


def flat(text: str) -> str:
    """A render on one line, without the gutter's numbers."""
    return " ".join(re.sub(r"^ *[AB] \d\S*  ", "", ESCAPE.sub("", text), flags=re.MULTILINE).split())


KUZEY = (["Kuzey ordered 300,000 cranes organised by Yevgeny."], ["Kuzey ordered 30,000 cranes organized by Evgeny."])
KUZEY_EDITS = (
    ("number", "changed value", "300,000", "30,000"),
    ("spelling", "regional", "organised", "organized"),
    ("spelling", "name", "Yevgeny", "Evgeny"),
)


# Golden renders


@pytest.mark.parametrize("color", [False, True], ids=["plain", "color"])
@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
def test_golden(path: Path, width: int, color: bool, update_golden: bool) -> None:
    golden = HERE / "golden" / "terminal" / f"{path.stem}-{width}{'-color' if color else ''}.txt"
    shown = render_terminal(load_comparison(path), width=width, color=color)
    if update_golden:
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
@pytest.mark.parametrize("width", [12, 20, 33, 47, 60, 80, 99, 100, 120, 200])
@pytest.mark.parametrize("layout", ["auto", "side", "stacked"])
def test_no_line_is_wider_than_the_terminal(path: Path, width: int, layout: str) -> None:
    shown = render_terminal(
        load_comparison(path), width=width, color=False, layout=layout, all_sentences=True, all_edits=True
    )
    assert max(cell_len(line) for line in shown.splitlines()) <= width


@pytest.mark.parametrize("path", STORED, ids=[path.stem for path in STORED])
def test_color_adds_styles_and_no_letter(path: Path) -> None:
    plain = render_terminal(load_comparison(path), width=90, color=False)
    colored = ESCAPE.sub("", render_terminal(load_comparison(path), width=90, color=True))
    assert re.findall(r"\w+", plain.partition("only in A")[0]) == re.findall(r"\w+", colored.partition("only in A")[0])
    assert plain.partition("\nSummary")[2] == colored.partition("\nSummary")[2]


def test_environment_counts_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = show(comparison(KUZEY, edits=KUZEY_EDITS)), show(comparison(KUZEY, edits=KUZEY_EDITS), color=True)
    for name, value in (("COLUMNS", "33"), ("NO_COLOR", "1"), ("TERM", "dumb"), ("TTY_COMPATIBLE", "1")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("FORCE_COLOR", "1")
    after = show(comparison(KUZEY, edits=KUZEY_EDITS)), show(comparison(KUZEY, edits=KUZEY_EDITS), color=True)
    assert before == after
    assert "\x1b" not in before[0]
    assert "\x1b" in before[1]


# Links


def test_marks_without_color() -> None:
    shown = flat(show(comparison(KUZEY, edits=KUZEY_EDITS)))
    assert "Kuzey ordered [-300,000-] cranes [~organised~] by [~Yevgeny~]." in shown
    assert "Kuzey ordered {+30,000+} cranes {~organized~} by {~Evgeny~}." in shown
    assert "[-only in A-]" in shown


def test_marks_with_color_have_an_attribute_each() -> None:
    shown = show(comparison(KUZEY, (["He paused."], []), edits=KUZEY_EDITS), color=True)
    assert re.search(r"\x1b\[1;9;38;5;131m300,000\x1b", shown), "struck, and bold since it touches the meaning"
    assert re.search(r"\x1b\[1;4;38;5;63m30,000\x1b", shown)
    assert re.search(r"\x1b\[1;38;5;163morganised\x1b", shown)
    assert re.search(r"\x1b\[9;38;5;131mHe paused\.\x1b", shown)


def test_side_by_side_from_100_columns() -> None:
    assert "a.txt" in show(comparison(KUZEY), width=100).splitlines()[0]
    assert "b.txt" in show(comparison(KUZEY), width=100).splitlines()[0]
    assert "b.txt" not in show(comparison(KUZEY), width=99).splitlines()[0]
    assert "b.txt" in show(comparison(KUZEY), width=60, layout="side").splitlines()[0]
    assert "b.txt" not in show(comparison(KUZEY), width=160, layout="stacked").splitlines()[0]


def test_right_to_left_scripts_are_not_set_side_by_side() -> None:
    c = comparison((["הם יעזבו ביום שני."], ["הם יעזבו ביום שלישי."]))
    assert show(c, width=160).splitlines()[0].split() == ["A", "a.txt"]
    assert show(c, width=160, layout="side").splitlines()[0].split() == ["A", "a.txt", "B", "b.txt"]


def test_unchanged_sentences_are_folded() -> None:
    same = [([f"Sentence {n} stays."], [f"Sentence {n} stays."]) for n in range(1, 8)]
    c = comparison(*same, KUZEY)
    assert "… 7 unchanged sentences" in show(c)
    assert "stays" not in show(c)
    assert "… 5 unchanged sentences" in show(c, context=2)
    assert "Sentence 6 stays." in show(c, context=2)
    assert "Sentence 5 stays." not in show(c, context=2)
    assert "unchanged" not in show(c, all_sentences=True)
    assert show(c, all_sentences=True).count("stays.") == 7


def test_one_unchanged_sentence() -> None:
    assert "… 1 unchanged sentence\n" in show(comparison((["He left."], ["He left."]), KUZEY))


def test_moved_links_say_from_where_and_to_where() -> None:
    c = comparison(
        (["The first of them moved."], ["The first of them moved."]),
        (["Second it was."], ["Second it is."]),
        (["Third it was."], ["Third it was."]),
        order=[1, 2, 0],
    )
    c = c._replace(links=tuple([link._replace(moved=n == 0) for n, link in enumerate(c.links)]))
    assert "moved from 1 in A to 3 in B" in show(c)
    assert "1→3 from 1 in A to 3 in B" in show(c, width=120)


def test_members_of_a_group() -> None:
    c = comparison((["He came and left."], ["He came.", "He left."]), (["One.", "Two."], ["One and two."]))
    shown = show(c)
    assert "B 1–2  He came{+. He+} left." in shown
    assert "A 2–3" in shown


def test_members_that_are_not_neighbours_are_parted() -> None:
    c = comparison((["He came, he left."], ["He came."]), ([], ["It rained."]))
    b = article("b.txt", ["He came.", "It rained.", "He left."])
    diff = (Difference("equal", "He came", "He came"), Difference("replace", ", he left.", ".\n\nHe left."))
    split = LinkedPassage((0,), (0, 2), "split", False, 0.9, diff, ())
    shown = show(c._replace(b=b, links=(split, c.links[1])))
    assert "B 1, 3  He came{+.+} … {+He left.+}" in shown


def test_a_clause_that_moved_inside_its_sentence() -> None:
    c = comparison(
        (["The police said late on Monday he left."], ["He left, the police said late on Monday."]), pairs=True
    )
    shown = flat(show(c))
    assert "moved within" in shown
    assert "[>" in shown and "{>" in shown
    assert re.search(r"\{>(the police said late on Monday|he left)<\}", shown, re.IGNORECASE)


def test_doubtful_links_are_marked_and_explained() -> None:
    assert "edited (doubtful)" in show(comparison(KUZEY, score=0.3))
    assert "(doubtful) a link less than 50% sure" in show(comparison(KUZEY, score=0.3))
    assert "doubtful" not in show(comparison(KUZEY, score=0.8))


def test_no_difference_is_one_line() -> None:
    same = (["He left."], ["He left."])
    assert show(comparison(same, same)) == "No differences: 2 sentences.\n"
    assert show(comparison()) == "No differences: both texts are empty.\n"


def test_hardly_versions_of_one_story() -> None:
    assert "do not look like versions of the same story" in show(comparison(KUZEY)._replace(related=False))
    assert "hardly" not in show(comparison(KUZEY))


# Edits


def test_each_distinct_edit_once_with_its_count() -> None:
    c = comparison(KUZEY, KUZEY, KUZEY, edits=KUZEY_EDITS)
    there = c.edits[1]
    again = there._replace(a=there.a and Span("organised", *[x + 52 for x in there.a[1:]]), link=1)
    c = c._replace(edits=(*c.edits, again, again._replace(link=2)))
    shown = show(c, width=120)
    assert shown.count("spelling regional") == 1
    assert "3× 1→1, " in shown


def test_edits_that_touch_the_meaning_are_flagged() -> None:
    shown = show(comparison(KUZEY, edits=KUZEY_EDITS), width=120)
    assert re.search(r"^! number changed value +300,000 +30,000 +1→1$", shown, re.MULTILINE)
    assert re.search(r"^  spelling name +Yevgeny +Evgeny +1→1$", shown, re.MULTILINE)


def test_an_edit_with_one_side() -> None:
    c = comparison((["He allegedly left."], ["He left."]), edits=(("hedge", "", "allegedly", None),))
    assert re.search(r"^! hedge +allegedly +– +1→1$", show(c), re.MULTILINE)


def test_accidental_wording_is_listed_when_asked_for() -> None:
    c = comparison(
        (["The car sped, the shares rose."], ["The auto sped, the shares fell."]),
        edits=(("wording", "reworded", "car", "auto"), ("wording", "reversed", "rose", "fell")),
    )
    c = c._replace(edits=(c.edits[0]._replace(verdict="accidental"), c.edits[1]))
    assert not re.search(r"wording\s+reworded\s+car", show(c, width=120))
    assert "1 wording edit not listed: 1 accidental (--all-edits)" in show(c, width=120)
    assert re.search(r"! wording reversed +rose +fell", show(c, width=120))
    assert re.search(r"wording reworded +car", show(c, width=120, all_edits=True))
    assert "not listed" not in show(c, width=120, all_edits=True)


def test_long_readings_are_shortened_in_the_middle() -> None:
    words = " ".join([f"word{n}" for n in range(400)])
    c = comparison(([f"Start {words}."], ["Start."]), edits=(("quote", "dropped", words, None),))
    table = flat(show(c, width=120).partition("\nEdits")[2])
    assert "word0 word1" in table
    assert "word399" in table
    assert " … " in table
    assert len(table) < 700


# Filters


def test_filters_choose_rows_and_edits_and_leave_the_summary() -> None:
    c = comparison(KUZEY, (["He paused."], []), ([], ["She did."]), edits=KUZEY_EDITS)
    summary = show(c).partition("\nSummary\n")[2].strip()
    for options in ({"only": frozenset({"omission"})}, {"ignore": frozenset({"edited", "spelling", "insertion"})}):
        shown = show(c, **options)
        assert "He paused." in shown
        assert "Kuzey" not in shown
        assert "She did." not in shown
        assert summary in shown
        assert "Filtered out: 2 links" in shown
    assert "… 1 link not shown" in show(c, only=frozenset({"omission"}))


def test_only_an_edit_shows_the_links_that_hold_it() -> None:
    c = comparison(KUZEY, (["He paused."], []), (["It was so."], ["It is so."]), edits=KUZEY_EDITS)
    shown = show(c, only=frozenset({"spelling"}))
    assert "Kuzey" in shown
    assert "It was" not in shown and "It [" not in shown
    assert "! number" not in shown
    assert "Filtered out: 2 links, 1 edit." in shown


def test_ignored_edits_are_not_marked() -> None:
    c = comparison(KUZEY, edits=KUZEY_EDITS)
    assert "300,000 cranes [~organised~]" in flat(show(c, ignore=frozenset({"number"})))
    gone = show(c, ignore=frozenset({"number", "spelling"}))
    assert "… 1 link not shown" in gone
    assert "Kuzey" not in gone


def test_moved_and_transposition_are_one() -> None:
    c = comparison((["He left."], ["He left."]), KUZEY, order=[1, 0])
    c = c._replace(links=(c.links[0]._replace(moved=True), c.links[1]._replace(moved=False)))
    assert show(c, only=frozenset({"moved"})) == show(c, only=frozenset({"transposition"}))
    assert "He left." in show(c, only=frozenset({"moved"}))
    assert "He left." not in show(c, ignore=frozenset({"moved"}))


# Hostile and foreign text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text", "plain text"),
        ("[bold]x[/bold] :smile: [link=x]", "[bold]x[/bold] :smile: [link=x]"),
        ("two  spaces\nand a\r\nbreak\tor \f two", "two spaces and a break or two"),
        ("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("a\x9b31mb\x85c", "a\\x9b31mb c"),
        ("\u202eevil\u202c \u2066x\u2069", "\\u202eevil\\u202c \\u2066x\\u2069"),
        ("Ky\u200biv", "Ky\\u200biv"),
        ("co\u00adop", "co‧op"),
        ("\ufeffKyiv", "Kyiv"),
        ("x\U000e0041", "x\\U000e0041"),
        ("a\ud800b", "a\\ud800b"),
        ("می\u200cشود", "می\u200cشود"),
        ("no\u200cjoin", "no\\u200cjoin"),
        ("e\u0301 नमस्ते 東京 שלום", "e\u0301 नमस्ते 東京 שלום"),
        (" \n ", " "),
        ("", ""),
    ],
)
def test_make_visible(text: str, shown: str) -> None:
    assert make_visible(text) == shown


@given(st.text(st.characters(), max_size=40))
@settings(max_examples=60, deadline=None)
def test_nothing_escapes(text: str) -> None:
    names = (f"{text}.txt", "b.txt")
    c = comparison(([f"He said {text} once."], [f"She said {text}."]), (["Gone " + text], []), names=names)
    for width in (20, 60, 120):
        shown = show(c, width=width)
        assert not re.search(
            "[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ud800-\udfff]", shown
        )
        assert max(cell_len(line) for line in shown.splitlines()) <= width


@pytest.mark.parametrize("width", [20, 60, 100, 160])
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("東京都は月曜日に新しい計画を発表した。" * 6, "東京都は火曜日に新しい計画を発表しました。" * 6),
        ("קובעי המדיניות אמרו ביום שני כי הם יעזבו. " * 4, "קובעי המדיניות אמרו ביום שלישי כי הם יעזבו. " * 4),
        ("Erdog\u0306an cafe\u0301 " * 20, "Erdo\u011fan caf\u00e9s " * 20),
        ("👩\u200d👩\u200d👧 ❤\ufe0f 🇫🇮 said", "👩 ❤ 🇫🇮 did say"),
        ("A" * 500, "B" * 499 + "\u0301\u0301\u0301"),
        ("see https://example.org/" + "a-b" * 60, "see https://example.org/" + "a_b" * 60),
    ],
)
def test_foreign_and_long_words_do_not_break_the_tables(a: str, b: str, width: int) -> None:
    shown = show(comparison(([a.strip()], [b.strip()]), (["He left."], [])), width=width, layout="side")
    assert max(cell_len(line) for line in shown.splitlines()) <= width
    if width >= 60:  # B's cells stand straight below each other
        head, *rows = shown.partition("[-only in A-]")[0].splitlines()
        column = head.index("b.txt")
        assert all(cell_len(row) <= column or _cells(row, column - 2).endswith("  ") for row in rows if "─" not in row)


def _cells(line: str, width: int) -> str:
    """The start of a line, `width` cells of it, and two more."""
    start = ""
    for char in line:
        if cell_len(start + char) > width + 2:
            break
        start += char
    return start


def test_names_of_files() -> None:
    c = comparison(KUZEY, names=("/very/long/path/" + "x" * 100 + "/story.txt", "[red]\x1b[2J.txt"))
    shown = show(c)
    assert "story.txt" in shown.splitlines()[0]
    assert "[red]␛[2J.txt" in shown


# The palette


# What terminals call dark and light: black, VS Code, Dracula, Nord, Solarized, Ubuntu, Tomorrow, Gruvbox, our SVG.
BACKGROUNDS = {
    "dark": "000000 1e1e1e 282a36 2e3440 002b36 300a24 1d1f21 282828",
    "light": "ffffff fdf6e3 fafafa f8f8f2 eeeeee fbf1c7 fcfcfa f2f2f2",
    "neutral": "000000 ffffff",
}


def _rgb(color: int) -> list[int]:
    """The red, green and blue of one of the 256 colours."""
    levels = (0, 95, 135, 175, 215, 255)
    n = color - 16
    return [levels[n // 36], levels[n // 6 % 6], levels[n % 6]] if color < 232 else [8 + 10 * (color - 232)] * 3


def _luminance(rgb: Sequence[int]) -> float:
    """WCAG 2.2, relative luminance."""
    linear = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", BACKGROUNDS)
def test_colors_are_readable_on_the_backgrounds_of_their_theme(theme: str) -> None:
    for background in BACKGROUNDS[theme].split():
        paper = _luminance(bytes.fromhex(background))
        for name, color in palette.THEMES[theme].items():
            low, high = sorted((paper, _luminance(_rgb(color))))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (theme, name, background)


def test_no_style_rests_on_color_alone() -> None:
    names = [
        name for name in palette.STYLES if not name.startswith(("quiet", "label", "bold", "omission", "insertion"))
    ]
    attributes = [palette.find_style(name, "mono") for name in names]
    assert all(attributes)
    shown = {name: found for name, found in zip(names, attributes, strict=True) if name[-2:] not in (" a", " b")}
    assert len(set(shown.values())) == len(shown)
    assert len(set(attributes)) == len(attributes)


def test_themes_are_those_that_the_command_line_names() -> None:
    assert ("auto", *palette.THEMES) == THEMES
    assert all(set(colors) == set(palette.THEMES["dark"]) for name, colors in palette.THEMES.items() if name != "mono")


def test_mono_has_no_color() -> None:
    shown = show(comparison(KUZEY, edits=KUZEY_EDITS), color=True, theme="mono")
    assert "38;5" not in shown and "\x1b[1;9m300,000\x1b[0m" in shown


def test_marks_differ() -> None:
    marks = sorted(palette.MARKS.values())
    assert all(one != other for one, other in pairwise(marks))


def test_a_quotation_over_sentences_shows_where_it_was_changed() -> None:
    a = '"We have paid for the bridge. We will open it in May," said the mayor, Anna Berg.'
    found = compare(a, a.replace("will", "may"))
    shown = render_terminal(found, width=80, color=False, only=frozenset(["quote"]))
    assert "[-will-]" in shown
    assert "{+may+}" in shown


def test_edits_that_touch_the_meaning_come_first_then_the_likely_ones() -> None:
    c = comparison(
        (["The car sped, the shares rose."], ["The auto raced, the shares fell."]),
        edits=(("wording", "reworded", "car", "auto"), ("wording", "reworded", "sped", "raced")),
    )
    reversal = comparison(
        (["The car sped, the shares rose."], ["The auto raced, the shares fell."]),
        edits=(("wording", "reversed", "rose", "fell"),),
    ).edits[0]
    c = c._replace(edits=(c.edits[0]._replace(risk=0.2), c.edits[1]._replace(risk=0.6), reversal))
    rows = [line.split() for line in show(c, width=120).partition("\nEdits")[2].splitlines() if " wording " in line]
    assert [row[:4] for row in rows[:3]] == [
        ["!", "wording", "reversed", "rose"],
        ["?", "wording", "reworded", "sped"],
        ["?", "wording", "reworded", "car"],
    ]
    opened = show(c, width=120, only=frozenset({"open"})).partition("\nEdits")[2]
    assert [line[0] for line in opened.splitlines() if " wording " in line] == ["?", "?"]


# The margin, the list, readings


def test_the_margin_names_the_kinds_weightiest_first() -> None:
    shown = show(comparison(KUZEY, (["He left."], ["He left now."]), edits=KUZEY_EDITS), width=120)
    assert re.search(r"^! number +1  Kuzey", shown, re.MULTILINE)
    assert re.search(r"^  spelling +", shown, re.MULTILINE)
    assert re.search(r"^  edited +2  He left\.", shown, re.MULTILINE), "where no edit is named, the link's own kind"
    assert "\n     ! number · spelling\n" in show(comparison(KUZEY, edits=KUZEY_EDITS))
    assert "\n     number\n" not in show(comparison(KUZEY, edits=KUZEY_EDITS), only=["spelling"])
    found = compare("He came on Monday and he left.", "He came on Friday. He left.")
    assert "! split · date" in render_terminal(found, width=80)


def test_omissions_and_insertions_are_listed() -> None:
    found = compare("He left. The barn burned down on Monday.", "Nobody was hurt at all, said she. He left.")
    shown = render_terminal(found, width=160)
    assert re.search(r"^! omission +The barn burned down on Monday\. +– +2→–$", shown, re.MULTILINE)
    assert re.search(r"^  insertion +– +Nobody was hurt at all, said she\. +–→1$", shown, re.MULTILINE)
    assert "insertion  " not in render_terminal(found, width=80, only=["omission"])


def test_stat_is_the_summary_alone() -> None:
    c = comparison(KUZEY, edits=KUZEY_EDITS)
    assert render_stat(c, width=60) == show(c).partition("\nSummary\n\n")[2]
    assert render_stat(comparison((["He left."], ["He left."])), width=60) == "No differences: 1 sentence.\n"


@pytest.mark.parametrize(
    ("a", "part_a", "shown_a", "b", "part_b", "shown_b"),
    [
        ("It's the children's game.", "children", "children's", "It's the kids' game.", "kids", "kids"),
        ("The girls’ mother’s car.", "mother", "mother’s", "The girls’ father’s car.", "father", "father’s"),
        ("It's own basement", "'s", "It's", "Its own basement", "Its", "Its"),
        ("He met 'old' friends.", "old", "old", "He met 'new' friends.", "new", "new"),
    ],
)
def test_readings_are_as_printed(a: str, part_a: str, shown_a: str, b: str, part_b: str, shown_b: str) -> None:
    x, y = find_reading(a, part_a), find_reading(b, part_b)
    edit = Edit("wording", "reworded", x, y, x.start, y.start, 0, "open", 0.9)
    assert read_edit(compare(a, b), edit) == (shown_a, shown_b)


@pytest.mark.parametrize(
    ("text", "span", "shown"), [("Ms. Ruiz left.", "Ms", "Ms."), ("He left.", "left", "left"), ("J. Roe", "J", "J.")]
)
def test_abbreviations_keep_their_full_stop(text: str, span: str, shown: str) -> None:
    edit = Edit("wording", "dropped", find_reading(text, span), None, 0, 0, 0, "open", 0.9)
    assert read_edit(compare(text, ""), edit) == (shown, "")


def find_reading(text: str, part: str) -> Span:
    return Span(part, text.index(part), text.index(part) + len(part))


def test_a_row_points_at_the_sentence_that_changed() -> None:
    a = 'Anna Berg said: "We have paid for it. We looked at it twice. We will open it in May." She left.'
    found = compare(a, a.replace("will", "may"))
    edit = next(edit for edit in found.edits if edit.kind == "quote")
    held = [n + 1 for n, s in enumerate(found.a.sentences) if "open" in s.text]
    assert say_where(found, edit) == f"{held[0]}→{held[0]}"


words = st.lists(st.sampled_from("the a mayor said will may open bridge , . “ ” 30 town's".split()), max_size=60)


@given(words, words, st.integers(20, 120))
@settings(max_examples=200, deadline=None)
def test_excerpts_of_readings_that_differ_differ(a: list[str], b: list[str], limit: int) -> None:
    x, y = " ".join(a), " ".join(b)
    shown = [mark(runs, "", "") for runs in excerpt(x, y, limit)]
    assert (shown[0] == shown[1]) == (x == y)
    assert max(map(len, shown)) <= 6 * limit + 60


@pytest.mark.parametrize("limit", [40, 60, 120])
def test_excerpts_show_the_change_in_its_place_and_mark_it(limit: int) -> None:
    long = "We have paid for the bridge, " * 20
    a, b = excerpt(f"{long}and we will open it. {long}", f"{long}and we may open it. {long}", limit)
    assert [run.text for run in (*a, *b) if run.name] == ["will ", "may "]
    assert mark(a, "[", "]").startswith("… ") and mark(a, "[", "]").endswith(" …")
    assert "[will] open" in mark(a, "[", "]")
    assert len(mark(a, "", "")) <= limit + 10


def test_excerpts_of_readings_that_a_reader_would_call_equal() -> None:
    a = "He said “we” and left the room with all of the others who were in it."
    shown = [mark(runs, "", "") for runs in excerpt(a, a.replace("“we”", '"we"'), 30)]
    assert shown[0] != shown[1]


def test_the_terminal_markdown_and_the_check_cut_readings_alike() -> None:
    long = "We have paid for the bridge and for all of the road that leads to it from both banks of the river. " * 3
    a = f'Anna Berg said: "{long}We will open it in May." She left.'
    found = compare(a, a.replace("will", "may"))
    quote = next(edit for edit in found.edits if edit.kind == "quote")
    assert "[-will-] open" in flat(render_terminal(found, width=80).partition("\nEdits")[2])
    assert "~~will~~ open" in render_markdown(found)
    assert quote.a and quote.b
    shown = describe(Accepted("a.txt", "quote", "altered", quote.a.text, quote.b.text, "", "", ""))
    assert "[-will-] open" in shown and "{+may+} open" in shown
