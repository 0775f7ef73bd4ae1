"""Whisper models in their true shape with random weights: they say nothing, but cost the same.

So a machine's speed can be measured, and the path through faster-whisper tested, before anything
is downloaded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

_TIMESTAMPS = 1501
_LANGUAGES = 99
_AUDIO_POSITIONS = 1500
_TEXT_POSITIONS = 448
_INT8_SCALE = 2000.0
"""Makes the weights ±0.06, about what trained ones are."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Size of a Whisper model (Radford et al. 2022, table 1)."""

    width: int
    heads: int
    encoder_layers: int
    decoder_layers: int
    mel_bands: int = 80
    text_tokens: int = 50256
    """Tokens that are no special ones."""
    languages: int = _LANGUAGES

    def special_tokens(self) -> list[str]:
        """Return the special tokens in the order that Whisper keeps."""
        return [
            "<|endoftext|>", "<|startoftranscript|>", "<|en|>",
            *(f"<|language{number}|>" for number in range(1, self.languages)),
            "<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>",
            "<|nospeech|>", "<|notimestamps|>",
            *(f"<|{number * 0.02:.2f}|>" for number in range(_TIMESTAMPS)),
        ]  # fmt: skip


SHAPES = {
    "tiny.en": Shape(384, 6, 4, 4),
    "base.en": Shape(512, 8, 6, 6),
    "distil-small.en": Shape(768, 12, 12, 4),
    "small.en": Shape(768, 12, 12, 12),
    "large-v3-turbo": Shape(1280, 20, 32, 4, mel_bands=128, text_tokens=50257),
}
TINIEST = Shape(64, 2, 1, 1, text_tokens=256, languages=1)
"""For tests: it loads and decodes as the others do, in 0.3 MB."""


def save_random_model(shape: Shape, folder: Path, *, seed: int = 0) -> None:
    """Write a complete folder for faster-whisper: model.bin (int8) and its JSON files.

    Parameters
    ----------
    shape
        Its size.
    folder
        An existing folder.
    seed
        Of the weights.
    """
    from ctranslate2.specs import WhisperSpec

    spec = WhisperSpec(shape.encoder_layers, shape.heads, shape.decoder_layers, shape.heads)
    _fill_encoder(spec.encoder, shape, np.random.default_rng(seed))
    _fill_decoder(spec.decoder, shape, np.random.default_rng(seed + 1))
    special = shape.special_tokens()
    spec.register_vocabulary([f"t{index}" for index in range(shape.text_tokens)] + special)
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = []
    first_language = shape.text_tokens + special.index("<|en|>")
    spec.config.lang_ids = list(range(first_language, first_language + shape.languages))
    spec.config.alignment_heads = [[shape.decoder_layers - 1, head] for head in range(shape.heads)]
    spec.validate()
    # One matrix serves both ends of the decoder, as in the trained models.
    spec.decoder.projection.weight = "decoder/embeddings/weight"
    spec.decoder.projection.weight_scale = "decoder/embeddings/weight_scale"
    spec.save(str(folder))
    _save_tokenizer(shape, folder)
    preprocessor = {"feature_size": shape.mel_bands}
    (folder / "preprocessor_config.json").write_text(json.dumps(preprocessor), encoding="utf-8")


def _save_tokenizer(shape: Shape, folder: Path) -> None:
    """Write a tokenizer that spells in bytes and never uses the rest of its words."""
    import tokenizers

    signs = sorted(tokenizers.pre_tokenizers.ByteLevel.alphabet())
    words = signs + [f"t{index}" for index in range(len(signs), shape.text_tokens)]
    spelling = tokenizers.models.BPE(vocab={word: i for i, word in enumerate(words)}, merges=[])
    made = tokenizers.Tokenizer(spelling)
    made.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = tokenizers.decoders.ByteLevel()
    made.add_special_tokens(
        [tokenizers.AddedToken(name, special=True) for name in shape.special_tokens()]
    )
    made.save(str(folder / "tokenizer.json"))


def _fill_encoder(spec: Any, shape: Shape, rng: np.random.Generator) -> None:
    _fill_convolution(spec.conv1, shape.mel_bands, shape.width, rng)
    _fill_convolution(spec.conv2, shape.width, shape.width, rng)
    spec.position_encodings.encodings = _small(rng, _AUDIO_POSITIONS, shape.width)
    for layer in spec.layer:
        _fill_attention(layer.self_attention, shape.width, rng)
        _fill_feed_forward(layer.ffn, shape.width, rng)
    _fill_norm(spec.layer_norm, shape.width)


def _fill_decoder(spec: Any, shape: Shape, rng: np.random.Generator) -> None:
    tokens = shape.text_tokens + len(shape.special_tokens())
    _fill_matrix(spec.embeddings, tokens, shape.width, rng)
    _fill_matrix(spec.projection, 1, 1, rng)
    spec.position_encodings.encodings = _small(rng, _TEXT_POSITIONS, shape.width)
    for layer in spec.layer:
        _fill_attention(layer.self_attention, shape.width, rng)
        _fill_norm(layer.attention.layer_norm, shape.width)
        for linear, rows in zip(layer.attention.linear, (1, 2, 1), strict=True):
            _fill_linear(linear, rows * shape.width, shape.width, rng)
        _fill_feed_forward(layer.ffn, shape.width, rng)
    _fill_norm(spec.layer_norm, shape.width)


def _fill_attention(spec: Any, width: int, rng: np.random.Generator) -> None:
    _fill_norm(spec.layer_norm, width)
    _fill_linear(spec.linear[0], 3 * width, width, rng)
    _fill_linear(spec.linear[1], width, width, rng)


def _fill_feed_forward(spec: Any, width: int, rng: np.random.Generator) -> None:
    _fill_norm(spec.layer_norm, width)
    _fill_linear(spec.linear_0, 4 * width, width, rng)
    _fill_linear(spec.linear_1, width, 4 * width, rng)


def _fill_linear(spec: Any, rows: int, columns: int, rng: np.random.Generator) -> None:
    _fill_matrix(spec, rows, columns, rng)
    spec.bias = np.zeros(rows, np.float32)


def _fill_matrix(spec: Any, rows: int, columns: int, rng: np.random.Generator) -> None:
    # As int8 from the start: the float32 of a large model would not fit into small machines.
    spec.weight = rng.integers(-127, 128, (rows, columns), dtype=np.int8)
    spec.weight_scale = np.full(rows, _INT8_SCALE, np.float32)


def _fill_convolution(spec: Any, inputs: int, outputs: int, rng: np.random.Generator) -> None:
    spec.weight = _small(rng, outputs, inputs, 3)
    spec.bias = np.zeros(outputs, np.float32)


def _fill_norm(spec: Any, width: int) -> None:
    spec.gamma = np.ones(width, np.float32)
    spec.beta = np.zeros(width, np.float32)


def _small(rng: np.random.Generator, *shape: int) -> Any:
    return rng.normal(0.0, 0.02, shape).astype(np.float32)
