"""How a batch knows that a recording is done: the audio's hash and the model, in the report."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

KEY = "batch"


def stamp(audio_path: Path) -> dict[str, str]:
    """Return what a report written by a batch carries under `batch`."""
    with audio_path.open("rb") as stream:
        return {"audio_sha256": hashlib.file_digest(stream, "sha256").hexdigest()}


def is_current(json_path: Path, audio_path: Path, model: str | None) -> bool:
    """Whether a report tells all that can be told now of the recording as it is now.

    One without words is not current once there is a model; nor is one by another model.
    """
    try:
        document: dict[str, Any] = json.loads(json_path.read_text(encoding="utf-8"))
        report = document.get("report") or document
        transcript = report["transcript"]
        if transcript["status"] == "pending" and model is not None:
            return False
        if transcript["status"] == "done" and model not in (None, transcript["model"]):
            return False
        return bool(document[KEY] == stamp(audio_path))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
