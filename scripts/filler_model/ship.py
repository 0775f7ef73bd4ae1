"""Writes what Sayback carries of the trained network, and what was fitted for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from encoder_model import export
from encoder_model.network import Encoder
from evaluation import labelled
from filler_model import weigh
from filler_model.train import shape
from sayback.analysis.encoder.tagger import COLUMNS


def ship(weights: Path, out: Path, *, layers: int, log: Callable[[str], None]) -> None:
    """Write network, word vectors, tokenizer, and what was fitted on development passages."""
    network = export.load(weights, Encoder(len(COLUMNS), shape(layers)))
    log(export.write(network, out / "fillers.onnx"))
    development = [each for each in labelled.passages() if each.portion == "dev"]
    text = json.dumps(asdict(weigh.fit(out, development)), indent=1)
    (out / "fillers.json").write_text(text + "\n", "utf-8")
    log(text)
