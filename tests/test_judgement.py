"""Everything found in the tests' own texts, as golden files: their diffs show the effect of a change in the code.

Floors hold what was reached, cases what is right; these hold everything else, so that a rule, a weight or a threshold
which moves anything at all is seen, and named in the commit that moves it. `pytest --update-golden` rewrites them; read
the difference before you commit it. `edits.txt`: each case with its edits; `links.txt`: the links of annotated pairs
and of the samples with their scores, and their edits with their risk; `facts.txt`: what articles say; `garbled.txt`:
the edits of real posts and their garbled copies, which no editor would make but which reach what tidy ones do not;
`exchanged.txt`: those of the cases' texts with words of other cases in them; `case_facts.txt`: what the cases say. The
others record a layer alone: the steps of the aligner, the chances of pairs of sentences, the pairs of words, and the
figures, words and sentences of invented texts (`invented.py`), `news.txt` and `distances.txt` the facts and edits
of such texts.
"""

from __future__ import annotations

import codecs
import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any
from unittest import mock
from zlib import crc32

import pytest

from newsdiff import Comparison, compare
from newsdiff.align import align_sentences, in_order, likely
from newsdiff.align.chain import blend, order_probabilities, trust_in_order
from newsdiff.align.decode import form_groups, group_score
from newsdiff.align.order import moved_links
from newsdiff.align.twins import find_equal_groups, find_near_twins, find_twins
from newsdiff.compare import read_text
from newsdiff.edits import dates, identifiers, numbers
from newsdiff.facts import read_facts
from newsdiff.facts.reading import read_sentence
from newsdiff.model import Edit, Link
from newsdiff.pairing import pair_words
from newsdiff.pairing.likeness import KINDS, describe_word, likeness_kind
from newsdiff.pairing.worddiff import diff_tokens
from newsdiff.text.sentences import split_spans
from newsdiff.text.shadow import find_escape, shadow
from newsdiff.text.words import tokenize
from tests import test_desk, test_real, test_sentences
from tests.edit_cases import FOUND, SILENT, read_cases
from tests.invented import (
    NEWS,
    PATTERNS,
    invented_figures,
    invented_layouts,
    invented_mess,
    invented_pairs,
    invented_runs,
    invented_texts,
    laid_out,
    stretched_pairs,
)
from tests.pairs import GOLD, ROOT, read_pair

PLACES = frozenset(("text", "start", "end"))
INNER = frozenset(("stop", "cut", "at", "rate_end"))
SAMPLES = ROOT / "samples"
SWAPS = {
    "is": "is not", "was": "was never", "said": "denied", "will": "may", "must": "should", "can": "cannot",
    "more": "less", "before": "after", "first": "second", "two": "three", "may": "will", "and": "or", "most": "few",
    "also": "allegedly", "not": "", "percent": "percentage points", "million": "billion", "per": "a", "their": "its",
    "about": "exactly", "who": "which", "he": "she", "January": "March", "May": "June", "all": "some",
}  # fmt: skip
FOLDER = Path(__file__).parent / "golden" / "judgement"


def say(edit: Edit) -> str:
    """An edit on one line, white space folded."""
    sides = [" ".join((span.text if span else "").split()) for span in (edit.a, edit.b)]
    values = [f" = {value.value} {value.unit}".rstrip() if value else "" for value in (edit.value_a, edit.value_b)]
    name = f"{edit.kind} {edit.detail}".strip()
    name = f"{name} {edit.risk:.3f} {edit.confidence:.2f}"
    return f"  {edit.verdict} {name}: {sides[0]}{values[0]} -> {sides[1]}{values[1]}".rstrip()


def list_edits() -> Iterator[str]:
    """Every case of the case files, the desk's and the real posts', with its edits."""
    for path in [*SILENT, *FOUND]:
        for n, line in enumerate(read_cases(path)):
            yield f"{path.parent.name}/{path.stem} {n}"
            yield from map(say, compare(line.case.a, line.case.b).edits)
    for case in test_desk.read_cases():
        yield f"desk/{case.want} {case.label}"
        yield from map(say, test_desk.compare_case(case).edits)
    for kind, _, changes in [*test_real.SLIPS, *test_real.HARMLESS]:
        for change in changes:
            yield f"real/{kind}: {change.line}"
            yield from map(say, compare(change.a, change.b).edits)


def list_links() -> Iterator[str]:
    """The links and edits of the annotated pairs."""
    pairs = [(folder.name, *read_pair(folder)) for folder in GOLD]
    for name, a, b in [*pairs, *list_samples()]:
        found = compare(a, b)
        yield f"{name} kept {found.kept:.3f} related {found.related}"
        yield from describe_links(found)


def describe_links(found: Comparison) -> Iterator[str]:
    for n, link in enumerate(found.links):
        score = "" if link.score is None else f" {link.score:.5f}"
        pairs = " ".join([f"{i}-{j}" for i, j in link.pairs if i != j])
        yield f"  {list(link.a)} {list(link.b)} {link.kind}{' moved' * link.moved}{score} {pairs}".rstrip()
        yield from [f"  {say(edit)}" for edit in found.edits if edit.link == n]


def list_samples() -> Iterator[tuple[str, str, str]]:
    """Pairs of the samples: the archive's related articles, neighbouring versions, a wire story and its reprints."""
    stories = read_archive()
    with (SAMPLES / "archive/truth.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield f"{row['a']} {row['b']}", stories[row["a"]], stories[row["b"]]
    versions = sorted((SAMPLES / "history").glob("v*.txt"))
    reprints = [(SAMPLES / "reprints/wire.txt", path) for path in sorted((SAMPLES / "reprints").glob("*.txt"))]
    both = [(folder.with_name("a.txt"), folder.with_name("b.txt")) for folder in sorted(SAMPLES.glob("*/a.txt"))]
    for a, b in [*pairwise(versions), *reprints, *both]:
        yield f"{a.parent.name} {a.stem} {b.stem}", a.read_text(encoding="utf-8"), b.read_text(encoding="utf-8")


def read_archive() -> dict[str, str]:
    lines = (SAMPLES / "archive/archive.jsonl").read_text(encoding="utf-8").splitlines()
    return {article["id"]: article["text"] for article in map(json.loads, lines)}


def list_garbled() -> Iterator[str]:
    """The edits of the real posts against copies that are garbled, and the other way round."""
    for path in test_real.POSTS:
        text = test_real.read_post(path.stem)
        for name, a, b in (("garbled", text, garble(text)), ("ungarbled", garble(text), text)):
            found = compare(a, b)
            yield f"{path.stem} {name} kept {found.kept:.3f}"
            yield from describe_links(found)


def list_exchanged() -> Iterator[str]:
    """The edits of the cases' texts, ten to an article, where each has words of the others in place of some."""
    chance = random.Random(6)
    for path in [*SILENT, *FOUND]:
        texts = [line.case.b.replace("\n", " ") for line in read_cases(path)]
        words = [word for text in texts for word in text.split()]
        for n in range(0, len(texts), 10):
            a = texts[n : n + 10]
            b = [exchange(text, words, chance) for text in a]
            found = compare("\n\n".join(a), "\n\n".join(b))
            yield f"{path.parent.name}/{path.stem} {n} kept {found.kept:.3f}"
            yield from describe_links(found)


def exchange(text: str, words: list[str], chance: random.Random) -> str:
    """A text with one word in nine replaced by another, one in twelve respelt, and perhaps one dropped or put in."""
    own = [chance.choice(words) if chance.random() < 0.11 else word for word in text.split()]
    own = [respell(word, chance) if chance.random() < 0.08 else word for word in own]
    at = chance.randrange(len(own))
    own[at : at + chance.randrange(3)] = chance.sample(words, chance.randrange(3))
    return " ".join(own)


def respell(word: str, chance: random.Random) -> str:
    """A word as a typist, another style book or another alphabet would have it."""
    at = chance.randrange(len(word))
    way = chance.randrange(10)
    if way == 0:
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    if way == 1:
        return word[:at] + word[at + 1 :] or word
    if way == 2:
        return word[:at] + word[at] * 2 + word[at + 1 :]
    if way == 3:
        return f"{word[: at + 1]}-{word[at + 1 :]}"
    if way == 4:
        return word.replace("-", "") if "-" in word else word.swapcase() if at == 0 else word.title()
    pairs = ("ise ize", "our or", "re er", "ll l", "e é", "u ü", "kh h", "q k", "i y", "ae e", "' ’", "ph f", "al- el-")
    for old, new in map(str.split, chance.sample(pairs, len(pairs))):
        if old in word:
            return word.replace(old, new)
        if new in word:
            return word.replace(new, old)
    return word


def list_long() -> Iterator[str]:
    """What is too long to be compared in full: tables, lists without an end, one line many times."""
    chance = random.Random(12)
    letters = "abcdefghiklmnoprstuvwz"
    for n in (40, 48, 55, 90, 105, 130):
        figures = [str(chance.randrange(10, 99999)) for _ in range(n)]
        words = ["".join(chance.choices(letters, k=8)) for _ in range(n)]
        lines = [f"{chance.choice(('Yes', 'No', 'The boat left at noon'))}." for _ in range(n)]
        shuffled = chance.sample(figures, n)
        for a, b in (
            (" ".join(figures), " ".join([*figures[3:], *figures[:2], "17"])),
            (" ".join(figures), " ".join(shuffled)),
            (", ".join(words), ", ".join([respell(word, chance) for word in words])),
            ("\n\n".join(lines), "\n\n".join(chance.sample(lines, n - 5))),
            (" ".join(lines), " ".join(lines[7:])),
            ('"' + '" "'.join(words) + '"', '"' + '" "'.join([*words[2:], words[0]]) + '"'),
        ):
            yield f"{n}: {a[:40]!r}"
            yield from describe_links(compare(a, b))


def garble(text: str) -> str:
    """Some words dropped, doubled, swapped or exchanged, figures raised, paragraphs turned round."""
    blocks = text.split("\n\n")
    blocks = [*blocks[1:3], blocks[0], *blocks[3:]]
    words = re.split(r"(\W+)", "\n\n".join(blocks))
    for n in range(0, len(words) - 2, 2):
        turn, word = n // 2, words[n]
        if word.isdigit() and turn % 2:
            words[n] = str(int(word) + 1)
        elif word in SWAPS and turn % 3 == 0:
            words[n] = SWAPS[word]
        elif turn % 17 == 0:
            words[n] = ""
        elif turn % 29 == 0:
            words[n], words[n + 2] = words[n + 2], words[n]
        elif turn % 41 == 0:
            words[n] = f"{word} {word}"
    return "".join(words)


def list_chances() -> Iterator[str]:
    """How likely each pair of sentences is to belong together, in gold pairs and garbled posts."""
    pairs = [(folder.name, *read_pair(folder)) for folder in GOLD]
    texts = [(path.stem, test_real.read_post(path.stem)) for path in test_real.POSTS[:5]]
    coded = [(f"{name} coded", codecs.encode(text, "rot13")) for name, text in texts]  # words that nobody knows
    for name, a, b in [*pairs, *[(name, text, garble(text)) for name, text in [*texts, *coded]]]:
        with mock.patch.object(likely, "form_groups", wraps=likely.form_groups) as form_groups:
            sides = read_text(a, "a", "en").sentences, read_text(b, "b", "en").sentences
            align_sentences(*sides)
            align_sentences(*sides, embed=count_letters)
        for call in form_groups.call_args_list:
            chances, threshold = call.args
            yield f"{name} {threshold:.4f}"
            rows: dict[int, list[str]] = defaultdict(list)
            for (i, j), chance in sorted(chances.items()):
                rows[i].append(f"{j}:{chance:.4f}")
            yield from [f"  {i} {' '.join(row)}" for i, row in rows.items()]


def count_letters(sentences: list[str]) -> list[list[float]]:
    """A poor sentence encoder, the same on every machine."""
    return [[float(text.count(letter)) for letter in "aeiorstnlcdmp"] for text in sentences]


def list_words() -> Iterator[str]:
    """The pairs of words of the cases' sentences, and of lists of words that make no sense."""
    chance = random.Random(5)
    lines = [line.case for path in [*SILENT, *FOUND] for line in read_cases(path)]
    words = [token.key for case in lines for token in tokenize(case.a)]
    sides = [([t.key for t in tokenize(case.a)], [t.key for t in tokenize(case.b)]) for case in lines[::3]]
    sides += [(a, [*b[2:], *chance.choices(words, k=4), *b[:2]]) for a, b in sides]
    for n in range(200):
        some = chance.choices(words, k=4 + n % 12)
        sides.append((some, [*chance.sample(some, len(some) - 2), *chance.choices(words, k=n % 5)]))
    for a, b in sides:
        yield " ".join([f"{a[i]}~{b[j]}" for i, j in pair_words(a, b)])
    for _ in range(1500):
        x, y = chance.choices(words, k=2)
        yield f"{x} {y}: {KINDS[likeness_kind(describe_word(x), describe_word(y))]}"


def list_figures() -> Iterator[str]:
    """The figures, dates and codes of invented sentences, and what each is to the one before it."""
    before: dict[type, Any] = {}
    for text in invented_figures():
        yield text
        for facts, relate in zip(read_sentence(text), (identifiers.relate, dates.relate, numbers.relate), strict=True):
            for fact in facts:
                told = before.get(type(fact))
                before[type(fact)] = fact
                yield f"  {describe_fact(fact)}; {'' if told is None else plain(relate(told, fact))}"


def list_relations() -> Iterator[str]:
    """What the figures, dates and codes of a sentence are to those of one much like it."""
    for texts in invented_pairs(PATTERNS, 1500, 9):
        yield " | ".join(texts)
        x, y = map(read_sentence, texts)
        for relate, left, right in zip((identifiers.relate, dates.relate, numbers.relate), x, y, strict=True):
            told = [f"{f.text} ~ {g.text}: {plain(relate(f, g))}" for f in left for g in right]  # type: ignore[operator]
            yield from [f"  {line}" for line in told]


def list_news() -> Iterator[str]:
    """What invented news says, and the edits between it and news much like it, ten sentences to an article."""
    pairs = [*invented_pairs(NEWS, 1000, 10), *invented_pairs(PATTERNS, 400, 11)]
    for n in range(0, len(pairs), 10):
        a, b = ("\n\n".join(side) for side in zip(*pairs[n : n + 10], strict=True))
        yield from describe_texts(a, b)


def list_cuts() -> Iterator[str]:
    """The facts and edits of the cases' texts and of invented news, cut at both ends: what if nothing follows?"""
    chance = random.Random(14)
    texts = [line.case.b.replace("\n", " ") for path in [*SILENT, *FOUND] for line in read_cases(path)]
    pairs = [*zip(texts, texts, strict=True), *invented_pairs(NEWS, 500, 15)]
    for n in range(0, len(pairs), 10):
        sides = zip(*pairs[n : n + 10], strict=True)
        a, b = ("\n\n".join([cut(text, chance) for text in side]) for side in sides)
        yield from describe_texts(a, b)


def cut(text: str, chance: random.Random) -> str:
    """A text without some of its first and last words, and the last mark."""
    words = text.split()
    start = chance.randrange(1 + len(words) // 3)
    stop = len(words) - chance.randrange(1 + len(words) // 2)
    return " ".join(words[start:stop]).rstrip(".,;") or text


def list_abroad() -> Iterator[str]:
    """The facts and edits of texts in other languages with words respelt and exchanged."""
    chance = random.Random(13)
    for lang in ("de", "es", "fr"):
        texts = [text for text, _ in test_sentences.read_cases(f"lang_{lang}.txt")]
        words = [word for text in texts for word in text.split()]
        for n in range(0, len(texts), 5):
            for _ in range(12):
                a = "\n\n".join(texts[n : n + 5])
                b = "\n\n".join([exchange(text, words, chance) for text in texts[n : n + 5]])
                yield from describe_links(compare(a, b, lang=lang))


def list_distances() -> Iterator[str]:
    """The facts and edits of sentences that are stretched, step by step."""
    pairs = list(stretched_pairs())
    for n in range(0, len(pairs), 19):
        a, b = ("\n\n".join(side) for side in zip(*pairs[n : n + 19], strict=True))
        yield from describe_texts(a, b)


def describe_texts(a: str, b: str) -> Iterator[str]:
    found = compare(a, b)
    yield from [f"{kind}: {describe_fact(fact)}" for kind, fact in read_facts(found.a).in_order]
    yield from describe_links(found)


def list_sentences() -> Iterator[str]:
    """The sentences of real posts in many layouts, and of invented runs of marks."""
    for path in test_real.POSTS[:6]:
        for text in laid_out(test_real.read_post(path.stem)[:2500]):
            yield f"{path.stem} " + " ".join([f"{lo}-{hi}/{paragraph}" for lo, hi, paragraph in split_spans(text)])
    for n, text in enumerate(invented_texts()):
        yield repr([text[lo:hi] for lo, hi, _ in split_spans(text, ("en", "de", "", "en")[n % 4])])


def list_tokens() -> Iterator[str]:
    """The words of invented runs of letters, marks and escapes, and the diff of each run and the next."""
    before = tokenize("")
    for text in invented_runs():
        tokens = [token for sentence in read_text(text, "a", "en").sentences for token in sentence.tokens]
        kinds = ["'"[not token.initial :] + "#"[token.word :] for token in tokens]
        yield repr([token.key + kind for token, kind in zip(tokens, kinds, strict=True)])
        yield f"  {find_escape(text)!r} {[tuple(opcode) for opcode in diff_tokens(before, tokens)]}"
        before = tuple(tokens)


def list_steps() -> Iterator[str]:
    """What the aligner's steps make of numbers: twins, the order, groups, moved links."""
    chance = random.Random(7)
    for n in range(150):
        a = [
            tuple(chance.choice(("a b", "a b c", "A b", "d", "e f g h", ".", "c a")).split()) for _ in range(3 + n % 9)
        ]
        b = [key for key in a if chance.random() < 0.8]
        b[1:1] = chance.choices(a, k=n % 4)
        groups = find_equal_groups(a, b)
        yield f"{find_twins(a, b)} {groups} {find_near_twins(a, b, groups)}"
    for n in range(120):
        sizes = 2 + n % 7, 2 + n % 5
        cells = [(i, j) for i in range(sizes[0]) for j in range(sizes[1])]
        p = {cell: round(chance.random() ** 2, 3) for cell in cells if chance.random() < 0.6}
        lengths = [[chance.randint(1, 30) for _ in range(size)] for size in sizes]
        order = order_probabilities(p, *lengths)
        trust = trust_in_order(p, order, chance.random())
        yield f"{[{j: round(q, 4) for j, q in row.items()} for row in order]} {trust:.4f}"
        yield f"  {[(cell, round(q, 4)) for cell, q in sorted(blend(p, order, trust).items())]}"
        groups = form_groups(p, 0.2 + 0.1 * (n % 4))
        yield f"  {groups} {[round(group_score(p, *group), 4) for group in groups]}"
        links = in_order([Link((i,), (j,)) for i, j in zip(range(8), chance.sample(range(9), 8), strict=True)], 9, 9)
        yield f"  {sorted(moved_links(links, lengths[0] * 9))} {[(link.a, link.b) for link in links]}"


def list_digests() -> Iterator[str]:
    """Sums over many more invented texts, twenty to a line: that something moved, cheaply; the other files say what."""
    yield from digest("figures", [say_reading(text) for text in invented_mess(10_000)])
    patterned = [say_reading(x) + say_reading(y) for x, y in invented_pairs(PATTERNS, 5000, 16)]
    yield from digest("patterns", patterned)
    yield from digest("sentences", [str(split_spans(text)) for text in invented_texts(5000, 17)])
    posts = [test_real.read_post(path.stem) for path in test_real.POSTS]
    yield from digest("layouts", [str(split_spans(text)) for text in invented_layouts(posts, 1200, 23)])
    yield from digest("tokens", [str(tokenize(shadow(text))) for text in invented_runs(3000, 18)])
    chance = random.Random(19)
    lines = [line.case for path in [*SILENT, *FOUND] for line in read_cases(path)]
    words = [describe_word(token.key) for case in lines for token in tokenize(case.a)]
    yield from digest("likeness", [str(likeness_kind(*chance.choices(words, k=2))) for _ in range(6000)])


def list_edit_digests() -> Iterator[str]:
    """Sums over the edits of more invented news, and of the cases with other words."""
    pairs = list(invented_pairs(NEWS, 2000, 21))
    chance = random.Random(22)
    for path in [*FOUND, *SILENT]:
        texts = [side.replace("\n", " ") for line in read_cases(path) for side in line.case[:2]]
        words = [word for text in texts for word in text.split()]
        pairs += [(text, exchange(text, words, chance)) for text in texts]
    articles = [["\n\n".join(side) for side in zip(*pairs[n : n + 10], strict=True)] for n in range(0, len(pairs), 10)]
    yield from digest("edits", ["\n".join(describe_texts(a, b)) for a, b in articles], 1)


def say_reading(text: str) -> str:
    """All figures, dates and codes of a text with what they are to each other."""
    told = [text]
    for facts, relate in zip(read_sentence(text), (identifiers.relate, dates.relate, numbers.relate), strict=True):
        told += [describe_fact(fact) for fact in facts]
        told += [plain(relate(x, y)) for x, y in pairwise(facts)]  # type: ignore[operator]
    return "\n".join(told)


def digest(name: str, told: Sequence[str], size: int = 20) -> Iterator[str]:
    """A checksum of every so many texts."""
    for n in range(0, len(told), size):
        yield f"{name} {n}: {crc32(chr(10).join(told[n : n + size]).encode(errors='backslashreplace')):08x}"


def list_case_facts() -> Iterator[str]:
    """What both sides of every case say."""
    for path in [*SILENT, *FOUND]:
        for n, line in enumerate(read_cases(path)):
            for side in dict.fromkeys((line.case.a, line.case.b)):
                yield f"{path.parent.name}/{path.stem} {n}"
                facts = read_facts(compare(side, "").a).in_order
                yield from [f"  {kind}: {describe_fact(fact)}" for kind, fact in facts]


def list_facts() -> Iterator[str]:
    """What annotated articles, the archive's and the real posts say, fact by fact."""
    texts = {
        f"{folder.name}/{side}": text for folder in GOLD for side, text in zip("ab", read_pair(folder), strict=True)
    }
    texts |= read_archive()
    texts |= {path.stem: test_real.read_post(path.stem) for path in test_real.POSTS}
    for name, text in texts.items():
        article = compare(text, "").a
        yield name
        yield from [f"  {kind}: {describe_fact(fact)}" for kind, fact in read_facts(article).in_order]


def describe_fact(fact: Any) -> str:
    """The text of a fact and what is known of it beyond its place; inner places are counted from its start."""
    inner = {name: f"+{value - fact.start}" for name, value in fact._asdict().items() if name in INNER and value}
    others = {name: plain(value) for name, value in fact._asdict().items() if name not in PLACES | INNER and value}
    known = [f"{name} {value}" for name, value in (others | inner).items()]
    return "; ".join([" ".join(fact.text.split()), *known])


def plain(value: object) -> str:
    """A value as text, sets in order."""
    if isinstance(value, frozenset | set):
        return repr(sorted(value, key=repr))
    if isinstance(value, tuple):
        return f"({', '.join([plain(part) for part in value])})"
    return repr(value)


LISTS = {
    "facts": list_facts, "figures": list_figures, "digests": list_digests, "relations": list_relations,
    "sentences": list_sentences, "tokens": list_tokens, "words": list_words, "steps": list_steps,
    "chances": list_chances, "news": list_news, "cuts": list_cuts, "distances": list_distances,
    "garbled": list_garbled, "exchanged": list_exchanged, "links": list_links, "long": list_long,
    "abroad": list_abroad, "case_facts": list_case_facts, "edits": list_edits, "edit_digests": list_edit_digests,
}  # fmt: skip


@pytest.mark.parametrize(("name", "lines"), LISTS.items())
def test_golden(name: str, lines: Callable[[], Iterator[str]], update_golden: bool) -> None:
    golden = FOLDER / f"{name}.txt"
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text("".join([f"{line}\n" for line in lines()]), encoding="utf-8", newline="\n")
    wanted = golden.read_text(encoding="utf-8").splitlines()
    for n, (shown, want) in enumerate(zip_longest(lines(), wanted), 1):  # stops at the first, which is soon found
        assert shown == want, f"{golden.name}:{n}"
