"""One case: two texts by way of every reader, the comparison, the facts and every renderer, and what must hold."""

from __future__ import annotations

import json
import random
import re
from xml.etree import ElementTree

from newsdiff.check.policy import FileReport, Policy, Report, expand, judge
from newsdiff.check.report import RENDERERS
from newsdiff.compare import compare, facts
from newsdiff.config import ConfigError, parse_config
from newsdiff.model import Comparison
from newsdiff.read import Reading, read_document
from newsdiff.render.formats import Options, render
from tests.fuzz.grammar import article, version
from tests.test_invariants import check_comparison, check_nothing

EVERYTHING = Policy(expand(["all"]))
FORMS = ("text", "text", "text", "markdown", "html")
SHOWN = ("table", "inline", "map", "html", "markdown", "criticmarkup", "csv", "svg", "json")
LANGUAGES = ("en", "en", "en", "de", "es", "ru", "th")


def run_case(number: int) -> None:
    """Runs the case of a number; an assertion or another exception is a fault."""
    dice = random.Random(number)
    a = article(dice)
    b = version(dice, a)
    form, lang = dice.choice(FORMS), dice.choice(LANGUAGES)
    if form != "text":
        a, b = (read_document(form, text, Reading(form, html="raw")).text for text in (a, b))
    found = compare(a, b, lang=lang)
    check_comparison(found, lang)
    check_nothing(compare(a, a, lang=lang))
    for fact_kind, fact in facts(a, lang=lang).in_order:
        assert a[fact.start : fact.end] == fact.text, fact_kind
    check_renders(dice, found)
    check_report(found)
    try:
        parse_config(article(dice), "newsdiff.toml")
    except ConfigError as error:
        assert str(error).isprintable()


def check_renders(dice: random.Random, found: Comparison) -> None:
    """What is shown has nothing that a terminal, a runner or a browser would obey."""
    form = dice.choice(SHOWN)
    more = dice.random() < 0.5
    options = Options(width=dice.choice((20, 40, 80, 200)), all_sentences=more, all_edits=more, terminal=True)
    text = render(form, found, options)
    if form == "json":
        assert json.loads(text)["version"] == 1
    if form in ("table", "inline", "map", "json"):
        assert not any(char < " " and char not in "\n\t" for char in text)
        assert not any("\x7f" <= char <= "\x9f" or char in "\u202a\u202b\u202c\u202d\u202e" for char in text)
    if form == "svg":
        ElementTree.fromstring(text)
    if form == "html":
        assert "<i1>" not in text


def check_report(found: Comparison) -> None:
    """The gate's findings in all its formats."""
    findings = judge(found, "x.txt", EVERYTHING)
    assert len({finding.fingerprint for finding in findings}) == len(findings)
    report = Report("HEAD", (FileReport("x.txt", "x.txt", "compared"),), tuple(findings), (), ())
    for form, renderer in RENDERERS.items():
        text = renderer(report, verbose=True)
        if form in ("text", "github"):
            for line in text.splitlines():
                assert "##[" not in line
                assert line.startswith(("::error ", "::warning ")) or not line.lstrip().startswith("::")
        elif form == "markdown":
            rows = [line for line in text.splitlines() if line.startswith("|")]
            assert all(len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 6 for row in rows)
        else:
            json.loads(text)
