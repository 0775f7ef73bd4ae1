"""Help: what a screen is for, and its keys."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sayback.tui.keys import PLACES, Key, bindings
from sayback.tui.screens.base import Dialog

_KEY_CELLS = 9


class HelpDialog(Dialog[None]):
    """Explains one screen.

    Parameters
    ----------
    place
        The screen's name in the list of keys.
    """

    BINDINGS = bindings("dialog")

    def __init__(self, place: str) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        with VerticalScroll(classes="box help") as box:
            box.border_title = f"Help: {PLACES[self._place].title}"
            # On the border, where it is seen however far one scrolls.
            box.border_subtitle = "↑ ↓: scroll   Esc: close"
            yield Static(help_text(self._place))


def help_text(place: str) -> Content:
    """Return a screen's purpose and keys, then those that work everywhere."""
    here, everywhere = PLACES[place], PLACES["everywhere"]
    parts: list[str | tuple[str, str]] = [here.about, "\n"]
    for title, keys in ((here.title, here.keys), (everywhere.title, everywhere.keys)):
        parts += ["\n", (title, "bold $text-primary"), "\n"]
        for key in keys:
            parts += _line(key)
    return Content.assemble(*parts)


def _line(key: Key) -> list[str | tuple[str, str]]:
    return [(f"{key.shown:<{_KEY_CELLS}}", "bold $text-accent"), key.help, "\n"]
