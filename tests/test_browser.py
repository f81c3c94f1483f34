"""The HTML report in a real browser: what a reader clicks and types, what a screen reader is told, what may not run.

Skipped where there is no Chromium or no Playwright: `pip install -e '.[browser]'` brings the one, Debian has the other.
"""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from newsdiff.compare import compare
from newsdiff.render.html import render_html
from tests.browser import Open, check_axe, settle
from tests.pairs import ROOT, read_pair
from tests.test_terminal import STORED, comparison, load_comparison

HOSTILE = (
    "<script>window.hacked=1</script> <img src=x onerror=window.hacked=2> \"' onmouseover=window.hacked=3 "
    "</style><style>*{display:none}</style> <svg onload=window.hacked=4> <a href=javascript:window.hacked=5>x</a> "
    "{{7*7}} <!-- </script> <iframe src=https://example.org></iframe>."
)


@pytest.fixture(scope="module")
def update() -> str:
    """A report with omissions, insertions, moves and many kinds of edits."""
    return render_html(load_comparison(next(path for path in STORED if path.stem == "wildfire")))


def lit(page: Any) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.s.lit')].map(e => e.id)")


def in_view(page: Any, selector: str) -> bool:
    return page.evaluate(
        """selector => {
            const element = document.querySelector(selector), box = element.getBoundingClientRect();
            const pane = element.closest('.pane').getBoundingClientRect();
            return box.top >= pane.top && box.top < pane.bottom && box.top >= 0 && box.top < innerHeight
              && box.left >= 0 && box.left < innerWidth;
        }""",
        selector,
    )


def test_hovering_lights_the_partners_and_brings_them_into_view(show: Open, update: str) -> None:
    page = show(update)
    page.locator("#together").click()  # each side by itself, so that only the hovering moves B
    page.evaluate("document.querySelector('#b').scrollTop = 1e6")
    settle(page)
    assert not in_view(page, "#b7")
    page.hover("#a3 del")
    page.wait_for_timeout(400)
    assert lit(page) == ["a3", "b7"]
    assert in_view(page, "#b7")
    assert page.locator("#links path.lit").count() == 1


def test_focus_does_what_hovering_does(show: Open, update: str) -> None:
    page = show(update)
    page.focus("#a21 .n")
    page.wait_for_timeout(200)
    assert lit(page) == ["a21", "b2"]
    assert in_view(page, "#b2")


def test_the_number_leads_to_the_partner(show: Open, update: str) -> None:
    page = show(update)
    page.focus("#a9 .n")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.parentElement.id") == "b13"
    assert in_view(page, "#b13")


def test_keys_go_from_change_to_change(show: Open, update: str) -> None:
    page = show(update)
    places = []
    for key in "jjjk":
        page.keyboard.press(key)
        settle(page)
        places.append(page.text_content("#place"))
    assert places[0].startswith("1 of 27: spelling, A 1 → B 1")
    assert [place.split(" ")[0] for place in places] == ["1", "2", "3", "2"]
    assert page.evaluate("[...document.querySelectorAll('.s.at')].map(e => e.id)") == ["a2", "b5", "b6"]
    page.keyboard.press("Escape")
    assert page.text_content("#place") == ""
    page.keyboard.press("k")
    assert page.text_content("#place").startswith("27 of 27")


def test_keys_reach_every_change(show: Open, update: str) -> None:
    page = show(update)
    seen = set()
    for _ in range(27):
        page.keyboard.press("j")
        settle(page)
        at = page.evaluate("[...document.querySelectorAll('.s.at')].map(e => e.id)")
        seen.update(at)
        assert any(in_view(page, f"#{one}") for one in at)
    changed = page.evaluate("[...document.querySelectorAll('.s:not(.same), .s.moved')].map(e => e.id)")
    assert seen == set(changed)


def test_filters_hide_marks_rows_and_stops(show: Open, update: str) -> None:
    page = show(update)
    style = "getComputedStyle(document.querySelector('.pane del.sp')).textDecorationLine"
    assert page.evaluate(style) == "line-through"
    rows = page.locator(".edits tr[data-k=spelling]:visible").count()
    assert str(rows) == page.text_content("[data-f=spelling] b")
    page.click("[data-f=spelling]")
    assert page.get_attribute("[data-f=spelling]", "aria-pressed") == "false"
    assert page.evaluate(style) == "none"
    assert page.locator(".edits tr[data-k=spelling]:visible").count() == 0
    page.click("[data-f=omission]")
    page.keyboard.press("j")
    assert page.text_content("#place").startswith("1 of 22")
    page.click("[data-f=spelling]")
    assert page.evaluate(style) == "line-through"


def test_an_edit_in_the_table_leads_to_its_place(show: Open, update: str) -> None:
    page = show(update)
    page.locator(".edits tr", has_text="Tamega").locator("a").click()
    settle(page)
    assert [text.strip() for text in page.locator(".pane .flash").all_text_contents()] == ["Tamega", "Tâmega"]
    assert in_view(page, ".pane.a .flash")
    assert in_view(page, ".pane.b .flash")
    assert page.evaluate("document.activeElement.parentElement.id") == "a17"


def test_accidental_wording_is_listed_when_asked_for(show: Open) -> None:
    a, b = "The big car sped through the old town on Monday.", "The large car raced through the old town on Friday."
    page = show(render_html(compare(a, b)))
    rows = page.locator(".edits tbody tr:visible")
    assert all("reworded" not in text for text in rows.all_text_contents())
    assert rows.count()
    page.click("text=accidental wording")
    assert any("reworded" in text for text in rows.all_text_contents())


def test_search(show: Open, update: str) -> None:
    page = show(update)
    page.keyboard.press("/")
    page.keyboard.type("tamega")  # found with its accent, too
    assert page.evaluate("[...document.querySelectorAll('.s.hit')].map(e => e.id)") == ["a17", "b18"]
    assert page.text_content("#hits") == "2 found"
    page.keyboard.press("Enter")
    settle(page)
    assert in_view(page, "#a17")
    page.keyboard.press("Enter")
    settle(page)
    assert in_view(page, "#b18")
    assert page.text_content("#hits") == "2 of 2"
    page.keyboard.press("Escape")
    assert page.locator(".s.hit").count() == 0
    page.keyboard.press("/")
    page.keyboard.type("<nothing>")
    assert page.text_content("#hits") == "0 found"


def test_help_and_theme(show: Open, update: str) -> None:
    page = show(update, color_scheme="light")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    before = page.evaluate(paper)
    page.keyboard.press("t")
    assert page.evaluate(paper) != before
    page.keyboard.press("t")
    assert page.evaluate(paper) == before


def test_both_sides_scroll_together(show: Open, update: str) -> None:
    page = show(update, height=600)
    page.hover("#a")
    for _ in range(6):
        page.mouse.wheel(0, 150)
        page.wait_for_timeout(60)
    assert page.evaluate("document.querySelector('#b').scrollTop") > 100
    page.locator("#together").click()
    before = page.evaluate("document.querySelector('#b').scrollTop")
    page.hover("#a h2")
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(100)
    assert page.evaluate("document.querySelector('#b').scrollTop") == before


def test_lines_are_drawn_between_what_is_seen(show: Open, update: str) -> None:
    page = show(update)
    seen = page.locator("#links path")
    assert 3 < seen.count() < 27
    kinds = page.evaluate("[...document.querySelectorAll('#links path')].map(e => e.getAttribute('class'))")
    assert "split" in kinds
    assert "edited moved" in kinds
    page.locator("#links path.split").dispatch_event("click")
    assert page.text_content("#place").startswith("2 of 27: split")


def test_a_hostile_article_runs_nothing(show: Open) -> None:
    a, b = f"{HOSTILE}\n\nThe mayor left. {HOSTILE}", f"The mayor has left. {HOSTILE[9:]}\n\n{HOSTILE}"
    page = show(render_html(compare(a, b, name_a=HOSTILE, name_b=HOSTILE)))
    page.hover("#a1")
    for key in "jjjj?":
        page.keyboard.press(key)
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("<script>")
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.locator("#articles script, #articles img, #articles iframe, #articles style").count() == 0
    assert "<script>window.hacked=1</script>" in page.inner_text("#a1")


def test_the_policy_stops_what_is_not_ours(chromium: Any, tmp_path: Path, update: str) -> None:
    """Were something to slip through, it would not run."""
    path = tmp_path / "slipped.html"
    slipped = "<script>window.hacked=1</script><img src=x onerror='window.hacked=2'></main>"
    path.write_text(update.replace("</main>", slipped), encoding="utf-8")
    page = chromium.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    settle(page)
    assert page.evaluate("window.hacked") is None
    assert any("Content Security Policy" in text for text in refused)
    page.close()


@pytest.mark.parametrize(("a", "b"), [("", ""), ("One.", ""), ("", "One."), ("One. Two.", "One. Two.")])
def test_small_articles(show: Open, a: str, b: str) -> None:
    page = show(render_html(compare(a, b)))
    for key in "jkes":
        page.keyboard.press(key)
    page.keyboard.press("/")
    page.keyboard.type("One")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 800, 360])
@pytest.mark.parametrize("sample", ["wildfire", "update"])
def test_axe_finds_nothing(show: Open, update: str, sample: str, width: int, scheme: str) -> None:
    html = update if sample == "wildfire" else render_html(compare(*read_pair(ROOT / "samples" / sample)))
    check_axe(show(html, width=width, color_scheme=scheme), "j", "?")


def test_a_phone_shows_one_article_and_slides_to_the_other(show: Open, update: str) -> None:
    page = show(update, width=360, height=740, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("document.querySelector('main').scrollIntoView()")
    assert page.evaluate("document.querySelector('#a').clientWidth") > 290
    page.tap("#a3 .n")
    page.wait_for_timeout(300)
    assert in_view(page, "#b7")
    assert lit(page) == ["a3", "b7"]


def test_the_meaning_alone(show: Open, update: str) -> None:
    page = show(update)
    touching = int(page.text_content("[data-v=substantive] b"))
    assert page.get_attribute("#meaning", "aria-pressed") == "false"
    page.keyboard.press("m")
    assert page.get_attribute("#meaning", "aria-pressed") == "true"
    assert page.locator(".edits tbody tr:not(.off)").count() == touching
    assert page.locator(".pane [data-k]:not(.off)[data-e]").count() >= 1
    stops = set()
    for _ in range(27):
        page.keyboard.press("j")
        settle(page)
        stops.add(page.text_content("#place"))
        assert page.locator(".s.at [data-k]:not(.off)").count() or "omission" in page.text_content("#place")
    assert 1 < len(stops) < 27
    assert len(stops) == int(stops.pop().split(" of ")[1].split(":")[0])
    page.keyboard.press("m")
    page.keyboard.press("j")
    assert " of 27: " in page.text_content("#place")


def test_stops_are_named_by_what_changed(show: Open) -> None:
    a = "He allegedly took 40 crates on Monday. Nobody came."
    b = "He took 50 crates on Monday. Nobody came. It rained."
    page = show(render_html(compare(a, b)))
    page.keyboard.press("j")
    assert page.text_content("#place") == "1 of 2: hedge · number, A 1 → B 1"
    page.keyboard.press("j")
    assert page.text_content("#place") == "2 of 2: insertion, B 3"


def test_a_detail_or_a_verdict_of_the_command_line(show: Open) -> None:
    a = "He allegedly took 40 crates. Nobody organised it."
    b = "He took 50 crates. Nobody organized it."
    page = show(render_html(compare(a, b), only=["number.changed value"]))
    assert page.locator(".pane del:not(.off)").all_text_contents() == ["40"]
    page.click("[data-f=hedge]")
    assert page.locator(".pane del:not(.off)").all_text_contents() == ["allegedly", "40"]
    page = show(render_html(compare(a, b), only=["accidental"]))
    assert page.locator(".pane del:not(.off)").all_text_contents() == ["organised"]
    page.keyboard.press("j")
    assert page.text_content("#place") == "1 of 1: spelling, A 2 → B 2"


def test_on_a_phone_the_text_comes_first_and_buttons_have_names(show: Open, update: str) -> None:
    page = show(update, width=360, height=740, has_touch=True, is_mobile=True)
    assert page.evaluate("document.querySelector('main').getBoundingClientRect().top") <= 0.2 * 740
    for button in page.locator(".bar button:visible").all():
        assert any(letter.isalpha() for letter in button.inner_text())
        box = button.bounding_box()
        assert box["height"] >= 24
        assert box["x"] + box["width"] <= 360
    assert not page.locator(".filters").is_visible()
    page.tap("#more")
    assert page.locator(".filters").is_visible()
    page.tap("[data-f=spelling]")
    page.tap("#more")
    assert not page.locator(".filters").is_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_on_paper_what_belongs_together_is_level(show: Open, paper: str, tmp_path: Path) -> None:
    tail = "was closed on Monday, and the council had not said by noon when it would be opened again"
    links = [([f"Pier{n} {tail}." if n % 3 else f"Pier{n} shut."], [f"Pier{n} {tail} {tail}."]) for n in range(40)]
    for n in (5, 20, 30):
        links.insert(n, ([], [f"Nobody at the harbour knew, and {tail}."]))
    page = show(render_html(comparison(*links)))
    printed = tmp_path / "report.pdf"
    page.pdf(path=printed, format=paper)
    assert not page.locator("#sheet").count()  # the screen is as it was
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext on this machine")
    text = subprocess.run(["pdftotext", "-bbox", printed, "-"], capture_output=True, text=True, check=True).stdout
    width = float(re.search(r'page width="([\d.]+)"', text)[1])
    places: dict[str, list[tuple[int, float, bool]]] = {}
    for number, sheet in enumerate(text.split("<page ")[1:]):
        for x, y, right, word in re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)".*?>([^<]*)</word>', sheet):
            assert float(right) < width
            places.setdefault(word, []).append((number, float(y), float(x) > width / 2))
    for n in range(40):
        (page_a, y_a, right_a), (page_b, y_b, right_b) = places[f"Pier{n}"][:2]
        assert (right_a, right_b) == (False, True)
        assert (page_a, y_a) == (page_b, y_b)


def test_ten_thousand_sentences_stay_usable(show: Open) -> None:
    links = [([f"The mill number {n} was closed."], [f"The mill number {n} was shut."]) for n in range(0, 10_000, 2)]
    same = [([f"The old bridge {n} stands."], [f"The old bridge {n} stands."]) for n in range(1, 10_000, 2)]
    page = show(render_html(comparison(*[link for both in zip(links, same, strict=True) for link in both])))
    assert page.evaluate("document.querySelectorAll('#links path').length") < 200
    took = page.evaluate(
        """async () => {
            const frame = () => new Promise(requestAnimationFrame);
            const start = performance.now();
            for (let n = 0; n < 20; n++) {
                document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}));
                await frame();
            }
            document.querySelector('#b').scrollTop = 200000;
            for (let n = 0; n < 5; n++) await frame();
            return performance.now() - start;
        }"""
    )
    assert took < 5_000  # .4 s on an idle machine
    page.fill("#search", "bridge 9999 ")
    page.press("#search", "Enter")
    settle(page)
    assert page.text_content("#hits") == "1 of 2"
    assert in_view(page, "#a10000")
    page.click("[data-f=edited]")
    assert page.locator(".s.edited:not(.off)").count() == 0
