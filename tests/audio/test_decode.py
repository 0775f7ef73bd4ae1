"""Decoding: any format to mono samples, and one sentence for what can't be read."""

from __future__ import annotations

import av
import numpy as np
import pytest
import soundfile

from sayback.audio.decode import AUDIO_SUFFIXES, decode, native_rate_hz
from sayback.errors import AudioError

RATE_HZ = 48_000
CODECS = {
    ".wav": "pcm_s16le",
    ".flac": "flac",
    ".mp3": "MPEG_LAYER_III",
    ".m4a": "aac",
    ".ogg": "VORBIS",
    ".opus": "libopus",
    ".webm": "libopus",
    ".mp4": "aac",
}


def tone(seconds=1.0, rate_hz=RATE_HZ):
    """A tone of 400 Hz at a tenth of full scale, with a silent second half."""
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.1 * np.sin(2 * np.pi * 400 * time_s) * (time_s < seconds / 2)).astype(np.float32)


def encode(path, samples, codec):
    if codec.isupper():  # PyAV reads these two, and has no encoder for them
        soundfile.write(path, samples, RATE_HZ, subtype=codec)
        return path
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=RATE_HZ, layout="mono")
        resampler = av.AudioResampler(stream.format, "mono", RATE_HZ, stream.frame_size or 1024)
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis], format="flt", layout="mono")
        frame.sample_rate = RATE_HZ
        for piece in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


def rms(samples):
    return float(np.sqrt(np.mean(np.square(samples))))


def test_every_suffix_has_a_codec_here():
    assert set(CODECS) == AUDIO_SUFFIXES


@pytest.mark.parametrize("suffix", sorted(AUDIO_SUFFIXES))
def test_every_format_is_read_at_16_khz(tmp_path, suffix):
    audio = decode(encode(tmp_path / f"answer{suffix}", tone(2.0), CODECS[suffix]))
    assert audio.sample_rate_hz == 16_000
    assert audio.samples.dtype == np.float32
    # Lossy formats keep up to a tenth of a second of padding.
    assert audio.duration_s == pytest.approx(2.0, abs=0.1)
    assert rms(audio.samples[3_200:12_800]) == pytest.approx(0.1 / np.sqrt(2), rel=0.03)
    assert rms(audio.samples[19_200:28_800]) < 0.001


def test_samples_of_a_wav_are_exact_at_its_own_rate(tmp_path):
    spoken = (np.random.default_rng(3).uniform(-1, 1, 5000) * 32767).astype(np.int16)
    soundfile.write(tmp_path / "a.wav", spoken, 44_100)
    audio = decode(tmp_path / "a.wav", sample_rate_hz=None)
    assert audio.sample_rate_hz == 44_100
    np.testing.assert_array_equal(np.round(audio.samples * 32768).astype(np.int16), spoken)


def test_resampling_keeps_length_and_place(tmp_path):
    soundfile.write(tmp_path / "a.wav", tone(1.0), RATE_HZ)
    audio = decode(tmp_path / "a.wav")
    assert len(audio.samples) == 16_000
    np.testing.assert_allclose(audio.samples[1600:6400], tone(1.0, 16_000)[1600:6400], atol=1e-3)


@pytest.mark.parametrize(("left", "right", "expected"), [(1, 1, 1.0), (1, 0, 0.5), (0, 1, 0.5)])
def test_channels_are_averaged(tmp_path, left, right, expected):
    samples = tone()
    soundfile.write(tmp_path / "a.wav", np.stack([left * samples, right * samples], 1), RATE_HZ)
    audio = decode(tmp_path / "a.wav", sample_rate_hz=None)
    np.testing.assert_allclose(audio.samples, expected * samples, atol=4e-5)


def test_the_native_rate_is_told_without_decoding(tmp_path):
    soundfile.write(tmp_path / "a.flac", tone(), 44_100)
    assert native_rate_hz(tmp_path / "a.flac") == 44_100


@pytest.mark.parametrize("read", [decode, native_rate_hz])
class TestWhatCannotBeRead:
    def test_a_missing_file(self, tmp_path, read):
        with pytest.raises(AudioError, match=r"gone\.wav does not exist; check the name"):
            read(tmp_path / "gone.wav")

    def test_a_folder(self, tmp_path, read):
        with pytest.raises(AudioError, match="is a folder; name a recording in it"):
            read(tmp_path)

    def test_an_empty_file(self, tmp_path, read):
        (tmp_path / "a.wav").touch()
        with pytest.raises(AudioError, match="is empty"):
            read(tmp_path / "a.wav")

    def test_a_file_of_something_else(self, tmp_path, read):
        (tmp_path / "a.mp3").write_bytes(b"This is no recording at all. " * 50)
        with pytest.raises(AudioError, match="can't be read as audio"):
            read(tmp_path / "a.mp3")

    def test_a_film_without_sound(self, tmp_path, read):
        path = tmp_path / "silent.mp4"
        with av.open(str(path), "w") as container:
            stream = container.add_stream("mpeg4", rate=10)
            stream.width = stream.height = 64
            for _ in range(3):
                container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
            container.mux(stream.encode(None))
        with pytest.raises(AudioError, match="holds no audio"):
            read(path)


def test_a_wav_without_a_single_sample(tmp_path):
    soundfile.write(tmp_path / "a.wav", np.zeros(0), RATE_HZ)
    with pytest.raises(AudioError, match="holds no sound"):
        decode(tmp_path / "a.wav")


@pytest.mark.parametrize("suffix", [".mp3", ".flac", ".ogg"])
def test_a_file_that_breaks_off_keeps_what_came_before(tmp_path, suffix):
    noise = np.random.default_rng(4).normal(0, 0.1, 10 * RATE_HZ).astype(np.float32)
    path = encode(tmp_path / f"a{suffix}", noise, CODECS[suffix])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert decode(path).duration_s == pytest.approx(5.0, abs=1.0)
