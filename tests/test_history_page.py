"""The page of a history: as text, and in a real browser (skipped where there is none)."""

import re
from pathlib import Path
from typing import Any

import pytest

from newsdiff.history.html import ALL_PAIRS, choose_pairs, render
from newsdiff.history.model import History
from newsdiff.history.tell import history
from tests.browser import Open, check_axe, settle
from tests.pairs import ROOT
from tests.test_html import HOSTILE, read

SAMPLE = sorted((ROOT / "samples" / "history").glob("v*.txt"))


@pytest.fixture(scope="module")
def story() -> History:
    return history([path.read_text(encoding="utf-8") for path in SAMPLE], names=[path.name for path in SAMPLE])


@pytest.fixture(scope="module")
def page_of_story(story: History) -> str:
    return render(story)


def test_every_version_is_told_once_and_whole(story: History, page_of_story: str) -> None:
    read(page_of_story)
    told = re.findall(r'(?s)<div class="told" dir="auto">(.*?)</div>', page_of_story)
    assert len(told) == len(SAMPLE)
    for path, html in zip(SAMPLE, told, strict=True):
        text = re.sub(r"<sup.*?</sup>|<[^>]+>", "", html).replace("&quot;", '"').replace("&#39;", "'")
        assert text.split() == path.read_text(encoding="utf-8").split()


def test_a_sentence_says_when_it_last_changed() -> None:
    page = render(history(["It rained. Ada left.", "It rained. Ada left early.", "It rained. Ada left early."]))
    last = page.split('id="v3"')[1].split("</article>")[0]
    assert re.findall(r'data-c="(\d)"', last) == ["0", "1"]
    assert "The same text as v2." in last


def test_all_pairs_of_a_short_history_and_neighbours_of_a_long_one() -> None:
    assert choose_pairs(history(["One.", "Two.", "Three."])) == [(0, 1), (0, 2), (1, 2)]
    long = history([f"Version {n} rained." for n in range(ALL_PAIRS + 1)])
    pairs = choose_pairs(long)
    assert len(pairs) == 2 * ALL_PAIRS - 1
    assert {(0, 1), (0, ALL_PAIRS), (ALL_PAIRS - 1, ALL_PAIRS)} <= set(pairs)
    assert f"Of {ALL_PAIRS + 1} versions each is beside the one before it and the first." in render(long)


@pytest.mark.parametrize("texts", [[""], ["One."], ["", ""], [HOSTILE, HOSTILE[9:], ""]])
def test_any_versions_make_a_page(texts: list[str]) -> None:
    page = render(history(texts, names=[HOSTILE] * len(texts), times=[HOSTILE] * len(texts)))
    elements = [tag for tag, _ in read(page).elements]
    assert elements.count("script") == 1
    assert not {"img", "iframe", "object"}.intersection(elements)
    assert "\x1b" not in page


def test_the_slider_shows_another_version_and_its_pair(show: Open, page_of_story: str) -> None:
    page = show(page_of_story)
    assert shown(page) == ["v5"]
    assert heads(page) == ["A v4.txt", "B v5.txt"]
    page.keyboard.press("[")
    assert shown(page) == ["v4"]
    assert heads(page) == ["A v3.txt", "B v4.txt"]
    page.locator("#version").fill("2")
    assert shown(page) == ["v2"]
    assert heads(page) == ["A v1.txt", "B v2.txt"]
    assert page.locator("#newer").is_enabled()
    for _ in range(4):
        page.keyboard.press("]")
    assert shown(page) == ["v5"]
    assert page.locator("#newer").is_disabled()
    page.select_option("#choose", "0")
    assert shown(page) == ["v1"]
    assert heads(page) == ["A v1.txt", "B v2.txt"]


def test_any_two_versions_stand_side_by_side(show: Open, page_of_story: str) -> None:
    page = show(page_of_story)
    for other in range(4):
        page.select_option("#against", str(other))
        assert heads(page) == [f"A v{other + 1}.txt", "B v5.txt"]
        page.keyboard.press("j")
        settle(page)
        assert page.text_content("#place").startswith("1 of ")  # one step a key, however often the pair changed
        assert page.locator("#links path").count()
        page.keyboard.press("m")
        assert page.locator("#meaning[aria-pressed=true]").count() == 1
        page.keyboard.press("m")
    assert page.locator("#against option:disabled").count() == 1


def test_a_cell_leads_to_its_version(show: Open, page_of_story: str) -> None:
    page = show(page_of_story)
    page.locator(".states tbody a[data-go='2']").first.click()
    assert shown(page) == ["v3"]
    assert page.evaluate("document.querySelector('#v3').getBoundingClientRect().top") < 400


def test_smaller_changes_are_listed_on_request(show: Open, page_of_story: str) -> None:
    page = show(page_of_story)
    items = page.locator("#v5 .events li:visible")
    before = items.count()
    page.click("#v5 .more")
    assert items.count() > before


def test_a_page_opens_at_the_version_of_its_address(show: Open, page_of_story: str) -> None:
    page = show(page_of_story)
    page.goto(page.url + "#v2")
    page.reload()
    assert shown(page) == ["v2"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(show: Open, page_of_story: str, width: int, scheme: str) -> None:
    check_axe(show(page_of_story, width=width, color_scheme=scheme), "[", "j", "?")


def test_a_phone(show: Open, page_of_story: str) -> None:
    page = show(page_of_story, width=360, height=740, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('#story').getBoundingClientRect().top") <= 0.2 * 740
    page.tap("#older")
    assert shown(page) == ["v4"]


def test_paper(show: Open, page_of_story: str, tmp_path: Path) -> None:
    page = show(page_of_story)
    page.emulate_media(media="print")
    assert not page.locator(".slider").is_visible()
    assert page.locator("#families").is_visible()
    assert len(page.pdf(format="Letter")) > 10_000


def test_without_a_script_every_version_can_be_read(chromium: Any, page_of_story: str, tmp_path: Path) -> None:
    path = tmp_path / "history.html"
    path.write_text(page_of_story, encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.locator(".version:visible").count() == len(SAMPLE)
    assert page.locator("#articles .s").count()
    context.close()


def shown(page: Any) -> list[str]:
    return [element.get_attribute("id") for element in page.locator(".version:visible").all()]


def heads(page: Any) -> list[str]:
    return [" ".join(text.split()) for text in page.locator("#articles .pane h2").all_text_contents()]
