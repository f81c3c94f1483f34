"""newsdiff: what was left out, put in, respelt or changed between two versions of a news story."""

__version__ = "0.1.0"
