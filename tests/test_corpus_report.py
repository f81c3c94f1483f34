"""The page of a run: what it shows for the sample archive, what it leaves out, foreign text; also in a real browser."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

pytest.importorskip("duckdb", reason="newsdiff[corpus] is not installed")
pytest.importorskip("pyarrow", reason="newsdiff[corpus] is not installed")

from newsdiff.corpus.grade import OTHERS, VERSIONS
from newsdiff.corpus.report import REPORTS, choose_pairs, write_report
from newsdiff.corpus.report import page as pages
from newsdiff.corpus.report.gather import Digest, gather
from newsdiff.corpus.run import Job, run
from newsdiff.corpus.store import RunError, Store
from newsdiff.output import OutputError
from tests.pairs import ROOT

ARCHIVE = ROOT / "samples" / "archive" / "archive.jsonl"
HOSTILE = (
    "<script>window.hacked=1</script> <img src=x onerror=window.hacked=2> \"' onmouseover=x </style> {{7*7}} \x1b[31m"
)
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run of the sample archive, with its report."""
    out = tmp_path_factory.mktemp("run") / "out"
    run(Job(str(ARCHIVE), str(out), workers=1, quiet=True))
    write_report(str(out))
    return out


@pytest.fixture(scope="module")
def digest(folder: Path) -> Digest:
    store = Store(str(folder))
    store.load()
    return gather(store)


def page_of(folder: Path) -> str:
    return (folder / "report" / "index.html").read_text(encoding="utf-8")


def test_the_grades_of_the_sample_archive(digest: Digest) -> None:
    """The whole of corpus, against the truth that the archive comes with."""
    import csv

    with ARCHIVE.with_name("truth.csv").open(encoding="utf-8", newline="") as file:
        truth = {(row["a"], row["b"]): row["grade"] for row in csv.DictReader(file)}
    found = {(pair.a, pair.b): pair.grade for pair in digest.pairs}
    wanted = {pair: grade for pair, grade in truth.items() if grade != "template"}
    assert set(wanted) <= set(found)
    right = [found[pair] == grade for pair, grade in truth.items() if pair in found]
    assert sum(right) >= 0.9 * len(right)
    told = {pair for pair, grade in truth.items() if grade in VERSIONS}
    wrong = [pair for pair, grade in found.items() if grade in VERSIONS and truth.get(pair) in OTHERS]
    assert wrong == []
    assert sum(found[pair] in VERSIONS for pair in told) >= 0.9 * len(told)


def test_families_and_routes(digest: Digest) -> None:
    assert {"wire-glacier", "tarn-glacier-copy", "harbor-glacier-rewrite"} <= set(digest.families[0])
    assert sorted(map(len, digest.families), reverse=True) == list(map(len, digest.families))
    routes = {(route.source, route.target): route for route in digest.routes}
    wire = routes["The Wire", "Harbor Courier"]
    assert wire.versions == sum(wire.grades[name] for name in VERSIONS) >= 8
    assert 0 < wire.kept < 1 and wire.kinds["wording"] > 0
    assert ("Tarn weather", "Tarn weather") not in routes


def test_changes_are_counted(digest: Digest) -> None:
    kinds = {kind: counts for kind, counts, _ in digest.kinds}
    assert kinds["omission"]["substantive"] > 0 and not kinds["insertion"]["substantive"]
    changes = {(a, b) for _, a, b, n in digest.changes if n > 1}
    assert ("meters", "metres") in changes and ("Lisle", "Lyle") in changes


def test_the_page_shows_it(folder: Path) -> None:
    page = page_of(folder)
    for text in ("60", "The Wire", "Village votes to move out of the glacier&#39;s way", "template", "metres"):
        assert text in page
    links = re.findall(r'href="(pair-\d{4}\.html)"', page)
    assert len(links) == len(set(links)) == len(list((folder / "report").glob("pair-*.html"))) > 50
    assert "http" not in re.sub(r"http-equiv", "", page)
    assert "<!--" not in page


def test_the_same_run_gives_the_same_page(folder: Path) -> None:
    before = page_of(folder)
    write_report(str(folder))
    assert page_of(folder) == before


def test_what_is_left_out_is_said(folder: Path, digest: Digest, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(pages, "PAIRS", 10)
        patch.setattr(pages, "FAMILIES", 3)
        page = pages.render_page(digest, {})
    assert f"The first 10 of {len(digest.pairs)} pairs; the rest is in pairs.parquet." in page
    assert f"The first 3 of {len(digest.families)} families; the rest is in families.parquet." in page
    assert f"{len(digest.pairs)} pairs have no report of their own" in page
    written = write_report(str(folder), reports=4)
    assert (written.reports, written.left_out) == (4, len(digest.pairs) - 4)
    assert len(list((folder / "report").glob("pair-*.html"))) == 4
    write_report(str(folder))


def test_a_pair_that_failed_is_shown(digest: Digest) -> None:
    failed = digest.pairs[0]._replace(grade="", error="ValueError: <b>no</b>")
    page = pages.render_page(digest._replace(pairs=[failed, *digest.pairs[1:3]]), {})
    assert "failed <small>ValueError: &lt;b&gt;no&lt;/b&gt;</small>" in page and 'data-f="failed"' in page
    chosen = choose_pairs(digest._replace(pairs=[failed, digest.pairs[1]]), 5)
    assert chosen == [digest.pairs[1]]


def test_an_archive_without_versions(digest: Digest) -> None:
    empty = digest._replace(pairs=[], families=[], kinds=[], routes=[], changes=[], grades=type(digest.grades)())
    page = pages.render_page(empty, {})
    for told in (
        "No pair was compared",
        "No two articles are versions",
        "have no edits",
        "known series",
        "No pair to show",
    ):
        assert told in page


def test_one_of_a_thing_is_named_as_one(digest: Digest) -> None:
    page = pages.render_page(digest._replace(manifest={"counts": {"articles": 2, "families": 1}}), {})
    assert "<dt>articles</dt><dd>2</dd>" in page and "<dt>family</dt><dd>1</dd>" in page


def test_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from newsdiff.corpus.cli import report

    (option,) = [option for option in report.params if option.name == "reports"]
    assert option.default == REPORTS and f"({REPORTS})" in option.help
    assert report.main([str(folder), "--reports", "2"], standalone_mode=False) == 0
    printed = capsys.readouterr().out
    assert re.fullmatch(r".*index\.html, with pages of 2 pairs, \d+ left out\n", printed)
    assert report.main([str(folder), "--reports", "1"], standalone_mode=False) == 0
    assert "index.html, with the page of 1 pair, " in capsys.readouterr().out
    assert report.main([str(folder), "--quiet"], standalone_mode=False) == 0
    assert capsys.readouterr().out == ""
    with pytest.raises(click.ClickException, match="not the folder of a run"):
        report.main([str(folder / "none")], standalone_mode=False)


def test_bad_folders(tmp_path: Path) -> None:
    with pytest.raises(RunError):
        write_report(str(tmp_path))
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RunError):
        write_report(str(tmp_path))
    (tmp_path / "manifest.json").write_text('{"format": 1, "settings": {}, "counts": {}}', encoding="utf-8")
    with pytest.raises(RunError, match="not finished"):
        write_report(str(tmp_path))
    (tmp_path / "manifest.json").write_text('{"format": 1, "settings": {}, "done": true}', encoding="utf-8")
    (tmp_path / "pairs.parquet").write_text("no table", encoding="utf-8")
    with pytest.raises(RunError, match=r"pairs\.parquet"):
        write_report(str(tmp_path))


def test_tables_of_another_kind(folder: Path, tmp_path: Path) -> None:
    import shutil

    out = tmp_path / "out"
    shutil.copytree(folder, out, ignore=shutil.ignore_patterns("report"))
    shutil.copy(out / "pairs.parquet", out / "edits.parquet")
    with pytest.raises(RunError, match=r"edits\.parquet: not a table of this version \(it has no column detail\)"):
        write_report(str(out))
    (out / "edits.parquet").unlink()
    with pytest.raises(RunError, match=r"edits\.parquet: No such file"):
        write_report(str(out))
    assert not (out / "report").exists()


def test_a_place_that_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    import shutil

    shutil.copytree(folder, tmp_path / "out", ignore=shutil.ignore_patterns("report"))
    (tmp_path / "out" / "report").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError):
        write_report(str(tmp_path / "out"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "The mayor of Hythe sold six cranes on Tuesday, Lorna Pettit said. Nobody in Kuzey bought them. It rained.\n"
    rows = [
        {"id": f"{HOSTILE} {n}", "series": HOSTILE, "date": HOSTILE, "title": HOSTILE, "text": f"{HOSTILE}\n\n{text}"}
        for n in range(2)
    ]
    rows[1]["text"] = rows[1]["text"].replace("six", "nine")
    path = tmp_path_factory.mktemp("hostile")
    (path / "archive.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run(Job(str(path / "archive.jsonl"), str(path / "out"), workers=1, quiet=True))
    assert write_report(str(path / "out")).reports == 1
    return path / "out"


def test_foreign_text_stays_text(hostile: Path) -> None:
    page = page_of(hostile)
    assert page.count("<script") == 1 and "<img" not in page and "\x1b" not in page
    assert "&lt;img src=x" in page


# In a browser


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Open]:
    """Opens a page; none may complain, or ask for anything but itself."""
    import shutil

    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if browser is None:
        pytest.skip("no Chromium on this machine")
    complaints: list[str] = []
    with playwright.sync_playwright() as start:
        chromium = start.chromium.launch(executable_path=browser, args=["--no-sandbox"])

        def show(path: Path, width: int = 1280, **options: Any) -> Any:
            context = chromium.new_context(viewport={"width": width, "height": 800}, **options)
            page = context.new_page()
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on(
                "request", lambda r: complaints.append(r.url) if not r.url.startswith(path.parent.as_uri()) else None
            )
            page.goto(path.as_uri())
            return page

        yield show
        chromium.close()
    assert complaints == []


@pytest.fixture
def index(folder: Path) -> Path:
    return folder / "report" / "index.html"


def first_cells(page: Any, table: str, column: int) -> list[str]:
    selector = f"{table} tbody tr:not(.off) > :nth-child({column})"
    return page.evaluate("s => [...document.querySelectorAll(s)].map(e => e.dataset.v || e.textContent)", selector)


@pytest.mark.edges
def test_columns_sort(show: Open, index: Path) -> None:
    page = show(index)
    head = page.locator("#pairs thead th", has_text="substantive")
    head.locator("button").click()
    numbers = [float(x) for x in first_cells(page, "#pairs", 7)]
    assert numbers == sorted(numbers, reverse=True) and len(numbers) > 50
    assert head.get_attribute("aria-sort") == "descending"
    head.locator("button").press("Enter")
    assert [float(x) for x in first_cells(page, "#pairs", 7)] == sorted(numbers)
    page.locator("#routes thead th", has_text="to").first.locator("button").click()
    names = first_cells(page, "#routes", 2)
    assert names == sorted(names, key=str.lower)


@pytest.mark.edges
def test_grades_and_search_filter_the_pairs(show: Open, index: Path) -> None:
    page = show(index)
    page.click("[data-f=template]")
    assert page.get_attribute("[data-f=template]", "aria-pressed") == "false"
    assert "template" not in first_cells(page, "#pairs", 3)
    page.keyboard.press("/")
    page.keyboard.type("Glacier courier")
    rows = page.locator("#pairs tbody tr:not(.off)")
    assert 0 < rows.count() < 6 and "lacier" in rows.first.text_content()
    assert re.fullmatch(r"\d+ of \d+", page.text_content("#hits"))
    page.keyboard.press("Escape")
    assert page.locator("#pairs tbody tr:not(.off)").count() > 20


@pytest.mark.edges
def test_a_key_opens_the_report_of_a_pair(show: Open, index: Path) -> None:
    page = show(index)
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('#pairs') !== null")
    page.keyboard.press("Enter")
    page.wait_for_selector("main .pane.a")
    assert page.locator("del").count() > 0


@pytest.mark.edges
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing(show: Open, index: Path, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    page = show(index, width, color_scheme=scheme)
    page.evaluate(Path(axe.__file__).with_name("axe.min.js").read_text(encoding="utf-8"))
    page.locator("summary").first.click()
    for key in ("", "?"):
        if key:
            page.keyboard.press(key)
        found = page.evaluate("axe.run({resultTypes: ['violations']})")
        assert [(v["id"], [n["html"][:200] for n in v["nodes"]][:3]) for v in found["violations"]] == []


@pytest.mark.edges
def test_phone_print_and_hostile_text(show: Open, index: Path, hostile: Path) -> None:
    page = show(index, 360, has_touch=True, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert len(page.pdf()) > 10_000
    rules = "[...document.styleSheets].flatMap(s => [...s.cssRules]).filter(r => r instanceof CSSPageRule)"
    assert page.evaluate(f"{rules}.map(r => r.style.margin)") == ["14mm 12mm"]  # or paper would have none
    page = show(hostile / "report" / "index.html")
    page.click("#theme")
    assert page.evaluate("window.hacked") is None
    assert page.get_attribute("html", "data-theme") in ("light", "dark")
