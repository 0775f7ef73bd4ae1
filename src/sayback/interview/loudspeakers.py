"""The loudspeaker that a question is asked through, or a file where there is none."""

from __future__ import annotations

from pathlib import Path

from sayback.audio.samples import Audio
from sayback.errors import DeviceError
from sayback.interview.asking import Loudspeaker


class FileLoudspeaker:
    """Writes what it is given to play into a WAV: the ear of a machine without sound."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def play(self, audio: Audio) -> None:
        """Write the file."""
        import soundfile

        self.path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(self.path, audio.samples, audio.sample_rate_hz, subtype="PCM_16")

    def wait(self) -> None:
        """Return at once: there is nothing to be heard."""

    def stop(self) -> None:
        """Do nothing: there is nothing to be heard."""


def a_loudspeaker(device_name: str, *, spare_file: Path) -> Loudspeaker:
    """Return a loudspeaker if the machine has one, else one that writes to a file."""
    from sayback.audio.devices import loudspeakers
    from sayback.audio.player import Player

    try:
        found = loudspeakers()
    except DeviceError:
        found = ()
    return Player(device_name) if found else FileLoudspeaker(spare_file)
