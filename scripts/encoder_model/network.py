"""The network: MiniLM's encoder and one linear layer that reads labels off its tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of all-MiniLM-L6-v2."""

    vocabulary: int = 30522
    width: int = 384
    inner: int = 1536
    heads: int = 12
    layers: int = 6
    positions: int = 512
    marks: int = 0
    """Kinds of marks that tokens may have beside their words."""


class Layer(nn.Module):
    """One layer of BERT, normalised after each of its two halves."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        width = shape.width
        self.heads, self.dropout = shape.heads, dropout
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.attention_norm = nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """Return new states of shape (answers, tokens, width)."""
        answers, tokens, width = states.shape
        query, key, value = (
            part(states).view(answers, tokens, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        # Without dropout on the attention itself a CPU takes its fast path: a third less time.
        mixed = F.scaled_dot_product_attention(query, key, value, mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(answers, tokens, width))
        states = self.attention_norm(states + F.dropout(mixed, self.dropout, self.training))
        inner = self.down(F.gelu(self.up(states)))
        return self.norm(states + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Token ids in, `columns` numbers for each token out."""

    def __init__(self, columns: int, shape: Shape | None = None, *, dropout: float = 0.1) -> None:
        super().__init__()
        shape = shape or Shape()
        self.dropout = dropout
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        if shape.marks:
            self.marks = nn.Linear(shape.marks, shape.width, bias=False)
            # At first they say nothing.
            nn.init.zeros_(self.marks.weight)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.head = nn.Linear(shape.width, columns)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(
        self, ids: Tensor, mask: Tensor | None = None, marks: Tensor | None = None
    ) -> Tensor:
        """Return shape (answers, tokens, columns).

        `mask` is True at real tokens; None where there is no padding. `marks` has shape
        (answers, tokens, kinds of marks).
        """
        return self.read(self.words(ids), mask, marks)

    def read(
        self, vectors: Tensor, mask: Tensor | None = None, marks: Tensor | None = None
    ) -> Tensor:
        """Return the same from the tokens' word vectors, shape (answers, tokens, width)."""
        places = torch.arange(vectors.shape[1], device=vectors.device)
        known = vectors + self.positions(places)
        if marks is not None:
            known = known + self.marks(marks)
        states = self.norm(known)
        states = F.dropout(states, self.dropout, self.training)
        seen = mask[:, None, None, :] if mask is not None else None
        for layer in self.layers:
            states = layer(states, seen)
        return self.head(F.dropout(states, self.dropout, self.training)).float()


def write_mean(files: Sequence[Path], out: Path) -> Path:
    """Write the mean of weights that were trained from the same ones."""
    states = [torch.load(file, weights_only=True) for file in files]
    mean = {name: sum(state[name] for state in states) / len(states) for name in states[0]}
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(mean, out)
    return out


@torch.no_grad()
def follow(averaged: Encoder, network: Encoder, keep: float) -> None:
    """Move a running average towards the weights that are being trained."""
    for mean, value in zip(averaged.parameters(), network.parameters(), strict=True):
        if value.requires_grad:
            mean.lerp_(value, 1 - keep)


def continue_from(network: Encoder, weights: Path) -> None:
    """Fill a network with weights that were trained before, perhaps when it read out less."""
    given = torch.load(weights, weights_only=True)
    for name in ("head.weight", "head.bias"):
        fresh = network.state_dict()[name].clone()
        fresh[: len(given[name])] = given[name]
        given[name] = fresh
    network.load_state_dict(given)


def load_minilm(network: Encoder, weights: Path) -> None:
    """Fill a network with the weights of all-MiniLM-L6-v2 (model.safetensors).

    One of fewer layers or positions gets the first.
    """
    from safetensors.torch import load_file

    given = load_file(weights)
    embedded = "embeddings."
    # Every token is of the first of BERT's two types.
    first_type = given[embedded + "token_type_embeddings.weight"][0]
    ours = {
        "words.weight": given[embedded + "word_embeddings.weight"],
        "positions.weight": (
            given[embedded + "position_embeddings.weight"][: network.positions.num_embeddings]
            + first_type
        ),
        "norm.weight": given[embedded + "LayerNorm.weight"],
        "norm.bias": given[embedded + "LayerNorm.bias"],
    }
    names = {
        "attention.self.query": "query", "attention.self.key": "key",
        "attention.self.value": "value", "attention.output.dense": "out",
        "attention.output.LayerNorm": "attention_norm", "intermediate.dense": "up",
        "output.dense": "down", "output.LayerNorm": "norm",
    }  # fmt: skip
    for number in range(len(network.layers)):
        for theirs, name in names.items():
            for kind in ("weight", "bias"):
                value = given[f"encoder.layer.{number}.{theirs}.{kind}"]
                ours[f"layers.{number}.{name}.{kind}"] = value
    missing = network.load_state_dict(ours, strict=False).missing_keys
    if set(missing) - {"marks.weight"} != {"head.weight", "head.bias"}:
        raise ValueError(f"{weights} lacks {missing}: it is not all-MiniLM-L6-v2.")
