"""Keeps the chatter of PortAudio, ALSA and other native libraries off the terminal.

They write to file descriptor 2 whatever Python's `sys.stderr` is. Inside `native_noise_logged`
that descriptor leads to the log file, while `sys.stderr` and `sys.__stderr__` (on which Textual
draws) lead to a duplicate of what it was before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from sayback import paths

_KEPT_BYTES = 1_000_000


@contextmanager
def native_noise_logged() -> Iterator[TextIO]:
    """Point descriptor 2 at the log file for a while; give the real standard error.

    Enter it before textual or sounddevice are imported. Where there is no standard error, or
    the log can't be written, nothing changes.
    """
    try:
        log = _open_log()
    except OSError:
        yield sys.stderr
        return
    before = sys.stderr, sys.__stderr__
    try:
        sys.stderr.flush()
        kept = os.dup(2)
        os.dup2(log, 2)
    except (OSError, AttributeError):
        yield sys.stderr
        return
    finally:
        os.close(log)
    real = open(kept, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    sys.stderr = sys.__stderr__ = real  # type: ignore[misc]
    try:
        yield real
    finally:
        sys.stderr, sys.__stderr__ = before  # type: ignore[misc]
        with suppress(OSError):
            real.flush()
        os.dup2(kept, 2)
        real.close()


def _open_log() -> int:
    path = paths.log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _KEPT_BYTES:
        path.unlink()
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
