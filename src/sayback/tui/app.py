"""The full-screen program."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events, on, work
from textual._context import active_message_pump
from textual.app import App, SystemCommand
from textual.command import Provider
from textual.css.query import NoMatches
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from sayback.errors import SaybackError
from sayback.tui import screens
from sayback.tui.commands import KeyCommands
from sayback.tui.garbage import GarbageKeeper
from sayback.tui.keys import bindings
from sayback.tui.messages import (
    OpenComparison,
    OpenSetup,
    OpenTake,
    OpenTakes,
    Practise,
    SettingChanged,
)
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.screens.home import HomeScreen
from sayback.tui.services import Order
from sayback.tui.session import Session
from sayback.tui.themes import DARK, LIGHT, THEMES

_STYLE_SHEETS = sorted((Path(__file__).parent / "screens").glob("*.tcss"))
_IDLE_CHECK_S = 2.0


def _is_closing(pump: object) -> bool:
    """Whether a widget, or anything that it stands on, is being closed."""
    return isinstance(pump, Widget) and any(
        node._closing or node._closed or node._pruning for node in pump.ancestors_with_self
    )


class SaybackApp(App[None]):
    """Owns the session and leads from screen to screen.

    Parameters
    ----------
    session
        The world outside the screens, real or made up.
    opening
        What to practise at once.
    garbage
        Chooses when Python looks for garbage; None leaves that to Python.
    """

    TITLE = "Sayback"
    # All at once: a style sheet that is read later has every widget styled anew.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", *_STYLE_SHEETS]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {KeyCommands}
    BINDINGS = bindings("everywhere")

    def __init__(
        self,
        session: Session,
        *,
        opening: Order | None = None,
        garbage: GarbageKeeper | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self._opening = opening
        self._garbage = garbage
        for theme in THEMES:
            self.register_theme(theme)
        self._use_theme()

    def get_default_screen(self) -> Screen[None]:
        """Start at Home."""
        return HomeScreen(self.session)

    def on_mount(self) -> None:
        """Look for a model once the first frame is up."""
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        if self._opening is not None:
            self.post_message(Practise(self._opening))
        self.call_after_refresh(self._look_for_models)
        self.set_interval(_IDLE_CHECK_S, self._search_garbage)

    @work(thread=True, exit_on_error=False)
    def _look_for_models(self) -> None:
        is_first = self._opening is None and self.session.services.first_start.is_due()
        if is_first:
            importlib.import_module(f"{screens.__name__}.first_start")
            self.call_from_thread(self._begin_first_start)
        self.session.look_for_models()
        self.call_from_thread(self._show_in_use)
        # Needed soon, but not for the first frame.
        for module in pkgutil.iter_modules(screens.__path__, f"{screens.__name__}."):
            importlib.import_module(module.name)
        if self._garbage is not None:
            self._garbage.begin()

    async def on_event(self, event: events.Event) -> None:
        """Take note of key presses on their way."""
        if self._garbage is not None and isinstance(event, events.Key):
            self._garbage.key_pressed()
        await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """Leave in peace what is closed while it opens.

        Textual puts nothing on a widget that is being closed, and yet tells it that it is
        mounted, or lets its timer tick once more: its parts are then looked for in vain, by our
        screens and by Textual's own widgets.
        """
        if isinstance(error, NoMatches) and _is_closing(active_message_pump.get(None)):
            self.log(f"closed while it opened: {error}")
        else:
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Close without the traceback that Textual would print: `fault` keeps what happened."""
        self._close_messages_no_wait()

    @property
    def fault(self) -> Exception | None:
        """What went wrong that should not have, for whoever started the program."""
        return self._exception

    def _search_garbage(self) -> None:
        practising = getattr(self.screen_stack[-1], "PLACE", "") == "practice"
        if self._garbage is not None and not practising:
            self._garbage.search_if_idle()

    def _begin_first_start(self) -> None:
        """Welcome somebody new, unless they have begun already."""
        if isinstance(self.screen, HomeScreen):
            self.session.services.first_start.remember()
            self.action_first_start()

    def action_first_start(self) -> None:
        """Go through microphone, loudspeaker, model and a first question."""
        from sayback.tui.screens.first_start import FirstStartScreen

        self._show_over_home(FirstStartScreen(self.session))

    def _show_in_use(self, _answer: object = None) -> None:
        if isinstance(self.screen, SaybackScreen):
            self.screen.show_in_use()

    def _use_theme(self) -> None:
        self.theme = self.session.config.screen.theme or DARK.name

    @on(SettingChanged)
    def _apply(self, message: SettingChanged) -> None:
        """Show what only the program as a whole can show."""
        if message.key == "screen.theme":
            self._use_theme()

    def _keep_theme(self, name: str) -> None:
        if name == (self.session.config.screen.theme or DARK.name):
            return
        try:
            self.session.change("screen", theme=name)
        except SaybackError as error:
            tell(self.screen, str(error), is_warning=True)

    @on(Practise)
    def _practise(self, message: Practise) -> None:
        from sayback.tui.screens.practice import PracticeScreen

        self._show_over_home(PracticeScreen(self.session, message.order))

    @on(OpenTake)
    def _open_take(self, message: OpenTake) -> None:
        from sayback.tui.screens.report import ReportScreen
        from sayback.tui.screens.takes import TakesScreen

        report = ReportScreen(self.session, message.take)
        if isinstance(self.screen, TakesScreen):
            self.push_screen(report)
        else:
            self._show_over_home(report)

    @on(OpenComparison)
    def _open_comparison(self, message: OpenComparison) -> None:
        from sayback.tui.screens.compare import CompareScreen

        self.push_screen(CompareScreen(self.session, message.a, message.b))

    @on(OpenTakes)
    def _open_takes(self) -> None:
        from sayback.tui.screens.takes import TakesScreen

        self.push_screen(TakesScreen(self.session))

    @on(OpenSetup)
    def action_setup(self) -> None:
        """Show the dialog for devices, voice and model."""
        from sayback.tui.screens.setup import SetupDialog

        if not any(isinstance(screen, ModalScreen) for screen in self.screen_stack):
            self.push_screen(SetupDialog(self.session), self._show_in_use)

    def action_settings(self) -> None:
        """Show every setting."""
        from sayback.tui.screens.settings import SettingsScreen

        self.push_screen(SettingsScreen(self.session))

    def _show_over_home(self, screen: Screen[None]) -> None:
        """Put a screen in place of all but Home, so that Back leads there."""
        self._clear_to_home()
        self.push_screen(screen)

    def _clear_to_home(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keep Setup and Settings away from a microphone that is recording."""
        if action not in ("setup", "settings", "help"):
            return True
        if isinstance(self.screen, ModalScreen):
            return False
        place = getattr(self.screen, "PLACE", "")
        return action == "help" or place not in ("practice", "first_start", action)

    def action_help(self) -> None:
        """Explain the screen one is on."""
        from sayback.tui.screens.help import HelpDialog

        self.push_screen(HelpDialog(getattr(self.screen, "PLACE", "everywhere")))

    async def action_quit(self) -> None:
        """Leave; ask first where an answer is being spoken."""
        from sayback.tui.screens.practice import PracticeScreen

        speaking = [
            screen
            for screen in self.screen_stack
            if isinstance(screen, PracticeScreen) and screen.is_speaking
        ]
        if not speaking:
            self.exit()
        elif self.screen in speaking:
            speaking[0].action_back()

    def action_help_quit(self) -> None:
        """Leave the first start, whatever is on top of it; elsewhere Ctrl+C says how to quit."""
        if any(getattr(each, "PLACE", "") == "first_start" for each in self.screen_stack):
            self.exit()
        else:
            tell(self.screen, "Ctrl+Q leaves Sayback.")

    def action_light_dark(self) -> None:
        """Switch between light and dark."""
        self.theme = LIGHT.name if self.current_theme.dark else DARK.name

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Add what has no key: the first start, the other themes, a picture of the screen."""
        if getattr(screen, "PLACE", "") not in ("practice", "first_start"):
            yield SystemCommand(
                "First start",
                "Try microphone and loudspeaker, get a model, hear a first question.",
                self.action_first_start,
            )
        yield SystemCommand("Theme", "Choose among all themes.", self.action_change_theme)
        yield SystemCommand(
            "Screenshot",
            "Save a picture of this screen.",
            lambda: self.set_timer(0.1, self.deliver_screenshot),
        )
