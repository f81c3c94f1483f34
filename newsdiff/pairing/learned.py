"""Which words stand for each other: written by tools/learn_pairing.py.

Learned on 2026-11-22 from Edinburgh++ (Cohn et al. 2008; Thadani et al. 2012; Apache-2.0), 714 sentence pairs.
Cross-validated in four, three seeds:
    mtc      precision 0.917, recall 0.723, F1 0.8085 (0.8074 to 0.8098); first round alone F1 0.7991
    news     precision 0.941, recall 0.833, F1 0.8833 (0.8827 to 0.8837); first round alone F1 0.8754
    novels   precision 0.942, recall 0.776, F1 0.8510 (0.8504 to 0.8514); first round alone F1 0.8418
"""

# ruff: noqa
# fmt: off

from collections.abc import Sequence

PAIR = {
    "same word": -0.77,
    "same number": -1.11,
    "same article": 0.39,
    "same function word": 0.53,
    "same mark": 0.55,
    "same stem": 0.83,
    "same value": 1.22,
    "same meaning": -0.97,
    "alike spelling": 0.56,
    "somewhat alike spelling": 0.44,
    "rare and a little alike": -0.73,
    "vectors .7": 1.05,
    "vectors .6": 0.77,
    "vectors .5": 0.27,
    "vectors .4": 0.29,
    "near function word": -1.06,
    "vectors .3": 0.59,
    "numbers": -0.37,
    "vectors .2": 0.23,
    "vectors .1": 0.02,
    "unlike": -0.5,
    "unknown": -0.52,
    "both rare": 0.79,
    "function words of one class": 0.93,
    "function words": -0.54,
    "function word and word": 0.56,
    "number and word": 0.2,
    "marks": -0.81,
    "mark and word": -1.94,
    "same word: place between neighbours": 0.16,
    "same word: place after neighbour, in gap": 0.43,
    "same word: place before neighbour, in gap": 0.32,
    "same word: place after neighbour": 0.07,
    "same word: place before neighbour": 0.29,
    "same word: place in gap": -0.04,
    "same word: place near": -0.25,
    "same word: place far": -0.25,
    "same article: place between neighbours": 0.38,
    "same article: place after neighbour, in gap": 0.78,
    "same article: place before neighbour, in gap": 0.17,
    "same article: place after neighbour": 0.0,
    "same article: place before neighbour": 0.26,
    "same article: place in gap": 0.02,
    "same article: place near": -0.54,
    "same article: place far": -0.67,
    "same function word: place between neighbours": 0.0,
    "same function word: place after neighbour, in gap": 0.22,
    "same function word: place before neighbour, in gap": 0.4,
    "same function word: place after neighbour": 0.0,
    "same function word: place before neighbour": 0.21,
    "same function word: place in gap": 0.3,
    "same function word: place near": -0.43,
    "same function word: place far": -0.17,
    "same mark: place between neighbours": 0.0,
    "same mark: place after neighbour, in gap": 1.61,
    "same mark: place before neighbour, in gap": 1.75,
    "same mark: place after neighbour": 0.08,
    "same mark: place before neighbour": 0.07,
    "same mark: place in gap": -1.33,
    "same mark: place near": -1.4,
    "same mark: place far": -0.23,
    "like word: place between neighbours": 0.45,
    "like word: place after neighbour, in gap": 0.21,
    "like word: place before neighbour, in gap": 0.46,
    "like word: place after neighbour": -0.77,
    "like word: place before neighbour": 0.67,
    "like word: place in gap": -0.17,
    "like word: place near": 0.26,
    "like word: place far": -0.64,
    "unlike word: place between neighbours": 0.61,
    "unlike word: place after neighbour, in gap": 0.5,
    "unlike word: place before neighbour, in gap": -0.3,
    "unlike word: place after neighbour": 0.74,
    "unlike word: place before neighbour": 0.41,
    "unlike word: place in gap": -0.43,
    "unlike word: place near": -0.55,
    "unlike word: place far": -1.15,
    "small word: place between neighbours": 0.6,
    "small word: place after neighbour, in gap": 0.01,
    "small word: place before neighbour, in gap": 0.23,
    "small word: place after neighbour": -1.23,
    "small word: place before neighbour": 0.85,
    "small word: place in gap": -0.35,
    "small word: place near": -0.16,
    "small word: place far": -0.37,
    "other: place between neighbours": 0.31,
    "other: place after neighbour, in gap": -0.15,
    "other: place before neighbour, in gap": 0.11,
    "other: place after neighbour": -0.43,
    "other: place before neighbour": -0.63,
    "other: place in gap": -0.48,
    "other: place near": -0.01,
    "other: place far": 0.1,
    "same word: shift 0": 1.43,
    "same word: shift 1": 0.44,
    "same word: shift 2": 0.5,
    "same word: shift 3-4": 0.01,
    "same word: shift 5-8": -0.37,
    "same word: shift 9+": -1.26,
    "same article: shift 0": 1.26,
    "same article: shift 1": 1.55,
    "same article: shift 2": 0.19,
    "same article: shift 3-4": -0.62,
    "same article: shift 5-8": -0.74,
    "same article: shift 9+": -1.25,
    "same function word: shift 0": 1.82,
    "same function word: shift 1": 1.48,
    "same function word: shift 2": 0.67,
    "same function word: shift 3-4": -0.57,
    "same function word: shift 5-8": -1.14,
    "same function word: shift 9+": -1.73,
    "same mark: shift 0": 1.9,
    "same mark: shift 1": 1.7,
    "same mark: shift 2": 0.71,
    "same mark: shift 3-4": -0.81,
    "same mark: shift 5-8": -1.68,
    "same mark: shift 9+": -1.27,
    "like word: shift 0": 1.22,
    "like word: shift 1": 0.64,
    "like word: shift 2": 0.33,
    "like word: shift 3-4": -0.08,
    "like word: shift 5-8": -0.4,
    "like word: shift 9+": -1.23,
    "unlike word: shift 0": 0.71,
    "unlike word: shift 1": 0.62,
    "unlike word: shift 2": 0.24,
    "unlike word: shift 3-4": -0.15,
    "unlike word: shift 5-8": -0.5,
    "unlike word: shift 9+": -1.1,
    "small word: shift 0": 0.49,
    "small word: shift 1": 0.23,
    "small word: shift 2": -0.15,
    "small word: shift 3-4": -0.42,
    "small word: shift 5-8": -0.6,
    "small word: shift 9+": 0.02,
    "other: shift 0": 0.2,
    "other: shift 1": 0.24,
    "other: shift 2": 0.05,
    "other: shift 3-4": -0.55,
    "other: shift 5-8": -0.86,
    "other: shift 9+": -0.26,
    "same word: drift .05": 1.19,
    "same word: drift .1": 1.36,
    "same word: drift .2": 0.2,
    "same word: drift .3": -0.45,
    "same word: drift .5": -1.11,
    "same word: drift 1": -0.44,
    "same article: drift .05": 0.57,
    "same article: drift .1": 0.27,
    "same article: drift .2": 0.11,
    "same article: drift .3": -0.43,
    "same article: drift .5": -0.33,
    "same article: drift 1": 0.19,
    "same function word: drift .05": 0.64,
    "same function word: drift .1": 0.46,
    "same function word: drift .2": 0.46,
    "same function word: drift .3": -0.43,
    "same function word: drift .5": -0.4,
    "same function word: drift 1": -0.19,
    "same mark: drift .05": 0.68,
    "same mark: drift .1": 0.51,
    "same mark: drift .2": 0.41,
    "same mark: drift .3": -0.57,
    "same mark: drift .5": 0.35,
    "same mark: drift 1": -0.84,
    "like word: drift .05": 0.49,
    "like word: drift .1": 0.2,
    "like word: drift .2": 0.21,
    "like word: drift .3": -0.08,
    "like word: drift .5": -0.23,
    "like word: drift 1": -0.11,
    "unlike word: drift .05": 0.16,
    "unlike word: drift .1": 0.26,
    "unlike word: drift .2": -0.04,
    "unlike word: drift .3": -0.76,
    "unlike word: drift .5": -0.55,
    "unlike word: drift 1": 0.75,
    "small word: drift .05": 0.25,
    "small word: drift .1": 0.03,
    "small word: drift .2": -0.24,
    "small word: drift .3": -0.13,
    "small word: drift .5": -0.21,
    "small word: drift 1": -0.11,
    "other: drift .05": 0.15,
    "other: drift .1": -0.1,
    "other: drift .2": -0.11,
    "other: drift .3": -0.4,
    "other: drift .5": -0.73,
    "other: drift 1": 0.01,
    "same word: rival best for both": 1.48,
    "same word: rival best for one": -0.75,
    "same word: rival best for none": 0.0,
    "same article: rival best for both": 0.39,
    "same article: rival best for one": 0.0,
    "same article: rival best for none": 0.0,
    "same function word: rival best for both": 0.53,
    "same function word: rival best for one": 0.0,
    "same function word: rival best for none": 0.0,
    "same mark: rival best for both": 0.55,
    "same mark: rival best for one": 0.0,
    "same mark: rival best for none": 0.0,
    "like word: rival best for both": 1.35,
    "like word: rival best for one": 0.03,
    "like word: rival best for none": -0.9,
    "unlike word: rival best for both": 0.44,
    "unlike word: rival best for one": -0.11,
    "unlike word: rival best for none": -0.5,
    "small word: rival best for both": 0.42,
    "small word: rival best for one": -0.29,
    "small word: rival best for none": -0.55,
    "other: rival best for both": 0.04,
    "other: rival best for one": -0.42,
    "other: rival best for none": -0.8,
    "same word: gap 1x1": 0.16,
    "same word: gap 1xn": 0.47,
    "same word: gap 2x2": 0.29,
    "same word: gap small": 0.41,
    "same word: gap large": -0.45,
    "same word: gap out": -0.15,
    "same article: gap 1x1": 0.38,
    "same article: gap 1xn": 0.45,
    "same article: gap 2x2": 0.19,
    "same article: gap small": 0.92,
    "same article: gap large": -0.59,
    "same article: gap out": -0.95,
    "same function word: gap 1x1": 0.0,
    "same function word: gap 1xn": 0.71,
    "same function word: gap 2x2": 0.48,
    "same function word: gap small": 0.11,
    "same function word: gap large": -0.37,
    "same function word: gap out": -0.39,
    "same mark: gap 1x1": 0.0,
    "same mark: gap 1xn": -0.33,
    "same mark: gap 2x2": 1.08,
    "same mark: gap small": 1.34,
    "same mark: gap large": -0.05,
    "same mark: gap out": -1.49,
    "like word: gap 1x1": 0.45,
    "like word: gap 1xn": 0.0,
    "like word: gap 2x2": 1.03,
    "like word: gap small": 0.05,
    "like word: gap large": -0.58,
    "like word: gap out": -0.48,
    "unlike word: gap 1x1": 0.61,
    "unlike word: gap 1xn": -0.13,
    "unlike word: gap 2x2": 0.45,
    "unlike word: gap small": 0.01,
    "unlike word: gap large": -0.56,
    "unlike word: gap out": -0.55,
    "small word: gap 1x1": 0.6,
    "small word: gap 1xn": -0.12,
    "small word: gap 2x2": 0.27,
    "small word: gap small": 0.03,
    "small word: gap large": -0.28,
    "small word: gap out": -0.91,
    "other: gap 1x1": 0.31,
    "other: gap 1xn": -0.19,
    "other: gap 2x2": 0.06,
    "other: gap small": -0.03,
    "other: gap large": -0.37,
    "other: gap out": -0.97,
    "same word: alike beside none": -0.31,
    "same word: alike beside one": 0.43,
    "same word: alike beside both": 0.62,
    "same article: alike beside none": -1.81,
    "same article: alike beside one": 0.48,
    "same article: alike beside both": 1.73,
    "same function word: alike beside none": -1.2,
    "same function word: alike beside one": 0.8,
    "same function word: alike beside both": 0.92,
    "same mark: alike beside none": -1.92,
    "same mark: alike beside one": 0.55,
    "same mark: alike beside both": 1.91,
    "like word: alike beside none": -0.88,
    "like word: alike beside one": 0.16,
    "like word: alike beside both": 1.21,
    "unlike word: alike beside none": -0.71,
    "unlike word: alike beside one": 0.08,
    "unlike word: alike beside both": 0.45,
    "small word: alike beside none": -0.83,
    "small word: alike beside one": -0.6,
    "small word: alike beside both": 1.0,
    "other: alike beside none": -0.93,
    "other: alike beside one": -0.26,
    "other: alike beside both": 0.01,
}


def cell_odds(row: Sequence[float]) -> float:
    kind, odds, paired, type_a, type_b, capitals, state_a, state_b, kind_other_a, kind_other_b, in_gap, shift, free_a, free_b, kind_right, kind_below, kind_before, kind_after, from_other_a, from_other_b, lead_row, lead_column, next_a, next_b, rank_a, rank_b, settled, vectors, letters, idiom = row
    return (
        (((-0.9767 if lead_column <= -0.23 else (-0.7936 if kind <= 17 else -0.9093)) if in_gap <= 2 else ((-0.7537 if kind <= 18 else (-0.8148 if kind_before <= 34 else -0.897)) if settled <= 0.72377 else (-0.8204 if lead_column <= -1.805 else -0.6775))) if paired <= 0 else (-0.4827 if kind <= 17 else ((-0.5358 if free_a <= 4 else -0.8163) if free_b <= 2 else -0.7418)))
        + ((((-0.164 if lead_column <= -0.09 else -0.0688) if in_gap <= 2 else ((-0.0865 if lead_row <= -1e-35 else -0.01316) if lead_column <= -1e-35 else -0.000712)) if vectors <= 0.24131 else (-0.04559 if lead_column <= -1.355 else (0.004299 if vectors <= 0.37691 else (0.1456 if vectors <= 1.0023 else -0.04945)))) if paired <= 0 else ((0.09024 if letters <= 0.12132 else 0.2165) if vectors <= 0.12171 else 0.2636))
        + ((((-0.1017 if vectors <= 0.37691 else (0.06215 if vectors <= 0.99874 else -0.09798)) if idiom <= 0 else 0.2491) if odds <= -1.135 else (-0.02602 if odds <= -0.645 else 0.03869)) if odds <= -0.06 else ((0.008582 if vectors <= 0.051207 else (0.2518 if kind_after <= 3 else 0.1044)) if odds <= 0.65 else ((0.02188 if lead_column <= -0.75 else 0.2426) if shift <= 3 else 0.05064)))
        + (((((-0.09886 if next_b <= 8 else -0.04989) if vectors <= 0.37691 else (0.1486 if kind_after <= 43 else -0.04725)) if idiom <= 3 else 0.2694) if odds <= -1.135 else (-0.01344 if vectors <= 0.17557 else (0.003996 if kind <= 24 else 0.1837))) if odds <= 1e-35 else ((0.03754 if vectors <= 0.058733 else 0.128) if odds <= 0.785 else (0.2054 if free_a <= 4 else 0.06332)))
        + (((0.01706 if letters <= 0.25543 else 0.1767) if vectors <= 0.11576 else 0.16) if kind_after <= 42 else ((-0.1148 if in_gap <= 2 else ((0.04925 if kind_before <= 4 else (-0.1167 if shift <= -4 else (-0.02735 if free_a <= 4 else -0.08439))) if settled <= 0.72377 else 0.07516)) if vectors <= 0.37691 else ((-0.1391 if rank_a <= 4 else 0.02314) if in_gap <= 1 else 0.1462)))
        + ((-0.1192 if kind_other_a <= 8 else (-0.1149 if kind_other_b <= 8 else (((-0.09773 if in_gap <= 2 else (-0.04065 if next_b <= 10 else 0.02858)) if letters <= 0.60769 else 0.1748) if vectors <= 0.075313 else (0.1154 if kind_after <= 25 else (0.1121 if kind_before <= 34 else -0.008095))))) if paired <= 0 else ((0.1454 if kind_after <= 3 else 0.05278) if vectors <= 0.35149 else 0.1587))
        + ((((-0.1358 if kind_other_a <= 16 else (-0.08824 if letters <= 0.24265 else 0.006345)) if in_gap <= 2 else ((-0.02861 if capitals <= 0 else (-0.1413 if capitals <= 2 else 0.05121)) if vectors <= 0.20048 else (0.049 if rank_a <= 55696 else -0.1108))) if settled <= 0.72377 else (0.04685 if next_b <= 8 else 0.1836)) if paired <= 0 else (0.06001 if letters <= 0.12132 else 0.1395))
        + (((((-0.09074 if vectors <= 0.075313 else -0.0417) if settled <= 0.72377 else (-0.04716 if lead_column <= -1.805 else 0.09756)) if idiom <= 3 else 0.2505) if odds <= -1.215 else ((-0.07692 if kind_other_b <= 8 else (0.01234 if capitals <= 0 else -0.0681)) if settled <= 0.72377 else 0.08125)) if odds <= 0.355 else ((0.133 if shift <= 3 else -0.006602) if free_b <= 2 else 0.05098))
        + ((-0.1125 if kind_other_a <= 8 else (-0.1071 if kind_other_b <= 8 else ((((-0.02277 if from_other_b <= 1 else -0.1186) if next_b <= 2 else 0.01869) if free_b <= 4 else -0.06175) if vectors <= 0.37691 else ((-0.1014 if odds <= -1.575 else 0.0761) if kind <= 24 else 0.2208)))) if odds <= -0.645 else ((0.03668 if free_b <= 5 else -0.06404) if odds <= 0.785 else 0.1134))
        + (((-0.1079 if kind_other_a <= 6 else (-0.09467 if shift <= -5 else ((-0.02444 if next_a <= 8 else 0.04331) if free_a <= 4 else -0.07237))) if idiom <= 0 else 0.1868) if lead_row <= -1e-35 else ((((0.03551 if free_a <= 4 else -0.05601) if letters <= 0.12132 else 0.0908) if free_b <= 2 else -0.0386) if vectors <= 0.30622 else (0.1797 if kind_after <= 17 else 0.06623)))
        + ((0.03517 if letters <= 0.25543 else 0.1333) if kind_after <= 42 else ((-0.1314 if rank_b <= 5 else (-0.07044 if letters <= 0.19524 else 0.002208)) if in_gap <= 2 else (((-0.1224 if kind_other_b <= 3 else (0.01349 if free_a <= 4 else -0.04624)) if free_b <= 4 else ((-0.03624 if settled <= 0.47214 else 0.1658) if settled <= 0.48497 else -0.1029)) if letters <= 0.15692 else 0.05164)))
        + (((((-0.07778 if vectors <= 0.058733 else (-0.0444 if next_a <= 8 else 0.06486)) if odds <= -1.485 else (-0.02545 if next_b <= 2 else ((-0.03587 if letters <= 0.18615 else 0.05445) if next_a <= 2 else 0.04106))) if settled <= 0.72377 else (0.02275 if next_a <= 8 else 0.1354)) if idiom <= 0 else (0.05159 if odds <= -1.965 else 0.2654)) if odds <= 0.65 else 0.08012)
        + (((-0.08216 if kind_other_a <= 8 else (((-0.113 if kind_other_b <= 3 else (-0.08253 if shift <= -4 else ((0.07715 if settled <= 0.30536 else (-0.08896 if settled <= 0.36788 else -0.005442)) if free_a <= 4 else -0.05487))) if vectors <= 0.37691 else 0.04039) if settled <= 0.82321 else 0.1013)) if idiom <= 0 else 0.1738) if odds <= 1e-35 else (0.02519 if odds <= 0.785 else 0.08065))
        + ((-0.09159 if kind_other_b <= 8 else (((((-0.04566 if in_gap <= 1 else 0.0154) if rank_b <= 55696 else -0.06996) if rank_a <= 55696 else -0.06765) if capitals <= 0 else (-0.002075 if free_a <= 1 else -0.1119)) if settled <= 0.82321 else 0.1269)) if odds <= -0.645 else (-0.07265 if shift <= -5 else ((0.03751 if odds <= 0.785 else 0.08712) if free_a <= 2 else -0.002966)))
        + (((-0.07326 if in_gap <= 2 else (-0.02106 if next_a <= 10 else 0.03824)) if idiom <= 0 else 0.1995) if vectors <= 0.075313 else ((-0.1354 if vectors <= 0.53337 else ((-0.1035 if rank_a <= 9 else 0.06658) if vectors <= 1.0023 else -0.1204)) if in_gap <= 0 else ((0.04063 if free_b <= 2 else -0.01102) if vectors <= 0.47326 else (0.1144 if rank_a <= 14241 else -0.03932))))
        + ((-0.1092 if kind_other_a <= 3 else ((-0.01411 if capitals <= 0 else -0.08796) if settled <= 0.72377 else (-0.02411 if free_a <= 1 else (-0.06146 if rank_b <= 37 else (0.2372 if type_a <= 1 else 0.03151))))) if odds <= -0.705 else ((0.01655 if capitals <= 0 else -0.08302) if letters <= 0.12132 else ((0.1282 if type_b <= 2 else 0.04177) if kind_before <= 43 else 0.01639)))
        + ((((0.04255 if kind_below <= 42 else (-0.0722 if lead_row <= -1.915 else (-0.0744 if rank_b <= 11 else (-0.02022 if settled <= 0.71897 else (0.1082 if odds <= -0.645 else -0.02691))))) if next_a <= 2 else (-0.01854 if next_b <= 2 else (-0.04239 if rank_b <= 7 else 0.04584))) if odds <= 0.785 else (0.114 if kind_after <= 3 else 0.02852)) if idiom <= 0 else 0.1487)
        + (((-0.03769 if odds <= -0.815 else (-0.02227 if next_b <= 1 else 0.03439)) if idiom <= 0 else 0.1519) if vectors <= 0.075313 else ((0.0242 if vectors <= 0.28659 else 0.1129) if kind_before <= 42 else ((-0.1326 if vectors <= 0.53337 else -0.01688) if in_gap <= 0 else (((-0.05389 if kind_other_b <= 11 else 0.01972) if letters <= 0.34058 else 0.08466) if rank_a <= 55696 else -0.08178))))
        + ((-0.05587 if kind_other_a <= 8 else (((0.05472 if kind_right <= 42 else (((-0.08485 if kind_below <= 8 else 0.05838) if kind_below <= 42 else (-0.03529 if next_a <= 2 else 0.005744)) if letters <= 0.31174 else (-0.05906 if odds <= -1.605 else 0.0648))) if state_b <= 1 else -0.09796) if settled <= 0.71897 else 0.04958)) if odds <= 0.65 else (0.01787 if next_a <= 0 else 0.07346))
        + (((-0.05897 if next_a <= 1 else (-0.02152 if rank_a <= 1413 else 0.04711)) if shift <= -2 else (-0.02698 if rank_a <= 7 else ((((0.01724 if shift <= 5 else -0.07189) if type_b <= 11 else -0.05441) if idiom <= 0 else 0.1603) if letters <= 0.20526 else (0.1122 if type_b <= 1 else (-0.002927 if type_a <= 6 else 0.09865))))) if from_other_a <= 1 else -0.0592)
        + ((-0.08214 if rank_b <= 9 else (-0.04489 if vectors <= 0.13023 else (0.05306 if rank_b <= 537 else -0.03084))) if in_gap <= 2 else ((((0.02561 if kind <= 23 else (0.01504 if rank_b <= 271 else -0.03785)) if free_a <= 4 else ((-0.02483 if settled <= 0.47214 else 0.1862) if settled <= 0.48497 else -0.08204)) if next_b <= 10 else 0.04212) if vectors <= 0.35149 else 0.05749))
        + (((-0.1291 if lead_row <= -2.805 else (-0.09372 if in_gap <= 2 else (-0.04117 if settled <= 0.51317 else 0.08011))) if lead_column <= -2.93 else (((0.02764 if free_b <= 2 else (0.01698 if settled <= 0.5219 else (-0.1091 if settled <= 0.57418 else -0.003227))) if from_other_a <= 1 else -0.03573) if free_a <= 4 else -0.03172)) if idiom <= 0 else (-0.05355 if lead_row <= -3.135 else 0.1952))
        + ((-0.05069 if shift <= -4 else (((-0.02849 if rank_a <= 7 else (0.04235 if rank_a <= 242 else (-0.06596 if lead_column <= -2.815 else ((0.007595 if rank_a <= 9057 else 0.0582) if type_a <= 2 else -0.02615)))) if free_a <= 4 else (-0.05408 if rank_b <= 803 else 0.005362)) if from_other_a <= 1 else (-0.05665 if lead_row <= -0.28 else 0.1289))) if idiom <= 0 else 0.1187)
        + (((((0.1515 if kind <= 24 else -0.05842) if odds <= -0.92 else -0.07294) if kind_after <= 0 else 0.06114) if odds <= -0.125 else 0.07443) if kind_after <= 3 else (-0.09972 if lead_row <= -4.595 else (((0.0382 if settled <= 0.30536 else (-0.08542 if settled <= 0.36788 else (0.01555 if kind_below <= 43 else -0.02144))) if next_a <= 5 else 0.01686) if idiom <= 0 else 0.1474)))
        + (((-0.01534 if next_b <= 2 else (((((0.03242 if capitals <= 0 else (-0.1159 if capitals <= 1 else 0.03963)) if settled <= 0.82321 else 0.1656) if type_a <= 1 else -0.04982) if type_a <= 7 else 0.07133) if type_a <= 11 else -0.06411)) if shift <= 5 else -0.09624) if vectors <= 0.53337 else (-0.04135 if lead_column <= -0.23 else (0.09641 if vectors <= 1.0023 else -0.0003676)))
        + ((-0.08865 if in_gap <= 2 else -0.01185) if rank_b <= 7 else (((0.04428 if settled <= 0.30536 else ((-0.0606 if next_b <= 10 else 0.02646) if settled <= 0.41764 else (0.006993 if free_b <= 4 else -0.03608))) if settled <= 0.82321 else (-0.03629 if kind_other_a <= 20 else 0.1284)) if type_b <= 7 else ((0.05905 if free_a <= 2 else -0.002609) if capitals <= 0 else -0.1419)))
        + (((((((-0.01087 if next_b <= 2 else (-0.08418 if kind_other_a <= 6 else (0.009353 if rank_b <= 1778 else 0.06327))) if type_a <= 11 else -0.05469) if idiom <= 0 else 0.1049) if shift <= 5 else -0.08936) if capitals <= 0 else (-0.1058 if rank_b <= 3961 else -0.003931)) if capitals <= 2 else 0.09382) if vectors <= 0.53337 else (0.09809 if kind_after <= 43 else 0.01776))
        + ((-0.09912 if in_gap <= 0 else -0.009405) if lead_column <= -1.235 else (-0.08685 if rank_b <= 1 else (-0.01643 if lead_row <= -1.275 else ((0.0431 if vectors <= -0.16147 else -0.03166) if vectors <= -1e-35 else (0.04846 if free_a <= 1 else ((-0.04977 if rank_b <= 28 else (-0.008742 if rank_a <= 1913 else 0.06265)) if vectors <= 0.60652 else (0.1196 if odds <= 0.11 else 0.01324)))))))
        + ((-0.05887 if vectors <= 0.24131 else (-0.05379 if in_gap <= 1 else 0.0306)) if kind_other_b <= 8 else (((0.04226 if kind_below <= 42 else (((-0.01944 if vectors <= 0.13023 else 0.08798) if kind_before <= 4 else (-0.09245 if kind_before <= 12 else -0.01167)) if vectors <= 0.60652 else 0.07151)) if letters <= 0.31789 else (-0.0224 if rank_b <= 22 else 0.06003)) if idiom <= 0 else 0.1072))
        + (-0.05227 if shift <= -6 else ((-0.09975 if lead_column <= -0.38 else (-0.04099 if settled <= 0.59207 else 0.09272)) if in_gap <= 0 else (-0.07377 if kind_other_b <= 2 else ((-0.08369 if kind_other_a <= 3 else ((0.01121 if type_a <= 11 else -0.03485) if idiom <= 0 else 0.1126)) if vectors <= 0.53337 else ((-0.0008706 if settled <= 0.40339 else 0.1118) if shift <= 3 else -0.0799)))))
        + (-0.08086 if lead_row <= -4.595 else ((((0.0282 if kind_below <= 14 else -0.09598) if lead_column <= -3.965 else ((0.0518 if free_a <= 4 else -0.07414) if kind_right <= 42 else (-0.05155 if lead_row <= -2.915 else (-0.008961 if next_b <= 0 else 0.0135)))) if capitals <= 0 else (-0.0659 if letters <= 1e-35 else (0.08579 if kind <= 24 else -0.09212))) if idiom <= 3 else 0.1464))
        + ((-0.04461 if rank_a <= 3 else ((-0.1205 if kind_other_b <= 3 else ((-0.03089 if kind_other_a <= 8 else (0.001321 if settled <= 0.72377 else (0.1353 if odds <= -1.445 else 0.006556))) if idiom <= 0 else 0.1102)) if vectors <= 0.47326 else (0.08373 if rank_a <= 465 else (0.06354 if kind_before <= 42 else -0.0433)))) if from_other_b <= 1 else (0.01551 if rank_a <= 40 else -0.06423))
        + (((-0.04433 if rank_a <= 16 else (0.07209 if settled <= 0.5219 else 0.005794)) if kind_right <= 43 else (((0.004204 if letters <= 0.17029 else -0.1023) if letters <= 0.34058 else 0.1092) if kind_after <= 19 else -0.03462)) if next_b <= 0 else (0.1093 if kind_after <= 2 else ((0.008463 if capitals <= 0 else (-0.1294 if settled <= 0.4671 else -0.002031)) if capitals <= 2 else 0.1217)))
        + (-0.02968 if rank_b <= 7 else (((0.001707 if from_other_a <= -1 else -0.02064) if idiom <= 0 else 0.09674) if letters <= 0.15692 else ((-0.1033 if from_other_a <= -3 else -5.423e-06) if lead_row <= -1.575 else (0.07464 if type_a <= 1 else ((-0.05924 if letters <= 0.59041 else (-0.008278 if type_a <= 3 else 0.09544)) if type_a <= 7 else (0.06855 if rank_b <= 5334 else -0.06301))))))
        + ((-0.009279 if type_a <= 2 else -0.07911) if shift <= -4 else ((0.05929 if shift <= 3 else -0.06633) if settled <= 0.30536 else ((0.01609 if kind_after <= 24 else -0.07765) if settled <= 0.36788 else (((-0.02089 if next_b <= 7 else 0.03196) if free_b <= 4 else -0.09177) if kind_other_b <= 19 else (-0.02137 if rank_a <= 11 else (0.02075 if capitals <= 2 else 0.1255))))))
        + (-0.03231 if shift <= -4 else (((-0.0118 if next_a <= 2 else 0.01925) if type_b <= 11 else -0.05555) if type_a <= 7 else (-0.01765 if rank_a <= 3 else ((-0.02939 if lead_row <= -2.465 else ((0.11 if type_a <= 11 else 0.006961) if type_b <= 0 else (-0.07217 if type_b <= 6 else (0.07597 if shift <= 3 else -0.06748)))) if capitals <= 1 else -0.1408))))
        + (((-0.005176 if settled <= 0.6051 else -0.06438) if rank_a <= 11 else (-0.02266 if rank_b <= 11 else (((0.07536 if kind_after <= 23 else ((0.01825 if settled <= 0.5219 else (0.03089 if free_b <= 1 else -0.07932)) if settled <= 0.71897 else 0.07535)) if letters <= 0.15692 else 0.06514) if from_other_a <= -9 else (-0.01556 if settled <= 0.60102 else 0.02431)))) if from_other_b <= 1 else -0.03842)
        + ((((-0.03059 if settled <= 0.6051 else -0.1074) if kind_after <= 43 else ((-0.02396 if settled <= 0.55086 else ((0.1238 if rank_b <= 5334 else -0.04179) if free_b <= 1 else -0.0295)) if vectors <= -0.0080122 else -0.1083)) if vectors <= -1e-35 else ((0.0108 if state_b <= 1 else -0.0547) if from_other_a <= 2 else -0.05759)) if settled <= 0.82321 else (-0.03714 if kind_other_b <= 20 else 0.107))
        + ((0.04969 if kind_before <= 4 else (-0.05274 if rank_a <= 1413 else (-0.04798 if next_a <= 1 else 0.04696))) if shift <= -3 else ((0.01473 if shift <= 4 else -0.04225) if capitals <= 0 else ((((-0.09375 if kind_other_a <= 25 else (-0.0578 if rank_a <= 1563 else 0.1352)) if free_b <= 1 else -0.1123) if capitals <= 2 else 0.05596) if settled <= 0.82321 else 0.1145)))
        + ((-0.07752 if lead_column <= -5.125 else ((0.08551 if type_b <= 9 else -0.03292) if vectors <= -0.207 else (((0.02159 if vectors <= -0.088681 else -0.09894) if vectors <= -0.025234 else 0.03587) if kind_after <= 3 else (-0.06259 if kind_other_a <= 2 else (-0.08357 if kind_other_b <= 2 else -0.004469))))) if capitals <= 2 else ((0.06975 if rank_a <= 2383 else -0.08142) if letters <= 0.1381 else 0.1468))
        + (((0.04565 if kind_before <= 42 else (-0.02674 if kind_other_a <= 16 else ((0.03357 if settled <= 0.65412 else 0.1594) if odds <= -1.285 else ((-0.0139 if settled <= 0.42229 else 0.0456) if settled <= 0.57933 else (-0.06071 if type_a <= 0 else 0.029))))) if kind <= 23 else (-0.07844 if kind_other_a <= 3 else -0.004696)) if shift <= 5 else (-0.004524 if state_b <= 0 else -0.09982))
        + ((-0.1017 if shift <= -14 else ((-0.1005 if next_b <= 0 else -0.001395) if lead_column <= -3.965 else (-0.04702 if rank_b <= 1 else 0.008872))) if capitals <= 0 else ((0.04938 if lead_row <= -2.805 else (0.06523 if lead_column <= -2.635 else (-0.1331 if kind_other_b <= 20 else -0.04677))) if letters <= 1e-35 else ((0.1324 if odds <= -0.525 else 0.01275) if next_b <= 4 else -0.05097)))
        + (((-0.04178 if shift <= -5 else (0.01104 if vectors <= 0.53337 else 0.06989)) if shift <= 2 else -0.06077) if free_a <= 2 else ((-0.01584 if settled <= 0.4781 else (0.2143 if settled <= 0.48497 else ((-0.05668 if settled <= 0.51317 else 0.1006) if shift <= 3 else 0.1407))) if settled <= 0.5219 else ((0.005106 if free_b <= 0 else -0.1467) if settled <= 0.57418 else -0.00659)))
        + (-0.01132 if vectors <= 0.075313 else ((((0.1384 if rank_b <= 401 else -0.004222) if vectors <= 0.091102 else 0.02086) if free_b <= 2 else ((((-0.07621 if letters <= 0.59041 else 0.08796) if settled <= 0.35752 else 0.02404) if settled <= 0.5219 else (-0.07907 if vectors <= 0.35149 else 0.00644)) if rank_b <= 2180 else (-0.03283 if free_b <= 3 else 0.07036))) if rank_b <= 55696 else -0.05411))
        + (((-0.04319 if lead_row <= -0.775 else (0.0009547 if kind <= 24 else (-0.0787 if type_b <= 4 else 0.006443))) if type_a <= 7 else (-0.102 if in_gap <= 0 else (((-0.1456 if rank_b <= 85 else 0.03146) if type_b <= 7 else (0.1786 if lead_row <= -0.32 else 0.04315)) if free_b <= 3 else -0.043))) if kind_other_b <= 25 else (-0.01269 if rank_a <= 138 else 0.02071))
        + (0.03953 if settled <= 0.27542 else (-0.03802 if settled <= 0.36788 else ((-0.02379 if free_b <= 2 else (0.2567 if from_other_a <= -4 else 0.02634)) if settled <= 0.37884 else ((0.02908 if rank_b <= 232 else -0.006581) if free_a <= 2 else ((-0.04078 if rank_b <= 1444 else ((-0.0691 if next_b <= 1 else 0.01264) if free_a <= 5 else 0.06971)) if letters <= 0.50926 else 0.0408)))))
        + (-0.06202 if rank_b <= 1 else (((-0.005772 if rank_b <= 9057 else 0.03173) if type_b <= 2 else -0.03044) if type_b <= 7 else (((0.1593 if kind_right <= 18 else ((-0.05884 if in_gap <= 0 else 0.04784) if rank_b <= 271 else -0.07168)) if rank_a <= 55696 else -0.08647) if type_b <= 11 else ((-0.05803 if letters <= 0.29101 else 0.05707) if settled <= 0.75236 else 0.1187))))
        + ((-0.05586 if lead_row <= -4.595 else (((-0.06158 if free_b <= 1 else (0.07205 if lead_column <= -1.475 else -0.04948)) if odds <= -1.825 else (0.01028 if next_a <= 9 else 0.03907)) if free_b <= 2 else (-0.02872 if rank_b <= 16 else 0.003082))) if shift <= 5 else ((-0.05685 if lead_row <= -0.25 else 0.0762) if kind_after <= 43 else (0.07008 if kind_before <= 8 else -0.08979)))
        + (((((0.02813 if kind_after <= 43 else -0.0542) if shift <= -2 else ((0.07008 if type_a <= 8 else -0.05224) if vectors <= -0.14651 else ((0.1124 if lead_row <= -1.215 else 0.0009785) if state_a <= 0 else -0.01998))) if next_a <= 0 else (0.07644 if kind_after <= 2 else (0.03937 if kind_right <= 42 else 6.607e-05))) if shift <= 15 else 0.09808) if idiom <= 3 else 0.1093)
        + ((-0.03105 if odds <= -1.645 else (0.1222 if odds <= -0.32 else -0.04824)) if vectors <= -0.207 else ((((-0.09703 if from_other_b <= 3 else 0.1061) if kind_other_b <= 3 else (0.003507 if paired <= 0 else (0.05324 if kind_after <= 2 else -0.03328))) if type_a <= 11 else (-0.1073 if type_a <= 12 else -0.01419)) if vectors <= 0.53337 else (0.1254 if kind_after <= 15 else 0.01383)))
    )
