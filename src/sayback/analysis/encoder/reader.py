"""Reads an answer with the packaged encoder: which part each sentence serves, and does STAR apply.

How it was trained and measured: `model/README.md`, `scripts/train_star_model.py`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from sayback.analysis.encoder.ends import best_cuts, end_logits, streams
from sayback.analysis.encoder.layout import windows
from sayback.analysis.encoder.readout import Numbers, applies_logit, part_logits
from sayback.analysis.report import PARTS, Part
from sayback.analysis.star_reading import Reading

_MARKS = re.compile(r"[^\w\s'’%$£€-]|(?<!\w)-|-(?!\w)")

MODEL_FOLDER = Path(__file__).with_name("model")


@dataclass(frozen=True, slots=True)
class Calibration:
    """How logits become probabilities; fitted on answers that were not trained on."""

    temperature: float = 1.0
    applies_scale: float = 1.0
    applies_shift: float = 0.0
    caution: float = 1.0
    """Above 1, labels are less sure than the chain says."""
    ends_shift: float = 0.0
    """Added to the logit of a sentence ending; above 0, sentences are shorter."""
    transition_weight: float = 0.0
    transitions: tuple[tuple[float, ...], ...] = ((0.0,) * len(PARTS),) * len(PARTS)
    present_above: Mapping[Part, float] | None = None

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> Calibration:
        """Read the packaged configuration."""
        return cls(
            temperature=float(values["temperature"]),
            applies_scale=float(values["applies_scale"]),
            applies_shift=float(values["applies_shift"]),
            caution=float(values["caution"]),
            ends_shift=float(values["ends_shift"]),
            transition_weight=float(values["transition_weight"]),
            transitions=tuple(tuple(map(float, row)) for row in values["transitions"]),
            present_above={part: float(values["present_above"][part]) for part in PARTS[:-1]},
        )


class EncoderReader:
    """The packaged encoder, loaded once; may be used from several threads."""

    def __init__(self, folder: Path, calibration: Calibration | None = None) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        # An answer takes some hundredths of a second, and Whisper needs the other cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._calibration = calibration or Calibration.from_json(
            json.loads((folder / "config.json").read_text("utf-8"))
        )

    def read(self, sentences: Sequence[str], asked: str) -> Reading:
        """Read an answer in one pass, or in windows that overlap by half.

        Parameters
        ----------
        sentences
            The answer; none of them empty.
        asked
            The question's text, or empty.
        """
        if not sentences:
            return Reading(np.zeros((0, len(PARTS))))
        parts, applies = self.logits(sentences, asked)
        fitted = self._calibration
        return Reading(
            probabilities=softmax(parts / fitted.temperature),
            applies=float(1 / (1 + np.exp(-fitted.applies_scale * applies - fitted.applies_shift))),
            transitions=fitted.transition_weight * np.array(fitted.transitions),
            present_above=fitted.present_above or {},
            caution=fitted.caution,
        )

    def cut(self, texts: Sequence[str], *, max_words: int) -> list[tuple[int, int]]:
        """Cut words without any mark into sentences of at most `max_words`.

        Returns
        -------
        list of (first, last), both included, covering each word once.
        """
        gains = self.end_logits(texts) + self._calibration.ends_shift
        return best_cuts(gains.tolist(), max_words=max_words)

    def end_logits(self, texts: Sequence[str]) -> Numbers:
        """Return for each word the uncalibrated logit of a sentence ending there."""
        bare = [_MARKS.sub("", text.lower()) or text for text in texts]
        found = streams(
            [item.ids for item in self._tokenizer.encode_batch(bare, add_special_tokens=False)]
        )
        return end_logits(found, [self._run(stream.ids) for stream in found])

    def logits(self, sentences: Sequence[str], asked: str) -> tuple[Numbers, float]:
        """Return uncalibrated logits: (n, 5) of the parts, and one of STAR applying."""
        question = self._tokenizer.encode(asked, add_special_tokens=False).ids
        encoded = self._tokenizer.encode_batch(list(sentences), add_special_tokens=False)
        found = windows(question, [item.ids for item in encoded])
        outputs = [self._run(window.ids) for window in found]
        return part_logits(found, outputs), applies_logit(outputs)

    def _run(self, ids: Sequence[int]) -> Numbers:
        (numbers,) = self._session.run(None, {"ids": np.array([ids], dtype=np.int64)})
        return np.asarray(numbers[0], dtype=np.float64)


@lru_cache(maxsize=1)
def load_encoder() -> EncoderReader | None:
    """Return the packaged encoder, loaded at the first call; None where it can't be loaded."""
    try:
        return EncoderReader(MODEL_FOLDER)
    except Exception:
        # Whatever is wrong with a file or a runtime, the rules still read the answer.
        return None


def softmax(logits: Numbers) -> Numbers:
    """Return probabilities along the last axis."""
    odds = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True), dtype=np.float64)
