"""Third step: get a Whisper model, or go on without."""

from __future__ import annotations

from textual import work
from textual.content import Content
from textual.widgets import Label

from sayback.tui.services import ModelChoice
from sayback.tui.session import Session
from sayback.tui.setup_choices import NO_MODEL, model_options
from sayback.tui.widgets.first_step import FirstStep


class FirstModel(FirstStep):
    """Says what a model weighs, before anything is fetched."""

    TITLE = "Words"
    CHOICE = "Whisper model"
    ABOUT = (
        "A Whisper model writes down what you say, on this machine and nowhere else; it is "
        "downloaded once. Without one you can practise all the same: answers are recorded and "
        "measured, and their words follow when there is a model."
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chosen = ""

    def on_mount(self) -> None:
        """Look for models."""
        self._look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        self.session.look_for_models()
        self.app.call_from_thread(self.show)

    def show(self) -> None:
        """Offer what is here and what can be had."""
        if not self.is_mounted:
            return
        session = self.session
        offered, wanted = session.services.models.offered, session.config.whisper.model
        found = model_options(session.installed_models, offered, wanted)
        options = [option for option in found if option.value != NO_MODEL]
        values = [option.value for option in options]
        if not options:
            self.query_one(".name", Label).update(Content("There is no model to choose from."))
            return
        self._chosen = wanted if wanted in values else values[0]
        self.offer(options, self._chosen)
        self._say_what_follows()
        self.post_message(self.Changed())

    @property
    def to_get(self) -> ModelChoice | None:
        """The chosen model, where it is not here yet."""
        if self._chosen in self.session.installed_models:
            return None
        offered = self.session.services.models.offered
        return next((model for model in offered if model.name == self._chosen), None)

    def _say_what_follows(self) -> None:
        model = self.to_get
        if model is not None:
            text = f"Enter downloads {model.name}, {model.size_mb} MB. s goes on without."
        else:
            text = f"✓ {self._chosen} is here."
        self.tell(text)

    def chose(self, value: str) -> None:
        """Use a model that is here; say what another one weighs."""
        self._chosen = value
        if value in self.session.installed_models:
            self.change("whisper", model=value)
        self._say_what_follows()
