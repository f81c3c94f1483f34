"""Command line (stub of the frame)."""

import json
import sys
from pathlib import Path

from newsdiff.compare import compare


def main() -> None:
    """Minimal JSON, until the real command line stands."""
    a, b = [Path(p).read_bytes().decode() for p in sys.argv[1:3]]
    c = compare(a, b)
    span = lambda s: s and {"text": s.text, "start": s.start, "end": s.end}  # noqa: E731
    print(json.dumps({
        "a": {"sentences": [{"text": s.text, "start": s.start, "end": s.end} for s in c.a.sentences]},
        "b": {"sentences": [{"text": s.text, "start": s.start, "end": s.end} for s in c.b.sentences]},
        "links": [{"a": k.a, "b": k.b, "kind": k.kind} for k in c.links],
        "edits": [{"kind": e.kind, "detail": e.detail, "a": span(e.a), "b": span(e.b), "link": e.link} for e in c.edits],
    }))
