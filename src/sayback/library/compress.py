"""Turn a take's WAV into FLAC: same samples, half the room; the WAV goes only when that is sure."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayback.audio.wav import is_cut_off
from sayback.errors import LibraryError
from sayback.library.store import Library
from sayback.library.take import Take

_SUBTYPES = ("PCM_16", "PCM_24", "PCM_S8")
"""What FLAC can hold exactly."""
_BLOCK_FRAMES = 1 << 18


def compress(library: Library, take: Take) -> Take:
    """Replace a take's WAV by a FLAC with the very same samples.

    The FLAC is written beside it, flushed to the disk, decoded again and compared sample by
    sample; only then is the WAV removed. Interrupted at any moment, at least one of them is
    whole, and if both are there the WAV wins.

    Returns
    -------
    Take
        The take with its new audio; the same one where it is no WAV any more.

    Raises
    ------
    LibraryError
        When the recording is unfinished, can't be kept exactly, or the disk takes no more.
    """
    wav = take.audio_path
    if wav.suffix != ".wav":
        return take
    if not take.recording.complete or is_cut_off(wav):
        raise LibraryError(
            f"{take.id} is still being recorded, or was cut off: open it in `sayback` first."
        )
    flac = wav.with_suffix(".flac")
    temporary = wav.with_name(f".{wav.stem}.{os.getpid()}.flac.tmp")
    try:
        _encode(wav, temporary)
        if not _same_samples(wav, temporary):
            raise LibraryError(f"{take.id} did not come back the same; its WAV is untouched.")
        os.replace(temporary, flac)
    finally:
        temporary.unlink(missing_ok=True)
    compressed = _with_audio(take, flac)
    # The JSON first: a WAV that is still there wins, whatever the JSON calls the audio.
    if take.json_path.exists():
        library.save(compressed)
    wav.unlink()
    return compressed


def _with_audio(take: Take, path: Path) -> Take:
    report = take.report
    if report is not None:
        info = dataclasses.replace(report.take, audio=path.name)
        report = dataclasses.replace(report, take=info)
    return dataclasses.replace(take, audio_path=path, report=report)


def _encode(wav: Path, flac: Path) -> None:
    import soundfile

    try:
        with soundfile.SoundFile(wav) as source:
            if source.subtype not in _SUBTYPES:
                raise LibraryError(
                    f"{wav} holds {source.subtype} samples, which FLAC can't hold exactly; "
                    "it stays a WAV."
                )
            with soundfile.SoundFile(
                flac, "w", samplerate=source.samplerate, channels=source.channels,
                subtype=source.subtype, format="FLAC",
            ) as target:  # fmt: skip
                for block in _blocks(source):
                    target.write(block)
        with flac.open("r+b") as stream:
            os.fsync(stream.fileno())
    except (soundfile.SoundFileError, OSError) as error:
        raise LibraryError(
            f"Can't compress {wav} ({error}); its WAV is untouched. Free some space, or check "
            "that it plays."
        ) from error


def _same_samples(one: Path, other: Path) -> bool:
    import numpy as np
    import soundfile

    with soundfile.SoundFile(one) as a, soundfile.SoundFile(other) as b:
        if (a.frames, a.samplerate, a.channels) != (b.frames, b.samplerate, b.channels):
            return False
        pairs = zip(_blocks(a), _blocks(b), strict=True)
        return all(np.array_equal(left, right) for left, right in pairs)


def _blocks(file: Any) -> Iterator[Any]:
    # 32 bits hold every sample of up to 24 as it is.
    while len(block := file.read(_BLOCK_FRAMES, dtype="int32")):
        yield block
