"""The English of figures and dates: numerals, magnitudes, units, currencies, months, approximators.

Written for newsdiff from general knowledge (MIT, as the rest). Conversion factors are the exact legal definitions (the
international yard and pound of 1959, the mile of 5,280 feet, the US gallon of 231 cubic inches).
"""

from __future__ import annotations

CARDINALS: dict[str, int] = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "nineth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
ORDINAL_MAGNITUDES: dict[str, int] = {
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip

SUFFIXES: frozenset[str] = frozenset(("st", "nd", "rd", "th"))  # 1st, 24th

# Parts: "two thirds", "a quarter". Ordinals from fifth on serve too, and are not listed again.
PARTS: dict[str, int] = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4}

# What a fraction in figures may have below the stroke: 3/4, 1/16; 9/11 and 24/7 are names.
BELOW: frozenset[int] = frozenset((2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100))

VULGAR: dict[str, tuple[int, int]] = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5),
    "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip

# Magnitude -> its value and the notation that it is: "bn" and "billion" say the same otherwise.
MAGNITUDES: dict[str, int] = {
    "dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "lakhs": 10**5,
    "million": 10**6, "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "millions": 10**6, "billions": 10**9,
    "mn": 10**6, "mln": 10**6, "mil": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "trn": 10**12,
    "tln": 10**12, "cr": 10**7,
}  # fmt: skip
# Magnitudes that are one notation: "mln" and "mn" are both short for a million.
SAME_MAGNITUDES: dict[str, str] = {
    "dozens": "dozen", "lakhs": "lakh", "crores": "crore", "mln": "mn", "bln": "bn", "millions": "million",
    "billions": "billion",
}  # fmt: skip
# "A" is a number before these: a hundred and five.
ARTICLE_MAGNITUDES: frozenset[str] = frozenset(
    ("hundred", "thousand", "million", "billion", "trillion", "dozen", "lakh", "crore")
)
# "One" is a number before these too: one third, one half.
ONE_PARTS: frozenset[str] = frozenset(("third", "fifth", "half", "quarter", "tenth", "percent"))
# These stand only right behind the digits: 10k, £41.6m, 1.2b. A capital M or a currency tells million from meter.
GLUED_MAGNITUDES: dict[str, int] = {"k": 1000, "m": 10**6, "b": 10**9, "t": 10**12}
GLUED_CAPITALS: dict[str, int] = {"M": 10**6, "B": 10**9, "T": 10**12, "G": 10**9, "K": 1000}

# Vague quantities: the least and the most that they stand for.
VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (24, 120), "scores": (40, 200), "hundreds": (200, 2000), "thousands": (2000, 20000),
    "millions": (2 * 10**6, 10**9), "billions": (2 * 10**9, 10**12), "lakhs": (2 * 10**5, 10**7),
    "crores": (2 * 10**7, 10**9),
}  # fmt: skip

# Words that hold a number without being one: "both men" has not lost the two of "the two men".
COLLECTIVES: dict[str, int] = {
    "both": 2, "pair": 2, "pairs": 2, "couple": 2, "duo": 2, "twins": 2, "twin": 2, "trio": 3, "triplets": 3,
    "quartet": 4,
    "quintet": 5, "sextet": 6,
    "goalless": 0, "scoreless": 0, "nil": 0, "teenager": 16, "centenary": 100, "biennial": 2,
}  # fmt: skip

# Plurals that millions are counted of, and years are not: "2000 people".
COUNTED: frozenset[str] = frozenset(
    ("people", "men", "women", "children", "police", "staff", "workers", "more", "fewer", "other")
)
# Words in -s that are no plurals, or that years may stand before: "2019 elections".
NO_PLURALS: frozenset[str] = frozenset(
    "was has this his its does says across towards besides unless perhaps always whereas versus as elections games "
    "protests olympics riots".split()
)

# Words that say how many times: value as a ratio.
MULTIPLES: dict[str, tuple[int, int]] = {
    "once": (1, 1),
    "twice": (2, 1), "thrice": (3, 1), "double": (2, 1), "doubled": (2, 1), "doubles": (2, 1), "doubling": (2, 1),
    "twofold": (2, 1), "triple": (3, 1), "tripled": (3, 1), "triples": (3, 1), "tripling": (3, 1), "treble": (3, 1),
    "trebled": (3, 1), "threefold": (3, 1), "quadruple": (4, 1), "quadrupled": (4, 1), "fourfold": (4, 1),
    "quintupled": (5, 1), "fivefold": (5, 1), "sixfold": (6, 1), "sevenfold": (7, 1), "eightfold": (8, 1),
    "tenfold": (10, 1), "halved": (1, 2), "halves": (1, 2), "halving": (1, 2), "halve": (1, 2),
}  # fmt: skip

# Unit -> dimension, factor to the base unit of the dimension (numerator, denominator), words, abbreviations.
UNITS: dict[str, tuple[str, int, int, str, str]] = {
    "percent": ("share", 1, 100, "percent|per cent|percentage", "%|pct|pc|p.c.|per"),
    "percentage point": ("points", 1, 100, "percentage point|percent point|point percentage", "pp|ppt"),
    "basis point": ("points", 1, 10000, "basis point", "bp"),
    "millimeter": ("length", 1, 1000, "millimeter|millimetre", "mm"),
    "centimeter": ("length", 1, 100, "centimeter|centimetre", "cm"),
    "decimeter": ("length", 1, 10, "decimeter|decimetre", "dm"),
    "meter": ("length", 1, 1, "meter|metre", "m"),
    "kilometer": ("length", 1000, 1, "kilometer|kilometre|kms", "km"),
    "inch": ("length", 254, 10000, "inch|inches", 'in|"|″'),
    "foot": ("length", 3048, 10000, "foot|feet", "ft|′"),
    "yard": ("length", 9144, 10000, "yard", "yd|yds"),
    "mile": ("length", 1609344, 1000, "mile", "mi"),
    "nautical mile": ("length", 1852, 1, "nautical mile|sea mile", "nm|nmi"),
    "picometer": ("length", 1, 10**12, "picometer|picometre", ""),
    "square meter": ("area", 1, 1, "square meter|square metre", "sq m|m²|m2|sqm"),
    "square kilometer": ("area", 10**6, 1, "square kilometer|square kilometre|km squared", "sq km|km²|km2"),
    "hectare": ("area", 10**4, 1, "hectare", "ha"),
    "acre": ("area", 40468564224, 10**7, "acre", "ac"),
    "square mile": ("area", 2589988110336, 10**6, "square mile", "sq mi|mi²"),
    "square foot": ("area", 9290304, 10**8, "square foot|square feet", "sq ft|sqft|ft²"),
    "square yard": ("area", 83612736, 10**8, "square yard", "sq yd"),
    "cubic meter": ("volume", 1000, 1, "cubic meter|cubic metre", "m³|cu m|m3"),
    "cubic foot": ("volume", 28316846592, 10**9, "cubic foot|cubic feet", "cu ft|ft³"),
    "cubic kilometer": ("volume", 10**12, 1, "cubic kilometer|cubic kilometre", "km³"),
    "liter": ("volume", 1, 1, "liter|litre", "l|ltr"),
    "milliliter": ("volume", 1, 1000, "milliliter|millilitre", "ml"),
    "centiliter": ("volume", 1, 100, "centiliter|centilitre", "cl"),
    "gallon": ("volume", 3785411784, 10**9, "gallon", "gal"),
    "pint": ("volume", 473176473, 10**9, "pint", ""),
    "barrel": ("volume", 158987294928, 10**9, "barrel", "bbl"),
    "teaspoon": ("volume", 5, 1000, "teaspoon", "tsp"),
    "tablespoon": ("volume", 15, 1000, "tablespoon", "tbsp"),
    "milligram": ("mass", 1, 10**6, "milligram|milligramme", "mg"),
    "microgram": ("mass", 1, 10**9, "microgram", "μg|µg|mcg"),
    "gram": ("mass", 1, 1000, "gram|gramme", "g"),
    "kilogram": ("mass", 1, 1, "kilogram|kilogramme|kilo", "kg|kgs"),
    "tonne": ("mass", 1000, 1, "tonne|metric ton|metric tonne", "mt"),
    "ton": ("mass", 90718474, 10**5, "ton", "t"),
    "pound weight": ("mass", 45359237, 10**8, "", "lb|lbs"),
    "ounce": ("mass", 45359237, 16 * 10**8, "ounce", "oz"),
    "stone": ("mass", 14 * 45359237, 10**8, "stone", "st"),
    "kilometer per hour": ("speed", 1, 1,
    "kilometer per hour|kilometers per hour|kilometre per hour|kilometres per hour|"
                           "kilometers an hour|kilometres an hour|kilometer an hour|kilometre an hour",
                           "km / h|kmh|kph|kmph|km per hour|km an hour|km / hr"),
    "mile per hour": ("speed", 1609344, 10**6, "mile per hour|miles per hour|miles an hour|mile an hour", "mph"),
    "meter per second": ("speed", 36, 10, "meters per second|metres per second|meters a second|metres a second",
    "m / s"),
    "knot": ("speed", 1852, 1000, "knot", "kt|kts"),
    "second": ("time", 1, 1, "second|seconds", "sec|secs|s"),
    "minute": ("time", 60, 1, "minute", "min|mins"),
    "hour": ("time", 3600, 1, "hour", "hr|hrs|h"),
    "day": ("time", 86400, 1, "day", ""),
    "night": ("night", 86400, 1, "night", ""),
    "week": ("time", 604800, 1, "week", "wk|wks"),
    "fortnight": ("time", 1209600, 1, "fortnight", ""),
    "month": ("months", 1, 1, "month", ""),
    "year": ("months", 12, 1, "year", "yr|yrs|yo"),
    "decade": ("months", 120, 1, "decade", ""),
    "century": ("months", 1200, 1, "century|centuries", ""),
    "degree": ("degree", 1, 1, "degree|deg", "°|º"),
    "C": ("temperature", 1, 1,
    "degrees celsius|degree celsius|degrees centigrade|celsius|celcius|centigrade|deg celsius|"
          "degrees c|deg c|degree centigrade|centigrate", "° c|º c|c|° celsius"),
    "F": ("temperature", 5, 9, "degrees fahrenheit|degree fahrenheit|fahrenheit|deg fahrenheit|degrees f|deg f",
          "° f|º f|f|° fahrenheit"),
    "watt": ("power", 1, 1, "watt", "w"),
    "kilowatt": ("power", 1000, 1, "kilowatt", "kw"),
    "megawatt": ("power", 10**6, 1, "megawatt", "mw"),
    "gigawatt": ("power", 10**9, 1, "gigawatt", "gw"),
    "kilowatt hour": ("energy", 1, 1, "kilowatt hour", "kwh"),
    "megawatt hour": ("energy", 1000, 1, "megawatt hour", "mwh"),
    "gigawatt hour": ("energy", 10**6, 1, "gigawatt hour", "gwh"),
    "watt hour": ("energy", 1, 1000, "watt hour", "wh"),
    "byte": ("data", 1, 1, "byte", ""),
    "kilobyte": ("data", 10**3, 1, "kilobyte", "kb"),
    "megabyte": ("data", 10**6, 1, "megabyte", "mb"),
    "gigabyte": ("data", 10**9, 1, "gigabyte", "gb"),
    "terabyte": ("data", 10**12, 1, "terabyte", "tb"),
    "bit": ("bits", 1, 1, "bit", ""),
    "times": ("times", 1, 1, "times|fold", "x"),
}  # fmt: skip

# Abbreviations that are other words where a space stands before them.
GLUED_ONLY: frozenset[str] = frozenset(("m", "g", "l", "s", "h", "t", "c", "f", "in", "x", "w", "st", "pc", "per", "p",
                                        "min", "b", "mt", "nm", "pp", "bp", "ac", "mi", "gal", "d", "doz"))  # fmt: skip

# Of these, the ones that are the unit behind a space too, where no figure follows: 10 m high, 5 g.
SPACED: frozenset[str] = frozenset(("m", "g", "l", "h", "ac", "mi", "mt", "nm", "gal", "min"))
# Of weather: beside these an F on digits is Fahrenheit's.
TEMPERATURE_WORDS: frozenset[str] = frozenset(
    "temperature temperatures degrees thermometer mercury celsius fahrenheit weather cold colder hot hotter warm "
    "warmer warmth heat freezing frost chill cooler oven fever".split()
)
# Units that are commoner as other words.
DOUBTFUL_UNITS: frozenset[str] = frozenset(
    ("real", "sol", "try", "mad", "won", "dong", "sen", "crown", "crowns", "colon", "pen", "sh", "r")
)
# Unit -> the smaller one that may follow it, and how many of it make one: 5 feet 2 inches.
SMALLER: dict[str, tuple[str, int]] = {
    "hour": ("minute", 60), "minute": ("second", 60), "foot": ("inch", 12), "stone": ("pound", 14),
    "year": ("month", 12), "pound weight": ("ounce", 16),
}  # fmt: skip
SMALL_CHANGE: dict[str, str] = {"dollar": "cent", "euro": "cent", "pound": "penny", "US dollar": "cent"}

# Currency -> its name, words, signs. A "pound" is money or a weight: the other side tells.
CURRENCIES: dict[str, tuple[str, str]] = {
    "dollar": ("dollar|buck", "$|usd|us$|us $"),
    "US dollar": ("us dollar|u.s. dollar|american dollar|united states dollar", ""),
    "Australian dollar": ("australian dollar", "a$|aud|au$"),
    "Canadian dollar": ("canadian dollar", "c$|ca$|cad|cad$"),
    "New Zealand dollar": ("new zealand dollar", "nz$|nzd"),
    "Hong Kong dollar": ("hong kong dollar", "hk$|hkd"),
    "Singapore dollar": ("singapore dollar", "s$|sgd"),
    "Taiwan dollar": ("taiwan dollar|new taiwan dollar", "nt$|twd"),
    "euro": ("euro", "€|eur"),
    "pound": ("pound|quid|pounds sterling|pound sterling|british pound", "£|gbp"),
    "penny": ("penny|pence|pennies", "p"),
    "cent": ("cent|us cent|euro cent", "¢"),
    "yen": ("yen|japanese yen", "¥|jpy"),
    "yuan": ("yuan|renminbi|chinese yuan|kuai", "rmb|cny|cn¥"),
    "won": ("won", "₩|krw"),
    "rupee": ("rupee|indian rupee", "₹|rs|rs.|inr"),
    "rupiah": ("rupiah", "rp|idr"),
    "ruble": ("ruble|rouble|russian ruble", "₽|rub"),
    "hryvnia": ("hryvnia|hryvnya|hryvnyas", "₴|uah"),
    "zloty": ("zloty|złoty|zlotys", "pln|zł"),
    "franc": ("franc|swiss franc", "chf|sfr|fr"),
    "krona": ("krona|kronor|kronas|swedish krona|swedish kronor|crown|kronur|icelandic kronur", "sek|skr|isk|ikr"),
    "krone": ("krone|kroner|norwegian kroner|danish kroner", "nok|dkk|kr|dkr|nkr"),
    "koruna": ("koruna|korunas|koruny|czech crown", "czk|kč"),
    "forint": ("forint", "huf|ft."),
    "leu": ("leu|lei", "ron|mdl"),
    "lev": ("lev|leva", "bgn"),
    "dinar": ("dinar|kuwaiti dinar|jordanian dinar|serbian dinar", "rsd|kwd|jod|bhd|iqd|tnd|dzd"),
    "lira": ("lira|liras|turkish lira|lire", "₺|try"),
    "shekel": ("shekel", "₪|ils|nis"),
    "peso": ("peso|philippine peso|mexican peso", "₱|mx$|mxn|mxn$|mex$|php"),
    "real": ("real|reais|reals|brazilian real|brazilian reais", "r$|brl"),
    "rand": ("rand", "zar|r"),
    "naira": ("naira|nairas", "₦|ngn"),
    "cedi": ("cedi", "₵|ghs|gh₵"),
    "shilling": ("shilling|kenyan shilling|ugandan shilling|tanzanian shilling", "ksh|sh|kes|ush|ugx|tsh|tzs"),
    "kwacha": ("kwacha|kwachas", "zmw|mwk"),
    "birr": ("birr", "etb"),
    "baht": ("baht", "฿|thb"),
    "dong": ("dong", "₫|vnd"),
    "ringgit": ("ringgit", "rm|myr"),
    "riyal": ("riyal|rial|riyals|saudi riyal", "sar|qar"),
    "dirham": ("dirham|moroccan dirham", "aed|dhs|mad"),
    "taka": ("taka", "৳|bdt"),
    "tenge": ("tenge", "₸|kzt"),
    "lari": ("lari", "₾|gel"),
    "dram": ("dram", "֏|amd"),
    "colón": ("colón|colon", "₡"),
    "kip": ("kip", "₭"),
    "tugrik": ("tugrik", "₮"),
    "guaraní": ("guaraní|guarani", "₲"),
    "sol": ("soles", "pen"),
    "bitcoin": ("bitcoin", "₿|btc"),
    "satoshi": ("satoshi", ""),
    "sen": ("sen", ""),
}  # fmt: skip

# Right before the digits, where a million or its like follows them: R3 million, Y3bn; elsewhere they are other things.
CURRENCY_LETTERS: dict[str, str] = {
    "r": "rand", "p": "peso", "y": "yen", "n": "naira", "k": "kwacha", "ft": "forint",
    "kc": "koruna", "tk": "taka", "dh": "dirham", "sr": "riyal", "qr": "riyal", "bt": "baht", "tl": "lira",
    "kd": "dinar", "jd": "dinar",
}  # fmt: skip
# Codes that are not written in capitals alone.
CURRENCY_CODES: frozenset[str] = frozenset((
    "rs", "rp", "sfr", "kr", "dkr", "skr", "nkr", "ikr", "dhs", "ksh", "ush", "tsh", "php",
))  # fmt: skip

# What stands before a figure and says how near it is: "~" about, ">" at least, "<" at most.
APPROXIMATORS: dict[str, str] = {
    "about": "~", "around": "~", "some": "~", "roughly": "~", "approximately": "~", "circa": "~", "approx": "~",
    "estimated": "~", "near": "~", "nearly": "<", "almost": "<", "under": "<", "below": "<", "within": "<",
    "over": ">", "above": ">", "exceeding": ">", "least": ">", "upwards": ">", "past": ">", "~": "~", "ca": "~",
    "close to": "~", "more than": ">", "less than": "<", "fewer than": "<", "up to": "<", "at least": ">",
    "as many as": "<", "as much as": "<", "just over": ">", "just under": "<", "well over": ">", "at most": "<",
    "in excess of": ">", "not quite": "<", "no more than": "<", "no fewer than": ">", "no less than": ">",
    "the better part of": "<", "something like": "~", "upwards of": ">", "an estimated": "~", "better than": ">",
    "or so": "~", "or more": ">", "or less": "<", "or fewer": "<", "odd": "~", "plus": ">",
    "north of": ">", "shy of": "<", "short of": "<", "a good": "~", "beyond": ">",
}  # fmt: skip

MONTHS: dict[str, int] = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
    "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
# Months that are also words or first names: they need a sign that a date is meant.
DOUBTFUL_MONTHS: frozenset[str] = frozenset(
    ("may", "march", "april", "june", "august", "mar", "jan", "dec", "sep", "jun")
)

WEEKDAYS: dict[str, int] = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip
# These need a full stop or a date beside them.
DOUBTFUL_WEEKDAYS: frozenset[str] = frozenset(("mon", "wed", "thu", "sat", "sun", "fri", "tue"))

# Beside these a weekday is a name: Black Friday, the Sunday Times.
FEAST_WORDS: frozenset[str] = frozenset(
    ("black", "good", "ash", "palm", "easter", "bloody", "super", "cyber", "maundy", "shrove")
)
PAPER_WORDS: frozenset[str] = frozenset(
    ("times", "telegraph", "mail", "mirror", "express", "herald", "post", "independent")
)

DECADES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "teens": 10,
}  # fmt: skip

CLOCK_WORDS: dict[str, tuple[int, int]] = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
MERIDIEMS: dict[str, int] = {"a.m.": 0, "am": 0, "p.m.": 12, "pm": 12, "a.m": 0, "p.m": 12}
DAY_PARTS: dict[str, int] = {"morning": 0, "afternoon": 12, "evening": 12, "night": 12}
SAME_DAY_PARTS: dict[str, str] = {"evening": "night"}
# A date may be attached to these marks, and to letters that stand for "about" or a quarter.
DATE_OPENERS: frozenset[str] = frozenset(("(", "[", '"', "'", "-", "/", "q", "ad", "~", "c"))
# Zones of time with their hours from Greenwich; "et" and "local" change with the season and the place.
ZONES: dict[str, int | None] = {
    "gmt": 0, "utc": 0, "bst": 1, "wet": 0, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4,
    "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "jst": 9, "aest": 10, "et": None, "ct": None,
    "mt": None, "pt": None,
}  # fmt: skip
HOURS_WORDS: frozenset[str] = frozenset(("hours", "hrs", "local"))
# Before these a figure with minutes is a time of day: at 9h30, until 6.40.
CLOCK_PREPOSITIONS: frozenset[str] = frozenset(
    "at by until till from before after around about to between since and circa".split()
)
NEARLY_AT: frozenset[str] = frozenset(("at", "around", "about", "by", "until", "from"))

RELATIVE_DAYS: dict[str, str] = {"yesterday": "day-1", "today": "day+0", "tonight": "day+0", "tomorrow": "day+1"}
BESIDE_TODAY: dict[str, str] = {"before yesterday": "day-2", "after tomorrow": "day+2"}
RELATIVE_STEPS: dict[str, int] = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
RELATIVE_UNITS: frozenset[str] = frozenset(("week", "month", "year", "night", "weekend", "quarter", "decade", "century",
                                            "season", "summer", "winter", "spring", "autumn", "fall"))  # fmt: skip

# Relative dates that other dates may hold: "this year" and "this summer" do not answer each other.
PARTS_OF_YEAR: frozenset[str] = frozenset(
    ("summer", "winter", "spring", "autumn", "fall", "season", "night", "weekend", "quarter")
)
ERAS: dict[str, str] = {
    "bc": "BC", "b.c.": "BC", "bce": "BC", "b.c.e.": "BC", "ad": "AD", "a.d.": "AD", "ce": "AD", "c.e.": "AD",
}  # fmt: skip
# After these "May" is the verb, unless a month stands near.
MAY_BEFORE: frozenset[str] = frozenset(
    ("it", "that", "he", "they", "but", "and", "to", "as", "or", "is", "was", "than", "for")
)
MAY_AFTER: frozenset[str] = frozenset((",", ".", "and", "to", "last", "this", "next"))
# After these two digits with an s are a decade: the 90s, mid-90s.
DECADE_BEFORE: frozenset[str] = frozenset(("the", "mid", "early", "late"))
# Marks and words beside four digits that are no year: $1990, No. 1990.
NO_YEAR_BEFORE: frozenset[str] = frozenset(("$", "£", "€", "¥", "#", "/", "no", "nos"))
# Before a year of another century it must be told that a year is meant; these may stand between two of them.
YEAR_SPANS: frozenset[str] = frozenset(("from", "of", "between", "and", "to"))

# A word before four digits that makes them a year, or a month name a month.
TIME_PREPOSITIONS: frozenset[str] = frozenset((
    "in", "since", "by", "until", "till", "from", "of", "during", "before", "after", "early", "late", "mid", "circa",
    "to", "between", "through", "and", "last", "next", "this", "around", "throughout", "year", "summer", "winter",
    "spring", "autumn", "fall", "back", "on", "end", "ending", "beginning", "starting", "for", "every", "each",
    "previous",
    "following", "come", "but", "or", "than", "about", "around", "over", "the", "that", "as", "is", "was", "mid",
))  # fmt: skip
YEAR_PREPOSITIONS: frozenset[str] = frozenset((
    "in", "since", "by", "until", "till", "during", "before", "after", "early", "late", "mid", "circa", "year",
    "summer",
    "winter", "spring", "autumn", "fall", "back",
))  # fmt: skip
YEAR_DETERMINERS: frozenset[str] = frozenset(
    ("the", "a", "its", "his", "her", "their", "our", "this", "that", "s", "'", "’")
)

# How often: "a day", "per hour", "each week"; as one word "daily".
RATE_WORDS: frozenset[str] = frozenset(("a", "an", "per", "each", "every", "/"))
RATE_UNITS: dict[str, str] = {
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "fortnight": "fortnight", "month": "month", "quarter": "quarter", "season": "season", "year": "year",
    "decade": "decade", "century": "century", "annum": "year", "head": "head", "capita": "head", "person": "person",
    "h": "hour", "hr": "hour", "min": "minute", "sec": "second", "s": "second", "wk": "week", "yr": "year",
    "mile": "mile", "kilometer": "kilometer", "kilometre": "kilometer", "km": "kilometer", "kilogram": "kilogram",
    "kg": "kilogram", "pound": "pound", "ton": "ton", "tonne": "tonne", "gallon": "gallon", "liter": "liter",
    "litre": "liter", "barrel": "barrel", "share": "share", "ounce": "ounce", "acre": "acre", "hectare": "hectare",
}  # fmt: skip
RATE_ADVERBS: dict[str, str] = {
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "fortnightly": "fortnight",
    "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
}  # fmt: skip
# What "a" makes a rate of behind any noun: 20 flights a day; "a share" and "a mile" only behind a unit.
TIMES: frozenset[str] = frozenset(
    ("second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "season", "year", "decade")
)
# Words that end the search for a rate: what follows is told of another thing.
RATE_STOPS: frozenset[str] = frozenset(
    "in on at to for by from with of and or but as than was were is are had has have for after before over under up "
    "down more less the his her its their a an who that which when where while last next this".split()
)
# A figure that has lost a unit of these is another one; an age or a span may go without its years.
TELLING_DIMENSIONS: frozenset[str] = frozenset((
    "share", "percent", "points", "money", "length", "area", "volume", "mass", "speed", "power", "energy", "data",
))  # fmt: skip
# "Four of the five": what may stand between the two, and what the other side may have for the first.
OF_THEM: frozenset[str] = frozenset("of the its his her their our these those".split())
WHOLE: frozenset[str] = frozenset(("all", "none"))
# Between two figures these say that the unit of one is the other's.
RANGE_JOINTS: frozenset[str] = frozenset(("to", "and", "or", "-", "from", "through"))
# "A week later", "a year ago" are times and no rates; so is what begins another clause.
NO_RATE_AFTER: frozenset[str] = frozenset(("later", "ago", "earlier", "before", "after", "from", "old", "or", "and"))

# What a quarter is taken of without "of a": quarter million, quarter century.
QUARTERED: frozenset[str] = frozenset(("million", "billion", "century", "hour", "mile"))
# Beside these "half" is a time of play or no share: the second half, the better half.
HALVES_OF_TIME: frozenset[str] = frozenset(("1st", "2nd", "other", "better"))
# After these "half" is a share for certain: more than half, by half.
HALF_BEFORE: frozenset[str] = frozenset(("than", "about", "nearly", "almost", "over", "by", "only", "just", "roughly"))
# After these "second" is a time or counts nothing: a second, split second.
SECOND_BEFORE: frozenset[str] = frozenset(("a", "per", "every", "split", "each"))
# Odds are round: one in 20, but "two in six boxes".
ROUND_ODDS: frozenset[int] = frozenset(
    (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000, 10000, 100000, 10**6)
)

# After these a word of number counts nothing: "no one", "this one", "every second day".
ONE_BEFORE: frozenset[str] = frozenset((
    "no", "any", "every", "some", "this", "that", "which", "each", "another", "the", "not", "only", "such", "same",
    "day",
))  # fmt: skip
ONE_AFTER: frozenset[str] = frozenset((
    "of", "another", "'", "’", "day", "who", "that", "is", "was", "or", "way", "thing", "side", "hand", "can", "must",
    "should", "could", "would", "might", "may", "has", "had", "will", "in", "by", "to", "with", "for", "on",
))  # fmt: skip
# Units that an article counts: "a week" is one week where it is no rate, "a mile" one mile.
ARTICLE_UNITS: dict[str, str] = {
    **dict.fromkeys(("minute", "hour", "day", "week", "month", "year", "decade", "century", "fortnight"), "time"),
    **dict.fromkeys(("mile", "kilometer", "kilometre", "meter", "metre", "foot", "ton", "tonne", "pound", "dollar",
    "euro",
                     "gallon", "liter", "litre"), "measure"),
}  # fmt: skip
# What may stand before "a week" where a time is meant and not a rate.
SPAN_BEFORE: frozenset[str] = frozenset((
    "for", "in", "within", "after", "of", "over", "than", "nearly", "almost", "about", "just", "only", "took",
    "take", "takes",
    "spent", "lasts", "last", "under", "around", "roughly", "exactly", "barely", "hardly", "at", "least", "is",
    "was", "to",
    "and", "or", "but", "half", "every", "within", "some", "another",
))  # fmt: skip
SPAN_AFTER: frozenset[str] = frozenset(("before", "after", "later", "earlier", "ago", "long", "from"))
# What a third or a quarter is a part of, or what ends its phrase; before any other word "a third" is an ordinal.
PART_AFTER: frozenset[str] = frozenset((
    "of", "the", "in", "on", "at", "to", "from", "more", "less", "fewer", "larger", "smaller", "higher", "lower", "are",
    "is", "was", "were", "had", "have", "has", "said", "by", "this", "last", "a", "as", "and", "but", "or", "since",
    "compared", "between", "over", "after", "before", "during", "did", "do", "will", "would", "could", "than", "full",
    "cheaper", "its", "his", "their", "our", "her", "my", "your", "between", "went", "came", "live", "back", "when",
    "while",
    "million", "billion", "trillion", "hour", "mile", "century", "year", "dozen", "point", "inch", "pound", "an",
    "empty",
    "that", "which", "who", "be", "been", "for", "with", "if", "because", "so", "not", "came", "come", "below", "above",
))  # fmt: skip

# Identifiers ----------------------------------------------------------------------------------------------------------
# Letters before or behind digits that make no code: quarters, eras, pages, hours, plurals.
NO_CODES: frozenset[str] = frozenset((
    "q", "ad", "bc", "no", "nr", "p", "pp", "am", "pm", "ft", "rs", "x", "th", "st", "nd", "rd", "km", "kg", "gmt",
    "bst", "est", "pst", "utc", "cet", "bce", "ce", "jan", "feb", "mar", "apr", "may", "jun", "june", "jul", "july",
    "aug", "sep", "sept", "oct", "nov", "dec", "hz", "mhz", "ghz",
))  # fmt: skip
# The last parts of a bare address, as the tokens know them.
DOMAINS: frozenset[str] = frozenset(("com", "org", "net", "gov", "edu", "info", "eu", "uk", "de", "fr", "io", "int"))
# Words that tell that a sentence is about grades.
RATING_WORDS: frozenset[str] = frozenset((
    "rated", "rating", "ratings", "bond", "bonds", "grade", "grades", "graded", "downgraded", "upgraded", "downgrade",
    "upgrade", "credit", "outlook", "notch", "notches", "moody", "fitch",
))  # fmt: skip
