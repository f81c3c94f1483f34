"""Which of the sentences without a twin are likely to belong together.

Profiles -> candidates -> evidence for each pair -> learned probabilities, revised in the light of the surrounding pairs
-> groups. Each step is a module of its own, in that order. A copy edit needs none of them and does not import them.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.align.decode import form_groups, group_score
from newsdiff.align.features import candidate_features, context_features
from newsdiff.align.model import (
    HOPELESS,
    choose_model,
    context_probabilities,
    level_of,
    log_odds,
    pair_probabilities,
    probability,
)
from newsdiff.align.profile import Meaning, make_case
from newsdiff.align.twins import TWIN, Group
from newsdiff.model import Link, Token

# The order alone seldom distinguishes two neighbours; in that case the best threshold for F1 is about half of F1.
DIFFUSE = 0.3
ORDERED = 60_000  # pairs of sentences, above which the order is not used: it would take more than a second


def likely_links(
    a: Sequence[Sequence[Token]],
    b: Sequence[Sequence[Token]],
    settled: Sequence[Group],
    paragraphs: tuple[Sequence[int], Sequence[int]] | None,
    meaning: Meaning | None,
) -> list[Link]:
    """The two-sided links of the sentences that are not in `settled`, in no order."""
    case = make_case(a, b, settled, meaning)
    learned = choose_model(case)
    pairs = candidate_features(case, wide=learned.wide)
    alone = pair_probabilities(learned, pairs)
    hopeful = {pair: q for pair, q in alone.items() if q >= HOPELESS}
    p = alone | context_probabilities(learned, context_features(case, pairs, hopeful, paragraphs))
    threshold = learned.threshold
    if learned.wide and not case.semantic and pairs and len(a) * len(b) <= ORDERED:
        from newsdiff.align.chain import blend, order_probabilities, trust_in_order

        sure = dict.fromkeys(case.settled, TWIN)
        order = order_probabilities(alone | sure, *[[s.length for s in side] for side in (case.a, case.b)])
        trust = trust_in_order(p | sure, order, level_of(pairs))
        p = {pair: q for pair, q in blend(p, order, trust).items() if case.is_open(*pair)}
        threshold -= DIFFUSE * trust
    slope, intercept = learned.calibration
    raw = [(left, right, log_odds(group_score(p, left, right), 1e-4)) for left, right in form_groups(p, threshold)]
    return [Link(left, right, probability(slope * odds + intercept)) for left, right, odds in raw]
