import numpy as np
import pytest

from sayback.audio.samples import Audio
from sayback.voice.cache import VoiceCache

KEY = ("embedded", "en-us", 165, "Tell me about yourself.")


@pytest.fixture
def audio():
    return Audio(np.linspace(-1, 1, 2000, dtype=np.float32), 22050)


def test_what_was_put_comes_back(tmp_path, audio):
    cache = VoiceCache(tmp_path / "voice")
    cache.put(audio, *KEY)
    kept = cache.get(*KEY)
    assert kept.sample_rate_hz == 22050
    np.testing.assert_allclose(kept.samples, audio.samples, atol=1 / 32767)


@pytest.mark.parametrize("part", range(4))
def test_another_engine_voice_rate_or_text_is_another_recording(tmp_path, audio, part):
    cache = VoiceCache(tmp_path)
    cache.put(audio, *KEY)
    other = list(KEY)
    other[part] = 200 if part == 2 else "other"
    assert cache.get(*other) is None


@pytest.mark.parametrize("keep_bytes", [0, 20, 44, 300])
def test_a_file_that_is_cut_off_counts_as_none(tmp_path, audio, keep_bytes):
    cache = VoiceCache(tmp_path)
    cache.put(audio, *KEY)
    path = cache.path(*KEY)
    path.write_bytes(path.read_bytes()[:keep_bytes])
    assert cache.get(*KEY) is None


def test_a_file_of_something_else_counts_as_none(tmp_path):
    cache = VoiceCache(tmp_path)
    cache.path(*KEY).write_bytes(b"no sound at all" * 100)
    assert cache.get(*KEY) is None


def test_a_folder_that_cannot_be_made_keeps_nothing_and_hurts_nobody(tmp_path, audio):
    (tmp_path / "file").write_text("in the way")
    cache = VoiceCache(tmp_path / "file")
    cache.put(audio, *KEY)
    assert cache.get(*KEY) is None


def test_nothing_temporary_stays_behind(tmp_path, audio):
    cache = VoiceCache(tmp_path)
    cache.put(audio, *KEY)
    assert list(tmp_path.iterdir()) == [cache.path(*KEY)]
