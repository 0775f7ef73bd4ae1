"""Turns trained weights into the int8 files that Sayback carries.

All networks share one file of word vectors, which training leaves as they are.
"""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from encoder_model import minilm
from encoder_model.network import Encoder

WORDS, TOKENIZER = "words.npz", "tokenizer.json"


class _FromVectors(nn.Module):
    def __init__(self, network: Encoder) -> None:
        super().__init__()
        self.network = network

    def forward(self, vectors: Tensor, marks: Tensor | None = None) -> Tensor:
        return self.network.read(vectors, marks=marks)


def write(network: Encoder, onnx: Path) -> str:
    """Write a network and, beside it, what all networks share; return how that went."""
    folder = onnx.parent
    folder.mkdir(parents=True, exist_ok=True)
    write_words(network, folder / WORDS)
    write_tokenizer(folder / TOKENIZER)
    write_onnx(network, onnx)
    megabytes = onnx.stat().st_size / 1e6
    return f"{megabytes:.1f} MB, int8 differs by {difference(network, folder, onnx):.3f}"


def write_onnx(network: Encoder, out: Path) -> None:
    """Write int8 ONNX: `vectors` (1, tokens, width) in, `numbers` (1, tokens, columns) out.

    A network that knows of marks takes them as well: `marks` (1, tokens, kinds).

    Weights have 7 bits, since processors without VNNI overflow when they add up products of 8.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    given = {"vectors": torch.randn(1, 24, network.words.embedding_dim)}
    if kinds := kinds_of_marks(network):
        given["marks"] = torch.zeros(1, 24, kinds)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _FromVectors(network.eval()), tuple(given.values()),
            str(full), dynamo=False, input_names=[*given], output_names=["numbers"],
            opset_version=17, dynamic_axes={name: {1: "tokens"} for name in [*given, "numbers"]},
        )  # fmt: skip
        quantize_dynamic(
            full, out, op_types_to_quantize=["MatMul"], per_channel=True, reduce_range=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def write_words(network: Encoder, out: Path) -> None:
    """Write the word vectors in 8 bits, each with its own scale: one for all loses twice as much.

    Nothing is written where the same vectors lie there already.
    """
    weight = network.words.weight.detach()
    scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-8) / 127
    levels = (weight / scale).round().to(torch.int8).numpy()
    if out.is_file() and np.array_equal(np.load(out)["levels"], levels):
        return
    np.savez(out, levels=levels, scale=scale[:, 0].numpy())


def write_tokenizer(out: Path) -> None:
    """Write MiniLM's tokenizer without its padding and truncation."""
    minilm.tokenizer().save(str(out), pretty=False)


def load(weights: Path, network: Encoder) -> Encoder:
    """Fill a network with trained weights; it is then ready to read."""
    network.load_state_dict(torch.load(weights, weights_only=True))
    return network.eval()


def kinds_of_marks(network: Encoder) -> int:
    """Return how many kinds of marks a network takes beside the words; 0 where none."""
    return network.marks.in_features if hasattr(network, "marks") else 0


def difference(network: Encoder, folder: Path, onnx: Path, *, tokens: int = 200) -> float:
    """Return how far the int8 numbers are from the trained network's, over their spread."""
    from sayback.analysis.encoder.network import Network, load_words

    chance = torch.Generator().manual_seed(1)
    ids = torch.randint(1000, 20000, (1, tokens), generator=chance)
    kinds = kinds_of_marks(network)
    marks = torch.randint(0, 2, (1, tokens, kinds), generator=chance).float() if kinds else None
    with torch.no_grad():
        expected = network(ids, marks=marks).numpy()[0]
    given = None if marks is None else marks[0].numpy()
    found = Network(onnx, load_words(folder)).run(ids[0].tolist(), given)
    return float(np.abs(found - expected).mean() / expected.std())
