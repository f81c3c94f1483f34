"""What survives: the quotations, figures and names of all versions, and which versions have them.

>>> from newsdiff.compare import read_text
>>> texts = ("14 died, Ana Ruiz said.", "23 died, Ana Ruiz said.", "23 died.")
>>> for found in find_survivals([read_text(text, "", "en") for text in texts]):
...     print(found.kind, found.text, found.present)
figure 14 (True, False, False)
figure 23 (False, True, True)
name Ana Ruiz (True, True, False)

A figure is identified by its value and unit, a quotation by its words, a name by the words of its longest form in a
version. It does not recognise an altered quotation: that is one that goes and one that comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple

from newsdiff.facts.figures import read_figures
from newsdiff.facts.names import Name, read_names
from newsdiff.facts.quotations import read_quotations
from newsdiff.facts.sources import Source
from newsdiff.history.model import Survival
from newsdiff.model import Article
from newsdiff.text.normalize import fold

PRONOUNS = frozenset(("he", "she"))
SHORT = 3  # words; quotation marks around fewer are as often irony or a title


class _Fact(NamedTuple):
    """A fact: its identity in every version, and its reading."""

    key: tuple[str, ...]
    text: str
    speaker: str


Kind = Literal["quotation", "figure", "name"]


def find_survivals(articles: Sequence[Article]) -> tuple[Survival, ...]:
    """The facts of all versions: quotations, figures, names, each kind in the order in which they first occur."""
    readings: dict[int, dict[str, list[_Fact]]] = {}
    seen: dict[str, dict[str, list[_Fact]]] = {}
    for v, article in enumerate(articles):
        if article.text not in seen:
            seen[article.text] = {kind: list(read(article)) for kind, read in _READERS}
        readings[v] = seen[article.text]
    found = []
    for kind, _ in _READERS:
        keys = [{fact.key for fact in readings[v][kind]} for v in range(len(articles))]
        facts = {fact.key: fact for v in reversed(range(len(articles))) for fact in reversed(readings[v][kind])}
        order = dict.fromkeys([fact.key for v in range(len(articles)) for fact in readings[v][kind]])
        for key in order:
            present = tuple([key in known for known in keys])
            found.append(Survival(kind, facts[key].text, facts[key].speaker, present))
    return tuple(found)


class Said(NamedTuple):
    """A quotation: its words, its place, and who said it, with a name instead of a pronoun for one just before."""

    text: str
    start: int
    end: int
    speaker: str


def read_said(article: Article) -> list[Said]:
    """The quotations of an article with their speakers, "" if none is named."""
    found = read_quotations(article)
    if not found:
        return []
    names = read_names(article)
    return [Said(q.text, q.start, q.end, _speaker(article, q.speaker, names) if q.speaker else "") for q in found]


def _speaker(article: Article, source: Source, names: Sequence[Name]) -> str:
    """The speaker, without anything after a comma; for "he" and "she", the last name before."""
    said = article.text[slice(*source.source)]
    if said.lower() in PRONOUNS:
        before = [name.text for name in names if name.end <= source.start]
        return before[-1] if before else said
    return said.partition(",")[0]


def _read_quotations(article: Article) -> Iterator[_Fact]:
    for q in read_said(article):
        words = tuple(fold(q.text).lower().split())
        if len(words) >= SHORT:
            yield _Fact(words, q.text, q.speaker)


def _read_figures(article: Article) -> Iterator[_Fact]:
    for f in read_figures(article):
        if not f.weak and f.form != "vague":
            yield _Fact((str(f.value), f.unit, f.form, str(f.other), f.rate), f.text, "")


def _read_names(article: Article) -> Iterator[_Fact]:
    """Each person, place or thing once, by its longest form."""
    longest: dict[int, _Fact] = {}
    for name in read_names(article):
        fact = _Fact(name.words, name.text, "")
        if name.first not in longest or len(fact.key) > len(longest[name.first].key):
            longest[name.first] = fact
    yield from longest.values()


_READERS: tuple[tuple[Kind, Callable[[Article], Iterator[_Fact]]], ...] = (
    ("quotation", _read_quotations),
    ("figure", _read_figures),
    ("name", _read_names),
)
