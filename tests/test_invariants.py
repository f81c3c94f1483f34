"""Invariants for any two texts: pairs of articles, article-like noise, any Unicode."""

import gc
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdiff.compare import compare, read_shadow
from newsdiff.edits.passage import Passage, Story
from newsdiff.model import Article, Comparison, LinkedPassage, Span
from newsdiff.pairing.worddiff import diff_tokens
from newsdiff.render.terminal import render_terminal
from newsdiff.text.normalize import INVISIBLE
from newsdiff.text.words import tokenize
from tests.growth import QUADRATIC, growth
from tests.pairs import PAIRS, ROOT, read_pair

MIRRORED = {"split": "merged", "merged": "split", "omission": "insertion", "insertion": "omission"}

# What a sentence of news is made of, hazards included.
_PIECES = (
    "The the A mayor said Mr. Dr. U.S. St. Petersburg Feb. 24 No. 3 p.m. 300,000 1.5 $3.1bn 10-kilometer ten kilometre "
    "organised organized café Erdoğan co-operate cooperate Evgeny Yevgeny not will may did. resorted.According show.At "
    "cent O'Brien isn’t Kuzey’s “They ” ” \" ' ‘no ’ « » — – - -- … ... ?! ! . . . , : ; ( ) [ ] [bold] {+ +} [- -] "
    "• * # & @ https://example.org/a.b?c desk@example.org 大会 会 です。 。 ไทย हिन्दी। مرحبا. Привет. "
    "e\u0301 \u00ad \u200b \ufeff \ufb01ne \uff21 \x1b[31m \x07 \0 \U0001f600"
).split(" ")
_GAPS = [" "] * 12 + [
    "",
    "  ",
    "\n",
    "\r\n",
    "\r",
    "\f",
    "\t",
    "\u00a0",
    "\u2028",
    "-\n",
    "\n\n",
    "\n\n",
    "\r\n\r\n",
    "\n \n",
]
article_like = st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), max_size=60).map(
    lambda pieces: "".join([word + gap for word, gap in pieces])
)
any_text = st.text(max_size=60) | article_like


@st.composite
def versions(draw: st.DrawFn) -> tuple[str, str]:
    """An article-like text, and the same with some pieces replaced, dropped, doubled or moved."""
    pieces = draw(st.lists(st.tuples(st.sampled_from(_PIECES), st.sampled_from(_GAPS)), max_size=60))
    other = list(pieces)
    for _ in range(draw(st.integers(0, 6)) if pieces else 0):
        at = draw(st.integers(0, len(other)))
        to = draw(st.integers(at, min(len(other), at + 8)))
        new = draw(st.sampled_from(["drop", "double", "move", "replace"]))
        piece = other[at:to]
        other[at:to] = piece * 2 if new == "double" else [(draw(st.sampled_from(_PIECES)), " ")] * (new == "replace")
        if new == "move":
            other += piece
    return "".join(map("".join, pieces)), "".join(map("".join, other))


def test_pairs_of_articles(pair: tuple[str, str]) -> None:
    check_all(*pair)


def test_pairs_of_articles_strictly(pair: tuple[str, str]) -> None:
    a, b = pair
    check_comparison(compare(a, b, strict=True))
    check_nothing(compare(a, a, strict=True))


def test_strict_compares_more_and_links_and_names_the_same(pair: tuple[str, str]) -> None:
    lenient, strict = compare(*pair), compare(*pair, strict=True)
    assert [(link.a, link.b, link.moved) for link in strict.links] == [(k.a, k.b, k.moved) for k in lenient.links]
    assert strict.edits == lenient.edits
    assert strict.kept <= lenient.kept


def test_strict_still_sees_a_respelt_word() -> None:
    found = compare("The programme was organised well.", "The program was  organized well.", strict=True)
    assert [(edit.kind, edit.detail) for edit in found.edits] == [("spelling", "regional")] * 2
    assert [step.op for step in found.links[0].diff] == ["equal", "replace", "equal"]


def test_line_ends_are_no_difference(pair: tuple[str, str]) -> None:
    for text in pair:
        check_nothing(compare(text, text.replace("\n", "\r\n")))
        check_nothing(compare("\ufeff" + text.rstrip(), text))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nobody knows.” ― Ada Holm\n\n“The debate showed it.", "Nobody knows.” ― Ada Holm “The debate showed it."),
        (
            "In its post the board describes\n\nthe pier as “a very light thing—loved by less than 1% of us”.",
            'In its post the board describes the pier as "a very light thing—loved by less than 1% of\nus".',
        ),
    ],
)
def test_where_sentences_are_cut_is_no_difference(a: str, b: str) -> None:
    found = compare(a, b)
    assert any(link.kind != "same" for link in found.links)  # or it shows nothing
    assert not found.differs
    assert not found.edits
    assert "No differences" in render_terminal(found, width=80)


def test_a_hyphen_at_a_line_end_is_no_difference(pair: tuple[str, str]) -> None:
    for text in pair:
        paragraphs = [line for line in text.splitlines() if line.strip()]
        for width in (66, 72):
            wrapped = "\n\n".join([textwrap.fill(p, width) for p in paragraphs])
            found = compare("\n\n".join(paragraphs), wrapped)
            assert [k.diff for k in found.links if k.kind == "edited"] == []


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("cooper-\nation", "cooperation"),
        ("cooper\u00ad\nation", "cooperation"),
        ("Sint-\nAldric", "Sint-Aldric"),
        ("el-\r\nRahman", "el-Rahman"),
        ("10-\nkilometer", "10-kilometer"),
    ],
)
def test_a_word_broken_at_a_line_end_is_one_word(broken: str, whole: str) -> None:
    assert [token.key for token in tokenize(broken)] == [whole]


@settings(max_examples=60, deadline=None)
@given(any_text, any_text)
@example("https://example.org/a.b?c\nThe The Petersburg ", "")
@example("\ufeff", "\u200b")
@example("\x1b[31mred\x1b[0m", "[red]")
def test_any_texts(a: str, b: str) -> None:
    check_all(a, b)


@settings(max_examples=60, deadline=None)
@given(versions())
def test_versions(pair: tuple[str, str]) -> None:
    check_all(*pair)


@settings(max_examples=30, deadline=None)
@given(versions())
def test_versions_strictly(pair: tuple[str, str]) -> None:
    check_comparison(compare(*pair, strict=True))
    check_nothing(compare(pair[0], pair[0], strict=True))


_UNITS = (
    "not |no one or not, |about |may 3 could |Ab |A, B and C. |Ab sued Cd. |3 and 4 |\ud800 a, b, |x y |rose fell |Aa|é"
    '|A-|\u0301|$5 |Kyiv |"Yes," he said. |said |café |Ⅷ ½ ² '
).split("|")


@pytest.mark.parametrize("unit", _UNITS)
def test_a_sentence_without_end_costs_in_proportion(unit: str) -> None:
    def work(size: int) -> None:
        compare(unit * size, (unit * size)[1:] + " did it.")

    assert growth(work, 40, QUADRATIC) < QUADRATIC


def test_a_list_of_names_costs_in_proportion() -> None:
    def work(size: int) -> None:
        compare("".join([f"Name{n} Lee " for n in range(size)]), "".join([f"Nam{n} Leo " for n in range(size)]))

    assert growth(work, 40, QUADRATIC) < QUADRATIC


def test_swapped_sides_mirror_the_links() -> None:
    for folder in PAIRS:
        a, b = read_pair(folder)
        check_mirrored(compare(a, b), compare(b, a))


def test_the_same_in_every_process() -> None:
    code = (
        "from tests.pairs import PAIRS, read_pair; from newsdiff.compare import compare, read_shadow\n"
        "for folder in PAIRS: print(compare(*read_pair(folder)))"
    )
    printed = set()
    for seed in ("0", "1", "4242"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
        printed.add(done.stdout)
    assert len(printed) == 1


@pytest.fixture(params=PAIRS, ids=lambda folder: folder.name)
def pair(request: pytest.FixtureRequest) -> tuple[str, str]:
    folder: Path = request.param
    return read_pair(folder)


def check_all(a: str, b: str) -> None:
    check_comparison(compare(a, b))
    check_comparison(compare(b, a))
    check_nothing(compare(a, a))
    for empty in (compare(a, ""), compare("", a)):
        check_comparison(empty)
        assert all(not (link.a and link.b) for link in empty.links)
        assert empty.related


def check_comparison(c: Comparison, lang: str = "en") -> None:
    check_article(c.a, lang)
    check_article(c.b, lang)
    # Every sentence stands in exactly one link.
    linked = ((c.a, [i for k in c.links for i in k.a]), (c.b, [j for k in c.links for j in k.b]))
    for article, indexes in linked:
        assert sorted(indexes) == list(range(len(article.sentences)))
    assert not c.failed
    for link in c.links:
        check_link(c, link)
    for edit in c.edits:
        link = c.links[edit.link]
        assert edit.a or edit.b
        assert 0 <= edit.confidence <= 1
        sides = ((c.a, edit.a, edit.at_a, link.a), (c.b, edit.b, edit.at_b, link.b))
        for article, span, at, members in sides:
            assert 0 <= at <= len(article.text)
            if span:
                check_span(article, span)
                assert at == span.start
                # `link` is that of the first sentence; a quotation may reach into other links on the other side.
                if article is c.a or edit.a is None or edit.kind != "quote":
                    assert any(article.sentences[m].start <= span.start < article.sentences[m].end for m in members)
    # The list of edits alone tells a script everything that the links tell.
    for kind in ("omission", "insertion"):
        assert [e.link for e in c.edits if e.kind == kind] == [n for n, k in enumerate(c.links) if k.kind == kind]
    assert [e.link for e in c.edits if e.kind == "transposition"] == [n for n, k in enumerate(c.links) if k.moved]
    assert 0 <= c.kept <= 1


def check_article(article: Article, lang: str = "en") -> None:
    """Sentences partition the article but for white space, tokens the sentence but for what is not read."""
    seen = read_shadow(article.text, "", lang, frozenset(), {}).text
    end = int(article.text.startswith("\ufeff"))  # a byte order mark is no part of what is read
    paragraph = 0
    for sentence in article.sentences:
        check_span(article, Span(sentence.text, sentence.start, sentence.end))
        assert not article.text[end : sentence.start].strip()
        assert sentence.text == sentence.text.strip()
        assert sentence.paragraph in (paragraph, paragraph + 1)
        end, paragraph = sentence.end, sentence.paragraph
        assert sentence.tokens
        last = sentence.start
        for token in sentence.tokens:
            check_span(article, Span(token.text, token.start, token.end))
            assert all(c.isspace() or c in INVISIBLE for c in seen[last : token.start])
            last = token.end
        assert all(c.isspace() or c in INVISIBLE for c in seen[last : sentence.end])
    assert not article.text[end:].strip()


def check_span(article: Article, span: Span) -> None:
    assert 0 <= span.start < span.end <= len(article.text)
    assert article.text[span.start : span.end] == span.text


def check_link(c: Comparison, link: LinkedPassage) -> None:
    assert link.a or link.b
    assert list(link.a) == sorted(set(link.a))
    assert list(link.b) == sorted(set(link.b))
    kinds = {(0, 1): "insertion", (1, 0): "omission", (1, 1): "edited", (1, 2): "split", (2, 1): "merged"}
    kind = kinds.get((min(len(link.a), 2), min(len(link.b), 2)), "regrouped")
    assert link.kind == kind or (link.kind == "same" and kind == "edited") or not (link.a and link.b)
    assert link.kind in ("omission", "insertion") or (link.a and link.b)
    assert (link.score is None) == (not (link.a and link.b))
    # The diff of a link gives back both sides to the letter.
    assert "".join([d.a for d in link.diff]) == side_text(c.a, link.a)
    assert "".join([d.b for d in link.diff]) == side_text(c.b, link.b)
    for d in link.diff:
        assert (bool(d.a), bool(d.b)) == {"delete": (True, False), "insert": (False, True)}.get(d.op, (True, True))
    lengths = [
        sum([len(article.sentences[m].tokens) for m in members]) for article, members in ((c.a, link.a), (c.b, link.b))
    ]
    assert list(link.pairs) == sorted(set(link.pairs))
    assert all(0 <= i < lengths[0] and 0 <= j < lengths[1] for i, j in link.pairs)


def side_text(article: Article, members: tuple[int, ...]) -> str:
    """Sentences, and between them the white space that follows each of them in the article."""
    text = ""
    for member in members:
        sentence = article.sentences[member]
        rest = article.text[sentence.end :]
        text += sentence.text + rest[: len(rest) - len(rest.lstrip())] * (member != members[-1])
    return text


def check_mirrored(there: Comparison, back: Comparison) -> None:
    links = sorted([(k.a, k.b, k.kind) for k in there.links])
    assert links == sorted([(k.b, k.a, MIRRORED.get(k.kind, k.kind)) for k in back.links])
    assert sum(k.moved for k in there.links) == sum(k.moved for k in back.links)


def check_nothing(c: Comparison) -> None:
    assert [k for k in c.links if k.kind != "same" or k.moved] == []
    assert c.edits == ()
    assert (c.kept, c.related, c.differs) == (1.0, True, False)


def uncovered(a: str, b: str) -> list[str]:
    """The tokens that the literal diff of a link does not call equal and that lie in no edit of their side."""
    c = compare(a, b)
    missing = []
    for link in c.links:
        if not (link.a and link.b):
            continue
        sides = [
            [t for n in members for t in article.sentences[n].tokens]
            for article, members in ((c.a, link.a), (c.b, link.b))
        ]
        spans = ([e.a for e in c.edits if e.a], [e.b for e in c.edits if e.b])
        for o in diff_tokens(*sides):
            if o.op == "equal":
                continue
            for tokens, (lo, hi), edits in zip(sides, ((o.a1, o.a2), (o.b1, o.b2)), spans, strict=True):
                for token in tokens[lo:hi]:
                    # The marks about a quotation are the quotation's, though its reading is what stands inside them.
                    if token.word and not any(s.start < token.end and token.start < s.end for s in edits):
                        missing.append(token.text)
    return missing


@pytest.mark.parametrize("folder", PAIRS, ids=lambda p: p.name)
def test_every_difference_lies_in_an_edit(folder: Path) -> None:
    assert uncovered(*read_pair(folder)) == []


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_every_difference_of_random_edits_lies_in_an_edit(data: st.DataObject) -> None:
    words = read_pair(data.draw(st.sampled_from(PAIRS)))[0].split(" ")
    lo = data.draw(st.integers(0, len(words)))
    words = words[lo : lo + 60]
    changed = list(words)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(changed)))
        match data.draw(st.sampled_from(("drop", "put", "exchange", "mark"))):
            case "drop":
                del changed[at : at + data.draw(st.integers(1, 3))]
            case "put":
                changed.insert(at, data.draw(st.sampled_from(("not", "5%", "former", "quietly", "and", "Oslo", "-3"))))
            case "exchange":
                changed[at : at + 2] = changed[at : at + 2][::-1]
            case "mark":
                changed.insert(at, data.draw(st.sampled_from(("—", '"', "(", "?", "$"))))
    assert uncovered(" ".join(words), " ".join(changed)) == []


def test_nothing_of_a_comparison_waits_for_the_garbage_collector() -> None:
    a, b = "Ruiz said “no” on May 4. It rained.", "Ruiz said “never” on May 5. It poured."
    gc.collect()
    gc.disable()
    try:
        compare(a, b)
        left = [kind.__name__ for kind in map(type, gc.get_objects()) if kind in (Story, Passage)]
    finally:
        gc.enable()
    assert left == []


def test_a_cue_that_belongs_to_no_word_fails_no_finder() -> None:
    assert compare("Under the charged, the public will shop.", "The public will shop.").failed == ()
