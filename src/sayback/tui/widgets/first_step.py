"""What the steps of the first start share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Label, Static

from sayback.errors import SaybackError
from sayback.tui.session import Session
from sayback.tui.setup_choices import Option
from sayback.tui.widgets.choice import Choice


class FirstStep(VerticalGroup):
    """One step: what to do, something to choose from, and what came of it.

    Parameters
    ----------
    session
        The world outside the screen.
    """

    TITLE: ClassVar[str] = ""
    ABOUT: ClassVar[str] = ""
    CHOICE: ClassVar[str] = ""
    """What is chosen here, in one or two words."""

    class Changed(Message):
        """Other keys make sense now."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        """Lay out the step."""
        yield Static(Content(self.ABOUT), classes="about")
        yield Label(Content(f"{self.CHOICE}  (c)"), classes="name")
        yield Choice("chosen")
        yield from self.parts()
        yield Static(Content(""), classes="told")

    def parts(self) -> Iterable[Widget]:
        """Return what stands below the choice."""
        return ()

    def on_mount(self) -> None:
        """Give the keys back to the screen once something was chosen."""
        self.watch(self.choice, "expanded", self._release_keys, init=False)

    def _release_keys(self, expanded: bool) -> None:
        if not expanded:
            self.call_after_refresh(self.screen.set_focus, None)

    @property
    def choice(self) -> Choice:
        """The list to choose from."""
        return self.query_one(Choice)

    def offer(self, options: Iterable[Option], chosen: str) -> None:
        """Fill the list."""
        self.choice.offer([(option.label, option.value) for option in options], chosen)

    def tell(self, sentence: str) -> None:
        """Show a sentence below."""
        self.query_one(".told", Static).update(Content(sentence))

    def change(self, section: str, **values: object) -> None:
        """Change settings; say where they can't be kept."""
        try:
            self.session.change(section, **values)
        except SaybackError as error:
            self.tell(f"⚠ {error}")

    @on(Choice.Chosen)
    def _choose(self, event: Choice.Chosen) -> None:
        event.stop()
        self.chose(event.value)
        self.post_message(self.Changed())

    def chose(self, value: str) -> None:
        """Take over what was chosen."""
        raise NotImplementedError

    def try_it(self) -> None:
        """Do what Space stands for."""

    def look_again(self) -> None:
        """Look for devices that were plugged in."""
