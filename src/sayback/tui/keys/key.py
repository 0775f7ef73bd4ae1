"""A key and a place: what the list of keys is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One action that a key starts."""

    action: str
    """Name of the action, without `action_`."""
    keys: str
    """Textual's names of the keys, separated by commas."""
    shown: str
    """How the key is written for people."""
    label: str
    """One or two words for the footer."""
    help: str
    """One sentence for the help, the tooltip and the palette."""
    footer: bool = True
    """Whether the footer shows it; the help always does."""
    group: str = ""
    """Label that neighbouring keys share in the footer."""
    desk: str = ""
    """Key and word as they stand under the timeline, for what the footer has no room for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen or dialog with its keys."""

    title: str
    about: str
    """What one does here, in a sentence or two."""
    keys: tuple[Key, ...]


BACK = Key("back", "escape", "Esc", "Back", "Go back to the screen before.", footer=False)


def desk_key(action: str, key: str, label: str, help: str, desk: str = "") -> Key:
    """Return a key of the listening desk, which stands under the timeline."""
    return Key(action, key, key, label, help, footer=False, desk=desk)
