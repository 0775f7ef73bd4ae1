"""Whether hesitations are heard that the transcript leaves out, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from evaluation.disturbances import add_noise
from evaluation.flite import has_flite
from evaluation.result import Accuracy, rate, share
from evaluation.synthetic_speech import (
    FLITE,
    Passage,
    Phrase,
    Sound,
    TimedWord,
    Voice,
    lay_out,
    speak,
)
from evaluation.texts import Part, sentences

Insertion = Literal["apart", "close", "clause", "fluid"]
"""apart: between silences; close: without any; clause: spoken in one breath, set off by commas;
fluid: spoken in one breath without commas."""
Times = Literal["exact", "jittered", "recogniser"]
"""recogniser: a word ends where the next begins, so that a neighbour swallows the hesitation."""

INSERTIONS: tuple[Insertion, ...] = ("apart", "close", "clause", "fluid")
TIMES: tuple[Times, ...] = ("exact", "jittered", "recogniser")
NOISES: tuple[str, ...] = ("clean", "pink noise, 25 dB SNR", "low-frequency noise, 15 dB SNR")
_SPOKEN = ("um", "uh", "er", "erm")
_JITTER_S = 0.03

VOICES: dict[Part, tuple[Voice, ...]] = {
    "development": (
        Voice("en-us", 165, 50),
        Voice("en-us+f2", 180, 55),
        Voice("en-gb-x-rp+m3", 145, 45),
        Voice("en-us+Annie", 195, 60),
        Voice("en-gb-scotland+m5", 135, 40),
        Voice("en-029+f4", 160, 50),
        Voice("en-us-nyc+f5", 170, 45),
        Voice("en-us+Alicia", 150, 55),
        Voice("en-gb-x-gbcwmd+m2", 165, 50),
        Voice("en-us+klatt3", 155, 45),
        Voice("en-029+m1", 190, 50),
        Voice("en-us+steph", 175, 50),
        Voice("flite:slt", 165),
        Voice("flite:kal16", 155),
    ),
    "test": (
        Voice("en-us+m7", 170, 45),
        Voice("en-gb-x-rp+f3", 155, 55),
        Voice("en-us-nyc+linda", 140, 50),
        Voice("en-gb-x-gbclan+m1", 185, 40),
        Voice("en-us+belinda", 200, 60),
        Voice("en-029+Alex", 150, 50),
        Voice("flite:rms", 170),
        Voice("flite:awb", 160),
    ),
}
_SEEDS: dict[Part, int] = {"development": 5, "test": 83}


@dataclass(frozen=True, slots=True)
class Case:
    """A recording, the words that a recogniser gives for it, and what it left out."""

    passage: Passage
    words: tuple[TimedWord, ...]
    insertion: Insertion | None
    """None for fluent speech."""
    times: Times


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was found in one case."""

    true: int
    hits: int
    alarms: int
    minutes: float


def cases(
    part: Part,
    *,
    passages_each: int = 1,
    fluent: bool = False,
    voices: Sequence[Voice] | None = None,
) -> Iterator[Case]:
    """Yield passages of every voice, every way of inserting and every kind of word times."""
    random = np.random.default_rng((_SEEDS[part], int(fluent)))
    insertions: tuple[Insertion | None, ...] = (None,) if fluent else INSERTIONS
    for voice in voices or VOICES[part]:
        if voice.name.startswith(FLITE) and not has_flite():
            continue
        for insertion in insertions:
            for times in TIMES:
                for _ in range(passages_each):
                    passage = _passage(part, voice, insertion, random)
                    words = _as_recognised(passage, times, random)
                    yield Case(passage, words, insertion, times)


def _passage(
    part: Part, voice: Voice, insertion: Insertion | None, random: np.random.Generator
) -> Passage:
    texts = random.choice(sentences(part), size=6, replace=False)
    phrases: list[Phrase] = []
    silences: list[float] = []
    heard: set[int] = set()
    for text in texts:
        words = str(text).split()
        place = int(random.integers(2, len(words) - 1))
        before, after = " ".join(words[:place]), " ".join(words[place:])
        filler = str(random.choice(_SPOKEN))
        if insertion is None or random.random() >= 0.7:
            phrases.append(speak(str(text), voice))
        elif insertion in ("apart", "close"):
            slow = replace(voice, rate_wpm=int(voice.rate_wpm * random.uniform(0.55, 0.9)))
            heard.add(len(phrases) + 1)
            phrases += [speak(before, voice), speak(filler, slow), speak(after, voice)]
            gap = random.uniform(0.1, 0.6, 2) if insertion == "apart" else np.array([0.02, 0.02])
            silences += gap.tolist()
        else:
            comma = "," if insertion == "clause" else ""
            phrases.append(speak(f"{before}{comma} {filler}{comma} {after}", voice))
        silences.append(float(random.uniform(0.3, 1.0)))
    name = f"{voice.name} {insertion}"
    passage = lay_out(name, phrases, silences_s=silences[:-1], hesitations=frozenset(heard))
    inside = tuple(word for word in passage.words if word.text.strip(",") in _SPOKEN)
    kept = tuple(word for word in passage.words if word.text.strip(",") not in _SPOKEN)
    return replace(passage, words=kept, hesitations=passage.hesitations + inside)


def _as_recognised(
    passage: Passage, times: Times, random: np.random.Generator
) -> tuple[TimedWord, ...]:
    """Return the words with the times that a recogniser would give."""
    words = [TimedWord(word.text.strip(","), word.start_s, word.end_s) for word in passage.words]
    if times == "exact":
        return tuple(words)
    if times == "recogniser":
        for number, (word, following) in enumerate(pairwise(words)):
            ends = [end for _, end in passage.phrases if word.start_s < end <= following.start_s]
            hidden = any(word.end_s <= h.start_s < following.start_s for h in passage.hesitations)
            if ends and not hidden:
                continue  # the end of a sentence, where a recogniser does stop
            edge = _edge(word.end_s, following.start_s, random)
            words[number] = replace(words[number], end_s=edge)
            words[number + 1] = replace(following, start_s=edge)
    off = random.normal(0.0, _JITTER_S, (len(words), 2))
    moved = [
        TimedWord(word.text, max(word.start_s + a, 0.0), max(word.end_s + b, word.start_s + 0.05))
        for word, (a, b) in zip(words, off, strict=True)
    ]
    if times == "recogniser":
        for number, (word, following) in enumerate(pairwise(moved)):
            if words[number].end_s == words[number + 1].start_s:
                moved[number] = replace(word, end_s=following.start_s)
    return tuple(moved)


def _edge(end_s: float, start_s: float, random: np.random.Generator) -> float:
    """Return where a recogniser parts two words that have something else between them."""
    kind = random.random()
    if kind < 0.5:
        return end_s
    return start_s if kind < 0.75 else float(random.uniform(min(end_s, start_s), start_s))


def noise_of(number: int) -> str:
    """Return the noise of a case, so that every kind of times meets every noise."""
    return NOISES[(number + number // len(TIMES)) % len(NOISES)]


def spoiled(passage: Passage, noise: str, *, seed: int) -> Sound:
    """Return the samples with one of `NOISES` added."""
    random = np.random.default_rng(seed)
    if noise == NOISES[1]:
        return add_noise(passage, snr_db=25, colour="pink", random=random)
    if noise == NOISES[2]:
        return add_noise(passage, snr_db=15, colour="low", random=random)
    return passage.samples


def outcome(case: Case, noise: str, *, seed: int = 0) -> Outcome:
    """Look for hesitations in one case and compare."""
    from sayback.analysis.hesitations import find_possible
    from sayback.speech import find_speech
    from sayback.transcript import Transcript, Word

    samples = spoiled(case.passage, noise, seed=seed)
    words = tuple(Word(word.text, word.start_s, word.end_s) for word in case.words)
    found = find_possible(samples, Transcript(words=words), find_speech(samples))
    spans = [(item.start or 0.0, item.end or 0.0) for item in found]
    hits = sum(any(_same(span, true) for span in spans) for true in case.passage.hesitations)
    alarms = sum(not any(_same(span, true) for true in case.passage.hesitations) for span in spans)
    minutes = case.passage.duration_s / 60
    return Outcome(len(case.passage.hesitations), hits, alarms, minutes)


def _same(span: tuple[float, float], true: TimedWord) -> bool:
    """Whether a found stretch and a true one share at least half of the shorter."""
    shared = min(span[1], true.end_s) - max(span[0], true.start_s)
    return shared >= 0.5 * min(span[1] - span[0], true.end_s - true.start_s)


def measure(part: Part = "test") -> list[Accuracy]:
    """Measure precision, recall and false alarms in fluent speech."""
    return [*_hesitant(part), *_fluent(part)]


def _hesitant(part: Part) -> list[Accuracy]:
    found: dict[str, list[Outcome]] = {}
    for number, case in enumerate(cases(part)):
        noise = noise_of(number)
        result = outcome(case, noise, seed=number)
        for key in ("", str(case.insertion), f"times {case.times}", noise):
            found.setdefault(key, []).append(result)
    results: list[Accuracy] = []
    for key, outcomes in found.items():
        material = "synthetic voices" + (f", {key}" if key else "")
        results += _rates(material, outcomes, asked=not key)
    return results


def _rates(material: str, outcomes: Sequence[Outcome], *, asked: bool) -> list[Accuracy]:
    true = sum(o.true for o in outcomes)
    hits = sum(o.hits for o in outcomes)
    alarms = sum(o.alarms for o in outcomes)
    return [
        share(
            "hesitations not transcribed: precision", material, hits, hits + alarms,
            target=">= 0.85" if asked else "",
        ),
        share(
            "hesitations not transcribed: recall", material, hits, true,
            target=">= 0.75" if asked else "",
        ),
    ]  # fmt: skip


def _fluent(part: Part) -> list[Accuracy]:
    outcomes = [
        outcome(case, noise_of(number), seed=number)
        for number, case in enumerate(cases(part, fluent=True))
    ]
    minutes = sum(o.minutes for o in outcomes)
    return [
        rate(
            "hesitations: false alarms a minute",
            f"synthetic voices, {minutes:.0f} minutes of fluent speech",
            sum(o.alarms for o in outcomes), minutes, target="<= 0.3",
        )
    ]  # fmt: skip
