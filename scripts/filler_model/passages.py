"""Says a labelled passage in other ways: written otherwise, with more false starts and hums."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.labelled import LabelledPassage
from sayback.transcript.word_sets import word_set

FILLED, REPEATED = "filled_pause", "repetition"
UNKNOWN = "unknown"
"""Kind of a word that nobody has labelled."""
_HUMS = ("um", "uh", "um,", "uh,", "er", "er,", "erm,", "hmm,")
_BARE, _LOWER = 0.4, 0.1
_STUMBLES, _OFTEN = 0.5, (0.03, 0.06)
_OPENERS = word_set("""
    i we he she they it you there that this and but so because if when then what how
""")
_ALIKE = tuple(
    tuple(group.split()) for group in (
        "the a this that our my your his her their some", "in on at for with to from by of",
        "was is were are be been", "he she they we i it you", "and but so because or",
        "had have has", "do did does", "go went goes", "will would can could should",
        "monday tuesday wednesday thursday friday", "one two three four five six seven eight ten",
        "first second third", "last next", "me us him them", "there here", "who which that",
    )
)  # fmt: skip
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
    if way < 0.15:
        return [(chance.choice(_HUMS), FILLED)], False
    if way < 0.27:
        said = _broken(example.words[at], chance)
    elif way < (0.47 if opens or _may_open(example, at) else 0.32):
        said = _false_start(others, chance)
    elif way < 0.65:
        said = _changed(example, at, others, chance)
    else:
        said = _copy(example, at, chance)
    return (said + _between(chance), True) if said else ([], False)


def _between(chance: random.Random) -> Said:
    """Return what is said between words given up and the new start: mostly nothing."""
    way = chance.random()
    if way < 0.13:
        return [(chance.choice(_HUMS), FILLED)]
    if way < 0.17:
        comma = chance.choice(("", ","))
        pair = chance.choice((("you", "know"), ("I", "mean")))
        return [(pair[0], "marker"), (pair[1] + comma, "marker")]
    return []


def _may_open(example: Example, at: int) -> bool:
    """Whether a new clause could begin here, in the middle of a sentence."""
    return example.words[at - 1].endswith(",") or _bare(example.words[at]) in _OPENERS


def _taken(example: Example, at: int, length: int) -> list[str] | None:
    """Return the next words; None where one is a filler, or a sentence ends in them."""
    taken = list(example.words[at : at + length])
    fillers = any(example.kinds[at : at + length])
    return None if fillers or any(_STOP.search(word) for word in taken) else taken


def _copy(example: Example, at: int, chance: random.Random) -> Said:
    """Return the next words, to be said again, now and then twice."""
    taken = _taken(example, at, chance.choice((1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)))
    if taken is None:
        return []
    times = 2 if len(taken) == 1 and chance.random() < 0.12 else 1
    return _given_up(taken, chance) * times


def _changed(example: Example, at: int, others: Sequence[Example], chance: random.Random) -> Said:
    """Return the next words with one that is taken back, put in or left out."""
    taken = _taken(example, at, chance.choice((1, 2, 2, 3, 3, 4, 5)))
    if taken is None:
        return []
    place = chance.randrange(len(taken))
    way = chance.random()
    alike = _alike(taken[place], chance)
    if way < 0.5 and alike:
        taken[place] = alike
    elif way < 0.7 and len(taken) > 1:
        taken[-1] = _some_word(others, chance)
    elif way < 0.85 and len(taken) > 1:
        taken.insert(max(1, place), _some_word(others, chance))
    elif len(taken) > 2:
        del taken[max(1, place)]
    else:
        return []
    return _given_up(taken, chance)


def _alike(word: str, chance: random.Random) -> str:
    """Return another word that could stand in a word's place; empty where none is known."""
    bare = _bare(word)
    for group in _ALIKE:
        if bare in group:
            return chance.choice([each for each in group if each != bare])
    if bare.isdigit():
        return str(chance.randint(2, 60))
    for end in ("ing", "ed", "s"):
        if bare.endswith(end) and len(bare) > len(end) + 3:
            return bare.removesuffix(end)
    return bare + "s" if len(bare) > 3 and chance.random() < 0.5 else ""


def _given_up(words: list[str], chance: random.Random) -> Said:
    way = chance.random()
    words = [*words[:-1], _STOP.sub("", words[-1]).rstrip(",")]
    words[-1] += "," if way < 0.45 else "-" if way < 0.5 else ""
    return [(word, REPEATED) for word in words]


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
        if (k == 0 or _STOP.search(other.words[k - 1]) or _bare(other.words[k]) in _OPENERS)
        and not any(other.kinds[k : k + 6])
    ]  # fmt: skip
    if not starts:
        return []
    begin = chance.choice(starts)
    begun = list(other.words[begin : begin + chance.choice((2, 3, 3, 4, 5, 6))])
    end = next((k for k, word in enumerate(begun) if _STOP.search(word)), len(begun))
    return _given_up(begun[:end], chance) if end > 1 else []


def _some_word(others: Sequence[Example], chance: random.Random) -> str:
    return chance.choice(chance.choice(others).words)


def _lowered(word: str) -> str:
    return word if word in ("I",) or word.startswith("I'") or word[1:] != word[1:].lower() else (
        word.lower()
    )  # fmt: skip


def _bare(word: str) -> str:
    return re.sub(r"[^\w'’%$£€-]", "", word.lower()).rstrip("-") or word
