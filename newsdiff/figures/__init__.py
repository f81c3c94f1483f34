"""Figures and dates in running text: what is a quantity, what is a time, and their values.

`atoms.py` cuts a text up, `numerals.py`, `quantities.py` and `calendar.py` read the atoms, `units.py` says when two of
them are worth the same. The words are the lexicon's.
"""
