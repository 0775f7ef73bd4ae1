"""The training loop."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from demo_model import batches, tokenizer
from demo_model.batches import Batch
from demo_model.model import Shape, Whisper

_PEAK_RATE = 2e-3
_WARM_UP_STEPS = 250
_POLISH = 0.2
_TIMESTAMP_WEIGHT = 0.5
_PHONEME_WEIGHT = 0.4
_GUIDE_WEIGHT = 0.3
_SAVE_EVERY_S = 240.0


@dataclass(frozen=True)
class Clock:
    """The wall-clock budget of a run."""

    started: float
    budget_s: float

    def fraction(self) -> float:
        """Return how much of the budget is used, 0 to 1."""
        return min((time.monotonic() - self.started) / self.budget_s, 1.0)


def train(
    network: Whisper,
    pool: Any,
    *,
    clock: Clock,
    seed: int,
    device: str,
    checkpoint: Path,
    log: Callable[[str], None],
    polish: bool = False,
) -> Whisper:
    """Train until the time is used up and return the network with full-precision weights.

    To polish is to go on with a trained network: a low rate, and the longest windows only.

    The network computes in bfloat16; the optimiser keeps float32 masters of the weights.
    """
    masters = [parameter.detach().clone().float().to(device) for parameter in network.parameters()]
    network = network.to(device, torch.bfloat16)
    optimiser = torch.optim.AdamW(masters, lr=_PEAK_RATE, betas=(0.9, 0.98), weight_decay=0.01)
    step, seen_s, saved, sums = 0, 0.0, time.monotonic(), {}
    for batch in batches.stream(pool, (lambda: 1.0) if polish else clock.fraction, seed):
        fraction = clock.fraction()
        if fraction >= 1.0:
            break
        optimiser.param_groups[0]["lr"] = _rate(step, fraction) * (_POLISH if polish else 1.0)
        losses = _losses(network, _to(batch, device))
        losses["all"].backward()
        _step(network, masters, optimiser)
        for name, value in losses.items():
            sums[name] = sums.get(name, 0.0) + float(value.detach())
        step += 1
        seen_s += float((batch.bias == 0).sum()) / 50
        if step % 50 == 0:
            figures = "  ".join(f"{name} {total / 50:.3f}" for name, total in sums.items())
            heard = f"{seen_s / 3600:.1f} h of {len(pool.clips)} sentences"
            log(f"{fraction:.3f}  step {step}  {heard}  {figures}")
            sums = {}
        if time.monotonic() - saved > _SAVE_EVERY_S:
            saved = time.monotonic()
            save(network, masters, checkpoint)
    save(network, masters, checkpoint)
    log(f"{step} steps, {seen_s / 3600:.1f} hours of audio heard")
    return load(checkpoint)


def save(network: Whisper, masters: list[Tensor], path: Path) -> None:
    """Write the full-precision weights; the file is replaced in one move."""
    names = [name for name, _ in network.named_parameters()]
    weights = {name: value.cpu() for name, value in zip(names, masters, strict=True)}
    beside = path.with_suffix(".part")
    phonemes = network.phonemes.out_features
    torch.save({"shape": asdict(network.shape), "phonemes": phonemes, "weights": weights}, beside)
    beside.replace(path)


def load(path: Path) -> Whisper:
    """Read a checkpoint."""
    stored = torch.load(path, weights_only=True)
    network = Whisper(Shape(**stored["shape"]), stored["phonemes"])
    network.load_state_dict(stored["weights"])
    return network


def _rate(step: int, fraction: float) -> float:
    """Return the learning rate: a warm-up by steps, then a cosine over the time budget."""
    warmed = min(1.0, (step + 1) / _WARM_UP_STEPS)
    return _PEAK_RATE * warmed * (0.02 + 0.98 * (1 + math.cos(math.pi * fraction)) / 2)


def _losses(network: Whisper, batch: Batch) -> dict[str, Tensor]:
    audio = network.encode(batch.log_mel.to(torch.bfloat16), batch.places, batch.bias)
    logits, looked = network.decode(batch.tokens, audio, batch.bias)
    logits, wanted = logits.flatten(0, 1).float(), batch.wanted.flatten()
    each = F.cross_entropy(
        logits, wanted, ignore_index=batches.IGNORED, reduction="none", label_smoothing=0.02
    )
    asked = (wanted != batches.IGNORED).float()
    weight = asked * torch.where(wanted >= tokenizer.FIRST_TIMESTAMP, _TIMESTAMP_WEIGHT, 1.0)
    words = wanted.lt(tokenizer.END) & wanted.ge(0)
    with torch.no_grad():
        right = (logits.argmax(-1) == wanted)[words].float().mean()
    text = (each * weight).sum() / weight.sum()
    sounds = F.cross_entropy(
        network.phonemes(audio).flatten(0, 1).float(), batch.phonemes.flatten(),
        ignore_index=batches.IGNORED,
    )  # fmt: skip
    guide = _unlike(looked[-1], batch.heard_next) + _unlike(looked[0][:, :1], batch.heard_now)
    return {
        "all": text + _PHONEME_WEIGHT * sounds + _GUIDE_WEIGHT * guide,
        "text": text,
        "accuracy": right,
        "sounds": sounds,
        "guide": guide,
    }


def _unlike(log_weights: Tensor, heard: Tensor) -> Tensor:
    """Cross-entropy between where heads look and where the token is heard."""
    rows = heard.sum(-1).sum().clamp(min=1.0) * log_weights.shape[1]
    return -(log_weights * heard[:, None]).sum() / rows


def _step(network: Whisper, masters: list[Tensor], optimiser: torch.optim.Optimizer) -> None:
    for master, parameter in zip(masters, network.parameters(), strict=True):
        master.grad = parameter.grad.float() if parameter.grad is not None else None
        parameter.grad = None
    torch.nn.utils.clip_grad_norm_(masters, 1.0)
    optimiser.step()
    with torch.no_grad():
        for master, parameter in zip(masters, network.parameters(), strict=True):
            parameter.copy_(master)


def _to(batch: Batch, device: str) -> Batch:
    return Batch(**{name: value.to(device) for name, value in vars(batch).items()})
