"""Writing files so that a crash leaves either the old one or the new one."""

from __future__ import annotations

import contextlib
import errno
import json
import os
from pathlib import Path
from typing import Any

from sayback.errors import LibraryError


def write_text(path: Path, text: str) -> None:
    """Write to a temporary file, flush it to the disk, rename it.

    Raises
    ------
    LibraryError
        When the file can't be written; the old one is then untouched.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # A name that is no UTF-8, or half a sign in brought words, shows as a question mark.
        with temporary.open("w", encoding="utf-8", errors="replace") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise LibraryError(
            f"Can't write {path}: {error.strerror or error}; {_what_to_do(error)}."
        ) from error


def _what_to_do(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "free some space or choose another folder"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "choose a folder you may write to"
    return "choose another folder"


def write_json(path: Path, document: Any) -> None:
    """Write a JSON document as `write_text` does."""
    write_text(path, json.dumps(document, ensure_ascii=False, indent=1) + "\n")
