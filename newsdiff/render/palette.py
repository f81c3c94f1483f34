"""Colours and marks of the terminal, named in one place.

>>> MARKS["delete"], find_style("delete", "dark"), find_style("delete", "mono")
(('[-', '-]'), '9;38;5;215', '9')

The colours are among the 256 that terminals do not redefine. On the backgrounds that a theme is made for, the common
dark or light ones, each has a contrast of at least 4.5:1 (WCAG's formula). Those of "neutral" reach that on both black
and white, where little more is possible; it is used if the background is unknown. Orange, blue and the magenta of
spellings
stay apart for every kind of colour-blindness (simulated after Machado et al., 2009). Colour is never the only signal:
each style has an attribute of its own, and its own marks when there is no colour.
"""

from __future__ import annotations

# For each theme, the numbers of its colours.
THEMES: dict[str, dict[str, int]] = {
    "dark": {"delete": 215, "insert": 111, "spelling": 213, "moved": 80, "quiet": 248},
    "light": {"delete": 94, "insert": 26, "spelling": 127, "moved": 23, "quiet": 241},
    "neutral": {"delete": 131, "insert": 63, "spelling": 163, "moved": 29, "quiet": 243},
    "mono": {},
}
DEFAULT = "neutral"

_BOLD, _ITALIC, _UNDERLINE, _STRIKE = "1", "3", "4", "9"
# For each style, its attributes and the name of its colour, "" for none.
STYLES: dict[str, tuple[str, str]] = {
    "delete": (_STRIKE, "delete"),
    "delete!": (f"{_BOLD};{_STRIKE}", "delete"),  # "!": the deletion touches the meaning
    "insert": (_UNDERLINE, "insert"),
    "insert!": (f"{_BOLD};{_UNDERLINE}", "insert"),
    "spelling": (_BOLD, "spelling"),
    "moved": (_ITALIC, "moved"),
    # A's and B's words in one text, whatever the change: A's struck, B's underlined.
    "spelling a": (f"{_BOLD};{_ITALIC};{_STRIKE}", "spelling"),
    "spelling b": (f"{_BOLD};{_ITALIC};{_UNDERLINE}", "spelling"),
    "moved a": (f"{_ITALIC};{_STRIKE}", "moved"),
    "moved b": (f"{_ITALIC};{_UNDERLINE}", "moved"),
    # Words about the text need no attribute.
    "quiet": ("", "quiet"),
    "bold": (_BOLD, ""),
    "label": ("", ""),
    "omission": ("", "delete"),
    "insertion": ("", "insert"),
    "label moved": ("", "moved"),
}

# Without colour: wdiff's marks and two more in the same style, A's in square brackets and B's in braces.
MARKS: dict[str, tuple[str, str]] = {
    "delete": ("[-", "-]"),
    "insert": ("{+", "+}"),
    "spelling a": ("[~", "~]"),
    "spelling b": ("{~", "~}"),
    "moved a": ("[>", "<]"),
    "moved b": ("{>", "<}"),
}


def find_style(name: str, theme: str) -> str:
    """The parameters of the escape code for a style in a theme, "" for none."""
    attributes, color = STYLES[name]
    number = THEMES[theme].get(color)
    return ";".join(part for part in (attributes, f"38;5;{number}" if number else "") if part)
