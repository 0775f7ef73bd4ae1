"""The embedded espeak-ng voice: text in, samples and the times of words and phonemes out.

The library comes with the espeakng-loader package, so nothing has to be installed on the machine.
espeak-ng keeps its state in globals: one lock lets one thread speak at a time.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from sayback.errors import VoiceError

DEFAULT_VOICE = "en-us"
DEFAULT_RATE_WPM = 175
DEFAULT_PITCH = 50

# espeak-ng 1.52 copies the data path into a buffer of 160 bytes and fails beyond it.
_LONGEST_DATA_PATH = 140

# Names as in espeak-ng's speak_lib.h.
_AUDIO_OUTPUT_SYNCHRONOUS = 2
_INITIALIZE_PHONEME_EVENTS = 0x0001
_INITIALIZE_DONT_EXIT = 0x8000
_CHARS_UTF8 = 1
_POS_CHARACTER = 1
_PARAMETER_RATE = 1
_PARAMETER_PITCH = 3
_EVENT_LIST_TERMINATED = 0
_EVENT_WORD = 1
_EVENT_PHONEME = 7


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word that espeak-ng announced; it runs some words together ("of the") as one."""

    offset: int
    """Index of the word's first character in the text."""
    start_s: float
    """Seconds from the start of the samples."""


@dataclass(frozen=True, slots=True)
class SpokenPhoneme:
    """One phoneme, or a stretch of silence, as espeak-ng spoke it."""

    name: str
    """espeak-ng's own mnemonic without stress marks; names that start with "_" are silence."""
    start_s: float
    """Seconds from the start of the samples."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A spoken text."""

    samples: npt.NDArray[np.float32] = field(repr=False)
    """Mono, within -1..1."""
    sample_rate_hz: int
    words: tuple[SpokenWord, ...]
    phonemes: tuple[SpokenPhoneme, ...]


def synthesise(
    text: str,
    *,
    voice: str = DEFAULT_VOICE,
    rate_wpm: int = DEFAULT_RATE_WPM,
    pitch: int = DEFAULT_PITCH,
) -> Speech:
    """Speak a text into memory.

    Parameters
    ----------
    text
        Plain text, no markup.
    voice
        A voice of espeak-ng, with a variant if wanted: ``en-us``, ``en-gb``, ``en-us+f3``.
    rate_wpm
        Words a minute, 80 to 450.
    pitch
        0 to 100.

    Raises
    ------
    VoiceError
        The library is missing or doesn't start, the voice is unknown, or nothing was spoken.
    """
    with _lock:
        return _library().speak(text, voice=voice, rate_wpm=rate_wpm, pitch=pitch)


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_SynthCallback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


class _Library:
    """The loaded C library, started once in a process."""

    def __init__(self) -> None:
        self._chunks: list[npt.NDArray[np.int16]] = []
        self._events: list[tuple[int, int, int, str]] = []
        # espeak-ng keeps only the address: without this reference the callback would be freed.
        self._callback = _SynthCallback(self._collect)
        self._c, data = _load()
        self.sample_rate_hz = int(
            self._c.espeak_Initialize(
                _AUDIO_OUTPUT_SYNCHRONOUS,
                0,
                os.fsencode(_short_path(data)),
                _INITIALIZE_PHONEME_EVENTS | _INITIALIZE_DONT_EXIT,
            )
        )
        if self.sample_rate_hz <= 0:
            raise VoiceError(
                f"The embedded voice did not start with its data in {data}: "
                "reinstall the package espeakng-loader."
            )
        self._c.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str, *, voice: str, rate_wpm: int, pitch: int) -> Speech:
        if self._c.espeak_SetVoiceByName(voice.encode()) != 0:
            raise VoiceError(f"The embedded voice has no {voice!r}: try {DEFAULT_VOICE!r}.")
        self._c.espeak_SetParameter(_PARAMETER_RATE, rate_wpm, 0)
        self._c.espeak_SetParameter(_PARAMETER_PITCH, pitch, 0)
        self._chunks.clear()
        self._events.clear()
        encoded = text.encode()
        status = self._c.espeak_Synth(
            encoded, len(encoded) + 1, 0, _POS_CHARACTER, 0, _CHARS_UTF8, None, None
        )
        self._c.espeak_Synchronize()
        spoke = any(kind == _EVENT_WORD for kind, *_ in self._events)
        if status != 0 or not spoke or not self._chunks:
            raise VoiceError("The embedded voice spoke nothing: give it a text with words.")
        return Speech(
            samples=np.concatenate(self._chunks).astype(np.float32) / 32768.0,
            sample_rate_hz=self.sample_rate_hz,
            words=tuple(
                SpokenWord(position - 1, sample / self.sample_rate_hz)
                for kind, position, sample, _ in self._events
                if kind == _EVENT_WORD
            ),
            phonemes=tuple(
                SpokenPhoneme(name, sample / self.sample_rate_hz)
                for kind, _, sample, name in self._events
                if kind == _EVENT_PHONEME
            ),
        )

    def _collect(self, samples: Any, count: int, events: Any) -> int:
        """Copy what espeak-ng hands over; it reuses both buffers. 0 means go on."""
        if samples and count > 0:
            self._chunks.append(np.ctypeslib.as_array(samples, shape=(count,)).copy())
        index = 0
        while events and events[index].type != _EVENT_LIST_TERMINATED:
            event = events[index]
            name = event.id.decode("utf-8", "replace") if event.type == _EVENT_PHONEME else ""
            self._events.append((event.type, event.text_position, event.sample, name.lstrip("',")))
            index += 1
        return 0


_lock = threading.Lock()
_started: list[_Library] = []


def _library() -> _Library:
    if not _started:
        _started.append(_Library())
    return _started[0]


def _load() -> tuple[ctypes.CDLL, Path]:
    try:
        import espeakng_loader

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = Path(espeakng_loader.get_data_path())
    except (ImportError, OSError) as error:
        raise VoiceError(
            f"The embedded voice can't be loaded ({error}): reinstall the package espeakng-loader."
        ) from error
    library.espeak_SetSynthCallback.argtypes = [_SynthCallback]
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int,
        ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    return library, data


def _short_path(data: Path, *, longest: int = _LONGEST_DATA_PATH) -> Path:
    """Return a path to the same data that is short enough for espeak-ng.

    A symbolic link in the temporary folder where the system allows one, else a copy.
    """
    if len(os.fsencode(data)) <= longest:
        return data
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    owner = os.getuid() if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"sayback-voice-{owner}"
    short = folder / digest
    if len(os.fsencode(short)) > longest:
        raise VoiceError(
            f"The embedded voice can't use a data path this long ({data}): "
            "install Sayback in a folder with a shorter name."
        )
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if not short.is_dir():
            _link_or_copy(data, short)
    except OSError as error:
        raise VoiceError(
            f"The embedded voice's data can't be put into {short} ({error}): "
            "free some space there or set TMPDIR."
        ) from error
    return short


def _link_or_copy(data: Path, short: Path) -> None:
    short.unlink(missing_ok=True)
    try:
        short.symlink_to(data, target_is_directory=True)
    except (OSError, NotImplementedError):
        shutil.copytree(data, short, dirs_exist_ok=True)
