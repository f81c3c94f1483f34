"""The spelling detector: cases, the two component functions, and hostile input."""

import pytest

from newsdiff import compare
from newsdiff.edits import entity
from newsdiff.edits import spellings as spelling
from newsdiff.spelling.names import same_name
from newsdiff.spelling.regional import is_regional
from tests.edit_cases import parse_case, whole_passage


def test_every_occurrence_is_an_edit() -> None:
    case = parse_case("The centre and the centre of the centre.")
    passage = whole_passage(case.a, case.a.replace("centre", "center"))
    assert [f.a for f in spelling.find(passage)] == [(4, 10), (19, 25), (33, 39)]


def test_two_forms_in_one_article_are_two_people() -> None:
    alone = whole_passage("Mr. Hansen left.", "Mr. Hanson left.")
    both = whole_passage("Mr. Hansen left. Hanson stayed.", "Mr. Hanson left. Hanson stayed.")
    assert [(f.kind, f.verdict) for f in entity.find(alone)] == [("spelling", "open")]
    assert [f.kind for f in entity.find(both)] == ["entity"]


def test_two_sure_forms_in_one_article_are_one_name() -> None:
    both = whole_passage("Yevgeny Postnikov left. Evgeny slept.", "Evgeny Postnikov left. Evgeny slept.")
    assert [f.kind for f in entity.find(both)] == ["spelling"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Yevgeny", "Evgeny"),
        ("Gaddafi", "Qaddafi"),
        ("Hrytsenko", "Gritsenko"),
        ("Kuo-chang", "Guozhang"),
        ("Kyiv", "Kiev"),
    ],
)
def test_same_name(a: str, b: str) -> None:
    assert same_name(a, b) > 0.5
    assert same_name(a, b) == same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tkachuk", "Tkachenko"),
        ("Wei", "Wen"),
        ("Hamas", "Hamad"),
        ("Johnson", "Johnston"),
        ("", "Ann"),
        ("Ann", "Zoe"),
    ],
)
def test_other_name(a: str, b: str) -> None:
    assert same_name(a, b) < 0.4


@pytest.mark.parametrize(
    "pair",
    (
        "organise/organize catalogues/catalogs paediatrics/pediatrics foetus/fetus defence/defense"
        " enrolment/enrollment fibreglass/fiberglass sulphuric/sulfuric judgement/judgment snowploughs/snowplows"
        " multi-storey/multi-story behaviour's/behavior's centring/centering"
    ).split(),
)
def test_regional(pair: str) -> None:
    a, b = pair.split("/")
    assert is_regional(a, b)
    assert is_regional(b, a)
    assert is_regional(a.title(), b.title())


@pytest.mark.parametrize(
    "pair",
    (
        "four/for tour/tor prise/prize advice/advise form/from reward/rewards timbre/timber poet/pet café/cafe"
        " gray/gray filled/filed"
    ).split(),
)
def test_not_regional(pair: str) -> None:
    a, b = pair.split("/")
    assert not is_regional(a, b)


@pytest.mark.parametrize(
    "text", ["Aa" * 5000, "Kyiv " * 2000, "é" * 3000, "A-" * 3000, "\u0301" * 500, "\ud800 Ab", "Ⅷ ½ ²", ""]
)
def test_hostile_input_ends(text: str) -> None:
    list(spelling.find(whole_passage(text, text[1:] + "x")))
    list(spelling.find(whole_passage("Kiev and " + text, text.swapcase())))
    list(entity.find(whole_passage("The Ruiz may not fall. " + text, "Ruiz Bo did not " + text.swapcase())))


def test_a_surname_alone_is_the_one_whose_whole_name_is_respelt() -> None:
    a = "Governor Gulnara Akhmetova came on Monday to see the burnt mill. Akhmetova promised the town a new bridge."
    b = "Governor Ahmetova came on Monday to see the burnt mill. Gulnora Ahmetova promised the town a new bridge."
    assert [edit for edit in compare(a, b).edits if edit.kind == "entity"] == []
