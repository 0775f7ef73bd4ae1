"""Compressing keeps every sample, and never leaves a take without a whole recording."""

import dataclasses
from datetime import datetime

import numpy as np
import pytest
import soundfile

from sayback.audio.wav import WavWriter
from sayback.errors import LibraryError
from sayback.library import Library, RecordingInfo, Take
from sayback.library import compress as module
from sayback.library.compress import compress
from tests.render import reports


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path)


def record(library: Library, *, subtype: str = "PCM_16", channels: int = 1, rate: int = 48_000):
    path = library.new_take_path("x", datetime(2026, 11, 22, 9, 0, 0))
    samples = np.random.default_rng(1).normal(0, 0.1, (rate * 2, channels))
    soundfile.write(path, samples, rate, subtype=subtype)
    return library.take_at(path)


def samples_of(path):
    return soundfile.read(path, dtype="int32")[0]


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24"])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_sample_is_the_same(library, subtype, channels):
    take = record(library, subtype=subtype, channels=channels)
    before = samples_of(take.audio_path)

    after = compress(library, take)

    assert after.audio_path == take.audio_path.with_suffix(".flac")
    assert not take.audio_path.exists()
    assert np.array_equal(samples_of(after.audio_path), before)
    assert [path.name for path in after.audio_path.parent.iterdir()] == ["090000-x.flac"]


def test_the_report_names_the_new_file(library):
    take = dataclasses.replace(record(library), report=reports.rich(), notes="slower")
    library.save(take)

    compress(library, take)

    (stored,) = library.takes()
    assert stored.report.take.audio == "090000-x.flac"
    assert stored.notes == "slower"


def test_what_is_compressed_stays_as_it_is(library):
    take = compress(library, record(library))
    written = take.audio_path.stat().st_mtime_ns

    assert compress(library, take) == take
    assert take.audio_path.stat().st_mtime_ns == written


def test_a_difference_keeps_the_wav(library, monkeypatch):
    take = record(library)
    monkeypatch.setattr(module, "_same_samples", lambda one, other: False)

    with pytest.raises(LibraryError, match="untouched"):
        compress(library, take)

    assert [path.name for path in take.audio_path.parent.iterdir()] == ["090000-x.wav"]


def test_other_samples_are_seen_as_different(library, tmp_path):
    one = record(library).audio_path
    samples, rate = soundfile.read(one, dtype="int16")
    samples[-1] += 1
    soundfile.write(tmp_path / "other.flac", samples, rate, subtype="PCM_16")

    assert module._same_samples(one, one)
    assert not module._same_samples(one, tmp_path / "other.flac")


def test_what_flac_can_not_hold_stays_a_wav(library):
    take = record(library, subtype="FLOAT")

    with pytest.raises(LibraryError, match="FLOAT"):
        compress(library, take)

    assert take.audio_path.exists()


def test_a_recording_that_is_not_finished_is_left_alone(library):
    path = library.new_take_path("x", datetime(2026, 11, 22, 9, 0, 0))
    writer = WavWriter(path, 16_000)
    writer.write(np.ones(16_000, np.int16))

    with pytest.raises(LibraryError, match="still being recorded"):
        compress(library, library.take_at(path))

    writer.close()
    marked = Take("2026-11-22/090000-x", path, recording=RecordingInfo(complete=False))
    with pytest.raises(LibraryError, match="still being recorded"):
        compress(library, marked)
    assert path.exists()
