"""The page of a recording on disk: its sound inside, in a form that browsers play."""

import base64
import io
import re
import shutil

import numpy as np
import pytest
import soundfile

from sayback.errors import AudioError
from sayback.render.html_page import report_page
from tests.render import reports

RATE_HZ = 48_000


@pytest.fixture
def wav(tmp_path):
    path = tmp_path / "answer.wav"
    samples = np.random.default_rng(2).integers(-20_000, 20_000, RATE_HZ).astype(np.int16)
    soundfile.write(path, samples, RATE_HZ)
    return path


def inside(page):
    found = re.search(r'src="data:([^;]+);base64,([^"]+)"', page)
    return found[1], base64.b64decode(found[2])


def test_a_wav_becomes_flac_with_the_same_samples_at_its_own_rate(wav):
    kind, audio = inside(report_page(reports.rich(), wav))
    samples, rate_hz = soundfile.read(io.BytesIO(audio), dtype="int16")

    assert (kind, rate_hz) == ("audio/flac", RATE_HZ)
    assert np.abs(samples - soundfile.read(wav, dtype="int16")[0]).max() <= 1


def test_a_form_that_browsers_play_goes_in_as_it_is(wav, tmp_path):
    ogg = tmp_path / "answer.ogg"
    soundfile.write(ogg, soundfile.read(wav)[0], RATE_HZ, format="OGG")

    assert inside(report_page(reports.rich(), ogg)) == ("audio/ogg", ogg.read_bytes())


def test_the_sound_is_drawn(wav):
    assert 'class="wave"' in report_page(reports.rich(), wav)


def test_words_alone_need_no_recording():
    assert "<audio" not in report_page(reports.imported(), None)


def test_a_recording_that_is_gone_is_one_sentence(wav):
    shutil.move(wav, wav.with_suffix(".bak"))

    with pytest.raises(AudioError, match="does not exist"):
        report_page(reports.rich(), wav)
