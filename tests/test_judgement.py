"""All that is found in the tests' own texts, as golden files: what a change of the code changes can be read there.

Floors hold what was reached, cases what is right; these hold everything else, so that a rule, a weight or a threshold
which moves anything at all is seen, and named in the commit that moves it. `pytest --update-golden` rewrites them; read
the difference before you commit it. `edits.txt`: each case with its edits; `links.txt`: the links of annotated pairs
and of the samples with their scores, and their edits with their risk; `facts.txt`: what articles say; `garbled.txt`:
the edits of real posts and their garbled copies, which no editor would make but which reach what tidy ones do not;
`exchanged.txt`: those of the cases' texts with words of other cases in them; `case_facts.txt`: what the cases say. The
others record a layer alone: the chances of pairs of sentences, the pairs of words, and the figures and sentences of
invented texts (`invented.py`).
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise, zip_longest
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from newsdiff import Comparison, compare
from newsdiff.align import align_sentences, likely
from newsdiff.compare import read_text
from newsdiff.edits import dates, identifiers, numbers
from newsdiff.facts import read_facts
from newsdiff.facts.reading import read_sentence
from newsdiff.model import Edit
from newsdiff.pairing import pair_words
from newsdiff.pairing.likeness import KINDS, describe_word, likeness_kind
from newsdiff.text.sentences import split_spans
from newsdiff.text.words import tokenize
from tests import test_desk, test_real
from tests.edit_cases import FOUND, SILENT, read_cases
from tests.invented import invented_figures, invented_texts, laid_out
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
    return f"  {edit.verdict} {name} {edit.risk:.3f}: {sides[0]}{values[0]} -> {sides[1]}{values[1]}".rstrip()


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
    """A text with one word in eight replaced by another, and perhaps one dropped or put in."""
    own = [chance.choice(words) if chance.random() < 0.12 else word for word in text.split()]
    at = chance.randrange(len(own))
    own[at : at + chance.randrange(3)] = chance.sample(words, chance.randrange(3))
    return " ".join(own)


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
    """How likely each pair of sentences is to belong together, for the gold pairs and some garbled posts."""
    pairs = [(folder.name, *read_pair(folder)) for folder in GOLD]
    texts = [(path.stem, test_real.read_post(path.stem)) for path in test_real.POSTS[:5]]
    for name, a, b in [*pairs, *[(name, text, garble(text)) for name, text in texts]]:
        with mock.patch.object(likely, "form_groups", wraps=likely.form_groups) as form_groups:
            align_sentences(read_text(a, "a", "en").sentences, read_text(b, "b", "en").sentences)
        for call in form_groups.call_args_list:
            chances, threshold = call.args
            yield f"{name} {threshold:.4f}"
            rows: dict[int, list[str]] = defaultdict(list)
            for (i, j), chance in sorted(chances.items()):
                rows[i].append(f"{j}:{chance:.4f}")
            yield from [f"  {i} {' '.join(row)}" for i, row in rows.items()]


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


def list_sentences() -> Iterator[str]:
    """The sentences of real posts in many layouts, and of invented runs of marks."""
    for path in test_real.POSTS[:6]:
        for text in laid_out(test_real.read_post(path.stem)[:2500]):
            yield f"{path.stem} " + " ".join([f"{lo}-{hi}/{paragraph}" for lo, hi, paragraph in split_spans(text)])
    for n, text in enumerate(invented_texts()):
        yield repr([text[lo:hi] for lo, hi, _ in split_spans(text, ("en", "de", "", "en")[n % 4])])


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
    "facts": list_facts, "figures": list_figures, "sentences": list_sentences, "words": list_words,
    "chances": list_chances, "garbled": list_garbled, "exchanged": list_exchanged, "links": list_links,
    "case_facts": list_case_facts, "edits": list_edits,
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
