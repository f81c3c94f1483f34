"""The library: what `import newsdiff` offers, and what it costs."""

import subprocess
import sys
from types import FunctionType

import pytest

import newsdiff

FUNCTIONS = ("facts", "align", "compare", "history", "pair_words", "read_article", "split_sentences")


@pytest.mark.parametrize("name", newsdiff.__all__)
def test_public_names(name: str) -> None:
    value = getattr(newsdiff, name)
    assert isinstance(value, FunctionType if name in FUNCTIONS else type)
    assert value.__doc__
    assert name in dir(newsdiff)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'newsdiff' has no attribute 'nosuch'"):
        newsdiff.nosuch  # noqa: B018


def test_functions() -> None:
    a, b = "The men were organised. He paused.", "He paused. Men organized it."
    assert [span.text for span in newsdiff.split_sentences(a)] == ["The men were organised.", "He paused."]
    links = newsdiff.align(["The men were organised.", "He paused."], ["He paused.", "Men organized it."])
    assert {(link.a, link.b) for link in links} >= {((1,), (0,))}
    assert (1, 0) in newsdiff.pair_words(["The", "men"], ["Men"])
    comparison = newsdiff.compare(a, b, name_a="x", name_b="y", lang="en")
    assert (comparison.a.name, comparison.b.name, comparison.differs) == ("x", "y", True)
    with pytest.raises(AttributeError):
        comparison.kept = 0.0  # type: ignore[misc]


@pytest.mark.parametrize(
    "program",
    [
        "import newsdiff.compare, newsdiff.align",
        "from newsdiff.compare import compare",
        "import newsdiff; newsdiff.compare('', '')",
        "import newsdiff; newsdiff.align([], [])",
    ],
)
def test_the_functions_are_not_hidden_by_the_modules_of_their_names(program: str) -> None:
    run(f"{program}\nimport newsdiff\nnewsdiff.align(['One.'], ['One.']); newsdiff.compare('One.', 'One.')")


def test_the_import_is_cheap_and_needs_neither_click_nor_rich() -> None:
    run(
        "import sys; before = set(sys.modules); import newsdiff\n"
        "assert set(sys.modules) - before <= {'newsdiff', 'types'}"
    )
    run(
        "import sys; sys.modules['click'] = sys.modules['rich'] = None\n"
        "import newsdiff; from newsdiff import *\n"
        "assert compare('One.', 'Two.').differs and read_article and SourceError"
    )


def run(program: str) -> None:
    """Runs a program in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
