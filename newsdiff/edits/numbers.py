"""Numbers: quantities, money, shares, ages, ordinals that were rewritten, changed, dropped or added.

It compares values and shows readings; the sign, the unit and the rate belong to the value. It does not see a figure
that was moved to another noun in completely different words, or know what a vague "several" or "many" means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from newsdiff.edits.counterparts import Answer, Placed, Relation, answer_facts, place_facts, stands_nearby
from newsdiff.edits.passage import Finding, Passage, a_first, lone
from newsdiff.facts.abroad import figures_reader
from newsdiff.facts.figures import read_figures
from newsdiff.facts.reading import trigger_words
from newsdiff.figures.quantities import Figure
from newsdiff.figures.units import alike, covers, dimension, in_base, rounding_step, same_worth
from newsdiff.lexicon.en import figures as en
from newsdiff.model import EditKind, Value

# A conversion in brackets follows its figure by at most this many characters.
GLOSS = 20
# A vague word means up to this many times its least value: dozens are 24 to 191.
VAGUEST = 8


def is_touched(passage: Passage) -> bool:
    """Whether a change could be part of a figure, a date or an identifier: most copy edits need no further reading."""
    if not passage.story.english:
        return True  # the trigger words are English
    telling = _telling()
    for op in passage.opcodes:
        if op.op == "equal":
            continue
        for tokens, lo, hi in ((passage.a, op.a1, op.a2), (passage.b, op.b1, op.b2)):
            # its neighbour shows what "US" in US$300 is.
            for token in tokens[max(0, lo - 1) : hi + 2]:
                key = token.key
                if not key.isalpha():
                    if len(key) > 1 or key not in _PLAIN:
                        return True
                elif key.lower() in telling or (key.isupper() and 1 < len(key) < 5):
                    return True
    return False


_PLAIN = frozenset(",\"':;()!?")


@cache
def _telling() -> frozenset[str]:
    return (
        trigger_words() | en.RATE_UNITS.keys() | en.RATE_ADVERBS.keys() | {"a", "per", "once", "each", "every"} - {"a"}
    )


def figures_of(passage: Passage) -> tuple[list[Placed[Figure]], list[Placed[Figure]]]:
    """The figures of both sides of a link."""
    story = passage.story
    reader = read_figures if story.english else figures_reader(story.lang)
    return place_facts(passage, 0, reader), place_facts(passage, 1, reader)


def find(passage: Passage) -> Iterator[Finding]:
    """Every number of a link that is written differently, changed, dropped or added."""
    if not is_touched(passage):
        return
    sides = figures_of(passage)
    answers = answer_facts(passage, *sides, relate)
    pairs = [(x.a, x.b, x.relation, x.score) for x in answers if x.a and x.b]
    used = ({id(x.a) for x in answers if x.b}, {id(x.b) for x in answers if x.a})
    glosses = tuple(_glosses(text, side) for text, side in zip(_texts(passage), sides, strict=True))
    for x, y, relation, score in pairs:
        found = _matched(x, y, relation, score, glosses, used)
        if found:
            yield found
    for side in (0, 1):
        yield from _made_whole(passage, sides, [(x, y) for x, y, *_ in pairs], side)
    # A conversion in place of its figure has not dropped it.
    for x, y, *_ in pairs:
        used[0].add(id(glosses[0].get(id(x), x)))
        used[1].add(id(glosses[1].get(id(y), y)))
    if not passage.story.english:
        return  # in other languages only plain numerals are read: "24" is not dropped if it became "vingt-quatre"
    for answer in answers:
        yield from _alone(passage, answer, sides, glosses, used)


def _texts(passage: Passage) -> tuple[str, str]:
    return passage.story.a.text, passage.story.b.text


def value_of(figure: Figure) -> Value:
    """The value of a figure, as reported."""
    if figure.form == "vague":
        return Value(figure.notation.rstrip("|"), figure.unit)
    value = str(figure.value) if figure.other is None else f"{figure.value}-{figure.other}"
    return Value(value, f"{figure.unit} per {figure.rate}".strip() if figure.rate else figure.unit)


_Glosses = dict[int, Placed[Figure]]


def _matched(
    x: Placed[Figure],
    y: Placed[Figure],
    relation: Relation,
    score: float,
    glosses: Sequence[_Glosses],
    used: Sequence[set[int]],
) -> Finding | None:
    """The edit of two figures that are counterparts, if they differ."""
    f, g = x.fact, y.fact
    values = value_of(f), value_of(g)
    main_a, main_b = glosses[0].get(id(x)), glosses[1].get(id(y))
    if relation > Relation.OTHER and (main_a is None) != (main_b is None):
        # The conversion has come out of its brackets, or gone into them.
        if main_a is not None and id(main_a) not in used[0]:
            return Finding("number", "same value", (main_a.fact.start, f.end + 1), (g.start, g.end), 0.9, *values)
        if main_b is not None and id(main_b) not in used[1]:
            return Finding("number", "same value", (f.start, f.end), (main_b.fact.start, g.end + 1), 0.9, *values)
        return None
    spans = _spans(f, g)
    if f.text == g.text and f.rate == g.rate and relation == Relation.OTHER and f.value == g.value:
        return None  # the unit belongs to the other end, which is reported
    if relation == Relation.OTHER:
        confidence = 0.95 if score >= 3 else 0.8 if score >= 2 else 0.6
        return Finding("number", "changed value", *spans, confidence, *values)
    if relation == Relation.ALIKE or _rewritten(f, g):
        return Finding("number", "same value", *spans, 1.0 if relation == Relation.SAME else 0.9, *values)
    return None


def _spans(f: Figure, g: Figure) -> tuple[tuple[int, int], tuple[int, int]]:
    """The spans to show for two figures: with the unit if it changed or is written differently, and so for the rate."""
    if f.rate and g.rate and f.rate != g.rate:
        return (f.start, f.rate_end), (g.start, g.rate_end)
    other_unit = f.unit and g.unit and f.unit != g.unit
    if other_unit or (f.unit == g.unit and _mark(f) != _mark(g)):
        return (f.start, f.end), (g.start, g.end)
    if f.value == g.value and bool(f.unit) != bool(g.unit):
        return (f.start, f.end), (g.start, g.end)
    return (f.start, f.stop), (g.start, g.stop)


def _mark(figure: Figure) -> str:
    return figure.notation.partition("|")[2]


def _made_whole(
    passage: Passage,
    sides: tuple[list[Placed[Figure]], list[Placed[Figure]]],
    pairs: Sequence[tuple[Placed[Figure], Placed[Figure]]],
    side: int,
) -> Iterator[Finding]:
    """Part of a number, while the other side has all or none of it: four of the five, all five."""
    here, there = passage.low[side], passage.low[1 - side]
    to = {id(p[side]): p[1 - side] for p in pairs}
    for x, total in zip(sides[side], sides[side][1:], strict=False):
        of = here[x.hi : total.lo]
        y = to.get(id(total))
        if id(x) in to or y is None or of[:1] != ["of"] or not en.OF_THEM.issuperset(of):
            continue
        at = y.lo - 1
        while at >= 0 and there[at] in en.OF_THEM:
            at -= 1
        if at < 0 or there[at] not in en.WHOLE:
            continue
        whole = Value("0", "") if there[at] == "none" else value_of(y.fact)
        here_x = (x.fact.start, x.fact.stop), value_of(x.fact)
        yield changed_value("number", side, here_x, (passage.span(1 - side, at, at + 1), whole), 0.8)


Reported = tuple[tuple[int, int], Value]


def changed_value(kind: EditKind, side: int, here: Reported, there: Reported, confidence: float) -> Finding:
    """The edit of what is `here` on a side and `there` on the other."""
    (span_a, value_a), (span_b, value_b) = a_first(side, here, there)
    return Finding(kind, "changed value", span_a, span_b, confidence, value_a, value_b)


def _rewritten(f: Figure, g: Figure) -> bool:
    """Whether two figures of one value are written differently."""
    (left, _, mark_f), (right, _, mark_g) = f.notation.partition("|"), g.notation.partition("|")
    if _plain(left) != _plain(right):
        return True
    return bool(mark_f and mark_g and mark_f != mark_g) and "degree" not in (f.unit, g.unit)


def _plain(notation: str) -> str:
    """A notation without differences that do not count: a for one, a leading article."""
    words = notation.removesuffix(" a").split()
    if len(words) > 1 and words[0] in ("a", "one"):
        words = words[1:]
    return " ".join(["one" if w == "a" else w for w in words])


# How two figures relate -----------------------------------------------------------------------------------------------
# Evidence for a change besides the words around the figures; a case in tests/cases/edits/number.txt holds each.
SAME_UNIT, SAME_DIMENSION, ONE_UNIT, WEAK, WEAK_BOTH, WEAK_ORDINAL = 0.7, 0.4, -1.0, -1.3, -0.8, -0.3
LOST = 1.5  # the same number with its sign, unit or rate lost or exchanged


def relate(f: Figure, g: Figure) -> tuple[Relation, float]:
    """How two figures compare, and the evidence for a change besides the words around them."""
    if (f.form == "ordinal") != (g.form == "ordinal"):
        return Relation.NONE, 0.0
    if (f.other is None) != (g.other is None):
        return _relate_score(f, g) if g.other is None else _relate_score(g, f)
    if f.value == g.value and f.other == g.other:
        return _relate_equal(f, g)
    if _same_million(f, g) or _same_million(g, f):
        return Relation.SAME, 0.0
    if f.other is None and f.unit != g.unit and same_worth(f.value, f.unit, g.value, g.unit):
        return Relation.ALIKE, 0.0
    if _covered(f, g) or _covered(g, f):
        return Relation.ALIKE, 0.0
    if not _comparable(f, g):
        return Relation.NONE, 0.0
    extra = SAME_UNIT if f.unit and f.unit == g.unit else 0.0
    if not extra and dimension(f.unit) and dimension(f.unit) == dimension(g.unit):
        extra = SAME_DIMENSION
    if f.value == -g.value and f.unit == g.unit:
        extra += LOST
    return Relation.OTHER, extra + _doubt(f, g) + _slip(f, g)


def _doubt(f: Figure, g: Figure) -> float:
    """The evidence against a change: only one has a unit, or a word is hardly a figure."""
    doubt = ONE_UNIT if bool(dimension(f.unit)) != bool(dimension(g.unit)) else 0.0
    if f.weak or g.weak:
        doubt += WEAK_ORDINAL if f.form == "ordinal" else WEAK_BOTH if f.weak and g.weak else WEAK
    return doubt


def _relate_equal(f: Figure, g: Figure) -> tuple[Relation, float]:
    """How two figures of one number compare: by their units and rates."""
    if f.rate and g.rate and f.rate != g.rate:
        return Relation.OTHER, LOST
    if f.form == "multiple" or g.form == "multiple":
        return (Relation.SAME, 0.0) if "times" in (f.unit, g.unit) or f.unit == g.unit else (Relation.NONE, 0.0)
    if _same_money(f, g) or f.unit == g.unit or {dimension(f.unit), dimension(g.unit)} <= {"degree", "temperature"}:
        if {f.unit, g.unit} == {"C", "F"}:
            return (Relation.ALIKE, 0.0) if same_worth(f.value, f.unit, g.value, g.unit) else (Relation.OTHER, LOST)
        doubt = 1.0 if (f.weak or g.weak) and f.text.lower() != g.text.lower() else 0.0
        return Relation.SAME, 0.4 * (f.unit == g.unit) - doubt
    if f.unit and g.unit:
        return Relation.OTHER, LOST
    lost = f if f.unit else g
    if dimension(lost.unit) in en.TELLING_DIMENSIONS and lost.end - lost.start > 1 and not (f.weak or g.weak):
        return Relation.OTHER, LOST + 1.0
    return Relation.SAME, 0.0


def _relate_score(score: Figure, g: Figure) -> tuple[Relation, float]:
    """How 5-10 compares with one end of 5-10%: it has lost the unit."""
    lost = not score.unit and dimension(g.unit) in en.TELLING_DIMENSIONS and g.value in (score.value, score.other)
    return (Relation.OTHER, LOST) if lost else (Relation.NONE, 0.0)


def _same_money(f: Figure, g: Figure) -> bool:
    """$ and US$, or the dollars of a land that the text calls dollars; but A$ is not $."""
    if not (f.unit.endswith("dollar") and g.unit.endswith("dollar")):
        return False
    plain = [x for x in (f, g) if x.unit in ("dollar", "US dollar")]
    return len(plain) == 2 or any(_mark(x) == "dollar" for x in plain)


def _comparable(f: Figure, g: Figure) -> bool:
    """Whether two figures of different values could be counterparts: meters are not replaced by euros."""
    dims = {dimension(f.unit), dimension(g.unit)}
    if "" not in dims and not alike(f.unit, g.unit) and not dims <= {"time", "months", "night"}:
        return False
    if "points" in dims and len(dims) > 1:
        return False
    if (f.form == "multiple") != (g.form == "multiple") and "times" not in (f.unit, g.unit):
        return False
    part = (f.form == "part" and not f.unit) != (g.form == "part" and not g.unit)
    return not part or "percent" in (f.unit, g.unit)


def _same_million(f: Figure, g: Figure) -> bool:
    """Whether the m of f, which could be meters, is the million of g."""
    return f.notation.endswith("|m") and not g.unit and g.value == f.value * 10**6


def _covered(f: Figure, g: Figure) -> bool:
    """Whether f, as an approximation, covers g."""
    if f.form == "vague":
        known = f.notation.partition("|")[0].split(" of ")[-1] in en.VAGUE
        return known and g.form != "vague" and f.unit == g.unit and f.value <= g.value < f.value * VAGUEST
    if not f.approx or f.approx == g.approx or g.form == "vague" or f.other or g.other:
        return False
    if f.unit == g.unit or not f.unit or not g.unit:
        if (f.form == "part") != (g.form == "part") and "percent" in (f.unit, g.unit):
            x, y = (in_base(v.value, "percent") if v.unit == "percent" else v.value for v in (f, g))
            return covers(f.approx, x, y)
        return rounding_step(f.value) > rounding_step(g.value) and covers(f.approx, f.value, g.value)
    dim = dimension(f.unit)
    if dim and dim == dimension(g.unit) and dim not in ("money", "temperature"):
        return covers(f.approx, in_base(f.value, f.unit), in_base(g.value, g.unit))
    return False


def _slip(f: Figure, g: Figure) -> float:
    """The evidence for a slip of the fingers: reordered digits, one changed digit, a factor of ten."""
    x, y = ([c for c in v.notation.partition("|")[0] if c.isdecimal()] for v in (f, g))
    if len(x) < 2 or len(y) < 2:
        return 0.0
    if sorted(x) == sorted(y):
        return 1.2
    if len(x) == len(y) and sum(p != q for p, q in zip(x, y, strict=True)) == 1:
        return 0.8
    return 0.6 if "".join(x).strip("0") == "".join(y).strip("0") else 0.0


# What has no counterpart ----------------------------------------------------------------------------------------------


def _glosses(text: str, side: Sequence[Placed[Figure]]) -> _Glosses:
    """Conversions in brackets, by the figure before each."""
    found: _Glosses = {}
    for x, y in pairwise(side):
        f, g = x.fact, y.fact
        between = text[f.end : g.start]
        opened = 0 < len(between) <= GLOSS and between.strip()[:1] == "(" and ")" not in between
        if opened and text[g.end : g.end + 1] == ")" and f.unit and g.unit and alike(f.unit, g.unit):
            found[id(y)] = x
    return found


def _alone(
    passage: Passage,
    answer: Answer[Figure],
    sides: Sequence[Sequence[Placed[Figure]]],
    glosses: Sequence[_Glosses],
    used: Sequence[set[int]],
) -> Iterator[Finding]:
    """The edit of a figure that was dropped or added alone."""
    if not answer.alone:
        return
    side, x = answer.alone
    f = x.fact
    if id(x) in used[side] or id(x) in glosses[side] or not _is_said(f):
        return
    if not _is_told(f, passage, 1 - side, sides[1 - side]):
        yield lone("number", side, (f.start, f.stop), 0.8, value_of(f))


def _is_said(f: Figure) -> bool:
    """Whether a dropped figure would be missed."""
    if f.weak or (f.value == 1 and not f.unit) or (f.form == "part" and not f.unit):
        return False
    return f.form not in ("vague", "multiple", "interval")


def _is_told(f: Figure, passage: Passage, side: int, others: Sequence[Placed[Figure]]) -> bool:
    """Whether a side has a figure in another place or form: both, the same number elsewhere, the next sentence."""
    low = passage.low[side]
    if any(en.COLLECTIVES.get(w) == f.value for w in low) or any(
        f.value in (o.fact.value, o.fact.other) for o in others
    ):
        return True
    digits = str(f.value)
    if len(digits) > 1 and any(digits in w for w in low if not w.isalpha()):
        return True
    return stands_nearby(passage, side, read_figures, lambda other: _says(other, f))


def _says(other: Figure, f: Figure) -> bool:
    """Whether another figure is the same quantity, in its own unit or converted."""
    return (other.value == f.value and other.unit == f.unit) or same_worth(other.value, other.unit, f.value, f.unit)
