"""A sound card in software: a room with a microphone in it, and a loudspeaker to listen at.

A PulseAudio daemon of its own, with a private folder, so that it meets neither the user's sound
server nor that of another test process. What is played into the room comes out of the
microphone; what the program plays is heard at the loudspeaker.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

Samples = npt.NDArray[np.float32]

RATE_HZ = 48_000
_CLOSES_WITHIN_S = 3.0
"""A program that has just ended may still be closing its streams; a forgotten one stays open."""
_PROGRAMS = {
    "pulseaudio": "pulseaudio",
    "pactl": "pulseaudio-utils",
    "paplay": "pulseaudio-utils",
    "parec": "pulseaudio-utils",
    "espeak-ng": "espeak-ng",
}
_MODULES = (
    # Without the anonymous login, a test with a home folder of its own lacks the cookie.
    "module-native-protocol-unix auth-anonymous=1",
    f"module-null-sink sink_name=speaker rate={RATE_HZ}",
    f"module-null-sink sink_name=room rate={RATE_HZ}",
    "module-remap-source source_name=mic master=room.monitor",
)


def missing() -> str:
    """What to install before a virtual sound card can be had; empty if nothing."""
    packages = {package for name, package in _PROGRAMS.items() if not shutil.which(name)}
    if not _has_portaudio():
        packages.add("libportaudio2")
    if not list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
        packages.add("libasound2-plugins")
    return f"needs: apt install {' '.join(sorted(packages))}" if packages else ""


def _has_portaudio() -> bool:
    from ctypes.util import find_library

    return find_library("portaudio") is not None


class VirtualSoundCard:
    """Runs from `start` to `stop`; programs find it by `environment`."""

    def __init__(self) -> None:
        # Not pytest's folder: the path of a socket may have 107 characters at most.
        self._folder = Path(tempfile.mkdtemp(prefix="sb-"))
        self._daemon: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """Variables that lead a program to this sound card."""
        return {
            "XDG_RUNTIME_DIR": str(self._folder),
            "PULSE_SERVER": f"unix:{self._folder}/pulse/native",
        }

    def start(self) -> None:
        """Start the daemon and wait until it answers."""
        loads = [f"--load={module}" for module in _MODULES]
        with (self._folder / "daemon.log").open("wb") as log:
            self._daemon = subprocess.Popen(
                ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no",
                 "--exit-idle-time=-1", "--high-priority=no", "--realtime=no", *loads],
                env=self._full_environment(), stdout=log, stderr=log,
            )  # fmt: skip
        deadline = time.monotonic() + 10
        while self.pactl("info", check=False).returncode:
            if time.monotonic() > deadline or self._daemon.poll() is not None:
                log_text = (self._folder / "daemon.log").read_text(errors="replace")
                raise RuntimeError(f"PulseAudio does not start: {log_text}")
            time.sleep(0.02)
        self.pactl("set-default-source", "mic")
        self.pactl("set-default-sink", "speaker")

    def stop(self) -> None:
        """Stop the daemon by its process id and remove its folder."""
        if self._daemon is not None:
            self._daemon.terminate()
            self._daemon.wait(timeout=10)
            self._daemon = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def kill(self) -> None:
        """End the daemon as a crash would."""
        assert self._daemon is not None
        self._daemon.kill()
        self._daemon.wait(timeout=10)
        self._daemon = None

    def pactl(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """Give the daemon an order."""
        return subprocess.run(
            ["pactl", *arguments], env=self._full_environment(), check=check,
            capture_output=True, text=True, timeout=10,
        )  # fmt: skip

    def play_into_room(self, path: Path, *, wait: bool = True) -> subprocess.Popen[bytes]:
        """Play a file to the microphone, as somebody who speaks in the room."""
        playing = subprocess.Popen(
            ["paplay", "-d", "room", str(path)], env=self._full_environment()
        )
        if wait and playing.wait(timeout=120):
            raise RuntimeError(f"paplay can't play {path}")
        return playing

    @contextmanager
    def record_speaker(self, path: Path) -> Iterator[Path]:
        """Write what the loudspeaker plays to a WAV while the block runs."""
        yield from self._record("speaker.monitor", path)

    @contextmanager
    def record_room(self, path: Path) -> Iterator[Path]:
        """Write what sounds in the room to a WAV while the block runs."""
        yield from self._record("room.monitor", path)

    def _record(self, source: str, path: Path) -> Iterator[Path]:
        recording = subprocess.Popen(
            ["parec", "-d", source, "--file-format=wav", f"--rate={RATE_HZ}", "--channels=1",
             "--format=s16le", "--latency-msec=20", str(path)],
            env=self._full_environment(),
        )  # fmt: skip
        try:
            # The header is written before sound comes; sound is proof that it listens.
            deadline = time.monotonic() + 10
            while not path.exists() or path.stat().st_size < 1000:
                if time.monotonic() > deadline or recording.poll() is not None:
                    raise RuntimeError(f"parec does not record {source}")
                time.sleep(0.01)
            yield path
        finally:
            recording.terminate()
            recording.wait(timeout=10)

    def _full_environment(self) -> dict[str, str]:
        return {**os.environ, **self.environment}


@pytest.fixture(scope="session")
def virtual_sound_card() -> Iterator[VirtualSoundCard]:
    """One daemon for all tests of this process; a test that breaks it makes its own."""
    if reason := missing():
        pytest.skip(reason)
    card = VirtualSoundCard()
    card.start()
    yield card
    card.stop()


@pytest.fixture
def sound_card(
    virtual_sound_card: VirtualSoundCard, home: Path, monkeypatch: pytest.MonkeyPatch
) -> VirtualSoundCard:
    """The sound card of this process and of the programs that it starts."""
    plug_in(virtual_sound_card, monkeypatch)
    return virtual_sound_card


@pytest.fixture
def own_sound_card(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[VirtualSoundCard]:
    """A sound card for one test alone, which may break it."""
    if reason := missing():
        pytest.skip(reason)
    card = VirtualSoundCard()
    card.start()
    plug_in(card, monkeypatch)
    yield card
    card.stop()


def plug_in(card: VirtualSoundCard, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lead this process to a card; PortAudio only looks for devices when it starts."""
    from sayback.audio.devices import rescan

    for name, value in card.environment.items():
        monkeypatch.setenv(name, value)
    deadline = time.monotonic() + _CLOSES_WITHIN_S
    while not rescan():
        assert time.monotonic() < deadline, "an earlier test has left a stream open"
        time.sleep(0.02)


def speak(text: str, path: Path, *, rate_wpm: int = 150) -> Path:
    """Have espeak-ng say something into a WAV."""
    subprocess.run(
        ["espeak-ng", "-s", str(rate_wpm), "-w", str(path), text], check=True, timeout=60
    )
    return path


def best_match(part: Samples, whole: Samples) -> tuple[int, float]:
    """Where in `whole` a part sounds: its first sample and the correlation there, 0 to 1."""
    from scipy.signal import correlate

    products = correlate(whole, part, mode="valid", method="fft")
    squares = np.concatenate([[0.0], np.cumsum(np.square(whole, dtype=np.float64))])
    energies = squares[len(part) :] - squares[: -len(part)]
    scale = np.sqrt(np.maximum(energies, 1e-9) * float(np.sum(np.square(part, dtype=np.float64))))
    scores = products / np.maximum(scale, 1e-9)
    first = int(np.argmax(scores))
    return first, float(scores[first])
