"""The HTML report of a recording on disk: its sound is put into the page, and drawn."""

from __future__ import annotations

import io
from pathlib import Path

from sayback.analysis.report import Report
from sayback.audio.samples import Audio
from sayback.errors import AudioError
from sayback.render.html import render_html
from sayback.render.sound_sketch import sketch_sound
from sayback.thresholds import Thresholds

AUDIO_TYPES = {
    ".flac": "audio/flac", ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".mp4": "audio/mp4",
    ".ogg": "audio/ogg", ".opus": "audio/ogg", ".webm": "audio/webm",
}  # fmt: skip
"""What goes into the page as it is. A WAV becomes FLAC: same samples, half the size."""


def report_page(
    report: Report, audio_path: Path | None, *, thresholds: Thresholds | None = None
) -> str:
    """Return a report as one HTML file with its recording inside.

    Parameters
    ----------
    report
        What to show.
    audio_path
        The recording; None for a report on words alone.
    thresholds
        Bands; the defaults where None.

    Raises
    ------
    AudioError
        When the recording can't be read.
    """
    if audio_path is None:
        return render_html(report, thresholds=thresholds)
    from sayback.audio.decode import decode

    sketch = sketch_sound(decode(audio_path).samples)
    audio_type = AUDIO_TYPES.get(audio_path.suffix.lower())
    if audio_type is None:
        audio, audio_type = _flac(decode(audio_path, sample_rate_hz=None)), "audio/flac"
    else:
        audio = _bytes(audio_path)
    return render_html(
        report, audio=audio, audio_type=audio_type, sketch=sketch, thresholds=thresholds
    )


def _flac(audio: Audio) -> bytes:
    import soundfile

    buffer = io.BytesIO()
    soundfile.write(buffer, audio.samples, audio.sample_rate_hz, format="FLAC", subtype="PCM_16")
    return buffer.getvalue()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise AudioError(f"{path} can't be read ({error.strerror}); check its rights.") from error
