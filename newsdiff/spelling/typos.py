"""Typos: a form that is in no vocabulary, one slip of the fingers away from a word that is.

>>> is_typo("recieve", "receive"), is_typo("walked", "walks"), is_typo("form", "from")
(True, False, False)

A slip is a letter left out, put in, doubled, changed, or two that swapped places. It does not catch a slip that makes
another word (form/from). Inflections and derivations do not count as slips: the ends of words are left alone.
"""

from __future__ import annotations

from newsdiff.lexicon.vectors import rank
from newsdiff.spelling.regional import are_two_words

# A word is known if it is among this many of the most frequent; rarer ones include misspellings.
KNOWN = 40_000
_TWO_SLIPS = 8  # two slips are allowed in words of this many letters or more
# Misspellings so frequent that the vocabulary has them.
_MISSPELT = frozenset(
    (
        "accomodate accomodation begining beleive commited commitee concensus definately embarass enviroment"
        " existance famers foriegn goverment harrass independant knowlege liason lightening maintainance"
        " millon neccessary noticable occured occurence occuring persistant posession prefered priviledge"
        " publically reccomend recieve recieved refered refering relevent seperate seperated sieze succesful"
        " succesfully supercede targetting thier tommorow tommorrow truely untill wich"
    ).split()
)


def is_typo(a: str, b: str) -> bool:
    """Whether one of two words in lower case is a known word and the other a misspelling of it."""
    if min(len(a), len(b)) < 4 or not slipped(a, b) or are_two_words(a, b):
        return False
    place_a, place_b = rank(a), rank(b)
    if place_a is not None and place_b is not None:
        return (a in _MISSPELT) != (b in _MISSPELT)
    known = place_a if place_b is None else place_b
    return known is not None and known < KNOWN


def slipped(a: str, b: str) -> bool:
    """Whether one slip (in long words two) turns one word into the other, except at the ends."""
    head = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        head += 1
    tail = 0
    for x, y in zip(reversed(a[head:]), reversed(b[head:]), strict=False):
        if x != y:
            break
        tail += 1
    mid_a, mid_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if not head and not (tail and len(mid_a) == 2 and mid_a == mid_b[::-1]):
        return False  # unhappy/happy, lorry/sorry
    short, long = sorted((mid_a, mid_b), key=len)
    if not tail:
        # At the end only a doubled letter or two that swapped places: the rest is inflection.
        return (not short and len(long) == 1 and long == (a + b)[head - 1] and long not in "s") or (
            len(short) == len(long) == 2 and short == long[::-1]
        )
    if tail == 1 and len(a) != len(b) and a[-1] in "sdgry":
        return not short and len(long) == 1 and (long == a[head - 1] or long == a[-1]) and long not in "e"
    if len(long) == 1:
        return True
    if len(short) == len(long) == 2 and short == long[::-1]:
        return True
    # Two slips: letters that swapped places over a third, or that share all but one letter.
    if min(len(a), len(b)) < _TWO_SLIPS or len(long) > 3 or len(long) - len(short) > 1 or not short:
        return False
    return len(set(long) - set(short)) < 2 and bool(set(long) & set(short))
