"""Writes what Sayback carries of the trained network, and what was fitted for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from encoder_model import export
from encoder_model.network import Encoder
from evaluation import labelled
from sayback.analysis.encoder.readout import COLUMNS
from star_model import calibrate


def ship(weights: Path, out: Path, *, log: Callable[[str], None]) -> None:
    """Write network, word vectors, tokenizer, and what was fitted on development answers."""
    log(export.write(export.load(weights, Encoder(COLUMNS)), out / "star.onnx"))
    everything = labelled.answers()
    fitted = calibrate.fit(
        out,
        [answer for answer in everything if answer.portion == "train"],
        [answer for answer in everything if answer.portion == "dev"],
    )
    text = json.dumps(calibrate.as_json(fitted), indent=1)
    (out / "star.json").write_text(text + "\n", "utf-8")
    log(text)
