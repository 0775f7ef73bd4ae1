"""Sentences of spoken interview answers, made at random from the word lists.

A sentence is one string of written text. The sign ``|`` in it stands for a pause that is heard but
not written; `spoken` and `written` give the two readings, which have the same words in the same
order.
"""

from __future__ import annotations

import hashlib
import random
import re
from functools import cache

from demo_model import demo_text
from demo_model import words as w
from demo_model.templates import SHORT_TEMPLATES, TEMPLATES

_HELD_OUT_PERCENT = 10
_IGNORED = set(w.FILLED_PAUSES) | {"|"}


def spoken(sentence: str) -> str:
    """Return what the voice reads: an unwritten pause becomes a comma."""
    return sentence.replace(" |", ",")


def written(sentence: str) -> str:
    """Return what the transcript says."""
    return sentence.replace(" |", "")


def bare(sentence: str) -> str:
    """Return the words alone: lower case, no marks, no filled pauses, no doubled words."""
    kept: list[str] = []
    for word in re.sub(r"[.,?!]", "", sentence).lower().split():
        if word not in _IGNORED and kept[-1:] != [word]:
            kept.append(word)
    return " ".join(kept)


def is_held_out(sentence: str) -> bool:
    """Tell whether a sentence belongs to the test text and may never be trained on.

    A tenth of all sentences, chosen by their words, so that a sentence with other fillers is on the
    same side; and every sentence of the demo's own answers.
    """
    key = bare(sentence)
    bucket = hashlib.sha256(key.encode()).digest()[0] * 100 // 256
    return bucket < _HELD_OUT_PERCENT or key in _demo_sentences()


def training_sentence(rng: random.Random) -> str:
    """Return a sentence for training: three in four make sense, the others are random words."""
    while True:
        made = salad(rng) if rng.random() < 0.25 else answer_sentence(rng)
        if not is_held_out(made):
            return made


def test_sentence(rng: random.Random) -> str:
    """Return a sensible sentence that training can't have seen."""
    while True:
        made = answer_sentence(rng)
        if is_held_out(made):
            return made


def answer_sentence(rng: random.Random) -> str:
    """Return one sentence of an answer, most often with something that people add when speaking."""
    return _finish(rng, _disfluent(rng, _clauses(rng)), ".")


def salad(rng: random.Random) -> str:
    """Return three to nine random words, which can only be understood by hearing them."""
    picked: list[str] = []
    for _ in range(rng.randint(3, 9)):
        picked.append(rng.choice(ALL_WORDS))
        if rng.random() < 0.08:
            picked[-1] += ","
        if rng.random() < 0.08:
            picked.append(rng.choice(w.FILLED_PAUSES))
        if rng.random() < 0.08:
            picked.append(number(rng))
    picked[-1] = picked[-1].rstrip(",")
    return _finish(rng, picked, rng.choice("...?"))


def number(rng: random.Random) -> str:
    """Return a number as Whisper writes it: words below ten, digits above."""
    roll = rng.random()
    if roll < 0.3:
        return rng.choice(w.SMALL_NUMBERS)
    if roll < 0.75:
        return str(rng.randint(10, 99))
    if roll < 0.92:
        return str(rng.randint(10, 99) * 10 if rng.random() < 0.7 else rng.randint(100, 999))
    return f"{rng.choice([*range(1, 21), 25, 30, 40, 50, 60, 75, 80, 90])},000"


def all_words() -> list[str]:
    """Return every word of the lists once, as written in the middle of a sentence."""
    found: set[str] = set()
    for name, entries in vars(w).items():
        if name.isupper():
            found.update(word for entry in entries for word in entry.split())
    for template in TEMPLATES:
        found.update(re.sub(r"\{\w+\}|[.,?!]", " ", template).split())
    return sorted({_lower_first(word) if word not in _NAMES else word for word in found})


def _clauses(rng: random.Random) -> list[str]:
    text = _fill(rng, rng.choice(TEMPLATES))
    roll = 1.0 if text.endswith("?") else rng.random()
    if roll < 0.18:
        text += " " + rng.choice(w.REASONS)
    elif roll < 0.26:
        text = f"{rng.choice(w.TIMES)}, {_lower_first(text)}"
    elif roll < 0.32:
        text += ", and " + _lower_first(_fill(rng, rng.choice(SHORT_TEMPLATES)))
    return text.split()


def _fill(rng: random.Random, template: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: _SLOTS[found[1]](rng), template)


def _disfluent(rng: random.Random, words: list[str]) -> list[str]:
    """Add filled pauses, markers, stutters and unwritten pauses as speakers do."""
    out: list[str] = []
    if rng.random() < 0.14:
        out.append(rng.choice(_OPENERS))
        words = _lower_first(" ".join(words)).split()
    for position, word in enumerate(words):
        roll = rng.random()
        inside = position > 0 and bool(out) and out[-1] != "|"
        if roll < 0.055:
            _set_off(rng, out, rng.choice(w.FILLED_PAUSES), inside)
        elif roll < 0.075 and inside:
            _set_off(rng, out, rng.choice(w.MARKERS), inside)
        elif roll < 0.10 and inside:
            out.append("|")
        out.append(word)
        if rng.random() < 0.015 and word.isalpha() and len(word) < 5:
            out.append(word if word == "I" else word.lower())
    return out


def _set_off(rng: random.Random, out: list[str], filler: str, inside: bool) -> None:
    """Add a filler, with commas or pauses around it or plainly in the flow of words."""
    before = rng.random()
    if inside and before < 0.6 and out[-1][-1].isalnum():
        out[-1] += ","
    elif inside and before < 0.75 and out[-1][-1].isalnum():
        out.append("|")
    out.append(filler + ("," if rng.random() < 0.65 else ""))
    if out[-1] == filler and rng.random() < 0.3:
        out.append("|")


def _finish(rng: random.Random, words: list[str], mark: str) -> str:
    text = " ".join(words).rstrip("|, ")
    if text[-1] not in ".?!":
        text += mark
    return text[0].upper() + text[1:]


def _lower_first(text: str) -> str:
    first = text.split()[0]
    return (
        text
        if first in _NAMES or first == "I" or first.startswith("I'")
        else text[0].lower() + text[1:]
    )


@cache
def _demo_sentences() -> frozenset[str]:
    return frozenset(bare(s) for answer in demo_text.demo_answers() for s in answer.sentences)


_NAMES = {"API", "English", "January", "March", "October", "December", "Friday", "Monday"}
_OPENERS = ("So,", "Well,", "Okay,", "So", "Um,", "Uh,", "Er,", "Erm,", "Hmm,", "And", "But")
_SUBJECTS = ("I", "we", "they", "she", "he", "I", "we", "the team", "my team")
_SLOTS = {
    "who": lambda rng: rng.choice(_SUBJECTS),
    "person": lambda rng: rng.choice(w.PEOPLE),
    "thing": lambda rng: rng.choice(w.THINGS),
    "plain": lambda rng: rng.choice(w.PLAIN_THINGS),
    "place": lambda rng: rng.choice(w.PLACES),
    "time": lambda rng: rng.choice(w.TIMES),
    "adj": lambda rng: rng.choice(w.ADJECTIVES),
    "adv": lambda rng: rng.choice(w.ADVERBS),
    "did": lambda rng: rng.choice(w.DID_THING),
    "met": lambda rng: rng.choice(w.DID_PERSON),
    "todo": lambda rng: rng.choice(w.TO_DO),
    "feeling": lambda rng: rng.choice(w.FEELINGS),
    "goal": lambda rng: rng.choice(w.GOALS),
    "role": lambda rng: rng.choice(w.ROLES),
    "quality": lambda rng: rng.choice(w.QUALITIES),
    "unit": lambda rng: rng.choice(w.UNITS),
    "part": lambda rng: rng.choice(w.SYSTEM_PARTS),
    "n": number,
    "word": lambda rng: rng.choice(ALL_WORDS),
    "small": lambda rng: rng.choice(w.SMALL_NUMBERS),
}
ALL_WORDS = all_words()
