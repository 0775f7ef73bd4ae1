"""Where there is no loudspeaker, the question goes to a file."""

import numpy as np
import soundfile

from sayback.audio.player import Player
from sayback.audio.samples import Audio
from sayback.errors import DeviceError
from sayback.interview.loudspeakers import FileLoudspeaker, a_loudspeaker


def test_a_file_takes_what_a_loudspeaker_would_play(tmp_path):
    loudspeaker = FileLoudspeaker(tmp_path / "new" / "question.wav")
    loudspeaker.play(Audio(np.full(2205, 0.25, np.float32), 22_050))
    loudspeaker.wait()

    samples, rate_hz = soundfile.read(loudspeaker.path)
    assert (len(samples), rate_hz) == (2205, 22_050)
    assert np.allclose(samples, 0.25, atol=1e-4)


def test_a_machine_with_a_loudspeaker_uses_it(tmp_path, monkeypatch):
    monkeypatch.setattr("sayback.audio.devices.loudspeakers", lambda: ("one",))

    assert isinstance(a_loudspeaker("", spare_file=tmp_path / "q.wav"), Player)


def test_a_machine_without_one_or_without_portaudio_uses_a_file(tmp_path, monkeypatch):
    monkeypatch.setattr("sayback.audio.devices.loudspeakers", lambda: ())
    assert isinstance(a_loudspeaker("", spare_file=tmp_path / "q.wav"), FileLoudspeaker)

    def refuse():
        raise DeviceError("PortAudio is missing.")

    monkeypatch.setattr("sayback.audio.devices.loudspeakers", refuse)
    assert isinstance(a_loudspeaker("", spare_file=tmp_path / "q.wav"), FileLoudspeaker)
