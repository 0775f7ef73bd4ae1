"""WAV files that survive: written block by block, mended after a crash, never overwritten."""

from __future__ import annotations

import struct
import wave

import numpy as np
import pytest
import soundfile

from sayback.audio.decode import decode
from sayback.audio.wav import WavWriter, duration_s, is_cut_off, repair_wav
from sayback.errors import AudioError

RATE_HZ = 48_000
SPOKEN = (np.random.default_rng(1).standard_normal(RATE_HZ) * 3000).astype(np.int16)


def write(path, *, close):
    writer = WavWriter(path, RATE_HZ)
    for first in range(0, len(SPOKEN), 512):
        writer.write(SPOKEN[first : first + 512])
    if close:
        writer.close()
    return writer


@pytest.fixture
def whole(tmp_path):
    path = tmp_path / "whole.wav"
    write(path, close=True)
    return path


@pytest.fixture
def cut_off(tmp_path):
    """What a killed process leaves: every block, and a header that was never finished."""
    open_path = tmp_path / "open.wav"
    writer = write(open_path, close=False)
    path = tmp_path / "cut_off.wav"
    path.write_bytes(open_path.read_bytes())
    writer.close()
    return path


def samples_of(path):
    with wave.open(str(path)) as file:
        shape = (file.getnchannels(), file.getsampwidth(), file.getframerate())
        assert shape == (1, 2, RATE_HZ)
        return np.frombuffer(file.readframes(file.getnframes()), np.int16)


def test_a_closed_file_is_an_ordinary_wav(whole):
    np.testing.assert_array_equal(samples_of(whole), SPOKEN)
    assert duration_s(whole) == 1.0
    assert not is_cut_off(whole)


def test_close_tells_the_length(tmp_path):
    assert write(tmp_path / "a.wav", close=False).close() == 1.0


def test_every_block_is_on_disk_at_once(tmp_path):
    path = tmp_path / "a.wav"
    writer = WavWriter(path, RATE_HZ)
    before = path.stat().st_size
    writer.write(SPOKEN[:512])
    assert path.stat().st_size == before + 1024
    writer.sync()
    writer.close()


def test_a_cut_off_file_is_known_read_and_mended(cut_off):
    assert is_cut_off(cut_off)
    assert duration_s(cut_off) == 1.0
    assert decode(cut_off, sample_rate_hz=None).duration_s == 1.0
    np.testing.assert_array_equal(soundfile.read(cut_off, dtype="int16")[0], SPOKEN)

    assert repair_wav(cut_off) == 1.0
    assert not is_cut_off(cut_off)
    np.testing.assert_array_equal(samples_of(cut_off), SPOKEN)


def test_half_a_sample_at_the_end_is_left_out(cut_off):
    with cut_off.open("ab") as file:
        file.write(b"\x01")
    repair_wav(cut_off)
    np.testing.assert_array_equal(samples_of(cut_off), SPOKEN)


def test_mending_a_whole_file_changes_nothing(whole):
    before = whole.read_bytes()
    assert repair_wav(whole) == 1.0
    assert whole.read_bytes() == before


def test_a_header_that_promises_more_than_there_is_is_mended_too(whole):
    held = whole.read_bytes()
    whole.write_bytes(held[: len(held) // 2 * 2 - 2000])
    assert is_cut_off(whole)
    assert repair_wav(whole) == pytest.approx(1.0 - 1000 / RATE_HZ)
    np.testing.assert_array_equal(samples_of(whole), SPOKEN[:-1000])


def test_what_follows_the_sound_in_a_whole_file_is_no_sound(whole):
    with whole.open("ab") as file:
        file.write(struct.pack("<4sI", b"LIST", 4) + b"note")
    assert not is_cut_off(whole)
    assert repair_wav(whole) == 1.0
    np.testing.assert_array_equal(samples_of(whole), SPOKEN)


def test_a_file_is_never_overwritten(whole):
    before = whole.read_bytes()
    with pytest.raises(AudioError, match=r"whole\.wav exists already; choose another name"):
        WavWriter(whole, RATE_HZ)
    assert whole.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AudioError, match="choose a folder you may write to"):
        WavWriter(tmp_path / "file" / "a.wav", RATE_HZ)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"x" * 100])
def test_what_is_no_wav_is_not_touched(tmp_path, content):
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    assert not is_cut_off(path)
    with pytest.raises(AudioError, match="no WAV file"):
        repair_wav(path)
    assert path.read_bytes() == content


def test_stereo_is_not_mended_as_if_it_were_ours(tmp_path):
    path = tmp_path / "stereo.wav"
    soundfile.write(path, np.zeros((100, 2)), RATE_HZ, subtype="PCM_16")
    with pytest.raises(AudioError, match="no mono 16-bit recording"):
        repair_wav(path)
