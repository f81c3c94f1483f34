"""Every reader of figures on text that nobody would write: no crash, exact spans, linear time."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdiff.compare import compare, read_text
from newsdiff.edits import dates, identifiers, numbers
from newsdiff.facts.dates import read_dates
from newsdiff.facts.figures import read_figures
from newsdiff.facts.identifiers import read_identifiers
from newsdiff.facts.reading import read_sentence
from newsdiff.figures.units import covers, same_worth
from newsdiff.lexicon.en import figures as en

MARKS = [*"$€£¥%°′″\"'’.,:;/-–−+±×x^~<>=()[]{}#@&*_\\`|½⅔²٣७７\u200b\u00ad\u00a0\n ", *"... -- ]( ][ {{ }} &#".split()]
DIGITS = [
    "0",
    "1",
    "5",
    "00",
    "007",
    "12",
    "24",
    "300",
    "1990",
    "2024",
    "1,150",
    "1.234,5",
    "3.9.1",
    "5:40",
    "2:03:59",
    "7" * 31,
]
WORDS = sorted(
    {
        *en.CARDINALS, *en.ORDINALS, *en.ORDINAL_MAGNITUDES, *en.MAGNITUDES, *en.PARTS, *en.MULTIPLES, *en.VAGUE,
        *en.DECADES, *en.CLOCK_WORDS, *en.MERIDIEMS, *en.RELATIVE_DAYS, *en.RELATIVE_STEPS, *en.RATE_WORDS,
        *en.RATE_UNITS, *en.ERAS, *en.SUFFIXES, *en.GLUED_MAGNITUDES, *en.CURRENCY_LETTERS, *en.UNITS, *en.CURRENCIES,
        *(word.title() for word in (*en.MONTHS, *en.WEEKDAYS)),
        "of", "in", "the", "over", "out", "point", "below", "zero", "fold", "between", "every", "times", "h", "F", "C",
        "US", "AA", "Baa", "rated", "version", "v", "com", "o", "clock", "Q", "GMT", "people",
    }
)  # fmt: skip
PIECES = st.one_of(st.sampled_from(MARKS), st.sampled_from(DIGITS), st.sampled_from(WORDS))
TEXTS = st.builds(lambda pieces, space: space.join(pieces), st.lists(PIECES, max_size=24), st.sampled_from((" ", "")))


@settings(max_examples=500, deadline=None)
@given(TEXTS)
@example("He ran 5 2/km a day.")
@example("2 1/day doses")
@example("5 1/x")
@example("10 1/² x")
@example("7" * 5000)
@example("1." * 2000)
@example("a" * 5000 + "@")
def test_any_sentence_is_read(text: str) -> None:
    reading = read_sentence(text)
    taken: set[int] = set()
    for facts in reading:
        for fact in facts:
            assert fact.text == text[fact.start : fact.end] != ""
    for fact in (*reading.identifiers, *reading.dates):
        assert taken.isdisjoint(range(fact.start, fact.end))
        taken.update(range(fact.start, fact.end))
    for figure in reading.numbers:
        assert figure.start < figure.stop <= figure.end <= figure.rate_end <= len(text)
        assert isinstance(figure.value, (int, Fraction))
        assert numbers.value_of(figure).value
    for when in reading.dates:
        assert dates.value_of(when).value


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_facts_relate_both_ways(a: str, b: str) -> None:
    x, y = read_sentence(a), read_sentence(b)
    for f in x.numbers:
        for g in y.numbers:
            assert numbers.relate(f, g) == numbers.relate(g, f)
            assert same_worth(f.value, f.unit, g.value, g.unit) == same_worth(g.value, g.unit, f.value, f.unit)
            covers(f.approx or "~", f.value, g.value)
    for v in x.dates:
        for w in y.dates:
            assert dates.relate(v, w) == dates.relate(w, v)
    for i in x.identifiers:
        for j in y.identifiers:
            assert identifiers.relate(i, j) == identifiers.relate(j, i)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_any_two_texts_are_compared(a: str, b: str) -> None:
    compare(f"The council of Oberau met on {a} in the hall.", f"The council of Oberau met on {b} in the hall.")


@pytest.mark.parametrize("reader", [read_figures, read_dates, read_identifiers])
def test_the_facts_of_an_article_are_in_order(reader: Callable) -> None:  # type: ignore[type-arg]
    text = "On May 4, 2020 he paid $5. It was version 3.9.1 of A320, at 5 p.m.\n\nTwo days later 12 men a week left."
    facts = reader(read_text(text, "a", "en"))
    assert facts
    assert [f.text for f in facts] == [text[f.start : f.end] for f in facts]
    assert [f.start for f in facts] == sorted(f.start for f in facts)
    assert all(f.start < f.end <= getattr(f, "rate_end", f.end) <= len(text) for f in facts)


ENDLESS = (
    "$5 ", "1,", "one hundred and ", "1-", "twenty-", "million ", "1.1^20 ", "point five ", "May 4 to ", "1/2 ", "a.",
    "ab-",
    "x@", "a/", "[1", "{{", "AA", "5 to 6 to ", "at 5 ", "of a ", "every ", "1 1/", "th ", "www.", "12 345 ", "7",
    "A1-", "v1.", "+44 20 ",
)  # fmt: skip


@pytest.mark.parametrize("piece", ENDLESS)
def test_readers_are_linear(piece: str) -> None:
    """Four times the text costs at most eight times the time: a quadratic reader takes sixteen."""

    def cost(times: int) -> float:
        start = process_time()
        read_sentence.__wrapped__(piece * times)
        return process_time() - start

    cost(100)
    short = min(cost(500) for _ in range(3))
    assert min(cost(2000) for _ in range(2)) <= 8 * short + 0.05
