"""Small recordings and reports for batches."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile


@pytest.fixture
def record(tmp_path: Path):
    """Write half a second of a tone below a folder; the frequency makes files differ."""

    def _record(name: str, *, frequency_hz: float = 220.0) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        times_s = np.arange(8000) / 16_000
        soundfile.write(path, 0.1 * np.sin(2 * np.pi * frequency_hz * times_s), 16_000)
        return path

    return _record
