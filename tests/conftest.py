"""Options of the test-suite, and the mark of what starts processes."""

import pytest

# These start git, the command line or a browser, a hundred times and more; all others stay in one process.
EDGES = frozenset(
    "test_browser test_check test_cli test_docs test_git test_hooks test_prose test_recipes test_sources".split()
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite the files under tests/golden")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.stem in EDGES:
            item.add_marker("edges")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
