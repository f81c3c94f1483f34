"""What WordNet's table says of two words, and that the table is what the tool made."""

from pathlib import Path

import pytest

from newsdiff.lexicon import wordnet

SYNONYMS = "car/automobile carried_out/executed bought/purchased lawyer/attorney big/large began/started nearly/almost"
NOT_SYNONYMS = "car/vehicle murder/manslaughter bought/purchase rose/fell red/blue Kuzey/qwxzk"
ANTONYMS = "rose/fell wet/dry wet/parched legal/illegal accepted/rejected men/women happy/unhappy majority/minority"
NOT_ANTONYMS = "big/large car/truck said/told rose/climbed police/army damp/wet"
SISTERS = (
    "murder/manslaughter muslims/christians sister/brother may/june gallon/litre red/blue colonel/sergeant"
    " doctor/nurse robbery/burglary bishop/mayor dollars/euros dog/cat"
)
NOT_SISTERS = (
    "car/vehicle reporter/correspondent lawyer/attorney officer/policeman blaze/fire great/major plan/programme"
    " tourists/visitors month/months house/building"
)


def pairs(text):
    return [pytest.param(*p.lower().split("/"), id=p) for p in text.split()]


@pytest.mark.parametrize(("x", "y"), pairs(SYNONYMS))
def test_synonyms(x, y):
    assert wordnet.are_synonyms(x, y)
    assert wordnet.are_synonyms(y, x)


@pytest.mark.parametrize(("x", "y"), pairs(NOT_SYNONYMS))
def test_no_synonyms(x, y):
    assert not wordnet.are_synonyms(x, y)


@pytest.mark.parametrize(("x", "y"), pairs(ANTONYMS))
def test_antonyms(x, y):
    assert wordnet.are_antonyms(x, y)
    assert wordnet.are_antonyms(y, x)


@pytest.mark.parametrize(("x", "y"), pairs(NOT_ANTONYMS))
def test_no_antonyms(x, y):
    assert not wordnet.are_antonyms(x, y)


@pytest.mark.parametrize(("x", "y"), pairs(SISTERS))
def test_sisters(x, y):
    assert wordnet.are_sisters(x, y)
    assert wordnet.are_sisters(y, x)


@pytest.mark.parametrize(("x", "y"), pairs(NOT_SISTERS))
def test_no_sisters(x, y):
    assert not wordnet.are_sisters(x, y)


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("went", ("go", "v", "past")),
        ("stopped", ("stop", "v", "past")),
        ("hoping", ("hope", "v", "gerund")),
        ("children", ("child", "n", "plural")),
        ("cities", ("city", "n", "plural")),
        ("worst", ("bad", "a", "superlative")),
        ("closes", ("close", "v", "third")),
    ],
)
def test_readings(word, reading):
    assert reading in wordnet.readings(word)


def test_words_that_it_does_not_know():
    for word in ("", "qwxzk", "\ud800", "the the", "ßß", "s", "ed", "ing"):
        assert not wordnet.are_sisters(word, "murder")
        assert not wordnet.inflection(word, "murder")
    assert wordnet.readings("qwxzk") == ()


def test_broader():
    assert wordnet.is_broader("vehicle", "car")
    assert not wordnet.is_broader("car", "vehicle")


def test_lemmas_are_found_by_bisection():
    table = wordnet._table()
    lemmas = [
        table.map[
            table.at["lemmas"] + table.number("rows", 2 * n) : table.at["lemmas"] + table.number("rows", 2 * n + 2)
        ]
        for n in range(0, table.count, 997)
    ]
    assert lemmas == sorted(lemmas)
    assert [table.find(x.decode()) for x in lemmas] == list(range(0, table.count, 997))


def test_the_table_fits_into_the_wheel():
    path = Path(wordnet.__file__).with_name("wordnet.bin")
    assert path.stat().st_size <= 1_500_000
