"""Colours and marks of the terminal, named in one place.

>>> MARKS["delete"], STYLES["delete"]
(('[-', '-]'), 'color(130) strike')

The colours are of the 256 that terminals do not redefine. Each has a contrast of at least 4.4:1 on white and on black
alike (WCAG's formula; more than 4.58 on both is not possible), so the background does not matter. Orange, blue
and the magenta of spellings stay apart for every kind of colour-blindness (simulated after Machado et al., 2009). None
is the only signal: each style has an attribute of its own, and without colour each has its marks.
"""

from __future__ import annotations

DELETE = "color(130)"  # burnt orange #af5f00
INSERT = "color(63)"  # blue #5f5fff
SPELLING = "color(163)"  # magenta #d700af
MOVED = "color(30)"  # teal #008787
QUIET = "color(243)"  # grey #767676

STYLES: dict[str, str] = {
    "delete": f"{DELETE} strike",
    "delete!": f"{DELETE} strike bold",  # "!": what is gone touches the meaning
    "insert": f"{INSERT} underline",
    "insert!": f"{INSERT} underline bold",
    "spelling": f"{SPELLING} bold",
    "moved": f"{MOVED} italic",
    "quiet": QUIET,
}

# Where A's and B's words stand in one text, whatever they are: A's struck, B's underlined.
INLINE: dict[str, str] = {
    "spelling a": f"{SPELLING} bold italic strike",
    "spelling b": f"{SPELLING} bold italic underline",
    "moved a": f"{MOVED} italic strike",
    "moved b": f"{MOVED} italic underline",
}

# Without colour: wdiff's marks, and two more of the same make, A's in square brackets and B's in braces.
MARKS: dict[str, tuple[str, str]] = {
    "delete": ("[-", "-]"),
    "insert": ("{+", "+}"),
    "spelling a": ("[~", "~]"),
    "spelling b": ("{~", "~}"),
    "moved a": ("[>", "<]"),
    "moved b": ("{>", "<}"),
}

# What the labels of links are written in; they need no attribute, since they are words.
LABELS: dict[str, str] = {"omission": DELETE, "insertion": INSERT, "moved": MOVED}
