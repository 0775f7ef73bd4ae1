"""Keeping: what a listener says about a take, written beside its audio. No screen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from threading import Lock

from sayback.analysis.correction import Correction
from sayback.library import Bookmark, Take
from sayback.library.corrected import with_corrections, without_corrections
from sayback.tui.session import Session

_one_at_a_time = Lock()


def keep(session: Session, take: Take, change: Callable[[Take], Take]) -> Take:
    """Change a take and write it; waits for the disk, so call it off the screen's thread.

    Raises
    ------
    SaybackError, OSError
        When it can't be written.
    """
    library = session.services.library
    with _one_at_a_time:
        # Read again: meanwhile it may have been changed elsewhere.
        changed = change(library.take_at(take.audio_path))
        library.save(changed)
        session.takes_version += 1
    return changed


def corrected(session: Session, take: Take, new: Iterable[Correction]) -> Take:
    """Correct a take and write it; raises as `keep` does."""
    thresholds = session.config.thresholds
    return keep(session, take, lambda now: with_corrections(now, new, thresholds))


def as_recognised(session: Session, take: Take, word: int) -> Take:
    """Take back what was corrected at a word and in its sentence; raises as `keep` does."""
    thresholds = session.config.thresholds
    return keep(session, take, lambda now: without_corrections(now, thresholds, at=word))


def bookmarked(take: Take, time_s: float, note: str) -> Take:
    """Return a take with a bookmark, in place of one at the same moment."""
    others = [mark for mark in take.bookmarks if mark.t != time_s]
    marks = sorted([*others, Bookmark(time_s, note)], key=lambda mark: mark.t)
    return dataclasses.replace(take, bookmarks=tuple(marks))


def without_bookmark(take: Take, time_s: float) -> Take:
    """Return a take without the bookmark of a moment."""
    marks = tuple(mark for mark in take.bookmarks if mark.t != time_s)
    return dataclasses.replace(take, bookmarks=marks)
