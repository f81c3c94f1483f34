"""English irregular verbs: form -> base form; and words of the auxiliary. The lists are in verbs.txt."""

from __future__ import annotations

from newsdiff.lexicon.lists import read_list

_LIST = read_list("verbs")

NO_BREAK = _LIST.words("NO_BREAK")
BASES: dict[str, str] = {form: verb.split()[0] for verb in _LIST.lines("FORMS") for form in verb.split()[1:]}

BE = _LIST.words("BE")
MODALS = _LIST.words("MODALS")
FINITE = MODALS | _LIST.words("AUXILIARIES")
AUXILIARIES = FINITE | _LIST.words("NO_CLAUSE")
DO = _LIST.words("DO")
