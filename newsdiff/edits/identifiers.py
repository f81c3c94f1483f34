"""Identifiers: an address, code, version or rating replaced by another one.

One letter makes another address, so an identifier has no variant spellings. It does not report one that was dropped or
added: that is wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.edits.counterparts import Relation, answer_facts, place_facts
from newsdiff.edits.numbers import is_touched
from newsdiff.edits.passage import Finding, Passage
from newsdiff.facts.identifiers import Identifier, read_identifiers

# Evidence for a change besides the words around it: two of one form are rarely in one sentence.
SAME_FORM = 0.7
# Forms that are read digit by digit are numbers to a reader.
_NUMBERS = frozenset(("version", "phone"))


def find(passage: Passage) -> Iterator[Finding]:
    """Every identifier of a link replaced by another."""
    if not is_touched(passage):
        return
    story = passage.story
    a, b = (place_facts(passage, side, read_identifiers) for side in (0, 1))
    for answer in answer_facts(passage, a, b, relate):
        if answer.a and answer.b and answer.relation == Relation.OTHER:
            x, y = answer.a.fact, answer.b.fact
            before = _run_in(x, y, story.b.text), _run_in(y, x, story.a.text)
            if any(before):  # forcloud.gov, for cloud.gov
                spans = (x.start - before[1], x.end), (y.start - before[0], y.end)
                yield Finding("spelling", "hyphenation", *spans, 0.9)
                continue
            spans = (x.start, x.end), (y.start, y.end)
            if x.form in _NUMBERS:
                yield Finding("number", "changed value", *spans, 0.9)
            else:
                yield Finding("identifier", "", *spans, 0.9)


def relate(x: Identifier, y: Identifier) -> tuple[Relation, float]:
    """Whether two identifiers are one: the same letters; a scheme or a hyphen makes no difference."""
    if _bare(x.key) == _bare(y.key):
        return Relation.SAME, 0.0
    return (Relation.OTHER, SAME_FORM) if x.form == y.form else (Relation.NONE, 0.0)


def _run_in(x: Identifier, y: Identifier, text: str) -> int:
    """How many characters before `y` in its text, spaces included, `x` has only run together with it."""
    glued = x.key.removesuffix(y.key)
    before = text[max(0, y.start - len(glued) - 1) : y.start]
    return len(before) if glued != x.key and glued.isalpha() and before.strip().casefold() == glued else 0


def _bare(key: str) -> str:
    key = key.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return key if set("./@#+").intersection(key) or key[-1] == "-" else key.replace("-", "")  # M13-13, M-13-13
