"""What the player says it plays is what a second microphone hears at the loudspeaker."""

from __future__ import annotations

import time

import numpy as np
import pytest

from sayback.audio.decode import decode
from sayback.audio.player import Player
from sayback.audio.samples import Audio
from sayback.audio.tempo import change_tempo
from tests.e2e.heard import noise, sound_of, stretch
from tests.e2e.sound_card import RATE_HZ, best_match

pytestmark = pytest.mark.e2e


NOISE = noise(12, seed=7)


@pytest.fixture
def player(sound_card):
    player = Player()
    yield player
    player.close()


def heard_at(path):
    """What reached the loudspeaker: the samples, and where sound begins and ends in them."""
    samples = sound_of(path)
    sounding = np.flatnonzero(np.abs(samples) > 1e-3)
    return samples, int(sounding[0]), int(sounding[-1])


@pytest.mark.parametrize(("start_s", "rate_hz"), [(0.0, RATE_HZ), (3.217, RATE_HZ), (9.94, 44_100)])
def test_the_moment_that_was_asked_for_is_heard(player, sound_card, tmp_path, start_s, rate_hz):
    sound = Audio(NOISE.samples, rate_hz)
    with sound_card.record_speaker(tmp_path / "heard.wav") as path:
        player.play(sound, start_s=start_s, end_s=start_s + 1.0)
        assert player.wait(20)
        time.sleep(0.3)

    samples, first, last = heard_at(path)
    first_sample = round(start_s * rate_hz)
    asked = Audio(sound.samples[first_sample : first_sample + rate_hz], rate_hz)
    asked_samples = at_card_rate(asked, tmp_path)
    at, score = best_match(asked_samples, samples)
    assert score >= 0.95
    assert at == pytest.approx(first, abs=0.005 * RATE_HZ)
    assert (last - first) / RATE_HZ == pytest.approx(1.0, abs=0.01)


def at_card_rate(audio, folder):
    import soundfile

    soundfile.write(folder / "asked.wav", audio.samples, audio.sample_rate_hz, subtype="FLOAT")
    return decode(folder / "asked.wav", sample_rate_hz=RATE_HZ).samples


@pytest.mark.parametrize("speed", [0.75, 1.5])
def test_another_speed_is_the_same_moment_at_the_same_pitch(player, sound_card, tmp_path, speed):
    time_s = np.arange(6 * RATE_HZ) / RATE_HZ
    tone = Audio((0.3 * np.sin(2 * np.pi * 330 * time_s)).astype(np.float32), RATE_HZ)
    with sound_card.record_speaker(tmp_path / "noise.wav") as noise_path:
        player.play(NOISE, start_s=4.0, end_s=5.2, speed=speed)
        assert player.wait(20)
        time.sleep(0.3)
    with sound_card.record_speaker(tmp_path / "tone.wav") as tone_path:
        player.play(tone, start_s=1.0, end_s=2.2, speed=speed)
        assert player.wait(20)
        time.sleep(0.3)

    samples, first, last = heard_at(noise_path)
    at, score = best_match(
        change_tempo(Audio(stretch(NOISE, 4.0, 5.2), RATE_HZ), speed).samples, samples
    )
    assert score >= 0.95
    assert at == pytest.approx(first, abs=0.005 * RATE_HZ)
    assert (last - first) / RATE_HZ == pytest.approx(1.2 / speed, abs=0.04)
    samples, first, last = heard_at(tone_path)
    sounding = samples[first:last]
    loudest_hz = float(np.argmax(np.abs(np.fft.rfft(sounding)))) * RATE_HZ / len(sounding)
    assert loudest_hz == pytest.approx(330, abs=3)


def test_the_position_is_what_is_being_heard(player, sound_card, tmp_path):
    """The file of the second microphone grows as time passes: its end is now."""
    seen = []
    with sound_card.record_speaker(tmp_path / "heard.wav") as path:
        player.play(NOISE, start_s=2.0, end_s=4.2)
        while player.is_playing:
            seen.append((player.position_s, (path.stat().st_size - 44) / 2 / RATE_HZ))
            time.sleep(0.01)
        over_s = (path.stat().st_size - 44) / 2 / RATE_HZ
        time.sleep(0.3)

    _, first, last = heard_at(path)
    errors_s = [
        position_s - (2.0 + now_s - first / RATE_HZ)
        for position_s, now_s in seen
        if 2.2 < position_s < 4.0
    ]
    assert len(errors_s) > 50
    assert abs(float(np.median(errors_s))) < 0.05
    # Over is over: the next recording may begin, and a moment later at the most.
    assert -0.05 < over_s - last / RATE_HZ < 0.15


def test_after_a_seek_the_new_moment_is_heard_soon(player, sound_card, tmp_path):
    with sound_card.record_speaker(tmp_path / "heard.wav") as path:
        player.play(NOISE, start_s=1.0)
        while player.position_s < 1.5:
            time.sleep(0.01)
        sought_s = path.stat().st_size / 2 / RATE_HZ
        player.seek(8.0)
        time.sleep(0.8)
        player.stop()
        stopped_s = path.stat().st_size / 2 / RATE_HZ
        time.sleep(0.5)

    samples, _, last = heard_at(path)
    at, score = best_match(stretch(NOISE, 8.0, 8.3), samples)
    assert score >= 0.95
    assert at / RATE_HZ - sought_s < 0.3
    assert last / RATE_HZ - stopped_s < 0.3
