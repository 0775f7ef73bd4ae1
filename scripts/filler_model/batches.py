"""Turns passages into tensors of about equal length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor

from encoder_model.network import Encoder
from filler_model.passages import UNKNOWN, Example
from sayback.analysis.encoder.copies import MARKS, copy_marks
from sayback.analysis.encoder.streams import spread, streams
from sayback.analysis.encoder.tagger import COLUMNS, MAX_TOKENS

_JOINED, _CROPPED = 0.3, 0.15


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded streams of words, and where each word begins in them."""

    ids: Tensor
    """Shape (streams, tokens)."""
    mask: Tensor
    marks: Tensor
    """Shape (streams, tokens, MARKS)."""
    words: Tensor
    """Shape (words,): place of each word's first token in the flattened tokens."""
    kinds: Tensor
    """Shape (words,): column of each word's kind; -100 where that is not known."""

    def given_to(self, network: Encoder, device: str) -> Tensor:
        """Return what a network says of each token, shape (streams, tokens, 4)."""
        return network(self.ids.to(device), self.mask.to(device), self.marks.to(device))

    def read(self, outputs: Tensor) -> Tensor:
        """Return shape (words, 4)."""
        return outputs.reshape(-1, outputs.shape[-1])[self.words]


def batches(
    examples: Sequence[Example], tokenizer: Tokenizer, *, size: int, chance: random.Random | None
) -> Iterator[Batch]:
    """Yield batches; where `chance` is given, in another order, some joined and some cropped."""
    order = list(examples)
    if chance:
        chance.shuffle(order)
        order = _joined(order, chance)
    for at in range(0, len(order), size):
        yield _batch(order[at : at + size], tokenizer)


def _joined(examples: Sequence[Example], chance: random.Random) -> list[Example]:
    made: list[Example] = []
    for example in examples:
        if made and chance.random() < _JOINED and len(made[-1].words) < 120:
            last = made.pop()
            example = Example(last.words + example.words, last.kinds + example.kinds)
        elif chance.random() < _CROPPED:
            begin = chance.randint(0, len(example.words) // 2)
            example = Example(example.words[begin:], example.kinds[begin:])
        made.append(example)
    return made


def _batch(examples: Sequence[Example], tokenizer: Tokenizer) -> Batch:
    laid = []
    for example in examples:
        encoded = tokenizer.encode_batch(list(example.words), add_special_tokens=False)
        stream = streams([item.ids for item in encoded], max_tokens=MAX_TOKENS)[0]
        marks = spread(copy_marks(example.words), stream)
        laid.append((stream, marks, example.kinds[: len(stream.spans)]))
    length = max(len(stream.ids) for stream, *_ in laid)
    ids = torch.zeros(len(laid), length, dtype=torch.long)
    mask = torch.zeros(len(laid), length, dtype=torch.bool)
    marked = torch.zeros(len(laid), length, MARKS)
    for row, (stream, marks, _) in enumerate(laid):
        marked[row, : len(marks)] = torch.from_numpy(marks)
        ids[row, : len(stream.ids)] = torch.tensor(stream.ids)
        mask[row, : len(stream.ids)] = True
    return Batch(
        ids=ids,
        mask=mask,
        marks=marked,
        words=torch.tensor(
            [row * length + first for row, (stream, *_) in enumerate(laid)
             for first, _ in stream.spans]
        ),
        kinds=torch.tensor([_column(kind) for *_, kinds in laid for kind in kinds]),
    )  # fmt: skip


def _column(kind: str | None) -> int:
    return -100 if kind == UNKNOWN else [*COLUMNS].index(kind)
