"""How well a network in training does on answers that it is not trained on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer

from encoder_model.network import Encoder
from evaluation.resample import label_f1
from sayback.analysis.report import PARTS
from star_model.batches import batches
from star_model.variants import Example


@dataclass(frozen=True, slots=True)
class Scores:
    """Figures of one epoch."""

    macro_f1: float = 0.0
    """Over S, T, A and R, of the answers to which STAR applies."""
    each: tuple[float, ...] = (0.0,) * 4
    applies: float = 0.0
    """Share of answers for which it is known whether STAR applies."""
    missing: float = 0.0
    """F1 of the parts that do not occur."""

    @property
    def worth(self) -> float:
        """What the best epoch is chosen by."""
        return self.macro_f1 + 0.25 * self.applies

    def __str__(self) -> str:
        each = " ".join(
            f"{part} {value:.3f}" for part, value in zip(PARTS, self.each, strict=False)
        )
        return (
            f"macro-F1 {self.macro_f1:.3f} ({each})  applies {self.applies:.3f}"
            f"  missing {self.missing:.3f}"
        )


@torch.no_grad()
def score(network: Encoder, tokenizer: Tokenizer, examples: Sequence[Example]) -> Scores:
    """Read the examples and compare with their labels."""
    labels: list[tuple[int, int]] = []
    right = total = 0
    absent: list[tuple[int, int]] = []
    device = next(network.parameters()).device
    for batch in batches(examples, tokenizer, size=8, chance=None):
        with torch.autocast(device.type, torch.bfloat16):
            outputs = network(batch.ids.to(device), batch.mask.to(device))
        parts, applies, shown = batch.read(outputs.float().cpu())
        told = batch.told.numpy()
        true = batch.shares.argmax(dim=1).numpy()[told]
        said = parts.argmax(dim=1).numpy()[told]
        labels += zip(true.tolist(), said.tolist(), strict=True)
        right += int(((applies > 0) == (batch.applies > 0.5)).sum())
        total += len(applies)
        tells = batch.applies > 0.5
        lacks = (batch.shown[tells] < 0.5).int().flatten()
        missed = (shown[tells] < 0).int().flatten()
        absent += zip(lacks.tolist(), missed.tolist(), strict=True)
    each = tuple(label_f1(labels, part) for part in range(4))
    return Scores(float(np.mean(each)), each, right / max(total, 1), label_f1(absent, 1))
