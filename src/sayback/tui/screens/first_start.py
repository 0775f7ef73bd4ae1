"""First start: microphone, loudspeaker, model and a first question, in about a minute."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.containers import Center, Vertical, VerticalScroll
from textual.widget import Widget

from sayback.tui.keys import bindings
from sayback.tui.messages import Practise
from sayback.tui.screens.base import SaybackScreen, tell
from sayback.tui.session import Session
from sayback.tui.widgets.first_loudspeaker import FirstLoudspeaker
from sayback.tui.widgets.first_microphone import FirstMicrophone
from sayback.tui.widgets.first_model import FirstModel
from sayback.tui.widgets.first_question import FirstQuestion
from sayback.tui.widgets.first_step import FirstStep
from sayback.tui.widgets.step_strip import StepStrip

_STEPS: tuple[type[FirstStep], ...] = (
    FirstMicrophone, FirstLoudspeaker, FirstModel, FirstQuestion,
)  # fmt: skip
_WITHOUT_MODEL = (
    "After Esc, Enter tries again and s goes on without a model. Setup (F2) and Settings (F4) "
    "take one later, also from a folder of your own."
)
_WHERE_AGAIN = "F2 has microphone, loudspeaker and model again, F4 all settings, F1 helps."


class FirstStartScreen(SaybackScreen):
    """One step after another; each can be left out."""

    PLACE = "first_start"
    BINDINGS = bindings("first_start")
    # Enter and Space belong to the step, not to the list in it.
    AUTO_FOCUS = ""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._place = 0

    def parts(self) -> Iterable[Widget]:
        """Lay out the steps' names above the step."""
        strip = StepStrip([step.TITLE for step in _STEPS])
        step = VerticalScroll(_STEPS[0](self.session), id="step", can_focus=False)
        yield Center(Vertical(strip, step, id="welcome"))

    @property
    def step(self) -> FirstStep | None:
        """The step that is shown; None while it changes."""
        return next(iter(self.query(FirstStep)), None)

    async def _go(self, place: int, *, skipping: bool = False) -> None:
        strip = next(iter(self.query(StepStrip)), None)
        if strip is None or not 0 <= place < len(_STEPS):
            return  # The program is being left, or there is nowhere to go.
        left = {self._place}
        strip.skipped = strip.skipped | left if skipping else strip.skipped - left
        self._place = place
        strip.place = place
        holder = self.query_one("#step")
        await holder.remove_children()
        await holder.mount(_STEPS[place](self.session))
        self.set_focus(None)
        self.show_in_use()
        self.refresh_bindings()

    @on(FirstStep.Changed)
    def _offer_keys(self) -> None:
        self.show_in_use()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Enter and Space mean what the step is for."""
        step = self.step
        wanted = {
            "record": FirstMicrophone,
            "hear": FirstLoudspeaker,
            "another": FirstQuestion,
            "begin": FirstQuestion,
            "get": FirstModel,
        }
        if action in wanted:
            fits = isinstance(step, wanted[action])
            return fits and not (isinstance(step, FirstModel) and step.to_get is None)
        if action == "next":
            is_last = isinstance(step, FirstQuestion)
            return not is_last and not (isinstance(step, FirstModel) and step.to_get is not None)
        if action == "rescan":
            return isinstance(step, FirstMicrophone | FirstLoudspeaker)
        if action == "previous":
            return self._place > 0
        return True

    async def action_next(self) -> None:
        """Go on."""
        await self._go(self._place + 1)

    async def action_previous(self) -> None:
        """Go back one step."""
        await self._go(self._place - 1)

    async def action_skip(self) -> None:
        """Leave this step out."""
        if self._place == len(_STEPS) - 1:
            self.action_back()
        else:
            await self._go(self._place + 1, skipping=True)

    def action_choose(self) -> None:
        """Open the list of this step."""
        if self.step is not None:
            self.step.choice.focus()
            self.step.choice.action_show_overlay()

    def action_record(self) -> None:
        """Record a moment, or play it."""
        self._try()

    def action_hear(self) -> None:
        """Hear the voice."""
        self._try()

    def action_another(self) -> None:
        """Suggest another question."""
        self._try()

    def _try(self) -> None:
        if self.step is not None:
            self.step.try_it()

    def action_rescan(self) -> None:
        """Look for devices again."""
        if self.step is not None:
            self.step.look_again()

    def action_get(self) -> None:
        """Download the chosen model, then use it and go on."""
        from sayback.tui.screens.download import DownloadDialog

        step = self.step
        model = step.to_get if isinstance(step, FirstModel) else None
        if step is None or model is None:
            return

        async def use(done: bool | None) -> None:
            if done:
                step.change("whisper", model=model.name)
                await self.action_next()

        self.app.push_screen(DownloadDialog(self.session, model, _WITHOUT_MODEL), use)

    def action_begin(self) -> None:
        """Ask the suggested question."""
        question = self.step.question if isinstance(self.step, FirstQuestion) else None
        if question is not None:
            self.post_message(Practise(self.session.order(question)))

    def action_back(self) -> None:
        """Leave for Home."""
        tell(self, _WHERE_AGAIN)
        self.dismiss()
