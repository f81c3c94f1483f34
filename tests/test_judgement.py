"""All that is found in the tests' own texts, as golden files: what a change of the code changes can be read there.

Floors hold what was reached, cases what is right; these hold everything else, so that a rule, a weight or a threshold
which moves anything at all is seen, and named in the commit that moves it. `pytest --update-golden` rewrites them; read
the difference before you commit it. `edits.txt`: each case with its edits; `links.txt`: the links of annotated pairs
with their scores, and their edits with their risk; `facts.txt`: what some articles say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsdiff import Comparison, compare
from newsdiff.facts import read_facts
from newsdiff.model import Edit
from tests import test_desk, test_real
from tests.edit_cases import FOUND, SILENT, read_cases
from tests.pairs import GOLD, ONE_OF_EACH, read_pair

PLACES = frozenset(("text", "start", "end", "stop", "cut", "at", "rate_end"))
FOLDER = Path(__file__).parent / "golden" / "judgement"


def say(edit: Edit) -> str:
    """An edit on one line, white space folded."""
    sides = [" ".join((span.text if span else "").split()) for span in (edit.a, edit.b)]
    values = [f" = {value.value} {value.unit}".rstrip() if value else "" for value in (edit.value_a, edit.value_b)]
    name = f"{edit.kind} {edit.detail}".strip()
    return f"  {edit.verdict} {name} {edit.risk:.2f}: {sides[0]}{values[0]} -> {sides[1]}{values[1]}".rstrip()


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
    for folder in GOLD:
        found = compare(*read_pair(folder))
        yield f"{folder.name} kept {found.kept:.3f} related {found.related}"
        yield from describe_links(found)


def describe_links(found: Comparison) -> Iterator[str]:
    for n, link in enumerate(found.links):
        score = "" if link.score is None else f" {link.score:.3f}"
        pairs = " ".join([f"{i}-{j}" for i, j in link.pairs if i != j])
        yield f"  {list(link.a)} {list(link.b)} {link.kind}{' moved' * link.moved}{score} {pairs}".rstrip()
        yield from [f"  {say(edit)}" for edit in found.edits if edit.link == n]


def list_facts() -> Iterator[str]:
    """What annotated articles of each style and the real posts say, fact by fact."""
    texts = {folder.name: read_pair(folder)[0] for folder in ONE_OF_EACH}
    texts |= {path.stem: test_real.read_post(path.stem) for path in test_real.POSTS}
    for name, text in texts.items():
        article = compare(text, "").a
        yield name
        yield from [f"  {kind}: {describe_fact(fact)}" for kind, fact in read_facts(article).in_order]


def describe_fact(fact: Any) -> str:
    """The text of a fact and what is known of it beyond its place."""
    known = [f"{name} {plain(value)}" for name, value in fact._asdict().items() if name not in PLACES and value]
    return "; ".join([" ".join(fact.text.split()), *known])


def plain(value: object) -> str:
    """A value as text, sets in order."""
    if isinstance(value, frozenset | set):
        return repr(sorted(value, key=repr))
    if isinstance(value, tuple):
        return f"({', '.join([plain(part) for part in value])})"
    return repr(value)


@pytest.mark.parametrize(("name", "lines"), [("edits", list_edits), ("links", list_links), ("facts", list_facts)])
def test_golden(name: str, lines: Callable[[], Iterator[str]], update_golden: bool) -> None:
    shown = "".join([f"{line}\n" for line in lines()])
    golden = FOLDER / f"{name}.txt"
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown.splitlines() == golden.read_text(encoding="utf-8").splitlines()
