"""The English of figures and dates: numerals, magnitudes, units, currencies, months, approximators.

The lists are in figures.txt.
"""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("figures")

DETERMINERS = _LIST.words("DETERMINERS")
BARE_MAGNITUDES = _LIST.words("BARE_MAGNITUDES")
WORDS_WITH_STOP = _LIST.words("WORDS_WITH_STOP")
HOUR_BEFORE = _LIST.words("HOUR_BEFORE")
OF_YEARS = _LIST.words("OF_YEARS")
NO_COUNT = _LIST.words("NO_COUNT")
COMMON_WORDS = _LIST.words("COMMON_WORDS")
CARDINALS = _LIST.numbers("CARDINALS")
ORDINALS = _LIST.numbers("ORDINALS")
ORDINAL_MAGNITUDES = _LIST.numbers("ORDINAL_MAGNITUDES")
SUFFIXES = _LIST.words("SUFFIXES")
PARTS = _LIST.numbers("PARTS")
BELOW = frozenset(map(int, _LIST.words("BELOW")))
VULGAR = _LIST.ratios("VULGAR")
MAGNITUDES = _LIST.numbers("MAGNITUDES")
SAME_MAGNITUDES = _LIST.entries("SAME_MAGNITUDES")
ARTICLE_MAGNITUDES = _LIST.words("ARTICLE_MAGNITUDES")
ONE_PARTS = _LIST.words("ONE_PARTS")
GLUED_MAGNITUDES = _LIST.numbers("GLUED_MAGNITUDES")
GLUED_CAPITALS = _LIST.numbers("GLUED_CAPITALS")
VAGUE = _LIST.ratios("VAGUE")
COLLECTIVES = _LIST.numbers("COLLECTIVES")
COUNTED = _LIST.words("COUNTED")
NO_PLURALS = _LIST.words("NO_PLURALS")
MULTIPLES = _LIST.ratios("MULTIPLES")


def _units() -> dict[str, tuple[str, int, int, str, str]]:
    """Unit -> dimension, factor to the base unit of the dimension (numerator, denominator), words, abbreviations."""
    table = {}
    for unit, text in _LIST.entries("UNITS").items():
        dimension, factor, words, signs = [part.strip() for part in text.split(";")]
        above, _, below = factor.partition("/")
        table[unit] = dimension, int(above), int(below), words, signs
    return table


UNITS = _units()
GLUED_ONLY = _LIST.words("GLUED_ONLY")
SPACED = _LIST.words("SPACED")
TEMPERATURE_WORDS = _LIST.words("TEMPERATURE_WORDS")
DOUBTFUL_UNITS = _LIST.words("DOUBTFUL_UNITS")
SMALLER = {unit: (small, int(n)) for unit, (small, n) in _LIST.pairs("SMALLER", "/").items()}
SMALL_CHANGE = _LIST.entries("SMALL_CHANGE")
CURRENCIES = _LIST.pairs("CURRENCIES", ";")
CURRENCY_LETTERS = _LIST.entries("CURRENCY_LETTERS")
CURRENCY_CODES = _LIST.words("CURRENCY_CODES")
APPROXIMATORS = _LIST.entries("APPROXIMATORS")
MONTHS = _LIST.numbers("MONTHS")
DOUBTFUL_MONTHS = _LIST.words("DOUBTFUL_MONTHS")
WEEKDAYS = _LIST.numbers("WEEKDAYS")
DOUBTFUL_WEEKDAYS = _LIST.words("DOUBTFUL_WEEKDAYS")
FEAST_WORDS = _LIST.words("FEAST_WORDS")
PAPER_WORDS = _LIST.words("PAPER_WORDS")
DECADES = _LIST.numbers("DECADES")
CLOCK_WORDS = _LIST.ratios("CLOCK_WORDS")
MERIDIEMS = _LIST.numbers("MERIDIEMS")
DAY_PARTS = _LIST.numbers("DAY_PARTS")
SAME_DAY_PARTS: dict[str, str] = {"evening": "night"}
DATE_OPENERS = _LIST.words("DATE_OPENERS")
# Zones of time with their hours from Greenwich.
ZONES: dict[str, int | None] = {**_LIST.numbers("ZONES"), **dict.fromkeys(_LIST.words("SHIFTING_ZONES"))}
HOURS_WORDS = _LIST.words("HOURS_WORDS")
CLOCK_PREPOSITIONS = _LIST.words("CLOCK_PREPOSITIONS")
NEARLY_AT = _LIST.words("NEARLY_AT")
RELATIVE_DAYS = _LIST.entries("RELATIVE_DAYS")
BESIDE_TODAY = _LIST.entries("BESIDE_TODAY")
RELATIVE_STEPS = _LIST.numbers("RELATIVE_STEPS")
RELATIVE_UNITS = _LIST.words("RELATIVE_UNITS")
PARTS_OF_YEAR = _LIST.words("PARTS_OF_YEAR")
ERAS = _LIST.entries("ERAS")
MAY_BEFORE = _LIST.words("MAY_BEFORE")
MAY_AFTER = _LIST.words("MAY_AFTER")
DECADE_BEFORE = _LIST.words("DECADE_BEFORE")
NO_YEAR_BEFORE = _LIST.words("NO_YEAR_BEFORE")
YEAR_SPANS = _LIST.words("YEAR_SPANS")
TIME_PREPOSITIONS = _LIST.words("TIME_PREPOSITIONS")
YEAR_PREPOSITIONS = _LIST.words("YEAR_PREPOSITIONS")
YEAR_DETERMINERS = _LIST.words("YEAR_DETERMINERS")
RATE_WORDS = _LIST.words("RATE_WORDS")
RATE_UNITS = _LIST.entries("RATE_UNITS")
RATE_ADVERBS = _LIST.entries("RATE_ADVERBS")
TIMES = _LIST.words("TIMES")
RATE_STOPS = _LIST.words("RATE_STOPS")
TELLING_DIMENSIONS = _LIST.words("TELLING_DIMENSIONS")
OF_THEM = _LIST.words("OF_THEM")
WHOLE = _LIST.words("WHOLE")
RANGE_JOINTS = _LIST.words("RANGE_JOINTS")
NO_RATE_AFTER = _LIST.words("NO_RATE_AFTER")
QUARTERED = _LIST.words("QUARTERED")
HALVES_OF_TIME = _LIST.words("HALVES_OF_TIME")
HALF_BEFORE = _LIST.words("HALF_BEFORE")
SECOND_BEFORE = _LIST.words("SECOND_BEFORE")
ROUND_ODDS = frozenset(map(int, _LIST.words("ROUND_ODDS")))
ONE_BEFORE = _LIST.words("ONE_BEFORE")
ONE_AFTER = _LIST.words("ONE_AFTER")
ARTICLE_UNITS = {word: kind for kind, words in _LIST.entries("ARTICLE_UNITS").items() for word in words.split()}
SPAN_BEFORE = _LIST.words("SPAN_BEFORE")
SPAN_AFTER = _LIST.words("SPAN_AFTER")
PART_AFTER = _LIST.words("PART_AFTER")
NO_CODES = _LIST.words("NO_CODES")
DOMAINS = _LIST.words("DOMAINS")
RATING_WORDS = _LIST.words("RATING_WORDS")
DATE_STARTERS = _LIST.words("DATE_STARTERS")
FIGURE_STARTERS = _LIST.words("FIGURE_STARTERS")
