"""What an article says, one file for each kind; facts are read from one article without knowledge of the other.

A fact has `text`, `start` and `end` (`article.text[start:end] == text`), its value in fields of its own, and `heads`,
nearest first, if it belongs to other words. To add a kind: a reader here, a row in `READERS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from newsdiff.facts.cues import Cue
    from newsdiff.facts.identifiers import Identifier
    from newsdiff.facts.names import Name
    from newsdiff.facts.quotations import Quotation
    from newsdiff.facts.sources import Source
    from newsdiff.figures.calendar import When
    from newsdiff.figures.quantities import Figure
    from newsdiff.model import Article

# Field of Facts -> its module and reader; nothing is imported before it is needed.
READERS = {
    "names": ("names", "read_names"),
    "figures": ("figures", "read_figures"),
    "dates": ("dates", "read_dates"),
    "quotations": ("quotations", "read_quotations"),
    "sources": ("sources", "read_sources"),
    "polarity": ("polarity", "read_polarities"),
    "modality": ("modality", "read_modalities"),
    "quantifiers": ("quantifiers", "read_quantifiers"),
    "status": ("status", "read_statuses"),
    "identifiers": ("identifiers", "read_identifiers"),
}


class Facts(NamedTuple):
    """The facts of an article, each kind in the order of the text."""

    article: Article
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    quotations: tuple[Quotation, ...]
    sources: tuple[Source, ...]
    polarity: tuple[Cue, ...]
    modality: tuple[Cue, ...]
    quantifiers: tuple[Cue, ...]
    status: tuple[Cue, ...]
    identifiers: tuple[Identifier, ...]

    @property
    def in_order(self) -> list[tuple[str, Any]]:
        """All facts with the names of their kinds, in the order of the text."""
        found = [(kind, fact) for kind in READERS for fact in getattr(self, kind)]
        return sorted(found, key=lambda item: (item[1].start, -item[1].end, item[0]))


def read_facts(article: Article) -> Facts:
    """What an article says."""
    found: list[Any] = [
        tuple(getattr(import_module(f"newsdiff.facts.{module}"), reader)(article))
        for module, reader in READERS.values()
    ]
    return Facts(article, *found)
