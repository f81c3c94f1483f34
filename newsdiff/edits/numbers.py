"""Numbers: quantities, money, shares, ages, ordinals that were rewritten, changed, dropped or added.

>>> [(f.text, f.value, f.unit) for f in parse_figures("A $1.2bn, 10-kilometre line, a third of it built")]
[('$1.2bn', 1200000000, 'dollar'), ('10-kilometre', 10, 'kilometer'), ('a third', Fraction(1, 3), '')]

Values are compared, readings shown. It does not see a figure that was moved to another noun ("two men and three women"
/ "three men and two women" it sees, "the three" for "the two" in quite other words it may not), nor what a vague
"several" or "many" stands for.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.edits.matching import Item, Match, Study, Surroundings, match_items, stands_nearby, study
from newsdiff.edits.passage import Finding, Passage
from newsdiff.figures.atoms import split_atoms
from newsdiff.figures.quantities import Figure, read_numbers
from newsdiff.figures.units import (
    Ratio,
    alike,
    covers,
    dimension,
    in_base,
    multiply,
    ratio_text,
    rounding_step,
    same_worth,
)
from newsdiff.lexicon.en.figures import COLLECTIVES, VAGUE
from newsdiff.model import Value


def parse_figures(text: str) -> list[Figure]:
    """The quantities of a text with their offsets, exact values and units; a score or tight range is two."""
    figures = []
    for figure in read_numbers(split_atoms(text)):
        if figure.form == "vague":
            continue
        figure = figure._replace(text=text[figure.start : figure.end])
        if figure.other is not None:
            cut = figure.start + max([figure.text.find(c) for c in "-\u2010\u2011\u2012\u2013\u2212"])
            figures.append(
                figure._replace(text=text[figure.start : cut], end=cut, stop=cut, form="cardinal", other=None)
            )
            rest = figure._replace(start=cut + 1, ratio=figure.other, form="cardinal", other=None)
            figures.append(rest._replace(text=text[rest.start : rest.end]))
        else:
            figures.append(figure)
    return figures


def find(passage: Passage) -> Iterator[Finding]:
    """Every number of a link that is written otherwise, changed, dropped or added."""
    known = study(passage)
    if known is None:
        return
    a, b, around = known.numbers_a, known.numbers_b, known.around
    matches = match_items(a, b, around, _rank)
    used_a, used_b = {m.a for m in matches}, {m.b for m in matches}
    glosses_a, glosses_b = _glosses(passage.story.a.text, a), _glosses(passage.story.b.text, b)
    for match in matches:
        yield from _matched(match, a, b, glosses_a, glosses_b, used_a, used_b)
    for side in (0, 1):
        yield from _made_whole(passage, known, matches, side)
    for match in matches:  # a conversion that has taken its figure's place has not dropped it
        used_a.add(glosses_a.get(match.a, match.a))
        used_b.add(glosses_b.get(match.b, match.b))
    if not passage.story.english:
        return  # whose numerals in words are not read: "4" has not gone where "quatre" stands
    for n, item in enumerate(a):
        if n not in used_a and n not in glosses_a and _dropped(item, "a", passage, around, b):
            yield Finding("number", "dropped", (item.start, item.stop), None, 0.8, value_of(item))
    for n, item in enumerate(b):
        if n not in used_b and n not in glosses_b and _dropped(item, "b", passage, around, a):
            yield Finding("number", "added", None, (item.start, item.stop), 0.8, None, value_of(item))


def value_of(item: Item) -> Value:
    """What a figure stands for, as it is reported."""
    what = item.what
    assert isinstance(what, Figure)  # noqa: S101 - the sides of this kind hold nothing else
    if what.form == "vague":
        return Value(what.notation, what.unit)
    if what.other is not None:
        return Value(f"{ratio_text(what.ratio)}-{ratio_text(what.other)}", what.unit)
    return Value(ratio_text(what.ratio), what.unit)


def _matched(
    match: Match,
    a: list[Item],
    b: list[Item],
    glosses_a: dict[int, int],
    glosses_b: dict[int, int],
    used_a: set[int],
    used_b: set[int],
) -> Iterator[Finding]:
    """The edit of two figures that stand for each other, if they differ."""
    x, y = a[match.a], b[match.b]
    f, g = x.what, y.what
    assert isinstance(f, Figure) and isinstance(g, Figure)  # noqa: S101
    main_a, main_b = glosses_a.get(match.a), glosses_b.get(match.b)
    if match.rank > 1 and (main_a is None) != (main_b is None):
        # The conversion has come out of its brackets, or gone into them.
        if main_a is not None and main_a not in used_a:
            yield Finding(
                "number", "same value", (a[main_a].start, x.end + 1), (y.start, y.end), 0.9, value_of(x), value_of(y)
            )
        elif main_b is not None and main_b not in used_b:
            yield Finding(
                "number", "same value", (x.start, x.end), (b[main_b].start, y.end + 1), 0.9, value_of(x), value_of(y)
            )
        return
    other_unit = bool(f.unit and g.unit and f.unit != g.unit)
    if f.unit == g.unit and f.notation.partition("|")[2] != g.notation.partition("|")[2]:
        other_unit = True  # 1.5-litre, 1.5l: the unit is what was rewritten
    span_a = (x.start, x.end if other_unit else x.stop)
    span_b = (y.start, y.end if other_unit else y.stop)
    if match.rank == 1:
        confidence = 0.95 if match.score >= 3 else 0.8 if match.score >= 2 else 0.6
        yield Finding("number", "changed value", span_a, span_b, confidence, value_of(x), value_of(y))
    elif match.rank == 2 or _rewritten(f, g):
        confidence = 1.0 if match.rank == 3 else 0.9
        yield Finding("number", "same value", span_a, span_b, confidence, value_of(x), value_of(y))


def _made_whole(passage: Passage, known: Study, matches: list[Match], side: int) -> Iterator[Finding]:
    """Some of a number, where the other side has all or none of it: four of the five, all five."""
    mine, theirs = (known.numbers_a, known.numbers_b) if side == 0 else (known.numbers_b, known.numbers_a)
    here, there = (passage.a, passage.b) if side == 0 else (passage.b, passage.a)
    to = {m.a: m.b for m in matches} if side == 0 else {m.b: m.a for m in matches}
    for n in range(len(mine) - 1):
        x, total = mine[n], mine[n + 1]
        if n in to or n + 1 not in to:
            continue
        of = [t.key.lower() for t in here[x.hi : total.lo]]
        if not of or of[0] != "of" or not _OF_THEM.issuperset(of):
            continue
        y = theirs[to[n + 1]]
        at = y.lo - 1
        while at >= 0 and there[at].key.lower() in _OF_THEM:
            at -= 1
        if at < 0 or there[at].key.lower() not in _WHOLE:
            continue
        value = Value("0", "") if there[at].key.lower() == "none" else value_of(y)
        span, other = (x.start, x.stop), (there[at].start, there[at].end)
        if side == 0:
            yield Finding("number", "changed value", span, other, 0.8, value_of(x), value)
        else:
            yield Finding("number", "changed value", other, span, 0.8, value, value_of(x))


_OF_THEM = frozenset("of the its his her their our these those".split())
_WHOLE = frozenset(("all", "none"))


def _rewritten(f: Figure, g: Figure) -> bool:
    """Whether two figures of one value are written otherwise."""
    (left, _, mark_f), (right, _, mark_g) = f.notation.partition("|"), g.notation.partition("|")
    if _plain(left) != _plain(right):
        return True
    return bool(mark_f and mark_g and mark_f != mark_g) and "degree" not in (f.unit, g.unit)


def _plain(notation: str) -> str:
    """A notation without what is no difference: a for one, a leading article."""
    words = notation.removesuffix(" a").split()
    if len(words) > 1 and words[0] in ("a", "one"):
        words = words[1:]
    return " ".join(["one" if w == "a" else w for w in words])


def _rank(x: Item, y: Item) -> tuple[int, float]:
    """How two figures compare, and what speaks for a change besides the words around them."""
    f, g = x.what, y.what
    assert isinstance(f, Figure) and isinstance(g, Figure)  # noqa: S101
    dim_f, dim_g = dimension(f.unit), dimension(g.unit)
    if (f.form == "ordinal") != (g.form == "ordinal") or (f.other is None) != (g.other is None):
        return 0, 0.0
    if f.ratio == g.ratio and f.other == g.other and (f.unit == g.unit or not f.unit or not g.unit or _same_name(f, g)):
        if f.form == "multiple" or g.form == "multiple":
            return 3, 0.0
        return 3, 0.4 * (f.unit == g.unit) - 1.0 * ((f.weak or g.weak) and f.text.lower() != g.text.lower())
    if _same_million(f, g) or _same_million(g, f):
        return 3, 0.0
    if f.other is None and f.unit != g.unit and same_worth(f.ratio, f.unit, g.ratio, g.unit):
        return 2, 0.0
    if _covered(f, g) or _covered(g, f):
        return 2, 0.0
    durations = {"time", "months", "night"}
    if dim_f and dim_g and not alike(f.unit, g.unit) and not {dim_f, dim_g} <= durations:
        return 0, 0.0
    if (f.form == "multiple") != (g.form == "multiple") and "times" not in (f.unit, g.unit):
        return 0, 0.0
    if (f.form == "part" and not f.unit) != (g.form == "part" and not g.unit) and "percent" not in (f.unit, g.unit):
        return 0, 0.0
    if "points" in (dim_f, dim_g) and dim_f != dim_g:
        return 0, 0.0
    extra = 0.7 if f.unit and f.unit == g.unit else 0.4 if dim_f and dim_f == dim_g else 0.0
    if bool(dim_f) != bool(dim_g):
        extra -= 1.0
    if f.weak or g.weak:
        extra -= 0.3 if f.form == "ordinal" else 0.8 if f.weak and g.weak else 1.3
    return 1, extra + _slip(f, g)


def _same_name(f: Figure, g: Figure) -> bool:
    """$ and US$, or a dollar of another land that the text calls a dollar; 41 degrees Celsius and 41 degrees."""
    if "degree" in (f.unit, g.unit):
        return dimension(f.unit) in ("degree", "temperature") and dimension(g.unit) in ("degree", "temperature")
    return "dollar" in (f.unit, g.unit) and f.unit.endswith("dollar") and g.unit.endswith("dollar")


def _same_million(f: Figure, g: Figure) -> bool:
    """Whether the m of f, which could be meters, is the million of g."""
    return f.notation.endswith("|m") and not g.unit and g.ratio == multiply(f.ratio, (10**6, 1))


def _covered(f: Figure, g: Figure) -> bool:
    """Whether f, as an approximation, stands for g too."""
    if f.form == "vague":
        top = VAGUE.get(f.notation.partition("|")[0].split(" of ")[-1])
        return (
            g.form != "vague"
            and f.unit == g.unit
            and top is not None
            and f.ratio[0] <= g.ratio[0] / g.ratio[1] < f.ratio[0] * 8
        )
    if not f.approx or f.approx == g.approx or g.form == "vague" or f.other or g.other:
        return False
    if f.unit == g.unit or not f.unit or not g.unit:
        if (f.form == "part") != (g.form == "part") and "percent" in (f.unit, g.unit):
            return _covered_share(f, g)
        step_f, step_g = rounding_step(f.ratio), rounding_step(g.ratio)
        if step_f[0] * step_g[1] <= step_g[0] * step_f[1] and not (f.ratio[1] > 1):
            return False
        return covers(f.approx, f.ratio, g.ratio)
    dim = dimension(f.unit)
    if dim and dim == dimension(g.unit) and dim not in ("money", "temperature"):
        return covers(f.approx, in_base(f.ratio, f.unit), in_base(g.ratio, g.unit))
    return False


def _covered_share(f: Figure, g: Figure) -> bool:
    """The same for a percentage against a fraction."""

    def share(figure: Figure) -> Ratio:
        return in_base(figure.ratio, "percent") if figure.unit == "percent" else figure.ratio

    return covers(f.approx, share(f), share(g))


def _slip(f: Figure, g: Figure) -> float:
    """What speaks for a slip of the pen: the same digits in another order, one digit changed, a factor of ten."""
    x, y = f.notation.partition("|")[0], g.notation.partition("|")[0]
    digits_x, digits_y = [c for c in x if c.isdecimal()], [c for c in y if c.isdecimal()]
    if len(digits_x) < 2 or len(digits_y) < 2:
        return 0.0
    if sorted(digits_x) == sorted(digits_y):
        return 1.2
    if len(digits_x) == len(digits_y) and sum([p != q for p, q in zip(digits_x, digits_y, strict=True)]) == 1:
        return 0.8
    return 0.6 if "".join(digits_x).strip("0") == "".join(digits_y).strip("0") else 0.0


def _glosses(text: str, items: list[Item]) -> dict[int, int]:
    """Conversions in brackets: index of the one inside -> index of the one before it."""
    found: dict[int, int] = {}
    for n in range(1, len(items)):
        between = text[items[n - 1].end : items[n].start]
        closed = text[items[n].end : items[n].end + 1] == ")"
        if closed and 0 < len(between) <= 20 and "(" in between and ")" not in between and between.strip()[0] == "(":
            f, g = items[n - 1].what, items[n].what
            if isinstance(f, Figure) and isinstance(g, Figure) and f.unit and g.unit and alike(f.unit, g.unit):
                found[n] = n - 1
    return found


def _dropped(item: Item, side: str, passage: Passage, around: Surroundings, others: list[Item]) -> bool:
    """Whether a figure without counterpart was dropped (or added) alone."""
    f = item.what
    assert isinstance(f, Figure)  # noqa: S101
    if (
        f.weak
        or (f.ratio == (1, 1) and not f.unit)
        or f.form in ("vague", "multiple")
        or (f.form == "part" and not f.unit)
    ):
        return False
    there, members = (passage.story.b, passage.link.b) if side == "a" else (passage.story.a, passage.link.a)
    low = around.low_b if side == "a" else around.low_a
    if f.ratio[1] == 1 and any([COLLECTIVES.get(w) == f.ratio[0] for w in low]):
        return False
    if any([isinstance(o.what, Figure) and f.ratio in (o.what.ratio, o.what.other) for o in others]):
        return False
    digits = ratio_text(f.ratio)
    if any([digits in w for w in low if w[:1].isdecimal()]) and len(digits) > 1:
        return False
    if not around.went_alone(item, side, adverbial=False):
        return False
    return not stands_nearby(there, members, lambda reading: any([_says(o, f) for o in reading.numbers]))


def _says(other: Figure, f: Figure) -> bool:
    """Whether another figure is the same quantity, in its own unit or converted."""
    return (other.ratio == f.ratio and other.unit == f.unit) or same_worth(other.ratio, other.unit, f.ratio, f.unit)
