"""A fuzzer that stays: a grammar of hostile articles, what changes them, and everything that must hold of any two.

    python -m tests.fuzz --cases 1000000 --seed 7      # a night
    python -m tests.fuzz --replay 123456               # one case again, by the number that a failure names

A case is a number: the same number makes the same case on every machine. 2,000 of them run with the tests.
"""
