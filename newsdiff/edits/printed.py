"""A comparison of shadows (`text/shadow.py`) -> the same comparison with the characters of the texts themselves.

A shadow is as long as its text, so offsets stay, except those in the padding of an escape: a span never begins there,
and ends after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.edits.passage import side_text
from newsdiff.model import Article, Comparison, Difference, Edit, LinkedPassage, Sentence, Span, Token
from newsdiff.text.shadow import PAD


def restore(article: Article, text: str) -> Article:
    """The article that was read off the shadow of `text`, with its own characters."""
    sentences = [
        Sentence(text[s.start : s.end], s.start, s.end, s.paragraph, tuple(_restore_tokens(s, article.text, text)))
        for s in article.sentences
    ]
    return article._replace(text=text, sentences=tuple(sentences))


def restore_comparison(comparison: Comparison, shadows: tuple[str, str], texts: tuple[str, str]) -> Comparison:
    """The comparison of the shadows of two texts, with their own characters; a strict one has its links of them."""
    edits = [_restore_edit(edit, shadows, texts) for edit in comparison.edits]
    seen_a, seen_b = comparison.a, comparison.b
    if (seen_a.text, seen_b.text) == texts:
        return comparison._replace(edits=tuple(edits))
    new_a, new_b = restore(seen_a, texts[0]), restore(seen_b, texts[1])
    links = [_restore_link(link, (seen_a, new_a), (seen_b, new_b)) for link in comparison.links]
    return comparison._replace(a=new_a, b=new_b, links=tuple(links), edits=tuple(edits))


def _restore_tokens(sentence: Sentence, seen: str, text: str) -> Sequence[Token]:
    lo, hi = max(0, sentence.start - 1), sentence.end
    if seen[lo:hi] == text[lo:hi] and PAD not in seen[lo : hi + 1]:
        return sentence.tokens  # most sentences have nothing to restore
    tokens = []
    for token in sentence.tokens:
        start, end = _fit(seen, text, token.start, token.end)
        tokens.append(token._replace(text=text[start:end], start=start, end=end))
    return tokens


def _fit(seen: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the rest of an escape before it, and with the padding after it. A label is not an escape."""
    if start and seen[start - 1] != text[start - 1]:
        while start < end and seen[start] == PAD:
            start += 1
    while end < len(seen) and seen[end] == PAD:
        end += 1
    return start, end


def _restore_link(link: LinkedPassage, a: tuple[Article, Article], b: tuple[Article, Article]) -> LinkedPassage:
    sides_a = _cut(link.a, [step.a for step in link.diff], *a)
    sides_b = _cut(link.b, [step.b for step in link.diff], *b)
    diff = [Difference(step.op, x, y) for step, x, y in zip(link.diff, sides_a, sides_b, strict=True)]
    return link._replace(diff=tuple(diff))


def _cut(members: Sequence[int], pieces: Sequence[str], seen: Article, printed: Article) -> list[str]:
    """The printed text of the pieces that the shadow of a side was cut into."""
    shadow, text = side_text(seen, members), side_text(printed, members)
    found = []
    start = end = 0
    for piece in pieces:
        end += len(piece)
        stop = end
        while piece and 0 < stop < len(shadow) and shadow[stop] == PAD and start < stop:
            stop += 1
        found.append(text[start:stop] if piece else "")
        start = stop if piece else start
    return found


def _restore_edit(edit: Edit, shadows: tuple[str, str], texts: tuple[str, str]) -> Edit:
    a, b = _restore_span(edit.a, shadows[0], texts[0]), _restore_span(edit.b, shadows[1], texts[1])
    return edit._replace(a=a, b=b, at_a=a.start if a else edit.at_a, at_b=b.start if b else edit.at_b)


def _restore_span(span: Span | None, seen: str, text: str) -> Span | None:
    if span is None:
        return None
    start, end = _fit(seen, text, span.start, span.end)
    return Span(text[start:end], start, end)
