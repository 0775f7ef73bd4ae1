"""Read words from a file, whatever its format."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sayback.errors import TranscriptError
from sayback.transcript.import_json import transcript_from_document
from sayback.transcript.model import Transcript
from sayback.transcript.plain_text import from_text
from sayback.transcript.subtitles import has_cues, read_cues

MAX_BYTES = 200_000_000
"""Beyond this a file holds no transcript of a spoken answer, and would only fill the memory."""


def load_transcript(path: Path) -> Transcript:
    """Read words that already exist; the content decides on the format, not the name.

    Parameters
    ----------
    path
        `sayback.transcript/1`, a take or report, Whisper-style JSON, SRT, WebVTT or plain text.

    Returns
    -------
    Transcript
        With status "imported"; number, order and spelling of the words as in the file.

    Raises
    ------
    TranscriptError
        If the file can't be read or holds no words; the message starts with its name.
    """
    try:
        return replace(_parse(_read(path), suffix=path.suffix.lower()), status="imported")
    except TranscriptError as error:
        raise TranscriptError(f"{path}: {error}") from None


def _parse(text: str, *, suffix: str) -> Transcript:
    start = text.lstrip()[:1]
    if suffix == ".json" or start in ("{", "["):
        try:
            return transcript_from_document(json.loads(text))
        except (json.JSONDecodeError, RecursionError):
            # Text may open with a bracket, too ("[inaudible] so I said").
            if suffix == ".json":
                raise TranscriptError("This is no valid JSON; export it again.") from None
    if suffix in (".srt", ".vtt") or text.lstrip().startswith("WEBVTT") or has_cues(text):
        words = read_cues(text)
    else:
        words = from_text(text)
    if not words:
        raise TranscriptError("The file holds no words.")
    return Transcript(words=words)


def _read(path: Path) -> str:
    try:
        if path.is_dir():
            raise TranscriptError("This is a folder; give a file with the words.")
        if path.stat().st_size > MAX_BYTES:
            raise TranscriptError("The file is too large to be a transcript.")
        raw = path.read_bytes()
    except FileNotFoundError:
        raise TranscriptError("There is no such file.") from None
    except OSError as error:
        raise TranscriptError(f"The file can't be read ({error.strerror}).") from None
    return _decoded(raw)


def _decoded(raw: bytes) -> str:
    """Decode UTF-8 or UTF-16, else Windows-1252, in which old subtitles are written."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in raw:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(ord(c) < 32 and c not in "\t\n\v\f\r\x1c\x1d\x1e\x1f" for c in text):
            return text
    raise TranscriptError("This is no text: give JSON, SRT, VTT or plain text.")
