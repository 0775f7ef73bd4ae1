"""The packaged networks: word vectors that they share, and what each makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Marks = npt.NDArray[np.float32]

MODEL_FOLDER = Path(__file__).with_name("model")


@dataclass(frozen=True, slots=True)
class Words:
    """Vectors of the vocabulary, in 8 bits, each with its own scale."""

    levels: npt.NDArray[np.int8]
    """Shape (vocabulary, width)."""
    scale: npt.NDArray[np.float32]
    """Shape (vocabulary,)."""

    def vectors(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        """Return shape (1, tokens, width)."""
        chosen = list(ids)
        return (self.levels[chosen].astype(np.float32) * self.scale[chosen, None])[None]


class Network:
    """One network, loaded once; may be used from several threads.

    Parameters
    ----------
    file
        ONNX: vectors of shape (1, tokens, width) in, perhaps with marks of shape (1, tokens,
        kinds of marks) beside them, numbers (1, tokens, columns) out.
    """

    def __init__(self, file: Path, words: Words) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # An answer takes some hundredths of a second, and Whisper needs the other cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(file), options, providers=["CPUExecutionProvider"]
        )
        self._words = words

    def run(self, ids: Sequence[int], marks: Marks | None = None) -> Numbers:
        """Return shape (tokens, columns) for the ids of one pass, and their marks."""
        given = {"vectors": self._words.vectors(ids)}
        if marks is not None:
            given["marks"] = marks[None]
        (numbers,) = self._session.run(None, given)
        return np.asarray(numbers[0], dtype=np.float64)


@lru_cache(maxsize=1)
def load_words(folder: Path = MODEL_FOLDER) -> Words:
    """Read the vectors that all networks in a folder share."""
    with np.load(folder / "words.npz") as stored:
        return Words(stored["levels"], stored["scale"])


class Tokens:
    """Cuts text into the vocabulary's pieces."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))

    def of(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the ids of each text, without special ones."""
        encoded = self._tokenizer.encode_batch(list(texts), add_special_tokens=False)
        return [item.ids for item in encoded]


@lru_cache(maxsize=1)
def load_tokens(folder: Path = MODEL_FOLDER) -> Tokens:
    """Read the tokenizer that all networks in a folder share."""
    return Tokens(folder)
