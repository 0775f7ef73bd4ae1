"""How long a recording is, from its header alone."""

from __future__ import annotations

from pathlib import Path


def probe_duration_s(path: Path) -> float | None:
    """Return the length that a file's header tells; None where it tells none or is broken.

    A header can be wrong (a WAV that was cut off says 0): good for an estimate, no figure.
    """
    import av

    try:
        with av.open(str(path)) as container:
            ticks = container.duration
    except (OSError, ValueError):
        return None
    return ticks / av.time_base if ticks else None
