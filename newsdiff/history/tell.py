"""The pipeline of a history: texts -> articles -> families -> states, events, sources, survivals. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from newsdiff.align import Embed
from newsdiff.compare import compare, known_words, read_text
from newsdiff.history.events import find_events
from newsdiff.history.families import Group, find_families
from newsdiff.history.model import Family, History, Pairs, State, Version
from newsdiff.history.sources import find_sources
from newsdiff.history.survival import find_survivals
from newsdiff.model import Article, Comparison, House, Token
from newsdiff.pairing.worddiff import same_tokens


def history(
    texts: Sequence[str | Article],
    names: Sequence[str] | None = None,
    times: Sequence[str] | None = None,
    *,
    notes: Sequence[str] | None = None,
    reprints: bool = False,
    lang: str = "en",
    house: House | None = None,
    embed: Embed | None = None,
) -> History:
    """Collate all versions of a story in chronological order: texts, or articles from `read_article`.

    `names`, `times` (dates in ISO 8601) and `notes` describe the versions, one each; they are only shown. With
    `reprints`, the first text is the original, and the others have no order. `lang`, `house` and `embed` are those of
    `compare`. Each distinct text is read once, and equal texts are compared once. Raises
    ValueError if there is no text, or if a list is not as long as `texts`.
    """
    sides, times, notes = _describe(texts, names, times, notes)
    first = _first_of([side.text for side in sides])
    articles = _read(sides, first, lang, house)
    versions = tuple(
        [
            Version(
                side.name, times[v], notes[v], articles[v], _before(v, reprints), first[v] if first[v] != v else None
            )
            for v, side in enumerate(sides)
        ]
    )
    families = _families(versions, first, embed)
    pairs = _pairs(sides, first, partial(compare, lang=lang, house=house, embed=embed))
    events = find_events(versions, families, pairs)
    sources = find_sources(versions, families, reprints=reprints)
    survivals = find_survivals(articles)
    failed = tuple(dict.fromkeys([error for pair in pairs.made() for error in pair.failed]))
    return History(versions, families, events, sources, survivals, pairs, reprints, failed)


def _describe(
    texts: Sequence[str | Article],
    names: Sequence[str] | None,
    times: Sequence[str] | None,
    notes: Sequence[str] | None,
) -> tuple[list[Article], Sequence[str], Sequence[str]]:
    """The texts as articles under their names, with the times and notes of all. Raises ValueError."""
    if isinstance(texts, str) or not texts:
        raise ValueError("a history needs a list of at least one version")
    if names is None:
        names = [f"v{v + 1}" if isinstance(text, str) else text.name for v, text in enumerate(texts)]
    times, notes = ([""] * len(texts) if given is None else given for given in (times, notes))
    if not len(names) == len(times) == len(notes) == len(texts):
        raise ValueError("names, times and notes need one entry for each version")
    sides = [
        Article(name, text, ()) if isinstance(text, str) else text._replace(name=name)
        for name, text in zip(names, texts, strict=True)
    ]
    return sides, times, notes


def _pairs(sides: Sequence[Article], first: Sequence[int], compare_two: Callable[..., Comparison]) -> Pairs:
    """The comparisons; versions with the same texts share one."""

    def make(i: int, j: int) -> Comparison:
        x, y = first[i], first[j]
        if (x, y) == (i, j):
            return compare_two(sides[i], sides[j])
        found = pairs[x, y]
        return found._replace(a=found.a._replace(name=sides[i].name), b=found.b._replace(name=sides[j].name))

    pairs = Pairs(len(sides), make)
    return pairs


def _before(v: int, reprints: bool) -> int | None:
    """The version that version v is compared with."""
    return None if v == 0 else 0 if reprints else v - 1


def _first_of(texts: Sequence[str]) -> list[int]:
    """For each version, the first one with the same text."""
    first: dict[str, int] = {}
    return [first.setdefault(text, v) for v, text in enumerate(texts)]


def _read(sides: Sequence[Article], first: Sequence[int], lang: str, house: House | None) -> list[Article]:
    """The articles with their sentences; each distinct text is read once."""
    known = known_words(*dict.fromkeys([side.text for side in sides]))
    variants: Mapping[str, str] = MappingProxyType({})
    if house and any(house):
        from newsdiff.edits.house import key_variants

        variants = key_variants(house)
    sentences = {v: read_text(sides[v].text, "", lang, known, variants).sentences for v in sorted({*first})}
    return [side._replace(sentences=sentences[first[v]]) for v, side in enumerate(sides)]


def _families(versions: Sequence[Version], first: Sequence[int], embed: Embed | None) -> tuple[Family, ...]:
    """The families of all versions, found on those with a text of their own."""
    own = [v for v in range(len(versions)) if first[v] == v]
    place = {v: n for n, v in enumerate(own)}
    groups = find_families([versions[v].article for v in own], embed)
    spread = [place[first[v]] for v in range(len(versions))]
    return tuple([_follow(versions, Group(tuple([g.members[n] for n in spread]), g.score)) for g in groups])


def _follow(versions: Sequence[Version], group: Group) -> Family:
    """A family with what became of it in each version."""
    states: list[State] = []
    changed: list[int | None] = []
    for v, version in enumerate(versions):
        before = version.before
        state = _state(versions, group, v, before)
        states.append(state)
        unchanged = changed[before] if before is not None and state == "same" else v
        changed.append(unchanged if group.members[v] else None)
    return Family(group.members, tuple(states), tuple(changed), group.score)


def _state(versions: Sequence[Version], group: Group, v: int, before: int | None) -> State:
    """What became of a family in version v, against the version before."""
    here = group.members[v]
    there = group.members[before] if before is not None else ()
    if not here:
        return "gone" if there else "absent"
    if not there or before is None:
        return "new"
    one, other = tokens_of(versions[before].article, there), tokens_of(versions[v].article, here)
    return "same" if len(here) == len(there) and same_tokens(one, other) else "edited"


def tokens_of(article: Article, members: Sequence[int]) -> tuple[Token, ...]:
    """The tokens of sentences, one after the other."""
    return tuple([token for member in members for token in article.sentences[member].tokens])
