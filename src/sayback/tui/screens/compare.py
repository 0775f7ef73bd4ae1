"""Compare: two takes of a question side by side, heard in turn."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label, Static

from sayback.compare import Comparison, compare
from sayback.config import Config
from sayback.errors import SaybackError
from sayback.library import Take
from sayback.render import comparison_lines as lines
from sayback.render.star_view import star_view
from sayback.render.units import clock
from sayback.tui import take_lines
from sayback.tui.held import close_in_background
from sayback.tui.in_turn import InTurn, turns
from sayback.tui.keeping import keep
from sayback.tui.keys import bindings
from sayback.tui.screens.base import tell
from sayback.tui.screens.paned import PanedScreen
from sayback.tui.session import Session
from sayback.tui.widgets.comparison_lists import DifferenceList, PassageList
from sayback.tui.widgets.lists import ChoiceList
from sayback.tui.widgets.pane_strip import PaneStrip
from sayback.tui.widgets.star_bands import StarBands

_FOLLOWS_PER_SECOND = 20
_STILL_READ = "The recordings are still being read; try again in a moment."


class CompareScreen(PanedScreen):
    """Figures beside words; B is the later take.

    Parameters
    ----------
    session
        Gives rows, audio and loudspeaker.
    a, b
        What to compare.
    """

    PLACE = "compare"
    PANES = ("words", "figures")
    BINDINGS = bindings("compare")

    def __init__(self, session: Session, a: Take, b: Take) -> None:
        super().__init__(session)
        self._takes: dict[lines.Which, Take] = {"a": a, "b": b}
        self._comparison: Comparison | None = None
        self._in_turn: InTurn | None = None
        self._why_silent = _STILL_READ

    def parts(self) -> Iterable[Widget]:
        """Lay out both takes' headings, the story's parts, figures and words."""
        yield Label(Content(""), id="asked")
        yield Label(Content(""), id="take-a")
        yield Label(Content(""), id="take-b")
        yield StarBands()
        yield PaneStrip(("1 Words", "2 Figures"))
        figures = Vertical(DifferenceList(id="figures"), Static("", id="spread"), id="figures-pane")
        words = Vertical(
            Label(Content("Comparing…"), id="summary"),
            PassageList(id="words"),
            Label(Content(lines.LEGEND), id="legend"),
            id="words-pane",
        )
        yield Horizontal(words, figures, id="panes")

    def on_mount(self) -> None:
        """Show what is known at once; compare and read the audio meanwhile."""
        self._show_takes()
        self.action_pane("words")
        self._compare()
        self._load_audio()
        self.set_interval(1 / _FOLLOWS_PER_SECOND, self._follow)

    def on_unmount(self) -> None:
        """Fall silent."""
        if self._in_turn is not None:
            close_in_background(self._in_turn)

    def on_screen_suspend(self) -> None:
        """Leave the loudspeaker to the next screen."""
        self.action_stop()

    def settings_changed(self, before: Config) -> None:
        """Judge the parts of the stories by the thresholds of now."""
        if self._comparison is not None and self.session.config.thresholds != before.thresholds:
            self._show(self._comparison)

    @work(thread=True, exclusive=True, group="rows", exit_on_error=False)
    def _compare(self) -> None:
        try:
            rows = self.session.history.rows()
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
            rows = ()
        found = compare(self._takes["a"], self._takes["b"], rows)
        self.app.call_from_thread(self._show, found)

    @work(thread=True, exclusive=True, group="audio", exit_on_error=False)
    def _load_audio(self) -> None:
        decode = self.session.services.decode
        try:
            audio = {which: decode(take.audio_path) for which, take in self._takes.items()}
            in_turn = InTurn(self.session.sound(), audio)
        except SaybackError as error:
            self._why_silent = str(error)
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
        else:
            self.app.call_from_thread(self._set_in_turn, in_turn)

    def _set_in_turn(self, in_turn: InTurn) -> None:
        self._in_turn = in_turn

    def _show(self, comparison: Comparison) -> None:
        self._comparison = comparison
        limits = self.session.config.thresholds
        a, b = (star_view(side.report, limits) for side in (comparison.a, comparison.b))
        self.query_one(StarBands).show(a, b)
        self.query_one(DifferenceList).show(comparison)
        self._explain()
        self.query_one(PassageList).show(comparison)
        self.query_one("#summary", Label).update(Content(lines.summary(comparison)))
        self.refresh_bindings()

    @on(DifferenceList.OptionHighlighted, "#figures")
    def _explain(self) -> None:
        """Say below the figures what is usual for the marked one, and what the marks mean."""
        if self._comparison is None:
            return
        marked = self.query_one(DifferenceList).highlighted_id
        found = (d for d in self._comparison.differences if d.figure.id == marked)
        told = [
            f"{d.figure.label}: {lines.spread(d)} {d.figure.unit}."
            for d in found
            if lines.spread(d)
        ]
        note = "\n".join([*told, lines.spread_note(self._comparison)])
        self.query_one("#spread", Static).update(Content(note))

    def _show_takes(self) -> None:
        self.query_one("#asked", Label).update(Content(take_lines.question_text(self._takes["a"])))
        heard = self._in_turn.heard if self._in_turn else None
        for which, take in self._takes.items():
            sign = (
                f"▶ {clock(self._in_turn.position_s)}" if self._in_turn and heard == which else ""
            )
            kept = "" if not take.starred or "★" in take_lines.summary(take) else " · ★ kept"
            text = f"{which.upper()}  {take_lines.summary(take)}{kept}  {sign}"
            self.query_one(f"#take-{which}", Label).update(Content(text.rstrip()))

    def _follow(self) -> None:
        if self._in_turn is None:
            return
        was = self._in_turn.heard
        self._in_turn.tick()
        if was or self._in_turn.heard:
            self._show_takes()
        if problem := self._in_turn.take_problem():
            tell(self, problem, is_warning=True)

    def action_play(self) -> None:
        """Play A and then B from the marked place; stop what is playing."""
        if self._in_turn is not None and self._in_turn.heard is not None:
            self.action_stop()
        else:
            self._play(("a", "b"))

    def action_hear(self, which: lines.Which) -> None:
        """Play one take from the marked place."""
        self._play((which,))

    def _play(self, wanted: tuple[lines.Which, ...]) -> None:
        marked = self.query_one(PassageList).highlighted
        if self._comparison is None or marked is None:
            return
        stretches = [t for t in turns(self._comparison.passages[marked]) if t[0] in wanted]
        if self._in_turn is None:
            tell(self, self._why_silent)
        elif not stretches:
            tell(self, "There is nothing to hear here in this take.")
        else:
            self._in_turn.play(stretches)
            self._show_takes()

    def action_stop(self) -> None:
        """Fall silent."""
        if self._in_turn is not None:
            self._in_turn.stop()
            self._show_takes()

    def action_difference(self, step: int) -> None:
        """Go to the next passage that differs, or figure that stands out, or the one before."""
        figures = self.query_one(DifferenceList)
        if self.focused is figures:
            if not self._go(figures, step, self._standing_out()):
                tell(self, "No further figure stands out.")
            return
        found = self._comparison.passages if self._comparison else ()
        differing = [place for place, passage in enumerate(found) if not passage.is_same]
        if self._go(self.query_one(PassageList), step, differing):
            self.action_pane("words")
        else:
            tell(self, "There is no further difference in the words.")

    def _standing_out(self) -> list[int]:
        found = self._comparison.differences if self._comparison else ()
        figures = self.query_one(DifferenceList)
        return [figures.get_option_index(d.figure.id) for d in found if d.stands_out]

    def _go(self, chosen: ChoiceList, step: int, places: Iterable[int]) -> bool:
        """Mark the nearest of some places in a list on one side of the marked one."""
        at = chosen.highlighted if chosen.highlighted is not None else -step
        beyond = [place for place in places if (place - at) * step > 0]
        if beyond:
            chosen.highlighted = min(beyond, key=lambda place: abs(place - at))
        return bool(beyond)

    def action_star(self, which: lines.Which) -> None:
        """Star the keeper, or take its star away."""
        self._star(which, not self._takes[which].starred)

    @work(thread=True, group="keep", exit_on_error=False)
    def _star(self, which: lines.Which, starred: bool) -> None:
        def change(take: Take) -> Take:
            return dataclasses.replace(take, starred=starred)

        try:
            take = keep(self.session, self._takes[which], change)
        except (SaybackError, OSError) as error:
            self.app.call_from_thread(tell, self, str(error), is_warning=True)
            return
        for name, other in self._takes.items():
            if other.audio_path == take.audio_path:
                self._takes[name] = take
        self.app.call_from_thread(self._show_takes)
