"""Quotations: marks of many styles, and changes to the words inside them."""

from __future__ import annotations

import pytest

from newsdiff import compare
from newsdiff.compare import read_text
from newsdiff.facts.marks import pair_marks
from newsdiff.facts.quotations import read_quotations
from tests.growth import LINEAR, growth

NO_QUOTES = [
    "",
    "No marks at all.",
    "It's the workers' cup, isn't it?",
    "The '90s were kinder than the '80s.",
    "The 'Ndrangheta and the boys' brigade.",
    "He is 6'2\" tall and she is 5'4\".",
    "Rock 'n' roll.",
    '"" and \u201c\u201d hold nothing.',
    "Tell 'em the bosses' car is here.",
    "He didn\u2018t know it was Ada`s, or the sailors\u00b4 boat.",
    'A 5" pipe and a 12" gun.',
    'See <img alt="A bridge"> and {{< figure caption="A bridge" >}}.',
    "Open 'contact-us.md', '/topics/bridges' or 'run()'.",
]


@pytest.mark.parametrize("text", NO_QUOTES)
def test_no_quotation(text: str) -> None:
    assert pair_marks(text) == []


QUOTES = [
    ('"Yes," she said. "No."', ["Yes", "No"]),
    ("\u201cYes,\u201d she said.", ["Yes"]),
    ("'Yes,' she said. 'No.'", ["Yes", "No"]),
    ("\u2018Yes\u2019, she said.", ["Yes"]),
    ("'The ringers' cupboard was open,' she said.", ["The ringers' cupboard was open"]),
    ("\u2018The ringers\u2019 cupboard was open,\u2019 she said.", ["The ringers\u2019 cupboard was open"]),
    ("It came from 'a ships' chandler's in Lowestoft'.", ["a ships' chandler's in Lowestoft"]),
    ("'It was to oil 'em.'", ["It was to oil 'em"]),
    ("He spoke of 'boycotts' by distributors. 'There's none,' he said.", ["boycotts", "There's none"]),
    ("\u00abOui\u00bb, dit-elle.", ["Oui"]),
    ("\u00ab\u00a0Oui\u00a0\u00bb, dit-elle.", ["Oui"]),
    ("\u201eJa\u201c, sagte sie. \u00bbNein\u00ab, sagte er.", ["Ja", "Nein"]),
    ("\u201dJa\u201d, sa hon.", ["Ja"]),
    ("``Yes,'' she said.", ["Yes"]),
    ("\u4ed6\u8bf4\uff1a\u201c\u8d62\u4e86\u3002\u201d", ["\u8d62\u4e86"]),
    ("\u5f7c\u306f\u300c\u52dd\u3063\u305f\u300d\u3068\u8a00\u3063\u305f\u3002", ["\u52dd\u3063\u305f"]),
    ("\"He said 'never' to me,\" she said.", ["He said 'never' to me"]),
    ('"One.\n\nTwo," she said.', ["One.\n\nTwo"]),
    ("'I thought, \"Somebody's been busy.\"'", ['I thought, "Somebody\'s been busy."']),
    ("\u201cThey call it \u201cgloom\u201d here,\u201d she said.", ["They call it \u201cgloom\u201d here"]),
    ('He waited."It was night," he said.', ["It was night"]),
    ('"Never closed.\n\n\u201cTwo,\u201d she said. He left.', ["Never closed.\n\n\u201cTwo"]),
    ('"Never closed, she said.\n\nThe road was shut.', ["Never closed"]),
    ('"One.\n\n"Two," she said.', ['One.\n\n"Two']),
    ("<<Yes,>> she said. ,,No,'' he said.", ["Yes", "No"]),
    ('"One of the 5" pipes," he said.', ['One of the 5" pipes']),
    ('He called it "a\n\nmess" and left.', ["a\n\nmess"]),
    ('"Never closed, she said. "Here is another," he said.', ["Never closed", "Here is another"]),
]


@pytest.mark.parametrize(("text", "inner"), QUOTES)
def test_quotations(text: str, inner: list[str]) -> None:
    found = pair_marks(text)
    assert [q.text for q in found] == inner
    assert all(text[q.start : q.end] == q.text for q in found)


@pytest.mark.parametrize("unit", ["'", '"', "s' ", "\u2018", "\u201e", '"\n\n', "'a ", " 'a' ", "``", "\u00ab a", '" '])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert growth(lambda size: pair_marks(unit * size), 2_000) < LINEAR


def test_many_altered_quotations_take_linear_time() -> None:
    def work(size: int) -> None:
        a, b = (" and ".join([f'"we saw {what} {n}"' for n in range(size)]) for what in ("boat", "ship"))
        assert sum([e.kind == "quote" for e in compare(a, b).edits]) == size

    assert growth(work, 40) < LINEAR


def test_of_a_long_quotation_the_changed_words_are_shown() -> None:
    words = "we came when the harbour was full and we stayed when the boats had gone because somebody had to"
    edits = compare(f'"{words}," she said.', f'"{words.replace("stayed", "remained")}," she said.').edits
    shown = [(e.a.text, e.b.text) for e in edits if e.kind == "quote" and e.a and e.b]
    assert shown == [("full and we stayed when the boats", "full and we remained when the boats")]


def test_who_spoke() -> None:
    text = (
        '"One. Two," Ana Ruiz said. "Three." It is called "the bridge".\n\n'
        'Kern: "Four," and that is all.\n\nHolm: "Five," I say.'
    )
    found = read_quotations(read_text(text, "", "en"))
    assert [(q.text, q.speaker and text[slice(*q.speaker.source)]) for q in found] == [
        ("One. Two", "Ana Ruiz"),
        ("Three", "Ana Ruiz"),
        ("the bridge", None),
        ("Four", "Kern"),
        ("Five", "Holm"),
    ]


def test_a_term_that_is_put_in_marks_is_open() -> None:
    (edit,) = compare("Follow the less is more principle.", 'Follow the "less is more" principle.').edits
    assert (edit.kind, edit.detail, edit.verdict) == ("quote", "added", "open")
