"""What negations and hedges ask of a link: which word of a claim stands on the other side, and where its clause ends.

Built once a link and shared by the detectors of words. A word's counterpart is what the word pairing says, else what
the literal diff calls equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsdiff.edits.passage import Passage
from newsdiff.lexicon.en.function_words import CLASSES, NUMBERS
from newsdiff.lexicon.en.polarity import TURNING, is_prefixed, opposite_sides
from newsdiff.lexicon.en.verbs import BASES
from newsdiff.lexicon.vectors import likeness
from newsdiff.model import Token
from newsdiff.pairing.likeness import stem as plain_stem

_BREAKS = frozenset((";", ":", "-", "(", ")", ".", "!", "?", "..."))
_JOINTS = frozenset("but while although though because since which who whom whereas unless until when where".split())
_ALL = frozenset("all every everything everyone everybody anything nothing none nobody anybody last".split())
_LINKS = frozenset(("and", "or", "but", "so", "yet", "nor"))
_AGAIN = frozenset(
    "open opens opened opening start starts started join joins joined enter enters entered build built gain"
    " gained".split()
)
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("d", ""), ("ing", ""))
# How alike two words must be, as vectors, to be taken for one claim where they share no stem.
SYNONYMS = 0.55
# Words so near to a verb may turn it.
TURN = 6


class View:
    """A link as claims: lower-case keys, counterparts, clauses. Side 0 is A, side 1 is B."""

    def __init__(self, passage: Passage) -> None:
        self.tokens: tuple[Sequence[Token], Sequence[Token]] = (passage.a, passage.b)
        self.keys = ([t.key.lower() for t in passage.a], [t.key.lower() for t in passage.b])
        there: list[dict[int, list[int]]] = [{}, {}]
        for i, j in passage.pairs:
            there[0].setdefault(i, []).append(j)
            there[1].setdefault(j, []).append(i)
        self.equal: tuple[dict[int, int], dict[int, int]] = ({}, {})
        for o in passage.opcodes:
            if o.op == "equal":
                for n in range(o.a2 - o.a1):
                    i, j = o.a1 + n, o.b1 + n
                    self.equal[0][i] = j
                    self.equal[1][j] = i
        self.paired = there
        self._clauses: list[list[int] | None] = [None, None]

    def counterparts(self, side: int, n: int) -> list[int]:
        """Where word `n` of a side stands on the other, best first; empty where it has no counterpart."""
        found = self.paired[side].get(n)
        if found:
            return found
        equal = self.equal[side].get(n)
        return [] if equal is None else [equal]

    def clauses(self, side: int) -> list[int]:
        """The number of each token's clause, roughly: cut at marks and at words that begin a clause."""
        known = self._clauses[side]
        if known is not None:
            return known
        keys, tokens, out, clause = self.keys[side], self.tokens[side], [], 0
        for n, key in enumerate(keys):
            if (
                key in _BREAKS
                or (tokens[n].initial and n)
                or (key in _JOINTS and not (key == "but" and n and _excepts(keys, n)))
                or (key == "," and keys[n + 1 : n + 2] and keys[n + 1] in _LINKS)
            ):
                clause += 1
            out.append(clause)
        self._clauses[side] = out
        return out

    def content_after(self, side: int, n: int, most: int, reach: int = 8) -> list[int]:
        """Up to `most` words that carry meaning, after `n` in its clause."""
        return self._content(side, n, range(n + 1, min(len(self.keys[side]), n + 1 + reach)), most)

    def content_before(self, side: int, n: int, most: int, reach: int = 6) -> list[int]:
        """Up to `most` words that carry meaning, before `n` in its clause, the nearest first."""
        return self._content(side, n, range(n - 1, max(-1, n - 1 - reach), -1), most)

    def _content(self, side: int, n: int, places: range, most: int) -> list[int]:
        """Up to `most` words at `places` that carry meaning, as far as the clause of `n` goes."""
        keys, clauses, found = self.keys[side], self.clauses(side), []
        for k in places:
            if clauses[k] != clauses[n]:
                break
            if is_content(keys[k]):
                found.append(k)
                if len(found) == most:
                    break
        return found

    def kept(self, side: int, words: Sequence[int]) -> list[tuple[int, int]]:
        """Of the words, those that stand on the other side too, in this form, an inflection or a near synonym."""
        out = []
        for n in words:
            for m in self.counterparts(side, n):
                if means_same(self.keys[side][n], self.keys[1 - side][m]):
                    out.append((n, m))
                    break
        return out

    def span(self, side: int, lo: int, hi: int) -> tuple[int, int]:
        """Offsets of tokens lo to hi, the last one included."""
        return self.tokens[side][lo].start, self.tokens[side][hi].end


def _excepts(keys: Sequence[str], n: int) -> bool:
    """Whether a "but" says except: all but one, every match but two."""
    before, after = keys[n - 1], keys[n + 1 : n + 2]
    return before in _ALL or (before != "," and bool(after) and is_number(after[0])) or after == ["for"]


def view(passage: Passage) -> View:
    """The link's view, built when first asked for."""
    studies = passage.story.studies
    known = studies.get(-1 - passage.index)  # the figures of a link are kept under its index itself
    if not isinstance(known, View):
        known = studies[-1 - passage.index] = View(passage)
    return known


def is_turned(v: View, n: int, m: int) -> bool:
    """Whether one of two opposites has a turning word about it that the other lacks: won all but one, lost only one."""
    sides = []
    for side, at in ((0, n), (1, m)):
        keys, clauses = v.keys[side], v.clauses(side)
        near = range(max(0, at - TURN), min(len(keys), at + TURN + 1))
        sides.append(sorted([keys[k] for k in near if keys[k] in TURNING and clauses[k] == clauses[at] and k != at]))
    return sides[0] != sides[1]


def is_content(key: str) -> bool:
    """Whether a lower-case key is a word that carries meaning."""
    return key not in CLASSES and (key[0].isalpha() or key[0].isdigit()) and not key.endswith("n't") and key != "cannot"


def is_number(key: str) -> bool:
    """Whether a lower-case key is a numeral, in digits or as a word."""
    return key[0].isdigit() or key in NUMBERS


def stem(word: str) -> str:
    """A lower-case word without its inflection: helps, helped, helping -> help; fell -> fall."""
    return BASES.get(word) or plain_stem(word)


def same_stem(x: str, y: str) -> bool:
    """Whether two lower-case words are forms of one."""
    return x == y or stem(x) == stem(y)


@cache
def _sides(kind: str) -> dict[str, tuple[int, ...]]:
    return opposite_sides(kind)


def _are_opposed(x: str, y: str, kind: str) -> bool:
    """Whether forms of two lower-case words stand against each other in a list."""
    sides = _sides(kind)
    there = [n for form in _base_forms(y) for n in sides.get(form, ())]
    return bool(there) and any([-n in there for form in _base_forms(x) for n in sides.get(form, ())])


def _base_forms(word: str) -> list[str]:
    """What a form may be a form of: falling -> falling, fall; denied -> denied, deny."""
    if word.startswith("re") and len(word) > 5:
        word = word[2:] if word[2:] in _AGAIN else word  # reopened
    forms = [word, BASES.get(word, word)]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            base = word[: -len(ending)]
            forms += [base + instead]
            if ending in ("ed", "ing"):
                forms += [base + "e"]
                if base[-1] == base[-2]:
                    forms.append(base[:-1])
    return forms


def are_opposite(x: str, y: str) -> bool:
    """Whether two lower-case words deny each other: denied/admitted, unrealistic/realistic."""
    return is_prefixed(x, y) or _are_opposed(x, y, "opposite")


def are_reversed(x: str, y: str) -> bool:
    """Whether two lower-case words turn each other round: rose/fell, bought/sold."""
    return _are_opposed(x, y, "reversal")


def means_same(x: str, y: str) -> bool:
    """Whether two lower-case words say about the same: one stem, or near in meaning and no opposites."""
    if same_stem(x, y):
        return True
    if are_opposite(x, y) or are_reversed(x, y):
        return False
    bare = [word[:-4] if word.endswith("less") and len(word) > 6 else word for word in (x, y)]
    near = max(likeness(x, y), likeness(*bare) if bare[0] != bare[1] else 0.0)  # no danger, harmless
    return near >= SYNONYMS
