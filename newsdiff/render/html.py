"""Stub."""
from newsdiff.model import Comparison
def render_html(comparison: Comparison, **filters: object) -> str:
    """Stub."""
    return "\n"
