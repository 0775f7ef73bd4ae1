"""The first start with a real microphone and loudspeaker: what is said is what is heard back."""

from __future__ import annotations

import asyncio
import os
import threading
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from sayback import paths
from sayback.audio.devices import rescan
from sayback.tui.app import SaybackApp
from sayback.tui.live import live_services
from sayback.tui.sample import SENTENCE
from sayback.tui.screens.first_start import FirstStartScreen
from sayback.tui.screens.home import HomeScreen
from sayback.tui.session import Session
from sayback.tui.widgets.first_loudspeaker import FirstLoudspeaker
from sayback.tui.widgets.level_meter import LevelMeter
from sayback.tui.widgets.microphone_trial import MicrophoneTrial
from tests.e2e.heard import sound_of
from tests.e2e.sound_card import RATE_HZ, Samples, best_match, speak
from tests.tui.pilots import settle, shown, until

pytestmark = pytest.mark.e2e

_PART_S = 0.4
_AUDIBLE = 0.02


async def test_the_microphone_step_plays_back_what_was_said_and_keeps_nothing(
    sound_card, home, tmp_path
):
    said = speak("Last week I led a small team through a hard release.", tmp_path / "said.wav")
    session = Session(live_services(recordings=tmp_path / "recordings"))
    app = SaybackApp(session)
    levels: list[float] = []

    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: app.screen.query(MicrophoneTrial), within_s=30)
        trial = app.screen.query_one(MicrophoneTrial)
        await until(pilot, lambda: trial.meter and trial.meter.status().blocks_arriving)
        meter = trial.query_one(LevelMeter)
        meter.watch(meter, "level_db", lambda level: levels.append(level or -99.0))
        await pilot.press("space")
        await asyncio.to_thread(sound_card.play_into_room, said)
        await pilot.pause(0.3)
        with sound_card.record_speaker(tmp_path / "speaker.wav") as speaker:
            await pilot.press("space")
            await until(pilot, lambda: "That was you." in shown(pilot), within_s=30)
            await pilot.pause(0.3)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        await settle(pilot)

    assert_heard(sound_of(said), sound_of(speaker))
    assert max(levels) > -40
    assert not paths.config_file().exists()
    assert not (tmp_path / "recordings").exists()
    assert sounds_below(home) == []


async def test_the_loudspeaker_step_is_heard(sound_card, home, tmp_path):
    session = Session(live_services(recordings=tmp_path / "recordings"))
    app = SaybackApp(session)

    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, FirstStartScreen), within_s=30)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen.step, FirstLoudspeaker))
        await settle(pilot)
        with sound_card.record_speaker(tmp_path / "speaker.wav") as speaker:
            await pilot.press("space")
            await until(pilot, lambda: "Heard nothing?" in shown(pilot), within_s=30)
            await pilot.pause(0.3)
        await settle(pilot)

    spoken = session.services.voices.speak(SENTENCE, session.config)
    path = tmp_path / "spoken.wav"
    soundfile.write(path, spoken.samples, spoken.sample_rate_hz, subtype="FLOAT")
    assert_heard(sound_of(path), sound_of(speaker))


async def test_a_microphone_that_opens_while_its_step_is_left_is_given_back(
    sound_card, home, tmp_path
):
    services = live_services(recordings=tmp_path / "recordings")
    opening = threading.Event()

    def meter(name):
        opening.set()
        return services.hardware.meter(name)

    hardware = replace(services.hardware, meter=meter)
    app = SaybackApp(Session(replace(services, hardware=hardware)))

    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, opening.is_set, within_s=30)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen.step, FirstLoudspeaker))
        await settle(pilot)
        # Devices can be looked for again only while no stream is open.
        await until(pilot, rescan, within_s=5)
        await pilot.pause(0.5)

        assert rescan()


def assert_heard(said: Samples, heard: Samples) -> None:
    """Show that what is heard is what was said, part by part and in the same order.

    A machine with much else to do may stutter once: most parts must be right, not all.
    """
    size = round(_PART_S * RATE_HZ)
    parts = [said[at : at + size] for at in range(0, len(said) - size, size)]
    loud = [part for part in parts if np.sqrt(np.mean(np.square(part))) > _AUDIBLE]
    found = [best_match(part, heard) for part in loud]
    right = [at for at, score in found if score >= 0.9]
    assert len(right) > 0.6 * len(loud) >= 3, found
    assert right == sorted(right)


def sounds_below(folder) -> list[str]:
    """Return every file below a folder that could hold sound, but for the voice's own cache."""
    return [
        os.path.join(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith((".wav", ".flac", ".raw", ".tmp")) and "voice" not in place
    ]
