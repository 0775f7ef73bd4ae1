"""What reaches the loudspeaker, held against takes of noise: noise is like itself at one place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from textual.pilot import Pilot

from sayback.analysis import Report
from sayback.audio.decode import decode
from sayback.audio.player import Player
from sayback.audio.samples import Audio
from sayback.library import Library, Take
from tests.e2e.sound_card import RATE_HZ, Samples, best_match
from tests.tui.pilots import until
from tests.tui.stage import DIVE_DEEP, Stage, add_take

TOLERANCE_S = 0.05
_AUDIBLE = 1e-3
_HEADER_BYTES = 44
_GAP_FRAMES = RATE_HZ // 1000
_LEAST_S = 0.05
"""A shorter piece of noise could be taken for another moment."""
_PART_S = 0.4
"""What is held against a take; a long part would blur the moment if a block came late."""


def noise(seconds: int, *, seed: int) -> Audio:
    """Return noise up to 4 kHz, as speech: like itself at one place only, and nowhere silent."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(seconds * RATE_HZ))
    spectrum[4_000 * seconds :] = 0
    samples = np.fft.irfft(spectrum)
    return Audio((samples / np.abs(samples).max() / 2).astype(np.float32), RATE_HZ)


def stretch(audio: Audio, start_s: float, end_s: float) -> Samples:
    """Return the samples between two moments."""
    return audio.samples[round(start_s * RATE_HZ) : round(end_s * RATE_HZ)]


@contextmanager
def stage_with_loudspeaker(folder: Path) -> Iterator[Stage]:
    """Give the made-up world real recordings and a player that reaches the loudspeaker."""
    stage = Stage(folder)
    players: list[Player] = []

    def open_player(name: str) -> Player:
        players.append(Player(name))
        return players[-1]

    stage._decode = lambda path: decode(path, sample_rate_hz=None)  # type: ignore[method-assign]
    stage._sound = open_player  # type: ignore[assignment, method-assign]
    yield stage
    for player in players:
        player.close()


def add_sounding_take(library: Library, take_id: str, report: Report, audio: Audio) -> Take:
    """Put a take whose sound is known into a library."""
    take = add_take(library, take_id, DIVE_DEEP, report)
    soundfile.write(take.audio_path, audio.samples, RATE_HZ, subtype="PCM_16")
    return take


def sound_of(path: Path) -> Samples:
    """Return all that a second microphone heard."""
    return decode(path, sample_rate_hz=RATE_HZ).samples


async def until_heard(
    pilot: Pilot[Any], path: Path, seconds: float, *, since_s: float = 0.0
) -> None:
    """Wait until a growing recording holds so much since its first sound after a moment."""
    since = _HEADER_BYTES + 2 * round(since_s * RATE_HZ)

    def heard() -> bool:
        samples = np.fromfile(path, np.int16, offset=since)
        sounding = np.flatnonzero(np.abs(samples) > _AUDIBLE * 32_768)
        return bool(len(sounding)) and len(samples) - int(sounding[0]) >= seconds * RATE_HZ

    await until(pilot, heard, within_s=30)


def from_first_sound(samples: Samples) -> Samples:
    """Return what was heard from its first sound on."""
    return samples[int(np.flatnonzero(np.abs(samples) > _AUDIBLE)[0]) :]


@dataclass(frozen=True)
class Piece:
    """Sound without a gap: on a machine that is too busy, a loudspeaker falls silent in between."""

    samples: Samples
    at_s: float
    """When it was heard."""
    after_s: float
    """How much sound was heard before it, gaps left out."""


def pieces(heard: Samples) -> list[Piece]:
    """Cut what was heard at its gaps; noise is nowhere silent by itself."""
    sounding = np.flatnonzero(np.abs(heard) > _AUDIBLE / 10)
    found, before = [], 0
    for run in np.split(sounding, np.flatnonzero(np.diff(sounding) > _GAP_FRAMES) + 1):
        if len(run):
            samples = heard[run[0] : run[-1] + 1]
            found.append(Piece(samples, run[0] / RATE_HZ, before / RATE_HZ))
            before += len(samples)
    return found


def first_piece(heard: Samples) -> Piece:
    """Return what was heard first, as far as it can be told from any other moment."""
    return next(piece for piece in pieces(heard) if len(piece.samples) >= _LEAST_S * RATE_HZ)


def assert_begins_at(heard: Samples, whole: Samples, start_s: float, *, speed: float = 1.0) -> None:
    """Show that what is heard first is what a take holds at a moment.

    It is looked for in all of the take, not only where it should be.
    """
    piece = first_piece(heard)
    at, score = best_match(piece.samples[: round(_PART_S * RATE_HZ)], whole)
    assert score >= 0.9
    assert at / RATE_HZ * speed == pytest.approx(start_s + piece.after_s * speed, abs=TOLERANCE_S)


def played(heard: Samples, takes: Mapping[str, Audio]) -> list[tuple[str, float, float]]:
    """Return what was heard in order: which take, and from when to when in it."""
    found: list[tuple[str, float, float]] = []
    for piece in pieces(heard):
        length_s = len(piece.samples) / RATE_HZ
        if length_s < _LEAST_S:
            continue
        matches = {name: best_match(piece.samples, take.samples) for name, take in takes.items()}
        name, (at, score) = max(matches.items(), key=lambda match: match[1][1])
        assert score >= 0.9
        start_s = at / RATE_HZ
        if found and found[-1][0] == name and abs(found[-1][2] - start_s) < TOLERANCE_S:
            found[-1] = (name, found[-1][1], start_s + length_s)
        else:
            found.append((name, start_s, start_s + length_s))
    return found
