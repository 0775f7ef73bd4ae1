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
    for template in _TEMPLATES:
        found.update(re.sub(r"\{\w+\}|[.,?!]", " ", template).split())
    return sorted({_lower_first(word) if word not in _NAMES else word for word in found})


def _clauses(rng: random.Random) -> list[str]:
    text = _fill(rng, rng.choice(_TEMPLATES))
    roll = 1.0 if text.endswith("?") else rng.random()
    if roll < 0.18:
        text += " " + rng.choice(w.REASONS)
    elif roll < 0.26:
        text = f"{rng.choice(w.TIMES)}, {_lower_first(text)}"
    elif roll < 0.32:
        text += ", and " + _lower_first(_fill(rng, rng.choice(_SHORT_TEMPLATES)))
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
_SHORT_TEMPLATES = (
    "{feeling}", "{who} {did} {thing}", "{who} {met} {person}", "{thing} was {adj}",
    "{who} {adv} {did} {thing}", "it was {adj}", "{plain} went down", "that took {n} {unit}",
)  # fmt: skip
_TEMPLATES = (
    *_SHORT_TEMPLATES,
    "{who} {did} {thing} {place}",
    "{time}, {who} {did} {thing}",
    "{who} {did} {thing} and {did} {thing}",
    "{who} {met} {person} about {thing}",
    "{who} {met} {person} {place}",
    "I was {role} {place}",
    "I worked as {role} {place}",
    "{place}, I worked with {person} on {thing}",
    "{place}, {thing} was {adj} and {adj}",
    "{goal} {todo}",
    "{goal} {todo} within {n} {unit}",
    "{goal} {todo} and {todo}",
    "First, {who} {did} {thing}",
    "Then {who} {met} {person}",
    "Next, {who} {did} {thing} with {person}",
    "So {who} {did} {thing} and {met} {person}",
    "{who} wanted to {todo}",
    "{who} had to {todo} before {person} could {todo}",
    "{person} told me that {thing} was {adj}",
    "{person} said that {feeling}",
    "{person} asked me to {todo}",
    "{person} didn't want to {todo}",
    "The problem was that {thing} was too {adj}",
    "I noticed that {plain} went up by {n} percent",
    "{plain} went down by {n} percent",
    "{plain} fell from {n} to {n} percent",
    "We reduced {plain} by {n} percent in {n} {unit}",
    "We cut {plain} from {n} {unit} to {n} {unit}",
    "It took {n} {unit}",
    "As a result, {plain} dropped by {n} percent",
    "As a result, we saved {n} {unit}",
    "In the end, {thing} was {adj}",
    "In the end, we served {n} {unit} a day",
    "We had {n} {unit} and {n} {unit}",
    "There were {n} {unit} {place}",
    "There were about {n} {unit} waiting",
    "{n} {unit} were {adj}",
    "About {n} percent of the {unit} were {adj}",
    "I learned that {quality} is {adj}",
    "What I learned is to {todo}",
    "The lesson for me was that {quality} matters",
    "I think {quality} is more important than {quality}",
    "Next time I would {todo}",
    "If I did it again, I would {todo}",
    "Looking back, I should have {did} {thing} {adv}",
    "I didn't {todo} at first",
    "We couldn't {todo} without {person}",
    "We put {part} in front of {part}",
    "I would start with {part} and {part}",
    "I would use {part} for {quality}",
    "I'd add {part} when we reach {n} {unit} a second",
    "The system has to handle {n} {unit} a second",
    "We need {n} {unit} and {part}",
    "The trade off is between {quality} and {quality}",
    "Each {unit} goes through {part}",
    "How many {unit} do we expect?",
    "Can I assume {n} {unit} a day?",
    "What happens if {part} fails?",
    "Should we {todo} or {todo}?",
    "Do we need {part}?",
    "Why did {who} want to {todo}?",
    "Let me think about {thing}",
    "Let me give you an example",
    "That's when {who} {did} {thing}",
    "It's {adj} but it's {adj}",
    "That was {adj}, so {who} {did} {thing}",
    "{thing} wasn't {adj} enough for {person}",
    "I've been {role} for {n} {unit}",
    "I'm {adj} when {feeling}",
    "We're still using {thing} today",
    "They've {did} {thing} since then",
    "{who} and {person} {did} {thing} together",
    "{person} and {person} {did} {thing} {place}",
    "Nobody knew why {thing} was {adj}",
    "Everyone agreed that we should {todo}",
    "I decided to {todo} first",
    "We started at {small} and finished at {small}",
    "I called {person} {small} times",
    "Every {small} {unit}, {who} {did} {thing}",
    "The first {n} {unit} were {adj}",
    "I like working with {person}",
    "It looked like {thing} was {adj}",
    "I know that you know {person}",
    "You have to {todo}, right?",
    "That's a good question",
    "I can tell you about {thing}",
    "{who} {did} {thing} with him",
    "{who} also {did} {thing}",
    "{who} told them that only {n} {unit} were {adj}",
    "I told her that {feeling}",
    "She showed me her {unit} and I {did} them",
    "He gave us his {unit} and his {quality}",
    "I {did} all {n} {unit} and {met} him",
    "{who} {met} her and also {met} his {unit}",
    "{person} gave us {small} more {unit}",
    "Our {unit} had {adj} and {adj} {unit}",
    "One of the {unit} was {adj}, so I {did} it",
    "I {did} it and then I {did} the other {small}",
    "Most of the {unit} were still {adj}",
    "There was only one {word} and it was {adj}",
    "I {did} every {word} and every {word}",
    "I {did} the {word} and the {word}",
    "We talked about the {word} and the {word} for {n} {unit}",
    "The {word} was more {adj} than the {word}",
    "My {word} was {adj} and your {word} was {adj}",
    "I put the {word} next to the {word}",
    "They left, and I {did} their {word} {place}",
    "We had a {adj} {word} with {n} {unit}",
    "It was up to me, and it took all my {quality}",
    "I worked on it for {n} {unit} without {quality}",
    "{who} didn't {word} it, but they {did} it",
)  # fmt: skip
ALL_WORDS = all_words()
