"""Answers as one stream of words, from which the network learns where sentences end."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from evaluation.labelled import LabelledAnswer
from sayback.analysis.encoder.layout import CLS, MAX_TOKENS, SEP
from sayback.analysis.encoder.readout import SENTENCE_ENDS
from star_model.variants import unmarked


@dataclass(frozen=True, slots=True)
class Stream:
    """Padded streams of words."""

    ids: Tensor
    mask: Tensor
    words: Tensor
    """Shape (words,): place of each word's last token in the flattened tokens."""
    ends: Tensor
    """Shape (words,): 1 where a sentence ends."""

    def loss(self, outputs: Tensor) -> Tensor:
        """Return the mean cost of the words."""
        logits = outputs.reshape(-1, outputs.shape[-1])[self.words, SENTENCE_ENDS]
        return F.binary_cross_entropy_with_logits(logits, self.ends)


def streams(
    answers: Sequence[LabelledAnswer], tokenizer: Tokenizer, *, size: int, chance: random.Random
) -> Iterator[Stream]:
    """Yield the answers without any mark, in another order each time, without end."""
    while True:
        order = list(answers)
        chance.shuffle(order)
        for at in range(0, len(order), size):
            yield _stream([_tokens(each, tokenizer, chance) for each in order[at : at + size]])


Tokens = tuple[list[int], list[int], list[float]]


def _tokens(answer: LabelledAnswer, tokenizer: Tokenizer, chance: random.Random) -> Tokens:
    texts = [text.split() for text in unmarked(answer, chance)]
    words = [word for text in texts for word in text]
    ends = [float(k == len(text) - 1) for text in texts for k in range(len(text))]
    # A stretch may begin and end anywhere.
    begin = chance.randint(0, len(words) // 2) if chance.random() < 0.4 else 0
    ids, places = [CLS, SEP], []
    for encoded in tokenizer.encode_batch(words[begin:], add_special_tokens=False):
        if len(ids) + len(encoded.ids) >= MAX_TOKENS:
            break
        ids += encoded.ids
        places.append(len(ids) - 1)
    return [*ids, SEP], places, ends[begin : begin + len(places)]


def _stream(items: Sequence[Tokens]) -> Stream:
    length = max(len(ids) for ids, _, _ in items)
    ids = torch.zeros(len(items), length, dtype=torch.long)
    mask = torch.zeros(len(items), length, dtype=torch.bool)
    for row, (tokens, _, _) in enumerate(items):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        mask[row, : len(tokens)] = True
    return Stream(
        ids=ids,
        mask=mask,
        words=torch.tensor([row * length + at for row, item in enumerate(items) for at in item[1]]),
        ends=torch.tensor([end for item in items for end in item[2]]),
    )
