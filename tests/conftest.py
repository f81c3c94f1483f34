"""Options of the test-suite, the mark of what starts processes, and two processes for the whole of it."""

import os

import pytest

# These start git, the command line or a browser, a hundred times and more; all others stay in one process.
EDGES = frozenset(
    "test_action test_browser test_check test_cli test_docs test_git test_hooks test_man test_prose test_recipes "
    "test_release test_site test_sources test_tasks".split()
)
WORKERS = 2


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the files under tests/golden")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """The whole suite runs in two processes, a file of tests in one of them; whatever is chosen of it runs in one."""
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
