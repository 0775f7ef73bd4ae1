"""Whisper's architecture, small, with what training needs and a finished model doesn't.

In use the encoder always sees 30 s, most of it padding after a short piece. Padding positions
differ only by their place, so training takes a few of them at random and lets each weigh as many
as it stands for (the logarithm of their number is added to its attention score). That costs a
quarter of the full window and looks the same to the network.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from demo_model import mel, tokenizer


@dataclass(frozen=True)
class Shape:
    """Sizes of the network."""

    width: int = 128
    heads: int = 2
    encoder_layers: int = 4
    decoder_layers: int = 2
    positions: int = 1500
    text_positions: int = 448


class Attention(nn.Module):
    """Multi-head attention; the keys have no bias, as in Whisper."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query = nn.Linear(width, width)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width)
        self.out = nn.Linear(width, width)

    def _split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(
        self, x: Tensor, source: Tensor, *, bias: Tensor | None = None, causal: bool = False
    ) -> Tensor:
        """Attend from x to source; bias is added to the scores."""
        query, key, value = map(self._split, (self.query(x), self.key(source), self.value(source)))
        out = F.scaled_dot_product_attention(query, key, value, attn_mask=bias, is_causal=causal)
        return self.out(out.transpose(1, 2).flatten(2))

    def with_scores(self, x: Tensor, source: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """Like forward, and also return the log of the attention, (batch, heads, text, audio)."""
        query, key, value = map(self._split, (self.query(x), self.key(source), self.value(source)))
        scores = query @ key.transpose(-1, -2) * query.shape[-1] ** -0.5 + bias
        log_weights = F.log_softmax(scores.float(), dim=-1)
        out = log_weights.exp().to(value.dtype) @ value
        return self.out(out.transpose(1, 2).flatten(2)), log_weights


def _feed_forward(width: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(), nn.Linear(4 * width, width))


class EncoderLayer(nn.Module):
    """Self-attention over the audio and a feed-forward network."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.feed_forward_norm = nn.LayerNorm(width)
        self.feed_forward = _feed_forward(width)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Shape (batch, positions, width) in and out."""
        normed = self.attention_norm(x)
        x = x + self.attention(normed, normed, bias=bias)
        return x + self.feed_forward(self.feed_forward_norm(x))


class DecoderLayer(nn.Module):
    """Self-attention over the text, attention to the audio, a feed-forward network."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.cross_norm = nn.LayerNorm(width)
        self.cross = Attention(width, heads)
        self.feed_forward_norm = nn.LayerNorm(width)
        self.feed_forward = _feed_forward(width)

    def forward(self, x: Tensor, audio: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """Return the new state and the log of the attention to the audio."""
        normed = self.attention_norm(x)
        x = x + self.attention(normed, normed, causal=True)
        heard, log_weights = self.cross.with_scores(self.cross_norm(x), audio, bias)
        x = x + heard
        return x + self.feed_forward(self.feed_forward_norm(x)), log_weights


class Whisper(nn.Module):
    """The whole network, with a phoneme classifier on the encoder that only training uses."""

    def __init__(self, shape: Shape, phonemes: int) -> None:
        super().__init__()
        self.shape = shape
        width = shape.width
        self.conv1 = nn.Conv1d(mel.BANDS, width, 3, padding=1)
        self.conv2 = nn.Conv1d(width, width, 3, stride=2, padding=1)
        self.register_buffer("places", sinusoids(shape.positions, width), persistent=False)
        self.encoder = nn.ModuleList(
            EncoderLayer(width, shape.heads) for _ in range(shape.encoder_layers)
        )
        self.encoder_norm = nn.LayerNorm(width)
        self.embedding = nn.Embedding(tokenizer.SIZE, width)
        self.text_places = nn.Parameter(0.02 * torch.randn(shape.text_positions, width))
        self.decoder = nn.ModuleList(
            DecoderLayer(width, shape.heads) for _ in range(shape.decoder_layers)
        )
        self.decoder_norm = nn.LayerNorm(width)
        self.phonemes = nn.Linear(width, phonemes)
        nn.init.normal_(self.embedding.weight, std=0.05)
        # Timestamps are an ordered scale: start them as one.
        with torch.no_grad():
            self.embedding.weight[tokenizer.FIRST_TIMESTAMP :] = 0.1 * sinusoids(
                tokenizer.TIMESTAMPS, width
            )

    def encode(self, log_mel: Tensor, places: Tensor, bias: Tensor) -> Tensor:
        """Encode the chosen positions.

        Parameters
        ----------
        log_mel
            (batch, frames, 80), zeros after the content and at the last frames of every row.
        places
            (batch, n) positions of 20 ms that are looked at.
        bias
            (batch, n) log of how many positions each one stands for.
        """
        x = F.gelu(self.conv1(log_mel.transpose(1, 2)))
        x = F.gelu(self.conv2(x)).transpose(1, 2)
        rows = torch.arange(len(x), device=x.device)[:, None]
        x = x[rows, places.clamp(max=x.shape[1] - 1)] + self.places[places].to(x.dtype)
        weights = bias[:, None, None, :].to(x.dtype).expand(-1, -1, places.shape[1], -1)
        for layer in self.encoder:
            x = layer(x, weights)
        return self.encoder_norm(x)

    def decode(self, tokens: Tensor, audio: Tensor, bias: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Return logits (batch, text, vocabulary) and each layer's log attention to the audio."""
        x = self.embedding(tokens) + self.text_places[: tokens.shape[1]]
        looked: list[Tensor] = []
        for layer in self.decoder:
            x, log_weights = layer(x, audio, bias[:, None, None, :].to(x.dtype))
            looked.append(log_weights)
        return F.linear(self.decoder_norm(x), self.embedding.weight), looked


def sinusoids(length: int, width: int) -> Tensor:
    """Whisper's encoding of places, shape (length, width)."""
    rates = torch.exp(-torch.arange(width // 2) * (9.210340371976184 / (width // 2 - 1)))
    angles = torch.arange(length)[:, None] * rates[None, :]
    return torch.cat([angles.sin(), angles.cos()], dim=1)
