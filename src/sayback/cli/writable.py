"""Whether a folder can be written: tried, since rights alone do not tell, least of all root's."""

from __future__ import annotations

import contextlib
import tempfile
from pathlib import Path


def what_is_wrong(folder: Path) -> str:
    """Make a folder and a file in it, take both away again, and return what failed.

    Returns
    -------
    str
        The rest of a sentence that begins with the folder; empty where all is well.
    """
    made: list[Path] = []
    try:
        problem = _make(folder, made)
        return problem or _write_in(folder)
    finally:
        for place in reversed(made):
            # Somebody else may have put something there meanwhile.
            with contextlib.suppress(OSError):
                place.rmdir()


def _make(folder: Path, made: list[Path]) -> str:
    for place in reversed((folder, *folder.parents)):
        try:
            if place.is_dir():
                continue
            if place.exists():
                return _is_a_file(place, folder)
            place.mkdir()
        except OSError as error:
            return f"no folder can be made in {place.parent} ({error.strerror or error})"
        made.append(place)
    return ""


def _is_a_file(place: Path, folder: Path) -> str:
    return "it is a file" if place == folder else f"{place} is a file"


def _write_in(folder: Path) -> str:
    try:
        # Flushed, so that a full disk shows.
        with tempfile.NamedTemporaryFile(prefix=".sayback-", dir=folder) as file:
            file.write(b"\0")
            file.flush()
    except OSError as error:
        return f"no file can be written in it ({error.strerror or error})"
    return ""
