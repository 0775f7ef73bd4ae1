"""Fine-tunes the network on the passages for training.

The weights that are kept are a running average of the trained ones.
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch.nn import functional as F

from encoder_model.network import Encoder, Shape, follow
from evaluation.labelled import LabelledPassage
from evaluation.resample import label_f1
from filler_model.batches import batches
from filler_model.fluent import drawn
from filler_model.passages import Example, bare, plain, varied
from sayback.analysis.encoder.copies import MARKS
from sayback.analysis.encoder.tagger import COLUMNS, MAX_TOKENS

_WARM_UP = 20
_FLUENT_STUMBLES = 0.8


def shape(layers: int) -> Shape:
    """Return the network's sizes."""
    return Shape(layers=layers, positions=MAX_TOKENS, marks=MARKS)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    epochs: int = 14
    batch: int = 8
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    smoothing: float = 0.02
    averaging: float = 0.98
    seed: int = 1
    fluent_share: float = 1.5
    """So many stretches of answers to one passage."""


def train(
    network: Encoder,
    tokenizer: Tokenizer,
    training: Sequence[LabelledPassage],
    development: Sequence[LabelledPassage],
    *,
    fluent: Sequence[Example],
    plan: Plan,
    device: str = "cpu",
    log: Callable[[str], None] = print,
) -> None:
    """Train in place.

    Parameters
    ----------
    fluent
        Stretches of answers; over most of them the speaker is made to stumble.
    """
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    network.to(device)
    # Words that no passage holds must stay comparable with those that do.
    network.words.weight.requires_grad_(False)
    head = [*network.head.parameters(), *network.marks.parameters()]
    body = [p for p in network.parameters() if p.requires_grad and all(p is not h for h in head)]
    optimizer = torch.optim.AdamW(
        [{"params": body, "full": plan.encoder_rate}, {"params": head, "full": plan.head_rate}],
        weight_decay=0.01,
    )
    averaged = copy.deepcopy(network).eval().requires_grad_(False)
    labelled = [plain(passage) for passage in training]
    began = time.monotonic()
    done = 0
    for epoch in range(plan.epochs):
        network.train()
        examples = [varied(example, labelled, chance) for example in labelled]
        more = drawn(fluent, round(plan.fluent_share * len(labelled)), chance)
        examples += [varied(each, labelled, chance, stumbles=_FLUENT_STUMBLES) for each in more]
        made = list(batches(examples, tokenizer, size=plan.batch, chance=chance))
        for number, batch in enumerate(made):
            progress = (epoch + number / len(made)) / plan.epochs
            for group in optimizer.param_groups:
                group["lr"] = group["full"] * min(1.0, (done + 1) / _WARM_UP) * (1 - progress)
            with torch.autocast(device, torch.bfloat16):
                outputs = batch.given_to(network, device)
            loss = F.cross_entropy(
                batch.read(outputs.float().cpu()), batch.kinds, label_smoothing=plan.smoothing
            )
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            done += 1
            follow(averaged, network, min(plan.averaging, done / (done + 9)))
        if epoch % 3 == 1 or epoch == plan.epochs - 1:
            spent_s = time.monotonic() - began
            log(f"epoch {epoch + 1}  {spent_s:.0f} s  {score(averaged, tokenizer, development)}")
    network.load_state_dict(averaged.state_dict())
    network.eval()


@torch.no_grad()
def score(network: Encoder, tokenizer: Tokenizer, passages: Sequence[LabelledPassage]) -> str:
    """Return F1 of each kind, as written and without any mark, and how many are left clean."""
    device = next(network.parameters()).device.type
    told: list[str] = []
    for way in (plain, lambda passage: bare(plain(passage))):
        examples = [way(passage) for passage in passages]
        pairs: list[tuple[int, int]] = []
        clean = left = 0
        for batch in batches(examples, tokenizer, size=1, chance=None):
            said = batch.read(batch.given_to(network, device).cpu()).argmax(1)
            pairs += zip(batch.kinds.tolist(), said.tolist(), strict=True)
            clean += not batch.kinds.any()
            left += not (batch.kinds.any() or said.any())
        figures = [f"{COLUMNS[kind]} {label_f1(pairs, kind):.3f}" for kind in (1, 2, 3)]
        told.append(f"{' '.join(figures)} clean {left}/{clean}")
    return "  bare: ".join(told)
