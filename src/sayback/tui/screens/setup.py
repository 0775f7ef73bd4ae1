"""Setup: microphone, loudspeaker, voice and model, chosen where they can be tried out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Label, Static

from sayback.audio.devices import Device
from sayback.config import entries
from sayback.errors import SaybackError
from sayback.setting import Value
from sayback.tui.keys import bindings
from sayback.tui.sample import SENTENCE, Sample
from sayback.tui.screens.base import Dialog, tell
from sayback.tui.screens.change_setting import TypeValue
from sayback.tui.screens.download import DownloadDialog
from sayback.tui.screens.help import HelpDialog
from sayback.tui.session import Session
from sayback.tui.setup_choices import (
    DEMO_VOICE,
    NO_VOICE,
    TYPED,
    Option,
    loudspeaker_options,
    microphone_options,
    model_options,
    model_value,
    voice_options,
    voice_value,
)
from sayback.tui.widgets.choice import Choice
from sayback.tui.widgets.microphone_trial import MicrophoneTrial

_NO_MICROPHONE = "There is no microphone; plug one in and press F6, or use the demo voice."
_SPOKEN = f"▶ “{SENTENCE}” Heard nothing? Turn it up, or choose another loudspeaker."
_WITHOUT_MODEL = "The end of the list of models takes one in a folder of your own."
_ROWS = (
    ("microphone", "Microphone"),
    ("loudspeaker", "Loudspeaker"),
    ("voice", "Voice"),
    ("model", "Model"),
)


@dataclass(slots=True)
class _Found:
    microphones: tuple[Device, ...] = ()
    loudspeakers: tuple[Device, ...] = ()
    voices: tuple[str, ...] = ()
    problem: str = ""


class SetupDialog(Dialog[None]):
    """Changes count at once and are kept in config.toml.

    Parameters
    ----------
    session
        The world outside the screen.
    at
        Which row to begin at.
    """

    PLACE = "setup"
    BINDINGS = bindings("setup")

    def __init__(self, session: Session, at: str = "microphone") -> None:
        super().__init__()
        self._session = session
        self._at = at
        self._sample = Sample(session)
        self._voices: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out one row a setting, the level under the microphone."""
        with VerticalScroll(classes="box", can_focus=False) as box:
            box.border_title = "Setup"
            box.border_subtitle = "all other settings: Esc, F4"
            for name, label in _ROWS:
                with HorizontalGroup(classes="row"):
                    yield Label(label, classes="name")
                    yield Choice(name)
                if name == "microphone":
                    yield MicrophoneTrial(self._session, "F7")
            yield Static(Content(""), id="problem")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Look for devices, voices and models."""
        self.query_one(f"#{self._at}").focus()
        self._look()

    def on_unmount(self) -> None:
        """Let go of the loudspeaker."""
        self._sample.end()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self, *, again: MicrophoneTrial | None = None) -> None:
        services, found = self._session.services, _Found()
        try:
            if again is not None:
                again.let_go()
                self._sample.let_go()
                found.problem = self._session.look_for_devices()
            found.microphones = services.hardware.microphones()
            found.loudspeakers = services.hardware.loudspeakers()
        except SaybackError as error:
            found.problem = str(error)
        try:
            found.voices = services.voices.names(self._session.config)
        except SaybackError as error:
            found.problem = found.problem or str(error)
        self._session.look_for_models()
        self.app.call_from_thread(self._offer, found)

    def _offer(self, found: _Found) -> None:
        session, config = self._session, self._session.config
        microphone = DEMO_VOICE if session.demo_voice else config.audio.microphone
        self._fill("microphone", microphone_options(found.microphones, microphone), microphone)
        loudspeaker = config.audio.loudspeaker
        self._fill("loudspeaker", loudspeaker_options(found.loudspeakers, loudspeaker), loudspeaker)
        self._voices = found.voices
        self._offer_voices()
        self._offer_models()
        self._tell(found.problem)
        self._listen(has_microphone=bool(found.microphones))

    def _offer_voices(self) -> None:
        voice = voice_value(self._session.config.voice)
        self._fill("voice", voice_options(self._voices, voice), voice)

    def _offer_models(self) -> None:
        session = self._session
        chosen = session.config.whisper.model
        offered = session.services.models.offered
        options = model_options(session.installed_models, offered, chosen)
        typed = Option("A model in a folder of your own…", TYPED)
        self._fill("model", (*options, typed), model_value(options, chosen))

    def _fill(self, name: str, options: Iterable[Option], chosen: str) -> None:
        choices = [(option.label, option.value) for option in options]
        self.query_one(f"#{name}", Choice).offer(choices, chosen)

    def _tell(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(f"⚠ {sentence}" if sentence else ""))

    def _listen(self, *, has_microphone: bool = True) -> None:
        level = self.query_one(MicrophoneTrial)
        level.forget()
        if self._session.demo_voice:
            level.rest("The demo voice needs no level.")
        elif has_microphone:
            level.listen(self.query_one("#microphone", Choice).chosen)
        else:
            level.rest(_NO_MICROPHONE)

    @on(Choice.Chosen)
    def _change(self, event: Choice.Chosen) -> None:
        changes: dict[str, Callable[[str], None]] = {
            "microphone": self._change_microphone,
            "loudspeaker": lambda value: self._session.change("audio", loudspeaker=value),
            "voice": self._change_voice,
            "model": self._change_model,
        }
        try:
            changes[event.name](event.value)
        except SaybackError as error:
            self._tell(str(error))

    def _change_microphone(self, value: str) -> None:
        self._session.demo_voice = value == DEMO_VOICE
        self._listen()
        if value != DEMO_VOICE:
            self._session.change("audio", microphone=value)

    def _change_voice(self, value: str) -> None:
        if value == NO_VOICE:
            self._session.change("voice", engine="off")
            return
        if value == TYPED:
            self._offer_voices()
            self._type("voice.name", self._change_voice)
            return
        engine = self._session.config.voice.engine
        self._session.change("voice", engine="auto" if engine == "off" else engine, name=value)
        self._offer_voices()

    def _type(
        self, key: str, use: Callable[[str], None], check: Callable[[str], str] | None = None
    ) -> None:
        """Ask for a value that no list has."""
        entry = next(entry for entry in entries() if entry.key == key)

        def take(value: Value | None) -> None:
            if value is None:
                return
            try:
                use(str(value))
            except SaybackError as error:
                self._tell(str(error))

        self.app.push_screen(TypeValue(entry, self._session.config, check), take)

    def _problem_of_model(self, name: str) -> str:
        try:
            self._session.services.models.find(name)
        except SaybackError as error:
            return str(error)
        return ""

    def _use_model(self, name: str) -> None:
        folder = Path(name).expanduser()
        if name not in self._session.installed_models and folder.is_dir():
            # Found again wherever Sayback is started the next time.
            name = name if folder.is_absolute() else str(folder.absolute())
        try:
            self._session.change("whisper", model=name)
        finally:
            self._offer_models()

    def _change_model(self, value: str) -> None:
        if value == TYPED:
            self._offer_models()
            self._type("whisper.model", self._use_model, self._problem_of_model)
            return
        if value in self._session.installed_models:
            self._session.change("whisper", model=value)
            return
        for model in self._session.services.models.offered:
            if model.name == value:
                self.app.push_screen(
                    DownloadDialog(self._session, model, _WITHOUT_MODEL),
                    lambda done: self._after_download(value, bool(done)),
                )

    def _after_download(self, model: str, done: bool) -> None:
        if done:
            self._session.change("whisper", model=model)
        self._offer_models()

    def action_help(self) -> None:
        """Explain this dialog."""
        self.app.push_screen(HelpDialog(self.PLACE))

    def action_rescan(self) -> None:
        """Look for devices again, which no open microphone may hinder."""
        self._look(again=self.query_one(MicrophoneTrial))

    def action_hear(self) -> None:
        """Speak a sentence with the chosen voice."""
        self._speak()

    def action_record(self) -> None:
        """Record a moment, or play it."""
        self.query_one(MicrophoneTrial).toggle()

    @work(thread=True, exclusive=True, group="speak", exit_on_error=False)
    def _speak(self) -> None:
        try:
            if self._sample.speak():
                self.app.call_from_thread(tell, self, _SPOKEN)
        except SaybackError as error:
            self.app.call_from_thread(self._tell, str(error))
