"""Which words stand for each other: written by tools/learn_pairing.py.

Learned on 2026-11-22 from Edinburgh++ (Cohn et al. 2008; Thadani et al. 2012; Apache-2.0), 714 sentence pairs.
Cross-validated in four, three seeds:
    mtc      precision 0.917, recall 0.728, F1 0.8113 (0.8109 to 0.8117); first round alone F1 0.7987
    news     precision 0.939, recall 0.834, F1 0.8834 (0.8831 to 0.8838); first round alone F1 0.8751
    novels   precision 0.940, recall 0.780, F1 0.8523 (0.8522 to 0.8524); first round alone F1 0.8424
"""

# ruff: noqa
# fmt: off

from collections.abc import Sequence

PAIR = {
    "same word": -0.77,
    "same number": -1.12,
    "same article": 0.4,
    "same function word": 0.52,
    "same mark": 0.54,
    "same stem": 0.84,
    "same value": 1.24,
    "same meaning": -0.99,
    "alike spelling": 0.55,
    "somewhat alike spelling": 0.48,
    "rare and a little alike": -0.63,
    "vectors .7": 1.21,
    "vectors .6": 0.46,
    "vectors .5": 0.12,
    "vectors .4": 0.23,
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
    "mark and word": -1.94,
    "same word: place between neighbours": 0.16,
    "same word: place after neighbour, in gap": 0.43,
    "same word: place before neighbour, in gap": 0.34,
    "same word: place after neighbour": 0.04,
    "same word: place before neighbour": 0.31,
    "same word: place in gap": -0.03,
    "same word: place near": -0.25,
    "same word: place far": -0.26,
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
    "like word: place near": 0.04,
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
    "other: place before neighbour": -0.7,
    "other: place in gap": -0.49,
    "other: place near": 0.01,
    "other: place far": 0.15,
    "same word: shift 0": 1.43,
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
    "like word: shift 2": 0.42,
    "like word: shift 3-4": -0.13,
    "like word: shift 5-8": -0.45,
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
    "other: shift 0": 0.19,
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
    "like word: drift .05": 0.37,
    "like word: drift .1": 0.2,
    "like word: drift .2": 0.31,
    "like word: drift .3": -0.2,
    "like word: drift .5": -0.22,
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
    "unlike word: rival best for one": -0.04,
    "unlike word: rival best for none": -0.62,
    "small word: rival best for both": 0.37,
    "small word: rival best for one": -0.28,
    "small word: rival best for none": -0.51,
    "other: rival best for both": 0.09,
    "other: rival best for one": -0.48,
    "other: rival best for none": -0.87,
    "same word: gap 1x1": 0.16,
    "same word: gap 1xn": 0.47,
    "same word: gap 2x2": 0.3,
    "same word: gap small": 0.44,
    "same word: gap large": -0.47,
    "same word: gap out": -0.16,
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
        (((-1.017 if in_gap <= 2 else ((-0.9961 if kind_other_b <= 8 else -0.9387) if free_b <= 3 else -0.99)) if lead_column <= -0.2 else (-0.8741 if kind <= 17 else (-0.983 if in_gap <= 1 else (-0.928 if settled <= 0.70479 else -0.8434)))) if paired <= 0 else (((-0.689 if kind <= 18 else -0.7558) if free_a <= 5 else -0.8681) if free_b <= 5 else -0.8628))
        + ((((-0.1021 if lead_column <= -0.06 else -0.03914) if in_gap <= 2 else (((-0.06296 if next_a <= 8 else -0.02111) if lead_column <= -0.06 else -0.007627) if vectors <= 0.25796 else 0.03385)) if lead_row <= -0.05 else (-0.01042 if vectors <= 0.20948 else (-0.02527 if rank_a <= 9 else 0.0871))) if paired <= 0 else (0.1252 if vectors <= 0.30755 else (0.2204 if shift <= 3 else 0.08904)))
        + ((((-0.07591 if odds <= -1.665 else (-0.04362 if vectors <= 0.34928 else 0.01772)) if idiom <= 0 else 0.1568) if odds <= -0.805 else (-0.0122 if lead_row <= -0.785 else (-0.02637 if vectors <= -0.04625 else (-0.01772 if kind_other_b <= 11 else 0.06842)))) if odds <= -1e-35 else (((0.003572 if vectors <= 0.058715 else 0.08857) if next_a <= 2 else 0.132) if odds <= 0.795 else 0.182))
        + (((-0.07705 if odds <= -1.825 else (-0.03979 if vectors <= 0.27372 else (-0.03481 if lead_column <= -1.415 else 0.04077))) if idiom <= 0 else (0.02351 if odds <= -2.165 else 0.2373)) if odds <= -0.625 else (((0.04737 if free_a <= 3 else -0.008379) if letters <= 0.12132 else (-0.01857 if lead_column <= -1.365 else 0.09669)) if odds <= 0.795 else (0.04763 if lead_column <= -0.06 else 0.1672)))
        + (((0.005422 if from_other_b <= -1 else (0.09636 if from_other_b <= 0 else -0.005422)) if kind_after <= 42 else (-0.07998 if in_gap <= 2 else ((0.04099 if kind_before <= 4 else -0.03872) if settled <= 0.72627 else 0.06896))) if vectors <= 0.21937 else (-0.0008638 if in_gap <= 2 else ((0.1423 if kind_after <= 18 else (0.1015 if kind_before <= 24 else 0.006089)) if vectors <= 0.41385 else 0.136)))
        + (((-0.07472 if vectors <= 0.27372 else -0.02601) if in_gap <= 2 else ((-0.07848 if kind_other_a <= 8 else (-0.07644 if kind_other_b <= 8 else (0.0291 if kind_after <= 42 else (-0.07797 if shift <= -5 else -0.01508)))) if vectors <= 0.20948 else (0.1119 if kind_before <= 6 else 0.02063))) if paired <= 0 else ((0.03945 if letters <= 0.12132 else 0.1076) if vectors <= 0.176 else 0.1226))
        + (((-0.07096 if vectors <= 0.3799 else (0.05635 if kind_right <= 43 else -0.04342)) if in_gap <= 2 else (((-0.02413 if capitals <= 0 else -0.06852) if vectors <= 0.20948 else (0.01214 if vectors <= 0.59859 else 0.1112)) if settled <= 0.72627 else (0.004274 if kind_other_a <= 23 else 0.1057))) if paired <= 0 else ((0.1067 if kind_after <= 3 else 0.04476) if letters <= 0.12917 else 0.1197))
        + (((((-0.08147 if in_gap <= 2 else -0.04756) if odds <= -1.425 else -0.02492) if settled <= 0.72627 else (0.007084 if next_b <= 8 else 0.1185)) if idiom <= 3 else 0.1794) if odds <= -0.625 else (((0.01998 if vectors <= 1e-35 else -0.05797) if vectors <= 0.050981 else (-0.003168 if in_gap <= 1 else (0.07287 if capitals <= 0 else -0.01986))) if odds <= 0.795 else 0.1113))
        + (((-0.08514 if kind_other_b <= 8 else (-0.08315 if kind_other_a <= 8 else (0.03628 if kind_below <= 34 else (0.02282 if kind_right <= 34 else -0.04235)))) if odds <= -1.545 else (-0.02498 if next_b <= 7 else 0.01875)) if odds <= -0.805 else ((((0.02462 if vectors <= 0.15081 else 0.05842) if from_other_a <= 1 else -0.02586) if free_b <= 5 else -0.02351) if odds <= 0.795 else 0.09921))
        + (((-0.07133 if kind_other_a <= 8 else ((0.01769 if kind_right <= 34 else (0.0176 if kind_after <= 34 else (-0.03156 if state_b <= 1 else -0.08931))) if lead_row <= -0.05 else (0.02927 if kind <= 23 else -0.006753))) if idiom <= 0 else 0.1519) if paired <= 0 else (((0.05796 if vectors <= 0.09053 else 0.108) if free_a <= 2 else 0.03838) if free_b <= 2 else 0.02749))
        + ((0.03331 if letters <= 0.25543 else 0.1163) if kind_after <= 42 else ((-0.06135 if letters <= 0.19524 else (-0.07868 if rank_b <= 4 else 0.005501)) if in_gap <= 2 else ((((-0.08765 if kind_other_a <= 3 else (0.007725 if free_b <= 4 else -0.03187)) if free_a <= 3 else -0.03946) if settled <= 0.70479 else (-0.04957 if kind_other_a <= 12 else 0.06998)) if letters <= 0.31789 else 0.063)))
        + ((((-0.07847 if in_gap <= 1 else -0.04129) if odds <= -1.665 else ((-0.04197 if vectors <= 0.058715 else -0.009462) if settled <= 0.72627 else (-0.02878 if lead_column <= -1.995 else 0.06272))) if idiom <= 0 else 0.0963) if odds <= -0.805 else ((-0.01804 if in_gap <= 1 else ((0.02725 if capitals <= 0 else -0.02777) if letters <= 0.1455 else 0.06136)) if odds <= 0.795 else 0.08575))
        + ((-0.06757 if kind_other_b <= 8 else (-0.06394 if kind_other_a <= 9 else ((((0.069 if kind_below <= 15 else -0.03375) if odds <= -1.425 else (0.001254 if vectors <= 0.71394 else 0.0823)) if settled <= 0.70479 else 0.0505) if idiom <= 0 else 0.1407))) if odds <= -1e-35 else ((0.05167 if free_a <= 1 else 0.005013) if odds <= 0.795 else (-0.02676 if lead_column <= -1.125 else 0.0833)))
        + ((-0.07152 if kind_other_b <= 8 else (-0.06515 if kind_other_a <= 8 else ((((0.02461 if kind_below <= 25 else -0.02943) if next_a <= 2 else (0.01247 if rank_b <= 55696 else -0.0493)) if capitals <= 0 else -0.05728) if settled <= 0.81366 else 0.1104))) if odds <= -0.805 else ((-0.03924 if shift <= -5 else (0.01123 if next_a <= 2 else 0.04462)) if odds <= 0.795 else 0.07027))
        + (((0.02417 if kind_after <= 3 else -0.05364) if in_gap <= 2 else (((-0.04745 if shift <= -4 else (-0.06924 if kind_other_b <= 3 else 0.01389)) if free_a <= 3 else (-0.02056 if capitals <= 0 else -0.07828)) if idiom <= 0 else 0.1618)) if vectors <= 0.30755 else (((0.07621 if free_b <= 2 else 0.0278) if shift <= 3 else -0.01075) if from_other_b <= 2 else -0.05932))
        + (((-0.05018 if in_gap <= 2 else ((-0.03539 if vectors <= 0.036267 else (0.08607 if kind_before <= 4 else -0.01333)) if vectors <= 0.3799 else 0.0614)) if settled <= 0.72066 else (-0.04035 if kind_other_a <= 21 else (-0.01698 if odds <= -1.665 else 0.07238))) if odds <= -0.805 else (((0.01427 if capitals <= 0 else -0.03816) if letters <= 0.1455 else 0.04093) if odds <= 0.795 else 0.06457))
        + (((((((0.005306 if kind_after <= 41 else -0.0455) if next_b <= 9 else -0.003904) if settled <= 0.81366 else (-0.0431 if lead_row <= -1.425 else 0.1082)) if next_a <= 8 else 0.006391) if odds <= -1.055 else (0.03634 if kind_right <= 43 else (-0.0159 if next_a <= 2 else 0.01814))) if idiom <= 0 else (0.006851 if odds <= -2.165 else 0.1518)) if odds <= 0.465 else 0.0515)
        + (((-0.04581 if odds <= -1.885 else (-0.02271 if next_b <= 8 else 0.01506)) if idiom <= 3 else 0.1126) if odds <= -1.055 else ((-0.03306 if kind_other_b <= 8 else (-0.04411 if kind_other_a <= 8 else ((0.02421 if free_b <= 3 else -0.01762) if vectors <= 0.59859 else (0.1535 if kind_before <= 43 else 0.03875)))) if odds <= 0.795 else (0.06085 if free_a <= 3 else -3.214e-05)))
        + (((-0.05187 if settled <= 0.4319 else -0.01969) if vectors <= 0.050981 else ((-0.06078 if next_a <= 1 else -0.004472) if kind_other_a <= 18 else (-0.02931 if rank_b <= 9 else ((-0.07355 if shift <= -6 else 0.01127) if vectors <= 0.3799 else 0.05736)))) if odds <= -0.805 else (((0.002567 if vectors <= 0.15081 else 0.03166) if odds <= 0.795 else 0.04891) if free_b <= 5 else -0.02979))
        + ((-0.04914 if kind_other_a <= 8 else ((-0.03562 if odds <= -1.865 else ((((0.02944 if kind_before <= 4 else -0.01582) if letters <= 0.31174 else 0.03455) if state_b <= 1 else -0.06938) if next_b <= 2 else (-0.005234 if next_a <= 2 else 0.03888))) if idiom <= 0 else 0.09262)) if odds <= -1e-35 else (0.02098 if odds <= 1.12 else (0.02722 if next_b <= 0 else 0.07579)))
        + ((-0.06266 if kind_other_a <= 6 else (((0.03243 if kind_before <= 42 else -0.037) if in_gap <= 2 else ((((0.06808 if kind <= 19 else -0.02206) if vectors <= 0.050981 else 0.01175) if next_b <= 10 else 0.03357) if capitals <= 0 else -0.04058)) if settled <= 0.81366 else 0.06717)) if paired <= 0 else (0.001991 if vectors <= 0.176 else (0.08166 if kind_before <= 17 else 0.02843)))
        + ((-0.04607 if in_gap <= 2 else ((-0.06837 if kind_other_b <= 3 else ((-0.02232 if kind_other_a <= 18 else 0.01303) if free_b <= 3 else ((-0.02486 if settled <= 0.42389 else 0.04466) if settled <= 0.49253 else (-0.08051 if settled <= 0.72066 else 0.05624)))) if idiom <= 0 else 0.1215)) if lead_column <= -1e-35 else ((-0.03923 if lead_row <= -0.735 else 0.05147) if free_b <= 0 else 0.008076))
        + (((0.01731 if kind_before <= 42 else -0.05242) if in_gap <= 2 else ((-0.02847 if odds <= -1.865 else ((-0.04798 if kind_other_b <= 4 else (0.01225 if shift <= 5 else -0.07956)) if rank_a <= 55696 else -0.03515)) if idiom <= 0 else 0.1119)) if lead_column <= -0.06 else ((-0.04883 if rank_a <= 1401 else 0.01459) if shift <= -4 else (0.01514 if odds <= 1.12 else 0.05093)))
        + (((-0.04722 if settled <= 0.78346 else 0.0439) if in_gap <= 2 else ((-0.05227 if kind_other_b <= 6 else (((0.003202 if capitals <= 0 else -0.04147) if settled <= 0.70479 else 0.04422) if idiom <= 0 else 0.1079)) if rank_a <= 55696 else -0.03902)) if lead_column <= -0.2 else (-0.02046 if lead_row <= -1.425 else (0.05271 if kind_after <= 3 else (-0.003177 if letters <= 0.12917 else 0.0332))))
        + ((((-0.03274 if vectors <= -1e-35 else (0.02902 if settled <= 0.30536 else (-0.05351 if settled <= 0.36997 else ((-0.001479 if free_a <= 3 else 0.1215) if settled <= 0.38957 else ((0.006692 if from_other_a <= 1 else -0.03943) if free_a <= 3 else (-0.03797 if vectors <= 0.3799 else 0.03429)))))) if idiom <= 0 else 0.07218) if settled <= 0.72627 else 0.0302) if odds <= 0.465 else 0.02718)
        + (((-0.0333 if in_gap <= 2 else ((-0.07077 if kind_other_a <= 3 else 0.007329) if free_a <= 3 else (-0.03712 if next_b <= 2 else 0.002516))) if idiom <= 0 else 0.08737) if vectors <= 0.3799 else (((-0.08042 if in_gap <= 1 else 0.02081) if rank_b <= 7 else ((0.03997 if from_other_a <= 2 else -0.05668) if settled <= 0.6051 else 0.09042)) if rank_b <= 55696 else -0.0503))
        + ((-0.03085 if rank_a <= 7 else ((-0.04226 if rank_b <= 11 else (-0.02578 if kind_other_a <= 24 else ((0.03329 if from_other_b <= 1 else -0.03967) if free_a <= 3 else -0.01))) if next_a <= 2 else (-0.005735 if next_b <= 2 else 0.03314))) if odds <= 0.465 else (((0.05416 if kind_other_a <= 24 else -0.04732) if kind_after <= 19 else -0.0155) if next_b <= 0 else 0.043))
        + (((-0.03137 if odds <= -1.825 else (-0.01174 if next_b <= 0 else 0.006907)) if idiom <= 0 else 0.1008) if vectors <= 0.21937 else (0.05586 if kind_before <= 25 else (-0.04647 if lead_row <= -3.175 else (-0.07314 if rank_b <= 1 else (-0.05 if kind_other_b <= 2 else (0.00425 if vectors <= 0.3799 else ((-0.04375 if lead_row <= -1.655 else 0.03863) if kind <= 24 else 0.1053)))))))
        + ((-0.05659 if kind_other_b <= 8 else (0.07242 if kind_below <= 16 else (-0.04257 if shift <= -3 else -0.00624))) if odds <= -1.545 else (((0.002328 if idiom <= 0 else 0.1038) if capitals <= 0 else -0.03386) if letters <= 0.12132 else (-0.02525 if lead_column <= -1.415 else (-0.0202 if rank_b <= 7 else (0.05734 if type_a <= 2 else (-0.01867 if type_a <= 5 else 0.04279))))))
        + ((0.01396 if kind_right <= 43 else -0.04748) if shift <= -4 else (((((0.02326 if kind <= 23 else (0.0363 if settled <= 0.30536 else -0.009465)) if shift <= 2 else -0.03497) if capitals <= 0 else (-0.06677 if settled <= 0.81366 else 0.08763)) if capitals <= 2 else 0.06751) if vectors <= 0.1653 else ((-0.06046 if lead_column <= -4.515 else 0.02362) if from_other_a <= 1 else -0.02641)))
        + ((0.01596 if kind_below <= 24 else (-0.04295 if next_b <= 4 else (-0.0633 if lead_column <= -3.975 else 0.01684))) if lead_column <= -1.995 else (-0.02667 if rank_a <= 7 else ((((0.03147 if kind_right <= 43 else (-0.009793 if next_a <= 2 else 0.02249)) if free_a <= 3 else -0.01951) if idiom <= 0 else 0.1205) if vectors <= 0.3799 else (0.04734 if rank_a <= 27118 else -0.02627))))
        + ((((-0.03702 if kind_other_a <= 8 else (-0.01449 if next_b <= 0 else ((0.0007881 if idiom <= 0 else 0.0789) if odds <= 1.12 else 0.06034))) if vectors <= 0.46624 else (-0.04064 if lead_row <= -1.725 else ((-0.03094 if rank_a <= 2 else 0.04495) if rank_a <= 55696 else -0.02319))) if state_b <= 1 else -0.05747) if settled <= 0.72627 else (-0.00218 if kind_other_b <= 20 else 0.04846))
        + (((((-0.01088 if next_b <= 0 else 0.02943) if letters <= 0.25543 else (-0.0205 if kind_other_b <= 2 else 0.09821)) if kind_after <= 24 else (((-0.08035 if kind_other_b <= 3 else (0.02476 if kind_right <= 42 else -0.01017)) if letters <= 0.18615 else (0.05433 if type_b <= 1 else -0.002236)) if from_other_a <= 2 else -0.0404)) if settled <= 0.70479 else 0.02778) if from_other_b <= 2 else -0.04145)
        + (-0.02849 if shift <= -4 else (((((-0.005319 if capitals <= 2 else 0.07351) if type_b <= 5 else 0.02399) if free_a <= 3 else -0.02325) if next_b <= 2 else (((0.01172 if letters <= 0.15692 else 0.05705) if type_a <= 2 else -0.03099) if type_a <= 7 else (0.05303 if type_a <= 11 else (-0.03517 if letters <= 0.21637 else 0.0706)))) if shift <= 5 else -0.04259))
        + (((-0.0423 if shift <= -4 else 0.0008509) if shift <= 1 else (-0.05091 if settled <= 0.58499 else 0.001388)) if next_b <= 0 else (0.04561 if kind_after <= 3 else ((((0.003838 if type_a <= 11 else -0.03737) if capitals <= 0 else ((0.01395 if kind_other_b <= 16 else -0.07846) if capitals <= 2 else 0.05214)) if settled <= 0.81366 else 0.07144) if letters <= 0.20526 else 0.02606)))
        + ((-0.05092 if next_a <= 0 else (-0.03117 if rank_a <= 2676 else 0.04996)) if shift <= -4 else (-0.05191 if lead_column <= -4.515 else ((0.03058 if kind_below <= 42 else -0.01006) if vectors <= 0.050981 else (0.04897 if kind_before <= 5 else (((-0.04692 if in_gap <= 0 else 0.007616) if vectors <= 0.59859 else (-0.01597 if rank_a <= 4 else 0.05795)) if rank_a <= 55696 else -0.03859)))))
        + ((-0.06438 if rank_b <= 9 else (-0.03194 if settled <= 0.51222 else 0.009818)) if in_gap <= 1 else ((-0.01102 if lead_row <= -1.925 else 0.01621) if free_b <= 3 else ((-0.01386 if settled <= 0.4319 else (0.06389 if from_other_a <= -1 else -0.02703)) if settled <= 0.48809 else ((0.01906 if lead_row <= -2.225 else -0.08952) if settled <= 0.57418 else (-0.03894 if rank_b <= 1252 else 0.0339)))))
        + (((-0.03653 if kind_other_b <= 8 else (-0.05371 if kind_other_a <= 6 else (((0.00947 if idiom <= 0 else 0.0698) if letters <= 0.31174 else 0.05112) if free_b <= 4 else (-0.04307 if rank_b <= 16 else -0.003188)))) if vectors <= 0.46624 else (((0.06759 if kind_after <= 43 else -0.03965) if rank_b <= 4 else 0.04308) if from_other_a <= 1 else -0.02881)) if from_other_b <= 1 else -0.03104)
        + ((0.019 if settled <= 0.30536 else ((-0.02349 if free_b <= 6 else 0.02756) if capitals <= 0 else -0.07413)) if settled <= 0.4319 else (-0.02206 if rank_a <= 7 else (0.0584 if settled <= 0.44636 else ((-0.03273 if kind_other_a <= 6 else ((0.00992 if free_b <= 3 else (0.0293 if settled <= 0.48809 else -0.02744)) if settled <= 0.81366 else 0.04716)) if odds <= 1.555 else 0.04982))))
        + ((((-0.04302 if lead_column <= -0.795 else 0.03058) if type_b <= 7 else -0.07621) if in_gap <= 0 else ((-0.02887 if rank_a <= 7 else 0.003522) if type_b <= 6 else ((-0.06318 if rank_a <= 77 else 0.01348) if type_a <= 7 else ((-0.03797 if rank_a <= 1 else (0.06754 if type_b <= 13 else -0.03691)) if type_a <= 13 else -0.03654)))) if free_a <= 4 else -0.01956)
        + (((-0.001697 if type_a <= 2 else -0.02953) if shift <= -2 else (-0.06086 if lead_row <= -4.545 else (((0.005653 if type_a <= 2 else (-0.04819 if lead_row <= -0.635 else -0.003663)) if type_a <= 7 else (((0.03917 if capitals <= 1 else -0.0819) if type_a <= 11 else -0.009758) if shift <= 3 else -0.03649)) if idiom <= 0 else 0.09217))) if from_other_a <= 2 else -0.03717)
        + ((-0.05257 if rank_b <= 9 else ((-0.07049 if next_a <= 1 else 0.002507) if lead_row <= -1.725 else 0.004616)) if in_gap <= 1 else (((-0.05572 if kind_other_b <= 3 else (0.01201 if free_a <= 4 else (-0.03797 if rank_b <= 692 else (-0.03156 if next_b <= 2 else (-0.002074 if shift <= 0 else 0.09236))))) if letters <= 0.31174 else 0.03481) if free_b <= 4 else -0.01362))
        + ((((-0.03118 if settled <= 0.19728 else 0.04183) if settled <= 0.30536 else (-0.03218 if settled <= 0.36997 else ((-0.01789 if free_a <= 3 else 0.1313) if settled <= 0.38013 else (0.003179 if free_b <= 5 else (0.0008877 if settled <= 0.48809 else -0.05522))))) if capitals <= 0 else ((0.04219 if kind <= 17 else -0.0545) if settled <= 0.81366 else 0.08174)) if capitals <= 2 else 0.05721)
        + (-0.01997 if rank_b <= 9 else ((-0.05159 if lead_row <= -3.945 else (0.02265 if settled <= 0.30536 else (-0.01901 if settled <= 0.4319 else (((-0.02634 if lead_column <= -1.595 else 0.02343) if settled <= 0.51222 else 0.09329) if settled <= 0.51926 else ((0.1033 if rank_b <= 16 else -0.006769) if free_b <= 3 else -0.05818))))) if settled <= 0.60102 else (0.007924 if vectors <= 0.34928 else 0.05989)))
        + (-0.04562 if rank_b <= 1 else (((-0.04057 if lead_column <= -3.975 else (((((0.01045 if type_b <= 11 else -0.0174) if rank_a <= 19297 else 0.07996) if rank_a <= 55696 else -0.02478) if rank_b <= 19446 else 0.07682) if rank_b <= 55696 else (0.01416 if type_b <= 2 else -0.0353))) if capitals <= 0 else (-0.04923 if rank_a <= 2676 else 0.007975)) if capitals <= 2 else 0.05187))
        + (((((-0.07337 if kind_other_a <= 3 else ((-0.02662 if kind_other_b <= 11 else 0.004065) if free_a <= 4 else (-0.0274 if settled <= 0.72066 else 0.03985))) if letters <= 0.31174 else 0.01768) if from_other_a <= 1 else -0.03466) if next_a <= 8 else (((-0.01326 if letters <= 0.20526 else 0.03836) if settled <= 0.76026 else 0.07339) if rank_a <= 1558 else 0.03697)) if idiom <= 0 else 0.06181)
        + (((-0.05584 if kind_other_b <= 3 else ((-0.05203 if kind_other_a <= 3 else (((-0.004215 if type_b <= 7 else (-0.004776 if next_a <= 2 else 0.0468)) if type_b <= 11 else -0.02968) if settled <= 0.81366 else 0.03793)) if from_other_b <= 2 else -0.04173)) if letters <= 0.31789 else (-0.03149 if lead_column <= -1.365 else (0.06163 if type_b <= 1 else 0.01366))) if idiom <= 3 else 0.08664)
        + ((-0.03463 if kind_below <= 8 else 0.03661) if kind_below <= 42 else (0.02078 if kind_after <= 3 else ((((0.01513 if kind_after <= 43 else -0.0406) if shift <= -2 else (0.00399 if shift <= 2 else -0.02599)) if next_a <= 1 else (-0.003479 if next_b <= 2 else (0.0114 if from_other_b <= 0 else 0.05597))) if from_other_b <= 2 else (-0.05386 if next_b <= 4 else 0.008292))))
        + (((((-0.033 if shift <= -6 else (-0.04174 if in_gap <= 0 else ((0.02451 if kind_right <= 42 else -0.006075) if next_b <= 2 else ((0.01411 if type_a <= 2 else -0.02657) if type_a <= 7 else 0.0378)))) if type_a <= 11 else -0.03144) if vectors <= 0.71394 else (0.0775 if letters <= 0.83772 else 0.01543)) if idiom <= 0 else 0.06629) if shift <= 5 else -0.03654)
        + ((-0.008154 if capitals <= 0 else -0.05895) if vectors <= -1e-35 else (((((0.02552 if free_a <= 0 else -0.03286) if kind_other_b <= 8 else (-0.02234 if kind_other_a <= 8 else ((0.07397 if kind_before <= 43 else 0.01461) if kind <= 13 else (0.01518 if free_a <= 3 else -0.003913)))) if vectors <= 0.99994 else 0.05621) if from_other_b <= 1 else -0.01888) if from_other_a <= 1 else -0.02767))
        + ((((-0.0551 if free_a <= 0 else (-0.04133 if settled <= 0.46781 else 0.0377)) if lead_row <= -1.995 else 0.007971) if kind <= 23 else (-0.05676 if kind_other_b <= 3 else ((-0.01277 if type_a <= 7 else (-0.04264 if in_gap <= 1 else (0.0212 if capitals <= 1 else -0.07517))) if type_a <= 11 else (-0.07769 if type_a <= 12 else -0.007012)))) if next_a <= 8 else 0.01094)
        + (0.02259 if kind_after <= 3 else ((((-0.05228 if kind_other_a <= 3 else (((-0.01427 if settled <= 0.81366 else 0.06959) if rank_b <= 1727 else 0.01505) if type_b <= 2 else (-0.02991 if type_b <= 7 else -0.001253))) if from_other_b <= 2 else -0.0432) if idiom <= 0 else 0.06154) if vectors <= 0.71394 else ((-0.02255 if rank_a <= 4 else 0.05854) if rank_b <= 27061 else -0.03149)))
        + (((0.008388 if kind_after <= 43 else -0.05915) if next_a <= 0 else (0.01588 if type_a <= 1 else -0.03271)) if shift <= -4 else (((((0.005588 if rank_b <= 19446 else 0.06101) if rank_b <= 55696 else -0.009211) if free_b <= 10 else 0.08417) if idiom <= 0 else 0.0654) if shift <= 5 else ((0.03527 if kind <= 15 else -0.04791) if state_b <= 0 else -0.05908)))
        + (-0.04062 if lead_row <= -3.945 else (-0.04679 if rank_a <= 1 else (0.02138 if kind_below <= 42 else (((((-0.0361 if kind_before <= 1 else 0.02557) if next_a <= 0 else 0.06848) if kind_before <= 4 else -0.01572) if letters <= 0.31789 else (-0.005474 if kind_other_b <= 11 else (-0.01632 if odds <= -1.545 else 0.04946))) if next_a <= 2 else (0.06324 if kind_after <= 2 else 0.007175)))))
        + (-0.02214 if vectors <= -0.076918 else ((-0.01607 if vectors <= 0.99994 else 0.03752) if kind_other_b <= 12 else ((0.01638 if kind_other_b <= 23 else -0.02382) if rank_a <= 9 else (((((-0.03684 if rank_b <= 32 else 0.00459) if type_b <= 6 else 0.0172) if odds <= 1.745 else 0.05589) if idiom <= 0 else 0.07512) if vectors <= 0.71394 else (0.07551 if rank_b <= 1410 else -0.01382)))))
        + (-0.03945 if lead_column <= -4.185 else ((-0.08252 if in_gap <= 2 else (0.05322 if lead_column <= -1.035 else -0.03584)) if rank_b <= 1 else ((0.02208 if kind_before <= 42 else -0.05846) if kind_other_b <= 2 else ((0.0666 if kind <= 13 else 0.009381) if kind_after <= 42 else ((0.02606 if kind_other_b <= 3 else -0.0261) if kind_other_a <= 8 else (0.01823 if kind_before <= 25 else 0.0003884))))))
        + (((-0.01348 if rank_b <= 11 else ((0.02028 if rank_b <= 229 else ((-0.0656 if lead_row <= -3.945 else ((-0.01149 if type_a <= 5 else 0.02312) if rank_b <= 4543 else ((-0.04705 if kind_other_b <= 8 else 0.05475) if from_other_a <= -9 else 0.004969))) if type_b <= 2 else -0.02503)) if free_b <= 3 else -0.008138)) if from_other_a <= 2 else -0.02729) if idiom <= 3 else 0.07808)
        + ((-0.03902 if settled <= 0.59417 else (0.1085 if kind_before <= 43 else -0.01293)) if in_gap <= 0 else ((((-0.001765 if settled <= 0.24871 else 0.06539) if settled <= 0.30536 else (-0.02905 if settled <= 0.36997 else 0.004303)) if capitals <= 0 else (((0.04798 if lead_column <= -2.965 else -0.05462) if letters <= 0.1381 else 0.03264) if settled <= 0.81366 else 0.05216)) if idiom <= 3 else 0.09809))
        + ((((-0.01134 if capitals <= 2 else 0.05282) if vectors <= 0.050981 else (((-0.06218 if shift <= -14 else (0.002635 if vectors <= 0.71394 else ((-0.06049 if in_gap <= 1 else 0.02626) if rank_a <= 4 else 0.05001))) if rank_a <= 13991 else 0.05922) if rank_a <= 55696 else -0.03367)) if from_other_a <= 3 else -0.03791) if next_a <= 10 else (0.003764 if rank_a <= 1558 else 0.03217))
        + ((-0.04222 if odds <= -2.135 else ((-0.03473 if rank_b <= 1 else (-0.002642 if type_b <= 6 else ((((0.01804 if rank_a <= 600 else (0.08088 if lead_row <= -0.935 else 0.01652)) if rank_a <= 55696 else -0.04123) if type_b <= 11 else (-0.02521 if letters <= 0.25543 else 0.04645)) if capitals <= 0 else -0.07172))) if state_b <= 1 else -0.03213)) if idiom <= 0 else 0.052)
        + ((((((-0.009375 if rank_b <= 5 else -0.06734) if rank_b <= 7 else 0.001427) if type_a <= 11 else -0.0299) if vectors <= 0.71394 else ((0.111 if odds <= 0.795 else 0.01783) if kind_after <= 43 else ((-0.06501 if rank_b <= 60 else (0.06933 if rank_a <= 1910 else -0.06819)) if in_gap <= 0 else 0.02235))) if from_other_b <= 4 else -0.04565) if settled <= 0.72627 else 0.01966)
        + (((0.0133 if type_b <= 8 else 0.06615) if type_b <= 11 else -0.04138) if kind_after <= 3 else (((0.002649 if letters <= 0.57738 else 0.05084) if kind_right <= 43 else ((-0.01235 if type_b <= 7 else -0.07699) if in_gap <= 0 else (-0.009878 if vectors <= 0.41385 else 0.01655))) if next_b <= 8 else ((0.006749 if letters <= 0.20526 else 0.04603) if from_other_a <= 3 else -0.06247)))
        + (((0.0132 if kind_right <= 43 else (-0.03488 if next_a <= 1 else (-0.03247 if rank_a <= 114 else 0.009674))) if shift <= -2 else (0.04267 if settled <= 0.30536 else ((-0.02969 if settled <= 0.36997 else (-0.0155 if kind_other_b <= 18 else (0.06347 if settled <= 0.38957 else 0.006462))) if vectors <= 0.24516 else (0.03883 if free_a <= 1 else 0.002604)))) if shift <= 1 else -0.01255)
        + ((((((-0.06301 if rank_a <= 3 else (0.01626 if rank_a <= 1401 else -0.01742)) if lead_row <= -0.05 else 0.02869) if kind_below <= 43 else -0.005785) if type_a <= 11 else ((-0.07795 if type_a <= 12 else -0.01523) if settled <= 0.7418 else 0.05515)) if idiom <= 3 else 0.07008) if letters <= 0.29286 else (0.07416 if kind_after <= 18 else (0.06498 if settled <= 0.24871 else 0.0006936)))
        + (-0.04075 if rank_b <= 1 else (((-0.03407 if settled <= 0.2419 else (-0.009065 if vectors <= 0.036267 else (0.09882 if type_a <= 3 else 0.007323))) if letters <= 1e-35 else 0.05183) if settled <= 0.30536 else (-0.02702 if settled <= 0.36997 else ((0.01346 if kind_before <= 43 else -0.01858) if kind_other_b <= 18 else ((-0.001298 if free_a <= 3 else 0.1202) if settled <= 0.38957 else 0.003326)))))
        + ((-0.007681 if next_a <= 1 else 0.03856) if kind_right <= 42 else (((-0.01109 if vectors <= 0.71394 else ((-0.009191 if rank_b <= 4 else 0.06613) if odds <= 0.62 else (-0.06234 if in_gap <= 2 else 0.03058))) if rank_b <= 1727 else 0.01528) if kind <= 23 else (-0.01713 if vectors <= 0.050981 else ((0.04057 if kind_before <= 4 else 0.00134) if rank_b <= 55696 else -0.04967))))
        + (0.02056 if settled <= 0.30536 else (-0.02942 if settled <= 0.36997 else ((-0.02101 if free_b <= 3 else 0.1061) if settled <= 0.38013 else (-0.02282 if settled <= 0.4319 else (-0.01968 if rank_b <= 7 else (-0.02316 if rank_a <= 7 else (-0.0002398 if kind_other_b <= 25 else (0.05263 if settled <= 0.48809 else ((0.1082 if rank_b <= 9 else -0.003836) if settled <= 0.70479 else 0.04351)))))))))
        + (-0.04006 if kind_other_b <= 2 else (((-0.02156 if kind_other_a <= 3 else (0.0008388 if type_b <= 7 else (((0.01577 if next_a <= 9 else 0.05275) if type_a <= 13 else -0.06184) if rank_a <= 55696 else -0.05664))) if idiom <= 0 else 0.05283) if type_b <= 11 else ((-0.06827 if rank_a <= 177 else -0.01719) if type_a <= 10 else (-0.05223 if odds <= -1.545 else 0.03145))))
        + (-0.03373 if lead_row <= -3.945 else ((((-0.02887 if rank_a <= 14 else 0.01911) if kind_right <= 43 else -0.01105) if next_b <= 0 else (((0.007735 if settled <= 0.7418 else 0.06302) if free_b <= 1 else (0.08015 if kind_below <= 15 else ((-0.005798 if next_a <= 8 else 0.08143) if lead_row <= -2.225 else -0.01296))) if rank_b <= 6225 else 0.02414)) if idiom <= 0 else 0.07266))
        + ((-0.06784 if rank_a <= 3 else -0.01096) if in_gap <= 0 else (-0.01696 if shift <= -4 else ((0.00471 if type_a <= 7 else (0.01153 if next_a <= 3 else 0.04067)) if free_a <= 4 else (((-0.03536 if kind <= 24 else 0.00903) if rank_a <= 977 else (0.06215 if from_other_b <= -9 else 0.000699)) if free_b <= 3 else (-0.03111 if free_a <= 9 else 0.05892)))))
        + (((-0.01086 if settled <= 0.2419 else (0.002167 if from_other_b <= -5 else 0.06505)) if settled <= 0.30536 else ((-0.04038 if vectors <= 0.050981 else -0.01155) if free_b <= 6 else 0.02146)) if settled <= 0.4319 else (0.03808 if settled <= 0.44636 else (-0.01775 if rank_a <= 7 else ((-0.005958 if rank_a <= 3053 else 0.01181) if vectors <= 0.3799 else (0.05314 if rank_a <= 138 else 0.004775)))))
        + (((((-0.03824 if shift <= -5 else 0.02789) if rank_a <= 236 else -0.001385) if free_a <= 1 else (-0.0205 if rank_b <= 25 else 0.005776)) if from_other_b <= 2 else (-0.03257 if shift <= 0 else 0.02854)) if shift <= 4 else (-0.06049 if rank_b <= 108 else (-0.0625 if free_a <= 1 else ((0.08732 if kind_below <= 43 else 0.009922) if next_a <= 7 else -0.0271))))
        + ((((0.0007004 if settled <= 0.2419 else (0.01141 if free_b <= 1 else (-0.001714 if free_a <= 1 else 0.1294))) if free_b <= 4 else (0.0296 if type_b <= 2 else -0.04411)) if settled <= 0.30536 else (-0.01952 if settled <= 0.36997 else ((-0.02345 if free_a <= 3 else 0.115) if settled <= 0.38013 else 0.0002557))) if shift <= 5 else (-0.03842 if shift <= 15 else 0.03235))
        + ((-0.02167 if in_gap <= 0 else ((-0.01308 if rank_b <= 1727 else ((0.03411 if odds <= -1.635 else 0.003297) if type_b <= 2 else -0.0226)) if type_b <= 7 else (((0.02883 if rank_a <= 55696 else -0.03449) if capitals <= 0 else -0.07372) if type_b <= 11 else (-0.02497 if settled <= 0.76026 else 0.0653)))) if capitals <= 2 else (0.06305 if settled <= 0.67007 else -0.03849))
        + ((((0.02652 if type_b <= 11 else -0.03916) if type_a <= 11 else -0.04405) if kind_after <= 3 else ((-0.01724 if free_a <= 0 else ((0.02577 if type_a <= 6 else 0.09472) if type_a <= 8 else -0.01849)) if kind_below <= 42 else (0.0126 if kind_right <= 42 else ((-0.003295 if odds <= -0.56 else -0.02519) if letters <= 0.20526 else 0.00562)))) if idiom <= 0 else 0.05091)
        + ((((((-0.0009044 if type_a <= 12 else 0.07175) if state_b <= 1 else -0.06111) if free_a <= 3 else -0.02213) if next_b <= 2 else 0.004837) if type_a <= 13 else -0.03918) if letters <= 0.31174 else (-0.0225 if lead_column <= -1.365 else ((-0.04146 if vectors <= 0.2878 else 0.01288) if rank_b <= 60 else ((0.06057 if kind_before <= 42 else -0.006192) if kind_other_a <= 16 else 0.06415))))
        + (((-0.005462 if vectors <= 0.176 else (0.07003 if kind_after <= 18 else (0.03074 if type_a <= 8 else -0.01816))) if kind_before <= 42 else (-0.05403 if kind_other_b <= 2 else (-0.04406 if rank_a <= 1 else ((-0.04662 if free_b <= 0 else (-0.07148 if shift <= -6 else 0.001825)) if free_a <= 0 else (0.004839 if paired <= 0 else -0.01699))))) if idiom <= 3 else 0.06561)
        + ((-0.02964 if shift <= -6 else (((-0.06098 if lead_row <= -2.975 else -0.004187) if kind_other_a <= 8 else ((0.08686 if rank_b <= 986 else -0.005011) if kind_right <= 15 else 0.002666)) if type_b <= 11 else ((-0.07062 if type_b <= 12 else -0.01644) if settled <= 0.76026 else 0.0776))) if vectors <= 0.71394 else ((0.08843 if letters <= 0.72078 else 0.01756) if rank_a <= 1401 else -0.01267))
        + ((-0.02895 if kind_right <= 7 else 0.02331) if kind_right <= 42 else (-0.04336 if lead_row <= -4.545 else ((-0.03507 if rank_a <= 1 else ((((-0.01235 if rank_a <= 2676 else 0.003427) if type_a <= 7 else 0.01127) if type_a <= 11 else (-0.03624 if settled <= 0.76026 else 0.06451)) if vectors <= 0.46624 else (0.05378 if kind_below <= 43 else 0.00394))) if idiom <= 0 else 0.06993)))
        + (-0.0401 if lead_column <= -4.965 else ((-0.01111 if vectors <= -0.04625 else (0.03608 if vectors <= -0.025052 else ((0.03798 if settled <= 0.27542 else -0.008832) if kind_other_a <= 18 else ((0.05394 if kind_other_a <= 19 else (-0.009233 if rank_b <= 25 else 0.01146)) if paired <= 0 else ((-0.02844 if vectors <= 0.09053 else 0.012) if free_b <= 4 else -0.07434))))) if idiom <= 0 else 0.05592))
        + ((0.004135 if kind <= 27 else -0.07248) if free_a <= 4 else ((-0.04448 if next_b <= 5 else (-0.04474 if from_other_b <= 0 else 0.09204)) if kind_other_b <= 24 else ((-0.004237 if settled <= 0.4319 else ((-0.01875 if free_b <= 2 else 0.1973) if free_b <= 4 else -0.02835)) if settled <= 0.50263 else (-0.08562 if settled <= 0.57418 else (-0.03681 if kind_before <= 43 else 0.04136)))))
        + (-0.04131 if lead_row <= -4.545 else (((-0.03355 if shift <= -6 else (((0.006576 if type_a <= 11 else (-0.06866 if type_a <= 12 else 0.00253)) if capitals <= 0 else (-0.02898 if letters <= 1e-35 else 0.0175)) if type_b <= 11 else -0.02747)) if letters <= 0.31789 else (0.07161 if kind_after <= 18 else (0.001638 if capitals <= 0 else 0.06938))) if idiom <= 0 else 0.06264))
        + (((-0.06572 if lead_column <= -2.965 else (-0.0267 if type_b <= 8 else 0.04505)) if kind_other_b <= 4 else -0.00167) if vectors <= 0.46624 else (0.0415 if kind_after <= 43 else (-0.05162 if lead_row <= -2.225 else (0.0232 if vectors <= 0.99709 else (((-0.03471 if rank_b <= 4 else 0.05389) if rank_b <= 16 else (-0.07708 if rank_b <= 84 else -0.01139)) if type_b <= 11 else 0.03444)))))
        + (((-0.0173 if in_gap <= 0 else (0.004614 if capitals <= 0 else (((0.02825 if lead_column <= -2.145 else -0.05008) if letters <= 0.1381 else (0.0648 if settled <= 0.57418 else -0.02469)) if settled <= 0.81366 else 0.04458))) if shift <= 5 else (-0.05163 if settled <= 0.4756 else (0.05051 if type_a <= 1 else -0.03371))) if shift <= 15 else (-0.02342 if lead_column <= -0.11 else 0.101))
        + (((-0.02982 if in_gap <= 0 else ((((-0.005008 if kind_other_b <= 25 else 0.01575) if from_other_a <= 1 else -0.03114) if settled <= 0.51222 else (0.1592 if odds <= -1.865 else 0.01996)) if settled <= 0.52886 else ((-0.01589 if rank_b <= 3404 else 0.04438) if free_a <= 2 else -0.05309))) if settled <= 0.5695 else (0.003865 if free_b <= 1 else -0.1001)) if settled <= 0.57418 else 0.00824)
        + ((0.0008026 if type_a <= 2 else (-0.04632 if vectors <= 0.9978 else 0.01525)) if shift <= -4 else ((-0.06645 if next_b <= 0 else (0.0538 if next_b <= 2 else -0.02962)) if lead_column <= -3.975 else ((-0.01883 if kind_other_b <= 9 else 0.04961) if kind_below <= 17 else ((-0.002265 if type_b <= 6 else (-0.04792 if in_gap <= 0 else 0.0153)) if type_b <= 13 else -0.03098))))
        + (((-0.003681 if rank_a <= 9039 else (((-0.07094 if odds <= -0.495 else 0.0111) if free_b <= 0 else 0.04091) if type_a <= 1 else ((0.05744 if kind_after <= 43 else -0.008998) if from_other_a <= -15 else -0.0206))) if from_other_b <= 0 else (-0.0632 if kind_after <= 0 else (-0.01459 if free_a <= 0 else 0.03937))) if from_other_b <= 1 else (0.01478 if rank_a <= 40 else -0.03656))
        + (-0.01148 if rank_b <= 9 else ((((0.02683 if kind_after <= 21 else -0.003741) if rank_b <= 191 else 0.06251) if from_other_b <= 0 else (0.02426 if next_b <= 5 else 0.08971)) if rank_b <= 229 else (-0.01054 if next_b <= 1 else (-0.02791 if rank_b <= 357 else ((-0.01497 if rank_a <= 1708 else (-0.01405 if lead_column <= -1.305 else 0.02179)) if type_a <= 5 else 0.02792)))))
        + (-0.03719 if rank_b <= 1 else (((((0.08314 if free_b <= 2 else -0.02814) if kind <= 24 else -0.05183) if rank_a <= 5 else -0.06891) if rank_a <= 19 else ((((0.03339 if kind_after <= 19 else -0.02222) if kind <= 24 else -0.04153) if next_b <= 1 else 0.001653) if kind_other_b <= 25 else 0.009491)) if type_a <= 5 else (0.0562 if rank_b <= 2 else 0.006225)))
        + (((-0.01929 if in_gap <= 0 else ((0.002057 if type_b <= 4 else -0.02625) if type_b <= 7 else ((0.01467 if type_a <= 3 else -0.064) if type_a <= 7 else 0.028))) if capitals <= 0 else ((-0.0886 if in_gap <= 2 else -0.02314) if vectors <= 0.1653 else 0.03774)) if capitals <= 2 else (0.09999 if rank_a <= 459 else (-0.04056 if letters <= 0.1381 else 0.05015)))
    )
