"""A desk's own lists, applied to what was found: pairs that count as the same, names never to confuse, words to ignore.

>>> from newsdiff.compare import compare
>>> found = compare("Kuzey ships from Kiev on Monday.", "Kuzey ships from Kyiv on Monday.")
>>> [edit.kind for edit in found.edits]
['spelling']
>>> [edit.kind for edit in apply_house(found, House(variants=(("Kiev", "Kyiv"),))).edits]
[]
>>> [edit.kind for edit in apply_house(found, House(names=("Kyiv",))).edits]
['entity']

It takes edits away and renames them; the texts, the links and the literal diff stay as they are. It goes by the whole
readings of an edit: a variant inside a longer edit is not seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsdiff.model import Comparison, Edit
from newsdiff.normalize import fold

# The kinds that say that one word stands for another. A figure, a date or a "not" is none, whatever the list says.
_WORDS = frozenset(("spelling", "entity", "wording"))


class House(NamedTuple):
    """A desk's own lists; `kinds_off` are kinds that are not looked for."""

    variants: tuple[tuple[str, ...], ...] = ()
    names: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    kinds_off: tuple[str, ...] = ()


def apply_house(comparison: Comparison, house: House) -> Comparison:
    """The comparison with the edits as the house has them."""
    return comparison if house == House() else comparison._replace(edits=tuple(_edits(comparison.edits, house)))


def _edits(edits: Iterable[Edit], house: House) -> Iterator[Edit]:
    groups: dict[str, set[int]] = {}
    for n, group in enumerate(house.variants):
        for form in group:
            groups.setdefault(_key(form), set()).add(n)
    names = {_key(name) for name in house.names}
    ignored = {word for phrase in house.ignore for word in _key(phrase).split()}
    for edit in edits:
        if edit.kind in house.kinds_off:
            continue
        if edit.kind in _WORDS:
            a, b = _key(edit.a.text if edit.a else ""), _key(edit.b.text if edit.b else "")
            if ignored.issuperset((*a.split(), *b.split())):
                continue
            if groups.get(a, set()) & groups.get(b, set()):
                continue
            # Of "Marta Kull" and "Marta Kall" the surname alone is in question.
            if edit.kind == "spelling" and names.intersection((a, b, *set(a.split()).symmetric_difference(b.split()))):
                yield edit._replace(kind="entity", detail="", substantive=True)
                continue
        yield edit


def _key(text: str) -> str:
    return " ".join(fold(text).casefold().split())
