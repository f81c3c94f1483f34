"""An extension of griffe: doctests in docstrings are shown as code, since ours stand outside an Examples section."""

import re
from typing import Any

import griffe


class Doctests(griffe.Extension):
    """Puts a fence around every paragraph that begins with a prompt."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:
        """The docstring of an object, changed in place."""
        if obj.docstring:
            parts = re.split(r"\n\n+", obj.docstring.value)
            fenced = [f"```pycon\n{part}\n```" if part.lstrip().startswith(">>>") else part for part in parts]
            obj.docstring.value = "\n\n".join(fenced)
