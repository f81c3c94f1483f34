"""Figures and dates in running text: the quantities, the times, and their values.

`atoms.py` cuts a text up, `numerals.py`, `quantities.py` and `calendar.py` read the atoms, `units.py` says when two of
them have the same value. The words are in the lexicon.
"""
