"""Text -> atoms: runs of digits, runs of letters, single marks; and patterns of atoms.

Finer than tokens, since "£41.6m" is four things; but an address, a path, a template or inline code is one atom, so that
nothing inside it is taken for a figure. A list of atoms ends in sentinels: code that looks a few atoms ahead, or before
the first one, finds an empty atom and needs no guard.

>>> [a.low for a in split_atoms("The £41.6m, 10-km run at 5 p.m.: www.run.org/2024") if a.low]
['the', '£', '41.6', 'm', ',', '10', '-', 'km', 'run', 'at', '5', 'p.m.', ':', 'www.run.org/2024']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from newsdiff.text.normalize import INVISIBLE, fold

_ATOM = r"\d+(?:[.,:']\d+|\u2019\d+)*|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\S"
# The apostrophe is not in the set, because a set of that many marks with one beyond Latin-1 takes .2 ms to compile.
_HIDDEN_ATOM = rf"[\d{INVISIBLE}]*\d(?:[.,:'\u2019]\d+)*|(?:[^\W\d_]\.){{2,}}|[^\W\d_]+|\S"
# The runs are bounded and possessive, so a long run is not read again from each of its letters.
_OPAQUE = r"""
      (?:[a-z]{2,8}://|www\.)[^\s<>"\u201c\u201d)]*[\w/]            # https://example.org/2024
    | [\w.+-]{1,64}+@[\w-]{1,64}+(?:\.[\w-]{1,64}+)+               # ada@example.org
    | (?!\d{1,4}/\w{1,9}/\d{1,4}(?![\w/-]))(?:[\w.~%+-]{1,64}+/){2,}[\w.~%+?=&\#-]{0,64}    # assets/2024/team-1.jpg
    | (?<!\w)[@\#](?=\d{0,9}[a-z])\w+                               # @ada, #1a2b
    | \{[{%][^{}]{0,400}[%}]\}                                      # {{ site.1 }}
    | `[^`\n]{1,200}`                                               # `fetch(3)`
    | &\#?\w{1,8};                                                  # &#8217;
    | (?<=\])\[[^\[\]\s]{1,40}\] | \[\^\w{1,8}\]                      # the label of a link: [here][2], or note: [^1]
    | \[[^\[\]\n]{1,80}\]:(?=\s*(?:https?:|[/<\#]))                # [2]: https://example.org
"""
_SIGNS = frozenset("@/{`&[#")  # without any of these, or "www.", a text has nothing opaque
PAD = 8


class Atom(NamedTuple):
    """A run of digits or letters, a mark or an opaque run; `glued` if no space precedes it."""

    text: str
    low: str  # folded: each dash is "-", each apostrophe "'"
    start: int
    end: int
    glued: bool
    digit: bool
    opaque: bool = False


END = Atom("", "", -1, -1, False, False)
_new = tuple.__new__  # half the price of Atom(...), and a text has hundreds


@cache
def _pattern(plain: bool, opaque: bool) -> re.Pattern[str]:
    # Alphabets that are not needed are not compiled.
    atom = _ATOM if plain else _HIDDEN_ATOM
    return re.compile(rf"(?P<opaque>{_OPAQUE})|{atom}", re.VERBOSE | re.IGNORECASE) if opaque else re.compile(atom)


def split_atoms(text: str) -> list[Atom]:
    """The atoms of a text, and PAD sentinels."""
    atoms: list[Atom] = []
    last = -1
    ascii_text = text.isascii()
    opaque = not _SIGNS.isdisjoint(text) or "www." in text
    for match in _pattern(ascii_text or not any(c in text for c in INVISIBLE), opaque).finditer(text):
        start, end = match.span()
        piece = text[start:end]
        low = (piece if ascii_text or piece.isascii() else fold(piece)).lower()
        if not low:
            continue
        if opaque and match["opaque"]:
            atoms.append(Atom(piece, low, start, end, start == last, False, True))
        elif low.count(",") > 1 and low[0].isdecimal() and not _is_grouped(low):
            atoms.extend(_split_list(piece, start, start == last))
        else:
            atoms.append(_new(Atom, (piece, low, start, end, start == last, low[0].isdecimal(), False)))
        last = end
    return atoms + [END] * PAD


def _is_grouped(low: str) -> bool:
    """Whether the commas group thousands (or lakhs): 1,150,000 and 11,50,000, not 22,24,26."""
    _, *groups = low.partition(".")[0].split(",")
    return bool(groups) and len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups)


def _split_list(piece: str, start: int, glued: bool) -> Iterator[Atom]:
    """The members of a list without spaces, and its commas."""
    for match in re.finditer(r"[^,]+|,", piece):
        at, end = start + match.start(), start + match.end()
        yield Atom(match.group(), match.group(), at, end, glued, match.group()[0].isdecimal())
        glued = match.group() != ","  # a member of a list is not after a decimal comma


class PatternStep(NamedTuple):
    """One atom of a pattern: the name of a class of atoms or a literal, attached or not, needed or not."""

    name: str
    glued: bool | None  # True: no space before it; None: either
    optional: bool


@cache
def read_pattern(source: str) -> tuple[PatternStep, ...]:
    """The steps of a pattern: words, with `~` before those that must be attached and `?` after optional ones."""
    return tuple(
        PatternStep(
            word.strip("~?") or word,
            True if word[0] == "~" and len(word) > 1 else None,
            word[-1] == "?" and len(word) > 1,
        )
        for word in source.split()
    )


def match(
    atoms: Sequence[Atom],
    at: int,
    steps: Sequence[PatternStep],
    classes: Mapping[str, Callable[[Atom], bool]],
    got: dict[str, int] | None = None,
) -> tuple[int, dict[str, int]] | None:
    """The atom after the pattern that begins at `at`, and the place of each of its steps (a second one as `day2`)."""
    got = got or {}
    for n, step in enumerate(steps):
        atom = atoms[at]
        fits = classes[step.name](atom) if step.name in classes else atom.low == step.name
        if fits and (atom.glued or not step.glued):
            if step.optional:  # leaving it out comes second
                taken = match(atoms, at + 1, steps[n + 1 :], classes, _with(got, step.name, at))
                if taken:
                    return taken
                continue
            got = _with(got, step.name, at)
            at += 1
        elif not step.optional:
            return None
    return at, got


def _with(got: dict[str, int], name: str, at: int) -> dict[str, int]:
    return {**got, (name if name not in got else f"{name}2"): at}
