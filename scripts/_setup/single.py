"""One set-up at a time in one checkout."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from _setup.ready import say

LOCK = ".venv.lock"
LOOK_AGAIN_S = 0.2


@contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Wait for any other set-up of this checkout; the system frees the lock of one that died.

    The tools that a set-up calls hold the lock too (`steps.run` lets them inherit it), so that
    the next one does not meet an installer that outlived the script which called it.
    """
    with (root / LOCK).open("a", encoding="utf-8") as file:
        os.set_inheritable(file.fileno(), True)
        if not _try_lock(file):
            say("Another set-up is at work in this folder; waiting for it.")
            while not _try_lock(file):
                time.sleep(LOOK_AGAIN_S)
        yield


def _try_lock(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
