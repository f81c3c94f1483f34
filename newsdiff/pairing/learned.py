"""Which words stand for each other: written by tools/learn_pairing.py.

Learned on 2026-11-22 from Edinburgh++ (Cohn et al. 2008; Thadani et al. 2012; Apache-2.0), 714 sentence pairs.
Cross-validated in four, three seeds:
    mtc      precision 0.922, recall 0.723, F1 0.8107 (0.8101 to 0.8116); first round alone F1 0.7988
    news     precision 0.941, recall 0.832, F1 0.8835 (0.8833 to 0.8838); first round alone F1 0.8750
    novels   precision 0.945, recall 0.776, F1 0.8522 (0.8518 to 0.8531); first round alone F1 0.8424
"""

# ruff: noqa
# fmt: off

from collections.abc import Sequence

PAIR = {
    "same word": -0.76,
    "same number": -1.11,
    "same article": 0.4,
    "same function word": 0.52,
    "same mark": 0.54,
    "same stem": 0.84,
    "same value": 1.22,
    "same meaning": -0.99,
    "alike spelling": 0.56,
    "somewhat alike spelling": 0.48,
    "rare and a little alike": -0.63,
    "vectors .7": 1.2,
    "vectors .6": 0.48,
    "vectors .5": 0.12,
    "vectors .4": 0.22,
    "near function word": -0.72,
    "vectors .3": 0.52,
    "numbers": -0.52,
    "vectors .2": 0.18,
    "vectors .1": 0.01,
    "unlike": -0.39,
    "unknown": -0.53,
    "both rare": 0.82,
    "function words of one class": 0.95,
    "function words": -0.53,
    "function word and word": 0.55,
    "number and word": 0.12,
    "marks": -0.83,
    "mark and word": -1.95,
    "same word: place between neighbours": 0.16,
    "same word: place after neighbour, in gap": 0.43,
    "same word: place before neighbour, in gap": 0.34,
    "same word: place after neighbour": 0.07,
    "same word: place before neighbour": 0.3,
    "same word: place in gap": -0.04,
    "same word: place near": -0.26,
    "same word: place far": -0.27,
    "same article: place between neighbours": 0.36,
    "same article: place after neighbour, in gap": 0.67,
    "same article: place before neighbour, in gap": 0.28,
    "same article: place after neighbour": 0.0,
    "same article: place before neighbour": 0.54,
    "same article: place in gap": -0.06,
    "same article: place near": -0.61,
    "same article: place far": -0.8,
    "same function word: place between neighbours": 0.0,
    "same function word: place after neighbour, in gap": 0.21,
    "same function word: place before neighbour, in gap": 0.39,
    "same function word: place after neighbour": 0.0,
    "same function word: place before neighbour": 0.28,
    "same function word: place in gap": 0.28,
    "same function word: place near": -0.52,
    "same function word: place far": -0.12,
    "same mark: place between neighbours": 0.0,
    "same mark: place after neighbour, in gap": 1.61,
    "same mark: place before neighbour, in gap": 1.74,
    "same mark: place after neighbour": 0.08,
    "same mark: place before neighbour": 0.06,
    "same mark: place in gap": -1.33,
    "same mark: place near": -1.4,
    "same mark: place far": -0.22,
    "like word: place between neighbours": 0.54,
    "like word: place after neighbour, in gap": 0.25,
    "like word: place before neighbour, in gap": 0.53,
    "like word: place after neighbour": -0.67,
    "like word: place before neighbour": 0.79,
    "like word: place in gap": -0.31,
    "like word: place near": 0.05,
    "like word: place far": -0.72,
    "unlike word: place between neighbours": 0.68,
    "unlike word: place after neighbour, in gap": 0.43,
    "unlike word: place before neighbour, in gap": -0.36,
    "unlike word: place after neighbour": 0.72,
    "unlike word: place before neighbour": 0.37,
    "unlike word: place in gap": -0.36,
    "unlike word: place near": -0.56,
    "unlike word: place far": -1.12,
    "small word: place between neighbours": 0.6,
    "small word: place after neighbour, in gap": 0.04,
    "small word: place before neighbour, in gap": 0.25,
    "small word: place after neighbour": -1.17,
    "small word: place before neighbour": 0.82,
    "small word: place in gap": -0.39,
    "small word: place near": -0.17,
    "small word: place far": -0.4,
    "other: place between neighbours": 0.31,
    "other: place after neighbour, in gap": -0.15,
    "other: place before neighbour, in gap": 0.11,
    "other: place after neighbour": -0.51,
    "other: place before neighbour": -0.71,
    "other: place in gap": -0.49,
    "other: place near": 0.02,
    "other: place far": 0.15,
    "same word: shift 0": 1.44,
    "same word: shift 1": 0.45,
    "same word: shift 2": 0.48,
    "same word: shift 3-4": 0.02,
    "same word: shift 5-8": -0.36,
    "same word: shift 9+": -1.27,
    "same article: shift 0": 1.31,
    "same article: shift 1": 1.58,
    "same article: shift 2": 0.13,
    "same article: shift 3-4": -0.64,
    "same article: shift 5-8": -0.77,
    "same article: shift 9+": -1.21,
    "same function word: shift 0": 1.85,
    "same function word: shift 1": 1.54,
    "same function word: shift 2": 0.69,
    "same function word: shift 3-4": -0.57,
    "same function word: shift 5-8": -1.23,
    "same function word: shift 9+": -1.76,
    "same mark: shift 0": 1.9,
    "same mark: shift 1": 1.75,
    "same mark: shift 2": 0.68,
    "same mark: shift 3-4": -0.81,
    "same mark: shift 5-8": -1.71,
    "same mark: shift 9+": -1.27,
    "like word: shift 0": 1.22,
    "like word: shift 1": 0.78,
    "like word: shift 2": 0.43,
    "like word: shift 3-4": -0.13,
    "like word: shift 5-8": -0.46,
    "like word: shift 9+": -1.38,
    "unlike word: shift 0": 0.81,
    "unlike word: shift 1": 0.55,
    "unlike word: shift 2": 0.25,
    "unlike word: shift 3-4": -0.22,
    "unlike word: shift 5-8": -0.47,
    "unlike word: shift 9+": -1.11,
    "small word: shift 0": 0.43,
    "small word: shift 1": 0.17,
    "small word: shift 2": -0.13,
    "small word: shift 3-4": -0.34,
    "small word: shift 5-8": -0.53,
    "small word: shift 9+": 0.0,
    "other: shift 0": 0.18,
    "other: shift 1": 0.25,
    "other: shift 2": -0.01,
    "other: shift 3-4": -0.59,
    "other: shift 5-8": -0.78,
    "other: shift 9+": -0.32,
    "same word: drift .05": 1.17,
    "same word: drift .1": 1.38,
    "same word: drift .2": 0.2,
    "same word: drift .3": -0.43,
    "same word: drift .5": -1.1,
    "same word: drift 1": -0.46,
    "same article: drift .05": 0.56,
    "same article: drift .1": 0.29,
    "same article: drift .2": 0.17,
    "same article: drift .3": -0.44,
    "same article: drift .5": -0.33,
    "same article: drift 1": 0.15,
    "same function word: drift .05": 0.6,
    "same function word: drift .1": 0.43,
    "same function word: drift .2": 0.48,
    "same function word: drift .3": -0.44,
    "same function word: drift .5": -0.39,
    "same function word: drift 1": -0.16,
    "same mark: drift .05": 0.69,
    "same mark: drift .1": 0.51,
    "same mark: drift .2": 0.43,
    "same mark: drift .3": -0.59,
    "same mark: drift .5": 0.35,
    "same mark: drift 1": -0.85,
    "like word: drift .05": 0.36,
    "like word: drift .1": 0.2,
    "like word: drift .2": 0.3,
    "like word: drift .3": -0.2,
    "like word: drift .5": -0.2,
    "like word: drift 1": -0.0,
    "unlike word: drift .05": 0.08,
    "unlike word: drift .1": 0.21,
    "unlike word: drift .2": -0.02,
    "unlike word: drift .3": -0.77,
    "unlike word: drift .5": -0.49,
    "unlike word: drift 1": 0.79,
    "small word: drift .05": 0.24,
    "small word: drift .1": 0.07,
    "small word: drift .2": -0.23,
    "small word: drift .3": -0.16,
    "small word: drift .5": -0.23,
    "small word: drift 1": -0.1,
    "other: drift .05": 0.12,
    "other: drift .1": -0.13,
    "other: drift .2": -0.1,
    "other: drift .3": -0.46,
    "other: drift .5": -0.74,
    "other: drift 1": 0.04,
    "same word: rival best for both": 1.49,
    "same word: rival best for one": -0.74,
    "same word: rival best for none": 0.0,
    "same article: rival best for both": 0.4,
    "same article: rival best for one": 0.0,
    "same article: rival best for none": 0.0,
    "same function word: rival best for both": 0.52,
    "same function word: rival best for one": 0.0,
    "same function word: rival best for none": 0.0,
    "same mark: rival best for both": 0.54,
    "same mark: rival best for one": 0.0,
    "same mark: rival best for none": 0.0,
    "like word: rival best for both": 1.38,
    "like word: rival best for one": -0.02,
    "like word: rival best for none": -0.9,
    "unlike word: rival best for both": 0.47,
    "unlike word: rival best for one": -0.05,
    "unlike word: rival best for none": -0.62,
    "small word: rival best for both": 0.37,
    "small word: rival best for one": -0.28,
    "small word: rival best for none": -0.51,
    "other: rival best for both": 0.08,
    "other: rival best for one": -0.48,
    "other: rival best for none": -0.87,
    "same word: gap 1x1": 0.16,
    "same word: gap 1xn": 0.47,
    "same word: gap 2x2": 0.3,
    "same word: gap small": 0.44,
    "same word: gap large": -0.48,
    "same word: gap out": -0.15,
    "same article: gap 1x1": 0.36,
    "same article: gap 1xn": 0.44,
    "same article: gap 2x2": 0.32,
    "same article: gap small": 0.7,
    "same article: gap large": -0.57,
    "same article: gap out": -0.86,
    "same function word: gap 1x1": 0.0,
    "same function word: gap 1xn": 0.78,
    "same function word: gap 2x2": 0.43,
    "same function word: gap small": -0.04,
    "same function word: gap large": -0.3,
    "same function word: gap out": -0.35,
    "same mark: gap 1x1": 0.0,
    "same mark: gap 1xn": -0.28,
    "same mark: gap 2x2": 1.1,
    "same mark: gap small": 1.22,
    "same mark: gap large": -0.02,
    "same mark: gap out": -1.48,
    "like word: gap 1x1": 0.54,
    "like word: gap 1xn": -0.17,
    "like word: gap 2x2": 1.1,
    "like word: gap small": 0.12,
    "like word: gap large": -0.57,
    "like word: gap out": -0.55,
    "unlike word: gap 1x1": 0.68,
    "unlike word: gap 1xn": -0.1,
    "unlike word: gap 2x2": 0.56,
    "unlike word: gap small": -0.09,
    "unlike word: gap large": -0.65,
    "unlike word: gap out": -0.59,
    "small word: gap 1x1": 0.6,
    "small word: gap 1xn": -0.11,
    "small word: gap 2x2": 0.23,
    "small word: gap small": 0.07,
    "small word: gap large": -0.28,
    "small word: gap out": -0.92,
    "other: gap 1x1": 0.31,
    "other: gap 1xn": -0.21,
    "other: gap 2x2": 0.13,
    "other: gap small": -0.06,
    "other: gap large": -0.38,
    "other: gap out": -1.05,
    "same word: alike beside none": -0.31,
    "same word: alike beside one": 0.43,
    "same word: alike beside both": 0.63,
    "same article: alike beside none": -1.74,
    "same article: alike beside one": 0.4,
    "same article: alike beside both": 1.74,
    "same function word: alike beside none": -1.17,
    "same function word: alike beside one": 0.77,
    "same function word: alike beside both": 0.92,
    "same mark: alike beside none": -1.95,
    "same mark: alike beside one": 0.59,
    "same mark: alike beside both": 1.9,
    "like word: alike beside none": -0.74,
    "like word: alike beside one": 0.13,
    "like word: alike beside both": 1.07,
    "unlike word: alike beside none": -0.79,
    "unlike word: alike beside one": 0.0,
    "unlike word: alike beside both": 0.59,
    "small word: alike beside none": -0.77,
    "small word: alike beside one": -0.62,
    "small word: alike beside both": 0.97,
    "other: alike beside none": -0.82,
    "other: alike beside one": -0.15,
    "other: alike beside both": -0.3,
}


def cell_odds(row: Sequence[float]) -> float:
    kind, odds, paired, type_a, type_b, capitals, state_a, state_b, kind_other_a, kind_other_b, in_gap, shift, free_a, free_b, kind_right, kind_below, kind_before, kind_after, from_other_a, from_other_b, lead_row, lead_column, next_a, next_b, rank_a, rank_b, settled, vectors, letters, idiom = row
    return (
        (((-0.9721 if in_gap <= 2 else ((-0.8198 if kind <= 19 else -0.905) if settled <= 0.72066 else -0.7778)) if lead_column <= -0.09 else (-0.7809 if kind <= 23 else (-0.8728 if settled <= 0.72627 else -0.7364))) if paired <= 0 else (((-0.4726 if kind <= 18 else (-0.7542 if in_gap <= 2 else -0.5532)) if free_a <= 5 else -0.7054) if free_b <= 5 else -0.7355))
        + (((-0.1402 if in_gap <= 2 else ((-0.09011 if lead_column <= -1e-35 else -0.02434) if lead_row <= -0.09 else -0.006937)) if vectors <= 0.25571 else ((-0.1041 if lead_row <= -0.465 else 0.04296) if in_gap <= 2 else (0.0556 if letters <= 0.19524 else 0.196))) if paired <= 0 else (((0.0794 if vectors <= 0.091042 else 0.1781) if letters <= 0.12132 else 0.2252) if vectors <= 0.36646 else 0.2936))
        + ((((-0.1187 if vectors <= 0.050859 else -0.07435) if odds <= -1.235 else (-0.08185 if kind_other_b <= 18 else (-0.02276 if vectors <= 0.39635 else 0.1002))) if idiom <= 0 else 0.2418) if odds <= -0.615 else ((0.009333 if vectors <= 0.050859 else (0.1685 if kind_before <= 41 else (-0.03902 if lead_row <= -1.355 else 0.07488))) if odds <= 0.665 else (0.2385 if shift <= 3 else 0.08721)))
        + (((((-0.119 if odds <= -1.815 else (-0.06088 if state_a <= 1 else -0.1512)) if vectors <= 0.39635 else (0.14 if kind_below <= 43 else -0.03083)) if idiom <= 3 else 0.3) if odds <= -0.835 else (0.009595 if vectors <= 0.25571 else ((-0.06921 if lead_column <= -0.565 else 0.06199) if kind <= 22 else 0.212))) if odds <= 0.38 else (0.09762 if odds <= 0.815 else 0.2035))
        + (((0.1249 if kind_before <= 41 else (-0.01022 if next_b <= 0 else 0.08207)) if vectors <= 0.2299 else 0.1749) if kind_after <= 42 else ((-0.1129 if in_gap <= 2 else ((0.06068 if kind_before <= 4 else (-0.07436 if vectors <= 0.050859 else -0.02357)) if settled <= 0.70479 else (-0.1029 if kind_other_b <= 9 else 0.1007))) if vectors <= 0.39635 else (0.005439 if in_gap <= 2 else 0.1497)))
        + ((-0.1157 if kind_other_a <= 8 else (-0.1092 if kind_other_b <= 8 else ((0.02764 if kind_before <= 41 else (-0.05242 if next_b <= 2 else (-0.01867 if rank_b <= 19446 else 0.1117))) if vectors <= 0.25571 else (-0.0481 if rank_a <= 9 else 0.06213)))) if paired <= 0 else ((0.1514 if kind_after <= 3 else (0.007474 if vectors <= 0.30313 else 0.1032)) if letters <= 0.12917 else 0.1457))
        + (((-0.118 if kind_other_a <= 8 else ((0.006351 if kind_after <= 42 else -0.0687) if vectors <= 0.050859 else (0.0981 if kind_before <= 4 else (-0.04036 if next_b <= 1 else 0.008467)))) if settled <= 0.72627 else (-0.006337 if kind_other_a <= 22 else 0.1136)) if paired <= 0 else ((0.1373 if kind_after <= 3 else (0.1214 if kind_before <= 4 else 0.00853)) if vectors <= 0.36646 else 0.1412))
        + ((((-0.1182 if kind_other_b <= 8 else ((-0.1033 if in_gap <= 1 else -0.04291) if vectors <= 0.32167 else 0.0192)) if settled <= 0.72627 else (-0.05815 if lead_column <= -1.745 else 0.1067)) if idiom <= 3 else 0.2565) if odds <= -0.675 else ((((0.01735 if capitals <= 0 else -0.1039) if letters <= 0.097619 else 0.06308) if settled <= 0.7418 else 0.1227) if odds <= 0.815 else 0.1265))
        + ((-0.1021 if kind_other_a <= 8 else (-0.09904 if kind_other_b <= 8 else ((-0.04901 if type_b <= 7 else -0.004642) if next_b <= 9 else (0.1676 if kind_right <= 42 else 0.005592)))) if odds <= -0.835 else ((-0.04756 if kind_other_b <= 8 else (((-0.09598 if from_other_a <= -3 else 0.03422) if free_a <= 3 else -0.07953) if kind_other_a <= 25 else 0.06327)) if odds <= 0.665 else 0.106))
        + (((-0.07752 if shift <= -4 else (-0.07602 if kind_other_a <= 8 else ((-0.03359 if lead_row <= -1.935 else 0.01931) if free_a <= 3 else (-0.02193 if capitals <= 0 else -0.121)))) if idiom <= 0 else 0.2041) if paired <= 0 else (((0.05498 if kind <= 24 else -0.1102) if vectors <= 0.091042 else (0.1253 if free_a <= 2 else 0.01699)) if free_b <= 2 else 0.001268))
        + ((-0.1097 if rank_b <= 9 else (-0.05755 if letters <= 0.24265 else 0.02049)) if in_gap <= 2 else (((-0.1118 if kind_other_b <= 3 else (-0.1032 if kind_other_a <= 3 else (0.04353 if free_a <= 3 else -0.009202))) if letters <= 0.31174 else 0.1035) if free_b <= 3 else (((-0.04149 if settled <= 0.42997 else 0.04917) if settled <= 0.49105 else -0.07996) if letters <= 0.55051 else 0.0923)))
        + (((((-0.04501 if next_a <= 9 else 0.003427) if capitals <= 0 else (-0.1321 if letters <= 0.10819 else 0.01421)) if settled <= 0.72627 else (-0.04496 if free_a <= 0 else (-0.06924 if rank_b <= 11 else 0.1049))) if idiom <= 0 else 0.1414) if odds <= -0.675 else (((0.0892 if kind_right <= 43 else 0.01678) if capitals <= 0 else -0.05279) if odds <= 0.95 else 0.0814))
        + (((-0.06226 if odds <= -1.665 else ((-0.05386 if vectors <= -1e-35 else (-0.04536 if kind_other_b <= 16 else (-0.005723 if letters <= 0.31174 else 0.06607))) if settled <= 0.72627 else (-0.02284 if kind_other_b <= 23 else (0.002297 if kind_other_a <= 22 else 0.1422)))) if idiom <= 0 else 0.1548) if odds <= 1e-35 else ((0.04652 if next_a <= 2 else 0.1159) if free_a <= 2 else -0.002024))
        + ((-0.1227 if kind_other_a <= 3 else (-0.08611 if kind_other_b <= 8 else (((-0.06121 if in_gap <= 1 else ((-0.008943 if next_a <= 9 else 0.05813) if from_other_b <= 2 else -0.101)) if capitals <= 0 else -0.09425) if settled <= 0.81557 else 0.1205))) if odds <= -1.235 else ((0.005231 if settled <= 0.76026 else (0.02555 if next_a <= 5 else 0.1951)) if odds <= 1.265 else 0.07731))
        + ((-0.003827 if kind_right <= 43 else -0.07982) if shift <= -4 else (-0.04081 if in_gap <= 1 else ((((-0.01272 if vectors <= 0.050859 else 0.02384) if capitals <= 0 else (-0.08362 if rank_a <= 3995 else 0.004833)) if idiom <= 0 else 0.1967) if letters <= 0.15692 else ((-0.03922 if rank_a <= 14 else 0.118) if type_b <= 1 else (-0.01052 if vectors <= 0.20928 else 0.0747)))))
        + ((-0.05949 if kind_other_a <= 8 else ((((((0.007803 if from_other_a <= 1 else -0.06794) if capitals <= 2 else 0.1777) if free_a <= 3 else ((-0.0078 if capitals <= 0 else -0.1358) if settled <= 0.49375 else (-0.1256 if state_b <= 0 else -0.007669))) if vectors <= 0.75692 else 0.08096) if state_b <= 1 else -0.09984) if settled <= 0.70479 else 0.04273)) if odds <= 0.665 else 0.05539)
        + ((((-0.07653 if free_b <= 0 else ((0.004884 if free_b <= 3 else -0.04455) if idiom <= 0 else 0.1484)) if next_a <= 2 else ((0.1358 if kind_right <= 13 else -0.0206) if next_b <= 2 else 0.04772)) if rank_b <= 55696 else -0.0767) if lead_row <= -0.05 else ((-0.03223 if rank_b <= 4 else (0.005945 if lead_column <= -0.845 else 0.05291)) if free_b <= 3 else -0.01911))
        + (((-0.01842 if type_b <= 2 else -0.09959) if in_gap <= 2 else (((-0.05245 if odds <= -1.815 else -0.006618) if vectors <= 0.34135 else 0.06264) if idiom <= 3 else 0.1992)) if odds <= -1.235 else ((-0.07315 if shift <= -3 else (0.0139 if shift <= 2 else (0.05781 if kind_below <= 43 else -0.1141))) if next_b <= 0 else (0.0241 if odds <= 1.265 else 0.09852)))
        + ((-0.09133 if next_a <= 0 else -0.008165) if shift <= -4 else ((0.01446 if settled <= 0.24871 else 0.1145) if settled <= 0.30536 else ((-0.07669 if odds <= 0.535 else 0.05449) if settled <= 0.36997 else (((0.04481 if kind_below <= 42 else (-0.06766 if kind_other_a <= 9 else -0.005592)) if settled <= 0.81557 else 0.07253) if letters <= 0.20526 else (0.09442 if type_a <= 1 else 0.008273)))))
        + ((-0.1014 if kind_other_a <= 2 else (((-0.07542 if in_gap <= 0 else ((-0.04065 if rank_a <= 11 else 0.0007234) if next_b <= 8 else ((0.02579 if type_a <= 7 else 0.101) if type_a <= 11 else -0.07342))) if letters <= 0.29286 else (-0.1327 if rank_a <= 1 else (-0.03331 if odds <= -1.455 else 0.06102))) if from_other_a <= 1 else -0.05039)) if idiom <= 0 else 0.1366)
        + ((((-0.03728 if free_a <= 0 else 0.08214) if kind_below <= 42 else ((-0.05994 if kind_other_a <= 16 else ((-0.01176 if capitals <= 0 else -0.08586) if settled <= 0.81557 else 0.07791)) if vectors <= 0.9978 else 0.06105)) if next_a <= 1 else (-0.01119 if next_b <= 1 else ((0.006275 if rank_a <= 2685 else 0.05882) if vectors <= 0.34135 else 0.08658))) if state_b <= 1 else -0.0799)
        + ((-0.09352 if in_gap <= 0 else ((-0.09231 if kind_other_b <= 3 else (-0.03398 if kind_other_a <= 18 else (-0.005838 if from_other_a <= -2 else 0.04983))) if idiom <= 0 else 0.1679)) if lead_column <= -0.09 else (-0.09817 if rank_b <= 1 else ((0.0157 if settled <= 0.54027 else (0.0643 if free_a <= 0 else (0.01645 if free_b <= 1 else -0.1503))) if settled <= 0.57418 else 0.04864)))
        + ((-0.04279 if odds <= -1.815 else (((((0.01329 if rank_b <= 55696 else -0.04641) if rank_a <= 55696 else -0.03382) if capitals <= 0 else (-0.09214 if rank_b <= 1788 else 0.00273)) if capitals <= 2 else 0.08202) if odds <= 0.815 else (-0.1247 if lead_column <= -1.255 else (0.08313 if kind_after <= 18 else 0.01851)))) if idiom <= 0 else (-0.03778 if lead_column <= -3.565 else 0.1694))
        + ((-0.05468 if shift <= -2 else ((0.06711 if settled <= 0.30536 else (-0.06509 if settled <= 0.36997 else 0.00254)) if shift <= 5 else -0.08919)) if next_a <= 0 else (0.08052 if kind_after <= 3 else (-0.0486 if lead_column <= -3.015 else ((-0.04105 if rank_a <= 5 else 0.04324) if free_a <= 1 else ((-0.05225 if rank_a <= 16 else -4.53e-05) if letters <= 0.50926 else 0.0666)))))
        + (((((0.04242 if kind_after <= 3 else ((0.03587 if settled <= 0.30536 else -0.02841) if next_b <= 10 else 0.02384)) if idiom <= 0 else 0.1608) if capitals <= 0 else (-0.09535 if settled <= 0.81557 else 0.1025)) if capitals <= 2 else 0.1011) if vectors <= 0.17609 else ((0.08452 if type_a <= 11 else -0.04617) if kind_before <= 42 else (-0.1442 if lead_column <= -4.545 else 0.00586)))
        + ((-0.08904 if in_gap <= 2 else (-0.04868 if type_a <= 7 else 0.04744)) if rank_b <= 7 else ((((-0.1047 if kind_other_b <= 3 else (-0.01275 if next_b <= 2 else (0.01037 if settled <= 0.78346 else 0.1185))) if type_a <= 11 else -0.07051) if idiom <= 0 else 0.1225) if vectors <= 0.36646 else ((0.02997 if settled <= 0.6051 else 0.1147) if rank_b <= 55696 else -0.06786)))
        + ((((-0.077 if rank_b <= 11 else -0.02072) if type_a <= 7 else ((0.01655 if type_b <= 0 else -0.0841) if type_b <= 7 else (0.162 if kind_after <= 42 else 0.009691))) if next_a <= 10 else (-0.01872 if rank_a <= 1571 else (0.09369 if type_a <= 1 else -0.05562))) if vectors <= 0.17609 else ((0.02344 if from_other_a <= 2 else -0.057) if from_other_b <= 2 else -0.06106))
        + ((-0.03215 if vectors <= -0.04796 else (-0.06432 if lead_row <= -3.925 else ((-0.06645 if rank_a <= 1 else (((0.08042 if kind_right <= 22 else (0.1024 if rank_a <= 2 else -0.01659)) if rank_b <= 1166 else 0.02321) if vectors <= 0.44233 else (-0.05983 if lead_row <= -1.525 else 0.05391))) if idiom <= 0 else 0.1342))) if from_other_b <= 1 else (-0.07191 if next_b <= 5 else 0.01908))
        + (((0.08202 if kind <= 17 else -0.01644) if kind_before <= 43 else (-0.1298 if rank_b <= 7 else (-0.09437 if lead_column <= -2.035 else -0.01261))) if in_gap <= 1 else ((-0.04135 if shift <= -4 else (((-0.05941 if kind_other_b <= 3 else (0.02951 if rank_b <= 210 else 0.005074)) if free_a <= 4 else -0.02691) if letters <= 0.31174 else 0.05149)) if idiom <= 0 else 0.1285))
        + (((0.02647 if kind_right <= 43 else -0.0562) if shift <= -4 else (0.05493 if settled <= 0.30536 else (-0.04914 if settled <= 0.36997 else (-0.078 if kind_other_b <= 2 else ((-0.02586 if vectors <= 0.029844 else 0.1554) if settled <= 0.38013 else (-0.02731 if settled <= 0.42997 else (0.01207 if vectors <= 0.75692 else 0.08531))))))) if shift <= 5 else (0.0203 if kind_after <= 43 else -0.09295))
        + (((-0.009381 if type_b <= 7 else (((0.01812 if free_a <= 2 else -0.1093) if in_gap <= 2 else (0.03815 if next_a <= 9 else (0.03171 if rank_a <= 698 else 0.1764))) if rank_a <= 55696 else -0.08843)) if type_b <= 11 else -0.05231) if vectors <= 0.39635 else ((-0.02243 if rank_a <= 9 else (0.02168 if vectors <= 0.75692 else 0.09761)) if rank_a <= 55696 else -0.05768))
        + ((0.004468 if letters <= 1e-35 else 0.0899) if settled <= 0.30536 else ((-0.08064 if kind_other_b <= 17 else (-0.05434 if settled <= 0.36997 else ((-0.01051 if free_a <= 3 else (0.286 if odds <= -1.505 else 0.06461)) if settled <= 0.38957 else -0.03745))) if settled <= 0.41764 else (0.006338 if free_a <= 3 else (-0.03903 if settled <= 0.72066 else (0.1259 if from_other_b <= -7 else -0.04945)))))
        + (-0.0252 if rank_b <= 11 else ((-0.008986 if capitals <= 0 else (-0.1344 if letters <= 0.15692 else 0.0948)) if settled <= 0.42997 else ((-0.08889 if from_other_b <= -5 else 0.007984) if rank_a <= 7 else ((0.0409 if rank_a <= 90 else (0.04119 if rank_b <= 90 else (-0.03736 if rank_a <= 1726 else 0.006655))) if letters <= 0.21637 else (0.003423 if kind_other_b <= 11 else 0.07589)))))
        + (-0.09106 if lead_row <= -4.555 else ((((-0.04876 if odds <= -1.895 else ((0.006221 if type_a <= 5 else (0.04741 if type_a <= 11 else (-0.05324 if type_b <= 8 else 0.06726))) if type_b <= 13 else -0.05526)) if free_b <= 4 else (-0.01988 if free_a <= 7 else 0.1379)) if idiom <= 0 else 0.1301) if shift <= 3 else (-0.1215 if rank_b <= 11 else -0.02401)))
        + ((-0.02395 if rank_a <= 9 else (((0.02827 if letters <= 0.17029 else -0.08428) if letters <= 0.25543 else 0.1041) if kind_after <= 42 else ((-0.05403 if kind_right <= 7 else (-0.02206 if free_b <= 0 else 0.1367)) if kind_right <= 17 else (((0.01102 if settled <= 0.81557 else 0.1653) if kind_right <= 43 else -0.0347) if next_b <= 1 else 0.01397)))) if from_other_a <= 2 else -0.0564)
        + ((-0.04404 if next_a <= 1 else (-0.04028 if rank_a <= 104 else 0.02542)) if shift <= -2 else (-0.03972 if in_gap <= 0 else (-0.00147 if type_a <= 7 else (((0.1685 if from_other_b <= 0 else -0.02767) if lead_column <= -0.34 else 0.02669) if type_a <= 8 else ((-0.02998 if type_b <= 8 else (0.06107 if type_a <= 13 else -0.1116)) if from_other_b <= 0 else 0.0731)))))
        + ((-0.06428 if rank_a <= 1 else ((-0.03959 if shift <= -5 else ((-0.01033 if settled <= 0.2419 else (0.04334 if free_a <= 2 else 0.1919)) if settled <= 0.30536 else (0.01167 if from_other_b <= 1 else -0.03726))) if free_a <= 4 else ((0.03337 if free_b <= 3 else -0.03663) if type_b <= 1 else (-0.01254 if settled <= 0.51926 else -0.1025)))) if from_other_a <= 2 else -0.04762)
        + ((-0.03218 if lead_column <= -2.735 else (-0.03508 if kind_right <= 9 else 0.05949)) if kind_right <= 42 else ((-0.04535 if vectors <= 0.99994 else 0.04489) if kind_other_b <= 8 else (((-0.008597 if odds <= 1.815 else 0.07293) if idiom <= 0 else 0.08801) if letters <= 0.31174 else (0.1149 if kind_after <= 43 else ((0.02486 if letters <= 0.78462 else -0.07117) if free_b <= 1 else 0.05006)))))
        + (((-0.09294 if lead_row <= -3.375 else (((0.03871 if free_a <= 3 else -0.02141) if settled <= 0.81557 else 0.1204) if kind_below <= 43 else (-0.08521 if shift <= -6 else -0.01051))) if next_a <= 0 else (0.0944 if kind_after <= 2 else (0.005752 if next_b <= 10 else (0.03219 if settled <= 0.76026 else 0.1603)))) if from_other_a <= 1 else (0.01617 if rank_a <= 467 else -0.06571))
        + ((-0.08833 if from_other_b <= -5 else (-0.01432 if type_a <= 7 else (-0.09815 if in_gap <= 0 else 0.02527))) if kind_other_b <= 25 else ((((-0.08993 if kind_other_a <= 10 else (0.05527 if type_b <= 11 else -0.07347)) if lead_column <= -0.655 else -0.01856) if vectors <= 0.75692 else 0.09111) if rank_a <= 3067 else ((0.02624 if rank_a <= 18668 else 0.0976) if type_a <= 2 else -0.02265)))
        + ((((((0.02366 if kind_below <= 34 else -0.0961) if lead_column <= -3.925 else 0.003852) if capitals <= 0 else ((0.107 if lead_column <= -2.915 else ((-0.08392 if kind_other_a <= 9 else 0.06739) if kind_other_a <= 16 else -0.09893)) if settled <= 0.81557 else 0.1132)) if capitals <= 2 else 0.07062) if idiom <= 0 else 0.09046) if shift <= 5 else (-0.08907 if shift <= 9 else 0.00263))
        + (-0.07125 if kind_other_b <= 2 else ((0.02385 if lead_row <= -1.295 else -0.03807) if rank_b <= 11 else (((0.04692 if free_a <= 3 else -0.06878) if rank_b <= 54 else (-0.04644 if from_other_a <= -2 else ((-0.006851 if letters <= 0.1455 else (-0.05369 if lead_column <= -1.195 else (0.08434 if rank_b <= 26982 else -0.0009947))) if from_other_a <= 1 else -0.0386))) if kind_other_a <= 25 else 0.02196)))
        + (-0.03536 if kind_other_a <= 4 else ((((-0.00588 if letters <= 0.57738 else (-0.02171 if kind_other_b <= 24 else 0.1325)) if type_a <= 7 else (0.02702 if capitals <= 1 else -0.1279)) if type_a <= 11 else ((-0.133 if type_a <= 12 else -0.02878) if settled <= 0.76026 else 0.1351)) if vectors <= 0.75692 else (0.1485 if kind_after <= 43 else (0.09212 if letters <= 0.83772 else -0.02189))))
        + ((-0.01881 if capitals <= 0 else -0.09988) if vectors <= -0.04796 else (((0.05965 if vectors <= -0.028255 else ((0.006579 if settled <= 0.51222 else 0.1406) if settled <= 0.51926 else -0.006111)) if shift <= 5 else (-0.0928 if settled <= 0.54027 else 0.03452)) if vectors <= 0.62058 else (-0.05231 if lead_row <= -1.295 else ((-0.005213 if rank_b <= 4 else 0.08771) if rank_b <= 26982 else -0.008328))))
        + (-0.0653 if lead_column <= -4.545 else (-0.057 if rank_b <= 1 else (((-0.002209 if type_b <= 7 else ((((((-0.07804 if in_gap <= 0 else 0.0572) if free_b <= 4 else -0.03939) if rank_a <= 616 else 0.1006) if capitals <= 0 else -0.1283) if rank_a <= 55696 else -0.08436) if type_b <= 11 else -0.02247)) if shift <= 5 else -0.04756) if shift <= 15 else 0.09819)))
        + (((-0.08603 if shift <= -14 else ((0.002474 if type_b <= 11 else (-0.06908 if type_a <= 8 else 0.01616)) if idiom <= 3 else 0.114)) if capitals <= 0 else (((0.05319 if kind_below <= 20 else -0.0983) if letters <= 1e-35 else (-0.03012 if rank_b <= 1632 else 0.1103)) if settled <= 0.81557 else 0.1161)) if capitals <= 2 else (0.1968 if rank_a <= 327 else 0.01686))
        + (-0.06549 if lead_column <= -4.545 else (((-0.04129 if settled <= 0.54973 else (-0.09001 if rank_a <= 4 else (-0.01776 if lead_row <= -0.785 else 0.07451))) if in_gap <= 1 else (0.0002516 if next_b <= 10 else (((0.1004 if free_a <= 1 else -0.008815) if rank_b <= 241 else -0.03679) if rank_b <= 1632 else (0.0362 if free_a <= 4 else 0.1649)))) if idiom <= 0 else 0.09701))
        + (-0.06545 if lead_row <= -4.555 else ((-0.1141 if lead_column <= -4.165 else -0.005006) if next_b <= 0 else (((0.07837 if kind_below <= 17 else (0.05566 if kind_before <= 6 else ((-0.03112 if rank_b <= 27 else 0.0323) if rank_b <= 278 else -0.04793))) if next_a <= 2 else ((0.04526 if next_b <= 3 else -0.08143) if kind_before <= 6 else 0.03095)) if rank_b <= 6316 else 0.04137)))
        + ((0.09124 if kind_after <= 2 else (0.03302 if state_b <= 0 else -0.003473)) if kind <= 23 else ((-0.06761 if kind_before <= 42 else (-0.02421 if next_a <= 8 else (-0.0849 if kind <= 24 else 0.05849))) if vectors <= 0.050859 else (-0.09122 if in_gap <= 0 else (-0.1018 if kind_below <= 10 else (0.05543 if kind_before <= 4 else (-0.01304 if next_a <= 1 else 0.02361))))))
        + (((((0.09399 if kind <= 18 else -0.01756) if kind_before <= 42 else -0.05529) if free_a <= 4 else 0.05314) if shift <= -4 else (0.008737 if free_a <= 4 else (((0.01939 if free_b <= 3 else -0.04438) if from_other_b <= -1 else -0.06473) if next_b <= 8 else 0.0334))) if shift <= 5 else ((0.07951 if kind <= 19 else -0.04436) if kind_before <= 43 else -0.087))
    )
