"""Settings in words: one line each, and what is told of the marked one. No screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sayback.config import Config, Entry, entries, value_of
from sayback.questions import Catalogue
from sayback.setting import Value

Where = Callable[[Entry, Value], str]
_LONGEST_LABEL = 24


def matching(text: str) -> Iterator[Entry]:
    """Return the settings that hold all the words somewhere: name, heading or explanation."""
    words = text.casefold().split()
    for entry in entries():
        about = entry.setting.about
        told = " ".join((entry.heading, about.title, about.help, about.unit, entry.key)).casefold()
        if all(word in told for word in words):
            yield entry


def spoken(entry: Entry, value: Value, catalogue: Catalogue) -> str:
    """Return a value as people call it."""
    about = entry.setting.about
    if isinstance(value, bool):
        return "on" if value else "off"
    if not value and about.empty:
        return about.empty
    if isinstance(value, int | float):
        return f"{value:g} {about.unit}".rstrip()
    if entry.key == "practice.pack":
        titles = {pack.id: pack.title for pack in catalogue.packs}
        return titles.get(value, f"{value} (no such pack)")
    label = dict(about.choices).get(value, value)
    return value if value and len(label) > _LONGEST_LABEL else label


def options(entry: Entry, catalogue: Catalogue) -> tuple[tuple[Value, str], ...]:
    """Return what can be chosen, with its name; nothing where it has to be typed."""
    if entry.key == "practice.pack":
        packs = ((pack.id, pack.title) for pack in catalogue.packs)
        return (("", entry.setting.about.empty), *packs)
    return tuple(
        (value, f"{value}: {label}" if len(label) > _LONGEST_LABEL else label)
        for value, label in entry.setting.about.choices
    )


def details(entry: Entry, config: Config, catalogue: Catalogue) -> Iterable[str]:
    """Return what is told of the marked setting, line by line."""
    about, value = entry.setting.about, value_of(config, entry)
    default = spoken(entry, entry.setting.default, catalogue)
    yield about.help
    yield f"Now: {spoken(entry, value, catalogue)}. Default: {default}.{_range(entry)}"
    if about.counts:
        yield f"A change counts {about.counts}."
    if entry.key == "library.recordings":
        yield f"Takes lie in {config.recordings_dir()}."
        if "SAYBACK_RECORDINGS" in os.environ:
            yield "⚠ SAYBACK_RECORDINGS is set and goes before this setting."


def _range(entry: Entry) -> str:
    about = entry.setting.about
    if about.least is None or about.most is None:
        return ""
    below = ""
    if about.not_below:
        others = {other.setting.name: other.setting.about.title for other in entries()}
        below = f", not below “{others[about.not_below]}”"
    return f" From {about.least:g} to {about.most:g}{below}."


def folder_problem(text: str) -> str:
    """Return one sentence why takes can't lie in a folder; empty if they can. Reads the disk."""
    path = Path(text).expanduser()
    existing = next(place for place in (path, *path.parents) if os.path.lexists(place))
    if not existing.is_dir():
        return f"{existing} is a file; choose a folder."
    if not os.access(existing, os.W_OK | os.X_OK):
        return f"Nothing can be written in {existing}; choose another folder."
    return ""
