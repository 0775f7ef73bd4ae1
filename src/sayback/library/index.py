"""TakeIndex: a cache of every take's row and words, so that lists and searches come at once.

The files stay the truth: the index may be deleted at any time. Each question to it first takes in
what has changed, which it sees by path, size and time of change of each take's JSON.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import fields
from pathlib import Path

from sayback import paths
from sayback.library import take_row
from sayback.library.folding import folded
from sayback.library.store import Library
from sayback.library.take_row import TakeRow, row_of
from sayback.library.trend_figures import TREND_FIGURES

_VERSION = 1
_WAIT_S = 5.0
"""How long one program waits for another that is writing."""
_BATCH = 200
_TABLE = (
    "CREATE TABLE IF NOT EXISTS takes"
    " (audio TEXT PRIMARY KEY, stamp TEXT NOT NULL, row TEXT NOT NULL, folded TEXT NOT NULL)"
)
_NO_JSON = "none"


class TakeIndex:
    """The index of one library; objects and programs may share it.

    Parameters
    ----------
    library
        Whose takes.
    folder
        Where the index lies; a place in the cache folder where None.
    """

    def __init__(self, library: Library, folder: Path | None = None) -> None:
        self.library = library
        of = hashlib.sha256(str(library.folder.absolute()).encode()).hexdigest()[:16]
        self.path = (folder or paths.cache_dir() / "index") / f"{of}-{_layout()}.sqlite3"

    def rows(self, having: Sequence[str] = ()) -> tuple[TakeRow, ...]:
        """Return all takes, the newest first, or those whose folded words hold all of `having`.

        Raises
        ------
        OSError
            When the library's folder can't be read.
        """
        stamps = self._stamps()
        for attempt in range(2):
            try:
                return self._ask(str(self.path), stamps, having)
            except sqlite3.Error as error:
                if attempt or _is_busy(error):
                    break
            except (OSError, TypeError, KeyError, ValueError):
                if attempt:
                    break
            if not self._remove():
                break
        # Slow, but right: a cache that can't be had is no reason to know nothing.
        return self._ask(":memory:", stamps, having)

    def _ask(
        self, place: str, stamps: Mapping[str, str], having: Sequence[str]
    ) -> tuple[TakeRow, ...]:
        if place != ":memory:":
            self.path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(place, timeout=_WAIT_S)) as database:
            database.execute(_TABLE)
            self._refresh(database, stamps)
            where = " AND ".join(["instr(folded, ?) > 0"] * len(having)) or "1"
            found = database.execute(
                f"SELECT row FROM takes WHERE {where} ORDER BY audio DESC", tuple(having)
            )
            return tuple(take_row.from_json(json.loads(row)) for (row,) in found)

    def _refresh(self, database: sqlite3.Connection, stamps: Mapping[str, str]) -> None:
        known = dict(database.execute("SELECT audio, stamp FROM takes"))
        gone = [(audio,) for audio in known if audio not in stamps]
        if gone:
            with database:
                database.executemany("DELETE FROM takes WHERE audio = ?", gone)
        changed = [audio for audio, stamp in stamps.items() if known.get(audio) != stamp]
        for first in range(0, len(changed), _BATCH):
            batch = [self._entry(audio, stamps[audio]) for audio in changed[first : first + _BATCH]]
            with database:
                database.executemany("INSERT OR REPLACE INTO takes VALUES (?, ?, ?, ?)", batch)

    def _entry(self, audio: str, stamp: str) -> tuple[str, str, str, str]:
        take = self.library.take_at(self.library.folder / audio)
        words = folded(take.report.transcript.text) if take.report else ""
        return audio, stamp, json.dumps(take_row.as_json(row_of(take))), words

    def _stamps(self) -> dict[str, str]:
        """Return what tells a changed take from an unchanged one, by its audio."""
        return {
            f"{path.parent.name}/{path.name}": _stamp(path) for path in self.library.audio_paths()
        }

    def _remove(self) -> bool:
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            return False
        return True


def _stamp(audio_path: Path) -> str:
    try:
        found = os.stat(audio_path.with_suffix(".json"))
    except OSError:
        return _NO_JSON
    return f"{found.st_mtime_ns}:{found.st_size}"


def _layout() -> str:
    """Return what changes whenever a row would hold something else."""
    names: Iterator[str] = (field.name for field in fields(TakeRow))
    parts = (str(_VERSION), *names, *TREND_FIGURES)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:8]


def _is_busy(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
