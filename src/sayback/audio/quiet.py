"""Keeps the chatter of PortAudio, ALSA and other native libraries off the terminal.

They write to file descriptor 2 whatever Python's `sys.stderr` is. Inside `native_noise_logged`
that descriptor leads to the log file, while `sys.stderr` and `sys.__stderr__` (on which Textual
draws) lead to a duplicate of what it was before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    try:
        kept = os.dup(2)
        os.dup2(log, 2)
    except OSError:
        yield sys.stderr
        return
    finally:
        os.close(log)
    with open(kept, "w", encoding="utf-8", errors="backslashreplace", buffering=1) as real:
        before = sys.stderr, sys.__stderr__
        # A test's or a wrapper's own stream does not write to the terminal; leave it.
        sys.stderr = real if _is_terminal_side(before[0]) else before[0]
        sys.__stderr__ = real  # type: ignore[misc]
        try:
            yield real
        finally:
            sys.stderr, sys.__stderr__ = before  # type: ignore[misc]
            os.dup2(kept, 2)


def _is_terminal_side(stream: TextIO) -> bool:
    try:
        return stream.fileno() == 2
    except (OSError, ValueError, AttributeError):
        return False


def _open_log() -> int:
    path = paths.log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > _KEPT_BYTES:
        path.unlink()
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
