"""The rare words of a text, and the search for versions among a few texts."""

import subprocess
import sys

import pytest

from newsdiff.corpus.candidates import find_candidates, is_candidate, word_weights
from newsdiff.corpus.features import features, text_key
from tests.pairs import PAIRS, read_pair


def test_numbers_are_the_same_in_every_run() -> None:
    # Tables of two runs, or of two machines, are joined by them.
    assert features("Achterberg") == [8979676767105021030]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yevgeny Erdoğan", "YEVGENY ERDOGAN"),
        ("Simone Achterberg’s", "Simone Achterberg"),
        ("It cost 1,150 euros", "IT COST 1,150 EUROS"),
        ("<a href='https://holm.example/kessock'>Kessock</a>", "Kessock"),
        ("Kessock&#8217;s quay", "Kessock's quay"),
        ("Ko\u0308ln", "K\u00f6ln"),
        ("write to ada@holm.example", "write to"),
    ],
)
def test_what_makes_no_difference(a: str, b: str) -> None:
    assert features(a) == features(b)


@pytest.mark.parametrize("text", ["", " \n", "the of and", "…—“”", "12 7", "\ud800"])
def test_texts_without_rare_words(text: str) -> None:
    assert features(text) in ([], features("\ud800"))


def test_scripts_without_spaces_give_pairs_of_characters() -> None:
    assert len(features("港口城市")) == 3
    assert set(features("港口")) <= set(features("这个港口。"))


def test_equal_texts_have_one_key() -> None:
    assert text_key("“No,”\nhe said.") == text_key('"No,"  he said. ')
    assert text_key("He said no.") != text_key("He said no")


def test_a_rarer_word_weighs_more() -> None:
    weights, met = word_weights(20_000)
    assert (len(weights), met) == (501, 50)
    assert weights[2] == 9210
    assert weights[2:] == sorted(weights[2:], reverse=True)
    assert word_weights(3)[0] == word_weights(1000)[0][:13]


@pytest.mark.parametrize(
    ("weight", "mass_a", "mass_b", "enough"),
    [
        (8_999, 100, 100, False),
        (9_000, 18_000, 90_000, True),
        (9_000, 18_002, 90_000, False),
        (29_999, 80_000, 90_000, False),
        (30_000, 80_000, 90_000, True),
    ],
)
def test_enough_is_half_of_the_lighter_within_bounds(weight: int, mass_a: int, mass_b: int, enough: bool) -> None:
    assert is_candidate(weight, mass_a, mass_b) is enough


def test_every_pair_of_ours_is_found_among_all() -> None:
    texts = [read_pair(folder) for folder in PAIRS if folder.name != "empty"]
    pairs = find_candidates([a for a, _ in texts], [b for _, b in texts])
    found = {(a, b) for a, b, _ in pairs}
    assert [PAIRS[n].name for n in range(len(texts)) if (n, n) not in found] == []
    assert len(pairs) <= 3 * len(texts)


def test_equal_texts_come_first_and_have_no_weight() -> None:
    found = find_candidates(["It rained.", "Lorna Pettit quit Kessock.", "It  rained."])
    assert [(a, b, weight) for a, b, weight in found] == [(0, 2, None)]


def test_the_hash_seed_changes_nothing() -> None:
    script = "from newsdiff.corpus.candidates import *; print(find_candidates(['Lorna Pettit, Kessock']*3, ['Pettit']))"
    runs = {
        subprocess.run([sys.executable, "-c", script], env={"PYTHONHASHSEED": seed}, capture_output=True).stdout
        for seed in "012"
    }
    assert len(runs) == 1 and runs != {b""}
