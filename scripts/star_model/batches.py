"""Turns examples into tensors of about equal length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from sayback.analysis.encoder.layout import CONTINUES, windows
from sayback.analysis.encoder.readout import (
    AT_SEPARATOR,
    AT_START,
    IN_ANSWER,
    IN_SENTENCE,
    SHOWN_AT_START,
    SHOWN_IN_ANSWER,
)
from star_model.variants import Example

_NEARBY = 64
"""So many answers are ordered by length before they are put into batches."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded answers, and where their sentences stand."""

    ids: Tensor
    """Shape (answers, tokens)."""
    mask: Tensor
    inside: Tensor
    """Shape (sentences, answers * tokens): averages a sentence's tokens."""
    separators: Tensor
    """Shape (sentences,): places in the flattened tokens."""
    shares: Tensor
    """Shape (sentences, 5)."""
    told: Tensor
    """Shape (sentences,): whether STAR applies to the sentence's answer."""
    applies: Tensor
    """Shape (answers,)."""
    shown: Tensor
    """Shape (answers, 4): whether S, T, A and R occur."""

    def read(self, outputs: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return logits of parts (sentences, 5), of STAR applying (answers,), of parts shown."""
        flat = outputs.reshape(-1, outputs.shape[-1])
        parts = flat[self.separators, AT_SEPARATOR] + self.inside @ flat[:, IN_SENTENCE]
        weights = self.mask.float() / self.mask.sum(dim=1, keepdim=True)
        applies = outputs[:, 0, AT_START] + (outputs[:, :, IN_ANSWER] * weights).sum(dim=1)
        everywhere = (outputs[:, :, SHOWN_IN_ANSWER] * weights[:, :, None]).sum(dim=1)
        return parts, applies, outputs[:, 0, SHOWN_AT_START] + everywhere


def batches(
    examples: Sequence[Example], tokenizer: Tokenizer, *, size: int, chance: random.Random | None
) -> Iterator[Batch]:
    """Yield batches; in another order each time where `chance` is given."""
    laid = [item for example in examples for item in _laid_out(example, tokenizer)]
    if chance:
        chance.shuffle(laid)
        laid = [
            item for at in range(0, len(laid), _NEARBY)
            for item in sorted(laid[at : at + _NEARBY], key=lambda item: len(item[0]))
        ]  # fmt: skip
    groups = [laid[at : at + size] for at in range(0, len(laid), size)]
    if chance:
        chance.shuffle(groups)
    for group in groups:
        yield _batch(group)


Laid = tuple[tuple[int, ...], tuple[tuple[int, int], ...], tuple[tuple[float, ...], ...], bool]


def _laid_out(example: Example, tokenizer: Tokenizer) -> list[Laid]:
    asked = tokenizer.encode(example.question, add_special_tokens=False).ids
    if not example.begins:
        asked = [*asked, *CONTINUES]
    texts = tokenizer.encode_batch(list(example.sentences), add_special_tokens=False)
    return [
        (
            window.ids,
            window.spans,
            example.shares[window.first_sentence : window.first_sentence + len(window.spans)],
            example.applies,
        )
        for window in windows(asked, [text.ids for text in texts])
    ]


def _batch(group: Sequence[Laid]) -> Batch:
    length = max(len(ids) for ids, _, _, _ in group)
    ids = torch.zeros(len(group), length, dtype=torch.long)
    mask = torch.zeros(len(group), length, dtype=torch.bool)
    spans = [(row, first, last) for row, item in enumerate(group) for first, last in item[1]]
    inside = torch.zeros(len(spans), len(group) * length)
    for row, item in enumerate(group):
        ids[row, : len(item[0])] = torch.tensor(item[0])
        mask[row, : len(item[0])] = True
    for number, (row, first, last) in enumerate(spans):
        at = row * length
        inside[number, at + first : at + last + 1] = 1.0 / (last + 1 - first)
    return Batch(
        ids=ids,
        mask=mask,
        inside=inside,
        separators=torch.tensor([row * length + last for row, _, last in spans]),
        shares=torch.tensor([shares for item in group for shares in item[2]]),
        told=torch.tensor([group[row][3] for row, _, _ in spans]),
        applies=torch.tensor([float(item[3]) for item in group]),
        shown=torch.tensor([_shown(item[2]) for item in group]),
    )


def _shown(shares: Sequence[Sequence[float]]) -> list[float]:
    """Whether S, T, A and R have most of at least one sentence."""
    return [float(any(row[part] > 0.5 for row in shares)) for part in range(4)]
