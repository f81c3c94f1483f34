"""A sentence encoder of the user's choice, from a directory: what `--embedder DIR` names.

>>> load_embedder("/no/such/model")
Traceback (most recent call last):
newsdiff.align.embedder.EmbedderError: /no/such/model: no such directory

The directory has a model as saved by sentence-transformers. Nothing is fetched: an incomplete model is refused.
"""

from __future__ import annotations

import os
from collections.abc import Callable

INSTALL = "pip install '.[semantic]' in a clone of newsdiff"


class EmbedderError(Exception):
    """A model that could not be loaded; the message is one line for the user."""


def load_embedder(directory: str) -> Callable[[list[str]], list[list[float]]]:
    """A function from sentences to vectors of unit length."""
    if not os.path.isdir(directory):
        raise EmbedderError(f"{directory}: {'not a' if os.path.exists(directory) else 'no such'} directory")
    if not os.path.exists(os.path.join(directory, "modules.json")):
        raise EmbedderError(f"{directory}: no sentence-transformers model (modules.json is missing)")
    # Read by the libraries when they are imported: no requests, no progress bar, no warning about threads.
    os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError:
        raise EmbedderError(f"--embedder needs sentence-transformers: {INSTALL}") from None
    from transformers.utils import logging

    logging.disable_progress_bar()
    try:
        model = SentenceTransformer(directory, device="cpu", local_files_only=True)
    except Exception as error:  # noqa: BLE001 -- whatever is wrong with a model, it is the model that is wrong
        raise EmbedderError(
            f"{directory}: {str(error).strip().splitlines()[0] if str(error).strip() else error!r}"
        ) from None

    def embed(sentences: list[str]) -> list[list[float]]:
        vectors: list[list[float]] = model.encode(
            sentences, normalize_embeddings=True, show_progress_bar=False
        ).tolist()
        return vectors

    return embed
