"""The splitter: cases that a copy editor can read, one article in many forms, and invariants for any text."""

import json
import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.sentences import split_sentences, split_spans
from tests.growth import LINEAR, growth
from tests.pairs import GOLD

CASES = Path(__file__).parent / "cases" / "sentences"
# Gold articles as they are typed: a paragraph a line, blank lines between.
ARTICLES = {f"{p.name}-{side}": (p / f"{side}.txt").read_text(encoding="utf-8") for p in GOLD for side in "ab"}
# What makes and breaks sentences, more often than chance would have it.
HAZARDS = st.lists(
    st.sampled_from(
        [
            *"aZ1 .!?…\"'“”‘’„«»()[]\n\r\f\t-—•*_,:;\u200b\ufeff\xa0。？」؟।د",
            *["St. ", "U.S. ", ". ", ".A", "\n\n", "\r\n", "http://", "1. "],
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


def read_cases(name: str) -> list[tuple[str, list[str]]]:
    cases = []
    for block in (CASES / name).read_text(encoding="utf-8").split("===\n"):
        if block.strip():
            text, _, sentences = block.partition("\n---\n")
            cases.append((text, sentences.splitlines()))
    return cases


def plain(text: str) -> str:
    return " ".join(text.split())


def squash(text: str) -> str:
    return "".join(text.split())


def split(text: str, lang: str = "en") -> list[str]:
    return [plain(s.text) for s in split_sentences(text, lang)]


FILES = sorted(p.name for p in CASES.glob("*.txt") if p.name != "known_failures.txt")


@pytest.mark.parametrize(
    ("name", "text", "sentences"),
    [pytest.param(f, *case, id=f"{f[:-4]}-{n}") for f in FILES for n, case in enumerate(read_cases(f))],
)
def test_cases(name: str, text: str, sentences: list[str]) -> None:
    assert split(text, name[5:7] if name.startswith("lang_") else "en") == sentences


@pytest.mark.xfail(strict=True, reason="a title, a counter or a company before a name or figure reads as one phrase")
@pytest.mark.parametrize(("text", "sentences"), read_cases("known_failures.txt"))
def test_known_failures(text: str, sentences: list[str]) -> None:
    assert split(text) == sentences


@pytest.mark.parametrize("folder", GOLD, ids=lambda p: p.name)
def test_gold(folder: Path) -> None:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for side in "ab":
        wished = {squash(s) for s in gold[side]}
        got = {squash(s) for s in split((folder / f"{side}.txt").read_bytes().decode())}
        assert len(wished & got) >= 0.95 * len(wished | got)


def forms(text: str) -> dict[str, str]:
    """One article as files of different make."""
    paragraphs = re.split(r"\n+", text.strip())
    wrapped = ["\n".join(textwrap.wrap(p, 72)) for p in paragraphs]
    unhyphenated = ["\n".join(textwrap.wrap(p, 68, break_on_hyphens=False)) for p in paragraphs]
    indented = "\n".join(["\n".join(textwrap.wrap(p, 72, initial_indent="    ")) for p in paragraphs])
    return {
        "a paragraph a line": "\n".join(paragraphs),
        "blank lines": "\n\n".join(paragraphs) + "\n",
        "CRLF": "\r\n\r\n".join(paragraphs),
        "CR": "\r".join(paragraphs),
        "BOM": "\ufeff" + "\n".join(paragraphs),
        "form feeds": "\n\f".join(paragraphs),
        "wrapped": "\n\n".join(wrapped),
        "wrapped at 68": "\n\n".join(unhyphenated),
        "wrapped, CRLF": "\n\n".join(wrapped).replace("\n", "\r\n"),
        "wrapped, CR": "\n\n".join(wrapped).replace("\n", "\r"),
        "wrapped, page breaks": "\n\n".join([p.replace("\n", "\n\f", 1) for p in wrapped]),
        "indented": indented,
    }


@pytest.mark.parametrize("name", ARTICLES)
def test_one_article_in_many_forms(name: str) -> None:
    shapes = forms(ARTICLES[name])
    wished = [squash(s) for s in split(shapes.pop("blank lines"))]
    for form, text in shapes.items():
        assert [squash(s.lstrip("\ufeff")) for s in split(text)] == wished, form


@given(st.one_of(st.text(), HAZARDS), st.sampled_from(["en", "de", "ru", "zh", "ar", "xx", ""]))
def test_sentences_partition_the_text(text: str, lang: str) -> None:
    spans = split_spans(text, lang)
    body = "\ufeff" + text[1:] if text.startswith("\ufeff") else text
    ends = [0] + [hi for _, hi, _ in spans]
    starts = [lo for lo, _, _ in spans] + [len(text)]
    for end, start in zip(ends, starts, strict=True):
        assert end <= start
        assert not body[end:start].lstrip("\ufeff" if end == 0 else "").strip()
    for lo, hi, _ in spans:
        assert lo < hi
        assert text[lo:hi] == text[lo:hi].strip()
    numbers = [paragraph for _, _, paragraph in spans]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(len(set(numbers))))


@given(HAZARDS)
def test_line_ends_are_all_one(text: str) -> None:
    text = text.replace("\r", "").replace("\f", "")
    wished = split(text)
    assert split(text.replace("\n", "\r\n")) == wished
    assert split(text.replace("\n", "\r")) == wished


@given(st.sampled_from(sorted(ARTICLES)), st.integers(50, 100))
def test_wrapping_is_no_difference(name: str, width: int) -> None:
    paragraphs = re.split(r"\n+", ARTICLES[name].strip())
    body = [p for p in paragraphs if len(p) > 100]
    wrapped = "\n\n".join([textwrap.fill(p, width) for p in body])
    assert [squash(s) for s in split(wrapped)] == [squash(s) for s in split("\n\n".join(body))]


@pytest.mark.parametrize(
    "unit",
    [
        ". ",
        'He."',
        "abc.Def",
        "He said it\n",
        "« a. » ",
        "„a.“b",
        "a.'b",
        "a@.B",
        "1) Aa 2) Bb ",
        "• a ",
        "\n",
        "\f",
        "A.A",
        ".\u200b",
    ],
)
def test_time_is_linear(unit: str) -> None:
    assert growth(lambda size: split_spans(unit * (size // len(unit))), 6_000) < LINEAR


def test_nothing_to_split() -> None:
    assert split_spans("") == split_spans("\ufeff") == split_spans(" \n\f\r\n") == []
    assert [s.text for s in split_sentences("\ufeffA. ")] == ["A."]
