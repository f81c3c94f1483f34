"""A desk's own lists applied to the edits: forms that count as the same, names never to confuse, kinds switched off.

>>> from newsdiff import compare
>>> from newsdiff.model import House
>>> [e.kind for e in compare("Dr. Hansen left Kiev.", "Dr. Hanson left Kyiv.").edits]
['spelling', 'spelling']
>>> house = House(variants=(("Kiev", "Kyiv"),), names=("Hansen", "Hanson"))
>>> [e.kind for e in compare("Dr. Hansen left Kiev.", "Dr. Hanson left Kyiv.", house=house).edits]
['entity']

A variant of a single word does not count as a difference, since it has the comparison key of the first in its group; a
variant of several words is just not an edit.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdiff.edits.kinds import BY_NAME, verdict_of
from newsdiff.model import Edit, House
from newsdiff.text.normalize import fold


def key_variants(house: House) -> Mapping[str, str]:
    """For each variant of a single word, the key by which it is compared."""
    return {fold(form): fold(group[0]) for group in house.variants for form in group if " " not in form + group[0]}


def apply_house(edits: Sequence[Edit], house: House) -> tuple[Edit, ...]:
    """The edits after the house's lists are applied, without those that it ignores."""
    seen = [_settle(edit, house) for edit in edits]
    return tuple([edit for edit in seen if edit is not None])


def _settle(edit: Edit, house: House) -> Edit | None:
    if edit.kind in house.kinds_off:
        return None
    a, b = [fold(span.text) if span else "" for span in (edit.a, edit.b)]
    if a and b and any(_among(a, group) and _among(b, group) for group in house.variants):
        return None
    words_a, words_b = a.split(), b.split()
    apart = [w for w in words_a if w not in words_b] + [w for w in words_b if w not in words_a]
    if house.ignore and BY_NAME[edit.kind].family == "word" and apart and all(_among(w, house.ignore) for w in apart):
        return None
    if edit.kind == "spelling" and len(apart) > 1 and all(_among(w, house.names) for w in apart):
        return edit._replace(kind="entity", detail="", verdict=verdict_of("entity", ""), risk=1.0)
    return edit


def _among(text: str, forms: tuple[str, ...]) -> bool:
    """Whether the text is one of the forms, whatever its case."""
    return text.casefold() in [fold(form).casefold() for form in forms]
