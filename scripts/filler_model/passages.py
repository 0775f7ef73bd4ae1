"""Says a labelled passage in other ways: written otherwise, with more false starts and hums."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.labelled import LabelledPassage

FILLED, REPEATED = "filled_pause", "repetition"
UNKNOWN = "unknown"
"""Kind of a word that nobody has labelled."""
_HUMS = ("um", "uh", "um,", "uh,", "er", "er,", "erm,", "hmm,")
_BARE, _LOWER = 0.4, 0.1
_STUMBLES, _OFTEN = 0.5, (0.02, 0.05)
_STOP = re.compile(r"[.?!…]['\"”’)]*$")


@dataclass(frozen=True, slots=True)
class Example:
    """Words, each with the kind of filler that it is, or None."""

    words: tuple[str, ...]
    kinds: tuple[str | None, ...]


def plain(passage: LabelledPassage) -> Example:
    """Return a passage as it was written down."""
    return Example(passage.words, passage.kinds)


def bare(example: Example) -> Example:
    """Return it in lower case, without any mark."""
    return Example(tuple(map(_bare, example.words)), example.kinds)


def varied(
    example: Example,
    others: Sequence[Example],
    chance: random.Random,
    *,
    stumbles: float = _STUMBLES,
) -> Example:
    """Return a passage as another speaker might have stumbled, and another recogniser written."""
    if chance.random() < stumbles:
        example = _stumbling(example, others, chance)
    way = chance.random()
    if way < _BARE:
        return bare(example)
    if way < _BARE + _LOWER:
        return Example(tuple(word.lower() for word in example.words), example.kinds)
    return example


def _stumbling(example: Example, others: Sequence[Example], chance: random.Random) -> Example:
    """Put hums, copies, broken words and false starts between the words."""
    often = chance.choice(_OFTEN)
    words: list[str] = []
    kinds: list[str | None] = []
    at = 0
    while at < len(example.words):
        opens = at == 0 or bool(_STOP.search(example.words[at - 1]))
        if example.kinds[at] is None and chance.random() < often * (2 if opens else 1):
            said, kept = _stumble(example, at, opens, others, chance)
            words += [word for word, _ in said]
            kinds += [kind for _, kind in said]
            if kept:
                # Who begins again in the middle of a sentence is written on in lower case.
                words.append(_lowered(example.words[at]))
                kinds.append(None)
                at += 1
                continue
        words.append(example.words[at])
        kinds.append(example.kinds[at])
        at += 1
    return Example(tuple(words), tuple(kinds))


Said = list[tuple[str, str | None]]


def _stumble(
    example: Example, at: int, opens: bool, others: Sequence[Example], chance: random.Random
) -> tuple[Said, bool]:
    """Return what is said before a word, and whether that opens the word's sentence."""
    way = chance.random()
    hum: Said = [(chance.choice(_HUMS), FILLED)] if chance.random() < 0.15 else []
    if way < 0.2:
        return [(chance.choice(_HUMS), FILLED)], False
    if way < 0.35:
        return _broken(example.words[at], chance) + hum, True
    if opens and way < 0.55:
        return _false_start(others, chance) + hum, True
    return _copy(example, at, others, chance, hum), True


def _copy(
    example: Example, at: int, others: Sequence[Example], chance: random.Random, hum: Said
) -> Said:
    """Return the next words, to be said again, perhaps with the last one corrected."""
    length = chance.choice((1, 1, 1, 1, 2, 2, 3, 4))
    taken = example.words[at : at + length]
    usual = example.kinds[at : at + length]
    if any(usual) or any(_STOP.search(word) for word in taken):
        return []
    copy = list(taken)
    if length > 1 and chance.random() < 0.3:
        copy[-1] = _bare(_some_word(others, chance))
    way = chance.random()
    copy[-1] = copy[-1].rstrip(",") + ("," if way < 0.5 else "-" if way < 0.55 else "")
    return [(word, REPEATED) for word in copy] + hum


def _broken(word: str, chance: random.Random) -> Said:
    letters = _bare(word)
    if len(letters) < 4:
        return []
    cut = letters[: chance.randint(1, len(letters) - 2)]
    return [(cut + chance.choice(("-", "-", "-,", ",", "")), REPEATED)]


def _false_start(others: Sequence[Example], chance: random.Random) -> Said:
    """Return how another sentence begins, given up after some words."""
    other = chance.choice(others)
    starts = [
        k for k in range(len(other.words) - 4)
        if (k == 0 or _STOP.search(other.words[k - 1])) and not any(other.kinds[k : k + 4])
    ]  # fmt: skip
    if not starts:
        return []
    begin = chance.choice(starts)
    begun = list(other.words[begin : begin + chance.choice((2, 3, 3, 4))])
    begun[-1] = begun[-1].rstrip(",.?!") + chance.choice((",", ",", "-", ""))
    return [(word, REPEATED) for word in begun]


def _some_word(others: Sequence[Example], chance: random.Random) -> str:
    return chance.choice(chance.choice(others).words)


def _lowered(word: str) -> str:
    return word if word in ("I",) or word.startswith("I'") or word[1:] != word[1:].lower() else (
        word.lower()
    )  # fmt: skip


def _bare(word: str) -> str:
    return re.sub(r"[^\w'’%$£€-]", "", word.lower()).rstrip("-") or word
