"""What all screens share: title bar, footer, keys from the one list, and notices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Footer

from sayback.config import Config
from sayback.tui.keys import PLACES
from sayback.tui.session import Session
from sayback.tui.widgets.title_bar import TitleBar

Result = TypeVar("Result")
WIDTHS = [(0, "-narrow"), (100, "-medium"), (136, "-wide")]
HEIGHTS = [(0, "-low"), (34, "-high")]


def tell(widget: Widget, sentence: str, *, is_warning: bool = False) -> None:
    """Show a sentence for a few seconds, as it is written."""
    widget.notify(sentence, severity="warning" if is_warning else "information", markup=False)


class SaybackScreen(Screen[None]):
    """A full screen of Sayback."""

    PLACE: ClassVar[str] = ""
    """Its name in the list of keys."""
    HINT: ClassVar[str] = ""
    """What to say beside the title where no way leads back."""
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._config = session.config

    def compose(self) -> ComposeResult:
        """Put the screen's own parts between title bar and footer."""
        self._fit()
        place = PLACES[self.PLACE]
        back = any(key.action == "back" and not key.footer for key in place.keys)
        yield TitleBar(place.title, "Esc: back" if back else self.HINT)
        yield from self.parts()
        yield Footer(show_command_palette=False)

    def _fit(self) -> None:
        """Know the size before the first frame, which Textual tells only after it."""
        width, height = self.app.size
        for room, steps in ((width, WIDTHS), (height, HEIGHTS)):
            fitting = [name for least, name in steps if room >= least]
            self.add_class(fitting[-1])

    def parts(self) -> Iterable[Widget]:
        """Return what the screen shows."""
        raise NotImplementedError

    def on_screen_resume(self) -> None:
        """Show what is in use, and what was set meanwhile."""
        self.show_in_use()
        before, self._config = self._config, self.session.config
        if before != self._config:
            self.settings_changed(before)

    def settings_changed(self, before: Config) -> None:
        """Take over what was set on another screen; `before` is what held until then."""

    def show_in_use(self) -> None:
        """Write microphone and model into the title bar."""
        session = self.session
        model = session.model_in_use or "no model yet"
        self.query_one(TitleBar).show_in_use(f"mic: {session.microphone_name} · {model}")

    def action_back(self) -> None:
        """Go to the screen before."""
        self.dismiss()


class Dialog(ModalScreen[Result]):
    """A box in the middle of the screen that gives back an answer."""

    PLACE: ClassVar[str] = "dialog"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def action_back(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_copy_text(self) -> None:
        """Copy what is selected; else let Ctrl+C mean what it does below, as no key gets there."""
        try:
            super().action_copy_text()
        except SkipAction:
            self.app.action_help_quit()
