"""A run as a page for a browser: families, changes by kind, who changes what, with links to a report of each pair.

`write_report` reads the tables of a run and writes FOLDER/report/: index.html, which fetches nothing and holds its own
style and script, and pair-0001.html and so on, the reports that `newsdiff A B --format html` makes. Articles of an
archive are somebody else's: every text of theirs is escaped.

What is long is cut, and the page says what was left out: the tables have it all.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from newsdiff.corpus.report.gather import Digest, Pair, gather, read_texts
from newsdiff.corpus.report.page import render_page
from newsdiff.corpus.store import Store

REPORTS = 200  # pairs with a report of their own: some 20 MB, and a minute at most


class Written(NamedTuple):
    """The result: the path of the page, the number of reports of pairs, and of pairs without one."""

    path: str
    reports: int
    left_out: int


def write_report(folder: str, reports: int = REPORTS) -> Written:
    """Writes the page of a finished run, with reports of at most `reports` pairs. Raises RunError and OutputError."""
    from newsdiff.corpus.store import RunError
    from newsdiff.output import OutputError, write_file

    store = Store(folder)
    store.load()
    if not store.manifest.get("done"):
        raise RunError(f"{folder}: the run is not finished; give the command again without `report`")
    digest = gather(store)
    chosen = choose_pairs(digest, reports)
    place = store.path("report")
    try:
        os.makedirs(place, exist_ok=True)
        for name in os.listdir(place):  # of an earlier run
            if name.startswith("pair-") and name.endswith(".html"):
                os.unlink(os.path.join(place, name))
    except OSError as error:
        raise OutputError(f"{place}: {error.strerror}") from None
    links = {}
    texts = read_texts(store, {name for pair in chosen for name in (pair.a, pair.b)})
    for n, pair in enumerate(chosen, 1):
        links[pair.a, pair.b] = f"pair-{n:04d}.html"
        write_file(os.path.join(place, links[pair.a, pair.b]), _render_pair(store, pair, texts))
    path = os.path.join(place, "index.html")
    write_file(path, render_page(digest, links))
    return Written(path, len(links), len(digest.pairs) - len(links))


def choose_pairs(digest: Digest, count: int) -> list[Pair]:
    """The pairs that get a report: versions first, then by the number of edits that touch the meaning."""
    from newsdiff.corpus.grade import GRADES

    rank: dict[str, int] = {name: n for n, name in enumerate(("edit", "rewrite", "copy", *GRADES[3:]))}
    pairs = [pair for pair in digest.pairs if pair.grade]
    pairs.sort(key=lambda pair: (rank[pair.grade], -pair.substantive))  # else in the order of the archive
    return pairs[:count]


def _render_pair(store: Store, pair: Pair, texts: dict[str, str]) -> str:
    from newsdiff.compare import compare
    from newsdiff.render.html import render_html

    lang = store.manifest["settings"].get("lang", "en")
    return render_html(compare(texts[pair.a], texts[pair.b], name_a=pair.a, name_b=pair.b, lang=lang))
