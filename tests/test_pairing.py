"""Which words correspond: cases that a copy editor can read, then the promises.

A case is one line: A / B / pairs, written `a~b`. First the pairs that must not be made, then those that must.
"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.compare import compare
from newsdiff.pairing import decoding, idioms, learned, pair_tokens, pair_words, revision
from newsdiff.text.words import tokenize
from tests.growth import QUADRATIC, growth
from tests.pairs import GOLD, read_pair

NEVER = """
He said the vote was free. / The vote in the capital was free, he said. / the~,
The police said nothing about the fire. / The fire burned on. / police~burned said~burned nothing~on
It rained in Oslo, in Bergen and in Rome. / It rained in Oslo and in Rome. / Bergen~Rome Bergen~Oslo
Six men and nine women were hurt. / Nine women and six men were hurt. / Six~Nine men~women
The minister left on Monday. / The minister left. / Monday~left on~left
Poland beat Norway. / Norway beat Poland. / Poland~Norway
"""

CASES = """
The men were organised. / The men organized it. / organised~organized
The men were organised yesterday. / Organized they were, the men. / organised~Organized
About 300,000 people fled. / Some 30,000 people fled. / 300,000~30,000 About~Some
Latvia closed its border. / Lithuania closed its border. / Latvia~Lithuania
It took six months. / It took 6 months. / six~6
Kull said so. / Kall told so. / Kull~Kall said~told
Sales rose 8 per cent. / Sales rose 8 %. / per~% cent~%
The prize of €20,000 went to Kull. / Kull won the prize of 20,000 euros. / €~euros 20,000~20,000
The health care bill passed. / The healthcare bill passed. / health~healthcare care~healthcare
The United States agreed. / The U.S. agreed. / United~U.S. States~U.S.
He bought a car on Monday. / He bought an automobile on Tuesday. / car~automobile Monday~Tuesday a~an
"It is over," Rinkevics said. / Linkevich said: "It is over." / Rinkevics~Linkevich said~said over~over
The blaze started in Feb. near Porto. / The fire started in February near Porto. / blaze~fire Feb~February
Yevgeny Kull did not go. / Evgeny Kull didn't go. / Yevgeny~Evgeny
It took half a year. / It took six months. / half~six half~months a~six a~months year~six year~months
A cease-fire held. / A ceasefire held. / cease-fire~ceasefire
He came instead of her. / He came rather than her. / instead~rather instead~than of~rather of~than
"""

OTHERS = """
Die Männer wurden in Köln verhaftet. / Die Männer seien in Koeln festgenommen worden. / Köln~Koeln wurden~seien
Президент подписал закон. / Закон подписал президент. / Президент~президент закон~Закон подписал~подписал
Горбачёв приехал в Киев. / Горбачев прибыл в Киев. / Горбачёв~Горбачев приехал~прибыл
他在北京说话。 / 他在上海说话。 / 他~他 说~说 。~。
"""


def parse(block):
    """Parameters: both sides' tokens and the pairs that are spoken of, as words."""
    cases = []
    for line in block.strip().splitlines():
        a, b, pairs = line.split(" / ")
        cases.append(pytest.param(tokenize(a), tokenize(b), [tuple(p.split("~")) for p in pairs.split()], id=line[:50]))
    return cases


def paired(a, b):
    return {(a[i].text, b[j].text) for i, j in pair_tokens(a, b)}


@pytest.mark.parametrize(("a", "b", "pairs"), parse(NEVER))
def test_words_that_do_not_stand_for_each_other(a, b, pairs):
    assert not paired(a, b) & set(pairs)


@pytest.mark.parametrize(("a", "b", "pairs"), [*parse(CASES), *parse(OTHERS)])
def test_words_that_stand_for_each_other(a, b, pairs):
    assert set(pairs) <= paired(a, b)


def test_a_clause_that_moved_is_paired_whole():
    a = "the bridge will reopen in May , the mayor said .".split()
    b = "the mayor said the bridge will reopen in May .".split()
    moved = [(i, j) for i, j in pair_words(a, b) if a[i] == b[j] and a[i] != ","]
    assert moved == [(0, 3), (1, 4), (2, 5), (3, 6), (4, 7), (5, 8), (7, 0), (8, 1), (9, 2), (10, 9)]


@pytest.mark.parametrize(
    ("a", "b"), [("half a year", "six months"), ("web site", "website"), ("as well", "too"), ("per cent", "%")]
)
def test_a_phrase_is_paired_whole_wherever_it_stands(a, b):
    """At the start, in the middle, at the end and alone."""
    for frame in ("{}", "it took {}", "{} it took", "they said {} when it came"):
        x, y = frame.format(a).split(), frame.format(b).split()
        at = frame.split().index("{}")
        here, there = range(at, at + len(a.split())), range(at, at + len(b.split()))
        assert {(i, j) for i in here for j in there} <= set(pair_words(x, y)), frame


def test_a_sentence_is_paired_with_itself_word_by_word():
    words = "the man and the woman saw the dog , the cat and the man .".split()
    assert pair_words(words, words) == [(n, n) for n in range(len(words))]


words = st.lists(
    st.one_of(
        st.sampled_from("the a of said . , fire blaze 6 six U.S. % per cent half a year months".split()),
        st.text(max_size=6),
    )
)


@given(words, words)
def test_pairs_are_sorted_and_in_range_whatever_the_words(a, b):
    pairs = pair_words(a, b)
    assert pairs == sorted(set(pairs))
    assert all(0 <= i < len(a) and 0 <= j < len(b) for i, j in pairs)


def letters(chance, n):
    return "".join([chance.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(n)])


DEGENERATE = {
    "disjoint": lambda r, n: ([letters(r, 7) for _ in range(n)], [letters(r, 7) for _ in range(n)]),
    "one beginning": lambda r, n: (["ab"] * n, ["abababab" + letters(r, 3) for _ in range(n)]),
    "amounts": lambda r, n: (["half", "a", "year"] * (n // 3), ["six", "months"] * (n // 2)),
    "idioms": lambda r, n: (["as", "well", "as"] * (n // 3), ["along", "with"] * (n // 2)),
    "one word": lambda r, n: (["the"] * n, ["the"] * n),
    "few words": lambda r, n: tuple([r.choices("the of a said men house home big".split(), k=n) for _ in "ab"]),
    "reversed": lambda r, n: ([f"w{k}x" for k in range(n)], [f"w{k}x" for k in range(n - 1, -1, -1)]),
    "uneven": lambda r, n: ([f"w{k}x" for k in range(n)], ["other", "words"]),
}


@pytest.mark.parametrize("kind", DEGENERATE)
def test_a_degenerate_sentence_costs_in_proportion(kind):
    assert growth(lambda size: pair_words(*DEGENERATE[kind](random.Random(1), size)), 100, QUADRATIC) < QUADRATIC


def test_the_weights_are_named_in_the_order_in_which_they_are_read():
    assert list(learned.weights()) == decoding.feature_names()


def test_the_trees_ask_for_the_features_that_are_given():
    assert learned._table()["features"] == list(revision.FEATURES)
    a, b = (revision.lk.describe(text.split()) for text in ("he was to go , it said", "it said he had to leave"))
    rows = [row for _, _, row in revision.doubtful_cells(decoding.pair_singles(a, b))]
    assert rows
    assert {len(row) for row in rows} == {len(revision.FEATURES)}


def test_the_trees_that_are_not_asked_would_not_change_the_answer(monkeypatch):
    asked = []
    reaches = learned.reaches
    monkeypatch.setattr(learned, "reaches", lambda row, least: asked.append((row, least)) or reaches(row, least))
    for folder in GOLD:
        compare(*read_pair(folder))
    answers = [reaches(*cell) for cell in asked]
    monkeypatch.setattr(learned, "FAR", 1e9)
    assert len(asked) > 1000
    assert [reaches(*cell) for cell in asked] == answers


def test_idioms_are_small_letters_with_single_spaces_and_none_is_too_long():
    groups, starts = idioms._phrases()
    for phrase in groups:
        assert phrase == " ".join(phrase.lower().split())
        assert len(phrase.split()) <= idioms.LONGEST
        assert phrase.split()[0] in starts
