"""The result of a check as SARIF 2.1.0, for code scanning and editors.

>>> from newsdiff.check.policy import Report
>>> json.loads(render_sarif(Report("HEAD", (), (), (), ())))["runs"][0]["tool"]["driver"]["name"]
'newsdiff'

Rules have what GitHub's code scanning requires beyond the standard: descriptions, help and a precision.
`primaryLocationLineHash` is not among the fingerprints, because github/codeql-action computes it from the file.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from newsdiff import __version__
from newsdiff.check.policy import Accepted, Finding, Report
from newsdiff.check.report import describe, say_sentences
from newsdiff.edits.kinds import verdict_of

HOME = "https://github.com/newsdiff/newsdiff"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_DOCS = f"{HOME}/blob/main/docs/"
_STRUCTURE = "omission-insertion-transposition"  # one heading of docs/edits.md
# What each kind is about: the beginning of a rule's full description; docs/edits.md has the rest.
KINDS = {
    "date": "A date or a time of day differs between the two versions.",
    "identifier": "An address, account, code or other identifier differs between the two versions.",
    "number": "A figure differs between the two versions.",
    "entity": "A name of a person, place or organization differs between the two versions.",
    "spelling": "A word or a name is spelt in another way.",
    "negation": "A sentence gained or lost a negation.",
    "hedge": "A word that softens or bounds a claim was dropped, added or replaced.",
    "quote": "The words between quotation marks differ between the two versions.",
    "attribution": "The source of a statement differs between the two versions.",
    "wording": "The words of a sentence differ in a way that no other rule explains.",
    "omission": "A sentence of the old version has no counterpart in the new one.",
    "insertion": "A sentence of the new version has no counterpart in the old one.",
    "transposition": "A sentence has moved to another place.",
    "kept": "Fewer of the old version's words are left than the desk requires.",
}


def render_sarif(report: Report, *, verbose: bool = False) -> str:
    """A SARIF 2.1.0 log, indented; accepted findings are results with a suppression."""
    everything: list[tuple[Finding, Accepted | None]] = [(finding, None) for finding in report.findings]
    everything += report.accepted
    everything.sort(key=lambda item: (item[0].path, item[0].start, item[0].end, item[0].kind, item[0].detail))
    rules = sorted({(_rule_id(finding), finding.kind, finding.detail) for finding, _ in everything})
    index = {rule: n for n, (rule, _, _) in enumerate(rules)}
    driver = {
        "name": "newsdiff",
        "fullName": f"newsdiff {__version__}",
        "version": __version__,
        "semanticVersion": __version__,
        "informationUri": HOME,
        "rules": [_rule(*rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "newsdiff/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The top of the repository."}}},
        "results": [_result(finding, entry, index) for finding, entry in everything],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule_id(finding: Finding) -> str:
    return f"{finding.kind}.{finding.detail.replace(' ', '-')}".rstrip(".")


def _rule(rule: str, kind: str, detail: str) -> dict[str, Any]:
    """A rule as GitHub's code scanning shows it."""
    stops = kind == "kept" or verdict_of(kind, detail) == "substantive"
    about = KINDS.get(kind, "")
    said = f"{about} Here: {detail}." if about and detail else about or f"{kind} {detail}".strip()
    anchor = "check.md" if kind == "kept" else f"edits.md#{_STRUCTURE if kind in _STRUCTURE else kind}"
    return {
        "id": rule,
        # A name that differs from the id only in its capitals would be rejected (SARIF1001).
        "name": "".join([word.capitalize() for word in f"{kind} {detail or 'edit'}".split()]),
        "shortDescription": {"text": f"{kind} {detail}".rstrip()},
        "fullDescription": {"text": said},
        "help": {
            "text": f"{said} See {_DOCS}{anchor}",
            "markdown": f"{said} [What newsdiff finds, and what it lets pass]({_DOCS}{anchor})",
        },
        "helpUri": f"{_DOCS}{anchor}",
        "defaultConfiguration": {"level": "error" if stops else "warning"},
        "properties": {"precision": "high" if stops else "medium", "tags": ["prose", kind]},
    }


def _plain(text: str) -> str:
    """A message with links and placeholders escaped (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text).replace("{", "{{").replace("}", "}}")


def _result(finding: Finding, entry: Accepted | None, index: dict[str, int]) -> dict[str, Any]:
    rule = _rule_id(finding)
    region: dict[str, Any] = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    if finding.b is not None and finding.kind != "kept":
        region["snippet"] = {"text": finding.b}
    address = quote(finding.path)
    told = [describe(finding), *[line.strip() for line in say_sentences(finding)]]
    result: dict[str, Any] = {
        "ruleId": rule,
        "ruleIndex": index[rule],
        "level": finding.level,
        "message": {"text": _plain("\n".join(told))},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": address, "uriBaseId": "%SRCROOT%"}, "region": region}}
        ],
        "partialFingerprints": {"newsdiff/v1": finding.fingerprint},
    }
    if entry is not None:
        result["suppressions"] = [
            {
                "kind": "external" if entry.fingerprint else "inSource",
                "status": "accepted",
                "justification": entry.reason or "accepted",
            }
        ]
    return result
