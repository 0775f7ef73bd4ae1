"""Gets a Whisper model, with progress; what has come stays for the next time."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Label, ProgressBar, Static
from textual.worker import Worker, get_current_worker

from sayback.errors import SaybackError
from sayback.tui.keys import bindings
from sayback.tui.screens.base import Dialog
from sayback.tui.services import ModelChoice
from sayback.tui.session import Session

_STOP = "Esc: stop; what has come stays for the next time"
_CLOSE = "Esc: close; what has come stays for the next time"


class _StoppedError(Exception):
    """The user closed the dialog."""


class DownloadDialog(Dialog[bool]):
    """Gives back whether the model is here now.

    Parameters
    ----------
    session
        The world outside the screen.
    model
        What to get.
    otherwise
        What can be done where the dialog was opened, told when the model can't be had.
    """

    BINDINGS = bindings("dialog")

    def __init__(self, session: Session, model: ModelChoice, otherwise: str) -> None:
        super().__init__()
        self._session = session
        self._model = model
        self._otherwise = otherwise

    def compose(self) -> ComposeResult:
        """Lay out text and progress."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(f"Downloading {self._model.name}")
            yield Static(
                Content(f"{self._model.size_mb} MB, kept on this machine. Nothing is sent.")
            )
            yield ProgressBar(total=1.0, show_eta=True, id="download")
            yield Static(Content(""), id="problem")
            yield Static(Content(""), id="otherwise")
            yield Label(_STOP, classes="keys", id="leave")

    def on_mount(self) -> None:
        """Start."""
        self._download()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _download(self) -> None:
        worker = get_current_worker()
        try:
            self._session.services.models.download(
                self._model.name, lambda done: self._advance(worker, done)
            )
            self._session.look_for_models()
        except _StoppedError:
            return
        except SaybackError as error:
            self.app.call_from_thread(self._fail, str(error))
            return
        self.app.call_from_thread(self._finish)

    def _advance(self, worker: Worker[None], done: float) -> None:
        if worker.is_cancelled:
            raise _StoppedError
        self.app.call_from_thread(self.query_one(ProgressBar).update, progress=done)

    def _fail(self, sentence: str) -> None:
        self.query_one("#problem", Static).update(Content(f"⚠ {sentence}"))
        self.query_one("#otherwise", Static).update(Content(self._otherwise))
        self.query_one("#leave", Label).update(Content(_CLOSE))

    def _finish(self) -> None:
        if self.is_current:
            self.dismiss(True)
