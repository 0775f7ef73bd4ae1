"""How many threads to give the recogniser."""

from __future__ import annotations

import os
from pathlib import Path

_MOST_THREADS = 4
"""More gain little (faster-whisper's own figures) and starve whoever records."""


def default_threads() -> int:
    """Return one thread a physical core, at most 4."""
    return max(1, min(_MOST_THREADS, physical_cores()))


def physical_cores(topology: Path = Path("/sys/devices/system/cpu")) -> int:
    """Return the number of cores that this process may use, twins of one core counted once."""
    if hasattr(os, "sched_getaffinity"):
        allowed = os.sched_getaffinity(0)
        siblings = {_siblings(topology, number) for number in allowed}
        return len(siblings)
    logical = os.cpu_count() or 1
    # No standard call tells on Windows; most of its machines have two threads a core.
    return max(1, logical // 2) if os.name == "nt" else logical


def _siblings(topology: Path, number: int) -> str:
    try:
        return (topology / f"cpu{number}/topology/thread_siblings_list").read_text().strip()
    except OSError:
        return str(number)
