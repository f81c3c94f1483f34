"""newsdiff: what was left out, added, respelt or changed between two versions of a news story.

>>> import newsdiff
>>> result = newsdiff.compare("The men were organised.", "Men organized it. It rained.")
>>> [link.kind for link in result.links]
['edited', 'insertion']

Nothing is imported before it is needed; the library uses neither click nor rich.
"""

import sys
from types import ModuleType

TYPE_CHECKING = False  # importing typing for it costs a fifth of a bare start; type checkers know the name
if TYPE_CHECKING:
    from newsdiff.align import align as align
    from newsdiff.compare import compare as compare
    from newsdiff.compare import facts as facts
    from newsdiff.history import History as History
    from newsdiff.history import history as history
    from newsdiff.model import Article as Article
    from newsdiff.model import Comparison as Comparison
    from newsdiff.model import Difference as Difference
    from newsdiff.model import Edit as Edit
    from newsdiff.model import Link as Link
    from newsdiff.model import LinkedPassage as LinkedPassage
    from newsdiff.model import Sentence as Sentence
    from newsdiff.model import Span as Span
    from newsdiff.model import Token as Token
    from newsdiff.model import Value as Value
    from newsdiff.pairing import pair_words as pair_words
    from newsdiff.read.sources import EncodingAssumed as EncodingAssumed
    from newsdiff.read.sources import SourceError as SourceError
    from newsdiff.read.sources import read_article as read_article
    from newsdiff.text.sentences import split_sentences as split_sentences

__version__ = "0.1.0"

_HOMES = {
    "align": "align",
    "compare": "compare",
    "facts": "compare",
    "history": "history",
    "pair_words": "pairing",
    "read_article": "read.sources",
    "split_sentences": "text.sentences",
    "Article": "model",
    "Comparison": "model",
    "Difference": "model",
    "Edit": "model",
    "EncodingAssumed": "read.sources",
    "History": "history",
    "Link": "model",
    "LinkedPassage": "model",
    "Sentence": "model",
    "SourceError": "read.sources",
    "Span": "model",
    "Token": "model",
    "Value": "model",
}

__all__ = [  # noqa: RUF022 -- functions first
    "align",
    "compare",
    "facts",
    "history",
    "pair_words",
    "read_article",
    "split_sentences",
    "Article",
    "Comparison",
    "Difference",
    "Edit",
    "EncodingAssumed",
    "History",
    "Link",
    "LinkedPassage",
    "Sentence",
    "SourceError",
    "Span",
    "Token",
    "Value",
]


if not TYPE_CHECKING:  # or a type checker would take every name for public

    def __getattr__(name: str) -> object:
        """A public name, from the module that defines it."""
        home = _HOMES.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
        return value


def __dir__() -> list[str]:
    """The public names, whether they were asked for yet or not."""
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """The package, in which `compare`, `align` and `history` are the functions and not the modules that define them.

    Importing a submodule binds its name in the package; here that would hide a public function behind a module.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
