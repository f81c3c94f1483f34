"""newsdiff: what was left out, added, respelt or changed between two versions of a news story.

>>> import newsdiff
>>> result = newsdiff.compare("The men were organised.", "Men organized it. It rained.")
>>> [link.kind for link in result.links]
['edited', 'insertion']

Nothing is imported before it is needed. The library uses neither click nor rich, except that the renderers for
terminals ask rich how wide letters are.
"""

import sys
from types import ModuleType

TYPE_CHECKING = False  # importing typing for it costs a fifth of a bare start; type checkers know the name
if TYPE_CHECKING:
    from newsdiff.align import align as align
    from newsdiff.compare import compare as compare
    from newsdiff.compare import facts as facts
    from newsdiff.config import Config as Config
    from newsdiff.config import ConfigError as ConfigError
    from newsdiff.config import read_config as read_config
    from newsdiff.facts import Facts as Facts
    from newsdiff.history import History as History
    from newsdiff.history import history as history
    from newsdiff.model import Article as Article
    from newsdiff.model import Comparison as Comparison
    from newsdiff.model import Difference as Difference
    from newsdiff.model import Edit as Edit
    from newsdiff.model import House as House
    from newsdiff.model import Link as Link
    from newsdiff.model import LinkedPassage as LinkedPassage
    from newsdiff.model import Sentence as Sentence
    from newsdiff.model import Span as Span
    from newsdiff.model import Summary as Summary
    from newsdiff.model import Token as Token
    from newsdiff.model import Value as Value
    from newsdiff.pairing import pair_words as pair_words
    from newsdiff.read.sources import EncodingAssumed as EncodingAssumed
    from newsdiff.read.sources import SourceError as SourceError
    from newsdiff.read.sources import read_article as read_article
    from newsdiff.render.criticmarkup import render_criticmarkup as render_criticmarkup
    from newsdiff.render.csv import render_csv as render_csv
    from newsdiff.render.html import render_html as render_html
    from newsdiff.render.inline import render_inline as render_inline
    from newsdiff.render.map import render_map as render_map
    from newsdiff.render.markdown import render_markdown as render_markdown
    from newsdiff.render.svg import render_svg as render_svg
    from newsdiff.render.terminal import render_terminal as render_terminal
    from newsdiff.render.wire import render_json as render_json
    from newsdiff.text.sentences import split_sentences as split_sentences

__version__ = "0.2.0"

# Module -> the public names that it defines.
_PUBLIC = {
    "align": "align",
    "compare": "compare facts",
    "config": "read_config Config ConfigError",
    "facts": "Facts",
    "history": "history History",
    "model": "Article Comparison Difference Edit House Link LinkedPassage Sentence Span Summary Token Value",
    "pairing": "pair_words",
    "read.sources": "read_article EncodingAssumed SourceError",
    "render.criticmarkup": "render_criticmarkup",
    "render.csv": "render_csv",
    "render.html": "render_html",
    "render.inline": "render_inline",
    "render.map": "render_map",
    "render.markdown": "render_markdown",
    "render.svg": "render_svg",
    "render.terminal": "render_terminal",
    "render.wire": "render_json",
    "text.sentences": "split_sentences",
}
_HOMES = {name: module for module, names in _PUBLIC.items() for name in names.split()}
__all__ = list(_HOMES)


if not TYPE_CHECKING:  # otherwise a type checker would take every name for public

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        return value


def __dir__() -> list[str]:
    """The public names, whether loaded yet or not."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package, in which `compare`, `align` and others are functions, not the modules of the same names.

    Importing a submodule binds its name in the package, which here would hide a public function behind a module.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
