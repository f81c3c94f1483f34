r"""A comparison as one HTML file for a browser: both articles side by side, with bands between matching sentences.

>>> from newsdiff.compare import compare
>>> page = render_html(compare("He left <i>.", "He left <i>."))
>>> page[:15], "<i>." in page, "&lt;i&gt;." in page
('<!doctype html>', False, True)

The file fetches nothing and runs nothing but its own script: a policy in its head names style and script by their hashes.
Without a script it still reads: the texts, the marks, the table, and numbers that lead from a sentence to its
counterpart. It computes no differences; report.js draws lines, moves the view, and reads what belongs together from
this page.
"""  # noqa: E501

from __future__ import annotations

from collections.abc import Collection

from newsdiff.model import Comparison
from newsdiff.render.html.articles import set_article, set_sentences
from newsdiff.render.html.edits import set_edits
from newsdiff.render.html.head import UNNAMED, draw_map, set_deck, set_filters
from newsdiff.render.html.parts import escape, fill_page, read_part
from newsdiff.render.visible import make_visible


def render_html(comparison: Comparison, *, only: Collection[str] = (), ignore: Collection[str] = ()) -> str:
    """The page. Edits that `ignore` names, or `only` does not, are switched off when it opens."""
    name_a, name_b = (escape(make_visible(article.name)) for article in (comparison.a, comparison.b))
    pair = set_pair(comparison, only, ignore)
    parts = {
        "title": f"{name_a} → {name_b} – newsdiff",
        "name_a": f"<span><bdi>{name_a}</bdi></span>",
        "name_b": f"<span><bdi>{name_b}</bdi></span>",
        "deck": set_deck(comparison),
        "map": draw_map(comparison),
        "bar": set_bar(),
        "footer": "made by newsdiff: what was left out, put in, respelt or changed",
        **pair,
    }
    return fill_page(
        read_part("report.html"), parts, read_part("report.css"), f"{read_part('report.js')}openReport();\n"
    )


def set_bar(keys: str = "") -> str:
    """The bar above a pair, and the list of keys, with more of them in front of its last."""
    return read_part("bar.html").replace("<!--keys-->", keys)


def set_pair(comparison: Comparison, only: Collection[str] = (), ignore: Collection[str] = ()) -> dict[str, str]:
    """What belongs to one pair of articles, for a page with report.js: "filters", "main" (both articles), "edits"."""
    sentences = set_sentences(comparison)
    unnamed = any(f'data-k="{UNNAMED}"' in sentence for side in sentences.values() for sentence in side)
    a = set_article(comparison, "a", escape(make_visible(comparison.a.name)), sentences["a"])
    b = set_article(comparison, "b", escape(make_visible(comparison.b.name)), sentences["b"])
    links = '<svg id="links" aria-hidden="true" focusable="false"></svg>'
    return {
        "filters": set_filters(comparison, frozenset(only), frozenset(ignore), unnamed),
        "main": f'<main id="articles" tabindex="-1">\n{a}\n{links}\n{b}\n</main>',
        "edits": set_edits(comparison, only, ignore),
    }
