"""Figures and dates in running text: what stands for a quantity, what for a time, and what they are worth.

`numerals.py` and `calendar.py` read them, `units.py` says when two of them are worth the same, `matching.py` says
which figure of one side stands for which of the other. The words are the lexicon's.
"""
