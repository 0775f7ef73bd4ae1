"""What reaches the loudspeaker, held against takes of noise: noise is like itself at one place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile

from sayback.analysis import Report
from sayback.audio.decode import decode
from sayback.audio.player import Player
from sayback.audio.samples import Audio
from sayback.library import Library, Take
from tests.e2e.sound_card import RATE_HZ, Samples, best_match
from tests.tui.stage import DIVE_DEEP, Stage, add_take

TOLERANCE_S = 0.05
_AUDIBLE = 1e-3
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


def from_first_sound(samples: Samples) -> Samples:
    """Return what was heard from its first sound on."""
    return samples[int(np.flatnonzero(np.abs(samples) > _AUDIBLE)[0]) :]


def assert_begins_at(heard: Samples, whole: Samples, start_s: float, *, speed: float = 1.0) -> None:
    """Show that what is heard first is what a take holds at a moment.

    It is looked for in all of the take, not only where it should be.
    """
    at, score = best_match(heard[: round(_PART_S * RATE_HZ)], whole)
    assert score >= 0.9
    assert at / RATE_HZ * speed == pytest.approx(start_s, abs=TOLERANCE_S)
