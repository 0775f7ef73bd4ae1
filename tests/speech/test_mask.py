from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from evaluation.disturbances import add_babble, add_breaths, add_noise, add_room
from evaluation.synthetic_speech import RATE_HZ, Passage, Sound, Voice, lay_out, speak
from evaluation.timing import babblers, pause_errors
from sayback.speech import Region, find_speech, silent_gaps

TEXTS = (
    "Last winter our clinic moved every patient record.",
    "I was asked to lead the move with two nurses.",
    "About four percent of the records failed.",
    "She gave us one more week.",
)
SILENCES_S = (0.4, 1.2, 0.7)


@pytest.fixture(scope="module", params=["en-us", "en-gb-x-rp+f3"])
def passage(request: pytest.FixtureRequest) -> Passage:
    voice = Voice(request.param, 170)
    return lay_out(voice.name, [speak(text, voice) for text in TEXTS], silences_s=SILENCES_S)


def worst_boundary_s(passage: Passage, samples: Sound) -> float:
    errors = pause_errors(passage, samples)
    assert (errors.missed, errors.invented) == (0, 0)
    return float(np.max(np.abs(errors.boundaries_s)))


def share_within(passage: Passage, samples: Sound, limit_s: float) -> float:
    errors = pause_errors(passage, samples)
    assert (errors.missed, errors.invented) == (0, 0)
    return float(np.mean(np.abs(errors.boundaries_s) <= limit_s))


def random() -> np.random.Generator:
    return np.random.default_rng(1)


def test_first_and_last_speech_are_where_somebody_begins_and_ends(passage: Passage) -> None:
    speech = find_speech(passage.samples)
    assert speech.start_s == pytest.approx(passage.phrases[0][0], abs=0.05)
    assert speech.end_s == pytest.approx(passage.phrases[-1][1], abs=0.05)
    assert speech.duration_s == pytest.approx(passage.duration_s)


def test_pauses_of_clean_speech_are_found_within_60_ms(passage: Passage) -> None:
    assert worst_boundary_s(passage, passage.samples) < 0.060


@pytest.mark.parametrize("colour", ["white", "pink"])
def test_noise_at_25_db_changes_little(passage: Passage, colour: str) -> None:
    noisy = add_noise(passage, snr_db=25, colour=colour, random=random())
    # The last consonant of one phrase in a dozen is weaker than the noise.
    assert share_within(passage, noisy, 0.060) >= 5 / 6


def test_loud_low_frequency_noise_hides_no_pause(passage: Passage) -> None:
    noisy = add_noise(passage, snr_db=15, colour="low", random=random())
    assert worst_boundary_s(passage, noisy) < 0.120


def test_a_rooms_tail_is_not_speech(passage: Passage) -> None:
    echoing = add_room(passage.samples, rt60_s=0.4, direct_db=2.0, random=random())
    assert worst_boundary_s(passage, echoing) < 0.120


def test_breaths_are_not_speech(passage: Passage) -> None:
    breathing = add_breaths(passage, passage.samples, below_db=20, random=random())
    assert worst_boundary_s(passage, breathing) < 0.120


def test_people_talking_in_the_background_are_not_the_speaker(passage: Passage) -> None:
    others = babblers("development")
    babble = add_babble(passage, passage.samples, others, snr_db=20)
    assert worst_boundary_s(passage, babble) < 0.200


@pytest.mark.parametrize("gain_db", [-40, -20, 6])
def test_loudness_of_the_recording_does_not_matter(passage: Passage, gain_db: int) -> None:
    louder = np.float32(10 ** (gain_db / 20)) * passage.samples
    assert worst_boundary_s(passage, louder) < 0.060


def test_clipping_does_not_matter(passage: Passage) -> None:
    assert worst_boundary_s(passage, np.clip(8 * passage.samples, -1, 1)) < 0.120


def test_dc_offset_and_mains_hum_do_not_matter(passage: Passage) -> None:
    time_s = np.arange(len(passage.samples)) / RATE_HZ
    hum = 0.1 + 0.05 * np.sin(2 * np.pi * 50 * time_s)
    assert worst_boundary_s(passage, (passage.samples + hum).astype(np.float32)) < 0.100


def test_samples_that_are_not_finite_count_as_silence(passage: Passage) -> None:
    broken = passage.samples.copy()
    broken[:100] = np.nan
    broken[100:200] = np.inf
    assert worst_boundary_s(passage, broken) < 0.060


def test_a_quiet_phrase_is_measured_against_its_own_loudness() -> None:
    voice = Voice("en-us", 170)
    phrases = [speak(text, voice) for text in TEXTS[:3]]
    whole = lay_out("whole", phrases, silences_s=SILENCES_S[:2])
    quieter = whole.samples.copy()
    start, end = (round(time * RATE_HZ) for time in whole.phrases[1])
    quieter[start - 1000 : end + 1000] *= np.float32(0.3)
    assert worst_boundary_s(whole, quieter) < 0.060


def test_regions_are_ordered_disjoint_and_inside_the_recording(passage: Passage) -> None:
    speech = find_speech(passage.samples)
    assert all(before.end_s < after.start_s for before, after in pairwise(speech.regions))
    assert all(region.start_s < region.end_s for region in speech.regions)
    assert speech.regions[0].start_s >= 0.0
    assert speech.regions[-1].end_s <= speech.duration_s


def test_speech_up_to_the_very_edges_stays_inside(passage: Passage) -> None:
    first, last = round(passage.phrases[0][0] * RATE_HZ), round(passage.phrases[0][1] * RATE_HZ)
    speech = find_speech(passage.samples[first + 800 : last - 800])
    assert speech.start_s == pytest.approx(0.0, abs=0.06)
    assert speech.end_s is not None
    assert speech.end_s <= speech.duration_s
    assert silent_gaps(speech, min_s=0.25) == ()


@pytest.mark.parametrize("count", [0, 1, 100, 511, 512, 5000])
def test_nothing_and_next_to_nothing_hold_no_speech(count: int) -> None:
    speech = find_speech(np.zeros(count, dtype=np.float32))
    assert speech.regions == ()
    assert speech.duration_s == count / RATE_HZ


@pytest.mark.parametrize("count", [1, 200, 3000, 80_000])
def test_noise_alone_is_no_speech(count: int) -> None:
    noise = 0.1 * random().standard_normal(count).astype(np.float32)
    assert find_speech(noise).regions == ()


def test_a_tone_is_no_speech() -> None:
    time_s = np.arange(3 * RATE_HZ) / RATE_HZ
    tone = 0.3 * np.sin(2 * np.pi * 440 * time_s).astype(np.float32)
    assert find_speech(tone).phonation_s < 0.1


def test_regions_measure_overlap() -> None:
    assert Region(1.0, 2.0).overlap_s(1.5, 3.0) == pytest.approx(0.5)
    assert Region(1.0, 2.0).overlap_s(2.5, 3.0) == 0.0
