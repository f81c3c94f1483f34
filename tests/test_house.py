"""A desk's own lists."""

import pytest

from newsdiff.house import House, apply_house
from newsdiff.model import Article, Comparison, Edit, Span


def edits(kind: str, a: str | None, b: str | None, **lists: tuple[object, ...]) -> list[str]:
    """The kinds that are left of one edit."""
    sides = [None if text is None else Span(text, 0, len(text)) for text in (a, b)]
    edit = Edit(kind, "", sides[0], sides[1], 0, 0, 0, False, 1.0)
    found = Comparison(Article("a", "", ()), Article("b", "", ()), (), (edit,), 1.0, True)
    return [edit.kind for edit in apply_house(found, House(**lists)).edits]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "a", "b", "lists", "left"),
    [
        ("spelling", "Kiev", "Kyiv", {}, ["spelling"]),
        ("spelling", "KIEV", "Kyiv", {"variants": (("Kyiv", "Kiev"),)}, []),
        ("spelling", "Kiev", "Lviv", {"variants": (("Kyiv", "Kiev"), ("Lviv", "Lwów"))}, ["spelling"]),
        ("entity", "Holland", "the Netherlands", {"variants": (("Holland", "The Netherlands"),)}, []),
        ("number", "30", "40", {"variants": (("30", "40"),)}, ["number"]),
        ("negation", "not", None, {"ignore": ("not",)}, ["negation"]),
        ("wording", "Dear", None, {"ignore": ("dear",)}, []),
        ("wording", "dear reader", None, {"ignore": ("dear",)}, ["wording"]),
        ("spelling", "Kull", "Kall", {"names": ("Kall",)}, ["entity"]),
        ("spelling", "Marta Kull", "Marta Kall", {"names": ("Kull",)}, ["entity"]),
        ("spelling", "Marta Kull", "Marta Kall", {"names": ("Marta",)}, ["spelling"]),
        ("spelling", "Kull", "Kall", {"names": ("Kull",), "variants": (("Kull", "Kall"),)}, []),
        ("hedge", "about", None, {"kinds_off": ("hedge",)}, []),
    ],
)
def test_lists(kind: str, a: str, b: str | None, lists: dict[str, tuple[object, ...]], left: list[str]) -> None:
    assert edits(kind, a, b, **lists) == left
