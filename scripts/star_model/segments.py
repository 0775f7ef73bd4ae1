"""Cuts a labelled answer into other sentences than the labelled ones, and carries labels over."""

from __future__ import annotations

import random
from collections.abc import Sequence

from sayback.analysis.report import PARTS, Part
from sayback.transcript.clauses import split_clauses
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text
from sayback.transcript.sentences import Cutter, split_sentences

Labelled = tuple[str, tuple[float, ...]]
"""A sentence, and the share of its words that each of S, T, A, R and O has."""


def as_labelled(sentences: Sequence[str], parts: Sequence[Part]) -> list[Labelled]:
    """Return the sentences as they were written, each with its one label."""
    return [(text, _only(part)) for text, part in zip(sentences, parts, strict=True)]


def as_product(
    sentences: Sequence[str], parts: Sequence[Part], *, cutter: Cutter = split_clauses
) -> list[Labelled]:
    """Return the sentences that Sayback would cut the words into."""
    words = " ".join(sentences).split()
    labels = [
        part for text, part in zip(sentences, parts, strict=True) for _ in text.split()
    ]  # fmt: skip
    spans = split_sentences(Transcript(from_text(" ".join(words))), cut=cutter)
    return [_shared(words, labels, first, last + 1) for first, last in spans]


def recut(sentences: Sequence[str], parts: Sequence[Part], chance: random.Random) -> list[Labelled]:
    """Join some neighbours and break some sentences in two."""
    found: list[tuple[list[str], list[Part]]] = []
    for text, part in zip(sentences, parts, strict=True):
        words = text.split()
        labels = [part] * len(words)
        if found and chance.random() < 0.12 and len(found[-1][0]) + len(words) < 45:
            found[-1] = (found[-1][0] + words, found[-1][1] + labels)
        elif len(words) > 11 and chance.random() < 0.2:
            at = chance.randint(4, len(words) - 4)
            found += [(words[:at], labels[:at]), (words[at:], labels[at:])]
        else:
            found.append((words, labels))
    return [_shared(words, labels, 0, len(words)) for words, labels in found]


def _shared(words: Sequence[str], labels: Sequence[Part], begin: int, end: int) -> Labelled:
    inside = labels[begin:end]
    shares = tuple(inside.count(part) / len(inside) for part in PARTS)
    return " ".join(words[begin:end]), shares


def _only(part: Part) -> tuple[float, ...]:
    return tuple(float(part == other) for other in PARTS)
