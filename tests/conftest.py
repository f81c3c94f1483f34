"""Options of the test-suite, the mark of what starts processes, two processes for the whole of it, and a browser."""

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser import Open, settle

# These start git, the command line or a browser, a hundred times and more; all others stay in one process.
EDGES = frozenset(
    "test_action test_browser test_check test_cli test_corpus test_corpus_spark test_docs test_git "
    "test_history_page test_hooks test_man test_prose "
    "test_recipes test_release test_site test_sources test_tasks".split()
)
WORKERS = 2

# Started in the background, a shell's children ignore Ctrl-C, and so would every program that the tests interrupt.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the files under tests/golden")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """The whole suite runs in two processes, a file of tests in one of them; whatever is chosen of it runs in one."""
    if hasattr(config, "workerinput"):  # one of the two: it must not start two of its own
        return
    whole = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    alone = config.option.update_golden or config.option.usepdb or (os.cpu_count() or 1) < WORKERS
    if whole and not alone and config.pluginmanager.hasplugin("xdist") and config.option.numprocesses is None:
        config.option.numprocesses = WORKERS
        config.option.dist = "loadfile"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.stem in EDGES:
            item.add_marker("edges")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A Chromium that is installed, driven by Playwright; without either the test is skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end no page may have complained or asked for anything but itself."""
    complaints: list[str] = []
    contexts = []

    def show(html: str, width: int = 1280, height: int = 800, **options: Any) -> Any:
        path = tmp_path / f"report{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        context = chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append("dialog"), dialog.dismiss()))
        page.on("request", lambda r: complaints.append(r.url) if r.url != path.as_uri() else None)
        page.goto(path.as_uri())
        settle(page)
        return page

    yield show
    for context in contexts:
        context.close()
    assert complaints == []
