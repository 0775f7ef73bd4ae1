"""Turns trained weights into the int8 model that Sayback carries."""

from __future__ import annotations

import json
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from star_model.network import Encoder


class SmallWords(nn.Module):
    """Word vectors in 8 bits, each with its own scale: one for all would lose twice as much."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
        self.register_buffer("levels", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Return the vectors of tokens."""
        return self.levels[ids].float() * self.scale[ids]


def write_onnx(weights: Path, out: Path) -> None:
    """Write the network as int8 ONNX: `ids` of shape (1, tokens) in, `numbers` (1, tokens, 12) out.

    Weights have 7 bits, since processors without VNNI overflow when they add up products of 8.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network = load(weights)
    network.words = SmallWords(network.words.weight.detach())
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network, (torch.randint(1000, 2000, (1, 24)),), str(full), dynamo=False,
            input_names=["ids"], output_names=["numbers"], opset_version=17,
            dynamic_axes={"ids": {1: "tokens"}, "numbers": {1: "tokens"}},
        )  # fmt: skip
        quantize_dynamic(
            full, out, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def load(weights: Path) -> Encoder:
    """Return the network, ready to read."""
    network = Encoder()
    network.load_state_dict(torch.load(weights, weights_only=True))
    return network.eval()


def write_tokenizer(minilm: Path, out: Path) -> None:
    """Write MiniLM's tokenizer without its padding and truncation."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(minilm / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(out), pretty=False)


def difference(weights: Path, onnx: Path, *, tokens: int = 200) -> float:
    """Return how far the int8 numbers are from the trained network's, over their spread."""
    import onnxruntime

    ids = torch.randint(1000, 20000, (1, tokens), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        expected = load(weights)(ids).numpy()
    session = onnxruntime.InferenceSession(str(onnx), providers=["CPUExecutionProvider"])
    found = session.run(None, {"ids": ids.numpy()})[0]
    return float(np.abs(found - expected).mean() / expected.std())


def ship(weights: Path, out: Path, minilm: Path, *, log: Callable[[str], None]) -> None:
    """Write the model folder: network, tokenizer, and what was fitted on development answers."""
    from evaluation import labelled
    from star_model import calibrate

    out.mkdir(parents=True, exist_ok=True)
    made = out / "model.onnx"
    write_onnx(weights, made)
    write_tokenizer(minilm, out / "tokenizer.json")
    log(f"{made.stat().st_size / 1e6:.1f} MB, int8 differs by {difference(weights, made):.3f}")
    everything = labelled.answers()
    fitted = calibrate.fit(
        out,
        [answer for answer in everything if answer.portion == "train"],
        [answer for answer in everything if answer.portion == "dev"],
    )
    text = json.dumps(calibrate.as_json(fitted), indent=1)
    (out / "config.json").write_text(text + "\n", "utf-8")
    log(text)
