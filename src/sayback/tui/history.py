"""History: the takes as lists know them, and what is done to one of them. No screen."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path

from sayback.library import Library, Take
from sayback.library.index import TakeIndex
from sayback.library.search import Found, search
from sayback.library.take_row import TakeRow
from sayback.tui import take_lines


class History:
    """All takes, by way of the index.

    Calls read files, so none but `take` belongs on the screen's thread.

    Parameters
    ----------
    library
        Whose takes.
    index_folder
        Where the index lies; in the cache folder where None.
    """

    def __init__(self, library: Library, index_folder: Path | None = None) -> None:
        self.library = library
        self.index = TakeIndex(library, index_folder)
        self.deleted: list[Path] = []
        """Audio in the trash of what was deleted since the program started, the last one last."""

    def rows(self) -> tuple[TakeRow, ...]:
        """Return all takes, the newest first. Raises OSError."""
        return self.index.rows()

    def search(self, query: str) -> Found:
        """Return where something was said. Raises OSError."""
        return search(self.index, query)

    def take(self, row: TakeRow) -> Take:
        """Return a row's take."""
        return self.library.take_at(self.library.folder / row.audio)

    def cut_off(self, rows: Iterable[TakeRow]) -> tuple[TakeRow, ...]:
        """Return the takes that broke off and that nobody has looked after yet."""
        return tuple(
            row for row in take_lines.to_offer(rows) if not self.library.is_live(self.take(row))
        )

    def star(self, row: TakeRow) -> None:
        """Keep a take, or no longer. Raises LibraryError."""
        take = self.take(row)
        self.library.save(dataclasses.replace(take, starred=not take.starred))

    def delete(self, row: TakeRow) -> None:
        """Move a take to the trash. Raises LibraryError or OSError."""
        self.deleted.append(self.library.trash(self.take(row)))

    def undo(self) -> None:
        """Bring back what was deleted last. Raises LibraryError or OSError."""
        if self.deleted:
            self.library.restore(self.library.take_at(self.deleted.pop()))

    def restore(self, take: Take) -> None:
        """Bring back a take of `trashed`. Raises LibraryError or OSError."""
        self.library.restore(take)
        self.deleted = [path for path in self.deleted if path != take.audio_path]

    def trashed(self) -> tuple[Take, ...]:
        """Return what lies in the trash, of earlier sessions too, the newest first."""
        return self.library.trashed()
