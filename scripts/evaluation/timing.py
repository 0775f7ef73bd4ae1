"""Whether pauses are found, and whether they begin and end where speech does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from evaluation.disturbances import add_babble, add_breaths, add_noise, add_room
from evaluation.flite import has_flite
from evaluation.result import Accuracy, percentile, share
from evaluation.synthetic_speech import FLITE, Passage, Phrase, Sound, Voice, lay_out, speak
from evaluation.texts import Part, sentences

VOICES: dict[Part, tuple[Voice, ...]] = {
    "development": (
        Voice("en-us", 170, 50),
        Voice("en-us+f2", 185, 55),
        Voice("en-gb-x-rp+m3", 150, 45),
        Voice("en-us+Annie", 200, 60),
        Voice("en-gb-scotland+m5", 140, 40),
        Voice("en-029+f4", 165, 50),
        Voice("flite:slt", 165),
        Voice("flite:awb", 175),
    ),
    "test": (
        Voice("en-us+m7", 175, 45),
        Voice("en-gb-x-rp+f3", 160, 55),
        Voice("en-us-nyc+linda", 145, 50),
        Voice("en-gb-x-gbclan+m1", 190, 40),
        Voice("en-us+belinda", 205, 60),
        Voice("en-029+Alex", 155, 50),
        Voice("flite:rms", 170),
        Voice("flite:kal16", 160),
    ),
}
SEEDS: dict[Part, int] = {"development": 11, "test": 97}
PAUSE_S = 0.25

Spoil = Callable[[Passage, np.random.Generator, "Babblers"], Sound]
Babblers = list[list[Phrase]]


@dataclass(frozen=True, slots=True)
class Condition:
    """A way of spoiling a recording, and what is asked of it."""

    name: str
    spoil: Spoil
    within_s: float
    boundary_target: float
    detection_target: float


def _room(passage: Passage, random: np.random.Generator) -> Sound:
    direct_db = random.uniform(-2.0, 6.0)
    return add_room(passage.samples, rt60_s=0.4, direct_db=direct_db, random=random)


def _everything(passage: Passage, random: np.random.Generator, babblers: Babblers) -> Sound:
    samples = _room(passage, random)
    samples = add_breaths(passage, samples, below_db=random.uniform(24, 34), random=random)
    return add_babble(passage, samples, babblers, snr_db=20.0)


CONDITIONS = (
    Condition("clean", lambda p, r, b: p.samples, 0.060, 0.95, 0.99),
    Condition(
        "white noise, 25 dB SNR",
        lambda p, r, b: add_noise(p, snr_db=25, colour="white", random=r),
        0.060, 0.95, 0.99,
    ),
    Condition(
        "pink noise, 25 dB SNR",
        lambda p, r, b: add_noise(p, snr_db=25, colour="pink", random=r),
        0.060, 0.95, 0.99,
    ),
    Condition(
        "low-frequency noise, 15 dB SNR",
        lambda p, r, b: add_noise(p, snr_db=15, colour="low", random=r),
        0.120, 0.90, 0.99,
    ),
    Condition("room, RT60 0.4 s", lambda p, r, b: _room(p, r), 0.120, 0.90, 29 / 30),
    Condition(
        "breaths in the pauses",
        lambda p, r, b: add_breaths(p, p.samples, below_db=r.uniform(20, 34), random=r),
        0.120, 0.90, 29 / 30,
    ),
    Condition(
        "babble, 20 dB SNR",
        lambda p, r, b: add_babble(p, p.samples, b, snr_db=20),
        0.120, 0.90, 29 / 30,
    ),
    Condition("room, breaths and babble", _everything, 0.120, 0.90, 29 / 30),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PauseErrors:
    """What went wrong, and how far off the rest was."""

    boundaries_s: tuple[float, ...]
    """Found less true, at both ends of every pause that was found."""
    true: int
    missed: int
    invented: int


def passages(part: Part, *, per_voice: int = 2, phrases: int = 8) -> Iterator[Passage]:
    """Yield passages of several voices with silences of 0.3 to 2.5 s."""
    random = np.random.default_rng(SEEDS[part])
    texts = sentences(part)
    for voice in VOICES[part]:
        if voice.name.startswith(FLITE) and not has_flite():
            continue
        for number in range(per_voice):
            chosen = random.choice(len(texts), size=phrases, replace=False)
            silences = np.exp(random.uniform(np.log(0.3), np.log(2.5), size=phrases - 1))
            spoken = [scaled(speak(texts[k], voice), random.uniform(-6, 0)) for k in chosen]
            name = f"{voice.name} {number}"
            yield lay_out(name, spoken, silences_s=silences.tolist())


def scaled(phrase: Phrase, gain_db: float) -> Phrase:
    """Return a phrase spoken more softly."""
    from dataclasses import replace

    return replace(phrase, samples=phrase.samples * np.float32(10 ** (gain_db / 20)))


def babblers(part: Part, *, talkers: int = 6) -> Babblers:
    """Return phrases of other voices, to talk in the background."""
    names = ("en-us+m4", "en-us+f5", "en+m2", "en+f1", "en-gb-x-rp+m6", "en-us+steph")
    texts = sentences(part)
    return [
        [speak(texts[(7 * k + 5 * n) % len(texts)], Voice(name, 160 + 10 * n)) for k in range(12)]
        for n, name in enumerate(names[:talkers])
    ]


def pause_errors(passage: Passage, samples: Sound) -> PauseErrors:
    """Find the pauses and compare them with the true ones."""
    from sayback.speech import find_speech, silent_gaps

    found = silent_gaps(find_speech(samples), min_s=PAUSE_S)
    errors: list[float] = []
    missed = 0
    used: set[int] = set()
    for start, end in passage.pauses:
        shared = [gap.overlap_s(start, end) for gap in found]
        best = int(np.argmax(shared)) if shared else -1
        if best < 0 or best in used or shared[best] < 0.5 * (end - start):
            missed += 1
            continue
        used.add(best)
        errors += [found[best].start_s - start, found[best].end_s - end]
    return PauseErrors(tuple(errors), len(passage.pauses), missed, len(found) - len(used))


def measure(part: Part = "test", *, per_voice: int = 2) -> list[Accuracy]:
    """Measure the pauses under every condition."""
    spoken = list(passages(part, per_voice=per_voice))
    others = babblers(part)
    results: list[Accuracy] = []
    for number, condition in enumerate(CONDITIONS):
        random = np.random.default_rng((SEEDS[part], number))
        errors = [pause_errors(p, condition.spoil(p, random, others)) for p in spoken]
        results += _summary(condition, errors)
    return results


def _summary(condition: Condition, errors: list[PauseErrors]) -> list[Accuracy]:
    material = f"synthetic voices, {condition.name}"
    off = np.abs(np.concatenate([e.boundaries_s for e in errors]))
    true = sum(e.true for e in errors)
    wrong = sum(e.missed + e.invented for e in errors)
    return [
        share(
            f"pause boundaries within {1000 * condition.within_s:.0f} ms", material,
            int((off <= condition.within_s).sum()), len(off),
            target=f">= {condition.boundary_target:.2f}",
        ),
        percentile("pause boundary error, 90th percentile, s", material, off.tolist(), 90.0),
        share(
            "pauses neither missed nor invented", material, max(true - wrong, 0), true,
            target=f">= {condition.detection_target:.3f}",
        ),
    ]  # fmt: skip
