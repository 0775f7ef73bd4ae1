"""Fine-tunes the network on the answers for training, and keeps the best on those for development.

The weights that are judged and kept are a running average of the trained ones.
"""

from __future__ import annotations

import copy
import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F

from encoder_model.network import Encoder, follow
from evaluation.labelled import LabelledAnswer
from star_model.batches import batches
from star_model.ends import streams
from star_model.score import Scores, score
from star_model.variants import plain, varied


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train."""

    epochs: int = 10
    minutes: float = 25.0
    """Whatever comes first ends the training; the learning rate reaches zero there."""
    batch: int = 4
    encoder_rate: float = 1e-4
    head_rate: float = 1e-3
    seed: int = 1
    not_told_weight: float = 0.3
    """What a sentence counts where STAR does not apply."""
    smoothing: float = 0.05
    averaging: float = 0.98
    patience: int = 6
    """Epochs without a better score on the development answers until it stops."""
    frozen_layers: int = 0
    shown_weight: float = 0.5
    """What the parts that occur at all count beside the part of each sentence."""


def train(
    network: Encoder,
    tokenizer: Tokenizer,
    training: Sequence[LabelledAnswer],
    development: Sequence[LabelledAnswer],
    *,
    plan: Plan,
    device: str = "cpu",
    log: Callable[[str], None] = print,
) -> Scores:
    """Train in place; leaves the best weights in the network."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    network.to(device)
    optimizer = _optimizer(network, plan)
    averaged = copy.deepcopy(network).eval().requires_grad_(False)
    weights = _class_weights(training).to(device)
    ends = streams(training, tokenizer, size=2, chance=chance)
    steps = math.ceil(len(training) / plan.batch)
    began = time.monotonic()
    best, best_state, waited = Scores(), None, 0
    done = 0
    for epoch in range(plan.epochs):
        network.train()
        examples = [varied(answer, chance) for answer in training]
        total = 0.0
        for batch in batches(examples, tokenizer, size=plan.batch, chance=chance):
            elapsed = (time.monotonic() - began) / (60 * plan.minutes)
            progress = max(elapsed, done / (steps * plan.epochs))
            _set_rates(optimizer, plan, progress, done)
            batch = _moved(batch, device)
            with torch.autocast(device, torch.bfloat16):
                outputs = network(batch.ids, batch.mask)
            loss = _loss(batch, outputs.float(), weights, plan)
            if done % 2:
                words = _moved(next(ends), device)
                with torch.autocast(device, torch.bfloat16):
                    heard = network(words.ids, words.mask)
                loss = loss + words.loss(heard.float())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            done += 1
            follow(averaged, network, min(plan.averaging, done / (done + 9)))
            total += loss.item()
            if elapsed > 1:
                break
        found = score(averaged, tokenizer, [plain(answer) for answer in development])
        spent_s = time.monotonic() - began
        log(f"epoch {epoch + 1}  {spent_s:.0f} s  loss {total / steps:.3f}  {found}")
        waited = 0 if found.worth > best.worth else waited + 1
        if found.worth > best.worth:
            best, best_state = found, copy.deepcopy(averaged.state_dict())
        if waited >= plan.patience or spent_s > 60 * plan.minutes:
            break
    if best_state is not None:
        network.load_state_dict(best_state)
    network.eval()
    return best


def _loss(batch, outputs: Tensor, weights: Tensor, plan: Plan) -> Tensor:  # type: ignore[no-untyped-def]
    parts, applies, shown = batch.read(outputs)
    wanted = batch.shares * (1 - plan.smoothing) + plan.smoothing / batch.shares.shape[1]
    each = -(wanted * weights * F.log_softmax(parts, dim=-1)).sum(dim=-1)
    counted = torch.where(batch.told, 1.0, plan.not_told_weight)
    part_loss = (each * counted).sum() / counted.sum()
    smooth = batch.applies * 0.94 + 0.03
    told = batch.applies > 0.5
    loss = part_loss + 0.5 * F.binary_cross_entropy_with_logits(applies, smooth)
    if told.any():
        wanted_shown = batch.shown[told] * 0.94 + 0.03
        loss = loss + plan.shown_weight * F.binary_cross_entropy_with_logits(
            shown[told], wanted_shown
        )
    return loss


def _class_weights(training: Sequence[LabelledAnswer]) -> Tensor:
    """Rare parts count more, by the square root of how rare they are."""
    from sayback.analysis.report import PARTS

    labels = [part for answer in training if answer.applies for part in answer.parts]
    counts = torch.tensor([max(labels.count(part), 1) for part in PARTS], dtype=torch.float)
    weights = (counts.sum() / counts).sqrt()
    return weights * counts.sum() / (weights * counts).sum()


def _optimizer(network: Encoder, plan: Plan) -> torch.optim.AdamW:
    # Words that no labelled answer holds must stay comparable with those that were trained.
    network.words.weight.requires_grad_(False)
    for layer in network.layers[: plan.frozen_layers]:
        layer.requires_grad_(False)
    if plan.frozen_layers:
        network.positions.requires_grad_(False)
        network.norm.requires_grad_(False)
    head = list(network.head.parameters())
    own = {id(parameter) for parameter in head}
    rest = [p for p in network.parameters() if p.requires_grad and id(p) not in own]
    return torch.optim.AdamW(
        [{"params": rest, "full": plan.encoder_rate}, {"params": head, "full": plan.head_rate}],
        weight_decay=0.01,
        fused=True,
    )


def _set_rates(
    optimizer: torch.optim.AdamW, plan: Plan, progress: float, done: int, *, warm_up: int = 20
) -> None:
    factor = min(1.0, (done + 1) / warm_up) * max(0.0, 1.0 - progress)
    for group in optimizer.param_groups:
        group["lr"] = group["full"] * factor


def _moved(batch, device: str):  # type: ignore[no-untyped-def]
    from dataclasses import fields, replace

    return replace(batch, **{f.name: getattr(batch, f.name).to(device) for f in fields(batch)})
