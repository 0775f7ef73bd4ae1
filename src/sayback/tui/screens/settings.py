"""Settings: everything that config.toml can hold, each on a line, changed at once."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Label, Static

from sayback.config import Entry, value_of, with_value
from sayback.errors import SaybackError
from sayback.setting import Value
from sayback.tui.keys import bindings
from sayback.tui.messages import SettingChanged
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.screens.change_setting import ChooseValue, TypeValue
from sayback.tui.session import Session
from sayback.tui.setting_lines import details, folder_problem, matching, options
from sayback.tui.widgets.lists import ChoiceList
from sayback.tui.widgets.setting_list import SettingList, heading

_IN_SETUP = {
    "audio.microphone": "microphone",
    "audio.loudspeaker": "loudspeaker",
    "voice.name": "voice",
    "whisper.model": "model",
}
"""What is chosen where it can be tried out."""


class SettingsScreen(SaybackScreen):
    """A list with its search, and below it what the marked setting does."""

    PLACE = "settings"
    BINDINGS = bindings("settings")

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._offered: tuple[bool | None, ...] = ()

    def parts(self) -> Iterable[Widget]:
        """Lay out search, list and explanation."""
        yield Input(placeholder="Search settings  ( / )", id="search", compact=True)
        yield Label(Content(""), id="columns")
        yield SettingList(id="settings")
        yield Static(Content(""), id="about")

    def on_mount(self) -> None:
        """Begin at the first setting."""
        self.query_one(SettingList).focus()

    def on_screen_resume(self) -> None:
        """Show what Setup has changed."""
        self._show()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._show()

    @on(Input.Changed, "#search")
    def _show(self) -> None:
        found = matching(self.query_one("#search", Input).value)
        session, width = self.session, self.app.size.width
        self.query_one("#columns", Label).update(heading(width))
        self.query_one(SettingList).show(found, session.config, session.catalogue, width=width)
        self._explain()

    @property
    def marked(self) -> Entry | None:
        """The setting that the keys are about."""
        key = self.query_one(SettingList).highlighted_id
        return next((entry for entry in matching("") if entry.key == key), None)

    @on(SettingList.OptionHighlighted)
    def _explain(self) -> None:
        entry = self.marked
        lines = ["No setting has these words; press Esc."]
        if entry is not None:
            lines = list(details(entry, self.session.config, self.session.catalogue))
            if entry.key in _IN_SETUP:
                lines.append("Enter opens Setup, where it can be tried out.")
            lines.append(f"In config.toml: [{entry.section}] {entry.setting.name}")
        text = Content.assemble((lines[0], "bold"), *(f"\n{line}" for line in lines[1:]))
        # Its height is fixed; to lay out the screen anew at every step would be felt.
        self.query_one("#about", Static).update(text, layout=False)
        offered = self.check_action("change", ()), self.check_action("default", ())
        if offered != self._offered:
            self._offered = offered
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the marked setting allows."""
        in_list = self.is_mounted and isinstance(self.focused, SettingList)
        if action == "change":
            return in_list and self.marked is not None
        if action == "default":
            entry = self.marked if in_list else None
            return (
                entry is not None and value_of(self.session.config, entry) != entry.setting.default
            )
        return True

    @on(ChoiceList.OptionSelected)
    def _click(self) -> None:
        # The first click reads a setting, the second one changes it.
        if self.query_one(SettingList).was_marked:
            self.action_change()

    def action_change(self) -> None:
        """Change the marked setting."""
        entry, session = self.marked, self.session
        if entry is None:
            return
        value, choices = value_of(session.config, entry), options(entry, session.catalogue)
        if entry.key in _IN_SETUP:
            from sayback.tui.screens.setup import SetupDialog

            self.app.push_screen(SetupDialog(session, at=_IN_SETUP[entry.key]))
        elif isinstance(value, bool):
            self._set(entry, not value)
        elif choices:
            self.app.push_screen(
                ChooseValue(entry, choices, value), lambda chosen: self._set(entry, chosen)
            )
        else:
            check = folder_problem if entry.setting.kind == "folder" else None
            self.app.push_screen(
                TypeValue(entry, session.config, check), lambda typed: self._set(entry, typed)
            )

    def action_default(self) -> None:
        """Take back what was set."""
        if entry := self.marked:
            self._set(entry, entry.setting.default)

    def _set(self, entry: Entry, value: Value | None) -> None:
        if value is None:
            return
        try:
            with_value(self.session.config, entry, value)
            self.session.change(entry.section, **{entry.setting.name: value})
        except SaybackError as error:
            tell(self, str(error), is_warning=True)
        self.post_message(SettingChanged(entry.key))
        self._show()

    def action_search(self) -> None:
        """Go to the search field."""
        self.query_one("#search").focus()

    @on(Input.Submitted, "#search")
    def action_list(self) -> None:
        """Go to the list."""
        self.query_one(SettingList).focus()

    def action_back(self) -> None:
        """Leave the search, else the screen."""
        search = self.query_one("#search", Input)
        if search.has_focus or search.value:
            search.value = ""
            self.action_list()
        else:
            super().action_back()
