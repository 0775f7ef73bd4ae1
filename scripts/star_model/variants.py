"""Says a labelled answer in other ways: without punctuation, with fillers, misheard."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.labelled import LabelledAnswer
from sayback.analysis.report import Part
from star_model.segments import Labelled, as_labelled, as_product, recut

_HUMS = {"um", "uh", "er", "erm", "hmm", "mm", "umm", "uhm", "uhh"}
_ADDED = ("um", "uh", "er", "like", "you know", "so", "well", "i mean", "um", "uh")
_KEPT_QUESTION, _PART_OF_ANSWER, _TERSE, _UNTOLD = 0.75, 0.1, 0.35, 0.2


@dataclass(frozen=True, slots=True)
class Example:
    """What the network reads, and what it should say."""

    question: str
    sentences: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]
    applies: bool
    begins: bool = True
    """False where the first sentence is not the answer's."""


def plain(answer: LabelledAnswer, *, asked: bool = True) -> Example:
    """Return an answer as it was written down."""
    return _example(answer, as_labelled(answer.sentences, answer.parts), asked)


def varied(answer: LabelledAnswer, chance: random.Random) -> Example:
    """Return an answer as another recogniser might have heard it."""
    spoken = [_fillers(text, chance) for text in answer.sentences]
    if chance.random() < 0.45:
        spoken = [unpunctuated(text) for text in spoken]
    spoken = [_misheard(text, chance) for text in spoken]
    kept = [(text, part) for text, part in zip(spoken, answer.parts, strict=True) if text]
    way = chance.random()
    if way < _TERSE:
        kept = _terse(kept, chance)
    elif way < _TERSE + _UNTOLD:
        kept = _without_a_part(kept, chance)
    texts, parts = [text for text, _ in kept], [part for _, part in kept]
    way = chance.random()
    if way < 0.35:
        cut = as_product(texts, parts)
    elif way < 0.55:
        cut = recut(texts, parts, chance)
    else:
        cut = as_labelled(texts, parts)
    example = _example(answer, cut, chance.random() < _KEPT_QUESTION)
    return _middle(example, chance) if chance.random() < _PART_OF_ANSWER else example


def unmarked(answer: LabelledAnswer, chance: random.Random) -> list[str]:
    """Return an answer's sentences in lower case, without any mark."""
    spoken = (_misheard(unpunctuated(_fillers(t, chance)), chance) for t in answer.sentences)
    return [text for text in spoken if text]


def _terse(kept: list[tuple[str, Part]], chance: random.Random) -> list[tuple[str, Part]]:
    """Leave sentences out, often all but one of a part, as people do who have practised."""
    share = chance.uniform(0.2, 0.6)
    left = [pair for pair in kept if chance.random() > share]
    return left if len(left) >= 4 else kept


def _without_a_part(kept: list[tuple[str, Part]], chance: random.Random) -> list[tuple[str, Part]]:
    """Leave a part out altogether, as people do who forget to tell it."""
    forgotten = chance.choice("STAR")
    left = [pair for pair in kept if pair[1] != forgotten]
    return left if len(left) >= 4 else kept


def _example(answer: LabelledAnswer, cut: Sequence[Labelled], asked: bool) -> Example:
    return Example(
        question=answer.question if asked else "",
        sentences=tuple(text for text, _ in cut),
        shares=tuple(shares for _, shares in cut),
        applies=answer.applies,
    )


def _middle(example: Example, chance: random.Random) -> Example:
    """Return a part of an answer, as a window of a long one shows it."""
    count = len(example.sentences)
    if count < 8:
        return example
    begin = chance.randint(0, count // 2)
    end = chance.randint(begin + count // 2, count)
    return Example(
        example.question, example.sentences[begin:end], example.shares[begin:end],
        example.applies, begins=begin == 0,
    )  # fmt: skip


def _fillers(text: str, chance: random.Random) -> str:
    words = text.split()
    way = chance.random()
    if way < 0.25:
        words = [word for word in words if word.lower().strip(",.") not in _HUMS]
    elif way < 0.4:
        for _ in range(1 + len(words) // 12):
            words.insert(chance.randint(0, len(words)), chance.choice(_ADDED))
    return " ".join(words)


def _misheard(text: str, chance: random.Random) -> str:
    """Leave out a word in fifty; say one in eighty twice."""
    words: list[str] = []
    for word in text.split():
        if chance.random() < 0.02:
            continue
        words += [word, word] if chance.random() < 0.012 else [word]
    return " ".join(words) or text


def unpunctuated(text: str) -> str:
    """Return a sentence in lower case without any mark."""
    return " ".join(re.sub(r"[^\w\s'’%$£€-]|(?<!\w)-|-(?!\w)", " ", text.lower()).split())
