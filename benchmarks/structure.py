"""Whether one change of structure is reported as that change and nothing else.

    python benchmarks/structure.py [FILE.jsonl ...] [--show] [--each N]

Into real articles a sentence of another article is put in, a sentence is repeated right after itself, one is taken out,
a paragraph is moved, all of it is doubled; each N times an article, at places chosen by a fixed seed. Right is one
insertion or omission of just that sentence, or only moved links, all of the paragraph or all of what it passed. The
bar: 97 in a hundred. A line of a JSONL file is an article, `a` its Markdown; without a file the articles of samples/
and tests/ serve.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from newsdiff.compare import compare, read_text
from newsdiff.model import Article, Comparison
from newsdiff.read import Reading, read_document

ROOT = Path(__file__).resolve().parent.parent
WORDS = 4  # a sentence to put in or to take out has at least so many
Change = tuple[str, Callable[[Comparison], bool]]  # the changed text, and whether a comparison says so


def candidates(article: Article) -> list[int]:
    """Sentences that end with a stop and stand in running text."""
    found = []
    for n, sentence in enumerate(article.sentences):
        words = [t for t in sentence.tokens if t.word]
        if len(words) >= WORDS and sentence.text[0].isupper() and sentence.text[-1] in ".!?":
            found.append(n)
    return found


def put_in(article: Article, other: Article, chance: random.Random) -> Change | None:
    """A sentence of another article, after one of this."""
    places, news = candidates(article), candidates(other)
    if not places or not news:
        return None
    at = article.sentences[chance.choice(places)].end
    return insert(article, at, other.sentences[chance.choice(news)].text)


def repeat(article: Article, other: Article, chance: random.Random) -> Change | None:
    """A sentence twice."""
    places = candidates(article)
    if not places:
        return None
    sentence = article.sentences[chance.choice(places)]
    return insert(article, sentence.end, sentence.text)


def insert(article: Article, at: int, new: str) -> Change:
    """The article with a text at that offset, which must be the one insertion."""
    return f"{article.text[:at]} {new}{article.text[at:]}", lambda found: just(found, "insertion", new)


def take_out(article: Article, other: Article, chance: random.Random) -> Change | None:
    """One sentence less."""
    places = candidates(article)
    if not places:
        return None
    sentence = article.sentences[chance.choice(places)]
    text = article.text[: sentence.start] + article.text[sentence.end :].lstrip(" ")
    return text, lambda found: just(found, "omission", sentence.text)


def just(found: Comparison, kind: str, text: str) -> bool:
    """Whether all that was found is one insertion or omission of that text."""
    told = [(e.kind, (e.a or e.b).text.split()) for e in found.edits if e.a or e.b]  # type: ignore[union-attr]
    links = [link for link in found.links if link.kind != "same" or link.moved]
    return told == [(kind, text.split())] and len(links) == 1


def move(article: Article, other: Article, chance: random.Random) -> Change | None:
    """A paragraph elsewhere."""
    paragraphs = [p for p in article.text.split("\n\n") if p.strip()]
    if len(paragraphs) < 4:
        return None
    start, goal = chance.sample(range(len(paragraphs)), 2)
    moved = paragraphs[:start] + paragraphs[start + 1 :]
    moved.insert(goal, paragraphs[start])
    passed = paragraphs[min(start, goal) : max(start, goal) + 1]
    passed.remove(paragraphs[start])

    def right(found: Comparison) -> bool:
        told = " ".join([e.a.text for e in found.edits if e.a]).split()
        wanted = (paragraphs[start].split(), " ".join(passed).split())
        only = all(e.kind == "transposition" for e in found.edits) and all(k.kind == "same" for k in found.links)
        return only and (told in wanted or paragraphs[start].split() in (passed[0].split(), passed[-1].split()))

    return "\n\n".join(moved), right


def double(article: Article, other: Article, chance: random.Random) -> Change | None:
    """All of it twice."""
    more = len(article.sentences)

    def right(found: Comparison) -> bool:
        return [e.kind for e in found.edits] == ["insertion"] * more and len(found.links) == 2 * more

    return f"{article.text.rstrip()}\n\n{article.text.lstrip()}", right


CHANGES = {"put in": put_in, "repeated": repeat, "taken out": take_out, "moved": move, "doubled": double}


def read_articles(files: Sequence[Path]) -> list[Article]:
    """The articles that differ, as the Markdown reader gives them."""
    sources = [json.loads(line)["a"] or "" for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    texts = [read_document("markdown", source, Reading()).text for source in sources]
    if not files:
        texts = [f.read_text(encoding="utf-8") for f in sorted(ROOT.glob("*s/**/a.txt"))]
    return [read_text(text, "a", "en") for text in dict.fromkeys(texts) if text.strip()]


def main() -> None:
    """Print a line a change: how many were tried, how many right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--each", type=int, default=1, help="changes of each kind in an article")
    parser.add_argument("--only", help="one kind of change")
    parser.add_argument("--limit", type=int, default=1_000_000, help="articles")
    parser.add_argument("--show", action="store_true", help="what went wrong")
    options = parser.parse_args()
    articles = read_articles(options.files)[: options.limit]
    tried: dict[str, list[bool]] = defaultdict(list)
    for n, article in enumerate(articles):
        chance = random.Random(n)
        for name, change in CHANGES.items():
            if options.only in (None, name):
                for _ in range(options.each):
                    made = change(article, articles[n - 1], chance)
                    if made:
                        found = compare(article.text, made[0])
                        tried[name].append(made[1](found))
                        if options.show and not tried[name][-1]:
                            print(f"\n{name}, article {n}")
                            for e in found.edits[:8]:
                                print(
                                    "  ", e.kind, e.detail, repr(e.a and e.a.text[:150]), repr(e.b and e.b.text[:150])
                                )
    for name, outcomes in tried.items():
        print(f"{name:10} {sum(outcomes):5} of {len(outcomes):5}  {sum(outcomes) / len(outcomes):.3f}")


if __name__ == "__main__":
    main()
