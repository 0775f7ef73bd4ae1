"""Practice: the question is asked, the user thinks, answers, and the report is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual import on
from textual.containers import Center, Vertical, VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Label, ProgressBar, Static

from sayback.interview.phases import Phase
from sayback.tui.driver import PracticeDriver, PracticeState
from sayback.tui.filters import kind_label
from sayback.tui.keys import bindings
from sayback.tui.messages import OpenSetup, OpenTake, Practise
from sayback.tui.practice_words import shown
from sayback.tui.screens.ask import Ask
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.services import Order
from sayback.tui.session import Session
from sayback.tui.widgets.big_timer import BigTimer
from sayback.tui.widgets.level_meter import LevelMeter
from sayback.tui.widgets.steps import Steps
from sayback.tui.widgets.target_bar import TargetBar

_BEFORE = (Phase.ASKING, Phase.THINKING)
_SPEAKING = (Phase.ANSWERING, Phase.PAUSED)
_ALLOWED = {
    "skip": _BEFORE,
    "record_now": _BEFORE,
    "toggle_pause": _SPEAKING,
    "finish": _SPEAKING,
    "discard": _SPEAKING,
}


class PracticeScreen(SaybackScreen):
    """Shows one practice run and passes the keys on to it."""

    PLACE = "practice"
    BINDINGS = bindings("practice")

    @dataclass
    class Moved(Message):
        """The run has gone on."""

        state: PracticeState

    def __init__(self, session: Session, order: Order) -> None:
        super().__init__(session)
        self._order = order
        self._state = PracticeState()
        self.driver = PracticeDriver(make=lambda: session.practice(order), on_state=self._pass_on)

    def parts(self) -> Iterable[Widget]:
        """Lay out the question above the timer and the meter."""
        question = self._order.question
        facts = [kind_label(question.kind)] if question.kind else []
        facts += [f"follow-up to {', '.join(self._order.links)}"] if self._order.links else []
        asked = VerticalGroup(
            Label(Content(" · ".join(facts) or "Question"), id="facts"),
            Static(Content(question.text), id="question"),
            id="asked",
        )
        stage = VerticalGroup(
            Center(Steps()),
            Center(Label("", id="caption")),
            Center(BigTimer()),
            Center(TargetBar(), ProgressBar(id="progress", show_eta=False, total=1.0)),
            Center(LevelMeter()),
            Center(Label("", id="hint")),
            Center(Static("", id="warning")),
            id="stage",
        )
        yield Vertical(asked, stage, id="practice")

    def on_mount(self) -> None:
        """Start the run."""
        self.query_one(TargetBar).target_s = float(self._order.question.target_s or 0)
        self._show(self._state)
        self.session.driver = self.driver
        self.driver.start()

    def _pass_on(self, state: PracticeState) -> None:
        """Bring a state over from the driver's thread."""
        self.post_message(self.Moved(state))

    def on_unmount(self) -> None:
        """Let go of the microphone; an answer that has begun is kept."""
        self.session.takes_version += 1
        self.driver.close()

    @on(Moved)
    def _move(self, event: Moved) -> None:
        before, self._state = self._state, event.state
        self._show(event.state)
        if event.state.snapshot.phase is not before.snapshot.phase:
            self.refresh_bindings()
        if event.state.failure:
            self._tell_failure(event.state)
        elif event.state.snapshot.phase is Phase.DONE:
            self._open_report(event.state)
        elif event.state.snapshot.phase is Phase.DISCARDED:
            self.dismiss()

    def _show(self, state: PracticeState) -> None:
        snapshot = state.snapshot
        words = shown(snapshot)
        busy = snapshot.phase in (Phase.ANALYSING, Phase.DONE)
        self.query_one(Steps).phase = snapshot.phase
        self.query_one("#caption", Label).update(words.caption)
        self.query_one("#hint", Label).update(words.hint)
        timer = self.query_one(BigTimer)
        timer.time = words.timer
        timer.set_classes(words.style)
        bar = self.query_one(TargetBar)
        bar.elapsed_s = snapshot.elapsed_s
        bar.display = not busy
        progress = self.query_one(ProgressBar)
        progress.display = busy
        if snapshot.progress is not None:
            progress.update(total=1.0, progress=snapshot.progress)
        elif busy:
            progress.update(total=None)
        self.query_one(LevelMeter).display = not busy
        self.query_one(LevelMeter).show(snapshot.level_db, snapshot.peak_db)
        warning = snapshot.warning or state.problem or ""
        self.query_one("#warning", Static).update(Content(f"⚠ {warning}" if warning else ""))

    def _open_report(self, state: PracticeState) -> None:
        if state.problem:
            tell(self, state.problem, is_warning=True)
        if state.take is not None:
            self.post_message(OpenTake(state.take))

    def _tell_failure(self, state: PracticeState) -> None:
        choices = [("again", "Try again"), ("setup", "Setup"), ("leave", "Back")]
        text = state.failure or ""
        if state.no_microphone and not self._order.demo_voice:
            choices.insert(0, ("demo", "Use the demo voice"))
            text += "\n\nA bundled spoken answer can stand in for the microphone."
        self.app.push_screen(Ask("This can't go on", text, choices), self._after_failure)

    def _after_failure(self, answer: str | None) -> None:
        if answer == "demo":
            self.session.demo_voice = True
        if answer in ("demo", "again"):
            order = self.session.order(self._order.question, links=self._order.links)
            self.post_message(Practise(order))
            return
        if answer == "setup":
            self.post_message(OpenSetup())
        self.dismiss()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done in this phase."""
        phases = _ALLOWED.get(action)
        return phases is None or self._state.snapshot.phase in phases

    def action_skip(self) -> None:
        """Skip the voice or the countdown."""
        self.driver.skip()

    def action_record_now(self) -> None:
        """Start to record."""
        self.driver.record_now()

    def action_toggle_pause(self) -> None:
        """Pause or go on."""
        self.driver.toggle_pause()

    def action_finish(self) -> None:
        """End the answer."""
        self.driver.finish()

    def action_discard(self) -> None:
        """Ask, then throw the answer away."""
        self.app.push_screen(
            Ask(
                "Discard this answer?",
                "It is deleted for good. Recording goes on until you choose.",
                [("keep", "Keep recording"), ("discard", "Discard")],
                dangerous="discard",
            ),
            self._after_discard,
        )

    def _after_discard(self, answer: str | None) -> None:
        if answer == "discard":
            self.driver.discard()

    @property
    def is_speaking(self) -> bool:
        """Whether an answer is being recorded."""
        return self._state.snapshot.phase in _SPEAKING

    def action_back(self) -> None:
        """Leave; ask first where an answer is being spoken."""
        phase = self._state.snapshot.phase
        if not self.is_speaking:
            if phase is Phase.ANALYSING:
                tell(self, "The report goes on being made; you find it under All takes.")
            self.dismiss()
            return
        self.app.push_screen(
            Ask(
                "Leave in the middle of an answer?",
                "Recording goes on until you choose.",
                [
                    ("stay", "Keep recording"),
                    ("finish", "Finish and report"),
                    ("discard", "Discard"),
                ],
                dangerous="discard",
            ),
            self._after_leaving,
        )

    def _after_leaving(self, answer: str | None) -> None:
        if answer == "finish":
            self.driver.finish()
        elif answer == "discard":
            self.driver.discard()
