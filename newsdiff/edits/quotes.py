"""Quotations: text inside marks whose words changed, whose marks changed, or that was lost.

>>> from newsdiff.compare import compare
>>> c = compare("Ruiz called it 'a disgrace' on Monday.", "Ruiz called it \u201ca provocation\u201d on Monday.")
>>> [(e.detail, e.a.text, e.b.text) for e in c.edits if e.kind == "quote"]
[('altered', 'a disgrace', 'a provocation')]

Marks of any style count alike; newsdiff compares the words inside them, never their typography. The word pairs of the
links show where each word of a quotation is on the other side, inside marks or outside. A quotation is looked for in
the whole of the other article before it counts as dropped, so one that only moved, or is now interrupted by "he said",
is not a change.

It does not catch a quotation inside an omitted sentence (the omission covers it), words swapped between two quotations
that are both elsewhere, changed marks inside a quotation, or a respelling that makes a different word of the same
sound.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from math import fsum
from typing import NamedTuple

from newsdiff.edits import spellings as spelling
from newsdiff.edits.passage import Finding, Passage, Story, a_first
from newsdiff.facts.marks import Marked, is_marked, read_marks
from newsdiff.facts.sources import read_sources
from newsdiff.lexicon.en.saying import CONTRACTED, IRREGULAR, REPORTING, SAYING, SMALL_WORDS, WORK_NOUNS
from newsdiff.lexicon.vectors import rank
from newsdiff.model import Article, Token
from newsdiff.text.normalize import strip_marks
from newsdiff.text.stems import stem

# How much of a quotation's weight must be on the other side for it to be the same saying. Measured on the gold pairs:
# altered quotations share .5 or more, two sayings of one speaker less than .3.
SHARED = 0.5
# The least share in the same words if the marks have gone: the 50 such sayings in the gold pairs have .27 or more.
WORD_FOR_WORD = 0.25
# Much less is enough for the only two quotations left in a link.
SHARED_IN_LINK = 0.15
# A quotation of up to this many words is an expression; a longer one may be found inside a still longer one.
EXPRESSION = 4
_SMALL_WEIGHT = 0.2
_REACH = 4  # words after the closing mark that may name the source
_PART = 12  # letters of a sentence in a quotation that may be found inside a longer one
_SEARCHED = 10**9  # characters, a second; in more, a quotation is looked for among whole ones alone
_GAP = 8  # words that may separate two words of one indirect saying
_LEAST = 4  # a run with fewer than one in this many of a saying's content words is not that saying
_WINDOW = 4  # quotations of a link, before and after its place, among which one looks for its counterpart
# Marks put around words that were there already and are not attributed to anybody: scare quotes, a term.
TERM_RISK = 0.1
# For a quotation longer than this, only the changed words are shown, with this many around them.
_LONG, _AROUND = 16, 3
_ANYWHERE = -1  # for the index of a link


class _Said(NamedTuple):
    """A quotation with its words as compared, and its links."""

    quote: Marked
    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    links: tuple[int, ...]  # two-sided ones, ascending
    whole: bool  # all of its sentences are in such links
    sentences: tuple[tuple[str, bool], ...]  # its words sentence by sentence, run together, and whether it is linked

    @property
    def piece(self) -> str:
        """Its words run together."""
        return "".join(self.words)

    @property
    def is_expression(self) -> bool:
        return len(self.words) <= EXPRESSION


class _Sides:
    """Both articles' quotations, and where each of their words is on the other side. Sides are 0 and 1."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.passages = {p.index: p for p in story.passages}
        self.said: tuple[list[_Said], list[_Said]] = ([], [])
        self.owner: tuple[dict[int, int], dict[int, int]] = ({}, {})  # start of a token -> its quotation
        self.place: tuple[dict[int, tuple[Passage, int]], dict[int, tuple[Passage, int]]] = ({}, {})
        self.at_link: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})  # link -> its quotations
        self.rank: tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]] = ({}, {})
        self._stems: dict[tuple[int, int], dict[str, int]] = {}
        for side, article in enumerate((story.a, story.b)):
            links = {m: p.index for p in story.passages for m in p.members[side]}
            self.said[side].extend(_said(article, story.read(side, read_marks), links))
            for n, one in enumerate(self.said[side]):
                self.owner[side].update(dict.fromkeys([t.start for t in one.tokens], n))
                for link in one.links:
                    row = self.at_link[side].setdefault(link, [])
                    self.rank[side][link, n] = len(row)
                    row.append(n)
            for link in self.at_link[side]:
                passage = self.passages[link]
                self.place[side].update({t.start: (passage, i) for i, t in enumerate(passage.sides[side])})

    def counterparts(self, side: int, token: Token) -> list[Token]:
        """The words that a word is paired with on the other side."""
        passage, n = self.place[side].get(token.start, (None, 0))
        if passage is None:
            return []
        there = [passage.sides[1 - side][j] for j in passage.counterparts(side, n)]
        return [t for t in there if t.word]

    def stems(self, passage: Passage, side: int) -> dict[str, int]:
        """The first place of each content word on a side of a link."""
        key = passage.index, side
        if key not in self._stems:
            words = [(_word(t), j) for j, t in enumerate(passage.sides[side]) if t.word]
            self._stems[key] = {stem(word): j for word, j in reversed(words) if word not in SMALL_WORDS}
        return self._stems[key]

    def near(self, side: int, n: int) -> list[int]:
        """Quotations of the other side that have words of this one, or the same place in a link."""
        one = self.said[side][n]
        found = {self.owner[1 - side].get(t.start, -1) for token in one.tokens for t in self.counterparts(side, token)}
        for link in one.links:
            at = self.rank[side][link, n]
            found.update(self.at_link[1 - side].get(link, ())[max(0, at - _WINDOW) : at + _WINDOW + 1])
        return sorted(found - {-1})

    def shared(self, side: int, n: int, m: int) -> float:
        """How much of the shorter one's weight the other also has. Words that begin alike count as alike."""
        one, other = self.said[side][n], self.said[1 - side][m]
        stems = Counter([stem(word) for word in other.words])
        met = 0.0
        for word in one.words:
            if stems[stem(word)] > 0:
                stems[stem(word)] -= 1
                met += _weight(word)
        return met / min(fsum(map(_weight, one.words)), fsum(map(_weight, other.words)))


def find(passage: Passage) -> Iterator[Finding]:
    """The changed quotations whose first changed word is in the passage."""
    yield from passage.story.once(_find_all).get(passage.index, ())


def _find_all(story: Story) -> dict[int, list[Finding]]:
    """All changed quotations of a story by the link that they are reported under."""
    found: dict[int, list[Finding]] = {}
    if story.passages and (story.read(0, read_marks) or story.read(1, read_marks)):
        sides = _Sides(story)
        matched = _unmatched(sides)
        if all(matched.left) and _respell(sides, matched.left):
            matched = _unmatched(sides)
        for index, finding in _changes(sides, matched):
            found.setdefault(index, []).append(finding)
    return found


def _said(article: Article, quotes: Sequence[Marked], links: dict[int, int]) -> Iterator[_Said]:
    """An article's quotations with their words."""
    starts = [s.start for s in article.sentences]
    for quote in quotes:
        tokens: list[Token] = []
        parts: list[tuple[str, bool]] = []
        indexes: set[int] = set()
        for n in range(max(0, bisect_left(starts, quote.start + 1) - 1), bisect_left(starts, quote.end)):
            every = article.sentences[n].tokens
            lo = bisect_right(every, quote.start, key=lambda t: t.end)
            inside = [t for t in every[lo : bisect_left(every, quote.end, lo, key=lambda t: t.start)] if t.word]
            if inside:
                tokens += inside
                parts.append(("".join(map(_word, inside)), n in links))
                indexes.update([links[n]] if n in links else [])
        if tokens and any(c.isalpha() for c in quote.text):  # a figure in marks is reported as a number
            words = tuple(map(_word, tokens))
            whole = all(linked for _, linked in parts)
            yield _Said(quote, words, tuple(tokens), tuple(sorted(indexes)), whole, tuple(parts))


def _word(token: Token) -> str:
    """The form of a quoted word that is compared: no case, no diacritics, no hyphens, contractions in full."""
    key = token.key.casefold()
    if key.isascii() and key.isalnum():
        return key
    head, mark, tail = key.rpartition("'")
    if mark and tail in CONTRACTED:
        key = IRREGULAR.get(head, head.removesuffix("n") if tail == "t" else head) + CONTRACTED[tail]
    return "".join([c for c in strip_marks(key) if c.isalnum()]) or key


def _weight(word: str) -> float:
    return _SMALL_WEIGHT if word in SMALL_WORDS else 1.0


def _respell(sides: _Sides, left: tuple[list[int], list[int]]) -> bool:
    """Gives B's quotations A's spelling of words that the spelling finder calls the same; says whether there are any.

    It runs only in links with quotations left on both sides, since it costs more than everything else.
    """
    links = [{link for n in left[side] for link in sides.said[side][n].links} for side in (0, 1)]
    respelt: dict[int, str] = {}
    for index in sorted(links[0] & links[1]):
        passage = sides.passages[index]
        for finding in spelling.find(passage) if passage.link.kind != "same" else ():
            if finding.a and finding.b:
                old = [_word(t) for t in passage.a if finding.a[0] <= t.start < finding.a[1] and t.word]
                new = [t for t in passage.b if finding.b[0] <= t.start < finding.b[1] and t.word]
                if finding.detail in ("typo", "name") and _are_two(_readings(passage, finding), finding.detail):
                    continue
                for n, token in enumerate(new):
                    last = n + 1 == len(new)
                    respelt[token.start] = "".join(old[n:]) if last else old[n] if n < len(old) else ""
    for n, one in enumerate(sides.said[1]):
        if any(t.start in respelt for t in one.tokens):
            words = [respelt.get(t.start, word) for t, word in zip(one.tokens, one.words, strict=True)]
            sides.said[1][n] = one._replace(words=tuple(words))
    return bool(respelt)


class _Left(NamedTuple):
    """The quotations of each side that the other does not have inside marks, and those that have an equal one there."""

    left: tuple[list[int], list[int]]
    equal: tuple[set[int], set[int]]


def _readings(passage: Passage, finding: Finding) -> tuple[str, str]:
    """The two readings of a finding in lower case."""
    a, b = finding.a or (0, 0), finding.b or (0, 0)
    return passage.story.a.text[slice(*a)].lower(), passage.story.b.text[slice(*b)].lower()


def _are_two(readings: tuple[str, str], detail: str) -> bool:
    """Whether two readings that look like one word are two in a quotation, where each letter counts.

    Two words of the language; what differs in its first letters, which slips of the hand spare (teens, tweens); and the
    letter of a party or an initial (R-Ohio, D-Ohio).
    """
    a, b = readings
    if detail == "typo":
        return a[:2] != b[:2] or (rank(a) is not None and rank(b) is not None)
    parts = a.split("-"), b.split("-")
    return len(parts[0]) == len(parts[1]) and any(len(x) == len(y) == 1 and x != y for x, y in zip(*parts, strict=True))


def _unmatched(sides: _Sides) -> _Left:
    """The quotations without an equal on the other side, whole or as part of another; equals in one link come first."""
    a, b = sides.said
    waiting: dict[tuple[str, int], deque[int]] = {}
    for m, other in enumerate(b):
        for link in (*other.links, _ANYWHERE):
            waiting.setdefault((other.piece, link), deque()).append(m)
    equal: tuple[set[int], set[int]] = (set(), set())
    for anywhere in (False, True):
        for n in [n for n in range(len(a)) if n not in equal[0]]:
            first = []
            for link in (_ANYWHERE,) if anywhere else a[n].links:
                same = waiting.get((a[n].piece, link), deque())
                while same and same[0] in equal[1]:
                    same.popleft()
                first += [same[0]] if same else []
            if first:
                equal[0].add(n)
                equal[1].add(min(first))
    return _Left((_not_among(a, equal[0], b), _not_among(b, equal[1], a)), equal)


def _not_among(said: Sequence[_Said], equal: set[int], there: Sequence[_Said]) -> list[int]:
    """Which of the quotations without an equal are not inside marks on the other side, whole or in sentences."""
    if len(equal) == len(said):
        return []
    stream = "".join([one.piece for one in there])
    whole = Counter([piece for one in there for piece in {one.piece, *[part for part, _ in one.sentences]}])
    used = Counter([said[n].piece for n in equal])
    searched = len(stream) * (len(said) - len(equal)) <= _SEARCHED

    def stands(piece: str, long: bool) -> bool:
        return (stream.count(piece) if long and searched else whole[piece]) > used[piece]

    out = []
    for n, one in enumerate(said):
        if n in equal:
            continue
        if stands(one.piece, not one.is_expression):
            used[one.piece] += 1
        # An omitted or inserted sentence is reported by its link.
        elif len(one.sentences) == 1 or not all(
            stands(part, len(part) > _PART) for part, linked in one.sentences if linked
        ):
            out.append(n)
    return out


def _changes(sides: _Sides, matched: _Left) -> Iterator[tuple[int, Finding]]:
    """Every changed quotation with the link that it is reported under."""
    pairs, left = _pair(sides, matched), matched.left
    done = {n for n, _ in pairs}, {m for _, m in pairs}
    for n, m in pairs:
        one, other = sides.said[0][n], sides.said[1][m]
        links = [link for link in one.links if link in other.links] + [*one.links, *other.links]
        index = next((link for link in links if sides.passages[link].link.kind != "same"), None)
        if index is not None:
            yield index, Finding("quote", "altered", *_changed_words(one, other), 0.9)
    for side in (0, 1):
        for n in left[side]:
            # A part of a saying that was altered elsewhere is reported there.
            if n not in done[side] and not any(
                m in done[1 - side] and sides.shared(side, n, m) >= SHARED for m in sides.near(side, n)
            ):
                yield from _gone(sides, side, n)


def _changed_words(one: _Said, other: _Said) -> tuple[tuple[int, int], tuple[int, int]]:
    """The part of an altered quotation to show: all of it, or in a long one the changed words with some around."""
    spans = (one.quote.start, one.quote.end), (other.quote.start, other.quote.end)
    if max(len(one.words), len(other.words)) <= _LONG:
        return spans
    shorter = min(len(one.words), len(other.words))
    before = next((n for n in range(shorter) if one.words[n] != other.words[n]), shorter)
    behind = next((n for n in range(shorter - before) if one.words[-n - 1] != other.words[-n - 1]), shorter - before)
    lo = max(0, before - _AROUND)
    cut = []
    for said, (start, end) in zip((one, other), spans, strict=True):
        hi = len(said.words) - max(0, behind - _AROUND)
        cut.append((said.tokens[lo].start if lo else start, said.tokens[hi - 1].end if hi < len(said.words) else end))
    return cut[0], cut[1]


def _pair(sides: _Sides, matched: _Left) -> list[tuple[int, int]]:
    """Which changed quotation of A became which of B: the most similar first, then any only ones left in a link."""
    left, gone = matched.left, (set(matched.left[0]), set(matched.left[1]))
    likely: list[tuple[bool, float, int, int]] = []
    for side in (0, 1):
        for n in left[side]:
            for m in sorted(set(sides.near(side, n)) - matched.equal[1 - side]):
                shared = sides.shared(side, n, m)
                both = m in gone[1 - side]
                pair = a_first(side, n, m)
                if both and shared >= SHARED_IN_LINK and not _one_word_of_many(sides, *pair):
                    likely.append((False, -shared, *pair))
                elif not both and shared >= SHARED and len(sides.said[1 - side][m].words) > 1:
                    likely.append((True, -shared, *pair))  # cut down to a part, which is accounted for
    likely.sort()
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, n, m in likely:
        if n not in pairs and m not in taken:
            pairs[n] = m
            taken.add(m)
    for n in left[0]:
        near = [m for m in sides.near(0, n) if m in gone[1] and m not in taken]
        rivals = [k for m in near for k in sides.near(1, m) if k in gone[0] and k not in pairs]
        if n not in pairs and len(near) == 1 and rivals == [n] and not _one_word_of_many(sides, n, near[0]):
            pairs[n] = near[0]
            taken.add(near[0])
    return sorted(pairs.items())


def _one_word_of_many(sides: _Sides, n: int, m: int) -> bool:
    """Whether one is a word or two and the other a whole sentence: a word in marks within it, not what became of it."""
    few, many = sorted((len(sides.said[0][n].words), len(sides.said[1][m].words)))
    return few <= 2 and many > 4 * few


def _gone(sides: _Sides, side: int, n: int) -> Iterator[tuple[int, Finding]]:
    """The finding for a quotation without a counterpart in marks: its words lost their marks, or went too."""
    one = sides.said[side][n]
    found = _unmarked(sides, side, one)
    changed = [link for link in one.links if sides.passages[link].link.kind != "same"]
    if not found.weight or not changed or _is_title(sides, side, one):
        return
    link, span = _indirect(sides, side, one, found.hits)
    if span and is_marked(span[0], sides.story.read(1 - side, read_marks)):
        return  # they are in marks, within a longer quotation
    detail = "added" if side else "dropped"
    alike = one.is_expression or found.same >= WORD_FOR_WORD * found.weight
    if found.met >= SHARED * found.weight and span and alike:
        index, finding = _finding(link, "added" if side else "unquoted", one, span, side, 0.9)
        # Marks put around existing words that are not attributed to anybody: scare quotes, a term.
        whole = found.met == found.weight
        term = side == 1 and whole and one.is_expression and not _is_claimed(sides, side, one)
        yield index, finding._replace(verdict="open", risk=TERM_RISK) if term else finding
    elif one.is_expression or not one.whole:
        if found.met == 0 and _governed(sides, side, one):
            yield _finding(changed[0], detail, one, None, side, 0.7)
    elif side == 0 and (replaced := _replaced(sides, one)):
        yield _finding(replaced[0], detail, one, replaced[1], side, 0.6)
    elif span and sum(map(len, found.hits.values())) > 1:
        yield _finding(changed[0], detail, one, span, side, 0.7)
    elif _governed(sides, side, one):
        yield _finding(changed[0], detail, one, None, side, 0.6)


class _Unmarked(NamedTuple):
    """The weight of a quotation's words; how much of it the other side has, and has in the same words; and where."""

    weight: float
    met: float
    same: float
    hits: dict[int, set[int]]  # link -> tokens on the other side


def _unmarked(sides: _Sides, side: int, one: _Said) -> _Unmarked:
    """Which of a quotation's words are on the other side, in marks or not."""
    weight = met = same = 0.0
    hits: dict[int, set[int]] = {}
    for word, token in zip(one.words, one.tokens, strict=True):
        if token.start not in sides.place[side]:
            continue
        passage, i = sides.place[side][token.start]
        there = passage.sides[1 - side]
        weight += _weight(word)
        at = [j for j in passage.counterparts(side, i) if there[j].word]
        if one.is_expression:  # an expression is its words
            at = [j for j in at if stem(_word(there[j])) == stem(word) or _word(there[j]) in word]
        stems = sides.stems(passage, 1 - side)
        if not at and word not in SMALL_WORDS and stem(word) in stems:
            at = [stems[stem(word)]]
        met += _weight(word) if at else 0.0
        same += _weight(word) if any(stem(_word(there[j])) == stem(word) for j in at) else 0.0
        hits.setdefault(passage.index, set()).update(at)
    return _Unmarked(weight, met, same, hits)


def _finding(
    link: int, detail: str, one: _Said, span: tuple[int, int] | None, side: int, confidence: float
) -> tuple[int, Finding]:
    """A finding for a quotation of one side."""
    mine = one.quote.start, one.quote.end
    return link, Finding("quote", detail, *a_first(side, mine, span), confidence)


def _is_claimed(sides: _Sides, side: int, one: _Said) -> bool:
    """Whether it is attributed to somebody, or anybody speaks in its sentence."""
    sources = sides.story.read(side, read_sources)
    return any(lo <= one.quote.start < hi for source in sources for lo, hi in source.content) or any(
        not REPORTING.isdisjoint(sides.passages[link].low[side]) for link in one.links
    )


def _indirect(sides: _Sides, side: int, one: _Said, hits: dict[int, set[int]]) -> tuple[int, tuple[int, int] | None]:
    """Where the words are without marks: the densest run of hits, with the small words around it."""
    best: tuple[int, int, int, int] = (0, 0, 0, 0)  # number of hits, -link, first, last
    for index, found in sorted(hits.items()):
        marks, lo = sorted(found), 0
        for k in range(1, len(marks) + 1):
            if k == len(marks) or marks[k] - marks[k - 1] > _GAP:
                run = (k - lo, -index, marks[lo], marks[k - 1])
                best = run if run[:2] > best[:2] else best
                lo = k
    count, link, first, last = best[0], -best[1], best[2], best[3]
    if not count:
        return link, None
    there = sides.passages[link].sides[1 - side]
    words = [_word(t) for t in there]
    heavy = sum([word not in SMALL_WORDS for word in one.words])
    if not one.is_expression and _LEAST * sum([words[j] not in SMALL_WORDS for j in range(first, last + 1)]) < heavy:
        return link, None
    while last > first and words[first] != one.words[0] and first and words[first - 1] in SMALL_WORDS - {"that"}:
        first -= 1
    return link, (there[first].start, there[last].end)


def _governed(sides: _Sides, side: int, one: _Said) -> bool:
    """Whether the words that govern the quotation are on the other side too, so not the whole clause went."""
    for link in one.links:
        passage = sides.passages[link]
        here = passage.sides[side]
        home, at = sides.place[side].get(one.tokens[0].start, (None, 0))
        first = at if home is passage else 0
        last = next((n for n in range(first, len(here)) if here[n].start >= one.quote.end), len(here))
        before = next((n for n in range(first - 1, -1, -1) if here[n].word), None)
        if (
            before is not None
            and _word(here[before]) not in ("and", "but", "or")
            and passage.counterparts(side, before)
        ):
            return True
        after = [n for n in range(last, len(here)) if here[n].word][:_REACH]
        if any(_word(here[n]) in SAYING for n in after) and any(
            _word(here[n]) not in SMALL_WORDS and _word(here[n]) not in SAYING and passage.counterparts(side, n)
            for n in after
        ):
            return True
    return False


def _replaced(sides: _Sides, one: _Said) -> tuple[int, tuple[int, int]] | None:
    """The replacement of a saying that makes up most of its sentence: everything on the other side."""
    for link in one.links:
        passage = sides.passages[link]
        words = sum([t.word for t in passage.a])
        inside = sum([t.start in sides.place[0] and sides.place[0][t.start][0] is passage for t in one.tokens])
        if len(passage.link.a) == len(passage.link.b) == 1 and 2 * inside > words and passage.b:
            return link, (passage.b[0].start, passage.b[-1].end)
    return None


def _is_title(sides: _Sides, side: int, one: _Said) -> bool:
    """Whether it is the name of a work or ship: capitals throughout, and the kind of thing named nearby."""
    content = [t for t in one.tokens if t.key.casefold() not in SMALL_WORDS]
    if not content or any(not (t.text[0].isupper() or t.text[0].isdigit()) for t in content) or len(one.tokens) > 12:
        return False
    passage, first = sides.place[side].get(one.tokens[0].start, (None, 0))
    if passage is None:
        return False
    here = passage.sides[side]
    around = [*here[max(0, first - 10) : first], *[t for t in here[first : first + 20] if t.start >= one.quote.end][:6]]
    return any(t.key.casefold() in WORK_NOUNS for t in around)
