"""Turns a trained network into a CTranslate2 model folder that faster-whisper loads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer
from torch import nn

from demo_model import mel, tokenizer
from demo_model.model import Attention, Whisper, sinusoids

# Pieces up to this long were trained on; Sayback cuts recordings at pauses accordingly.
PIECE_S = 10


def export(network: Whisper, made: Tokenizer, folder: Path) -> None:
    """Write model.bin (int8) and the four JSON files beside it."""
    from ctranslate2.specs import WhisperSpec

    folder.mkdir(parents=True, exist_ok=True)
    shape = network.shape
    spec = WhisperSpec(shape.encoder_layers, shape.heads, shape.decoder_layers, shape.heads)
    _encoder(spec.encoder, network)
    _decoder(spec.decoder, network)
    words = [made.id_to_token(index) for index in range(tokenizer.SIZE)]
    spec.register_vocabulary(words)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [tokenizer.END]
    spec.config.lang_ids = [tokenizer.TEXT_TOKENS + 2]
    last = shape.decoder_layers - 1
    spec.config.alignment_heads = [[last, head] for head in range(shape.heads)]
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
    made.save(str(folder / "tokenizer.json"), pretty=False)
    _add_hint(folder / "config.json")
    (folder / "preprocessor_config.json").write_text(
        json.dumps(
            {
                "feature_size": mel.BANDS, "sampling_rate": 16000, "hop_length": 160,
                "chunk_length": 30, "n_fft": 400,
            },
            indent=2,
        )
        + "\n"
    )  # fmt: skip


def _add_hint(path: Path) -> None:
    config = json.loads(path.read_text("utf-8"))
    config["sayback"] = {"demo": True, "piece_s": PIECE_S}
    path.write_text(json.dumps(config, indent=2) + "\n", "utf-8")


def _encoder(spec: Any, network: Whisper) -> None:
    for target, source in ((spec.conv1, network.conv1), (spec.conv2, network.conv2)):
        target.weight, target.bias = _array(source.weight), _array(source.bias)
    spec.position_encodings.encodings = sinusoids(
        network.shape.positions, network.shape.width
    ).numpy()
    for target, layer in zip(spec.layer, network.encoder, strict=True):
        _self_attention(target.self_attention, layer.attention, layer.attention_norm)
        _feed_forward(target.ffn, layer.feed_forward, layer.feed_forward_norm)
    _norm(spec.layer_norm, network.encoder_norm)


def _decoder(spec: Any, network: Whisper) -> None:
    spec.embeddings.weight = _array(network.embedding.weight)
    spec.projection.weight = spec.embeddings.weight
    spec.position_encodings.encodings = _array(network.text_places)
    for target, layer in zip(spec.layer, network.decoder, strict=True):
        _self_attention(target.self_attention, layer.attention, layer.attention_norm)
        cross = layer.cross
        _norm(target.attention.layer_norm, layer.cross_norm)
        _linear(target.attention.linear[0], cross.query)
        _fused(target.attention.linear[1], cross.key, cross.value)
        _linear(target.attention.linear[2], cross.out)
        _feed_forward(target.ffn, layer.feed_forward, layer.feed_forward_norm)
    _norm(spec.layer_norm, network.decoder_norm)


def _self_attention(spec: Any, source: Attention, norm: nn.LayerNorm) -> None:
    _norm(spec.layer_norm, norm)
    _fused(spec.linear[0], source.query, source.key, source.value)
    _linear(spec.linear[1], source.out)


def _feed_forward(spec: Any, source: nn.Sequential, norm: nn.LayerNorm) -> None:
    _norm(spec.layer_norm, norm)
    _linear(spec.linear_0, source[0])
    _linear(spec.linear_1, source[2])


def _fused(spec: Any, *parts: nn.Linear) -> None:
    spec.weight = np.concatenate([_array(part.weight) for part in parts])
    spec.bias = np.concatenate(
        [
            _array(part.bias) if part.bias is not None else np.zeros(part.out_features, np.float32)
            for part in parts
        ]
    )


def _linear(spec: Any, source: nn.Linear) -> None:
    spec.weight, spec.bias = _array(source.weight), _array(source.bias)


def _norm(spec: Any, source: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(source.weight), _array(source.bias)


def _array(tensor: Any) -> Any:
    return tensor.detach().float().cpu().numpy()
